"""JSON front matter cut into its members, each value read on its own."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .entries import Entry, Item, Piece, Style
from .head import Problem, ProblemKind
from .model import AsTyped, Value
from .yaml_loader import MAX_PARTS

MEMBER = re.compile(r'[ \t\n]*(?P<key>"(?:[^"\\\n]|\\.)*")(?P<gap>[ \t\n]*):[ \t\n]*')
COMMA = re.compile(r"[ \t\n]*,")
_SPACE = re.compile(r"[ \t\n]*+")
_REST_OF_LINE = re.compile(r"[ \t]*\n")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[{]|[\]}]')
_WORD = re.compile(r"-?[0-9]|true\b|false\b|null\b")
_SURROGATE = re.compile(r"\\u[dD][89A-Fa-f]")
_MAX_DEPTH = 100
_MAX_DIGITS = 100
_MAX_CACHED = 8192


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is a number to Python alone")


_DECODER = json.JSONDecoder(parse_constant=_no_number)


def pieces(content: str) -> Iterator[Piece]:
    """The members of an object without its braces."""
    at = 0
    while (start := _skip(content, at)) < len(content):
        line_start = content.rfind("\n", 0, start) + 1
        line_start = line_start if line_start >= at else start
        member = MEMBER.match(content, start)
        value_end = _value_end(content, member.end()) if member else -1
        if value_end < 0:
            end = content.find("\n", start) + 1 or len(content)
            yield Piece(line_start, end, read_entry(content[line_start:end]))
            at = end
            continue
        comma = COMMA.match(content, value_end)
        at = comma.end() if comma else value_end
        rest = _REST_OF_LINE.match(content, at)
        end = rest.end() if rest else at
        yield Piece(line_start, end, read_entry(content[line_start:end]))
        is_last = _skip(content, at) == len(content)
        if bool(comma) == is_last:  # one too many, or one too few
            kind = ProblemKind.EXTRA_COMMA if comma else ProblemKind.MISSING_COMMA
            place = at - 1 if comma else value_end
            yield Piece(place, at, Problem(kind, 0, 0, at - place, found=","))
        at = max(at, end)


def read_entry(piece: str) -> Entry | Problem:
    """The member that `piece` is, or why it is none. Remembered."""
    return _read_entry.__wrapped__(piece) if len(piece) > _MAX_CACHED else _read_entry(piece)


def depth(text: str) -> int:
    """How deep brackets are nested in `text`."""
    deep = deepest = 0
    for bracket in _BRACKETS.finditer(text):
        deep += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        deepest = max(deep, deepest)
    return deepest


@lru_cache(maxsize=1024)
def _read_entry(piece: str) -> Entry | Problem:
    member = MEMBER.match(piece)
    if not member:
        return Problem(ProblemKind.STRAY_LINE, 0, 0, len(piece.rstrip()))
    start = member.end()
    end = _value_end(piece, start)
    if end < 0:
        return _broken(piece, member, _kind(piece, start))
    raw = piece[start:end]
    value: Any = _DECODER.raw_decode(piece, start)[0]
    if depth(raw) > _MAX_DEPTH:
        return _broken(piece, member, ProblemKind.TOO_DEEP)
    if isinstance(value, int | float) and len(raw) > _MAX_DIGITS:
        return _broken(piece, member, ProblemKind.TOO_LARGE_NUMBER)
    if _SURROGATE.search(raw) and not _is_whole(value):
        return _broken(piece, member, ProblemKind.CONTROL_CHARACTER)
    style = Style.OTHER
    items: tuple[Item, ...] = ()
    shown: str | tuple[str, ...] = raw
    if isinstance(value, list):
        if len(value) <= MAX_PARTS and not any(isinstance(one, list | dict) for one in value):
            style, items = Style.FLOW, tuple(_items(piece, start, value))
            shown = tuple(item.shown for item in items)
    elif not isinstance(value, dict):
        style = Style.DOUBLE if isinstance(value, str) else Style.PLAIN
        shown = value if isinstance(value, str) else "" if value is None else raw
    key = json.loads(member["key"], strict=False)
    places = (member.end("key"), member.end("gap"), start, end)
    return Entry(key, value, shown, *places, style, style is not Style.OTHER, items)


def _value_end(text: str, at: int) -> int:
    """Where the value at `at` ends, or -1 where there is none."""
    try:
        return _DECODER.raw_decode(text, at)[1]
    except (ValueError, RecursionError):
        return -1


def _items(piece: str, start: int, values: list[Value]) -> Iterator[Item]:
    at = start + 1
    for value in values:
        begin = _skip(piece, at)
        end = _value_end(piece, begin)
        text = isinstance(value, str)
        shown = value if isinstance(value, str) else AsTyped(piece[begin:end])
        yield Item(begin, end, Style.DOUBLE if text else Style.PLAIN, shown)
        comma = COMMA.match(piece, end)
        at = comma.end() if comma else end


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _is_whole(value: Value) -> bool:
    """Whether every text in `value` can be encoded: no half of a surrogate pair."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _kind(piece: str, start: int) -> ProblemKind:
    """What is wrong with the value at `start`, which is no JSON."""
    first = piece[start : start + 1]
    if first == '"':
        string = _STRING.match(piece, start)
        return ProblemKind.CONTROL_CHARACTER if string else ProblemKind.UNCLOSED_QUOTE
    if first in ("[", "{"):
        # Too deep for the decoder, or not closed on this line.
        deep = depth(piece[start:]) > _MAX_DEPTH
        return ProblemKind.TOO_DEEP if deep else ProblemKind.UNCLOSED_BRACKET
    if _WORD.match(piece, start):
        return ProblemKind.TOO_LARGE_NUMBER if len(piece) > _MAX_DIGITS else ProblemKind.SYNTAX
    return ProblemKind.NOT_QUOTED


def _broken(piece: str, member: re.Match[str], kind: ProblemKind) -> Entry:
    start = member.end()
    raw = piece[start:].rstrip()
    raw = raw.removesuffix(",").rstrip()
    end = start + len(raw)
    found = raw[:1] if kind in (ProblemKind.UNCLOSED_QUOTE, ProblemKind.UNCLOSED_BRACKET) else ""
    problem = Problem(kind, piece.count("\n", 0, start), start, end, found=found)
    key = json.loads(member["key"], strict=False)
    places = (member.end("key"), member.end("gap"), start, end)
    return Entry(key, raw, raw, *places, Style.PLAIN, "\n" not in raw, problem=problem)
