"""The posts of a site that a link can lead to, read from the disk once until they change."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editor import front_matter
from editor.generators.jekyll_liquid.addresses import post_address
from editor.library import find_posts
from editor.links import Target
from editor.post import day_of, named_day, slug
from editor.site import Site

_HEAD_READ = 16_384  # bytes
_MOST = 20_000  # posts

_Stamp = tuple[int, int]


@dataclass
class TargetsRead:
    """What was read of posts, by file. Not for two threads at once."""

    by_path: dict[Path, tuple[_Stamp, Target]] = field(default_factory=dict)

    def targets(self, site: Site, folder: Path) -> list[Target]:
        """The posts of `site`, without one those in `folder`, the newest first."""
        settings = site.settings
        found = list(self._found(site, site.root or folder, settings))
        return sorted(found, key=lambda one: (one.date, one.path.name), reverse=True)

    def _found(self, site: Site, folder: Path, settings: Mapping[str, object]) -> Iterator[Target]:
        for number, path in enumerate(find_posts(folder)):
            if number == _MOST:
                return
            target = self._target(path, site, settings)
            if target is not None:
                yield target

    def _target(self, path: Path, site: Site, settings: Mapping[str, object]) -> Target | None:
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
        target = _read(path, text, site, settings)
        self.by_path[path] = (stamp, target)
        return target


def _read(path: Path, text: str, site: Site, settings: Mapping[str, object]) -> Target:
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
        _address(path, text, site, settings),
    )


def _address(path: Path, text: str, site: Site, settings: Mapping[str, object]) -> str:
    """The address of a post of a Jekyll site; "" of others."""
    root = site.root
    if site.generator != "jekyll" or root is None or "_posts" not in path.parts:
        return ""
    if named_day(path.name) is None:
        return ""
    inside = path.relative_to(root).as_posix()
    return post_address(inside, front_matter.values(text), settings, site.time_zone)


def matching(targets: Sequence[Target], typed: str, most: int) -> list[Target]:
    """Those whose titles or names hold all words typed; titles that begin so come first."""
    words = _folded(typed).split()
    found = [one for one in targets if all(word in _sought(one) for word in words)]
    if words:
        found.sort(key=lambda one: not _folded(one.title).startswith(words[0]))
    return found[:most]


def _sought(target: Target) -> str:
    return _folded(f"{target.title} {target.path.stem} {target.date}")


def _folded(text: str) -> str:
    """`text` without case and accents, so that `été` is found by `ete`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
