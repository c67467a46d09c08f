"""Renaming that loses no file, where the system can: as `os` has none, by the C library.

Both raise OSError; with an errno of UNSUPPORTED where the system or the drive has no such call.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}

_HERE = -100  # AT_FDCWD of Linux: relative to the current folder
_NO_REPLACE, _EXCHANGE = 1, 2  # RENAME_NOREPLACE and RENAME_EXCHANGE of Linux's renameat2
_SWAP, _EXCLUSIVE = 2, 4  # RENAME_SWAP and RENAME_EXCL of macOS's renamex_np


def swap(one: Path, other: Path) -> None:
    """Give each of two files the name of the other, at once."""
    _rename(one, other, _EXCHANGE, _SWAP)


def rename_to_new(path: Path, new: Path) -> None:
    """Rename `path`; FileExistsError where there is something at `new`."""
    _rename(path, new, _NO_REPLACE, _EXCLUSIVE)


def _rename(path: Path, new: Path, of_linux: int, of_macos: int) -> None:
    names = os.fsencode(path), os.fsencode(new)
    try:
        if sys.platform == "linux":
            library = ctypes.CDLL(None, use_errno=True)
            failed = library.renameat2(_HERE, names[0], _HERE, names[1], ctypes.c_uint(of_linux))
        elif sys.platform == "darwin":
            library = ctypes.CDLL(None, use_errno=True)
            failed = library.renamex_np(*names, ctypes.c_uint(of_macos))
        else:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    except AttributeError as error:  # an older C library
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from error
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(path), None, str(new))
