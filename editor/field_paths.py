"""Files that fields name: where such a path leads, and how a site's posts write one.

A path in a field is an address to the site's templates, so its meaning is the generator's: Jekyll
serves its root, Hugo `static/` and the files beside a bundle's `index.md`, Pelican `content/`.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from editor.site import Site

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|//|\{\{|\{%|#")
_IMAGE_FOLDERS = ("assets/images", "assets/img", "assets", "images", "img", "static")
_PELICAN_MARKS = ("{static}", "{attach}", "{filename}", "|filename|")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, and what stands before the path of a file in it where posts name one."""

    prefix: str
    folder: Path


def places(site: Site, post: Path | None) -> tuple[Place, ...]:
    """Where the site's generator looks for what a post's field names, the usual place first."""
    folder = post.absolute().parent if post is not None else None
    beside = [Place("", folder)] if folder is not None else []
    root = site.root
    if root is None:
        return (*beside, *(Place("/", place.folder) for place in beside))
    if site.generator == "hugo":
        static = root / "static"
        in_bundle = post is not None and post.stem in ("index", "_index")
        served = [Place("/", static), Place("", static)]
        first = [*beside, *served] if in_bundle else [*served, *beside]
        return (*first, *(Place(sign, root / "assets") for sign in ("/", "")), *_folders(static))
    if site.generator == "pelican":
        content = root / "content" if (root / "content").is_dir() else root
        marked = [Place(f"{mark}/", content) for mark in _PELICAN_MARKS]
        marked += [Place(mark, place.folder) for mark in _PELICAN_MARKS for place in beside]
        return (*marked, Place("/", content), Place("", content), *beside, *_folders(content))
    return (Place("/", root), Place("", root), *beside, *_folders(root))


def _folders(root: Path) -> list[Place]:
    """Where themes look for images that fields name without their folder."""
    return [Place(sign, root / name) for name in _IMAGE_FOLDERS for sign in ("", "/")]


def is_path(written: str) -> bool:
    """Whether `written` names a file of the site, not an address elsewhere or a template's tag."""
    return bool(written.strip()) and not _ELSEWHERE.match(written.strip())


def find_file(written: str, site: Site, post: Path | None) -> Path | None:
    """The file that `written` names, or None where there is none, or it lies outside the site."""
    found = _found(written, places(site, post), site.root)
    return found[1] if found else None


def written_path(file: Path, site: Site, post: Path | None, like: str = "") -> str | None:
    """How a post names `file`: as `like`, a path the site uses, else as its generator wants it.

    None where the file lies outside what the site publishes.
    """
    known = places(site, post)
    found = _found(like, known, site.root) if is_path(like) else None
    for place in ([found[0]] if found else []) + list(known):
        try:
            inside = file.absolute().relative_to(place.folder)
        except ValueError:
            continue
        return place.prefix + str(PurePosixPath(*inside.parts))
    return None


def start_folder(site: Site, post: Path | None, like: str = "") -> Path | None:
    """The folder to choose a file in first: that of `like`, a path in use, else the usual one."""
    found = find_file(like, site, post) if is_path(like) else None
    if found is not None:
        return found.parent
    return next((place.folder for place in places(site, post) if place.folder.is_dir()), None)


def _found(written: str, known: tuple[Place, ...], root: Path | None) -> tuple[Place, Path] | None:
    path = written.strip()
    if not is_path(path) or "\0" in path or "\\" in path:
        return None
    bare = re.split(r"[?#]", path, maxsplit=1)[0]
    for place in known:
        for spelled in dict.fromkeys((path, bare, unquote(bare))):
            inside = spelled[len(place.prefix) :].removeprefix("./")
            is_so = spelled.startswith(place.prefix) and inside and not inside.startswith("/")
            if is_so and (file := _file(place.folder / inside, root or place.folder)):
                return place, file
    return None


def _file(path: Path, root: Path) -> Path | None:
    """`path`, links resolved, where it is a plain file below `root`."""
    try:
        real = Path(os.path.realpath(path))
        is_inside = real.is_relative_to(os.path.realpath(root))
        return real if is_inside and real.is_file() else None
    except (OSError, ValueError):  # a name too long, or with half a pair
        return None
