"""TOML fields written: a value replaced in its own style, a field added in its neighbours'."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from .entries import (
    Entry,
    Spacing,
    Style,
    first_that_holds,
    in_brackets,
    in_notation,
    item_style,
    kept_items,
)
from .head import ProblemKind
from .model import AsTyped, Field, Value
from .toml_reading import read_entry
from .yaml_splice import spliced

_TRIPLES = (Style.TRIPLE, Style.LITERAL)
USUAL = Spacing(before=" ", after=" ")
_ODD = "\x00-\x08\x0b-\x1f\x7f"
_ESCAPED = re.compile(f'["\\\\\n\t{_ODD}]')
_ESCAPED_IN_TRIPLE = re.compile(f'["\\\\{_ODD}]')
_NOT_LITERAL = re.compile(f"['\n{_ODD}]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BARE_KEY = re.compile(r"[A-Za-z0-9_\-]+")


def rewritten(lines: str, value: Value) -> str:
    """The `lines` of one field with `value` in place of its value; all around it stays.

    Raises ValueError where no way of writing it reads back as `value`; TOML has no empty value.
    """
    entry = read_entry(lines)
    if not isinstance(entry, Entry):
        raise ValueError("no field")
    raw = lines[entry.value_start : entry.value_end]
    value = in_notation(entry, raw, value)
    before, behind = lines[: entry.value_start], lines[entry.value_end :]
    ways = (before + new + behind for new in _candidates(lines, entry, raw, value))
    return first_that_holds(ways, entry, value, read_entry)


def new_field(key: str, value: Value, around: Spacing) -> str:
    """The line of a field that is new. Raises ValueError where it cannot be written."""
    name = written_key(key)
    before = around.before_separator(name)
    after = around.before_value(len(name + before))
    return rewritten(f"{name}{before}={after}0\n", value)


def basic(text: str) -> str:
    """`text` between double quotes."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _candidates(lines: str, entry: Entry, raw: str, value: Value) -> Iterator[str]:
    """Ways to write it, the best first; not each of them reads back as `value`."""
    if isinstance(value, list) and entry.style is Style.FLOW:
        style = item_style(entry)
        parts = [
            lines[entry.items[old].start : entry.items[old].end]
            if old is not None
            else _written(value[place], style)
            for place, old in enumerate(kept_items(entry, value))
        ]
        yield in_brackets(lines, entry, parts)
    if isinstance(value, str) and not isinstance(value, AsTyped) and not entry.problem:
        if entry.style is Style.DOUBLE and isinstance(entry.value, str):
            new = spliced(raw, entry.value, value, Style.DOUBLE, "")
            if new is not None:
                yield new
        if entry.style in (Style.TRIPLE, Style.LITERAL) or "\n" in value:
            opened = "\n" if raw[3:4] == "\n" or entry.style not in _TRIPLES else ""
            if entry.style is Style.LITERAL:
                yield f"'''{opened}{value}'''"
            yield f'"""{opened}{_ESCAPED_IN_TRIPLE.sub(_escape, value)}"""'
    yield _written(value, entry.style if not entry.problem else Style.PLAIN)


def _written(value: Value, style: Style) -> str:
    """`value` on one line."""
    match value:
        case AsTyped():
            return str(value)
        case str():
            literal = style is Style.SINGLE and not _NOT_LITERAL.search(value)
            return f"'{value}'" if literal else basic(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return "[" + ", ".join(_written(part, style) for part in value) + "]"
        case dict():
            pairs = (f"{written_key(key)} = {_written(part, style)}" for key, part in value.items())
            return "{ " + ", ".join(pairs) + " }"
    raise ValueError("TOML has no empty value")


def written_key(key: str) -> str:
    """`key` as it stands before an equals sign."""
    return key if _BARE_KEY.fullmatch(key) else basic(key)


def mended(field: Field) -> str:
    """The value of a broken `field` in the quotes it needs; "" where there is no sure mend."""
    kind = field.problem.kind if field.problem else None
    raw = field.raw
    if kind is ProblemKind.NOT_QUOTED:
        return basic(raw)
    if kind is ProblemKind.UNCLOSED_QUOTE and raw[0] in "\"'" and raw[1:2] not in "\"'":
        return basic(raw[1:])
    if kind is ProblemKind.QUOTE_INSIDE and raw[0] in "\"'" and raw[-1] == raw[0]:
        return basic(raw[1:-1])
    return ""


def _escape(odd: re.Match[str]) -> str:
    return _SHORT.get(odd[0]) or f"\\u{ord(odd[0]):04X}"
