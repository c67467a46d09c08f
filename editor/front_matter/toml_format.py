"""TOML front matter: between two lines `+++`, as Hugo and Zola find it."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from ..edits import Edit
from . import toml_reading
from .entries import Entry, Piece, Spacing, spacing
from .head import Head, Problem, ProblemKind
from .model import Field, Value
from .toml_writing import USUAL, mended, new_field, rewritten, written_key

_OPENING = re.compile(r"\ufeff?(?P<fence>\+\+\+)[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_TABLE_LINE = re.compile(r"\[\[?[\w\-.]+\]\]?[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"""[ \t]*(?:[\w\-"'.]+[ \t]*=|\[|#|["'{}\]])""")


def find(text: str) -> Head | None:
    """The front matter `text` starts with. Unclosed, it ends at the first line that is no field."""
    opening = _OPENING.match(text)
    if not opening:
        return None
    start = opening.start("fence")
    closing = _CLOSING.search(text, opening.end())
    if closing:
        return Head("toml", start, opening.end(), closing.start(), closing.end())
    end = _fields_end(text, opening.end())
    if end == opening.end():
        return None
    problem = Problem(ProblemKind.UNCLOSED, text.count("\n", 0, end), end, end)
    return Head("toml", start, opening.end(), end, end, (problem,))


def _fields_end(text: str, start: int) -> int:
    """Where the lines from `start` on stop to look like fields or tables."""
    end = at = start
    blank = False
    while at < len(text):
        line_end = text.find("\n", at) + 1 or len(text)
        is_blank = not text[at:line_end].strip()
        if not is_blank:
            if not (_TABLE_LINE if blank else _LINE).match(text, at, line_end):
                break
            end = line_end
        blank = is_blank
        at = line_end
    return end


def pieces(content: str, at_most: int) -> list[Piece]:
    """The first `at_most` fields and tables of a head without its fences."""
    return list(islice(toml_reading.pieces(content), at_most))


def with_value(text: str, _fields: Sequence[Field], field: Field, value: Value) -> Edit:
    """The lines of `field` with `value`. Raises ValueError where that cannot be written."""
    return Edit(field.start, field.end, rewritten(text[field.start : field.end], value))


def with_new(text: str, head: Head, fields: Sequence[Field], key: str, value: Value) -> Edit:
    """A new field below the last that belongs to no table. Raises ValueError."""
    above = [field for field in fields if not _is_table(text, field)]
    place = above[-1].end if above else head.fields_start
    line = new_field(key, value, _spacing(text, above))
    if text[place - 1 : place] != "\n":  # an unclosed head that the text ends with
        line = "\n" + line.rstrip("\n")
    return Edit(place, place, line)


def without(_text: str, _fields: Sequence[Field], field: Field) -> Edit:
    """The head without the lines of `field`."""
    return Edit(field.start, field.end, "")


def with_key(text: str, field: Field, key: str) -> Edit:
    """`field` under another key. Raises ValueError where that cannot be written."""
    found = toml_reading.FIELD.match(text, field.start)
    if not found:
        raise ValueError("a table")
    return Edit(found.start("key"), found.end("key"), written_key(key))


def whole(key: str, value: Value) -> str:
    """Front matter of that one field. Raises ValueError where it cannot be written."""
    return f"+++\n{new_field(key, value, USUAL)}+++\n"


def quoted_value(_text: str, field: Field) -> Edit | None:
    """`field` with the quotes it needs; None where there is no sure mend."""
    new = mended(field)
    return Edit(field.value_start, field.value_end, new) if new else None


def values(text: str, fields: Sequence[Field]) -> dict[str, object]:
    """What a reader makes of the fields: dotted keys and tables within one another."""
    found: dict[str, Any] = {}
    for field in fields:
        header = toml_reading.TABLE.match(text, field.start)
        written = header or toml_reading.FIELD.match(text, field.start)
        *names, last = toml_reading.path(written["key"]) if written else [field.key]
        table = found
        for name in names:
            table = _table_in(table, name)
        if isinstance(field.value, list) and header and isinstance(table.get(last), list):
            table[last] += field.value
        elif isinstance(field.value, dict) and isinstance(table.get(last), dict):
            table[last] |= field.value
        else:
            table[last] = field.value
    return found


@lru_cache(maxsize=8)
def reads_whole(content: str) -> bool:
    """Whether tomllib reads a whole head."""
    try:
        tomllib.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _table_in(table: dict[str, Any], name: str) -> dict[str, Any]:
    """The table `name` in `table`: of a list of tables the last, made where it is missing."""
    inner = table.setdefault(name, {})
    if isinstance(inner, list) and inner:
        inner = inner[-1]
    if not isinstance(inner, dict):  # a broken table, or a key used twice
        inner = table[name] = {}
    return inner


def _is_table(text: str, field: Field) -> bool:
    return toml_reading.TABLE.match(text, field.start) is not None


def _spacing(text: str, fields: Sequence[Field]) -> Spacing:
    lines = [text[field.start : field.end] for field in fields]
    entries = [
        (line, entry) for line in lines if isinstance(entry := toml_reading.read_entry(line), Entry)
    ]
    return spacing(entries, USUAL)
