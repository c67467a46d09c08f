"""The formats of front matter, each a module with the functions of `Format`."""

from collections.abc import Sequence
from typing import Protocol

from ..edits import Edit
from . import yaml_format
from .model import Field, FrontMatter, Head, Problem, ProblemKind, Value


class Format(Protocol):
    """What each format's module offers. Writing raises ValueError where it has no way to write."""

    def find(self, text: str) -> Head | None: ...

    def read(self, text: str, head: Head) -> tuple[list[Field], list[Problem]]: ...

    def with_value(
        self, text: str, fields: Sequence[Field], field: Field, value: Value
    ) -> Edit: ...

    def with_new(
        self, text: str, head: Head, fields: Sequence[Field], key: str, value: Value
    ) -> Edit: ...

    def without(self, text: str, field: Field) -> Edit: ...

    def whole(self, key: str, value: Value) -> str: ...

    def quoted_value(self, text: str, field: Field) -> Edit | None: ...

    def reads_whole(self, text: str, head: Head) -> bool: ...


FORMATS: dict[str, Format] = {"yaml": yaml_format}


def find(text: str) -> Head | None:
    """The head that `text` starts with, in whichever format, or None."""
    return next((head for known in FORMATS.values() if (head := known.find(text))), None)


def read(text: str) -> FrontMatter:
    """The front matter of `text`, one of format "" where there is none. Never fails.

    Time is linear in the length of `text`, and bounded where the front matter itself is hostile.
    """
    head = find(text)
    if head is None:
        return FrontMatter("", 0, 0, (), ())
    fields, problems = FORMATS[head.format].read(text, head)
    problems += head.problems
    problems += [field.problem for field in fields if field.problem]
    problems += _duplicates(fields)
    problems.sort(key=lambda problem: problem.line)
    return FrontMatter(head.format, head.start, head.end, tuple(fields), tuple(problems))


def _duplicates(fields: list[Field]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for field in fields:
        if field.key in seen:
            kind = ProblemKind.DUPLICATE_KEY
            problems.append(Problem(kind, field.line, field.start, field.end, field.key))
        seen.add(field.key)
    return problems
