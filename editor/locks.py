"""Files that are held as long as a process lives, however it ends; each with a note for others.

The lock is the system's, on a file of our own: after a crash or a power cut nobody holds it.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

if os.name == "posix":
    import fcntl

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST_NOTE = 4096  # bytes
_TRIES = 10  # to get hold of a file that others are just about to let go of


class HeldError(Exception):
    """Another holds the file; `note` is what it left there, "" where that cannot be read."""

    def __init__(self, path: Path, note: str) -> None:
        super().__init__(f"{path} is held by another")
        self.path, self.note = path, note


@dataclass(frozen=True)
class Lock:
    """A file that is held, until `release`."""

    path: Path
    descriptor: int  # -1 where the drive knows no locks, and so nobody can tell

    def release(self) -> None:
        """Let others have it."""
        if self.descriptor < 0:
            return
        with suppress(OSError):
            self.path.unlink()  # while it is held: another that has it open finds it gone
        with suppress(OSError):
            os.close(self.descriptor)


def hold(path: Path, note: str = "", system: ModuleType = os) -> Lock:
    """Hold the file at `path`, made with its folder if missing. Raises HeldError.

    A failure of the system is none here: what the lock protects works without it, less well.
    """
    for _ in range(_TRIES):
        try:
            system.makedirs(path.parent, 0o700, exist_ok=True)
            descriptor: int = system.open(path, _OPEN, 0o600)
        except OSError:
            return Lock(path, -1)
        try:
            if not _try_to_lock(descriptor):
                raise HeldError(path, note_of(path))
            if _is_still_at(path, descriptor):
                with suppress(OSError):  # on a full disk it is held all the same, without a note
                    system.ftruncate(descriptor, 0)
                    system.write(descriptor, note.encode()[:_LONGEST_NOTE])
                return Lock(path, descriptor)
        except OSError:
            os.close(descriptor)
            return Lock(path, -1)
        except HeldError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # of a file that its holder has just removed
    return Lock(path, -1)


def is_held(path: Path) -> bool:
    """Whether somebody, this process too, holds the file at `path` now."""
    if not path.exists():
        return False
    try:
        hold(path).release()
    except HeldError:
        return True
    return False


def note_of(path: Path) -> str:
    """What the holder of `path` wrote there; "" where that cannot be read."""
    with suppress(OSError, ValueError), path.open("rb") as file:
        return file.read(_LONGEST_NOTE).decode()
    return ""


def _try_to_lock(descriptor: int) -> bool:
    """Whether the lock is ours now. Raises OSError where the drive knows none."""
    if os.name != "posix":
        return _try_to_lock_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_to_lock_on_windows(descriptor: int) -> bool:
    import msvcrt

    # Beyond the note, which others are to read: a locked byte cannot be read.
    os.lseek(descriptor, _LONGEST_NOTE, os.SEEK_SET)
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except PermissionError:
        return False
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)
    return True


def _is_still_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
