"""The commands `check` and `fix`: the problems of posts told, and the sure mends made."""

import difflib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor import files, front_matter
from editor.commands_files import FINE, PROBLEMS, WRONG, complain, save
from editor.edits import apply
from editor.files import FileError, StoredFile
from editor.library import find_posts
from editor.post import named_day
from editor.problems import PostProblem, references
from editor.problems.dating import day_of
from editor.problems.file_form import mended
from editor.problems.finding import find_problems, generator_of, mend_all, settings_of
from editor.problems.references import Around
from editor.publishing import publication
from editor.publishing.words import told
from editor.site import Site, find_site, site_at
from editor.site_pages import PagesRead, SitePages
from editor.unused_images import unused_images

_ENOUGH_POSTS = 5  # of a folder, to tell by them what a post there usually has
_USUAL_SHARE = 0.9
_WANTED = ("title", "layout")


@dataclass(frozen=True)
class _Read:
    path: Path
    stored: StoredFile
    site: Site
    keys: frozenset[str]

    @property
    def text(self) -> str:
        return self.stored.text


def check(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print the problems of the posts at or below `paths`; gives the exit code."""
    code = FINE
    posts: list[_Read] = []
    for path, stored in _posts(paths):
        if stored is None:
            code = WRONG
            continue
        text = stored.text
        keys = frozenset(field.key for field in front_matter.read(text).fields)
        posts.append(_Read(path, stored, find_site(path, text), keys))
    usual = _usual_keys(posts)
    reports = []
    sites = _Sites()
    for post in posts:
        found = find_problems(
            post.text,
            post.path,
            post.site,
            usual=usual[post.path.parent],
            stored=post.stored,
        )
        found = sorted([*found, *sites.broken_in(post)], key=lambda problem: problem.line)
        if found and code == FINE:
            code = PROBLEMS
        if as_json:
            reports.append(_report(post, found))
            continue
        sys.stdout.writelines(_told(post.path, problem) for problem in found)
    if as_json:
        sys.stdout.write(json.dumps(reports, ensure_ascii=False, indent=2) + "\n")
    return code


def where(paths: Sequence[Path]) -> int:
    """Print what comes of the posts at or below `paths` when their site is built."""
    code = FINE
    for path, stored in _posts(paths):
        if stored is None:
            code = WRONG
            continue
        site = find_site(path, stored.text)
        found = find_problems(stored.text, path, site, stored=stored)
        made = publication(stored.text, path, site, problems=found)
        sys.stdout.write(f"{path}: {told(made)}\n")
    return code


def unused(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print the images that nothing in the sites of `paths` uses; 1 where there are any."""
    code, found = FINE, []
    for path in paths:
        site = site_at(path.absolute()) or find_site(path.absolute())
        if site.root is None or not path.exists():
            code = complain(f"{path}: no site was found here", WRONG)
            continue
        found += unused_images(site)
    shown = [os.path.relpath(one) for one in dict.fromkeys(found)]
    if as_json:
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{one}: nothing in the site names this image\n" for one in shown)
    return code or (PROBLEMS if shown else FINE)


class _Sites:
    """What the sites of the posts hold, each read once."""

    def __init__(self) -> None:
        self._pages: dict[Path, SitePages] = {}

    def broken_in(self, post: _Read) -> list[PostProblem]:
        """The images and links of `post` that lead nowhere."""
        site = post.site
        settings = settings_of(site, site.generator)
        around = Around(site, post.path, settings, lambda: self._of(site.root))
        return references.problems(references.broken(post.text, around), site.generator)

    def _of(self, root: Path | None) -> SitePages:
        if root is None:
            return SitePages()
        if root not in self._pages:
            self._pages[root] = PagesRead().pages(root)
        return self._pages[root]


def fix(paths: Sequence[Path], *, dry_run: bool) -> int:
    """Mend the posts at or below `paths` and print what changes; 1 where problems remain."""
    code = FINE
    for path, stored in _posts(paths):
        if stored is None:
            code = WRONG
            continue
        site = find_site(path, stored.text)
        new = apply(stored.text, mend_all(stored.text, path, site))
        fine = mended(stored, find_problems(new, path, site, stored=stored))
        if not dry_run:
            code = max(code, saved := save(path, fine, new))
            if saved:
                continue
        if fine != stored:
            what = "no byte order mark" if fine.bom != stored.bom else "usual line ends"
            sys.stderr.write(f"{path}: mended: {what}\n")
        sys.stdout.writelines(_diff(path, stored.text, new))
        for problem in find_problems(new, path, site, stored=fine):
            code = max(code, PROBLEMS)
            sys.stderr.write(_told(path, problem))
    return code


def _told(path: Path, problem: PostProblem) -> str:
    mend = f"; {problem.fix[0].lower()}{problem.fix[1:]}" if problem.fix else ""
    return f"{path}:{problem.line + 1}: {problem.message.rstrip('.')}{mend}\n"


def _posts(paths: Sequence[Path]) -> Iterator[tuple[Path, StoredFile | None]]:
    """The posts at or below `paths` with what they hold: None where that is told unreadable."""
    for path in paths:
        for post in find_posts(path) if path.is_dir() else (path,):
            try:
                yield post, files.read(post)
            except FileError as error:
                complain(f"{post}: {error.kind}", WRONG)
                yield post, None


def _usual_keys(posts: Sequence[_Read]) -> dict[Path, frozenset[str]]:
    """For each folder the keys, of title and layout, that nearly all posts there have."""
    folders: defaultdict[Path, list[_Read]] = defaultdict(list)
    for post in posts:
        folders[post.path.parent].append(post)
    usual = {}
    for folder, together in folders.items():
        counts = Counter(key for post in together for key in post.keys)
        enough = max(_ENOUGH_POSTS, _USUAL_SHARE * len(together))
        usual[folder] = frozenset(key for key in _WANTED if counts[key] >= enough)
    return usual


def _report(post: _Read, found: Sequence[PostProblem]) -> dict[str, object]:
    front = front_matter.read(post.text)
    made = publication(post.text, post.path, post.site, problems=found)
    day = made.day or day_of(front.field("date")) or named_day(post.path.name)
    return {
        "path": str(post.path),
        "generator": generator_of(post.site, front, post.path, post.text),
        "published": made.is_published,
        "address": made.address,
        "date": day.isoformat() if day else None,
        "problems": [
            {
                "line": problem.line + 1,
                "kind": str(problem.kind),
                "message": problem.message,
                "fix": problem.fix or None,
            }
            for problem in found
        ],
    }


def _diff(path: Path, old: str, new: str) -> Iterable[str]:
    """A unified diff, each line with its line end."""
    before, after = ([f"{line}\n" for line in text.split("\n")] for text in (old, new))
    for lines in (before, after):  # a last line without line end is told as diff tells it
        last = lines.pop().removesuffix("\n")
        if last:
            lines.append(f"{last}\n\\ No newline at end of file\n")
    yield from difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
