"""The title and the line below it, as the preview shows them above the article."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from editor.front_matter import FrontMatter
from editor.gui.fields.dates import in_words
from editor.site_page.model import shown_title

_LIST_KEYS = ("tags", "categories")


@dataclass(frozen=True)
class ArticleHeader:
    """Plain texts: what a browser makes of the title, and date and tags in one line."""

    title: str
    meta: str


def article_header(fields: FrontMatter, day: date | None, language: str) -> ArticleHeader:
    """The header of a post of that `day`, worded in `language` (as "fr"; "" is the window's)."""
    parts = [_in_words(day, language) if day else _written(fields)]
    for key in _LIST_KEYS:
        listed = fields.field(key)
        if listed and isinstance(listed.value, list):
            parts.append(", ".join(listed.shown))
    return ArticleHeader(shown_title(fields), " · ".join(part for part in parts if part))


def _in_words(day: date, language: str) -> str:
    locale = QLocale(language) if language else QLocale()
    return in_words(QDate(day.year, day.month, day.day), locale)


def _written(fields: FrontMatter) -> str:
    """What stands for a date that is none."""
    field = fields.field("date")
    return field.shown if field and isinstance(field.shown, str) else ""
