"""What the heads of posts say, for what learns from many of them: read once until they change.

What the index of their folder has of them already is not read again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor import front_matter
from editor.field_habits import PostUses, Use, uses_of
from editor.field_kinds import Kind
from editor.front_matter import FrontMatter
from editor.tag_renaming import Named, named_in

from .entry import Entry
from .finding import Found, Stamp, stamp_of

if TYPE_CHECKING:
    from .known import Kept, KnownPosts

_HEAD_READ = 65_536  # bytes of a file; of a longer head counts what stands in these


@dataclass(frozen=True, slots=True)
class Taught:
    """What a post teaches: how it uses its fields, and the tags and categories it has."""

    uses: PostUses
    named: tuple[Named, ...]

    @classmethod
    def by(cls, front: FrontMatter) -> "Taught":
        """What the front matter of a post teaches."""
        return cls(uses_of(front), tuple(named_in(front)))

    def to_row(self) -> list[Any]:
        """The same as JSON can hold it."""
        uses = [[use.key, use.kind, use.values] for use in self.uses.uses]
        return [self.uses.format, uses, self.named]

    @classmethod
    def of_row(cls, row: list[Any]) -> "Taught":
        """What `to_row` gave. Raises TypeError or ValueError for another list."""
        form, uses, named = row
        kept = tuple(Use(key, Kind(kind), tuple(values)) for key, kind, values in uses)
        return cls(PostUses(form, kept), tuple(Named(*one) for one in named))


@dataclass(frozen=True, slots=True)
class Head:
    """What is kept of a post."""

    stamp: Stamp
    title: str
    date: str  # the ISO day it is dated; "" for none
    taught: Taught


@dataclass
class PostHeads:
    """What was read of posts, by file. Not for two threads at once."""

    index_of: Callable[[Path], Path | None] = lambda _folder: None  # a folder's index
    by_path: dict[Path, Head] = field(default_factory=dict)

    def read(
        self, paths: Iterable[Path], folder: Path | None
    ) -> Iterator[tuple[Path, Head | None, bool]]:
        """Each post with its head, None where it cannot be read, and whether its file was read.

        `folder` is the one that may have an index; places in it count from there.
        """
        from .known import KnownPosts  # it takes a database to come

        index = self.index_of(folder) if folder is not None else None
        with KnownPosts(index) as known:
            for path in paths:
                yield path, *self._head(path, folder, known)

    def _head(
        self, path: Path, folder: Path | None, known: "KnownPosts"
    ) -> tuple[Head | None, bool]:
        try:
            stamp = stamp_of(path.stat())
        except OSError:
            return None, False
        if stamp is None:  # to open a pipe would wait for its writer
            return None, False
        head = self.by_path.get(path)
        if head is not None and head.stamp == stamp:
            return head, False
        place = _place(path, folder)
        kept = _of_kept(known.post(place), stamp)
        head = kept or _read(path, place, stamp)
        if head is not None:
            self.by_path[path] = head
        return head, kept is None


def _place(path: Path, folder: Path | None) -> str:
    try:
        return path.relative_to(folder).as_posix() if folder is not None else path.name
    except ValueError:
        return path.name


def _of_kept(kept: "Kept | None", stamp: Stamp) -> Head | None:
    if kept is None or kept.stamp != stamp:
        return None
    try:
        entry = Entry.of_row(kept.entry)
        return Head(stamp, entry.title, entry.date, Taught.of_row(kept.taught))
    except (TypeError, ValueError):
        return None


def _read(path: Path, place: str, stamp: Stamp) -> Head | None:
    from .reading import entry_of

    try:
        with path.open("rb") as file:
            start = file.read(_HEAD_READ)
    except OSError:
        return None
    text = start.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    front = front_matter.read(text)
    entry = entry_of(Found(place, stamp), front)
    return Head(stamp, entry.title, entry.date, Taught.by(front))
