"""TOML front matter cut into its fields and tables, each read on its own with tomllib."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .entries import Entry, Item, Piece, Style
from .head import Problem, ProblemKind
from .model import AsTyped, Value
from .yaml_loader import MAX_PARTS

_PART = r"""(?:[A-Za-z0-9_\-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY = rf"(?P<key>{_PART}(?:[ \t]*\.[ \t]*{_PART}){{0,20}})"
FIELD = re.compile(rf"[ \t]*{_KEY}(?P<gap>[ \t]*)=[ \t]*")
TABLE = re.compile(rf"[ \t]*(?P<open>\[\[?)[ \t]*{_KEY}[ \t]*\]\]?[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_BLANK = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?!"")(?:[^"\\\n]|\\[^\n])*"'
    r"|'(?!'')[^'\n]*+'",
    re.DOTALL,
)
_BARE = re.compile(r"[^\s,\[\]{}#\"'=][^,\[\]{}#\"'=\n]*")
_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_IS_TYPED = re.compile(r"(?:true|false|[-+]?(?:inf|nan|[0-9][0-9A-Za-z_.:+\- ]*))[ \t]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}:[0-9]{2}")
_MAX_DEPTH = 100
_MAX_DIGITS = 100
_MAX_CACHED = 8192
_MAX_OPEN = 20  # values left open that are looked for to the end of the head


class _BrokenValueError(ValueError):
    """A value that is no TOML, of that kind, at `at`."""

    def __init__(self, kind: ProblemKind, at: int, found: str = "") -> None:
        super().__init__(kind)
        self.kind, self.at, self.found = kind, at, found


def pieces(head: str) -> Iterator[Piece]:
    """The fields of `head`, which is front matter without its fences, and its tables."""
    at = left_open = 0
    while at < len(head):
        if (blank := _BLANK.match(head, at)) and blank.end() > at:
            at = blank.end()
            continue
        line_end = head.find("\n", at) + 1 or len(head)
        end = line_end
        table = TABLE.match(head, at)
        if table:
            end = _table_end(head, line_end)
        elif (field := FIELD.match(head, at)) and left_open < _MAX_OPEN:
            try:
                value_end, _ = _value(head, field.end(), 0)
                end = head.find("\n", value_end) + 1 or len(head)
                end = end if _BLANK.match(head, value_end) else line_end
            except _BrokenValueError as error:
                left_open += error.kind in (
                    ProblemKind.UNCLOSED_QUOTE,
                    ProblemKind.UNCLOSED_BRACKET,
                )
                if error.kind is ProblemKind.TOO_LONG:  # where it ends is not looked for
                    end = len(head)
        yield Piece(at, end, read_entry(head[at:end]), bool(table and table["open"] == "[["))
        at = end


def read_entry(piece: str) -> Entry | Problem:
    """The field or the table that `piece` is, or why it is none. Remembered."""
    return _read_entry.__wrapped__(piece) if len(piece) > _MAX_CACHED else _read_entry(piece)


def path(key: str) -> list[str]:
    """The names that a dotted `key` is made of."""
    names = []
    table: Any = tomllib.loads(f"{key} = 0")
    while isinstance(table, dict):
        name = next(iter(table))
        names.append(name)
        table = table[name]
    return names


@lru_cache(maxsize=1024)
def _read_entry(piece: str) -> Entry | Problem:
    if table := TABLE.match(piece):
        return _table(piece, table)
    field = FIELD.match(piece)
    if not field:
        return Problem(ProblemKind.STRAY_LINE, 0, 0, len(piece.rstrip()))
    start = field.end()
    try:
        end, spans = _value(piece, start, 0)
        if not _BLANK.match(piece, end):
            raise _after(piece, start)
        value = _load(piece, field["key"], start, end)
    except _BrokenValueError as error:
        return _broken(piece, field, error)
    style = _style(piece[start:end])
    items: tuple[Item, ...] = ()
    shown: str | tuple[str, ...] = value if isinstance(value, str) else piece[start:end]
    if style is Style.FLOW and isinstance(value, list):
        items = tuple(
            Item(a, b, _style(piece[a:b]), one if isinstance(one, str) else AsTyped(piece[a:b]))
            for (a, b), one in zip(spans, value, strict=True)
        )
        shown = tuple(item.shown for item in items)
        if any(isinstance(one, list | dict) for one in value):
            style, items, shown = Style.OTHER, (), piece[start:end]
    key = path(field["key"])[0] if field["key"][0] in "\"'" else field["key"]
    places = (field.end("key"), field.end("gap"), start, end)
    return Entry(key, value, shown, *places, style, style is not Style.OTHER, items)


def _table(piece: str, table: re.Match[str]) -> Entry | Problem:
    end = len(piece.rstrip())
    start = min(table.end(), end)
    problem = None
    try:
        value: Any = tomllib.loads(piece)
        for name in path(table["key"]):
            value = value[name]
    except (ValueError, RecursionError, KeyError, TypeError):
        value = piece[start:end]
        problem = _table_problem(piece, start)
    key_end = table.end("key")
    places = (key_end, key_end, start, end)
    shown = piece[start:end]
    return Entry(table["key"], value, shown, *places, Style.OTHER, False, problem=problem)


def _table_problem(piece: str, start: int) -> Problem:
    """The first problem of the lines of a table."""
    for part in pieces(piece[start:]):
        problem = part.entry if isinstance(part.entry, Problem) else part.entry.problem
        if problem:
            offset = start + part.start
            return problem.moved(piece.count("\n", 0, offset), offset)
    return Problem(ProblemKind.SYNTAX, 0, 0, len(piece.rstrip()))


def _table_end(head: str, at: int) -> int:
    """Where the table whose first line ends at `at` ends: before the next, without blank lines."""
    end = at
    while at < len(head) and not TABLE.match(head, at):
        line_end = head.find("\n", at) + 1 or len(head)
        if not _BLANK.match(head, at):
            end = line_end
        at = line_end
    return end


def _load(piece: str, key: str, start: int, end: int) -> Value:
    """What tomllib makes of the value in `piece`, which the scanner took from `start` to `end`."""
    raw = piece[start:end]
    if raw[0] not in "\"'[{" and len(raw) > _MAX_DIGITS:
        raise _BrokenValueError(ProblemKind.TOO_LARGE_NUMBER, start)
    try:
        value: Any = tomllib.loads(piece)
        for name in path(key):
            value = value[name]
    except (ValueError, RecursionError) as error:
        typed = _IS_TYPED.fullmatch(raw)
        kind = ProblemKind.NOT_QUOTED
        if raw[0] in "\"'[{":
            kind = ProblemKind.SYNTAX
        elif typed:
            kind = ProblemKind.BAD_DATE if _DATE.match(raw) else ProblemKind.SYNTAX
        raise _BrokenValueError(kind, start) from error
    return value  # type: ignore[no-any-return]


def _value(text: str, at: int, depth: int) -> tuple[int, list[tuple[int, int]]]:
    """Where the value at `at` ends, and the spans of the items of a list."""
    if depth > _MAX_DEPTH:
        raise _BrokenValueError(ProblemKind.TOO_DEEP, at)
    first = text[at : at + 1]
    if first in ("'", '"'):
        if string := _STRING.match(text, at):
            return string.end(), []
        raise _BrokenValueError(ProblemKind.UNCLOSED_QUOTE, at, first)
    if first == "[":
        return _list(text, at, depth)
    if first == "{":
        return _inline_table(text, at, depth), []
    bare = _BARE.match(text, at)
    if not bare:
        raise _BrokenValueError(ProblemKind.SYNTAX, at)
    return at + len(bare[0].rstrip()), []


def _list(text: str, opening: int, depth: int) -> tuple[int, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    at = _after_space(text, opening + 1)
    while not text.startswith("]", at):
        if at == len(text):
            raise _BrokenValueError(ProblemKind.UNCLOSED_BRACKET, opening, "[")
        end, _ = _value(text, at, depth + 1)
        spans.append((at, end))
        if len(spans) > MAX_PARTS:
            raise _BrokenValueError(ProblemKind.TOO_LONG, opening)
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif not text.startswith("]", at):
            raise _after_item(text, opening, end, at)
    return at + 1, spans


def _inline_table(text: str, opening: int, depth: int) -> int:
    at = _after_space(text, opening + 1)
    while not text.startswith("}", at):
        field = FIELD.match(text, at)
        if not field:
            raise _BrokenValueError(ProblemKind.UNCLOSED_BRACKET, opening, "{")
        end, _ = _value(text, field.end(), depth + 1)
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif not text.startswith("}", at):
            raise _BrokenValueError(ProblemKind.UNCLOSED_BRACKET, opening, "{")
    return at + 1


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _after(piece: str, start: int) -> _BrokenValueError:
    """Why a value is followed by more text on its line."""
    if piece[start] in "\"'":
        return _BrokenValueError(ProblemKind.QUOTE_INSIDE, start, piece[start])
    kind = ProblemKind.SYNTAX if piece[start] in "[{" else ProblemKind.NOT_QUOTED
    return _BrokenValueError(kind, start)


def _after_item(text: str, opening: int, end: int, at: int) -> _BrokenValueError:
    """Why an item of a list is followed by neither a comma nor the bracket."""
    if text[end - 1] in "\"'" and "\n" not in text[end:at]:
        return _BrokenValueError(ProblemKind.QUOTE_INSIDE, end, text[end - 1])
    return _BrokenValueError(ProblemKind.UNCLOSED_BRACKET, opening, "[")


def _broken(piece: str, field: re.Match[str], error: _BrokenValueError) -> Entry:
    start = field.end()
    raw = piece[start:].strip()
    end = start + len(raw)
    at = min(error.at, end)
    problem = Problem(error.kind, piece.count("\n", 0, start), start, end, found=error.found)
    if error.kind is ProblemKind.TOO_DEEP or at < start:
        problem = Problem(error.kind, 0, start, end)
    places = (field.end("key"), field.end("gap"), start, end)
    editable = "\n" not in raw
    return Entry(field["key"], raw, raw, *places, Style.PLAIN, editable, problem=problem)


def _style(raw: str) -> Style:
    if raw.startswith('"""'):
        return Style.TRIPLE
    if raw.startswith("'''"):
        return Style.LITERAL
    styles = {'"': Style.DOUBLE, "'": Style.SINGLE, "[": Style.FLOW, "{": Style.OTHER}
    return styles.get(raw[:1], Style.PLAIN)
