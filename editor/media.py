"""Which file of a site an address in the preview means, and whether the preview may have it.

An address is the path of a URL as the browser asks for it: percent-encoded, below the site's
root, beginning with "/". A post is not trusted: what it names must be a picture, a sound, a film
or a font that lies inside the site, and nothing else on the disk.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Self
from urllib.parse import quote_from_bytes, unquote_to_bytes

LARGEST = 64 * 1024 * 1024  # bytes

TYPES = {
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jfif": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".mp4": "video/mp4",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}


class Refusal(StrEnum):
    """Why an address gets no file."""

    ADDRESS = "not an address inside the site"
    TYPE = "not a picture, sound, film or font"
    MISSING = "no such file"
    OUTSIDE = "outside the site"
    NOT_A_FILE = "not a plain file"
    TOO_LARGE = "too large"


class MediaRefusedError(Exception):
    """The preview may not have what is at this address, or there is nothing."""

    def __init__(self, address: str, why: Refusal) -> None:
        super().__init__(f"{address}: {why}")
        self.address, self.why = address, why


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post's media are looked up.

    `root` is the folder "/" stands for, None where nothing is served; `folder` is the address of
    the post's own folder, which begins and ends with "/".
    """

    root: Path | None = None
    folder: str = "/"
    generator: str = ""  # which tells what is served below "/"
    base: str = ""  # the path that the site's own addresses start with, "/blog", or ""
    files: str = ""  # the folder below `root` that the site's settings name for what is served

    @classmethod
    def of(cls, site_root: Path | None, folder: Path | None, generator: str = "") -> Self:
        """The place of a post in `folder` of the site at `site_root`.

        Without a site, or with the folder outside it, the folder is all there is.
        """
        root = site_root or folder
        if root is None:
            return cls()
        root = Path(os.path.realpath(root))
        inside = Path(os.path.realpath(folder)) if folder else root
        if not inside.is_relative_to(root):
            return cls(inside)
        parts = (quote_from_bytes(os.fsencode(part)) for part in inside.relative_to(root).parts)
        return cls(root, "/" + "".join(f"{part}/" for part in parts), generator)


def served_folders(generator: str, root: Path) -> tuple[str, ...]:
    """The folders below `root` whose files the site has below "/", the likeliest first.

    Hugo: https://gohugo.io/content-management/static-files/, and the files of bundles below
    `content`; Pelican: STATIC_PATHS below its content.
    """
    if generator == "hugo":
        return ("static", "content", "assets", *_of_themes(root))
    if generator == "pelican":
        return ("content", "content/extra", "")
    return ("",)


def _of_themes(root: Path) -> tuple[str, ...]:
    try:
        names = sorted(entry.name for entry in os.scandir(root / "themes"))
    except OSError:
        return ()
    return tuple(f"themes/{name}/static" for name in names[:_MOST_THEMES])


_MOST_THEMES = 20


@dataclass(frozen=True, slots=True)
class Media:
    """A file the preview may have, opened for reading. Whoever gets it closes `descriptor`."""

    descriptor: int
    type: str  # as in a Content-Type header
    size: int  # bytes


def open_media(place: Place, address: str, types: Mapping[str, str] = TYPES) -> Media:
    """Open the file that `address` means to a post at `place`. Raises MediaRefusedError.

    `types` are those it may have, by the ends of names.
    """
    path = locate(place, address, types)
    # Not blocking, so that a FIFO cannot hold the window; no following, in case the file became
    # a link since `locate` resolved it.
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)  # Windows and Unix have some each
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise MediaRefusedError(address, Refusal.MISSING) from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        os.close(descriptor)
        plain = stat.S_ISREG(status.st_mode)
        raise MediaRefusedError(address, Refusal.TOO_LARGE if plain else Refusal.NOT_A_FILE)
    return Media(descriptor, types[path.suffix.lower()], status.st_size)


def locate(place: Place, address: str, types: Mapping[str, str] = TYPES) -> Path:
    """The file that `address` means at `place`, links resolved. Raises MediaRefusedError.

    An address is looked up below the root, as on a Jekyll site, and in the folders that the
    site's generator serves; with the site's own base, without it too.
    """
    if place.root is None:
        raise MediaRefusedError(address, Refusal.MISSING)
    refused: MediaRefusedError | None = None
    first: Path | None = None
    folders = dict.fromkeys((place.files, *served_folders(place.generator, place.root), ""))
    for spelled, folder in product(_spellings(place, address), folders):
        try:
            path = _located(place.root, folder, spelled, address, types)
        except MediaRefusedError as refusal:  # a theme may be a link out of the site
            refused = refused or refusal
            continue
        if os.path.exists(path):  # noqa: PTH110 - False too for a name too long
            return path
        first = first or path
    if first is None and refused is not None:
        raise refused
    assert first is not None
    return first


def _spellings(place: Place, address: str) -> list[str]:
    base = place.base
    return [address, *([address[len(base) :]] if base and address.startswith(f"{base}/") else [])]


def _located(root: Path, folder: str, spelled: str, address: str, types: Mapping[str, str]) -> Path:
    parts = _parts(spelled)
    real_root = Path(os.path.realpath(root))
    path = Path(os.path.realpath(real_root.joinpath(folder, *parts)))
    if not path.is_relative_to(real_root):
        raise MediaRefusedError(address, Refusal.OUTSIDE)
    if any(part.startswith(".") for part in path.relative_to(real_root).parts):
        raise MediaRefusedError(address, Refusal.ADDRESS)  # a link to a hidden file
    if path.suffix.lower() not in types:
        raise MediaRefusedError(address, Refusal.TYPE)
    return path


def _parts(address: str) -> tuple[str, ...]:
    """The names in `address`, decoded once: "%252e" is a file called "%2e"."""
    decoded = os.fsdecode(unquote_to_bytes(address))
    parts = tuple(part for part in decoded.split("/") if part)
    hidden = any(part.startswith(".") for part in parts)  # "." and ".." too
    if not decoded.startswith("/") or hidden or "\0" in decoded or "\\" in decoded:
        raise MediaRefusedError(address, Refusal.ADDRESS)
    return parts
