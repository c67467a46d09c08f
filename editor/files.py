"""Posts as files: read as a text, saved as the same bytes wherever the writer changed nothing."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from editor import atomic, disk
from editor.atomic import SafetyCopy, remove_stale_temporaries, unfinished
from editor.disk import FileError, FileRefusedError, SaveError, Trouble, fingerprint
from editor.encoding import (
    Decoded,
    Kept,
    LineEnds,
    UnencodableError,
    decode,
    encode,
    revise,
    to_bytes,
)

__all__ = [
    "ConflictError",
    "FileError",
    "FileRefusedError",
    "Kept",
    "LineEnds",
    "SafetyCopy",
    "SaveError",
    "StoredFile",
    "Trouble",
    "UnencodableError",
    "encode",
    "fingerprint",
    "new_file",
    "read",
    "remove_stale_temporaries",
    "save",
    "unfinished",
]


@dataclass(frozen=True)
class StoredFile(Decoded):
    """A post's text as its file holds it, with what it takes to save it: see also Decoded."""

    path: Path | None = None  # as it was asked for, links and all; None for a post never saved
    sha256: str = ""  # of the bytes on disk, in hexadecimal; "" for a post never saved
    chosen_encoding: str | None = None  # what `read` was asked for; None: recognised
    confirmed: bool = True  # False after a save that the disk did not confirm


class ConflictError(Exception):
    """The file holds what the writer has not seen, `on_disk`. Nothing was written.

    Another program changed it since it was read; or, on saving as, it is another file.
    """

    def __init__(self, path: Path, on_disk: StoredFile) -> None:
        super().__init__(f"{path} holds something else")
        self.path, self.on_disk = path, on_disk


def new_file(path: Path | None = None) -> StoredFile:
    """An empty post, not yet on disk: UTF-8, with `\\n`."""
    return StoredFile("", path=path)


def read(path: Path, encoding: str | None = None, *, system: ModuleType = os) -> StoredFile:
    """The post at `path`; `encoding` is the writer's choice, by default it is recognised.

    Never waits, whatever is there: raises FileRefusedError for what is no post, and says in
    `read_only` why another may be looked at only. Raises LookupError for an encoding Python does
    not know.
    """
    content = disk.read_bytes(path, system)
    return _stored(decode(content, encoding), content, path, encoding, system)


def save(
    stored: StoredFile,
    text: str,
    path: Path | None = None,
    *,
    force: bool = False,
    state_folder: Path | None = None,
    keep: Callable[[bytes, bool], object] = lambda _content, _unseen: None,
    system: ModuleType = os,
) -> StoredFile:
    """Save `text`, made from that of `stored` by edits, and give what is on disk then.

    `path` is where to save it instead. `force` is the writer's word to overwrite what ConflictError
    tells of. A file that is gone is written anew. `state_folder` gets a copy of a file that has to
    be written in place (with hard links, of others, in a folder of others) while that goes on;
    without it such a file is not written. `keep` is called with what the file held, before it is
    overwritten, and once more, with True, where another program wrote it in that very moment.

    Raises ConflictError, SaveError or UnencodableError. The file then holds what it held, and to
    save again is right; unless the SaveError says HALF_WRITTEN: then save again with `force`.
    """
    target = path or stored.path
    if target is None:
        raise ValueError("a post never saved needs a path")
    if stored.read_only not in (None, Kept.NOT_WRITABLE):
        raise SaveError(target, Trouble.NOT_EXACT)
    revised = revise(stored, text)
    content = to_bytes(revised)
    is_own = stored.path is not None and _is_same(stored.path, target)
    try:
        expected = None if force else stored.sha256 if is_own else ""
        real = Path(os.path.realpath(target))
        confirmed = _write(real, content, expected, state_folder, keep, system)
    except atomic.ChangedError:
        encoding = stored.chosen_encoding if is_own else None
        raise ConflictError(target, _read_for_saving(target, encoding, system)) from None
    saved = _stored(revised, content, target, stored.chosen_encoding, system)
    return replace(saved, confirmed=confirmed)


def _write(
    path: Path,
    content: bytes,
    expected: str | None,
    state_folder: Path | None,
    keep: Callable[[bytes, bool], object],
    system: ModuleType,
) -> bool:
    """Write `content`, unless the file has it already; False where the disk did not confirm it.

    `expected` is the SHA-256 of what may be overwritten: "" for nothing, None for anything. Raises
    ChangedError for what may not, and SaveError.
    """
    try:
        on_disk = disk.read_if_there(path, system)
    except FileRefusedError as error:
        raise SaveError(path, error.kind, error.errno) from error
    if on_disk == content:
        return True
    if len(content) > disk.MOST_BYTES:
        raise SaveError(path, Trouble.TOO_LARGE)
    if on_disk is None and not path.parent.is_dir():
        raise SaveError(path, Trouble.NO_FOLDER)
    if on_disk is not None:
        if expected is not None and fingerprint(on_disk) != expected:
            raise atomic.ChangedError
        if not system.access(path, os.W_OK):
            raise SaveError(path, Trouble.READ_ONLY)
        keep(on_disk, False)
    return atomic.write(path, content, on_disk, state_folder, system, lambda lost: keep(lost, True))


def _read_for_saving(path: Path, encoding: str | None, system: ModuleType) -> StoredFile:
    try:
        return read(path, encoding, system=system)
    except FileRefusedError as error:
        raise SaveError(path, error.kind, error.errno) from error


def _stored(
    decoded: Decoded, content: bytes, path: Path, encoding: str | None, system: ModuleType
) -> StoredFile:
    """`decoded`, as a file at `path` that holds `content`."""
    kept = decoded.read_only
    if kept in (None, Kept.NOT_WRITABLE):
        kept = None if system.access(path, os.W_OK) else Kept.NOT_WRITABLE
    return StoredFile(
        decoded.text,
        decoded.encoding,
        decoded.bom,
        decoded.line_ends,
        kept,
        path,
        fingerprint(content),
        encoding,
    )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is gone
        return os.path.realpath(path) == os.path.realpath(other)
