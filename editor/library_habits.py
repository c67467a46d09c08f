"""Reads what a site's posts teach about their fields; a post read once is read again if changed."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path

from editor import files, front_matter
from editor.field_habits import ENOUGH, Habits, PostUses, learn
from editor.files import FileError
from editor.library import find_posts
from editor.library.heads import PostHeads
from editor.post import named_day
from editor.site import Site

MOST_POSTS = 500  # the newest ones teach
BUDGET = 3.0  # seconds in which no further post is begun
_CONTENT_FOLDERS = {"content", "source", "src", "contents"}  # not a type of posts
_MOST_FOUND = 50_000  # files looked at
_POSTS_FOR_FORMAT = 20  # the newest


@dataclass(frozen=True)
class Question:
    """Whose habits are wanted: those of the posts like the one at `path`."""

    site: Site
    path: Path


def habits(
    heads: PostHeads,
    question: Question,
    *,
    budget: float = BUDGET,
    now: Callable[[], float] = time.monotonic,
    pause: Callable[[float], object] = time.sleep,
    go_on: Callable[[], bool] = lambda: True,
) -> Habits:
    """What the site's posts of the type of this one teach: it too, as it lies on disk.

    After each post read it pauses as long as that took, so that the thread that draws the window
    gets its turn. It ends early, with what it has, where `go_on` says no.
    """
    began = now()
    end = began + budget
    posts: list[PostUses] = []
    newest = peers(question.site, question.path)[:MOST_POSTS]
    paths = takewhile(lambda _path: now() <= end and go_on(), newest)
    for _path, head, was_read in heads.read(paths, question.site.root):
        if head is not None:
            posts.append(head.taught.uses)
        if was_read:
            pause(min(now() - began, 0.05))
        began = now()
    return learn(posts)


def peers(site: Site, path: Path) -> list[Path]:
    """The posts of the type of the one at `path`, the newest first; without enough of them, all.

    Without a site, only the post's own folder is looked at.
    """
    if site.root is None:
        return newest_first(_beside(path.parent))
    found: list[Path] = []
    for post in find_posts(site.root):
        found.append(post)
        if len(found) == _MOST_FOUND:
            break
    own = type_of(path, site.root)
    same = [post for post in found if type_of(post, site.root) == own]
    return newest_first(same if len(same) >= ENOUGH else found)


def format_of_new(site: Site, formats: Iterable[str]) -> str:
    """The format of front matter to be made in a post of `site`, whose posts have those `formats`.

    "" among them is none. Without any it is what the generator's own tool writes: `hugo new` copies
    an archetype, YAML unless the site has another, whatever the format of its settings (0.111).
    """
    if site.generator == "jekyll":
        return "yaml"  # it reads no other
    counted = Counter(form for form in formats if form)
    if counted:
        return counted.most_common(1)[0][0]
    if site.generator == "hugo" and site.root is not None:
        return _format(site.root / "archetypes" / "default.md") or "yaml"
    return "header" if site.generator == "pelican" else "yaml"


def formats_beside(site: Site, path: Path) -> Iterator[str]:
    """The formats of the newest posts like the one at `path`, itself not counted."""
    others = (post for post in peers(site, path) if post.absolute() != path.absolute())
    return map(_format, islice(others, _POSTS_FOR_FORMAT))


def _format(path: Path) -> str:
    try:
        return front_matter.read(files.read(path).text).format
    except FileError:
        return ""


def type_of(path: Path, root: Path) -> str:
    """What kind of page a file is by its folder: its section in Hugo, its collection in Jekyll.

    Drafts are posts. "" for a file of the root or of the folder of all content.
    """
    try:
        folders = path.absolute().relative_to(root.absolute()).parts[:-1]
    except ValueError:  # outside the site
        return ""
    collections = [folder for folder in folders if folder.startswith("_")]
    if collections:
        return "_posts" if collections[0] == "_drafts" else collections[0]
    sections = [folder for folder in folders if folder not in _CONTENT_FOLDERS]
    return sections[0] if sections else ""


def _beside(folder: Path) -> Iterator[Path]:
    suffixes = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(suffixes) and not entry.name.startswith("."):
                    yield Path(entry.path)
    except OSError:
        return


def newest_first(paths: Iterable[Path]) -> list[Path]:
    """`paths` by the day of their names, else of their last change."""

    def when(path: Path) -> tuple[str, str]:
        day = named_day(path.name)
        if day is None:
            try:
                changed = time.gmtime(path.stat().st_mtime)
            except (OSError, ValueError, OverflowError):
                return "", path.name
            return time.strftime("%Y-%m-%d", changed), path.name
        return str(day), path.name

    return sorted(paths, key=when, reverse=True)
