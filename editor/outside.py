"""What other programs did to the file of an open post, and what that means for its text."""

import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from editor import files, history
from editor.disk import FileRefusedError, Trouble, read_bytes
from editor.files import StoredFile, UnencodableError
from editor.history import Why
from editor.merge import Merge, merge

_WRITING_TIME = 0.3  # seconds that a program needs to write a file which it has emptied


class State(StrEnum):
    """How a file is, compared with what was read from it or last written."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"  # deleted, or renamed
    FOLDER_GONE = "folder gone"  # deleted, renamed or no longer mounted
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Look:
    """What was seen at the path of a post."""

    state: State
    seen: StoredFile | None = None  # what the file holds, where that had to be read
    trouble: Trouble | None = None  # why a file is UNREADABLE
    renamed_to: Path | None = None  # where a file that is GONE now is, if that is sure


def look(stored: StoredFile, inode: tuple[int, int] | None = None) -> Look:
    """What has become of the file of `stored`; by what it holds, never by its time.

    `inode` is what `inode_of` gave while the file was there.
    """
    if stored.path is None or not stored.sha256:
        return Look(State.SAME)
    seen = _look_again(stored, inode)
    if seen.seen is not None and not seen.seen.text and stored.text:
        time.sleep(_WRITING_TIME)  # emptied, maybe by a program that is about to write it
        seen = _look_again(stored, inode)
    return seen


def inode_of(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from others even after it was renamed; None: no such thing."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None


def _look_again(stored: StoredFile, inode: tuple[int, int] | None) -> Look:
    assert stored.path is not None
    try:
        if files.fingerprint(read_bytes(stored.path)) == stored.sha256:
            return Look(State.SAME)
        seen = files.read(stored.path, stored.chosen_encoding)
    except FileRefusedError as error:
        if error.kind is Trouble.NO_FOLDER or not stored.path.parent.is_dir():
            return Look(State.FOLDER_GONE)
        if error.kind is Trouble.MISSING:
            return Look(State.GONE, renamed_to=_renamed_to(stored, inode))
        return Look(State.UNREADABLE, trouble=error.kind)
    return Look(State.SAME if seen.sha256 == stored.sha256 else State.CHANGED, seen)


def _renamed_to(stored: StoredFile, inode: tuple[int, int] | None) -> Path | None:
    """The file of the same folder that was the post: it is the same file and holds the same."""
    assert stored.path is not None
    if inode is None:
        return None
    try:
        for other in stored.path.parent.iterdir():
            if inode_of(other) == inode and files.read(other).sha256 == stored.sha256:
                return other
    except (OSError, FileRefusedError):
        return None
    return None


def keep_base(folder: Path, stored: StoredFile) -> None:
    """Put into the history what `stored` was read from: another program has written over it.

    A failure is none: the text is still open.
    """
    with suppress(OSError, UnencodableError):
        content = files.encode(stored, stored.text)
        if stored.path is not None and files.fingerprint(content) == stored.sha256:
            history.keep(folder, stored.path, content, Why.RELOADED, stored.chosen_encoding)


# What it means


@dataclass(frozen=True)
class Nothing:
    """The text is what the file holds: there is nothing to do but to note it."""


@dataclass(frozen=True)
class Take:
    """The writer has changed nothing: the file's text takes the place of the old one."""


@dataclass(frozen=True)
class Both:
    """Both changed, and the merge is sure: `text` has what both wrote."""

    text: str


@dataclass(frozen=True)
class Ask:
    """Both changed the same, or the file is no text any more: the writer decides."""

    merge: Merge


def meaning(base: str | None, mine: str, seen: StoredFile) -> Nothing | Take | Both | Ask:
    """What is to be done with the text `mine`, made from `base`, now that the file holds `seen`.

    `base` is None where it is not known.
    """
    if seen.read_only not in (None, files.Kept.NOT_WRITABLE):
        return Ask(merge("", mine, ""))
    if seen.text == mine:
        return Nothing()
    if mine == base:
        return Take()
    merged = merge(base or "", mine, seen.text)
    return Ask(merged) if merged.conflicts or base is None else Both(merged.text())
