"""What fields of one post looked like, so that a value set again gets its own characters back.

A value alone does not tell how its writer broke its lines, or that it was broken: a function of the
text and the value can only guess. Whoever changes fields one after the other keeps a `Remembered`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from .formats import read
from .model import Field, Value, is_set

_MOST = 50  # looks of one field, beside the first


@dataclass(frozen=True, slots=True)
class Look:
    """A field as it was read, and the lines it stood on."""

    field: Field
    lines: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """The looks that the fields of one post have had, by their keys, the latest last."""

    looks: tuple[Look, ...] = ()

    def seeing(self, text: str, key: str) -> Self:
        """This, and how the field `key` stands in `text`: to be called before it is set."""
        field = read(text).field(key)
        if field is None:
            return self
        look = Look(field, text[field.start : field.end])
        same_key = [one for one in self.looks if one.field.key == field.key]
        dropped = same_key[1] if len(same_key) > _MOST else None
        kept = (
            one
            for one in self.looks
            if one is not dropped and (one.field.key != field.key or one.lines != look.lines)
        )
        return type(self)((*kept, look))

    def lines(self, key: str, value: Value) -> Iterator[str]:
        """The lines on which `key` was `value`, the likeliest first, those of a broken field last.

        A broken field was its own text.
        """
        found = [
            look
            for look in reversed(self.looks)
            if look.field.key == key and is_set(look.field, value)
        ]
        found.sort(key=lambda look: look.field.problem is not None)
        return (look.lines for look in found)


NOTHING = Remembered()
