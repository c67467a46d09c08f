"""The posts of a site that a link can lead to, read from the disk once until they change."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editor import files, front_matter
from editor.disk import FileError
from editor.library import find_posts
from editor.links import Target
from editor.post import day_of, slug
from editor.site import Site
from editor.site_media import OwnAddress

_HEAD_READ = 16_384  # bytes
_MOST = 20_000  # posts

_Stamp = tuple[int, int]


@dataclass
class TargetsRead:
    """What was read of posts, by file. Not for two threads at once."""

    by_path: dict[Path, tuple[_Stamp, Target]] = field(default_factory=dict)

    def targets(self, site: Site, folder: Path) -> list[Target]:
        """The posts of `site`, without one those in `folder`, the newest first."""
        found = list(self._found(site.root or folder))
        return sorted(found, key=lambda one: (one.date, one.path.name), reverse=True)

    def _found(self, folder: Path) -> Iterator[Target]:
        for number, path in enumerate(find_posts(folder)):
            if number == _MOST:
                return
            target = self._target(path)
            if target is not None:
                yield target

    def _target(self, path: Path) -> Target | None:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = self.by_path.get(path)
            if known is not None and known[0] == stamp:
                return known[1]
            if not path.is_file():  # to open a pipe would wait for its writer
                return None
            with path.open("rb") as file:
                start = file.read(_HEAD_READ)
        except OSError:
            return None
        text = start.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        target = _read(path, text)
        self.by_path[path] = (stamp, target)
        return target


def _read(path: Path, text: str) -> Target:
    fields = front_matter.read(text)
    title = fields.field("title")
    shown = title.shown if title and isinstance(title.shown, str) else ""
    is_bundle = path.stem in ("index", "_index")
    name = path.parent.name if is_bundle else path.name
    day = day_of(fields, name)
    return Target(
        path,
        shown.strip() or slug(name).replace("-", " "),
        day.isoformat() if day else "",
    )


def address_of(target: Target, site: Site) -> str:
    """The address of a post's page, from the site's root; "" where it cannot be told."""
    from editor.publishing import publication

    try:
        text = files.read(target.path).text
    except FileError:
        return ""
    made = publication(text, target.path, site, problems=())
    return OwnAddress.of(site.settings).without_base(made.address) if made.address else ""


@dataclass(frozen=True)
class Choice:
    """A target as it is looked for: its words without case and accents."""

    target: Target
    title: str
    words: str


def choices(targets: Iterable[Target]) -> list[Choice]:
    """`targets`, made ready to be looked for."""
    return [
        Choice(one, folded(one.title), folded(f"{one.title} {one.path.stem} {one.date}"))
        for one in targets
    ]


def matching(found: Sequence[Choice], typed: str, most: int) -> list[Target]:
    """Those whose titles or names hold all words typed; titles that begin so come first."""
    words = folded(typed).split()
    fit = [one for one in found if all(word in one.words for word in words)]
    if words:
        fit.sort(key=lambda one: not one.title.startswith(words[0]))
    return [one.target for one in fit[:most]]


def folded(text: str) -> str:
    """`text` without case and accents, so that `été` is found by `ete`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
