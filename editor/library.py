"""The posts of a folder: which files are posts, and what a list shows of them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor import front_matter

_POST_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd", ".mkdn"}
_BUILT_FOLDERS = {"_site", "public", "output", "node_modules", "vendor", "themes", "_layouts"}
_DRAFT_FOLDERS = {"_drafts", "drafts"}
_DATED_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_HEAD_READ = 16_384  # bytes of a file read for its entry in a list


@dataclass(frozen=True)
class Entry:
    """A post as a list shows it."""

    path: Path
    title: str
    date: str  # the ISO day of the name, or as the post's `date` starts; "" for none
    is_draft: bool


def find_posts(folder: Path) -> Iterator[Path]:
    """The post files below `folder`, hidden and built folders left out. Links are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in _BUILT_FOLDERS and not name.startswith(".")
        )
        for name in sorted(names):
            if Path(name).suffix.lower() in _POST_SUFFIXES and not name.startswith("."):
                yield Path(place) / name


def read_entry(path: Path) -> Entry:
    """What a list shows of the post at `path`; of an unreadable one, its name."""
    dated = _DATED_NAME.match(path.stem)
    date = "-".join(part.zfill(2) for part in dated.groups()[:3]) if dated else ""
    title = (dated[4] if dated else path.stem).replace("-", " ")
    is_draft = bool(_DRAFT_FOLDERS & {parent.name for parent in path.parents})
    try:
        if not path.is_file():  # to open a pipe would wait for its writer
            return Entry(path, title, date, is_draft)
        with path.open("rb") as file:
            start = file.read(_HEAD_READ)
    except OSError:
        return Entry(path, title, date, is_draft)
    text = start.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    fields = front_matter.read(text)
    written, when, draft = (fields.field(key) for key in ("title", "date", "draft"))
    if written and isinstance(written.shown, str) and written.shown:
        title = written.shown
    if when and isinstance(when.shown, str) and when.shown:
        date = when.shown[:10]
    return Entry(path, title, date, is_draft or (draft is not None and draft.value is True))


def in_order(entries: list[Entry]) -> list[Entry]:
    """Drafts first, then the newest."""
    newest = sorted(entries, key=lambda entry: (entry.date, entry.path.name), reverse=True)
    return sorted(newest, key=lambda entry: not entry.is_draft)
