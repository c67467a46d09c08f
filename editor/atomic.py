"""Writing a file whole or not at all, whatever crashes, is full or comes unplugged meanwhile.

All calls of the system go through `system`, which is the `os` module save in tests of its failures.
"""

import errno
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE
from types import ModuleType

from editor import renaming
from editor.disk import (
    CREATE,
    UNSUPPORTED,
    WRITE,
    FileError,
    FileRefusedError,
    SaveError,
    Trouble,
    discard,
    fingerprint,
    read_bytes,
    read_if_there,
    sync,
    sync_folder,
    trouble,
    write_all,
)

# A file that may be written where nothing may be renamed: a folder of others, another drive, a
# file mounted on its own, a file another program holds open (Windows), a name at the limit.
_CANNOT_RENAME = {errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY, errno.ENAMETOOLONG}
_WRITING_TIME = 0.3  # seconds that a program needs to write a post which it has opened

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
    unseen: Callable[[bytes], object] = lambda _: None,
) -> bool:
    """Make `content` what the file at `path` holds; False where the disk did not confirm it.

    `path` is no link. `old` is what the file held when the caller read it; None where there was no
    file. `state_folder` gets a copy of `old` while the file is written in place; with None no file
    is. `unseen` gets what another program put there in the last moment, too late to be asked about.
    Raises SaveError, or ChangedError when the file no longer holds `old`.
    """
    try:
        status: os.stat_result | None = None if old is None else system.stat(path)
        if old is None or status is None:
            return _replace(path, content, None, None, system, unseen)
        if _is_replaceable(path, status, system):
            try:
                return _replace(path, content, old, status, system, unseen)
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
    unseen: Callable[[bytes], object],
) -> bool:
    temporary = path.with_name(f"{_temporary_stem(path)}{os.getpid()}-{secrets.token_hex(4)}.tmp")
    # A private file is never readable to others, not for a moment; a new one is as umask wants it.
    descriptor: int = system.open(temporary, CREATE, 0o600 if status else 0o666)
    try:
        try:
            write_all(descriptor, content, system)
            if status:
                _copy_metadata(path, status, descriptor, system)
            confirmed = sync(descriptor, system)
        finally:
            system.close(descriptor)
        if read_bytes(temporary, system) != content:
            raise SaveError(path, Trouble.NOT_AS_WRITTEN)
        _check_unchanged(path, old, system)
        displaced = _put_in_place(temporary, path, old, system)
    except BaseException:
        discard(temporary, system)
        raise
    if displaced:
        _take_leave(temporary, old, system, unseen)
    return sync_folder(path.parent, system) and confirmed


def _put_in_place(temporary: Path, path: Path, old: bytes | None, system: ModuleType) -> bool:
    """Give the new file its name; True where what had that name is now called `temporary`.

    So nothing is lost that another program put there since it was looked at. Where the system
    cannot do that it is replaced unseen.
    """
    try:
        if old is not None:
            getattr(system, "swap", renaming.swap)(temporary, path)
            return True
        getattr(system, "rename_to_new", renaming.rename_to_new)(temporary, path)
    except FileExistsError:
        raise ChangedError from None
    except FileNotFoundError:  # gone since it was looked at: to be written anew
        system.replace(temporary, path)
    except OSError as error:
        if error.errno not in renaming.UNSUPPORTED:
            raise
        system.replace(temporary, path)
    return False


def _take_leave(
    displaced: Path, old: bytes | None, system: ModuleType, unseen: Callable[[bytes], object]
) -> None:
    """Remove the file that was replaced; what it holds goes to `unseen` unless that is `old`."""
    with suppress(OSError, FileRefusedError):
        if read_bytes(displaced, system) != old:
            time.sleep(_WRITING_TIME)  # whoever had opened it may be in the middle of it
            unseen(read_bytes(displaced, system))
    discard(displaced, system)


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
        if error.errno not in UNSUPPORTED:
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
        discard(copy, system)
        raise
    try:
        confirmed = _overwrite(path, content, system)
    except (OSError, FileError) as error:
        if not _put_back(path, old, system):
            number = error.errno or 0
            raise SaveError(path, Trouble.HALF_WRITTEN, number, safety_copy=copy) from error
        discard(copy, system)
        raise
    discard(copy, system)
    return confirmed


def _overwrite(path: Path, content: bytes, system: ModuleType) -> bool:
    """Write `content` over what the file holds, which is never empty meanwhile."""
    descriptor: int = system.open(path, WRITE)
    try:
        write_all(descriptor, content, system)
        system.ftruncate(descriptor, len(content))
        confirmed = sync(descriptor, system)
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
        descriptor: int = system.open(copy, CREATE, 0o600)
        try:
            write_all(descriptor, json.dumps(facts).encode() + b"\n" + old, system)
            sync(descriptor, system)
        finally:
            system.close(descriptor)
    except OSError as error:
        discard(copy, system)
        raise SaveError(path, Trouble.NO_SAFETY_COPY, error.errno or 0) from error
    sync_folder(state_folder, system)
    return copy


# Both


def _check_unchanged(path: Path, old: bytes | None, system: ModuleType) -> None:
    now = read_if_there(path, system)
    if now is not None and now != old:
        raise ChangedError


def _save_error(path: Path, content: bytes, error: OSError) -> SaveError:
    kind = trouble(error)
    lacking = 0
    if kind is Trouble.DISK_FULL:
        with suppress(OSError):
            lacking = max(0, len(content) - shutil.disk_usage(path.parent).free)
    return SaveError(path, kind, error.errno or 0, lacking=lacking)
