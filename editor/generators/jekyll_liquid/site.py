"""The site of a post, as far as templates look into it: settings, includes, data, other posts.

Files are read when a template asks for them, none outside the site's folder, and not too many.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from editor.generators.jekyll_liquid import addresses
from editor.generators.jekyll_liquid.contents import Contents
from editor.generators.jekyll_liquid.defaults import defaults_of, document_fields
from editor.generators.jekyll_liquid.files import data_in, is_file, post_in, read
from editor.generators.jekyll_liquid.model import LiquidContext
from editor.generators.jekyll_liquid.urls import relative_url
from editor.post import Post


class Site:
    """What the templates of one post see of its site, while they run."""

    def __init__(self, context: LiquidContext) -> None:
        self._context = context
        self.settings = context.site
        # Runs the tags of a text of another post. Who runs templates sets it.
        self.run_tags: Callable[[str, LiquidContext], str] = lambda text, _: text

    @cached_property
    def zone(self) -> tzinfo | None:
        """The site's time zone, `None` for the computer's."""
        name = self._context.time_zone or str(self.settings.get("timezone") or "")
        try:
            return ZoneInfo(name) if name else None
        except (KeyError, OSError, ValueError):  # no such zone
            return None

    @property
    def has_plugins(self) -> bool:
        """Whether a plugin may bring tags that are not Jekyll's own."""
        named = any(self.settings.get(key) for key in ("plugins", "gems", "plugins_dir"))
        return named or (self.root is not None and (self.root / "_plugins").is_dir())

    @property
    def has_theme(self) -> bool:
        """Whether a theme may bring includes."""
        return bool(self.settings.get("theme") or self.settings.get("remote_theme"))

    @property
    def root(self) -> Path | None:
        return self._context.root

    def include(self, name: str, beside: Path | None) -> Path | None:
        """The file that is included as `name`, from the folder `beside` or the site's own."""
        if self.root is None:
            return None
        folder = self.root / str(self.settings.get("includes_dir") or "_includes")
        file = (folder if beside is None else self.root / beside) / name
        return file if read(file, self.root) is not None else None

    def text(self, file: Path) -> str:
        """The text of a file that is included."""
        return (read(file, self.root) if self.root else None) or ""

    # --- addresses

    def relative_address(self, path: str) -> str:
        """`path` with the site's own part before it."""
        return relative_url(path, self.settings.get("baseurl"))

    def post_address(self, name: str) -> str | None:
        """The address of the post that `post_url` calls `name`, `None` without one.

        Source: PostComparer in Jekyll's lib/jekyll/tags/post_url.rb
        """
        named = re.fullmatch(r"((?:.+/)*)(\d+-\d+-\d+)-(.*)", name.removeprefix("/"))
        if named is None:
            return None
        folder, day, slug = named.groups()
        file = rf"{re.escape(day)}-{re.escape(slug)}\.[^.]+"
        whole = re.compile(rf"_posts/{re.escape(folder)}{file}|{re.escape(folder)}_posts/?{file}")
        for path in self.contents.post_paths:
            if whole.match(path):
                return self.address_of_post(path)
        return self._post_of_day(day, slug)

    def _post_of_day(self, day: str, slug: str) -> str | None:
        numbers = [int(part) for part in day.split("-")]
        for post in self.contents.posts:
            when = post["date"]
            is_of_day = isinstance(when, datetime) and [when.year, when.month, when.day] == numbers
            if is_of_day and post["slug"] == slug:
                return str(post["url"])
        return None

    def address_of_post(self, path: str) -> str:
        """The address of the post at `path`, which is relative to the site's root."""
        return addresses.post_address(path, self.fields(path), self.settings, self.zone)

    def file_address(self, path: str) -> str | None:
        """The address of the post, page or other file at `path`, `None` without one."""
        if self.root is None or not is_file(self.root / path.removeprefix("/"), self.root):
            return None
        folders = path.split("/")[:-1]
        if "_posts" in folders:
            return self.address_of_post(path)
        if folders and folders[0].startswith("_"):
            label = folders[0][1:]
            return self.document_address(path, label) if label in self.collections else None
        if any(part.startswith((".", "_")) for part in path.split("/")):
            return None
        if (read(self.root / path.removeprefix("/"), self.root) or "").startswith("---"):
            page = addresses.page_address(path, self.fields(path), self.settings)
            return None if path.startswith("/") else page
        return f"/{path.removeprefix('/')}"

    def document_address(self, path: str, collection: str) -> str:
        """The address of the document at `path`, in a collection that is not `posts`."""
        fields = self.fields(path)
        return addresses.document_address(path, fields, collection, self.settings, self.zone)

    @cached_property
    def collections(self) -> dict[str, Mapping[str, object]]:
        """The settings of each collection, `posts` among them."""
        named = self.settings.get("collections")
        if isinstance(named, list):
            named = dict.fromkeys(named)
        own = {str(label): named[label] for label in named} if isinstance(named, Mapping) else {}
        found = {label: one if isinstance(one, Mapping) else {} for label, one in own.items()}
        permalink = self.settings.get("permalink") or "date"
        posts = {"permalink": permalink, **found.get("posts", {}), "output": True}
        return {**found, "posts": posts}

    def fields(self, path: str) -> dict[str, object]:
        """The front matter of the file at `path`, and its `content`."""
        file = (self.root or Path()) / path
        post = post_in(file, self.root) if self.root else Post("", "")
        return {**document_fields(self.defaults(path), post.values), "content": post.body}

    def defaults(self, path: str) -> dict[str, object]:
        """What `defaults` of the settings give the file at `path`; the nearest folder's last."""
        return defaults_of(path, self._kind(path), self.settings)

    def _kind(self, path: str) -> str:
        """The collection that the file at `path` is in, "pages" where it is in none."""
        if "_posts/" in path or "_drafts/" in path:
            return "posts"
        label = path.partition("/")[0].removeprefix("_")
        return label if path.startswith("_") and label in self.collections else "pages"

    # --- variables

    def variables(self, body: str) -> dict[str, object]:
        """The variables that the templates of a post with this `body` start with."""
        page = self.contents.document(self.path, {**self._context.page, "content": body})
        return {
            "page": page,
            "site": _SiteFields(self),
            "jekyll": {"environment": "production", "version": "4.3.1"},
            "paginator": None,
        }

    @cached_property
    def path(self) -> str:
        """The path of the post relative to the site's root, its mere name where it has none."""
        path, root = self._context.path, self.root
        if path is None:
            return ""
        if root is not None:
            try:
                return path.absolute().relative_to(root.absolute()).as_posix()
            except ValueError:
                pass
        return path.name

    @cached_property
    def contents(self) -> Contents:
        """The posts, pages and files of the site."""
        return Contents(self)

    def rendered_excerpt(self, path: str, source: str) -> str:
        """The HTML of `source`, the excerpt of the post at `path`."""
        own = self.path == path or self.root is None
        page = self._context.page if own else self.fields(path)
        file = self._context.path if own else (self.root or Path()) / path
        text = self.run_tags(source, replace(self._context, page=page, path=file))
        html = self._context.markdownify(text)
        return f"{html}\n" if html else ""

    def data(self) -> dict[str, object]:
        """What lies in the site's `_data`, by the names of its files."""
        if self.root is None:
            return {}
        folder = self.root / str(self.settings.get("data_dir") or "_data")
        return data_in(folder, self.root, [200])


class _SiteFields(Mapping[str, object]):
    """The variable `site`: the settings, and what is looked up when it is asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._found: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self._found:
            self._found[key] = self._look_up(key)
        return self._found[key]

    def _look_up(self, key: str) -> object:
        if key in _LOOKED_UP:
            return _LOOKED_UP[key](self._site)
        if key in self._site.contents.collections:
            return self._site.contents.collections[key]
        return self._site.settings[key] if key in self._site.settings else _DEFAULTS[key]

    def __iter__(self) -> Iterator[str]:
        names = {**_DEFAULTS, **self._site.settings, **self._site.contents.collections}
        return iter({**names, **dict.fromkeys(_LOOKED_UP)})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __str__(self) -> str:
        return "Jekyll::Drops::SiteDrop"


_LOOKED_UP: Mapping[str, Callable[[Site], object]] = {
    "categories": lambda site: site.contents.grouped("categories"),
    "collections": lambda site: site.contents.labelled(),
    "data": lambda site: site.data(),
    "documents": lambda site: site.contents.documents(),
    "html_pages": lambda site: site.contents.html_pages(),
    "pages": lambda site: site.contents.pages,
    "posts": lambda site: site.contents.posts[::-1],
    "related_posts": lambda site: site.contents.related_posts(site.path),
    "static_files": lambda site: site.contents.static_files,
    "tags": lambda site: site.contents.grouped("tags"),
    "time": lambda site: datetime.now().astimezone(site.zone),
}
# What Jekyll sets where the site does not. Source: its lib/jekyll/configuration.rb
_DEFAULTS: Mapping[str, object] = {
    "collections_dir": "",
    "data_dir": "_data",
    "drafts_dir": "_drafts",
    "encoding": "utf-8",
    "excerpt_separator": "\n\n",
    "future": False,
    "highlighter": "rouge",
    "includes_dir": "_includes",
    "layouts_dir": "_layouts",
    "limit_posts": 0,
    "lsi": False,
    "markdown": "kramdown",
    "markdown_ext": "markdown,mkdown,mkdn,mkd,md",
    "paginate_path": "/page:num",
    "permalink": "date",
    "plugins": [],
    "plugins_dir": "_plugins",
    "show_drafts": None,
    "unpublished": False,
}
