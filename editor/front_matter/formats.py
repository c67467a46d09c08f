"""The formats of front matter, each a module with the functions of `Format`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Protocol

from ..edits import Edit
from .entries import Piece, field_of
from .finding import find as find
from .head import Head, Problem, ProblemKind
from .model import Field, FrontMatter, Value
from .yaml_loader import MAX_LENGTH

_MAX_FIELDS = 2000


class Format(Protocol):
    """What each format's module offers. Writing raises ValueError where it has no way to write."""

    def pieces(self, content: str, at_most: int) -> list[Piece]:
        """The first `at_most` fields of a head without its fences."""

    def with_value(self, text: str, fields: Sequence[Field], field: Field, value: Value) -> Edit:
        """`field` with that value."""

    def with_new(
        self, text: str, head: Head, fields: Sequence[Field], key: str, value: Value
    ) -> Edit:
        """A field that is new."""

    def without(self, text: str, fields: Sequence[Field], field: Field) -> Edit:
        """The head without `field`."""

    def with_key(self, text: str, field: Field, key: str) -> Edit:
        """`field` under another key."""

    def whole(self, key: str, value: Value) -> str:
        """Front matter of that one field."""

    def quoted_value(self, text: str, field: Field) -> Edit | None:
        """The first place in `field` that quotes mend, mended."""

    def values(self, text: str, fields: Sequence[Field]) -> dict[str, object]:
        """What a reader makes of the fields."""

    def reads_whole(self, content: str) -> bool:
        """Whether a reader of a whole head, without its fences, reads this one."""


class _Formats(Mapping[str, Format]):
    """The formats by name. Each is imported when it is first asked for: a post has but one."""

    _NAMES = ("yaml", "toml", "json", "header")

    def __getitem__(self, name: str) -> Format:
        if name not in self._NAMES:
            raise KeyError(name)
        return import_module(f".{name}_format", __package__)

    def __iter__(self) -> Iterator[str]:
        return iter(self._NAMES)

    def __len__(self) -> int:
        return len(self._NAMES)


FORMATS: Mapping[str, Format] = _Formats()


def read(text: str) -> FrontMatter:
    """The front matter of `text`, one of format "" where there is none. Never fails.

    Time is linear in the length of `text`, and bounded where the front matter itself is hostile.
    """
    head = find(text)
    if head is None:
        return FrontMatter("", 0, 0, (), ())
    content = text[head.fields_start : head.fields_end]
    known = FORMATS[head.format]
    line = text.count("\n", 0, head.fields_start)
    pieces = known.pieces(content, _MAX_FIELDS + 1) if len(content) <= MAX_LENGTH else None
    if pieces is None or len(pieces) > _MAX_FIELDS:
        too_long = Problem(ProblemKind.TOO_LONG, line, head.fields_start, head.fields_end)
        return FrontMatter(head.format, head.start, head.end, (), (*head.problems, too_long))
    fields: list[Field] = []
    stray: list[Problem] = []
    repeated: list[Problem] = []
    keys: set[str] = set()
    at = 0
    for piece in pieces:
        line += content.count("\n", at, piece.start)
        at = piece.start
        offset, end = head.fields_start + piece.start, head.fields_start + piece.end
        if isinstance(piece.entry, Problem):
            stray.append(piece.entry.moved(line, offset))
            continue
        field = field_of(piece.entry, text, (offset, end), line, head.format)
        if field.key in keys and not piece.may_repeat:
            repeated.append(_repeated(field, head.format))
        keys.add(field.key)
        fields.append(field)
    if stray and not fields:
        stray = [replace(stray[0], kind=ProblemKind.NOT_A_MAPPING, end=stray[-1].end)]
    problems = [*head.problems, *stray, *repeated]
    problems += [field.problem for field in fields if field.problem]
    problems.sort(key=lambda problem: problem.line)
    return FrontMatter(head.format, head.start, head.end, tuple(fields), tuple(problems))


def _repeated(field: Field, form: str) -> Problem:
    kind = ProblemKind.DUPLICATE_KEY
    spoils = form == "toml"  # readers of the others take the later field
    return Problem(kind, field.line, field.start, field.end, field.key, spoils_all=spoils)
