"""YAML front matter, read and written field by field; `yaml_head` finds it."""

from collections.abc import Sequence
from functools import lru_cache

import yaml

from ..edits import Edit
from . import yaml_pieces
from .entries import Entry, Piece
from .head import Head, Problem
from .model import Field, Value
from .yaml_fields import new_field, rewritten, written_key
from .yaml_loader import load_whole
from .yaml_manner import Manner, manner
from .yaml_problems import mended
from .yaml_reading import read_entry

_MAX_PIECES = 2000


def pieces(content: str, at_most: int) -> list[Piece]:
    """The first `at_most` fields of a head without its fences."""
    found = yaml_pieces.pieces(content, at_most)
    strays = sum(isinstance(piece.entry, Problem) for piece in found)
    if 0 < strays < at_most and reads_whole(content):  # YAML as nobody writes it: `? key`
        return [piece for piece in found if isinstance(piece.entry, Entry)]
    return found


def with_value(text: str, fields: Sequence[Field], field: Field, value: Value) -> Edit:
    """The lines of `field` with `value`. Raises ValueError where that cannot be written."""
    around = _manner(text, [one for one in fields if one is not field])
    lines = rewritten(text[field.start : field.end], value, around)
    return Edit(field.start, field.end, lines)


def with_new(text: str, head: Head, fields: Sequence[Field], key: str, value: Value) -> Edit:
    """A new field below the last. Raises ValueError where its key or value cannot be written."""
    lines = new_field(key, value, _manner(text, fields))
    place = fields[-1].end if fields else head.fields_end
    if text[place - 1 : place] != "\n":  # an unclosed head that the text ends with
        lines = "\n" + lines.rstrip("\n")
    return Edit(place, place, lines)


def without(_text: str, _fields: Sequence[Field], field: Field) -> Edit:
    """The head without the lines of `field`."""
    return Edit(field.start, field.end, "")


def with_key(text: str, field: Field, key: str) -> Edit:
    """`field` under another key. Raises ValueError where that cannot be written."""
    lines = text[field.start : field.end]
    entry = read_entry(lines)
    if not isinstance(entry, Entry):
        raise ValueError("no field")
    start = len(lines) - len(lines.lstrip(" "))
    return Edit(field.start + start, field.start + entry.key_end, written_key(key))


def whole(key: str, value: Value) -> str:
    """Front matter of that one field. Raises ValueError where it cannot be written."""
    return f"---\n{new_field(key, value, Manner())}---\n"


def quoted_value(text: str, field: Field) -> Edit | None:
    """The first place in `field` that quotes mend, mended; None where there is no sure mend."""
    problem = field.problem
    if problem is None:
        return None
    raw = text[problem.start : problem.end]
    new = mended(raw, problem.kind)
    return Edit(problem.start, problem.end, new) if new else None


def values(_text: str, fields: Sequence[Field]) -> dict[str, object]:
    """What a reader makes of the fields, by their keys; of two with one key the later counts."""
    return {field.key: field.value for field in fields}


@lru_cache(maxsize=8)
def reads_whole(content: str) -> bool:
    """Whether python-frontmatter, which reads a head at once or not at all, reads this one.

    A day that does not exist is left out of account: Psych takes it for text.
    """
    try:
        return isinstance(load_whole(content), dict)
    except yaml.YAMLError:
        return False
    except (ValueError, OverflowError):
        return True


def _manner(text: str, fields: Sequence[Field]) -> Manner:
    return manner([text[field.start : field.end] for field in fields])
