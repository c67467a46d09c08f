"""How a site keeps its posts: in which folder, under which names, with which fields."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from editor import files, front_matter
from editor.field_habits import Habits, learn, uses_of
from editor.files import FileError
from editor.front_matter import FrontMatter
from editor.library import find_posts
from editor.library_habits import format_of_new, newest_first, type_of
from editor.post import named_day, slug
from editor.site import Site, find_site
from editor.slugs import NamingHabit, naming_habit

_TAUGHT = 20  # posts, the newest, that teach
_NAMES = 200  # posts, the newest, of which the names are looked at
_MOST_FOUND = 50_000  # files looked at
_NO_POSTS = {"_data", "_includes", "_layouts", "_sass", "_templates", "archetypes", "scaffolds"}
_NO_POST_NAMES = {"_index", "readme", "license", "changelog", "contributing"}
_SOME_DAY = datetime(2000, 1, 1)
_DAY_PART = re.compile(r"\d{4}|\d{1,2}")


@dataclass(frozen=True)
class ReadPost:
    """A post that teaches."""

    path: Path
    text: str
    front: FrontMatter


@dataclass(frozen=True)
class Place:
    """Where new posts, or drafts, go, and what those that are there are like."""

    folder: Path
    is_dated: bool = False  # the names begin with the day
    is_bundled: bool = False  # each post has a folder of its own, where it is `index.md`
    suffix: str = ".md"
    posts: tuple[ReadPost, ...] = ()  # the newest first; those that teach its fields


@dataclass(frozen=True)
class Manner:
    """How a site keeps its posts."""

    site: Site
    posts: Place
    drafts: Place  # the same place where drafts lie among the posts
    format: str  # of the front matter of a new post
    habits: Habits  # of the newest posts
    naming: NamingHabit = field(default_factory=NamingHabit)

    def place(self, *, draft: bool) -> Place:
        """Where a new post goes."""
        return self.drafts if draft else self.posts

    @property
    def settings(self) -> Mapping[str, object]:
        """What the site has set."""
        return self.site.settings

    @property
    def has_drafts_folder(self) -> bool:
        """Whether drafts lie in a folder of their own, as in Jekyll and Hexo."""
        return self.drafts is not self.posts

    def local(self, now: datetime) -> datetime:
        """The moment `now` by the clock of the site, else by the machine's, to the second."""
        return now.astimezone(self.site.time_zone).replace(microsecond=0)


def manner_of(site: Site, folder: Path, beside: Path | None = None) -> Manner:
    """How `site` keeps posts of the type of the one that is `beside`, else of most of its posts.

    Without a site, how `folder` does. The site's files are looked at: not for each key.
    """
    found = _found(site.root) if site.root else sorted(folder.glob("*.md"))
    kind = _kind_of_new(site, beside, found)
    same = [path for path in found if _kind(site, path) == kind]
    drafts = newest_first([path for path in same if in_drafts(path)])
    posts = newest_first([path for path in same if not in_drafts(path)])
    taught = _read(posts) or _read(drafts)
    place = _place(site, folder, kind, posts, beside, taught)
    return Manner(
        site,
        place,
        _place_of_drafts(site, kind, place, drafts),
        format_of_new(site, [post.front.format for post in taught]),
        learn(uses_of(post.front) for post in taught),
        naming_habit(slug(name_of(path, site)) for path in (*posts, *drafts)[:_NAMES]),
    )


def name_of(path: Path, site: Site | None = None) -> str:
    """What a post is called on the disk, without its ending: for a bundle, by its folder."""
    return path.parent.name if is_bundle(path, site) else path.stem


def is_name(name: str) -> bool:
    """Whether a file can be called so, on every system."""
    return bool(name.strip()) and not (
        any(sign in name for sign in '/\\:*?"<>|\0')
        or any(ord(sign) < 32 for sign in name)
        or name.startswith(".")
        or name.endswith((".", " "))
        or len(name.encode()) > 240
    )


def is_bundle(path: Path, site: Site | None = None) -> bool:
    """Whether a post lies in a folder that is its own, with its images: `slug/index.md`.

    Only where its generator has such: elsewhere that is the page of a folder which holds others,
    and at the root that of the whole site. `site` is looked for where it is not given.
    """
    if path.stem != "index":
        return False
    site = site or find_site(path)
    folders, folder = site.folders, path.parent
    if folders is None:
        return False
    if site.generator == "hugo":
        return folder != folders.content and folder.is_relative_to(folders.content)
    if site.program not in ("astro", "eleventy"):
        return False
    is_below = folder != folders.posts and folder.is_relative_to(folders.posts)
    return is_below and not any(post != path for post in find_posts(folder))


def in_drafts(path: Path) -> bool:
    """Whether a post lies in a folder of drafts, as Jekyll and Hexo have one."""
    return any(folder.name == "_drafts" for folder in path.parents)


def is_dated(path: Path, site: Site | None = None) -> bool:
    """Whether a post's name begins with its day."""
    return named_day(f"{name_of(path, site)}.md") is not None


def container(path: Path, site: Site | None = None) -> Path:
    """The folder that a post lies in, a bundle with the folder of its own."""
    return path.parent.parent if is_bundle(path, site) else path.parent


def _found(root: Path) -> list[Path]:
    posts = (
        path
        for path in islice(find_posts(root), _MOST_FOUND)
        if path.stem.lower() not in _NO_POST_NAMES
        and _NO_POSTS.isdisjoint(path.relative_to(root).parts)
    )
    return list(posts)


def _kind(site: Site, path: Path) -> str:
    return type_of(path, site.root) if site.root else ""


def _kind_of_new(site: Site, beside: Path | None, found: Sequence[Path]) -> str:
    """The type of a new post: that of the one beside, else of the folder for new posts."""
    own = _kind(site, beside) if beside else ""
    is_page = own in _NO_POSTS or own == "pages" or (_is_jekyll(site) and not own.startswith("_"))
    if own and not is_page:
        return own
    usual = _kind(site, site.folders.posts / "x") if site.folders else ""
    counted = Counter(_kind(site, path) for path in found)
    counted.pop("pages", None)
    if usual in counted or _is_jekyll(site) or not counted:
        return usual
    return counted.most_common(1)[0][0]


def _is_jekyll(site: Site) -> bool:
    """Whether the site keeps its posts in folders such as `_posts`, as Hexo does too."""
    return site.generator == "jekyll" or site.program == "hexo"


def _read(paths: Iterable[Path]) -> tuple[ReadPost, ...]:
    """The newest posts that can be read."""
    posts: list[ReadPost] = []
    for path in islice(paths, _TAUGHT):
        try:
            text = files.read(path).text
        except FileError:
            continue
        posts.append(ReadPost(path, text, front_matter.read(text)))
    return tuple(posts)


def _place(
    site: Site,
    folder: Path,
    kind: str,
    posts: Sequence[Path],
    beside: Path | None,
    taught: tuple[ReadPost, ...],
) -> Place:
    newest = list(posts[:_TAUGHT])
    if beside is not None and _kind(site, beside) == kind and not in_drafts(beside):
        folder = container(beside, site)
    elif newest:
        folders = Counter(for_day(container(path, site), _SOME_DAY) for path in newest)
        folder = folders.most_common(1)[0][0]
    elif site.folders is not None:
        folder = site.folders.posts
    is_jekylls = kind == "_posts" and site.generator == "jekyll"
    return Place(
        folder,
        is_jekylls or _most(newest, partial(is_dated, site=site)),
        _most(newest, partial(is_bundle, site=site)),
        _suffix(newest),
        taught,
    )


def _place_of_drafts(site: Site, kind: str, posts: Place, drafts: Sequence[Path]) -> Place:
    folder = site.folders.drafts if site.folders else None
    if folder is None or kind != "_posts":
        return posts
    newest = list(drafts[:_TAUGHT])
    if not newest:
        return replace(posts, folder=folder, is_dated=False)
    folder = next(one for one in newest[0].parents if one.name == "_drafts")
    return Place(
        folder, False, _most(newest, partial(is_bundle, site=site)), _suffix(newest), _read(newest)
    )


def for_day(folder: Path, day: datetime) -> Path:
    """`folder`, where it ends with a year, a month and a day, with those of `day`."""
    parts = list(folder.parts)
    start = len(parts)
    while start and _DAY_PART.fullmatch(parts[start - 1]):
        start -= 1
    if start < len(parts) and re.fullmatch(r"(?:19|20)\d\d", parts[start]):
        new = (f"{day.year:04}", f"{day.month:02}", f"{day.day:02}")
        parts[start:] = new[: len(parts) - start]
    return Path(*parts)


def _most(paths: Sequence[Path], is_so: Callable[[Path], bool]) -> bool:
    return sum(map(bool, map(is_so, paths))) * 2 > len(paths)


def _suffix(paths: Sequence[Path]) -> str:
    counted = Counter(path.suffix for path in paths)
    return counted.most_common(1)[0][0] if counted else ".md"
