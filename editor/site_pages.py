"""What a site's files are called, as far as a link to a page can be told to lead nowhere.

No address is computed here: a link is taken for a dead one where nothing in the site has its name,
neither a file, nor what a post calls itself. So whatever the permalinks are, no living link is
called dead; a link to another day's post of the same name is.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from editor.generators.heading_ids import heading_id
from editor.headings import headings
from editor.post import slug

_LEFT_OUT = {"node_modules", "vendor", "resources", "__pycache__"}
_HEAD_READ = 8_192  # bytes of a file in which the fields that name addresses are looked for
_MOST = 60_000  # files looked at; of more, nothing is said
_PAGES = {".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm", ".rst", ".adoc", ".org"}
_NAMING = re.compile(
    r"^[\"']?(?:permalink|slug|url|alias|aliases|redirect_from|redirect_to|save_as|title|category|categories)[\"']?"
    r"[ \t]*[:=][ \t]*(?P<value>[^\n]*(?:\n[ \t]*(?:-|[\"'])[^\n]*)*)",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE = re.compile(r"[\"']?title", re.I)
# Pages that generators and their plugins make of what posts name.
_MADE = re.compile(
    r"(?:^|/)(?:tags?|categor(?:y|ies|ie)|archives?|authors?|auteurs?|series|years?|topics?|sujets?)"
    r"/|(?:^|/)(?:tags?|categor(?:y|ies|ie)|archives?|authors?|pages?|feeds?|rss|atom|search|blog"
    r"|posts?|articles?|index|sitemap|\d+|page\d+)(?:\.\w+)?/?\Z|\.(?:xml|json|txt|atom|rss|ics)\Z",
    re.I,
)

_Stamp = tuple[int, int]


@dataclass(frozen=True)
class SitePages:
    """The names in a site; those of pages are what stands last in an address."""

    names: frozenset[str] = frozenset()  # folded: of files, folders, and what posts call themselves
    is_whole: bool = False  # whether all of the site was looked at

    def may_have(self, path: str) -> bool:
        """Whether something in the site may be at `path`, a path from its root."""
        if not self.is_whole or _MADE.search(path):
            return True
        parts = PurePosixPath(unquote(path).strip("/")).parts
        if not parts or not self._is_of_site(path, parts):
            return True
        return folded(parts[-1]) in self.names or folded(_stem(parts[-1])) in self.names

    def _is_of_site(self, path: str, parts: tuple[str, ...]) -> bool:
        """Whether `path` leads where the site has pages: not into a folder put there by others."""
        if not path.startswith("/"):
            return "." in path or "/" in path  # what looks like no address may be none
        is_year = parts[0].isdigit()
        return len(parts) == 1 or is_year or folded(parts[0]) in self.names


@dataclass
class PagesRead:
    """Reads the names in sites; a file read once is read again if it changed. For one thread."""

    by_path: dict[Path, tuple[_Stamp, frozenset[str]]] = field(default_factory=dict)

    def pages(self, root: Path) -> SitePages:
        """The names in the site at `root`."""
        names: set[str] = set()
        folders: set[Path] = set()
        for count, path in enumerate(_files(root)):
            if count == _MOST:
                return SitePages()
            names |= {folded(path.name), folded(path.stem)}
            if path.parent not in folders:
                folders.add(path.parent)
                names |= {folded(part) for part in path.parent.relative_to(root).parts}
            if path.suffix.lower() in _PAGES:
                names |= self._named_in(path)
        return SitePages(frozenset(names), is_whole=True)

    def _named_in(self, path: Path) -> frozenset[str]:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = self.by_path.get(path)
            if known is not None and known[0] == stamp:
                return known[1]
            with path.open("rb") as file:
                start = file.read(_HEAD_READ).decode("utf-8", "replace")
        except OSError:
            return frozenset()
        found = frozenset(_names(path, start))
        self.by_path[path] = (stamp, found)
        return found


def _files(root: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(root):
        folders[:] = [
            name for name in folders if name not in _LEFT_OUT and not name.startswith(".")
        ]
        for name in names:
            if not name.startswith("."):
                yield Path(place, name)


def _names(path: Path, start: str) -> Iterator[str]:
    """What a page is called in addresses: by its file, and by what its fields say."""
    yield folded(slug(path.name))
    for naming in _NAMING.finditer(start):
        if _TITLE.match(naming[0]):
            yield folded(naming["value"])
        for part in re.split(r"[\s\"',\[\]]+", naming["value"]):
            last = PurePosixPath(part.rstrip("/")).name
            yield folded(last)
            yield folded(_stem(last))


def _stem(name: str) -> str:
    return re.sub(r"\.(?:html?|php|md|markdown|xml)\Z", "", name, flags=re.IGNORECASE)


def folded(name: str) -> str:
    """`name` as all generators' ways of writing it come out alike: letters and digits alone."""
    with suppress(ValueError):
        name = unquote(name)
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if sign.isalnum()) or name


def has_anchor(text: str, anchor: str) -> bool:
    """Whether the post `text` may have a place called `anchor`; what tags write is not known."""
    wanted = unquote(anchor)
    if not wanted or wanted.lower() == "top" or re.match(r"(?:fn|fnref|footnote)\b|[:%!/]", wanted):
        return True
    if re.search(r"\{%-?\s*include|\{\{[<%]|\{\{\s*content", text):
        return True
    bare = re.sub(r"[-_]\d+\Z", "", wanted)
    names = {folded(wanted), folded(bare)}
    if any({folded(one.text), folded(heading_id(one.text))} & names for one in headings(text)):
        return True
    place = re.escape(wanted)
    return (
        re.search(rf"(?:id|name)\s*=\s*[\"']?{place}\b|\{{:?[^{{}}\n]*#{place}\b", text) is not None
    )
