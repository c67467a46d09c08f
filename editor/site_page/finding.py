"""The built page of a post: by its address, by its name, by its title; else another post's."""

import html
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote

from editor.disk import FileRefusedError
from editor.files import read
from editor.front_matter import FrontMatter
from editor.front_matter import read as read_fields
from editor.library import find_posts
from editor.post import day_of, named_day, slug
from editor.publishing import publication
from editor.render_process import RenderFailed, RenderProcess
from editor.rendering import RenderRequest
from editor.site import Site
from editor.site_media import OwnAddress

from .built import NoPage, built_folder
from .model import SitePage, shown_title

_LARGEST_PAGE = 8_000_000  # bytes
_LARGEST_MODEL = 60_000  # characters of another post, which is rendered to find it in its page
_MOST_PAGES = 5_000  # files looked at in search of a title
_MOST_POSTS = 3_000  # listed in search of one that is like this one,
_MOST_TRIED = 40  # and of those asked for their pages
# As `jekyll serve` and the like write addresses into the pages they build.
_OF_SERVERS = ("localhost", "127.0.0.1", "0.0.0.0")
_TITLE_READ = 16_384  # bytes of a page in which its title stands
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class _Built:
    """A built site."""

    site: Site
    root: Path  # of what was built
    own: OwnAddress


@dataclass(frozen=True)
class _Post:
    """A post of the site."""

    text: str
    path: Path
    fields: FrontMatter

    @classmethod
    def of(cls, text: str, path: Path) -> "_Post":
        return cls(text, path, read_fields(text))

    def value(self, key: str) -> object:
        field = self.fields.field(key)
        return field.value if field else None


def find_page(text: str, path: Path | None, site: Site) -> SitePage | NoPage:
    """The built page in which the post `text`, the file at `path`, is to be shown.

    It is read from disk, and for a post without a page another one is rendered: not for the thread
    of the window.
    """
    if site.root is None:
        return NoPage.NO_SITE
    root = built_folder(site)
    if root is None:
        return NoPage.NOT_BUILT
    built = _Built(site, root, OwnAddress.of(site.settings))
    own = _own_page(built, text, path) if path is not None else None
    return own or _page_of_another(built, text, path) or NoPage.NO_POST_PAGE


def page_of_another(text: str, path: Path | None, site: Site) -> SitePage | None:
    """The page of the post that is most like `text`, where its own one will not do."""
    root = built_folder(site)
    if root is None:
        return None
    return _page_of_another(_Built(site, root, OwnAddress.of(site.settings)), text, path)


def _own_page(built: _Built, text: str, path: Path) -> SitePage | None:
    saved = _read(path)
    # What is saved is what was built; the text may have another address by now.
    posts = [_Post.of(one, path) for one in dict.fromkeys((saved, text)) if one is not None]
    for post in posts:
        file = _by_address(built, post) or _by_name(built, post)
        if file is not None:
            return _page(built, post, file, is_own=True)
    for post in posts:
        file = _by_title(built, post)
        if file is not None:
            return _page(built, post, file, is_own=True)
    return None


def _by_address(built: _Built, post: _Post) -> Path | None:
    found = publication(post.text, post.path, built.site, now=datetime.now().astimezone())
    if found.address is None:
        return None
    address = unquote(re.split(r"[?#]", found.address)[0])
    if built.site.generator == "hugo":  # its addresses have the site's own part in them
        address = built.own.without_base(address)
    name = address.strip("/")
    for spelled in (f"{name}/index.html", name, f"{name}.html"):
        file = _inside(built.root, spelled)
        if file is not None and file.suffix.lower() in (".html", ".htm"):
            return file
    return None


def _by_name(built: _Built, post: _Post) -> Path | None:
    """The only page that is called as the post is."""
    name = post.value("slug") or slug(post.path.name)
    if name in ("index", "_index"):
        name = post.path.parent.name
    same = [file for file in _pages(built.root) if _name_of(file) == str(name).lower()]
    if len(same) != 1:
        return None
    return _inside(built.root, same[0].relative_to(built.root).as_posix())


def _name_of(file: Path) -> str:
    return (file.parent.name if file.stem == "index" else file.stem).lower()


def _by_title(built: _Built, post: _Post) -> Path | None:
    title = _squashed(shown_title(post.fields))
    if not title:
        return None
    for file in _pages(built.root):
        try:
            with file.open("rb") as page:
                start = page.read(_TITLE_READ).decode("utf-8", "replace")
        except OSError:
            continue
        found = _TITLE.search(start)
        told = _squashed(html.unescape(found[1])) if found else ""
        if told == title or told.startswith(tuple(f"{title} {sign}" for sign in "|-–—·•»:")):
            return _inside(built.root, file.relative_to(built.root).as_posix())
    return None


def _squashed(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def _pages(root: Path) -> Iterator[Path]:
    return islice(root.rglob("*.html"), _MOST_PAGES)


def _page_of_another(built: _Built, text: str, path: Path | None) -> SitePage | None:
    """The page of the newest post that is most like this one."""
    first: SitePage | None = None
    wanted = _Post.of(text, path or Path())
    for post in _likeliest(built.site, path):
        file = _by_address(built, post)
        page = _page(built, post, file, is_own=False) if file else None
        if page is None:
            continue
        if all(post.value(key) == wanted.value(key) for key in ("layout", "type")):
            return _with_article(built, post, page)
        first = first or page
    if first is None:
        return None
    source = _read(first.source)
    return _with_article(built, _Post.of(source or "", first.source), first)


def _likeliest(site: Site, path: Path | None) -> Iterator[_Post]:
    """Posts of the site: first those beside the one at `path`, the newest first."""
    folders = site.folders
    if folders is None:
        return
    home = folders.content if site.generator == "hugo" else folders.posts
    section: tuple[str, ...] = ()
    if path is not None and path.absolute().is_relative_to(home):
        section = path.absolute().relative_to(home).parts[:1]

    def rank(other: Path) -> tuple[bool, str]:
        same = other.relative_to(home).parts[:1] == section if section else True
        return same, str(named_day(other.name) or "") or f"~{other.stat().st_mtime:020.3f}"

    found = [one for one in islice(find_posts(home), _MOST_POSTS) if one != path]
    for other in sorted(found, key=rank, reverse=True)[:_MOST_TRIED]:
        text = _read(other)
        if text is not None and len(text) <= _LARGEST_MODEL and not other.stem.startswith("_"):
            yield _Post.of(text, other)


def _with_article(built: _Built, post: _Post, page: SitePage) -> SitePage:
    """`page` with the article that is to be found in it."""
    process = RenderProcess()
    try:
        site = built.site
        asked = RenderRequest(1, post.text, site.generator, post.path, site.root)
        return replace(page, article=process.render(asked, -1).html)
    except RenderFailed:
        return page
    finally:
        process.stop()


def _page(built: _Built, post: _Post, file: Path, *, is_own: bool) -> SitePage | None:
    try:
        if file.stat().st_size > _LARGEST_PAGE:
            return None
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return None
    parts = file.parent.relative_to(built.root).parts
    folder = "/" + "".join(f"{quote_from_bytes(os.fsencode(part))}/" for part in parts)
    title, day = shown_title(post.fields), day_of(post.fields, post.path.name)
    own = built.own
    return SitePage(
        text,
        file,
        built.root,
        folder,
        post.path,
        title,
        day,
        is_own,
        built.site.base_path,
        (*sorted(own.hosts), *_OF_SERVERS),
    )


def _inside(root: Path, name: str) -> Path | None:
    """The file `name` below `root`, links resolved; None where there is none."""
    try:
        file = (root / name).resolve()
        return file if file.is_relative_to(root) and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _read(path: Path) -> str | None:
    try:
        return read(path).text
    except (OSError, FileRefusedError):
        return None
