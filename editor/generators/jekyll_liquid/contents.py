"""The posts, pages, collections and files of a site, as its templates see them.

They are looked for when a template asks for them, and not too many.

Sources: Jekyll 4.3's lib/jekyll/{reader,entry_filter,document,page,static_file,collection}.rb
"""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from editor.generators.jekyll_liquid import addresses
from editor.generators.jekyll_liquid.defaults import document_fields
from editor.generators.jekyll_liquid.excerpts import excerpt
from editor.generators.jekyll_liquid.files import has_front_matter
from editor.generators.jekyll_liquid.values import Document

if TYPE_CHECKING:
    from editor.generators.jekyll_liquid.site import Site

_MOST_ENTRIES = 50_000  # looked at in search of files
_UNSEARCHED = frozenset(("node_modules", "vendor", "_site"))
_EXCLUDED = frozenset(("Gemfile", "Gemfile.lock", "gemfiles"))
_RELATED = 10  # posts


class Contents:
    """What the templates of one post see of the files of its site."""

    def __init__(self, site: "Site") -> None:
        self._site = site

    # --- documents

    def document(
        self, path: str, fields: Mapping[str, object], collection: str = "posts"
    ) -> Document:
        """The post, or the document of another collection, at `path`, with these `fields`."""
        site = self._site
        fields = document_fields(site.defaults(path), fields)
        if collection == "posts":
            address = addresses.post_address(path, fields, site.settings, site.zone)
        else:
            address = site.document_address(path, collection)
        name = path.rpartition("/")[2]
        slug = re.sub(r"\A\d{2,4}-\d{1,2}-\d{1,2}-", "", name).rpartition(".")[0] or name
        slug = str(fields.get("slug") or slug)
        fields = {
            "title": " ".join(word.capitalize() for word in re.split("-+", slug)),
            "draft": False,
            **fields,
            "slug": slug,
            "ext": "." + name.rpartition(".")[2],
            "name": name,
            "path": path,
            "relative_path": path,
            "collection": collection,
            "date": addresses.post_date(path, fields, site.zone),
            "url": address,
            "id": posixpath.join(posixpath.dirname(address.rstrip("/")), slug),
            "categories": addresses.post_categories(path, fields),
            "tags": addresses.listed(fields, "tag", "tags"),
        }
        later = {
            "excerpt": lambda: self._excerpt(path, fields),
            "next": lambda: self._beside(path, collection, 1),
            "previous": lambda: self._beside(path, collection, -1),
        }
        own = {key: fields[key] for key in fields if key not in ("next", "previous")}
        return Document(own, later)

    def _excerpt(self, path: str, fields: Mapping[str, object]) -> str | None:
        settings = self._site.settings
        separator = fields.get("excerpt_separator", settings.get("excerpt_separator", "\n\n"))
        if not separator:
            return None
        body = str(fields.get("content") or "")
        return self._site.rendered_excerpt(path, excerpt(body, str(separator)))

    def _beside(self, path: str, collection: str, step: int) -> Document | None:
        documents = self.collections.get(collection, [])
        places = [n for n, one in enumerate(documents) if one["path"] == path]
        at = places[0] + step if places else -1
        return documents[at] if 0 <= at < len(documents) else None

    @cached_property
    def posts(self) -> list[Document]:
        """All posts that are published, the newest last."""
        now = datetime.now().astimezone()
        found = [self.document(path, self._site.fields(path)) for path in self.post_paths]
        shown = [
            post
            for post in found
            if post.get("published") is not False
            and (_time(post) <= now or self._site.settings.get("future"))
        ]
        return sorted(shown, key=lambda post: (_time(post), str(post["path"])))

    @cached_property
    def post_paths(self) -> list[str]:
        """The posts of the site, by their paths relative to its root, the newest first."""
        found = [path for path in self._paths if "_posts" in PurePosixPath(path).parts[:-1]]
        return sorted(
            filter(addresses.is_dated, found),
            key=lambda path: path.rpartition("/")[2],
            reverse=True,
        )

    @cached_property
    def collections(self) -> dict[str, list[Document]]:
        """The documents of each collection, in the order in which templates see them."""
        return {
            label: self.posts if label == "posts" else self._documents_in(label)
            for label in self._site.collections
        }

    def _documents_in(self, label: str) -> list[Document]:
        paths = [path for path in self._paths if path.startswith(f"_{label}/")]
        found = [
            self.document(path, self._site.fields(path), label)
            for path in filter(self._has_front_matter, paths)
        ]
        shown = [one for one in found if one.get("published") is not False]
        return sorted(shown, key=lambda one: (_dated(one), str(one["path"])))

    def labelled(self) -> list[object]:
        """The collections with their settings, by their labels."""
        own = self._site.collections
        return [
            {
                **own[label],
                "label": label,
                "docs": self.collections[label],
                "files": [],
                "output": bool(own[label].get("output")),
                "relative_directory": f"_{label}",
            }
            for label in sorted(own)
        ]

    def documents(self) -> list[Document]:
        """The documents of all collections."""
        return [one for documents in self.collections.values() for one in documents]

    def related_posts(self, path: str) -> list[Document]:
        """The newest posts, without the one at `path`."""
        newest = self.posts[: -_RELATED - 2 : -1]
        return [post for post in newest if post["path"] != path][:_RELATED]

    def grouped(self, key: str) -> dict[str, object]:
        """The posts by the words of a field, "categories" or "tags"."""
        found: dict[str, list[Document]] = {}
        for post in self.posts:
            words = post[key]
            for word in words if isinstance(words, list) else []:
                found.setdefault(word, []).append(post)
        return {word: posts[::-1] for word, posts in found.items()}

    # --- pages and other files

    @cached_property
    def pages(self) -> list[Document]:
        """The pages that are no documents, by their names."""
        found = [self._page(path) for path in self._loose if self._has_front_matter(path)]
        shown = [page for page in found if page.get("published") is not False]
        return sorted(shown, key=lambda page: str(page["name"]))

    def html_pages(self) -> list[Document]:
        return [page for page in self.pages if str(page["url"]).endswith(("/", ".html", ".htm"))]

    def _page(self, path: str) -> Document:
        fields = self._site.fields(path)
        address = addresses.page_address(path, fields, self._site.settings)
        name = path.rpartition("/")[2]
        folder = f"{address.rpartition('/')[0]}/"
        return Document({**fields, "dir": folder, "name": name, "path": path, "url": address})

    @cached_property
    def static_files(self) -> list[dict[str, object]]:
        """The files that the build copies as they are."""
        return [
            {
                **self._site.defaults(path),
                "basename": PurePosixPath(path).stem,
                "name": PurePosixPath(path).name,
                "extname": PurePosixPath(path).suffix,
                "path": f"/{path}",
            }
            for path in sorted(self._loose)
            if not self._has_front_matter(path)
        ]

    @cached_property
    def _loose(self) -> list[str]:
        """The files that are in no collection."""
        return [path for path in self._paths if not any(map(_is_special, path.split("/")))]

    def _has_front_matter(self, path: str) -> bool:
        root = self._site.root
        return root is not None and has_front_matter(root / path, root)

    @cached_property
    def _paths(self) -> list[str]:
        """The files that the build looks at, by their paths relative to the site's root."""
        root = self._site.root
        return list(_files_in(root, self._site.collections)) if root else []


def _files_in(root: Path, collections: Mapping[str, object]) -> Iterator[str]:
    wanted = {f"_{label}" for label in collections} | {"_posts"}
    left = _MOST_ENTRIES
    for folder, folders, files in os.walk(root):
        left -= len(files) + len(folders)
        inner = os.path.relpath(folder, root).replace(os.sep, "/")
        before = "" if inner == "." else f"{inner}/"
        folders[:] = sorted(
            name
            for name in folders
            if name not in _UNSEARCHED
            if not _is_special(name) or (name in wanted if not before else name == "_posts")
        )
        yield from (
            before + name
            for name in files
            if not _is_special(name) and not name.endswith("~") and name not in _EXCLUDED
        )
        if left < 0:
            return


def _is_special(name: str) -> bool:
    return name[:1] in ("", ".", "_", "#", "~")


def _time(post: Mapping[str, object]) -> datetime:
    when = post["date"]
    assert isinstance(when, datetime)
    return when


def _dated(document: Mapping[str, object]) -> str:
    """The day of a document that names one; the others are of the day of the build."""
    path = str(document["path"])
    is_dated = "date" in document and addresses.is_dated(path)
    return _time(document).astimezone().isoformat() if is_dated else "9"
