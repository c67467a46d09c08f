"""A post: the text of a file, read as front matter and body. Reading changes no character."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Self

from editor.front_matter import values
from editor.front_matter.formats import find
from editor.prose import likely_language


@dataclass(frozen=True)
class Post:
    """A post's text cut in two, so that `head + body` is the text again.

    `head` is the front matter with the lines that fence it, or "" where there is none.
    """

    head: str
    body: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Cut `text` where its front matter ends."""
        head = find(text)
        end = head.end if head else 0
        return cls(text[:end], text[end:])

    @property
    def body_line(self) -> int:
        """The line of the file on which the body starts, counted from 0."""
        return self.head.count("\n")

    @cached_property
    def values(self) -> dict[str, object]:
        """The fields of the front matter as a reader takes them; a broken one is its own text."""
        return values(self.head)

    @property
    def title(self) -> str:
        """The title as the file holds it, entities and all, or ""."""
        value = self.values.get("title")
        return "" if value is None else str(value)

    def day(self, file_name: str = "") -> date | None:
        """The day the post is dated, by its front matter, else by the name of its file."""
        written = _ISO_DAY.match(str(self.values.get("date", "")))
        return (_day(written) if written else None) or named_day(file_name)

    @property
    def is_draft(self) -> bool:
        """Whether the post says that it is not to be published."""
        return self.values.get("draft") is True or self.values.get("published") is False

    @cached_property
    def language(self) -> str:
        """The post's language, such as "fr": the one it names, else French or English, or ""."""
        for key in ("lang", "language", "locale"):
            if isinstance(named := self.values.get(key), str) and (code := _CODE.match(named)):
                return code[0].lower()
        return likely_language(self.body)


def slug(file_name: str) -> str:
    """What a file's name calls the post: without its date, and without its extension.

    Source: DATE_FILENAME_MATCHER in Jekyll's lib/jekyll/document.rb
    """
    return _NAME.sub("", PurePath(file_name).stem, count=1)


def named_day(file_name: str) -> date | None:
    """The day that a file's name starts with, as in 2009-06-24-title.md or 2024-1-9-title.md."""
    name = _NAME.match(file_name)
    return _day(name) if name else None


_NAME = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def _day(match: re.Match[str]) -> date | None:
    year, month, day = map(int, match.groups())
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:  # the 30th of February
        return None


_CODE = re.compile(r"[a-zA-Z]{2,3}(?![a-zA-Z])")
