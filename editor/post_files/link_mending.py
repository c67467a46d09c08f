"""Links between the posts of a site, as each generator has them, mended after a post has moved."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from editor import disk, files
from editor.disk import FileRefusedError
from editor.edits import Edit
from editor.files import FileError
from editor.publishing import publication
from editor.references import without_code
from editor.site import Site

from .manner import is_bundle, name_of
from .plan import Changed, Moved

_POST_URL = re.compile(
    r"\{%-?[ \t]*(?:post_url|post_link|post_path)[ \t]+([\"']?)(?P<to>[^\s\"'%}]+)\1"
)
_LINK = re.compile(r"\{%-?[ \t]*link[ \t]+([\"']?)(?P<to>[^\s\"'%}{]+)\1[ \t]*-?%\}")
_REF = re.compile(
    r"\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:path[ \t]*=[ \t]*)?([\"`']?)(?P<to>[^\"`'\s#?>%]+)"
)
_FILENAME = re.compile(r"[{|]filename[}|](?P<to>[^\s\"'<>()#?]+)")
# What a link of Markdown or of HTML leads to, without what follows "#" or "?".
_TARGET = re.compile(
    r"(?:\]\([ \t]*<?|^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*<?|\b(?:href|src)[ \t]*=[ \t]*[\"']?)"
    r"(?P<to>[^\s\"'<>()#?]+)",
    re.MULTILINE,
)
_LIQUID_TARGET = re.compile(r"\{\{-?[ \t]*(?P<quote>[\"'])(?P<to>/[^\"'\n#?]*)(?P=quote)")
_NOT_LINKING = {"_site", "public", "output", "node_modules", "vendor", "themes", "resources"}
_LINKING = {".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm", ".xml", ".txt"}
_LONGEST = 8 * 2**20  # bytes of a file that is written by hand
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Addresses:
    """Where a post is published before and after it moved: paths such as /2009/06/24/a/."""

    old: str
    new: str
    base: str = ""  # what may stand before them: https://example.org/blog


def addresses_of(site: Site, before: tuple[Path, str], after: tuple[Path, str]) -> Addresses | None:
    """Where a post is published before and after, each told by its path and its text.

    None where it is not published, or stays where it is.
    """
    lead = site.base_path
    old, new = (
        unquote(address.removeprefix(lead) if address.startswith(f"{lead}/") else address)
        for path, text in (before, after)
        for address in [publication(text, path, site).address or ""]
    )
    return Addresses(old, new, site.base_url) if old and new and old != new else None


@dataclass(frozen=True)
class Renaming:
    """A post that gets another path, and what links to it have to say instead."""

    site: Site
    move: Moved  # of the post's file, or of the folder of a bundle
    post: Path  # its file before
    addresses: Addresses | None = None

    @property
    def content(self) -> Path:
        """The folder from which the site's own paths of posts count."""
        folders = self.site.folders
        return folders.content if folders else self.move.path.parent

    @property
    def new_post(self) -> Path:
        """Its file afterwards."""
        return self.move.now(self.post)


def mended(renaming: Renaming, path: Path, text: str) -> list[Edit]:
    """The edits that let the links of `text`, the post at `path`, lead to the post's new place.

    `path` is where it lies before the move.
    """
    edits: dict[int, Edit] = {}
    for found, new in _replacements(renaming, path, text):
        start, end = found.span("to")
        if new != found["to"]:
            edits.setdefault(start, Edit(start, end, new))
    return [edits[start] for start in sorted(edits)]


def mended_posts(
    renaming: Renaming,
    posts: Iterable[Path] | None = None,
) -> list[Changed]:
    """The files of the site, the moved one too, whose links change; read from the disk.

    `posts` are those looked at: where none are given, posts, pages and what they include. One that
    cannot be read is passed over.
    """
    root = renaming.site.root
    if posts is None:
        posts = _linking(root) if root else ()
    needles = _needles(renaming)
    found: list[Changed] = []
    for path in posts:
        try:
            if not any(needle in disk.read_bytes(path) for needle in needles):
                continue
            text = files.read(path).text
        except (FileError, FileRefusedError):
            continue
        edits = mended(renaming, path, text)
        if edits:
            found.append(Changed(path, text, tuple(edits)))
    return found


def _linking(root: Path) -> Iterator[Path]:
    """The files of a site in which links to its posts are written."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in _NOT_LINKING and not name.startswith(".")
        )
        for name in sorted(names):
            path = Path(place) / name
            if path.suffix.lower() in _LINKING and not name.startswith(".") and _is_short(path):
                yield path


def _is_short(path: Path) -> bool:
    try:
        return path.stat().st_size <= _LONGEST
    except OSError:
        return False


def _needles(renaming: Renaming) -> Sequence[bytes]:
    """What stands in the file of every post that links to it."""
    names = {name_of(renaming.post, renaming.site)}
    if renaming.addresses is not None:
        names.add(PurePosixPath(renaming.addresses.old).stem or renaming.addresses.old)
    return [spelt.encode() for name in names for spelt in {name, quote(name)}]


def _replacements(renaming: Renaming, path: Path, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What in `text` links to the post, and what is to stand there.

    Tags are also carried out where they stand in code: before Markdown is read. Links in code are
    shown as they stand.
    """
    root = renaming.site.root
    if root is None:
        return
    shown = without_code(text)
    match renaming.site.program or renaming.site.generator:
        case "hexo":
            yield from _by_tag(_POST_URL, text, _post_urls(renaming))
        case "jekyll":
            yield from _by_tag(_POST_URL, text, _post_urls(renaming))
            yield from _by_tag(_LINK, text, _source_paths(renaming, root))
        case "hugo":
            yield from _by_tag(_REF, text, _refs(renaming, renaming.content, path))
        case "pelican":
            yield from _by_path(_FILENAME, shown, renaming, path, renaming.content)
    if renaming.addresses is not None:
        yield from _by_address(shown, renaming.addresses)
    yield from _by_path(_TARGET, shown, renaming, path, None)
    if path == renaming.post:
        yield from _of_itself(shown, renaming)


# Ways to name a post: what stood before, and what stands afterwards


_Names = dict[str, str]


def _by_tag(
    pattern: re.Pattern[str], text: str, names: _Names
) -> Iterator[tuple[re.Match[str], str]]:
    for found in pattern.finditer(text):
        if found["to"] in names:
            yield found, names[found["to"]]


def _post_urls(renaming: Renaming) -> _Names:
    """Jekyll's names of a post: its path below `_posts` without its ending, or its name alone."""
    old, new = renaming.post, renaming.new_post
    pairs = [(old.stem, new.stem), (_below_posts(old), _below_posts(new))]
    return {one: other for one, other in pairs if one and other} | {
        f"/{one}": f"/{other}" for one, other in pairs if one and other
    }


def _below_posts(path: Path) -> str:
    """What post_url calls a post: with the folders above `_posts`, its categories, and below."""
    parts = list(path.with_suffix("").parts)
    if "_posts" not in parts:
        return ""
    return "/".join(parts[parts.index("_posts") + 1 :])


def _source_paths(renaming: Renaming, root: Path) -> _Names:
    """Jekyll's paths for the tag `link`, from the folder of the site's source."""
    content = renaming.content
    base = content if renaming.post.is_relative_to(content) else root
    if not renaming.new_post.is_relative_to(base) or not renaming.post.is_relative_to(base):
        return {}
    old, new = (one.relative_to(base).as_posix() for one in (renaming.post, renaming.new_post))
    return {old: new, f"/{old}": f"/{new}"}


def _refs(renaming: Renaming, content: Path, path: Path) -> _Names:
    """Hugo's names of a page, by its path with or without its ending, and by its name alone."""
    old, new = renaming.post, renaming.new_post
    if not old.is_relative_to(content) or not new.is_relative_to(content):
        return {}
    names: _Names = {}
    here = renaming.move.now(path)  # the page may move with what it links to
    for one, other in zip(_pages(old, renaming.site), _pages(new, renaming.site), strict=True):
        below, new_below = (x.relative_to(content).as_posix() for x in (one, other))
        names.setdefault(one.name, other.name)
        names |= {below: new_below, f"/{below}": f"/{new_below}"}
        near = _relative(one, path.parent)
        names.setdefault(near, _relative(other, here.parent))
        names.setdefault(f"./{near}", f"./{_relative(other, here.parent)}")
    names |= {f"{one}/": f"{other}/" for one, other in names.items() if not one.endswith("/")}
    return names


def _pages(path: Path, site: Site) -> Sequence[Path]:
    """The paths that are a page's own; of a bundle also its folder's, never `index.md` alone."""
    if is_bundle(path, site):
        return [path.parent, path, path.with_suffix("")]
    return [path, path.with_suffix("")]


def _by_path(
    pattern: re.Pattern[str],
    text: str,
    renaming: Renaming,
    path: Path,
    content: Path | None,
) -> Iterator[tuple[re.Match[str], str]]:
    """Links by the path of the post's file, from the folder of the one that links or from a root.

    A link of Markdown to a file begins at the site's root, or its content's, with "/".
    """
    root = renaming.site.root
    assert root is not None
    roots = [content] if content is not None else [renaming.content, root]
    here = renaming.move.now(path)
    for found in pattern.finditer(text):
        written = found["to"]
        target = unquote(written)
        if _SCHEME.match(target) or not target.endswith(renaming.post.name):
            continue
        spelt = quote if "%" in written else str
        if target.startswith("/"):
            for base in roots:
                if _joined(base, target[1:]) == renaming.post:
                    new = renaming.new_post
                    if new.is_relative_to(base):
                        yield found, spelt(f"/{new.relative_to(base).as_posix()}")
                    break
        elif _joined(path.parent, target) == renaming.post:
            dots = "./" if target.startswith("./") else ""
            yield found, spelt(dots + _relative(renaming.new_post, here.parent))


def _of_itself(text: str, renaming: Renaming) -> Iterator[tuple[re.Match[str], str]]:
    """Links of the post to other files from the folder that it leaves."""
    old, new = renaming.post.parent, renaming.new_post.parent
    for found in _TARGET.finditer(text) if old != new else ():
        target = unquote(found["to"])
        if _SCHEME.match(target) or target.startswith("/"):
            continue
        file = _joined(old, target)
        if file != renaming.post and file.is_file():  # else it is an address
            spelt = quote if "%" in found["to"] else str
            dots = "./" if target.startswith("./") else ""
            yield found, spelt(dots + _relative(renaming.move.now(file), new))


def _joined(folder: Path, target: str) -> Path:
    return Path(os.path.normpath(folder / target))


def _relative(path: Path, folder: Path) -> str:
    return posixpath.relpath(path.as_posix(), folder.as_posix())


def _by_address(text: str, addresses: Addresses) -> Iterator[tuple[re.Match[str], str]]:
    """Links by the address at which the post is published."""
    for pattern in (_TARGET, _LIQUID_TARGET):
        for found in pattern.finditer(text):
            new = _new_address(found["to"], addresses)
            if new is not None:
                yield found, new


def _new_address(written: str, addresses: Addresses) -> str | None:
    """What `written` becomes where it is the post's old address, with or without what leads it."""
    target = unquote(written)
    spelt = quote if "%" in written else str
    base = addresses.base.rstrip("/")
    leads = ["", *([base, _path_of(base)] if base else [])]
    for lead in dict.fromkeys(leads):
        rest = target.removeprefix(lead) if target.startswith(lead) else ""
        if rest == addresses.old:
            return spelt(lead + addresses.new) if not lead else lead + spelt(addresses.new)
        if rest and rest == addresses.old.rstrip("/"):
            return lead + spelt(addresses.new.rstrip("/"))
    return None


def _path_of(base: str) -> str:
    """The path of a base address: /blog of https://example.org/blog."""
    return re.sub(r"\A[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "", base)
