"""Writing a file whole or not at all, whatever crashes, is full or comes unplugged meanwhile.

All calls of the system go through `system`, which is the `os` module save in tests of its failures.
"""

import errno
import json
import os
import re
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE
from types import ModuleType

from editor.disk import (
    FileError,
    FileRefusedError,
    SaveError,
    Trouble,
    fingerprint,
    read_bytes,
    read_if_there,
    trouble,
)

# NONBLOCK: what was a file when it was read may be a FIFO by now.
_WRITE = os.O_WRONLY | sum(getattr(os, "O_" + f, 0) for f in ("NOFOLLOW", "NONBLOCK", "BINARY"))
_CREATE = _WRITE | os.O_CREAT | os.O_EXCL

# A file that may be written where nothing may be renamed: a folder of others, another drive, a
# file mounted on its own, a file another program holds open (Windows), a name at the limit.
_CANNOT_RENAME = {errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY, errno.ENAMETOOLONG}
# What a drive without a call of the system says: FUSE, network drives.
_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}

_ACCESS_LIST = "system.posix_acl_access"


class ChangedError(Exception):
    """The file no longer holds what the caller had read. Nothing was written."""


class _NotReplaceableError(Exception):
    """A new file in its place would lack something that the file has."""


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
            is_whole = now is not None and fingerprint(now) in (facts["old"], facts["new"])
            is_cut_short = fingerprint(content) != facts["old"]  # so its file was not begun
            if is_whole or is_cut_short:
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
        _copy_attributes(path, descriptor, system)
    if hasattr(system, "fchmod"):  # last: a change of group clears bits of the mode
        system.fchmod(descriptor, S_IMODE(status.st_mode))


def _copy_attributes(path: Path, descriptor: int, system: ModuleType) -> None:
    names = _attributes(path, system)
    # A new file may be born with an access list that its folder gives to each.
    for name in {_ACCESS_LIST}.intersection(_attributes(descriptor, system)).difference(names):
        system.removexattr(descriptor, name)
    for name in names:
        try:
            system.setxattr(descriptor, name, system.getxattr(path, name))
        except OSError as error:
            # The others, of security modules, are not ours to set.
            if name == _ACCESS_LIST or name.startswith("user."):
                raise _NotReplaceableError from error


def _attributes(file: Path | int, system: ModuleType) -> list[str]:
    try:
        names: list[str] = system.listxattr(file)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
        return []
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
    facts = {"path": str(path), "old": fingerprint(old), "new": fingerprint(content)}
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
        if error.errno not in _UNSUPPORTED:
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


def _save_error(path: Path, content: bytes, error: OSError) -> SaveError:
    kind = trouble(error)
    lacking = 0
    if kind is Trouble.DISK_FULL:
        with suppress(OSError):
            lacking = max(0, len(content) - shutil.disk_usage(path.parent).free)
    return SaveError(path, kind, error.errno or 0, lacking=lacking)
