"""What the index of a folder has of single posts, for others than the process that keeps it."""

import json
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from .finding import Stamp
from .index import VERSION

_PATIENCE = 0.2  # seconds to wait for the process that writes
_POST = "SELECT changed, size, inode, entry, uses FROM posts WHERE place = ?"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a post as it was at `stamp`."""

    stamp: Stamp
    entry: list[Any]  # for `Entry.of_row`
    taught: list[Any]  # for `Taught.of_row`


class KnownPosts:
    """Looks posts up in an index, and changes nothing there. No index has no posts."""

    def __init__(self, index: Path | None) -> None:
        self._base: sqlite3.Connection | None = None
        if index is None or not index.is_file():
            return
        with suppress(sqlite3.Error):
            address = f"file:{quote(str(index))}?mode=ro"
            base = sqlite3.connect(address, timeout=_PATIENCE, uri=True)
            self._base = base
            if base.execute("PRAGMA user_version").fetchone() != (VERSION,):
                self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def post(self, place: str) -> Kept | None:
        """What is kept of the post at `place` below the folder; None where nothing is."""
        if self._base is None:
            return None
        try:
            row = self._base.execute(_POST, (os.fsencode(place),)).fetchone()
            if row is None:
                return None
            *stamp, entry, taught = row
            return Kept(Stamp(*stamp), json.loads(entry), json.loads(taught))
        except (sqlite3.Error, ValueError, TypeError):  # locked, or damaged: the post itself tells
            return None
