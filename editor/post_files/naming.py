"""What a post's file may be called by: its title and its day."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from editor.front_matter import FrontMatter
from editor.post import day_of


@dataclass(frozen=True)
class Naming:
    """What a post's name may follow."""

    title: str
    day: date | None

    @classmethod
    def of(cls, front: FrontMatter) -> Self:
        """What the front matter says of it."""
        field = front.field("title")
        is_text = field is not None and isinstance(field.value, str)
        return cls(str(field.value) if field is not None and is_text else "", day_of(front))
