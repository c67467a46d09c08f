"""The site of a post, as far as templates look into it: settings, includes, data, other posts.

Files are read when a template asks for them, none outside the site's folder, and not too many.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from editor.generators.jekyll_liquid import addresses
from editor.generators.jekyll_liquid.files import data_in, is_file, post_in, read
from editor.generators.jekyll_liquid.model import LiquidContext
from editor.generators.jekyll_liquid.urls import relative_url
from editor.generators.jekyll_liquid.values import Document
from editor.post import Post

_MOST_ENTRIES = 50_000  # looked at in search of posts
_UNSEARCHED = frozenset(("node_modules", "vendor", "_site"))


class Site:
    """What the templates of one post see of its site, while they run."""

    def __init__(self, context: LiquidContext) -> None:
        self._context = context
        self.settings = context.site

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
        return named or (self._root is not None and (self._root / "_plugins").is_dir())

    @property
    def has_theme(self) -> bool:
        """Whether a theme may bring includes."""
        return bool(self.settings.get("theme") or self.settings.get("remote_theme"))

    @property
    def _root(self) -> Path | None:
        return self._context.root

    def include(self, name: str, beside: Path | None) -> Path | None:
        """The file that is included as `name`, from the folder `beside` or the site's own."""
        if self._root is None:
            return None
        folder = self._root / str(self.settings.get("includes_dir") or "_includes")
        file = (folder if beside is None else self._root / beside) / name
        return file if read(file, self._root) is not None else None

    def text(self, file: Path) -> str:
        """The text of a file that is included."""
        return (read(file, self._root) if self._root else None) or ""

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
        for path in self._posts:
            if whole.match(path):
                return self.address_of_post(path)
        return self._post_of_day(day, folder + slug)

    def _post_of_day(self, day: str, slug: str) -> str | None:
        numbers = [int(part) for part in day.split("-")]
        for path in self._posts:
            dated = re.fullmatch(r"(?:.+/)*(\d+)-(\d+)-(\d+)-([^/]*)\.[^./]+", path)
            if dated and dated[4] == slug and [int(dated[n]) for n in (1, 2, 3)] == numbers:
                return self.address_of_post(path)
        return None

    def address_of_post(self, path: str) -> str:
        """The address of the post at `path`, which is relative to the site's root."""
        return addresses.post_address(path, self._fields(path), self.settings, self.zone)

    def file_address(self, path: str) -> str | None:
        """The address of the post, page or other file at `path`, `None` without one."""
        if self._root is None or not is_file(self._root / path.removeprefix("/"), self._root):
            return None
        folders = path.split("/")[:-1]
        if "_posts" in folders:
            return self.address_of_post(path)
        if folders and folders[0].startswith("_"):
            return self._document_address(path, folders[0][1:])
        if any(part.startswith((".", "_")) for part in path.split("/")):
            return None
        if (read(self._root / path.removeprefix("/"), self._root) or "").startswith("---"):
            page = addresses.page_address(path, self._fields(path), self.settings)
            return None if path.startswith("/") else page
        return f"/{path.removeprefix('/')}"

    def _document_address(self, path: str, collection: str) -> str | None:
        collections = self.settings.get("collections")
        if isinstance(collections, list):
            collections = dict.fromkeys(collections)
        if not isinstance(collections, Mapping) or collection not in collections:
            return None
        own = collections[collection]
        rule = str(own.get("permalink") or "") if isinstance(own, Mapping) else ""
        return addresses.document_address(path, self._fields(path), collection, rule)

    def _fields(self, path: str) -> dict[str, object]:
        file = (self._root or Path()) / path
        post = post_in(file, self._root) if self._root else Post("", "")
        return {**self._defaults(path), **post.values, "content": post.body}

    def _defaults(self, path: str) -> dict[str, object]:
        """What `defaults` of the settings give the file at `path`; the nearest folder's last."""
        rules = self.settings.get("defaults")
        found: list[tuple[int, dict[str, object]]] = []
        for rule in rules if isinstance(rules, list) else []:
            if isinstance(rule, Mapping) and isinstance(fields := rule.get("values"), Mapping):
                scope = rule.get("scope")
                scope = scope if isinstance(scope, Mapping) else {}
                folder = str(scope.get("path") or "").strip("/")
                kind = scope.get("type")
                if kind in (None, "", "posts" if "_posts/" in path else "pages") and (
                    not folder or path == folder or path.startswith(f"{folder}/")
                ):
                    found.append((len(folder), {str(key): fields[key] for key in fields}))
        return {
            key: value
            for _, fields in sorted(found, key=lambda one: one[0])
            for key, value in fields.items()
        }

    @cached_property
    def _posts(self) -> list[str]:
        """The posts of the site, by their paths relative to its root, the newest first."""
        if self._root is None:
            return []
        found: list[str] = []
        left = _MOST_ENTRIES
        for folder, folders, files in os.walk(self._root):
            left -= len(files) + len(folders)
            is_post_folder = "_posts" in Path(folder).parts
            folders[:] = sorted(
                name
                for name in folders
                if is_post_folder or name == "_posts" or name[0] not in "._#~"
                if name not in _UNSEARCHED
            )
            if is_post_folder:
                inner = os.path.relpath(folder, self._root).replace(os.sep, "/")
                found += (f"{inner}/{name}" for name in files)
            if left < 0:
                break
        return sorted(found, key=lambda path: path.rpartition("/")[2], reverse=True)

    # --- variables

    def variables(self, body: str) -> dict[str, object]:
        """The variables that the templates of a post with this `body` start with."""
        return {
            "page": Document(self._page, content=body),
            "site": _SiteFields(self),
            "jekyll": {"environment": "production", "version": "4.3.1"},
            "paginator": None,
        }

    @cached_property
    def path(self) -> str:
        """The path of the post relative to the site's root, its mere name where it has none."""
        path, root = self._context.path, self._root
        if path is None:
            return ""
        if root is not None:
            try:
                return path.absolute().relative_to(root.absolute()).as_posix()
            except ValueError:
                pass
        return path.name

    @property
    def _page(self) -> dict[str, object]:
        fields = {**self._defaults(self.path), **self._context.page}
        return self._post_fields(self.path, fields)

    def _post_fields(self, path: str, fields: Mapping[str, object]) -> dict[str, object]:
        when = addresses.post_date(path, fields, self.zone)
        address = addresses.post_address(path, fields, self.settings, self.zone)
        name = path.rpartition("/")[2]
        slug = re.sub(r"\A\d{2,4}-\d{1,2}-\d{1,2}-", "", name).rpartition(".")[0] or name
        fields = {
            "slug": slug,
            "title": " ".join(word.capitalize() for word in re.split("-+", slug)),
            "draft": False,
            **fields,
            "ext": "." + name.rpartition(".")[2],
            "name": name,
            "path": path,
            "relative_path": path,
            "collection": "posts",
            "date": when,
            "url": address,
            "id": address.removesuffix(".html").removesuffix("/"),
            "categories": addresses.post_categories(path, fields),
            "tags": addresses.listed(fields, "tag", "tags"),
        }
        return Document(fields)

    def posts(self) -> list[dict[str, object]]:
        """The fields of all posts that are published, the newest first."""
        now = datetime.now().astimezone()
        found: list[dict[str, object]] = []
        for path in self._posts:
            fields = self._fields(path)
            if fields.get("published") is not False:
                found.append(self._post_fields(path, fields))
        shown = [post for post in found if _time(post) <= now or self.settings.get("future")]
        return sorted(shown, key=_time, reverse=True)

    def grouped(self, key: str) -> dict[str, object]:
        """The posts by the words of a field, "categories" or "tags"."""
        found: dict[str, object] = {}
        for post in self.posts():
            words = post[key]
            for word in words if isinstance(words, list) else []:
                group = found.setdefault(word, [])
                if isinstance(group, list):
                    group.append(post)
        return found

    def data(self) -> dict[str, object]:
        """What lies in the site's `_data`, by the names of its files."""
        if self._root is None:
            return {}
        folder = self._root / str(self.settings.get("data_dir") or "_data")
        return data_in(folder, self._root, [200])


def _time(post: Mapping[str, object]) -> datetime:
    when = post["date"]
    assert isinstance(when, datetime)
    return when


class _SiteFields(Mapping[str, object]):
    """The variable `site`: the settings, and what is looked up when it is asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._found: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in _LOOKED_UP:
            return self._site.settings[key]
        if key not in self._found:
            self._found[key] = _LOOKED_UP[key](self._site)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._site.settings, **dict.fromkeys(_LOOKED_UP)})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __str__(self) -> str:
        return "Jekyll::Drops::SiteDrop"


_LOOKED_UP: Mapping[str, Callable[[Site], object]] = {
    "categories": lambda site: site.grouped("categories"),
    "data": lambda site: site.data(),
    "posts": lambda site: site.posts(),
    "tags": lambda site: site.grouped("tags"),
    "time": lambda site: datetime.now().astimezone(site.zone),
}
