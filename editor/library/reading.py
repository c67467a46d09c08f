"""Reads one post: what a list shows of it, what a search looks at, what it teaches."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from editor import disk, front_matter
from editor.disk import FileRefusedError
from editor.encoding import decode
from editor.field_kinds import words_of
from editor.front_matter import FrontMatter
from editor.post import day_of
from editor.problems.model import Outcome, PostProblem, PostProblemKind
from editor.site import Site, find_site

from .entry import Entry, Reading, unreadable
from .finding import Found
from .heads import Taught

_MOST_READ = 2 * 2**20  # bytes of a post: what stands further down is not searched
_HIDDEN = {"draft", "hidden", "private", "pending"}  # values of `status`
_NO_FAULT = {  # the site does with such posts what their writer means
    PostProblemKind.DATE_IN_FUTURE,
    PostProblemKind.DATE_PAST,
    PostProblemKind.FIELD_MISSING,
}
_HARMLESS = {Outcome.NONE, Outcome.SOME_REFUSE, Outcome.LAST_COUNTS}


def read_post(folder: Path, found: Found) -> Reading:
    """The post at `found`. One that cannot be read is an entry by its name, which says so."""
    path = folder / found.place
    try:
        content = disk.read_bytes(path)
    except FileRefusedError:
        return unreadable(found)
    text = _text(content)
    front = front_matter.read(text)
    entry = entry_of(found, front)
    problem = first_problem(text, path) if front.problems else None
    return Reading(
        replace(entry, problem=problem).made_sought(),
        found.stamp,
        Taught.by(front).to_row(),
        text[front.end :],
        text.count("\n", 0, front.end),
        is_checked=bool(front.problems),
    )


def check(folder: Path, place: str) -> PostProblem | None:
    """What the site of the post at `place` stumbles over, as `Entry.problem` tells it."""
    path = folder / place
    try:
        text = _text(disk.read_bytes(path))
    except FileRefusedError:
        return None
    return first_problem(text, path)


def _text(content: bytes) -> str:
    """The text of a post; of one that is no UTF-8, in the encoding that such files mostly have."""
    content = content[:_MOST_READ]
    decoded = decode(content)
    return decode(content, "cp1252").text if decoded.invalid_bytes > 1 else decoded.text


def first_problem(text: str, path: Path) -> PostProblem | None:
    """The first problem of a post at which its site stumbles, without its mend."""
    from editor.problems.finding import find_problems, settings_of  # it takes 0.1 s to come

    site = _site_of(path, text)
    settings = settings_of(site, site.generator) if not site.is_found else _settings(site)
    problems = find_problems(text, path, site, date.today(), settings=settings)
    found = next((problem for problem in problems if is_fault(problem)), None)
    return replace(found, edits=()) if found else None


def is_fault(problem: PostProblem) -> bool:
    """Whether the site does something else with the post than its writer means."""
    return problem.kind not in _NO_FAULT and problem.outcome not in _HARMLESS


def forget_sites() -> None:
    """Look for sites and their settings again."""
    _found_site.cache_clear()
    _settings.cache_clear()


def _site_of(path: Path, text: str) -> Site:
    site = _found_site(path.parent)
    return site if site.is_found else find_site(path, text)


@lru_cache(maxsize=256)
def _found_site(folder: Path) -> Site:
    return find_site(folder / "post.md")


@lru_cache(maxsize=16)
def _settings(site: Site) -> Mapping[str, object]:
    from editor.problems.finding import settings_of

    return settings_of(site, site.generator)


def entry_of(found: Found, front: FrontMatter) -> Entry:
    """What a list shows of a post with that front matter, without its problem."""
    by_name = Entry.by_name(found.place, found.stamp.changed / 1e9)
    title = front.field("title")
    shown = title.shown if title and isinstance(title.shown, str) else ""
    day = day_of(front, Path(found.place).name)
    return replace(
        by_name,
        title=" ".join(html.unescape(shown).split()) or by_name.title,
        date=str(day) if day else by_name.date,
        is_draft=by_name.is_draft or _is_draft(front),
        tags=_words(front, ("tags", "tag", "keywords")),
        categories=_words(front, ("categories", "category")),
        is_read=True,
    )


def _is_draft(front: FrontMatter) -> bool:
    """Whether the writer means the post not to be published yet, whatever the site does."""
    draft, published, status = (front.field(key) for key in ("draft", "published", "status"))
    return bool(
        (draft and (draft.value is True or str(draft.value).lower() == "true"))
        or (published and published.value is False)
        or (status and str(status.value).strip().lower() in _HIDDEN)
    )


def _words(front: FrontMatter, keys: Iterable[str]) -> tuple[str, ...]:
    fields = (front.field(key) for key in keys)
    return tuple(dict.fromkeys(str(word) for field in fields for word in words_of(field) if word))
