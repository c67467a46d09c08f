"""What was read of a folder's posts, kept in a database: the second opening reads it from there.

It holds nothing that the posts do not: damaged, or of another version, it is thrown away.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from heapq import nlargest
from pathlib import Path
from typing import Any, TypeAlias

from .entry import Entry, Reading
from .finding import Stamp

VERSION = 2  # of what is kept: another one is thrown away
_PATIENCE = 3.0  # seconds to wait for another process that writes
_TABLES = """
    CREATE TABLE posts (
        id INTEGER PRIMARY KEY, place BLOB UNIQUE, changed INTEGER, size INTEGER, inode INTEGER,
        is_draft INTEGER, day TEXT, entry TEXT, uses TEXT, body_line INTEGER, is_checked INTEGER
    );
    CREATE INDEX in_order ON posts (is_draft DESC, day DESC, place DESC);
    CREATE VIRTUAL TABLE texts USING fts5(
        title, words, body, tokenize = "unicode61 remove_diacritics 2"
    );
"""
_Place: TypeAlias = tuple[int, str, str]  # whether it is a draft, its day, its place
_ORDER = "ORDER BY is_draft DESC, day DESC, place DESC"
_SUFFIXES = ("", "-wal", "-shm", "-journal")
_KEPT_FOR = 90 * 86_400  # seconds after it was opened last


class Index:
    """The posts of one folder as they were last read. For one thread."""

    def __init__(self, path: Path | None) -> None:
        """Open the index at `path`, or make it; None: in memory. Raises sqlite3.Error, OSError."""
        if path is not None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._base = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None)
        self._places: dict[int, _Place] | None = None  # of all posts, once they were searched
        self._version = 0  # of the file when `_places` was read
        try:
            self._prepare()
            if path is not None:
                os.utime(path)  # for `tidy`: an index that is read only stays as old as it is
        except BaseException:
            self._base.close()
            raise

    def _prepare(self) -> None:
        run = self._base.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("PRAGMA cache_size = -8000")  # kB
        (version,) = run("PRAGMA user_version").fetchone()
        if version == VERSION:
            return
        if version or run("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise sqlite3.DatabaseError(f"an index of version {version}")
        self._base.executescript(f"BEGIN; {_TABLES}; PRAGMA user_version = {VERSION}; COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    # What is known

    def stamps(self) -> dict[str, Stamp]:
        """The posts that are known, by their places, as they were when they were read."""
        rows = self._base.execute("SELECT place, changed, size, inode FROM posts")
        return {os.fsdecode(place): Stamp(*stamp) for place, *stamp in rows}

    def rows(self, at_once: int) -> Iterator[list[Any]]:
        """The entries as rows of `Entry.to_row`, in lists of that length, the newest first."""
        rows = self._base.execute(f"SELECT entry FROM posts {_ORDER}")
        while some := rows.fetchmany(at_once):
            yield [json.loads(entry) for (entry,) in some]

    def unchecked(self) -> list[str]:
        """The places of posts whose problems were not all looked for, the newest first."""
        rows = self._base.execute(f"SELECT place FROM posts WHERE NOT is_checked {_ORDER}")
        return [os.fsdecode(place) for (place,) in rows]

    # Search

    def find(self, words: Sequence[str], first: int) -> tuple[list[str], list[str]]:
        """The places of posts in which all `words` start a word, and the `first` newest of them.

        Places are kept in memory: to read and sort thousands of rows for each key takes longer than
        to find them.
        """
        places = self._known_places()
        asked = "SELECT rowid FROM texts WHERE texts MATCH ?"
        rows = self._base.execute(asked, (_match(words),))
        found = [places[row] for (row,) in rows if row in places]
        return [place for *_, place in found], [place for *_, place in nlargest(first, found)]

    def prepare_search(self) -> None:
        """Read now what the first search would have to read."""
        self._known_places()

    def _known_places(self) -> dict[int, _Place]:
        (version,) = self._base.execute("PRAGMA data_version").fetchone()
        if self._places is None or version != self._version:  # another process has written
            rows = self._base.execute("SELECT id, is_draft, day, place FROM posts")
            self._places = {row: (*order, os.fsdecode(place)) for row, *order, place in rows}
            self._version = version
        return self._places

    def body(self, place: str) -> tuple[str, int]:
        """The text of a post below its front matter, and the line of the file it starts on."""
        row = self._base.execute(
            "SELECT body, body_line FROM posts JOIN texts ON texts.rowid = id WHERE place = ?",
            (os.fsencode(place),),
        ).fetchone()
        return row or ("", 0)

    # Change

    def put(self, readings: Iterable[Reading]) -> None:
        """Keep what was read of posts, in place of what was kept of them."""
        run = self._base.execute
        with self._transaction():
            for reading in readings:
                self._remove(os.fsencode(reading.entry.place))
                added = run(
                    "INSERT INTO posts (place, changed, size, inode, is_draft, day, entry, uses, "
                    "body_line, is_checked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    _row(reading),
                )
                entry = reading.entry
                words = " ".join((*entry.tags, *entry.categories))
                run(
                    "INSERT INTO texts (rowid, title, words, body) VALUES (?, ?, ?, ?)",
                    (added.lastrowid, *map(_clean, (entry.title, words, reading.body))),
                )
                if self._places is not None and added.lastrowid is not None:
                    order = (int(entry.is_draft), entry.date, entry.place)
                    self._places[added.lastrowid] = order

    def put_checked(self, entries: Iterable[Entry]) -> None:
        """Keep that all problems of these posts were looked for."""
        with self._transaction():
            for entry in entries:
                self._base.execute(
                    "UPDATE posts SET entry = ?, is_checked = 1 WHERE place = ?",
                    (json.dumps(entry.to_row()), os.fsencode(entry.place)),
                )

    def entry(self, place: str) -> Entry | None:
        """The entry of a post; None where it is not known."""
        row = self._base.execute(
            "SELECT entry FROM posts WHERE place = ?", (os.fsencode(place),)
        ).fetchone()
        return Entry.of_row(json.loads(row[0])) if row else None

    def remove(self, places: Iterable[str]) -> None:
        """Forget posts."""
        with self._transaction():
            for place in places:
                self._remove(os.fsencode(place))

    def _remove(self, place: bytes) -> None:
        run = self._base.execute
        for (known,) in run("SELECT id FROM posts WHERE place = ?", (place,)).fetchall():
            run("DELETE FROM texts WHERE rowid = ?", (known,))
            run("DELETE FROM posts WHERE id = ?", (known,))
            if self._places is not None:
                self._places.pop(known, None)

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._base)


class _Transaction:
    """All of what a `with` block changes, or nothing."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def __enter__(self) -> None:
        self._base.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self._base.execute("ROLLBACK" if kind else "COMMIT")


def index_path(cache: Path, folder: Path) -> Path:
    """The file in `cache` that holds the index of `folder`."""
    name = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:24]
    return cache / "library" / f"{name}.sqlite"


def open_index(path: Path | None) -> Index:
    """The index at `path`; where that one is damaged, a new one; where there can be none, memory.

    Another process that holds the file for itself for longer than three seconds has it alone.
    """
    for _ in range(2 if path is not None else 0):
        try:
            return Index(path)
        except (sqlite3.OperationalError, OSError):  # locked, a full disk, no folder
            break
        except sqlite3.DatabaseError:
            discard(path)
    return Index(None)


def discard(path: Path | None) -> None:
    """Throw the index at `path` away."""
    for suffix in _SUFFIXES if path is not None else ():
        with suppress(OSError):
            Path(f"{path}{suffix}").unlink()


def tidy(folder: Path, now: float) -> None:
    """Throw away the indexes in `folder` that nobody has opened for 90 days."""
    for path in folder.glob("*.sqlite"):
        with suppress(OSError):
            if now - path.stat().st_mtime > _KEPT_FOR:
                discard(path)


def _row(reading: Reading) -> tuple[object, ...]:
    entry, stamp = reading.entry, reading.stamp
    return (
        *(os.fsencode(entry.place), stamp.changed, stamp.size, stamp.inode),
        *(entry.is_draft, entry.date, json.dumps(entry.to_row()), json.dumps(reading.taught)),
        *(reading.body_line, reading.is_checked),
    )


def _match(words: Sequence[str]) -> str:
    """`words` in the language of FTS5: each is a quoted text, the beginning of a word."""
    quoted = (word.replace('"', '""') for word in words)
    return " ".join(f'"{_clean(word)}"*' for word in quoted).replace("\0", " ")


def _clean(text: str) -> str:
    """`text` without halves of characters, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode()
