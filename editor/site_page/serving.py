"""Which files a page of the site may have in the preview: those built, then those of the source.

Addresses are those of the built site. What the writer has added since it was built, as an image
that was just pasted, still lies in the source alone.
"""

import re
from dataclasses import dataclass

from editor.media import TYPES, Media, MediaRefusedError, Place, open_media

_PAGE_TYPES = {**TYPES, ".css": "text/css"}


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where the files of a page are looked up."""

    built: Place  # whose folder is the page's
    source: Place  # whose folder is the post's
    hosts: tuple[str, ...] = ()  # on which the site itself lies

    def relative(self, sheet: bytes) -> bytes:
        """A style sheet of the site, its addresses on the site's own hosts as paths."""
        if not self.hosts:
            return sheet
        hosts = b"|".join(re.escape(host.encode()) for host in self.hosts)
        return re.sub(rb"(?:https?:)?//(?:" + hosts + rb")(?::\d+)?(?=/)", b"", sheet)


def open_for_page(place: PagePlace, address: str) -> Media:
    """Open the file that `address` means to a page at `place`. Raises MediaRefusedError.

    Style sheets come from the built site alone.
    """
    refused: MediaRefusedError | None = None
    beside = address.startswith(place.built.folder)
    inner = place.source.folder + address[len(place.built.folder) :] if beside else address
    for where, spelled, types in (
        (place.built, address, _PAGE_TYPES),
        (place.source, address, TYPES),
        (place.source, inner, TYPES),
    ):
        try:
            return open_media(where, spelled, types)
        except MediaRefusedError as refusal:
            refused = refused or refusal
    assert refused is not None
    raise refused
