"""The title and the line below it, as the preview shows them above the article."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

from editor.gui.fields.dates import in_words

if TYPE_CHECKING:
    from editor.rendering import Header


@dataclass(frozen=True)
class ArticleHeader:
    """Plain texts: what a browser makes of the title, and date and tags in one line."""

    title: str
    meta: str


def article_header(header: "Header") -> ArticleHeader:
    """What `header` says, worded in the language of the post; that of the window if unknown."""
    parts = [_in_words(header) if header.day else header.written, *header.lists]
    return ArticleHeader(header.title, " · ".join(part for part in parts if part))


def _in_words(header: "Header") -> str:
    locale = QLocale(header.language) if header.language else QLocale()
    return in_words(QDate.fromString(header.day, Qt.DateFormat.ISODate), locale)
