"""What is typed into the search box: words, and filters such as `tag:web` or `year:2009`."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from .entry import Entry, folded, newest_first

_PART = re.compile(r'(?:(?P<name>[^\s:"]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))(?:\s+|\Z)')
# The names of filters, folded, in English and French.
_NAMES = {
    **dict.fromkeys(("tag", "tags", "etiquette", "mot-cle"), "tag"),
    **dict.fromkeys(("category", "categories", "cat", "categorie"), "category"),
    **dict.fromkeys(("year", "date", "annee", "an"), "year"),
    **dict.fromkeys(("draft", "drafts", "brouillon", "brouillons"), "draft"),
    **dict.fromkeys(("broken", "problem", "fix", "probleme", "erreur"), "broken"),
}
_NO = {"no", "false", "non", "faux", "0"}
_SHORTEST = 2  # letters of a word that is looked for in texts: one letter stands in all of them
_WORD = re.compile(r"\w+")
_SORTS: dict[str, Callable[[Iterable[Entry]], list[Entry]]] = {
    "newest": newest_first,
    "oldest": lambda entries: _oldest_first(entries),
    "title": lambda entries: sorted(entries, key=lambda entry: (folded(entry.title), entry.place)),
    "changed": lambda entries: sorted(entries, key=attrgetter("changed", "place"), reverse=True),
}
SORTS = tuple(_SORTS)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a post must have."""

    name: str  # tag, category, year, draft, broken
    value: str  # folded
    is_whole: bool  # else a value that starts so is enough

    def takes(self, entry: Entry) -> bool:
        """Whether the post has it."""
        match self.name:
            case "tag":
                return self._is_one_of(entry.tags)
            case "category":
                return self._is_one_of(entry.categories)
            case "year":
                return entry.date.startswith(self.value)
            case "draft":
                return entry.is_draft is (self.value not in _NO)
        return (entry.problem is not None) is (self.value not in _NO)

    def _is_one_of(self, values: Iterable[str]) -> bool:
        if self.is_whole:
            return any(folded(value) == self.value for value in values)
        return any(folded(value).startswith(self.value) for value in values)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. One without words and filters takes every post."""

    words: tuple[str, ...] = ()  # folded
    filters: tuple[Filter, ...] = ()

    @property
    def text_words(self) -> tuple[str, ...]:
        """The words to look for in texts; () where that is not worth it."""
        long = tuple(word for word in self.words if len(word) >= _SHORTEST and _WORD.search(word))
        return long if long else ()

    def passes(self, entry: Entry) -> bool:
        """Whether the post has all that the filters ask for."""
        return all(one.takes(entry) for one in self.filters)

    def named(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The posts in whose title, name, tags or categories all words stand."""
        for word in self.words:
            entries = [entry for entry in entries if word in entry.sought]
        return iter(entries)


def parse(text: str) -> Query:
    """The query that `text` is. Nothing typed is an error: what is no filter is a word."""
    words: list[str] = []
    filters: list[Filter] = []
    for part in _PART.finditer(text):
        name, quoted, plain = part["name"], part["quoted"], part["plain"] or ""
        known = _NAMES.get(folded(name)) if name else None
        value = folded(plain if quoted is None else quoted)
        if known:
            if value or known in ("draft", "broken"):  # else it is still being typed
                filters.append(Filter(known, value, quoted is not None))
        elif said := folded(part[0].strip()).replace('"', ""):
            words += [said] if quoted is not None else said.split()
    return Query(tuple(words), tuple(filters))


def written(name: str, value: str) -> str:
    """The filter of that name and value as the search box has it."""
    return f'{name}:"{value}"' if name in ("tag", "category") else f"{name}:{value}"


def with_filter(text: str, name: str, value: str) -> str:
    """The search `text` with that filter added, or without it where it stands there already.

    One of another value gives way.
    """
    rest = " ".join(
        part[0].strip()
        for part in _PART.finditer(text)
        if not (part["name"] and _NAMES.get(folded(part["name"])) == name)
    ).strip()
    new = written(name, value)
    return rest if _has(text, new) else f"{rest} {new}".strip()


def _has(text: str, filter_: str) -> bool:
    return any(part[0].strip() == filter_ for part in _PART.finditer(text))


def select(entries: Iterable[Entry], query: Query, in_text: frozenset[str]) -> list[Entry]:
    """The entries that `query` takes; `in_text` are the places of those with its words in it."""
    passing = [entry for entry in entries if query.passes(entry)] if query.filters else entries
    if not query.words:
        return list(passing)
    passing = list(passing)
    named = {entry.place for entry in query.named(passing)}
    return [entry for entry in passing if entry.place in in_text or entry.place in named]


def in_order(entries: Iterable[Entry], sort: str) -> list[Entry]:
    """The entries in one of the orders that SORTS names."""
    return _SORTS.get(sort, newest_first)(entries)


def stays(before: Entry, after: Entry, sort: str) -> bool:
    """Whether a post that has become `after` keeps its place among the others in that order."""
    if sort == "title":
        return before.title == after.title
    if sort == "changed":
        return before.changed == after.changed
    if before.is_draft and after.is_draft:
        return before.changed == after.changed
    return (before.is_draft, before.date) == (after.is_draft, after.date)


def group_of(entry: Entry, sort: str) -> str | None:
    """What the entry stands under: "draft", a year, "" where it has no date; None: no groups."""
    if sort not in ("newest", "oldest"):
        return None
    return "draft" if entry.is_draft else entry.year


def with_value(entries: Iterable[Entry], name: str, value: str) -> list[Entry]:
    """The posts that have exactly `value` among their "tags" or "categories"."""
    return [entry for entry in entries if value in getattr(entry, name)]


def counted(entries: Iterable[Entry], name: str) -> list[tuple[str, int]]:
    """The values of "tags", "categories" or "year" with their posts, the most used first."""
    if name == "year":
        years = Counter(entry.year for entry in entries if entry.year)
        return sorted(years.items(), reverse=True)
    values = Counter(value for entry in entries for value in dict.fromkeys(getattr(entry, name)))
    return sorted(values.items(), key=lambda counted: (-counted[1], folded(counted[0])))


def _oldest_first(entries: Iterable[Entry]) -> list[Entry]:
    ordered = newest_first(entries)
    drafts = [entry for entry in ordered if entry.is_draft]
    return drafts + [entry for entry in reversed(ordered) if not entry.is_draft]
