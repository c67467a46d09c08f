"""An article that needs no other file: what it shows is in it, and nothing of it acts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

from editor.export.media_bytes import MOST, Shelf, data_address
from editor.export.tags import Tag, tokens
from editor.media import MediaRefusedError, Refusal

_DROPPED = frozenset(("script", "link", "meta", "base", "template", "frameset", "noembed"))
_EMBEDDED = frozenset(("iframe", "frame", "object", "embed", "applet"))
_MEDIA = frozenset(("img", "video", "audio", "source", "track"))
_ACTING = frozenset(("srcdoc", "ping", "formaction", "action", "autofocus", "srcset", "sizes"))
_ADDRESSES = frozenset(("href", "xlink:href", "src", "poster", "data"))


class Images(StrEnum):
    """What becomes of the images of other sites, or of all."""

    EMBEDDED = "embedded"  # those of other sites stay where they are
    EMBEDDED_ALONE = "embedded alone"  # those of other sites are named instead
    NONE = "none"  # their descriptions alone


@dataclass(frozen=True)
class Words:
    """What is written in the place of what cannot be shown; {} is a name."""

    missing: str = "Image not found: {}"
    too_large: str = "Too large to be embedded: {}"
    remote: str = "Image on {}, not loaded"
    embedded: str = "Content from {}"


@dataclass(frozen=True)
class StandingAlone:
    """The article, and the addresses of what is not in it."""

    html: str
    missing: tuple[str, ...] = ()
    too_large: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()  # on other sites


def standing_alone(
    html: str, shelf: Shelf, images: Images = Images.EMBEDDED, words: Words | None = None
) -> StandingAlone:
    """The article of `html` with its media in it, its links whole, and nothing that acts."""
    writer = _Writer(shelf, images, words or Words())
    written = "".join(writer.written(html))
    lists = (tuple(dict.fromkeys(names)) for names in (writer.missing, writer.large, writer.remote))
    return StandingAlone(written, *lists)


@dataclass
class _Writer:
    shelf: Shelf
    images: Images
    words: Words
    missing: list[str] = field(default_factory=list)
    large: list[str] = field(default_factory=list)
    remote: list[str] = field(default_factory=list)
    size: int = 0
    known: dict[str, str] = field(default_factory=dict)  # addresses of data by path

    def written(self, html: str) -> Iterator[str]:
        pictures = 0
        for token in tokens(html):
            if not isinstance(token, Tag):
                yield token.source
                continue
            if token.name == "picture":
                pictures += -1 if token.is_end else 1
            if token.name in _DROPPED or (token.name == "source" and pictures > 0):
                continue
            if token.name in _EMBEDDED:
                yield self._embedding(token)
            elif token.name in _MEDIA and not token.is_end:
                yield self._medium(token)
            else:
                yield self._harmless(token).source + token.content

    def _embedding(self, tag: Tag) -> str:
        """A link to what another site would have shown here."""
        address = tag.get("src") or tag.get("data")
        host = _host(address)
        if tag.is_end or not host:
            return ""
        address = f"https:{address}" if address.startswith("//") else address
        label = escape(self.words.embedded.format(host))
        return f'<a class="stand-in" href="{escape(address)}">{label}</a>'

    def _harmless(self, tag: Tag) -> Tag:
        return tag.with_attributes(tuple(self._attributes(tag)))

    def _attributes(self, tag: Tag) -> Iterator[tuple[str, str | None]]:
        for name, value in tag.attributes:
            if name.startswith("on") or name in _ACTING:
                continue
            if name in _ADDRESSES and value is not None:
                if _acts(value):
                    continue
                if name == "href" and tag.name in ("a", "area"):
                    value = self.shelf.link(value.strip())
            yield name, value

    def _medium(self, tag: Tag) -> str:
        attributes: list[tuple[str, str | None]] = []
        for name, value in self._attributes(tag):
            if name == "loading":
                continue  # what is in the page need not wait, and on paper would never come
            if name in ("src", "poster") and value:
                found = self._address(value)
                if name == "src" and not found.startswith(("data:", "http:", "https:", "//")):
                    return found if tag.name in ("img", "video", "audio") else ""
                value = found
            attributes.append((name, value))
        return tag.with_attributes(tuple(attributes)).source

    def _address(self, address: str) -> str:
        """The address of the medium in a page that stands alone, or what stands in its place."""
        if address.startswith("data:"):
            return address
        try:
            path = self.shelf.path_of(address)
            if path is None:
                return self._elsewhere(address)
            if self.images is Images.NONE:
                return ""
            return self._embedded(path)
        except MediaRefusedError as refusal:
            is_large = refusal.why is Refusal.TOO_LARGE
            (self.large if is_large else self.missing).append(address)
            words = self.words.too_large if is_large else self.words.missing
            return _stand_in(words, address, "missing", "code")

    def _elsewhere(self, address: str) -> str:
        if self.images is Images.EMBEDDED:
            self.remote.append(address)
            return address
        if self.images is Images.NONE:
            return ""
        self.remote.append(address)
        return _stand_in(self.words.remote, _host(address), "embedded", "b")

    def _embedded(self, path: str) -> str:
        if path not in self.known:
            kind, content = self.shelf.picture(path)
            if self.size + len(content) > MOST:
                raise MediaRefusedError(path, Refusal.TOO_LARGE)
            self.size += len(content)
            self.known[path] = data_address(kind, content)
        return self.known[path]


def _stand_in(words: str, name: str, kind: str, tag: str) -> str:
    before, _, after = escape(words).partition("{}")
    inside = f"{before}<{tag}>{escape(name)}</{tag}>{after}"
    return f'<span class="stand-in {kind}"><span>{inside}</span></span>'


def _acts(address: str) -> bool:
    """Whether a browser would run something at `address`."""
    scheme = "".join(address.split()).lower().lstrip("\x00\x01\x02\x03\x04\x05\x06\x07\x08")
    return scheme.startswith(("javascript:", "vbscript:", "data:text", "data:application"))


def _host(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return parts.netloc if parts.scheme in ("http", "https", "") else ""
