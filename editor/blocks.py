"""A body as the list of its blocks, which follows edits: only around them it is read again."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Generic, Protocol, TypeVar

from editor.edits import Edit


class Extent(Protocol):
    """How far a block goes; offsets in the body."""

    @property
    def end(self) -> int:
        """Behind its last character, blank lines below it included."""

    @property
    def reach(self) -> int:
        """What stands from here on has no say in what the block is."""


Extents = Callable[[str, int], Iterator[Extent]]
"""The blocks of a body from an offset on where one begins."""


class Part:
    """What is known of a block; whoever keeps more of it makes it a subclass."""

    __slots__ = ("lines", "overreach", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.count("\n")
        self.overreach = 0  # characters behind it that had a say in what it is


_Part = TypeVar("_Part", bound=Part)


@dataclass(frozen=True, slots=True)
class Splice(Generic[_Part]):
    """Blocks `start` up to `end`, not included, which are `old`, are replaced by `parts`."""

    start: int
    end: int
    old: tuple[_Part, ...]
    parts: tuple[_Part, ...]


# A block may hang together with those above it: a list of definitions, a term, its meaning.
_ABOVE = 3
# So many blocks in a row must have been read as they were before, below what changed.
_BELOW = 2


class BlockList(Generic[_Part]):
    """The blocks of a body. Unless it is blank, the texts of `parts` joined are the body."""

    def __init__(self, extents: Extents, new: Callable[[str], _Part]) -> None:
        self._extents, self._new = extents, new
        self.body = ""
        self.parts: list[_Part] = []
        self._lengths: list[int] = []
        self._line_counts: list[int] = []
        self._far: set[_Part] = set()  # those that reach over others
        self._at = self._start = 0  # a block, and where it begins

    def line_of(self, index: int) -> int:
        """The line on which the text of the block of that number begins, from 0."""
        return sum(self._line_counts[:index])

    def index_at(self, line: int) -> int:
        """The number of the block that holds `line`, or of the last."""
        ends = list(accumulate(self._line_counts))
        return max(0, min(bisect_right(ends, line), len(ends) - 1))

    def change(self, edit: Edit, body: str | None = None) -> list[Splice[_Part]]:
        """Make `edit` to the body. What that does to the blocks, one splice after the other.

        `body` is the one that it makes, where that is known.
        """
        edited = self._move_to(edit.start)
        if body is None:
            body = "".join((self.body[: edit.start], edit.new, self.body[edit.end :]))
        self.body = body
        splices: list[Splice[_Part]] = []
        done = moved = 0  # of the old blocks; how many more there are now
        for index in [*self._reaching(edit.start), edited]:
            if index < done:
                continue
            first = max(done, index - _ABOVE, 0)
            start = self._start - sum(self._lengths[first : self._at])
            reading = _Reading(body, edit, self._lengths, first, start)
            extents, done = reading.blocks(self._extents, index)
            splice = self._splice(first, done, start, extents)
            if splice.old or splice.parts:
                at, end = splice.start + moved, splice.end + moved
                splices.append(Splice(at, end, splice.old, splice.parts))
                moved += len(splice.parts) - len(splice.old)
        for splice in splices:
            self._make(splice)
        return splices

    def _move_to(self, offset: int) -> int:
        """The number of the block that ends at or behind `offset`, which is kept in mind.

        Edits come close to one another: from the last the way is short.
        """
        at, start, lengths = self._at, self._start, self._lengths
        while at > 0 and offset <= start:
            at -= 1
            start -= lengths[at]
        while at < len(lengths) and start + lengths[at] < offset:
            start += lengths[at]
            at += 1
        self._at, self._start = at, start
        return at

    def _make(self, splice: Splice[_Part]) -> None:
        place = slice(splice.start, splice.end)
        lengths = [len(part.text) for part in splice.parts]
        if splice.start < self._at:  # the first of them may be shorter now
            self._start -= sum(self._lengths[splice.start : self._at])
            self._at = splice.start
        self._far.difference_update(splice.old)
        self._far.update(part for part in splice.parts if part.overreach)
        self.parts[place] = splice.parts
        self._lengths[place] = lengths
        self._line_counts[place] = [part.lines for part in splice.parts]

    def _reaching(self, offset: int) -> list[int]:
        """The blocks that end before `offset`, and in which what stands there had a say."""
        if not self._far:
            return []
        ends = accumulate(self._lengths)
        return [
            index
            for index, (part, end) in enumerate(zip(self.parts, ends, strict=True))
            if part in self._far and end < offset < end + part.overreach
        ]

    def _splice(self, first: int, done: int, start: int, extents: list[Extent]) -> Splice[_Part]:
        """Blocks `first` up to `done` replaced by those of `extents`, without those that stay."""
        old = self.parts[first:done]
        starts = [start, *(extent.end for extent in extents)]
        texts = [self.body[begin:end] for begin, end in pairwise(starts)]
        shorter = min(len(old), len(texts))
        head = next((n for n in range(shorter) if old[n].text != texts[n]), shorter)
        rest = shorter - head
        tail = next((n for n in range(rest) if old[-1 - n].text != texts[-1 - n]), rest)
        gone, new = old[head : len(old) - tail], texts[head : len(texts) - tail]
        known: dict[str, list[_Part]] = {}
        for part in gone:
            known.setdefault(part.text, []).append(part)
        made = [known[text].pop(0) if known.get(text) else self._new(text) for text in new]
        parts = [*old[:head], *made, *old[len(old) - tail :]]
        for part, extent in zip(parts, extents, strict=True):
            part.overreach = max(0, extent.reach - extent.end)
            (self._far.add if part.overreach else self._far.discard)(part)
        return Splice(first + head, done - tail, tuple(gone), tuple(made))


class _Reading:
    """A body read again after an edit, until its blocks are those of before.

    `lengths` are those of the old blocks, of which `first` begins at `start`.
    """

    def __init__(self, body: str, edit: Edit, lengths: list[int], first: int, start: int) -> None:
        self._body, self._edit, self._lengths = body, edit, lengths
        self._start = start
        self._end = edit.start + len(edit.new)  # of what was inserted
        self._shift = self._end - edit.end
        self._index, self._old_end = first - 1, start  # the old block last compared, and its end

    def blocks(self, extents: Extents, least: int) -> tuple[list[Extent], int]:
        """The blocks in the place of the old ones, and up to which of these.

        That is beyond `least`, the one that calls for the reading.
        """
        found: list[Extent] = []
        following, same = -1, 0  # the old block that is to come next; how many came
        for extent in extents(self._body, self._start):
            found.append(extent)
            index = self._old_block(extent.end)
            same = same + 1 if index == following else 1
            following = index + 1 if index >= least else -1
            if following > 0 and same > _BELOW:
                return found, following
        return found, len(self._lengths)

    def _old_block(self, end: int) -> int:
        """The number of the old block that ended at what is now `end`, or -2."""
        if self._edit.start < end < self._end or (end == self._edit.start and self._shift):
            return -2
        old = end if end <= self._edit.start else end - self._shift
        while self._old_end < old and self._index + 1 < len(self._lengths):
            self._index += 1
            self._old_end += self._lengths[self._index]
        return self._index if self._old_end == old else -2
