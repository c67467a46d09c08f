"""The images of a site that none of its files names.

Posts, layouts, includes, styles and settings are all asked, and what may be made of parts, by a
template, counts as named: an image that is used must never be called unused.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from editor.images import SUFFIXES
from editor.media import TYPES
from editor.site import Site

_LEFT_OUT = {"node_modules", "vendor", "_site", "resources", "__pycache__"}
_BUILT = {"public", "output"}  # at the root of Hugo's and Pelican's sites
_LONGEST = 4 * 2**20  # bytes of a text that is read
_MOST = 100_000  # files looked at; of more, nothing is called unused
_DATA = {".yml", ".yaml", ".toml", ".json", ".csv"}
_LISTS = re.compile(  # Liquid's and Hugo's ways to all files of a site or a bundle
    r"site\.static_files|\.Resources\.(?:ByType|Match)|\bResources\.(?:ByType|Match)|readDir\b"
)
_NAME = re.compile(
    r"[^\s\"'`()<>\[\]{}|\\/=,;:?#]+\.(?:apng|avif|bmp|gif|jfif|jpe?g|png|svg|tiff?|webp)", re.I
)
_WORD = re.compile(r"[\w.\-]+")
_HEAD = re.compile(
    r"\A\ufeff?(?:---|\+\+\+)[ \t]*\r?\n.*?^(?:---|\+\+\+|\.\.\.)[ \t]*$", re.S | re.M
)
_VARIANT = re.compile(r"(?:[-_@.]?(?:\d+x\d+|\d{2,4}w?|[123]x|small|thumb|medium|large))+\Z", re.I)
_ODD = re.compile(r"[\s\"'`()<>\[\]{}|\\=,;:?#%]")


def unused_images(site: Site, go_on: Callable[[], bool] = lambda: True) -> list[Path]:
    """The images in the site's image folder, and in the bundles of its posts, that nothing names.

    Reads all texts of the site: not for the window's thread. It ends early, with nothing, where
    `go_on` says no.
    """
    folders = site.folders
    root = site.root
    if folders is None or root is None:
        return []
    files: list[Path] = []
    for file in _files(root, site.generator):
        files.append(file)
        if len(files) > _MOST or not go_on():
            return []
    within = {folders.images, *([folders.content] if site.generator == "hugo" else [])}
    images = [
        one for one in files if _is_image(one) and any(one.is_relative_to(at) for at in within)
    ]
    named = _named(files, images, go_on)
    if not go_on() or (named.lists_files and site.generator != "hugo"):
        return []
    if named.lists_files:
        images = [one for one in images if one.is_relative_to(folders.images)]
    return [one for one in images if not named.has(one)]


@dataclass
class _Named:
    """What the texts of a site name."""

    names: set[str] = field(default_factory=set)  # of images, in small letters
    words: set[str] = field(default_factory=set)  # of front matter and data
    odd: set[str] = field(default_factory=set)  # images whose names hold blanks or signs
    lists_files: bool = False  # a template goes through all files of a folder

    def has(self, image: Path) -> bool:
        """Whether `image` is named, or may be."""
        name, stem = image.name.casefold(), image.stem.casefold()
        if name in self.names or image.name in self.odd or stem in self.words:
            return True
        # A size of a picture is made of the picture's own name by a template.
        whole = _VARIANT.sub("", stem) or stem
        return any(f"{one}{suffix}" in self.names for one in (stem, whole) for suffix in SUFFIXES)


def _files(root: Path, generator: str) -> Iterator[Path]:
    left_out = _LEFT_OUT | (_BUILT if generator in ("hugo", "pelican") else set())
    for place, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in left_out and not name.startswith(".")
        )
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


def _is_image(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _named(files: list[Path], images: list[Path], go_on: Callable[[], bool]) -> _Named:
    found = _Named()
    wanted = {one.name for one in images if _ODD.search(one.name)}
    for path in files:
        text = _text(path) if go_on() else ""
        plain = unquote(text) if "%" in text else text
        found.names |= {name.casefold() for name in _NAME.findall(plain)}
        head = text if path.suffix in _DATA else ""
        if front := _HEAD.match(text):
            head = front[0]
        found.words |= {word.casefold() for word in _WORD.findall(head)}
        found.odd |= {name for name in wanted if name in plain or name in text}
        found.lists_files = found.lists_files or _LISTS.search(text) is not None
    return found


def _text(path: Path) -> str:
    """What a file says; "" of pictures, films, fonts and other files that are no texts."""
    if path.suffix.lower() in TYPES and path.suffix.lower() != ".svg":
        return ""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= _LONGEST:
            content = path.read_bytes()
            return "" if b"\0" in content[:1024] else content.decode("utf-8", "replace")
    return ""
