"""Earlier versions of posts: what each save and each reload replaced, kept in the state folder.

A version's bytes are kept once, compressed, under their own SHA-256; a list for each post, one line
of JSON for each version, says which it had and when. A line that a crash cut short is passed over.
"""

import json
import os
import re
import time
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from types import ModuleType

from editor.disk import MOST_BYTES as LARGEST_POST
from editor.disk import FileRefusedError, discard, fingerprint, put, read_bytes, sync, write_all
from editor.recovery import post_key

KEPT_FOR = 30 * 86_400  # seconds
MOST_BYTES = 200 * 2**20  # of all versions together, compressed
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_SHA256 = re.compile("[0-9a-f]{64}")
_LISTS, _VERSIONS = "posts", "versions"


class Why(StrEnum):
    """How a version came to be an earlier one."""

    SAVED_OVER = "saved over"  # the writer saved
    THEIRS_SAVED_OVER = "theirs saved over"  # the writer saved over what another program wrote
    RELOADED = "reloaded"  # another program wrote, and its text was taken
    GIVEN_UP = "given up"  # an unsaved text, in the place of which another was taken


@dataclass(frozen=True)
class Version:
    """What a post once held."""

    sha256: str
    time: float  # when it was replaced, in seconds since 1970
    why: Why
    path: str  # where the post lay then
    encoding: str | None = None  # which the writer had chosen, as for `files.read`


def keep(
    folder: Path,
    path: Path,
    content: bytes,
    why: Why,
    encoding: str | None = None,
    system: ModuleType = os,
) -> None:
    """Keep `content`, which the post at `path` held, on the disk. Raises OSError.

    Nothing happens where it is the version kept last.
    """
    version = Version(fingerprint(content), time.time(), why, str(path.absolute()), encoding)
    last = _parsed(_lines(_list(folder, path))[-1:])
    file = _file(folder, version.sha256)
    if last and last[0].sha256 == version.sha256 and file.exists():
        return
    if not file.exists():
        put(file, zlib.compress(content), system)
    _append(_list(folder, path), json.dumps(asdict(version)).encode(), system)


def versions(folder: Path, path: Path) -> list[Version]:
    """The earlier versions of the post at `path`, the newest first."""
    found = reversed(_parsed(_lines(_list(folder, path))))
    return [version for version in found if _file(folder, version.sha256).exists()]


def content(folder: Path, sha256: str) -> bytes:
    """The bytes of a version. Raises FileRefusedError, or ValueError where a disk spoilt them."""
    try:
        limited = zlib.decompressobj()
        found = limited.decompress(read_bytes(_file(folder, sha256)), LARGEST_POST)
    except zlib.error as error:
        raise ValueError(f"version {sha256} is not whole") from error
    if fingerprint(found) != sha256:
        raise ValueError(f"version {sha256} is not whole")
    return found


def follow(folder: Path, old: Path, new: Path, system: ModuleType = os) -> None:
    """Let the post that has moved from `old` to `new` keep its versions. Raises OSError.

    Told twice, it is done once.
    """
    if post_key(old) == post_key(new):
        return
    known = set(_lines(_list(folder, new)))
    lines = [line for line in _lines(_list(folder, old)) if line not in known]
    if lines:
        _append(_list(folder, new), b"\n".join(lines), system)


def tidy(folder: Path, now: float, most_bytes: int = MOST_BYTES) -> None:
    """Remove versions older than 30 days, then the oldest while all together are too large.

    The newest version of each post stays while it is not too old. A failure is none.
    """
    with suppress(OSError):
        sizes = {file.name: file.stat().st_size for file in (folder / _VERSIONS).glob("??/*")}
        listed = [_parsed(_lines(file)) for file in sorted((folder / _LISTS).iterdir())]
        ages = _newest_uses(listed)
        newest = {found[-1].sha256 for found in listed if found}
        total = sum(sizes.values())
        for sha256 in sorted(sizes, key=lambda name: ages.get(name, 0.0)):
            is_old = now - ages.get(sha256, 0.0) > KEPT_FOR
            if is_old or (total > most_bytes and sha256 not in newest):
                discard(_file(folder, sha256), os)
                total -= sizes[sha256]
        for file in (folder / _LISTS).iterdir():
            if now - file.stat().st_mtime > KEPT_FOR:
                discard(file, os)


def _newest_uses(listed: list[list[Version]]) -> dict[str, float]:
    """When each version, by its SHA-256, was last replaced."""
    ages: dict[str, float] = {}
    for version in chain.from_iterable(listed):
        ages[version.sha256] = max(version.time, ages.get(version.sha256, 0.0))
    return ages


def _parsed(lines: list[bytes]) -> list[Version]:
    found = []
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            facts = json.loads(line)
            facts["why"] = Why(facts["why"])
            version = Version(**facts)
            if _SHA256.fullmatch(version.sha256):
                found.append(version)
    return found


def _append(file: Path, lines: bytes, system: ModuleType) -> None:
    """Add whole lines to a list, after whatever a crash may have cut short."""
    system.makedirs(file.parent, 0o700, exist_ok=True)
    descriptor: int = system.open(file, _APPEND, 0o600)
    try:
        write_all(descriptor, b"\n" + lines + b"\n", system)
        sync(descriptor, system)
    finally:
        system.close(descriptor)


def _lines(file: Path) -> list[bytes]:
    with suppress(FileRefusedError):
        return [line for line in read_bytes(file).split(b"\n") if line]
    return []


def _list(folder: Path, path: Path) -> Path:
    return folder / _LISTS / f"{post_key(path)}.jsonl"


def _file(folder: Path, sha256: str) -> Path:
    return folder / _VERSIONS / sha256[:2] / sha256
