"""What a file on disk holds, read within limits, and why one could not be read or written.

`system` is the `os` module, save in tests of its failures.
"""

import errno
import hashlib
import os
import secrets
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from types import ModuleType

MOST_BYTES = 64 * 2**20  # of a file that is read, or written

# NONBLOCK, where the system has it: to open a FIFO would wait for its writer.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 2**20
# NONBLOCK: what was a file when it was read may be a FIFO by now.
WRITE = os.O_WRONLY | sum(getattr(os, "O_" + f, 0) for f in ("NOFOLLOW", "NONBLOCK", "BINARY"))
CREATE = WRITE | os.O_CREAT | os.O_EXCL
# What a drive without a call of the system says: FUSE, network drives.
UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


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


def trouble(error: OSError) -> Trouble:
    """What a system call failed for."""
    return _TROUBLES.get(error.errno or 0, Trouble.OTHER)


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
        raise FileRefusedError(path, trouble(error), error.errno or 0) from error


def read_if_there(path: Path, system: ModuleType = os) -> bytes | None:
    """What the file at `path` holds; None where there is none. Raises FileRefusedError."""
    try:
        return read_bytes(path, system)
    except FileRefusedError as error:
        if error.kind is Trouble.MISSING:
            return None
        raise


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


# Writing


def write_all(descriptor: int, content: bytes, system: ModuleType) -> None:
    """Write all of `content`, however little the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[system.write(descriptor, rest) :]


def sync(descriptor: int, system: ModuleType) -> bool:
    """Wait until the disk has the file; False where the drive cannot tell."""
    try:
        system.fsync(descriptor)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return False
    return True


def sync_folder(folder: Path, system: ModuleType) -> bool:
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


def discard(path: Path, system: ModuleType) -> None:
    """Remove a file that nobody needs, if that can be done."""
    for _ in range(2):  # a call that was interrupted once
        with suppress(OSError):
            system.unlink(path)
            return


def put(path: Path, content: bytes, system: ModuleType = os) -> None:
    """Make `content` what our own file at `path` holds, whole and on the disk, or raise OSError.

    The folder is made if it is missing; neither it nor the file is for others to read.
    """
    is_new = not path.parent.exists()
    system.makedirs(path.parent, 0o700, exist_ok=True)
    if is_new:
        sync_folder(path.parent.parent, system)
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        descriptor: int = system.open(temporary, CREATE, 0o600)
        try:
            write_all(descriptor, content, system)
            sync(descriptor, system)
        finally:
            system.close(descriptor)
        system.replace(temporary, path)
    except BaseException:
        discard(temporary, system)
        raise
    sync_folder(path.parent, system)


def fingerprint(content: bytes) -> str:
    """The SHA-256 of `content`, in hexadecimal: what tells whether a file is still the same."""
    return hashlib.sha256(content).hexdigest()
