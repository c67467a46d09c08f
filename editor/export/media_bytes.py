"""The bytes of what a post shows, for pages that carry it in themselves."""

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self
from urllib.parse import urljoin, urlsplit

from editor.images import ImageRefusedError, Wish, made_ready
from editor.media import MediaRefusedError, Place, Refusal, open_media
from editor.site import Site
from editor.site_media import OwnAddress, files_folder

LARGEST = 12 * 1024 * 1024  # bytes of one medium
MOST = 48 * 1024 * 1024  # bytes of all that one page carries
_HEAVY = 400 * 1024  # bytes of a picture that is made smaller,
_WIDEST = 1600  # pixels, if it is wider than this


@dataclass(frozen=True)
class Shelf:
    """Where the media of one post lie."""

    place: Place
    own: OwnAddress
    base_url: str = ""  # of the whole site, "" where it names none

    @classmethod
    def of(cls, site: Site, path: Path | None, settings: Mapping[str, object]) -> Self:
        """Of the post at `path`, in `site` with its `settings`."""
        own = OwnAddress.of(settings)
        folder = path.absolute().parent if path else None
        place = Place.of(site.root, folder, site.generator)
        return cls(replace(place, base=own.base, files=files_folder(site)), own, site.base_url)

    def path_of(self, address: str) -> str | None:
        """The path below the site that `address` means to the post; None on another site.

        Raises MediaRefusedError where it is none of a file.
        """
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            raise MediaRefusedError(address, Refusal.ADDRESS) from None
        if parts.scheme in ("http", "https") or (parts.netloc and not parts.scheme):
            return self.own.path_of(address.strip())
        if parts.scheme or not parts.path:
            raise MediaRefusedError(address, Refusal.ADDRESS)
        return urljoin(self.place.folder, parts.path)

    def link(self, address: str) -> str:
        """`address`, that leads somewhere from the post, as it does so from anywhere else."""
        if self.base_url.startswith(("http://", "https://")) and address.startswith("/"):
            if address.startswith("//"):
                return address
            inside = self.own.without_base(address)
            return f"{self.base_url}{inside}"
        return address

    def picture(self, path: str) -> tuple[str, bytes]:
        """Type and bytes of what lies at `path`. Raises MediaRefusedError."""
        media = open_media(self.place, path)
        with os.fdopen(media.descriptor, "rb") as file:
            content = file.read()
        if media.type.startswith("image/") and len(content) > _HEAVY:
            content, kind = _lighter(content, media.type)
        else:
            kind = media.type
        if len(content) > LARGEST:
            raise MediaRefusedError(path, Refusal.TOO_LARGE)
        return kind, content


def data_address(kind: str, content: bytes) -> str:
    """`content` as an address that holds it."""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}


def _lighter(content: bytes, kind: str) -> tuple[bytes, str]:
    try:
        made = made_ready(content, Wish(width=_WIDEST))
    except ImageRefusedError:
        return content, kind
    if made.suffix not in _TYPES or len(made.content) >= len(content):
        return content, kind
    return made.content, _TYPES[made.suffix]
