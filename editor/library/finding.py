"""Which files below a folder are posts."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

_POST_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_LEFT_OUT = {  # built, or what posts are made with
    *("_site", "public", "output", "node_modules", "vendor", "themes"),
    *("_layouts", "_includes", "archetypes"),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells, without reading it, that a file is no longer the same."""

    changed: int  # nanoseconds since 1970
    size: int
    inode: int


@dataclass(frozen=True, slots=True)
class Found:
    """A post's file."""

    place: str  # below the folder, with "/"
    stamp: Stamp


def find_posts(folder: Path) -> Iterator[Path]:
    """The post files below `folder`, hidden and built folders left out. Links are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_searched(name))
        for name in sorted(names):
            if is_post(name):
                yield Path(place) / name


def look(folder: Path) -> Iterator[Found]:
    """The posts that `find_posts` finds, as they are now; what is no regular file left out."""
    waiting = [(str(folder), "")]
    while waiting:
        where, place = waiting.pop()
        with suppress(OSError), os.scandir(where) as there:  # a folder gone or not to be read
            for entry in there:
                if entry.is_dir(follow_symlinks=False):
                    if _is_searched(entry.name):
                        waiting.append((entry.path, f"{place}{entry.name}/"))
                elif is_post(entry.name) and (stamp := _stamp(entry)):
                    yield Found(place + entry.name, stamp)


def _is_searched(name: str) -> bool:
    return name not in _LEFT_OUT and not name.startswith(".")


def is_post(name: str) -> bool:
    """Whether a file of this name is a post."""
    return name.lower().endswith(_POST_SUFFIXES) and not name.startswith(".")


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        return stamp_of(entry.stat())
    except OSError:  # a link to nowhere
        return None


def stamp_of(status: os.stat_result) -> Stamp | None:
    """The stamp of a file; None of what is no regular file."""
    if not S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino & (2**63 - 1))
