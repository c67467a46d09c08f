"""JSON front matter: an object in braces, as for Hugo, or its members and `;;;`, as for Hexo."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from itertools import islice

from ..edits import Edit
from . import json_reading
from .entries import Entry, Piece, Style, first_that_holds, in_brackets, in_notation, kept_items
from .head import Head, Problem, ProblemKind
from .json_reading import COMMA, MEMBER, read_entry
from .model import AsTyped, Field, Value
from .yaml_splice import spliced

_OPENING = re.compile(r'\ufeff?(?P<brace>\{)(?=[ \t\n]*["}])')
_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[{]|[\]}]')
_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|\Z)")
_HEXO = re.compile(r'\ufeff?(?P<fence>(?P<opening>;{3,})[ \t]*\n)?(?=[ \t]*")')
_HEXO_CLOSING = re.compile(r"^;{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)|\Z")
_MAX_SEARCHED = 300_000


def find(text: str) -> Head | None:
    """The front matter `text` starts with.

    Source: lexFrontMatterJSON in Hugo's parser/pageparser/pagelexer.go, and rFrontMatter in
    hexo-front-matter's lib/front_matter.ts
    """
    opening = _OPENING.match(text)
    if not opening:
        return _find_hexo(text)
    start = opening.start("brace")
    deep = 0
    for bracket in _BRACKETS.finditer(text, start, start + _MAX_SEARCHED):
        deep += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if deep == 0:
            rest = _REST_OF_LINE.match(text, bracket.end())
            return Head("json", start, start + 1, bracket.start(), rest.end()) if rest else None
    blank = _BLANK_LINE.search(text, start)
    end = min(blank.start() + 1, len(text)) if blank else len(text)
    problem = Problem(ProblemKind.UNCLOSED, text.count("\n", 0, end), end, end)
    return Head("json", start, start + 1, end, end, (problem,))


def _find_hexo(text: str) -> Head | None:
    opening = _HEXO.match(text)
    closing = _HEXO_CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing or not MEMBER.match(text, opening.end()):
        return None
    start = 1 if text.startswith("\ufeff") else 0
    problems: tuple[Problem, ...] = ()
    if not opening["fence"]:
        problems = (Problem(ProblemKind.NO_OPENING_FENCE, 0, start, start),)
    return Head("json", start, opening.end(), closing.start(), closing.end(), problems)


def pieces(content: str, at_most: int) -> list[Piece]:
    """The first `at_most` members of an object without its braces."""
    return list(islice(json_reading.pieces(content), at_most))


def with_value(text: str, _fields: Sequence[Field], field: Field, value: Value) -> Edit:
    """`field` with `value`. Raises ValueError where that cannot be written."""
    return Edit(field.start, field.end, _rewritten(text[field.start : field.end], value))


def with_new(text: str, head: Head, fields: Sequence[Field], key: str, value: Value) -> Edit:
    """A new member below the last. Raises ValueError where it cannot be written."""
    if not fields:
        member = f"{_dumped(key)}: {_dumped(value)}"
        return Edit(head.fields_start, head.fields_end, f"\n  {member}\n")
    last = fields[-1]
    place = MEMBER.match(text, last.start)
    if not place:
        raise ValueError("no member to follow")
    before = fields[-2].value_end if len(fields) > 1 else head.fields_start
    comma = COMMA.match(text, before)
    lead = text[comma.end() if comma else before : place.start("key")]
    colon = text[place.end("key") : place.end()]
    lines = any("\n" in field.raw for field in fields if isinstance(field.value, list))
    indent = lead.rpartition("\n")[2]
    written = _dumped(value)
    if isinstance(value, list) and value and lines:
        inner = "".join(f"\n{indent * 2}{_dumped(part)}," for part in value)
        written = f"[{inner[:-1]}\n{indent}]"
    member = f"{lead}{_dumped(key)}{colon}{written}"
    end = COMMA.match(text, last.value_end)  # one too many is put to use
    return (
        Edit(end.end(), end.end(), member)
        if end
        else Edit(last.value_end, last.value_end, "," + member)
    )


def without(text: str, fields: Sequence[Field], field: Field) -> Edit:
    """The head without `field` and the comma it needs no more."""
    i = next(i for i, one in enumerate(fields) if one is field)
    member = MEMBER.match(text, field.start)
    comma = COMMA.match(text, field.value_end)
    if comma or i == 0:
        start, end = field.start, field.end
        if not text[start:end].endswith("\n") and comma:  # on one line with the next
            end = comma.end() + len(text[comma.end() :]) - len(text[comma.end() :].lstrip(" "))
        elif not comma:
            end = field.value_end
            start = text.rfind("\n", 0, start) if text[start - 1 : start] == "\n" else start
        return Edit(start, end, "")
    if not member:
        raise ValueError("no member")
    return Edit(fields[i - 1].value_end, field.value_end, "")


def with_key(text: str, field: Field, key: str) -> Edit:
    """`field` under another key."""
    member = MEMBER.match(text, field.start)
    if not member:
        raise ValueError("no member")
    return Edit(member.start("key"), member.end("key"), _dumped(key))


def whole(key: str, value: Value) -> str:
    """Front matter of that one field. Raises ValueError where it cannot be written."""
    return f"{{\n  {_dumped(key)}: {_dumped(value)}\n}}\n"


def quoted_value(_text: str, field: Field) -> Edit | None:
    """`field` with the quotes it needs; None where there is no sure mend."""
    kind = field.problem.kind if field.problem else None
    new = ""
    if kind is ProblemKind.NOT_QUOTED:
        new = _dumped(field.raw.strip("'"))
    elif kind is ProblemKind.UNCLOSED_QUOTE:
        new = _dumped(field.raw[1:])
    return Edit(field.value_start, field.value_end, new) if new else None


def values(_text: str, fields: Sequence[Field]) -> dict[str, object]:
    """What a reader makes of the fields; of two with one key the later counts."""
    return {field.key: field.value for field in fields}


@lru_cache(maxsize=8)
def reads_whole(content: str) -> bool:
    """Whether Python's json reads a whole head."""
    try:
        json.loads(f"{{{content}}}")
    except (ValueError, RecursionError):
        return False
    return True


def _rewritten(lines: str, value: Value) -> str:
    entry = read_entry(lines)
    if not isinstance(entry, Entry):
        raise ValueError("no member")
    raw = lines[entry.value_start : entry.value_end]
    value = in_notation(entry, raw, value)
    if isinstance(value, date | time) and not isinstance(value, AsTyped):
        value = value.isoformat()
    before, behind = lines[: entry.value_start], lines[entry.value_end :]
    ways = (before + new + behind for new in _candidates(lines, entry, raw, value))
    return first_that_holds(ways, entry, value, read_entry)


def _candidates(lines: str, entry: Entry, raw: str, value: Value) -> Iterator[str]:
    ascii_only = "\\u" in raw and raw.isascii()
    if isinstance(value, list) and entry.style is Style.FLOW:
        parts = [
            lines[entry.items[old].start : entry.items[old].end]
            if old is not None
            else _dumped(value[place], ascii_only=ascii_only)
            for place, old in enumerate(kept_items(entry, value))
        ]
        yield in_brackets(lines, entry, parts)
    if isinstance(value, str) and isinstance(entry.value, str) and not entry.problem:
        new = spliced(raw, entry.value, value, Style.DOUBLE, "")
        if new is not None and (new.isascii() or not ascii_only) and type(value) is str:
            yield new
    yield _dumped(value, ascii_only=ascii_only)


def _dumped(value: Value, *, ascii_only: bool = False) -> str:
    if isinstance(value, AsTyped):
        return str(value)
    if isinstance(value, date | datetime | time):
        return f'"{value.isoformat()}"'
    if isinstance(value, list):
        return "[" + ", ".join(_dumped(part, ascii_only=ascii_only) for part in value) + "]"
    return json.dumps(value, ensure_ascii=ascii_only, allow_nan=False)
