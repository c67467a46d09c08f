"""Looks a folder's posts through, keeps the index true, and answers what is asked meanwhile."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from . import finding
from .entry import Entry, Reading, newest_first, unreadable
from .finding import Found
from .hits import first_hit
from .index import Index

Message: TypeAlias = dict[str, Any]

_AT_ONCE = 250  # entries of a message: more would hold up the thread that draws
_FIRST = 30  # posts read before the first message: as many as a window shows
_BATCH = 60  # posts that are kept in one go
_EACH = 0.1  # seconds between messages, at least
_FIRST_HITS = 16  # posts found whose lines come along


def _reader() -> ModuleType:
    """What reads posts; it takes a tenth of a second to come: after what is known already."""
    from . import reading

    return reading


class Librarian:
    """Knows the posts of one folder.

    `look` is work in small steps: between two of them, questions can be answered.
    """

    def __init__(
        self,
        folder: Path,
        index: Index,
        note: Callable[[str], object] = lambda _place: None,
        hopeless: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`note` is told the place of each post before it is read; `hopeless` ones never are."""
        self._folder, self._index, self._note = folder, index, note
        self._hopeless = set(hopeless)
        self._clock = clock

    def known(self) -> Iterator[Message]:
        """The entries that the index has."""
        for rows in self._index.rows(_AT_ONCE):
            yield {"entries": rows}

    def look(self) -> Iterator[Message | None]:
        """Bring the index up to date with the folder: what was found, step by step."""
        found: dict[str, Found] = {}
        for one in finding.look(self._folder):
            found[one.place] = one
            if len(found) % 200 == 0:
                yield None
        known = self._index.stamps()
        gone = [place for place in known if place not in found]
        if gone:
            self._index.remove(gone)
            yield {"gone": gone}
        changed = [one for one in found.values() if known.get(one.place) != one.stamp]
        by_name = [Entry.by_name(one.place, one.stamp.changed / 1e9) for one in changed]
        order = newest_first(by_name)
        unknown = iter([entry for entry in order if entry.place not in known])
        while some := list(islice(unknown, _AT_ONCE)):
            yield {"entries": [entry.to_row() for entry in some]}
        yield {"listed": len(found)}
        yield from self._read([found[entry.place] for entry in order])
        yield {"read": len(found)}
        self._index.prepare_search()
        yield None
        yield from self._check()
        yield {"checked": len(found)}

    def _read(self, posts: Sequence[Found]) -> Iterator[Message | None]:
        if posts:
            _reader().forget_sites()
        batch: list[Reading] = []
        rows: list[Any] = []
        told = self._clock()
        for number, found in enumerate(posts, 1):
            batch.append(self._reading(found))
            is_time = number == _FIRST or self._clock() - told > _EACH
            if len(batch) == _BATCH or is_time or number == len(posts):
                self._index.put(batch)
                rows += [one.entry.to_row() for one in batch]
                batch = []
            if is_time or number == len(posts) or len(rows) >= _AT_ONCE:
                told = self._clock()
                yield {"entries": rows, "done": number, "of": len(posts)}
                rows = []
            else:
                yield None

    def _reading(self, found: Found) -> Reading:
        if found.place in self._hopeless:
            return unreadable(found)
        self._note(found.place)
        try:
            read: Reading = _reader().read_post(self._folder, found)
            return read
        except Exception:  # a reader may raise anything over a hostile post; the others go on
            return unreadable(found)

    def _check(self) -> Iterator[Message | None]:
        """Look for the problems that take longer to find, in posts not looked at for them."""
        checked: list[Entry] = []
        told = self._clock()
        for place in self._index.unchecked():
            entry = self._index.entry(place)
            if entry is not None:
                checked.append(self._checked(entry))
            if self._clock() - told > 2 * _EACH:
                told = self._clock()
                yield self._keep_checked(checked)
                checked = []
            else:
                yield None
        yield self._keep_checked(checked)

    def _checked(self, entry: Entry) -> Entry:
        self._note(entry.place)
        try:
            problem = _reader().check(self._folder, entry.place)
        except Exception:  # as above
            problem = None
        return replace(entry, problem=problem)

    def _keep_checked(self, entries: Sequence[Entry]) -> Message | None:
        self._index.put_checked(entries)
        broken = [entry.to_row() for entry in entries if entry.problem]
        return {"entries": broken} if broken else None

    def answer(self, question: Mapping[str, Any]) -> Message:
        """What `question` asks for. Raises KeyError or TypeError where it is none."""
        words = [str(word) for word in question["words"]]
        if question["do"] == "lines":
            return {"number": question["number"], "lines": self._lines(words, question["places"])}
        places, first = self._index.find(words, _FIRST_HITS)
        lines = self._lines(words, first)
        return {"number": question["number"], "places": places, "lines": lines}

    def _lines(self, words: Sequence[str], places: Sequence[str]) -> dict[str, Any]:
        found = {}
        for place in places:
            text, line = self._index.body(place)
            if hit := first_hit(text, words):
                found[place] = [hit.line + line, hit.text, hit.marks]
        return found
