"""Files on disk: read within limits, and replaced whole or not at all.

After a crash, a full disk or a pulled plug a file holds its old bytes or the new ones. All calls of
the system go through `system`, which is the `os` module save in tests of its failures.
"""

import errno
import hashlib
import json
import os
import re
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from types import ModuleType

MOST_BYTES = 64 * 2**20  # of a file that is read, or written

# Flags that the system lacks are none. NONBLOCK: a FIFO would wait for its other end.
_ANY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _ANY
_WRITE = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | _ANY
_CREATE = _WRITE | os.O_CREAT | os.O_EXCL
_CHUNK = 2**20

# A file that may be written where nothing may be renamed: a folder of others, another drive, a
# file mounted on its own, a file another program holds open (Windows), a name at the limit.
_CANNOT_RENAME = {errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY, errno.ENAMETOOLONG}
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


class Trouble(StrEnum):
    """Why a file was not read or not written."""

    FOLDER = "folder"
    NOT_REGULAR = "not regular"  # a FIFO, a device, a socket
    TOO_LARGE = "too large"  # over MOST_BYTES
    MISSING = "missing"
    NO_FOLDER = "no folder"  # the one that should hold it
    NOT_PERMITTED = "not permitted"
    READ_ONLY = "read-only"  # the file, or its whole drive
    DISK_FULL = "disk full"
    NAME_TOO_LONG = "name too long"
    NOT_EXACT = "not exact"  # the text is not all that the file holds: see Kept
    NO_SAFETY_COPY = "no safety copy"  # must be written in place, and no copy could be kept aside
    NOT_AS_WRITTEN = "not as written"  # read back, the bytes were others
    HALF_WRITTEN = "half written"  # it may be spoilt; its old bytes are in the safety copy
    OTHER = "other"  # see errno


_TROUBLES = {
    errno.EISDIR: Trouble.FOLDER,
    errno.EFBIG: Trouble.TOO_LARGE,
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.EACCES: Trouble.NOT_PERMITTED,
    errno.EPERM: Trouble.NOT_PERMITTED,
    errno.EROFS: Trouble.READ_ONLY,
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.ENAMETOOLONG: Trouble.NAME_TOO_LONG,
}


class FileError(Exception):
    """A file that was not read or not written. Its own text is for logs; the GUI words it."""

    def __init__(self, path: Path, kind: Trouble, number: int = 0) -> None:
        super().__init__(f"{path}: {kind}" + (f" ({os.strerror(number)})" if number else ""))
        self.path, self.kind = path, kind
        self.errno = number  # of the system call that failed, or 0


class FileRefusedError(FileError):
    """A file that is not read: too large, no file at all, or not readable."""


class SaveError(FileError):
    """A file that was not written. Unless `kind` is HALF_WRITTEN it holds what it held before."""

    def __init__(
        self,
        path: Path,
        kind: Trouble,
        number: int = 0,
        *,
        lacking: int = 0,
        safety_copy: Path | None = None,
    ) -> None:
        super().__init__(path, kind, number)
        self.lacking = lacking  # bytes, when the disk is full; 0 where not known
        self.safety_copy = safety_copy  # where the old bytes are, when the file is half written


class ChangedError(Exception):
    """The file no longer holds what the caller had read. Nothing was written."""


class _NotReplaceableError(Exception):
    """A new file in its place would lack something that the file has."""


def read_bytes(path: Path, system: ModuleType = os) -> bytes:
    """What the file at `path` holds. Never waits, whatever is there; raises FileRefusedError."""
    try:
        _refuse_unless_file(path, system.stat(path))  # opening a device may already do something
        descriptor: int = system.open(path, _READ)
        try:
            _refuse_unless_file(path, system.fstat(descriptor))
            return _read_all(path, descriptor, system)
        finally:
            system.close(descriptor)
    except OSError as error:
        raise FileRefusedError(path, _trouble(error), error.errno or 0) from error


def read_if_there(path: Path, system: ModuleType = os) -> bytes | None:
    """What the file at `path` holds; None where there is none. Raises FileRefusedError."""
    try:
        return read_bytes(path, system)
    except FileRefusedError as error:
        if error.kind is Trouble.MISSING:
            return None
        raise


def write(
    path: Path,
    content: bytes,
    old: bytes | None,
    state_folder: Path | None,
    system: ModuleType = os,
) -> bool:
    """Make `content` what the file at `path` holds; False where the disk did not confirm it.

    `path` is no link. `old` is what the file held when the caller read it; None where there was no
    file. `state_folder` gets a copy of `old` while the file is written in place; with None no file
    is. Raises SaveError, or ChangedError when the file no longer holds `old`.
    """
    try:
        status: os.stat_result | None = None if old is None else system.stat(path)
        if old is None or status is None:
            return _replace(path, content, None, None, system)
        if _is_replaceable(path, status, system):
            try:
                return _replace(path, content, old, status, system)
            except _NotReplaceableError:
                pass
            except OSError as error:
                if error.errno not in _CANNOT_RENAME:
                    raise
        return _write_in_place(path, content, old, state_folder, system)
    except FileRefusedError as error:
        raise SaveError(path, error.kind, error.errno) from error
    except OSError as error:
        raise _save_error(path, content, error) from error


def remove_stale_temporaries(path: Path) -> None:
    """Remove what crashed saves left beside `path`. Those newer than the file may be all there is.

    A failure is none: the next call tries again.
    """
    pattern = re.compile(re.escape(_temporary_stem(path)) + r"(\d+)-[0-9a-f]{8}\.tmp")
    with suppress(OSError):
        changed = path.stat().st_mtime_ns
        for other in path.parent.iterdir():
            found = pattern.fullmatch(other.name)
            if found and other.lstat().st_mtime_ns < changed and not _is_running(int(found[1])):
                other.unlink()


@dataclass(frozen=True)
class SafetyCopy:
    """What a file held before a save in place that did not come to its end."""

    file: Path  # the copy itself, to be removed by whoever has dealt with it
    path: Path  # the file it is a copy of
    content: bytes


def unfinished(state_folder: Path) -> list[SafetyCopy]:
    """The copies in `state_folder` whose file holds neither its old bytes nor the new ones.

    The others, which crashes left although their file is whole, are removed.
    """
    copies = []
    for file in sorted(state_folder.glob("*.copy")):
        with suppress(FileRefusedError, OSError, ValueError, KeyError, TypeError):
            head, _, content = read_bytes(file).partition(b"\n")
            facts = json.loads(head)
            path = Path(facts["path"])
            now = read_if_there(path)
            is_whole = now is not None and _sha256(now) in (facts["old"], facts["new"])
            if is_whole or _sha256(content) != facts["old"]:  # cut short, before its file was cut
                file.unlink()
            else:
                copies.append(SafetyCopy(file, path, content))
    return copies


# The rename way


def _is_replaceable(path: Path, status: os.stat_result, system: ModuleType) -> bool:
    """Whether a new file in the place of this one would have its links, its owner and its group."""
    if status.st_nlink != 1 or not system.access(path.parent, os.W_OK | os.X_OK):
        return False
    if not hasattr(system, "geteuid"):  # Windows
        return True
    user: int = system.geteuid()
    groups = {system.getegid(), *system.getgroups()}
    return status.st_uid == user and (user == 0 or status.st_gid in groups)


def _replace(
    path: Path,
    content: bytes,
    old: bytes | None,
    status: os.stat_result | None,
    system: ModuleType,
) -> bool:
    temporary = path.with_name(f"{_temporary_stem(path)}{os.getpid()}-{secrets.token_hex(4)}.tmp")
    # A private file is never readable to others, not for a moment; a new one is as umask wants it.
    descriptor: int = system.open(temporary, _CREATE, 0o600 if status else 0o666)
    try:
        try:
            _write_all(descriptor, content, system)
            if status:
                _copy_metadata(path, status, descriptor, system)
            confirmed = _sync(descriptor, system)
        finally:
            system.close(descriptor)
        if read_bytes(temporary, system) != content:
            raise SaveError(path, Trouble.NOT_AS_WRITTEN)
        _check_unchanged(path, old, system)
        system.replace(temporary, path)
    except BaseException:
        _discard(temporary, system)
        raise
    return _sync_folder(path.parent, system) and confirmed


def _copy_metadata(path: Path, status: os.stat_result, descriptor: int, system: ModuleType) -> None:
    """Give the open file the group, the extended attributes and the mode of the one at `path`."""
    if hasattr(system, "fchown"):
        system.fchown(descriptor, -1, status.st_gid)
    if hasattr(system, "listxattr"):
        for name in _attributes(path, system):
            try:
                system.setxattr(descriptor, name, system.getxattr(path, name))
            except OSError as error:
                # The others, of security modules, are not ours to set.
                if name.startswith(("user.", "system.posix_acl_")):
                    raise _NotReplaceableError from error
    if hasattr(system, "fchmod"):  # last: a change of group clears bits of the mode
        system.fchmod(descriptor, S_IMODE(status.st_mode))


def _attributes(path: Path, system: ModuleType) -> list[str]:
    try:
        names: list[str] = system.listxattr(path)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
        return []  # a file system without extended attributes
    return names


def _temporary_stem(path: Path) -> str:
    return f".{path.name[:40]}."  # a name has 255 bytes at most, and a character up to four


def _is_running(process: int) -> bool:
    if os.name != "posix":  # elsewhere `os.kill` ends the process; the file's age must do
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


# The in-place way


def _write_in_place(
    path: Path, content: bytes, old: bytes, state_folder: Path | None, system: ModuleType
) -> bool:
    copy = _keep_safety_copy(path, content, old, state_folder, system)
    try:
        _check_unchanged(path, old, system)
    except Exception:
        _discard(copy, system)
        raise
    try:
        confirmed = _overwrite(path, content, system)
    except (OSError, FileError) as error:
        if not _put_back(path, old, system):
            number = error.errno or 0
            raise SaveError(path, Trouble.HALF_WRITTEN, number, safety_copy=copy) from error
        _discard(copy, system)
        raise
    _discard(copy, system)
    return confirmed


def _overwrite(path: Path, content: bytes, system: ModuleType) -> bool:
    """Write `content` over what the file holds, which is never empty meanwhile."""
    descriptor: int = system.open(path, _WRITE)
    try:
        _write_all(descriptor, content, system)
        system.ftruncate(descriptor, len(content))
        confirmed = _sync(descriptor, system)
    finally:
        system.close(descriptor)
    if read_bytes(path, system) != content:
        raise SaveError(path, Trouble.NOT_AS_WRITTEN)
    return confirmed


def _put_back(path: Path, old: bytes, system: ModuleType) -> bool:
    """Whether the file holds `old`, if need be again."""
    with suppress(OSError, FileError):
        if read_bytes(path, system) == old:
            return True
    with suppress(OSError, FileError):
        _overwrite(path, old, system)
        return True
    return False


def _keep_safety_copy(
    path: Path, content: bytes, old: bytes, state_folder: Path | None, system: ModuleType
) -> Path:
    """Where `old` now lies, synced, together with what `unfinished` has to know."""
    if state_folder is None:
        raise SaveError(path, Trouble.NO_SAFETY_COPY)
    facts = {"path": str(path), "old": _sha256(old), "new": _sha256(content)}
    copy = state_folder / f"{secrets.token_hex(8)}.copy"
    try:
        system.makedirs(state_folder, 0o700, exist_ok=True)
        descriptor: int = system.open(copy, _CREATE, 0o600)
        try:
            _write_all(descriptor, json.dumps(facts).encode() + b"\n" + old, system)
            _sync(descriptor, system)
        finally:
            system.close(descriptor)
    except OSError as error:
        _discard(copy, system)
        raise SaveError(path, Trouble.NO_SAFETY_COPY, error.errno or 0) from error
    _sync_folder(state_folder, system)
    return copy


# Both


def _refuse_unless_file(path: Path, status: os.stat_result) -> None:
    if S_ISDIR(status.st_mode):
        raise FileRefusedError(path, Trouble.FOLDER)
    if not S_ISREG(status.st_mode):
        raise FileRefusedError(path, Trouble.NOT_REGULAR)
    if status.st_size > MOST_BYTES:
        raise FileRefusedError(path, Trouble.TOO_LARGE)


def _read_all(path: Path, descriptor: int, system: ModuleType) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := system.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:  # its size said less: /proc, or it grows
            raise FileRefusedError(path, Trouble.TOO_LARGE)
    return b"".join(chunks)


def _check_unchanged(path: Path, old: bytes | None, system: ModuleType) -> None:
    now = read_if_there(path, system)
    if now is not None and now != old:
        raise ChangedError


def _discard(path: Path, system: ModuleType) -> None:
    with suppress(OSError):
        system.unlink(path)


def _write_all(descriptor: int, content: bytes, system: ModuleType) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[system.write(descriptor, rest) :]


def _sync(descriptor: int, system: ModuleType) -> bool:
    """Wait until the disk has the file; False where the drive cannot tell."""
    try:
        system.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
        return False
    return True


def _sync_folder(folder: Path, system: ModuleType) -> bool:
    """Wait until the disk has the folder's names; False where it did not confirm that."""
    if not hasattr(system, "O_DIRECTORY"):  # Windows cannot, and has renamed all the same
        return True
    try:
        descriptor: int = system.open(folder, os.O_RDONLY | system.O_DIRECTORY)
        try:
            system.fsync(descriptor)
        finally:
            system.close(descriptor)
    except OSError:
        return False
    return True


def _trouble(error: OSError) -> Trouble:
    return _TROUBLES.get(error.errno or 0, Trouble.OTHER)


def _save_error(path: Path, content: bytes, error: OSError) -> SaveError:
    kind = _trouble(error)
    lacking = 0
    if kind is Trouble.DISK_FULL:
        with suppress(OSError):
            lacking = max(0, len(content) - shutil.disk_usage(path.parent).free)
    return SaveError(path, kind, error.errno or 0, lacking=lacking)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
