"""Where a site keeps its posts, drafts, images and includes: by its settings, else by its habit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.site import Site

_MOST_LOOKED_AT = 200  # folders in search of one with posts


@dataclass(frozen=True)
class SiteFolders:
    """The folders of a site. They all lie in its root; one may have to be made yet."""

    content: Path  # what is published: Jekyll's source, the `content` of Hugo and Pelican
    posts: Path  # for a new post
    drafts: Path | None  # for a new draft; None where a mark in the post makes it one
    images: Path  # for a new image
    includes: Path | None  # of pieces that posts can include; None where there are none such
    files: Path  # below it lies at `x` what is served at `/x`


def folders_of(site: "Site") -> SiteFolders:
    """The folders of a site that has a root."""
    assert site.root is not None
    find = {"jekyll": _jekyll, "hugo": _hugo, "pelican": _pelican}.get(site.generator)
    if find is not None:
        return find(site.root, site.settings)
    if site.program == "hexo":
        return _hexo(site.root, site.settings)
    return _of_another(site.root, site)


def _jekyll(root: Path, settings: Mapping[str, object]) -> SiteFolders:
    source = _inside(root, settings, "source", "")
    collections = _inside(source, settings, "collections_dir", "")
    posts = collections / "_posts"
    if not posts.is_dir():  # they may lie in a category's folder, as in blog/_posts
        posts = next((one / "_posts" for one in _sub(source) if (one / "_posts").is_dir()), posts)
    drafts = posts.parent / "_drafts"
    images = ("assets/images", "assets/img", "images", "img", "assets", "uploads", "public/images")
    return SiteFolders(
        source,
        posts,
        drafts,
        _first_of(source, images),
        _inside(root, settings, "includes_dir", "_includes"),
        source,
    )


def _hugo(root: Path, settings: Mapping[str, object]) -> SiteFolders:
    content = _inside(root, settings, "contentdir", "content")
    static = _inside(root, settings, "staticdir", "static")
    params = _setting(settings, "params")
    named = _setting(params, "mainsections") if isinstance(params, Mapping) else None
    main = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
    usual = ("posts", "post", "blog", "articles", "news", "en/posts", "en/post", "fr/posts")
    posts = next((content / one for one in main if _is_within(content / one, content)), None)
    return SiteFolders(
        content,
        posts or _first_of(content, usual),
        None,
        _first_of(static, ("images", "img", "uploads", "media")),
        None,
        static,
    )


def _pelican(root: Path, settings: Mapping[str, object]) -> SiteFolders:
    content = _inside(root, settings, "path", "content" if (root / "content").is_dir() else "")
    paths = _setting(settings, "article_paths")
    named = [one for one in paths if isinstance(one, str)] if isinstance(paths, list) else []
    posts = next((content / one for one in named if _is_within(content / one, content)), content)
    images = _first_of(content, ("images", "img", "static/images"))
    return SiteFolders(content, posts, None, images, None, content)


def _hexo(root: Path, settings: Mapping[str, object]) -> SiteFolders:
    source = _inside(root, settings, "source_dir", "source")
    images = _first_of(source, ("images", "img", "assets"))
    return SiteFolders(source, source / "_posts", source / "_drafts", images, None, source)


def _of_another(root: Path, site: "Site") -> SiteFolders:
    """By the names that sites of Eleventy, Astro and MkDocs usually have."""
    if site.program == "mkdocs":
        docs = _inside(root, site.settings, "docs_dir", "docs")
        posts = _first_of(docs, ("blog/posts", "posts", "blog"))
        return SiteFolders(
            docs, posts if posts.is_dir() else docs, None, docs / "images", None, docs
        )
    if site.program == "astro":
        posts = _first_of(
            root / "src", ("content/blog", "content/posts", "data/blog", "pages/posts")
        )
        public = root / "public"
        return SiteFolders(root / "src", posts, None, public / "images", None, public)
    content = _first_of(root, ("src", "content", "."))
    if site.program != "eleventy":
        posts = next((root / one for one in ("_posts", "posts") if (root / one).is_dir()), root)
        return SiteFolders(root, posts, root / "_drafts", root / "images", None, root)
    posts = _first_of(content, ("posts", "blog", "_posts", "articles"))
    images = _first_of(content, ("images", "img", "assets/images", "assets/img", "static/img"))
    return SiteFolders(content, posts, None, images, content / "_includes", content)


def _inside(folder: Path, settings: Mapping[str, object], name: str, default: str) -> Path:
    """The folder that a setting names, where it lies in `folder`; else the usual one."""
    named = _setting(settings, name)
    if isinstance(named, str) and named and _is_within(folder / named, folder):
        return folder / named.strip("/")
    return folder / default if default else folder


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name with a NUL, links in a circle
        return False


def _setting(settings: Mapping[str, object], name: str) -> object:
    return next((held for key, held in settings.items() if key.lower() == name), None)


def _first_of(folder: Path, names: Iterable[str]) -> Path:
    """The first folder that is there; where none is, the first name."""
    found = [folder / name for name in names]
    return next((one for one in found if one.is_dir()), found[0])


def _sub(folder: Path) -> list[Path]:
    """The folders in `folder` that a generator looks into."""
    try:
        inner = sorted(one for one in folder.iterdir() if one.name[:1] not in "._" and one.is_dir())
    except OSError:
        return []
    return inner[:_MOST_LOOKED_AT]
