"""Two texts that were made from one, made one again where their changes do not touch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from editor.edits import Edit, apply, changes, split_lines, word_diff


class Choice(Enum):
    """What is to stand where both changed the same."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # mine, then theirs


@dataclass(frozen=True)
class Conflict:
    """Lines that both changed, each in another way."""

    base: str
    mine: str
    theirs: str

    def resolved(self, choice: Choice) -> str:
        """What stands here after `choice`."""
        if choice is Choice.BOTH:
            gap = "" if not self.mine or self.mine.endswith("\n") else "\n"
            return self.mine + gap + self.theirs
        return self.mine if choice is Choice.MINE else self.theirs


@dataclass(frozen=True)
class Merge:
    """The text of both, in pieces: what is sure, and the conflicts between."""

    pieces: tuple[str | Conflict, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What both changed, in the order of the text. None: the merge is sure."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    def text(self, choices: Sequence[Choice] = ()) -> str:
        """The whole text, with a choice for each conflict; where none is given, mine stands."""
        left = iter(choices)
        return "".join(
            piece if isinstance(piece, str) else piece.resolved(next(left, Choice.MINE))
            for piece in self.pieces
        )


def merge(base: str, mine: str, theirs: str) -> Merge:
    """What `base` becomes by the changes of both `mine` and `theirs`.

    Changes of other lines, or of other words of the same lines with a word between them that
    nobody changed, both stand. What both changed in the same way stands once.
    """
    base_lines, my_lines, their_lines = map(split_lines, (base, mine, theirs))
    my_runs = list(changes(base_lines, my_lines))
    their_runs = list(changes(base_lines, their_lines))
    pieces: list[str | Conflict] = []
    done = 0
    for start, end in _regions(my_runs, their_runs):
        pieces.append("".join(base_lines[done:start]))
        my_start, my_end = _counterpart(my_runs, start, end)
        their_start, their_end = _counterpart(their_runs, start, end)
        pieces.append(
            _merge_lines(
                "".join(base_lines[start:end]),
                "".join(my_lines[my_start:my_end]),
                "".join(their_lines[their_start:their_end]),
            )
        )
        done = end
    pieces.append("".join(base_lines[done:]))
    return Merge(tuple(piece for piece in pieces if piece))


_Run = tuple[int, int, int, int]  # as `changes` gives them


def _regions(mine: list[_Run], theirs: list[_Run]) -> Iterator[tuple[int, int]]:
    """The lines of the base that somebody changed; runs that touch are one region."""
    start, end = -1, -1
    for first, last, *_ in sorted(mine + theirs):
        if first > end:
            if end >= 0:
                yield start, end
            start, end = first, last
        else:
            end = max(end, last)
    if end >= 0:
        yield start, end


def _counterpart(runs: list[_Run], start: int, end: int) -> tuple[int, int]:
    """The lines, after the changes `runs`, that the lines of a region have become."""
    before = sum(_growth(run) for run in runs if run[1] < start)
    within = sum(_growth(run) for run in runs if start <= run[0] and run[1] <= end)
    return start + before, end + before + within


def _growth(run: _Run) -> int:
    first, last, new_first, new_last = run
    return (new_last - new_first) - (last - first)


def _merge_lines(base: str, mine: str, theirs: str) -> str | Conflict:
    """A region as one text, by words where lines alone do not tell the changes apart."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    my_edits = word_diff(base, mine)
    their_edits = [edit for edit in word_diff(base, theirs) if edit not in my_edits]
    both = sorted(my_edits + their_edits, key=lambda edit: (edit.start, edit.end))
    if any(_touch(one, next_) for one, next_ in pairwise(both)):
        return Conflict(base, mine, theirs)
    return apply(base, both)


def _touch(one: Edit, next_: Edit) -> bool:
    return next_.start <= one.end
