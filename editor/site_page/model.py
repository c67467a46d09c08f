"""A built page, and what must be known of it to put another text into it."""

import html
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from editor.front_matter import FrontMatter

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that the site's generator has built of the post `source`."""

    html: str
    path: Path  # of the page
    root: Path  # the folder that holds the built site
    folder: str  # the address of the page's folder below `root`, which begins and ends with "/"
    source: Path
    title: str  # of that post, as a browser shows it
    day: date | None  # on which that post is dated
    is_own: bool  # whether it is the page of the post that is to be shown
    base: str = ""  # the path that the site's own addresses start with, "/blog", or ""
    hosts: tuple[str, ...] = ()  # on which the site itself lies
    article: tuple[str, ...] = ()  # the HTML of that post's blocks; () where it is the one shown


def shown_title(fields: FrontMatter) -> str:
    """The title of a post as a browser shows it: without tags and character references."""
    field = fields.field("title")
    title = field.shown if field and isinstance(field.shown, str) else ""
    return html.unescape(_TAG.sub("", title))
