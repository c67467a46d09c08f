"""A post as a list shows it, and as a message carries it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Self

from editor.problems.model import Outcome, PostProblem

from .finding import Found, Stamp

_DRAFT_FOLDERS = {"_drafts", "drafts"}
_DATED_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
UNREADABLE = "unreadable"  # the kind of problem of a post that could not be read at all


@dataclass(frozen=True, slots=True)
class Entry:
    """A post of a folder. One that is not read yet has what its name tells."""

    place: str  # below the folder, with "/"
    title: str
    date: str = ""  # the ISO day it is dated; "" for none
    is_draft: bool = False
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    changed: float = 0.0  # when the file was, in seconds since 1970
    problem: PostProblem | None = None  # the first that its site would stumble over
    is_read: bool = True
    sought: str = field(default="", compare=False)  # what a search looks at, folded

    @classmethod
    def by_name(cls, place: str, changed: float = 0.0) -> Self:
        """What the file's name tells."""
        *folders, name = place.split("/")
        name = name.rpartition(".")[0] or name
        if name in ("index", "_index") and folders:  # a bundle
            name = folders[-1]
        dated = _DATED_NAME.fullmatch(name)
        day = "-".join(part.zfill(2) for part in dated.groups()[:3]) if dated else ""
        title = (dated[4] if dated else name).replace("-", " ")
        is_draft = not _DRAFT_FOLDERS.isdisjoint(folders)
        return cls(place, title, day, is_draft, changed=changed, is_read=False).made_sought()

    def made_sought(self) -> Self:
        """The same, with what a search looks at."""
        words = " ".join((self.title, self.place, *self.tags, *self.categories))
        object.__setattr__(self, "sought", folded(words))
        return self

    @property
    def year(self) -> str:
        """The four digits of the year it is dated, or ""."""
        return self.date[:4]

    def to_row(self) -> list[Any]:
        """The entry as JSON can hold it."""
        found = self.problem
        problem = found and [
            *(found.kind, found.line, found.key, found.message, found.fix, found.outcome),
            dict(found.facts),
        ]
        return [
            *(self.place, self.title, self.date, self.is_draft, self.tags, self.categories),
            *(self.changed, problem, self.is_read),
        ]

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> Self:
        """The entry that `to_row` gave. Raises TypeError or ValueError for another list."""
        place, title, date, is_draft, tags, categories, changed, found, is_read = row
        return cls(
            *(str(place), str(title), str(date), bool(is_draft), tuple(map(str, tags))),
            *(tuple(map(str, categories)), float(changed), _problem(found), bool(is_read)),
        ).made_sought()


def _problem(row: Sequence[Any] | None) -> PostProblem | None:
    if row is None:
        return None
    kind, line, key, message, fix, outcome, facts = row
    if not isinstance(facts, Mapping):
        raise TypeError("facts are names and texts")
    said = {str(name): str(fact) for name, fact in facts.items()}
    return PostProblem(
        str(kind), int(line), str(key), str(message), str(fix), (), Outcome(outcome), said
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A post as it was read."""

    entry: Entry
    stamp: Stamp
    taught: Sequence[object] = ("", (), ())  # as `heads.Taught` has it in a row
    body: str = ""
    body_line: int = 0  # of the file, on which `body` starts
    is_checked: bool = False  # whether all of its problems were looked for


def unreadable(found: Found) -> Reading:
    """The entry of a post that cannot be read, or must not be read again."""
    problem = PostProblem(UNREADABLE, 0, "", "This post cannot be read.", "", (), Outcome.UNREAD)
    entry = Entry.by_name(found.place, found.stamp.changed / 1e9)
    entry = replace(entry, problem=problem, is_read=True).made_sought()
    return Reading(entry, found.stamp, is_checked=True)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Drafts first, the last changed at the top; then the posts by their day, the newest first."""
    drafts = [entry for entry in entries if entry.is_draft]
    others = [entry for entry in entries if not entry.is_draft]
    drafts.sort(key=attrgetter("changed", "place"), reverse=True)
    others.sort(key=attrgetter("date", "place"), reverse=True)
    return drafts + others


def folded(text: str) -> str:
    """`text` without case and accents, for a search that finds `été` by `ete`."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
