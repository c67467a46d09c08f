"""Addresses made relative to a site, or absolute.

Source: Jekyll 4.3's lib/jekyll/filters/url_filters.rb, and Addressable's `normalize`
"""

import posixpath
import re
from urllib.parse import quote, unquote_to_bytes

from editor.generators.jekyll_liquid.values import text

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def relative_url(address: str, base: object) -> str:
    """`address` with the site's `baseurl` before it; an absolute one as it is."""
    if _ABSOLUTE.match(address):
        return address
    before = text(base).removesuffix("/")
    return _normalized(_with_slash(before) + _with_slash(address))


def absolute_url(address: str, site: object, base: object) -> str:
    """`address` with the site's `url` and `baseurl` before it; an absolute one as it is."""
    if _ABSOLUTE.match(address):
        return address
    relative = relative_url(address, base)
    return _normalized(text(site) + relative) if text(site) else relative


def _with_slash(part: str) -> str:
    return part if not part or part.startswith("/") else f"/{part}"


_PARTS = re.compile(
    r"((?:[a-zA-Z][a-zA-Z0-9+.-]*:)?(?://[^/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL
)


def _normalized(address: str) -> str:
    parts = _PARTS.fullmatch(address)
    if parts is None:
        return address
    site, path, query, fragment = (part or "" for part in parts.groups())
    if path.startswith("/"):
        ends = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = (
            posixpath.normpath(re.sub("^/+", "/", path)).rstrip("/") + ends
            if "/." in path
            else path
        )
    elif site:
        path = "/"
    return site.lower() + encoded(path) + encoded(query) + encoded(fragment)


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    end = "/" if path.endswith(("/", "/.", "/..")) else ""
    return posixpath.normpath(re.sub("^/+", "/", path)).rstrip("/") + end


def encoded(part: str) -> str:
    """`part` of an address with what must be written in percents."""
    return quote(_DECODED.sub(_decoded, part), safe="!$&'()*+,;=:@/~-._?#%")


_DECODED = re.compile(r"%[0-9a-fA-F]{2}")


def _decoded(octet: re.Match[str]) -> str:
    char = unquote_to_bytes(octet[0])
    return char.decode() if re.fullmatch(rb"[A-Za-z0-9._~-]", char) else octet[0].upper()


def encoded_whole(component: str) -> str:
    """`component` with all but letters, digits and `-._~` of ASCII in percents, also `%` itself."""
    return quote(component, safe="!$&'()*+,;=:@/~-._?#[]")
