"""A post: the text of a file, read as front matter and body. Reading changes no character."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Self

from editor.front_matter import FrontMatter, Value, read, values
from editor.front_matter.finding import find


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

    @cached_property
    def _fields(self) -> FrontMatter:
        return read(self.head)

    @property
    def title(self) -> str:
        """The title as the file holds it, entities and all, or ""."""
        value = _value(self._fields, "title")
        return "" if value is None else str(value)

    def day(self, file_name: str = "") -> date | None:
        """The day the post is dated, by its front matter, else by the name of its file."""
        return day_of(self._fields, file_name)

    @property
    def is_draft(self) -> bool:
        """Whether the post says that it is not to be published."""
        fields = self._fields
        return _value(fields, "draft") is True or _value(fields, "published") is False

    @cached_property
    def language(self) -> str:
        """The post's language, such as "fr": the one it names, else French or English, or ""."""
        return language_of(self._fields, self.body)


def day_of(fields: FrontMatter, file_name: str = "") -> date | None:
    """The day that a post of these fields is dated, else the one in the name of its file."""
    written = _ISO_DAY.match(str(_value(fields, "date")))
    return (_day(written) if written else None) or named_day(file_name)


def language_of(fields: FrontMatter, body: str) -> str:
    """The language that the fields name, such as "fr", else the likely one of `body`, or ""."""
    for key in ("lang", "language", "locale"):
        if isinstance(named := _value(fields, key), str) and (code := _CODE.match(named)):
            return code[0].lower()
    from editor.prose import likely_language  # its patterns take long to compile

    return likely_language(body)


def _value(fields: FrontMatter, key: str) -> Value:
    field = fields.field(key)
    return field.value if field is not None else None


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
