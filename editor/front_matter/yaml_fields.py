"""YAML fields written: a value replaced in its own style, a field added in its neighbours'."""

import re
from collections.abc import Iterator

from .entries import Entry, Style, first_that_holds, in_brackets, in_notation, kept_items
from .model import AsTyped, Value
from .notation import is_date, is_date_key
from .yaml_manner import QUOTED, Manner, leading
from .yaml_reading import read_entry
from .yaml_splice import spliced, spliced_block
from .yaml_texts import double_quoted, plain_is_text
from .yaml_writing import block_list, block_scalar, flow, in_block, quoted, scalar, wrapped

_BELOW = (Style.BLOCK, Style.OTHER)  # that start below their key
_BLOCKS = (Style.LITERAL, Style.FOLDED)
_INDENT = "  "  # of lines below their key
_WIDTH = 80  # at least, of the lines of a folded text
_INDENTED = re.compile(r"[|>][+\-]?([1-9])")
_PLAIN_KEY = re.compile(r"(?:[^\W\d]|\d)[\w./ \-]*(?<! )")


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
    value = _in_notation(entry, lines, value, manner)
    ways = _candidates(lines, entry, value, manner)
    return first_that_holds(ways, entry, value, read_entry)


def _in_notation(entry: Entry, lines: str, value: Value, manner: Manner) -> Value:
    """`value`, where it is a date or a switch, in the notation of the one it replaces."""
    if isinstance(value, str) and is_date(value):
        # A date in words such as 2024-01-09 10:00 +0100 is a text to PyYAML and a date to Psych:
        # it stands without quotes where it is meant as a date.
        was_date = isinstance(entry.value, str) and is_date(entry.value)
        plain = entry.style if was_date else manner.style(entry, lines)
        meant = was_date or is_date_key(entry.key)
        return AsTyped(value) if meant and plain in (Style.PLAIN, Style.EMPTY) else value
    return in_notation(entry, lines[entry.value_start : entry.value_end], value)


def _candidates(lines: str, entry: Entry, value: Value, manner: Manner) -> Iterator[str]:
    """Ways to write it, the best first; not each of them reads back as `value`."""
    if isinstance(value, list):
        yield from _lists(lines, entry, value, manner)
    elif isinstance(value, dict):
        yield _placed(lines, entry, flow(value, manner.habit), manner)
    elif value is None:
        yield lines[: entry.separator + 1] + lines[entry.value_end :]
    elif isinstance(value, str) and not isinstance(value, AsTyped):
        for new in _texts(lines, entry, value, manner):
            yield _placed(lines, entry, new, manner)
    else:
        yield _placed(lines, entry, scalar(value, Style.PLAIN), manner)


def _lists(lines: str, entry: Entry, values: list[Value], manner: Manner) -> Iterator[str]:
    if entry.style is Style.BLOCK and values:
        yield _with_items(lines, entry, values, manner)
    if entry.style is Style.FLOW:
        style = manner.item_style(entry, lines)
        parts = [
            lines[entry.items[old].start : entry.items[old].end]
            if old is not None
            else _in_flow(values[place], style, manner)
            for place, old in enumerate(kept_items(entry, values))
        ]
        new = in_brackets(lines, entry, parts)
        yield lines[: entry.value_start] + new + lines[entry.value_end :]
    if values and manner.lists is Style.BLOCK:
        below = "\n" + block_list(values, manner.list_indent, manner.habit)
        yield _placed(lines, entry, below, manner)
    yield _placed(lines, entry, flow(values, manner.habit), manner)


def _texts(lines: str, entry: Entry, text: str, manner: Manner) -> Iterator[str]:
    """Ways to write `text` that keep lines, quotes or escapes of the old value, the best first."""
    style = Style.PLAIN if entry.problem else manner.style(entry, lines)
    if style in _BLOCKS:
        yield from _blocks(lines, entry, text)
    elif isinstance(entry.value, str) and not entry.problem:
        yield from _within(lines, entry, text, style)
    if "\n" in text and entry.style not in (*_BLOCKS, *QUOTED):
        yield from block_scalar(text, "|", leading(lines) + _INDENT, _WIDTH)
    if entry.problem and not plain_is_text(text):
        yield quoted(text)  # as the mend of the problem would
    yield scalar(text, style if style in QUOTED else Style.PLAIN, manner.habit)
    yield double_quoted(text)


def _within(lines: str, entry: Entry, text: str, style: Style) -> Iterator[str]:
    """`text` in the quotes or on the lines that the old text stands in."""
    raw, old = lines[entry.value_start : entry.value_end], str(entry.value)
    if style not in QUOTED and not ("\n" in raw and plain_is_text(text.replace("\n", " "))):
        return
    indent = leading(lines) + _INDENT
    new = spliced(raw, old, text, style, indent)
    if "\n" in raw and (new is None or "\n" not in new):
        column = entry.value_start - (lines.rfind("\n", 0, entry.value_start) + 1)
        yield from wrapped(text, style, column, indent)
    if new is not None:
        yield new


def _blocks(lines: str, entry: Entry, text: str) -> Iterator[str]:
    """`text` as the block scalar that `entry` is, with as many of its lines as can stay."""
    raw = lines[entry.value_start : entry.value_end]
    header, _, body = raw.partition("\n")
    indent = _block_indent(lines, header, body)
    new = spliced_block(raw, str(entry.value), text, entry.style, indent)
    width = max(_WIDTH, _longest_line(body))
    # A line that gets long is broken, unless its writer has longer ones.
    grows = _longest_line(body) <= _WIDTH < _longest_line(new or "")
    if new is not None and not (grows and entry.style is Style.FOLDED):
        yield new
    yield from block_scalar(text, header, indent, width)
    if new is not None:
        yield new


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


def _with_items(lines: str, entry: Entry, values: list[Value], manner: Manner) -> str:
    """`lines` with other items; one that stays keeps its line and the comments above it."""
    first = lines.rfind("\n", 0, entry.items[0].start) + 1
    ends = [lines.find("\n", item.end) + 1 or len(lines) for item in entry.items]
    spans = list(zip([first, *ends[:-1]], ends, strict=True))
    style = manner.item_style(entry, lines)
    dash = lines[first : entry.items[0].start]
    kept = kept_items(entry, values)
    below = []
    for place, old in enumerate(kept):
        if old is not None:
            start, end = spans[old]
            below.append(lines[start:end])
        elif len(values) == len(spans) and place not in kept:
            item = entry.items[place]  # changed in its place
            start, end = spans[place]
            new = in_block(values[place], manner.habit, manner.style(item, lines))
            below.append(lines[start : item.start] + new + lines[item.end : end])
        else:
            below.append(f"{dash}{in_block(values[place], manner.habit, style)}\n")
    if not lines.endswith("\n") and ends[-1] == len(lines):
        below = [block.rstrip("\n") + "\n" for block in below]
        below[-1] = below[-1][:-1]
    return lines[:first] + "".join(below) + lines[ends[-1] :]


def _in_flow(value: Value, style: Style, manner: Manner) -> str:
    if isinstance(value, list | dict):
        return flow(value, manner.habit)
    return scalar(value, style, manner.habit, in_flow=True)


def _block_indent(lines: str, header: str, body: str) -> str:
    """The indentation of the lines of a block scalar, with that header and those lines."""
    if indented := _INDENTED.match(header):
        return leading(lines) + " " * int(indented[1])
    first = next((line for line in body.split("\n") if line.strip(" \t")), "")
    return leading(first) or leading(lines) + _INDENT


def _longest_line(lines: str) -> int:
    return max(map(len, lines.split("\n")))


def _line_end(lines: str, at: int) -> int:
    """Where the line of `at` ends, before its line end."""
    end = lines.find("\n", at)
    return len(lines) if end < 0 else end
