"""An exported page put on the disk, whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


class OverPostError(OSError):
    """The page would take the place of the post itself."""


def write(target: Path, content: bytes, post: Path | None = None) -> None:
    """Write `content` to `target`, over what is there; not over `post`. Raises OSError."""
    if post is not None and _is_same(target, post):
        raise OverPostError(0, "this is the post itself", str(target))
    if target.exists() and not target.is_file():  # a pipe, or where a terminal is
        target.write_bytes(content)
        return
    target = Path(os.path.realpath(target))  # a link stays one
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(target)) from error
        raise


def _is_same(target: Path, post: Path) -> bool:
    try:
        return target.samefile(post)
    except OSError:  # one of them is not there
        return False
