"""The title and the line below it, as the preview shows them above the article."""

import html
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, QLocale

from editor.front_matter import FrontMatter
from editor.gui.field_widgets import day_of

_NAME_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LIST_KEYS = ("tags", "categories")


@dataclass(frozen=True)
class ArticleHeader:
    """Plain texts: what a browser makes of the title, and date and tags in one line."""

    title: str
    meta: str


def article_header(front_matter: FrontMatter, path: Path | None, language: str) -> ArticleHeader:
    """The header of a post in `language` (a code like "fr", or "" for the window's)."""
    field = front_matter.field("title")
    title = field.shown if field and isinstance(field.shown, str) else ""
    parts = [_date(front_matter, path, language)]
    for key in _LIST_KEYS:
        listed = front_matter.field(key)
        if listed and isinstance(listed.value, list):
            parts.append(", ".join(listed.shown))
    return ArticleHeader(
        html.unescape(_TAG.sub("", title)), " · ".join(part for part in parts if part)
    )


def name_date(path: Path | None) -> str:
    """The ISO day that a file's name starts with, or ""."""
    match = _NAME_DATE.match(path.name) if path else None
    if match is None:
        return ""
    day = QDate(*map(int, match.groups()))
    return day.toString("yyyy-MM-dd") if day.isValid() else ""


def _date(front_matter: FrontMatter, path: Path | None, language: str) -> str:
    field = front_matter.field("date")
    written = field.shown if field and isinstance(field.shown, str) else ""
    day = day_of(written) or day_of(name_date(path))
    if day is None:
        return written
    locale = QLocale(language) if language else QLocale()
    pattern = "MMMM d, yyyy" if locale.name() == "en_US" else "d MMMM yyyy"
    return locale.toString(day, pattern)
