"""What the images that a post names are on the disk, in each form in which sites write them.

An address is the generator's to read: `/assets/a.png`, `{{ "/a.png" | relative_url }}`,
`{{ site.baseurl }}/a.png`, `{static}/a.png`, or the site's own address in full. Where only the
build could tell what is meant, nothing is claimed.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from editor.media import served_folders
from editor.site import Site

_STRING = r"(?:\"(?P<double>[^\"{}|]*)\"|'(?P<single>[^'{}|]*)')"
_FILTERED = re.compile(
    rf"\{{\{{-?\s*{_STRING}\s*\|\s*(?P<filters>(?:relative_url|absolute_url"
    r"|(?:prepend|append)\s*:\s*site\.\w+)(?:\s*\|\s*(?:relative_url|absolute_url"
    r"|prepend\s*:\s*site\.\w+))*)\s*-?\}\}"
)
_OWN = re.compile(r"\{\{-?\s*site\.(?P<name>url|baseurl)\s*-?\}\}")
_MARK = re.compile(r"[{|](?P<mark>static|attach|filename)[}|]")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_TEMPLATE = re.compile(r"\{\{|\{%|\$\{")


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """Where the site itself is published, as its settings say."""

    hosts: frozenset[str] = frozenset()  # in small letters
    base: str = ""  # the path that its addresses start with, "/blog", or ""

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> Self:
        """Read from the settings of any generator; without an address it is of no host."""
        found = {key.lower(): value for key, value in settings.items()}
        hosts, base = set(), ""
        for key in ("url", "baseurl", "siteurl"):
            value = found.get(key)
            parts = _split(value) if isinstance(value, str) else None
            if parts is None:
                continue
            if parts[0]:
                hosts.add(parts[0])
            base = parts[1].rstrip("/") or base
        return cls(frozenset(hosts), base if base.startswith("/") or not base else f"/{base}")

    def path_of(self, address: str) -> str | None:
        """The path of an address in full that is of this site; None of another's."""
        parts = _split(address)
        return parts[1] or "/" if parts and parts[0] in self.hosts else None

    def without_base(self, path: str) -> str:
        """`path`, that begins with a slash, below where the site starts."""
        if self.base and (path == self.base or path.startswith(f"{self.base}/")):
            return path[len(self.base) :] or "/"
        return path


def _split(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").lower(), parts.path
    except ValueError:
        return None


@dataclass(frozen=True)
class Named:
    """Where an address may lie on the disk, the likeliest place first."""

    places: tuple[Path, ...]
    is_sure: bool  # whether nothing else can be meant, so that without a file it leads nowhere

    @cached_property
    def file(self) -> Path | None:
        """The first of the places where there is a file."""
        return next((place for place in self.places if _is_file(place)), None)

    @property
    def is_missing(self) -> bool:
        """Whether it surely leads to no file."""
        return self.is_sure and bool(self.places) and self.file is None


def plain_path(address: str, own: OwnAddress) -> str | None:
    """`address` as a path of the site: without tags, without the site's own address and base.

    Pelican's marks stay. None where it leads elsewhere, or where only the build knows.
    """
    path = _FILTERED.sub(lambda tag: tag["double"] or tag["single"] or "", address.strip())
    tagged = path != address.strip()
    rest = _OWN.sub("", path)
    if rest != path or (tagged and not rest.startswith("/")):
        path = f"/{rest.lstrip('/')}"
    if _TEMPLATE.search(path):
        return None
    if path.startswith("//") or _ELSEWHERE.match(path):
        inside = own.path_of(path)
        return None if inside is None else own.without_base(inside)
    path = re.split(r"[?#]", path, maxsplit=1)[0]
    return own.without_base(path) if path.startswith("/") else path


def named_files(
    address: str,
    site: Site,
    post: Path | None,
    own: OwnAddress,
    served: Sequence[Path],
) -> Named:
    """Where the image that `address` names in the post at `post` may lie.

    `served` are the site's `site_folders`: to find them asks the disk, once for all addresses.
    """
    path = plain_path(address, own)
    if not path or "\0" in path or "\\" in path:
        return Named((), False)
    folder = post.absolute().parent if post is not None else None
    if mark := _MARK.match(path):
        return _of_pelican(path[mark.end() :], site, folder)
    spelled = tuple(dict.fromkeys((unquote(path), path)))
    if path.startswith("/"):
        places = tuple(base / name.lstrip("/") for base in served for name in spelled)
        known = bool(places) and any(_has_first(base, spelled[0]) for base in served)
        return _inside(places, site.root, known)
    if folder is None:
        return Named((), False)
    beside = tuple(folder / name for name in spelled)
    is_bundle = site.generator == "hugo" and post is not None and post.stem in ("index", "_index")
    return _inside(beside, site.root or folder, is_bundle)


def site_folders(site: Site) -> tuple[Path, ...]:
    """The folders whose files the site serves below `/`, the usual one first."""
    root = site.root
    if root is None:
        return ()
    folders = site.folders
    first = (folders.files, folders.content) if folders else ()
    served = (root / name for name in served_folders(site.generator, root))
    return tuple(dict.fromkeys((*first, *served)))


def files_folder(site: Site) -> str:
    """The folder below the root, "" for that itself, that the settings name for served files."""
    folders = site.folders
    if folders is None or site.root is None or not folders.files.is_relative_to(site.root):
        return ""
    inside = folders.files.relative_to(site.root).as_posix()
    return "" if inside == "." else inside


def _of_pelican(path: str, site: Site, folder: Path | None) -> Named:
    if site.folders is None or folder is None:
        return Named((), False)
    content = site.folders.content
    name = unquote(path)
    place = content / name.lstrip("/") if name.startswith("/") else folder / name
    return _inside((place,), site.root, True)


def _inside(places: tuple[Path, ...], root: Path | None, is_sure: bool) -> Named:
    """Those of `places` that lie below `root`; of others on the disk nothing is asked."""
    if root is None:
        return Named((), False)
    kept = tuple(place for place in places if Path(os.path.normpath(place)).is_relative_to(root))
    return Named(kept, is_sure)


def _has_first(base: Path, path: str) -> bool:
    """Whether the first folder of `path` is there: without it, its files come from elsewhere."""
    first, _, rest = path.lstrip("/").partition("/")
    return bool(first) and (not rest or _is_folder(base / first))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with half a pair
        return False
