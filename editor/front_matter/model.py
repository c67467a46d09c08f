"""What a post's front matter is made of: fields with their places in the text.

Lines count from 0 and offsets in code points, both in the whole text of the post.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum, auto
from typing import TypeAlias

from .head import Problem

Value: TypeAlias = (
    "str | bool | int | float | date | datetime | time | list[Value] | dict[str, Value] | None"
)


class AsTyped(str):
    """A value in the notation of the front matter itself, written as it stands, without quotes.

    `AsTyped("1.10")` is set as `1.10`, where the plain text `"1.10"` would be quoted to stay text.
    """

    __slots__ = ()


FieldProblem: TypeAlias = Problem


@dataclass(frozen=True, slots=True)
class Field:
    """One key with its value, as a reader sees it and as it stands in the text."""

    key: str  # without quotes; else as written: `2024`, `no`
    value: Value  # what a reader makes of it; for a broken field `raw`
    raw: str  # text[value_start:value_end]
    line: int  # of the key
    start: int  # of the line of the key
    end: int  # after the line end of the field's last line
    value_start: int
    value_end: int  # before a comment
    problem: FieldProblem | None  # why a reader refuses it
    editable: bool  # False: the value can be changed in the source alone
    shown: str | tuple[str, ...]
    # For a text box or chips: texts as read, without the line end that ends a block; nothing for
    # null; all else as written. In a tuple what is no text is AsTyped, so that the tuple set again
    # changes nothing.

    format: str = "yaml"  # of the front matter

    def typed(self, text: str) -> Value:
        """What to set when the writer has typed `text` into the box that showed `shown`.

        A text stays a text; numbers, dates and switches are taken in the notation typed, and so is
        what fills an empty field, if it is one of these. An unquoted text that is emptied becomes
        an empty field, not `""`.
        """
        from .yaml_texts import is_typed

        quoted = self.raw[:1] in ("'", '"', "|", ">")
        if not text and not quoted:
            return None
        if self.format == "yaml" and self._becomes_block(text):
            return text + "\n"
        if not self.raw and self.value is None:
            return AsTyped(text) if is_typed(text) else text
        if self.problem and self.value == self.raw:
            return AsTyped(text) if quoted or self.raw[:1] in ("[", "{") else text
        return text if isinstance(self.value, str | None) else AsTyped(text)

    def _becomes_block(self, text: str) -> bool:
        """Whether `text` gets the line end that ends a block of YAML and is not shown."""
        from .yaml_texts import can_be_block

        sign = self.raw[:1]
        if sign in ("|", ">"):
            is_block = str(self.value).endswith("\n")
        else:
            is_block = "\n" in text and sign not in ("'", '"', "[", "{")
        return is_block and can_be_block(text)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a post, fences included: `text[start:end]`; `text[end:]` is the body."""

    format: str  # "yaml", "toml", "json", "header", or "" where the post has none
    start: int
    end: int
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]  # of the whole and of the fields, in the order of the lines

    def field(self, key: str) -> Field | None:
        """The field of that key; of several the last, which is the one readers take."""
        fields = reversed(self.fields)
        if self.format == "header":  # where Title and title are one key
            return next((field for field in fields if field.key.lower() == key.lower()), None)
        return next((field for field in fields if field.key == key), None)

    @property
    def refused(self) -> Problem | None:
        """The first problem for which a reader of the whole gets nothing of it, or None."""
        return next((problem for problem in self.problems if problem.spoils_all), None)


def same(one: object, other: object) -> bool:
    """Whether two values are equal and of the same types throughout: 1, 1.0 and True are not."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if type(one) is not type(other):
        return False
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one == other and one.utcoffset() == other.utcoffset()
    return one == other or (one != one and other != other)  # a NaN


def is_set(field: Field, value: Value) -> bool:
    """Whether `field` has that value already, in that notation where it is AsTyped."""
    if isinstance(value, AsTyped):
        return field.raw == value
    if isinstance(value, list) and any(isinstance(part, AsTyped) for part in value):
        return isinstance(field.shown, tuple) and _typed(field.shown) == _typed(value)
    return same(field.value, value)


def _typed(values: Sequence[Value]) -> list[tuple[bool, Value]]:
    return [(isinstance(value, AsTyped), value) for value in values]


class Refusal(StrEnum):
    """Why a field was not written. Nothing has changed then."""

    NO_SUCH_FIELD = auto()
    KEY_TAKEN = auto()  # another field has that key already
    READ_ONLY = auto()  # it cannot be changed exactly: edit it in the source
    NOT_WRITABLE = auto()  # the format has no way to write the value
    BROKEN_FRONT_MATTER = auto()  # over the limits, or no fields
    NOT_MENDABLE = auto()  # no one sure mend
    NOT_EXACT = auto()  # read back, the value or something else came out different


class FieldError(ValueError):
    """A field was not written. Its own text is for logs and tests; the GUI words it."""

    def __init__(self, key: str, line: int, problem: Refusal) -> None:
        super().__init__(f"{key} (line {line + 1}): {problem}")
        self.key, self.line, self.problem = key, line, problem
