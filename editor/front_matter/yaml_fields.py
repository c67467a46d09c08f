"""YAML fields written: a value replaced in its own style, a field added in its neighbours'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .entries import (
    Entry,
    Spacing,
    Style,
    holds,
    in_brackets,
    in_notation,
    item_style,
    kept_items,
    spacing,
)
from .model import AsTyped, Value
from .notation import is_date, is_date_key
from .yaml_reading import read_entry
from .yaml_splice import spliced
from .yaml_texts import plain_is_text
from .yaml_writing import block_list, block_scalar, flow, quoted, scalar

_QUOTED = (Style.SINGLE, Style.DOUBLE)
_BELOW = (Style.BLOCK, Style.OTHER)  # that start below their key
_BLOCKS = (Style.LITERAL, Style.FOLDED)
_USUAL = Spacing()
_WIDTH = 80  # at least, of the lines of a folded text
_PLAIN_KEY = re.compile(r"(?:[^\W\d]|\d)[\w./ \-]*(?<! )")


@dataclass(frozen=True, slots=True)
class Manner:
    """How the fields around are written: for a field to add, and a value where none stood."""

    indent: str = ""  # of the keys
    spacing: Spacing = _USUAL
    lists: Style = Style.FLOW
    list_indent: str = "  "


def manner(fields: list[str]) -> Manner:
    """The manner of `fields`, given as their lines."""
    entries = [(lines, entry) for lines in fields if isinstance(entry := read_entry(lines), Entry)]
    found = Manner(spacing=spacing(entries, _USUAL))
    for lines, entry in entries:
        found = replace(found, indent=_leading(lines))
        if entry.style is Style.BLOCK and entry.items:
            item_line = lines.rfind("\n", 0, entry.items[0].start) + 1
            found = replace(found, lists=Style.BLOCK, list_indent=_leading(lines[item_line:]))
        elif entry.style is Style.FLOW and entry.items:
            found = replace(found, lists=Style.FLOW)
    return found


def new_field(key: str, value: Value, manner: Manner) -> str:
    """The lines of a field that is new. Raises ValueError where it cannot be written."""
    name = manner.indent + written_key(key)
    lines = f"{name}{manner.spacing.before_separator(name)}:\n"
    return rewritten(lines, value, manner)


def written_key(key: str) -> str:
    """`key` as it stands before a colon. Raises ValueError for what is no key."""
    if not key or "\n" in key or key != key.strip(" \t\n"):
        raise ValueError("no key")
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key)


def rewritten(lines: str, value: Value, manner: Manner) -> str:
    """The `lines` of one field with `value` in place of its value; all around it stays.

    Raises ValueError where no way of writing it reads back as `value`.
    """
    entry = read_entry(lines)
    if not isinstance(entry, Entry):
        raise ValueError("no field")
    value = _in_notation(entry, lines[entry.value_start : entry.value_end], value)
    for written in _candidates(lines, entry, value, manner):
        again = read_entry(written)
        if isinstance(again, Entry) and again.key == entry.key and holds(again, written, value):
            return written
    raise ValueError("no way to write it")


def _in_notation(entry: Entry, raw: str, value: Value) -> Value:
    """`value`, where it is a date or a switch, in the notation of the one it replaces."""
    if isinstance(value, str) and is_date(value) and entry.style in (Style.PLAIN, Style.EMPTY):
        # A date in words such as 2024-01-09 10:00 +0100 is a text to PyYAML and a date to Psych:
        # it stands without quotes where it is meant as a date.
        was_date = isinstance(entry.value, str) and is_date(entry.value)
        return AsTyped(value) if was_date or is_date_key(entry.key) else value
    return in_notation(entry, raw, value)


def _candidates(lines: str, entry: Entry, value: Value, manner: Manner) -> Iterator[str]:
    """Ways to write it, the best first; not each of them reads back as `value`."""
    start, end = entry.value_start, entry.value_end
    before, after = lines[:start], lines[end:]
    if isinstance(value, list):
        if entry.style is Style.BLOCK and value:
            yield _with_items(lines, entry, value)
        if entry.style is Style.FLOW:
            style = item_style(entry)
            parts = [
                lines[entry.items[old].start : entry.items[old].end]
                if old is not None
                else _list_part(value[place], style, in_flow=True)
                for place, old in enumerate(kept_items(entry, value))
            ]
            yield before + in_brackets(lines, entry, parts) + after
        if value and manner.lists is Style.BLOCK:
            yield _placed(lines, entry, "\n" + block_list(value, manner.list_indent), manner)
        yield _placed(lines, entry, flow(value), manner)
        return
    if isinstance(value, dict):
        yield _placed(lines, entry, flow(value), manner)
        return
    if value is None:
        yield lines[: entry.separator + 1] + after
    if isinstance(value, str) and not isinstance(value, AsTyped):
        yield from _texts(lines, entry, value, manner)
    style = entry.style if entry.style in _QUOTED and not entry.problem else Style.PLAIN
    yield _placed(lines, entry, scalar(value, style), manner)


def _texts(lines: str, entry: Entry, text: str, manner: Manner) -> Iterator[str]:
    """Ways to write `text` that keep lines or escapes of the old value, or need several lines."""
    raw = lines[entry.value_start : entry.value_end]
    indent = _block_indent(lines, entry)
    block = None
    if entry.style in _BLOCKS or (entry.style not in _QUOTED and "\n" in text):
        width = max(map(len, [" " * _WIDTH, *raw.split("\n")]))
        header = raw.split("\n", 1)[0] if entry.style in _BLOCKS else "|"
        block = block_scalar(text, header, indent, width)
    keeps_style = (
        block
        if entry.style in _BLOCKS
        else entry.style in _QUOTED or ("\n" in raw and plain_is_text(text.replace("\n", " ")))
    )
    if keeps_style and isinstance(entry.value, str) and not entry.problem:
        new = spliced(raw, entry.value, text, entry.style, indent)
        if new is not None:
            yield lines[: entry.value_start] + new + lines[entry.value_end :]
    if block is not None:
        yield _placed(lines, entry, block, manner)


def _placed(lines: str, entry: Entry, new: str, manner: Manner) -> str:
    """`lines` with `new` as value: beside the key or, where it starts with a line end, below."""
    after_colon = entry.separator + 1
    start, end = entry.value_start, entry.value_end
    key_line_end = _line_end(lines, after_colon)
    line_end = _line_end(lines, end)
    # What follows on the line of the key stays there: a comment, or spaces at its end.
    beside = lines[after_colon:key_line_end] if start > key_line_end else lines[end:line_end]
    if new.startswith("\n"):
        return lines[:after_colon] + beside + new + lines[line_end:]
    if (start > key_line_end and entry.style in _BELOW) or start == after_colon:
        gap = manner.spacing.before_value(entry.separator)
        rest = lines[end:] if start > key_line_end else lines[line_end:]
        return lines[:after_colon] + gap + new + beside + rest
    return lines[:start] + new + lines[end:]


def _with_items(lines: str, entry: Entry, values: list[Value]) -> str:
    """`lines` with other items; an item that stays keeps its line, wherever it goes."""
    starts = [lines.rfind("\n", 0, item.start) + 1 for item in entry.items]
    end = lines.find("\n", entry.value_end) + 1 or len(lines)
    blocks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    style = item_style(entry)
    dash = lines[starts[0] : entry.items[0].start]
    kept = kept_items(entry, values)
    below = []
    for place, old in enumerate(kept):
        if old is not None:
            below.append(blocks[old])
        elif len(values) == len(blocks) and place not in kept:
            item = entry.items[place]  # changed in its place
            new = _list_part(values[place], item.style, in_flow=False)
            stop = starts[place] + len(blocks[place])
            below.append(lines[starts[place] : item.start] + new + lines[item.end : stop])
        else:
            below.append(f"{dash}{_list_part(values[place], style, in_flow=False)}\n")
    if not lines.endswith("\n") and end == len(lines):
        below = [block.rstrip("\n") + "\n" for block in below]
        below[-1] = below[-1][:-1]
    return lines[: starts[0]] + "".join(below) + lines[end:]


def _list_part(value: Value, style: Style, *, in_flow: bool) -> str:
    if isinstance(value, list | dict):
        return flow(value)
    return scalar(value, style, in_flow=in_flow)


def _block_indent(lines: str, entry: Entry) -> str:
    """The indentation of the lines of a block scalar, old or new."""
    for line in lines[entry.value_start : entry.value_end].split("\n")[1:]:
        if entry.style in _BLOCKS and line.strip(" \t\n"):
            return _leading(line)
    return _leading(lines) + "  "


def _line_end(lines: str, at: int) -> int:
    """Where the line of `at` ends, before its line end."""
    end = lines.find("\n", at)
    return len(lines) if end < 0 else end


def _leading(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
