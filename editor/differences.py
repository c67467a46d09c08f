"""Two texts side by side: rows of lines, and in each what is only here or only there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from editor.edits import changes, split_lines, word_diff

_CONTEXT = 3  # lines shown around what changed
_MOST_CHANGED = 0.4  # of the shorter line must be in both, or they are two lines


@dataclass(frozen=True)
class Piece:
    """A part of a line; `differs` where the other text does not have it."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Line:
    """A line of one of the texts, without its end."""

    number: int  # in its text, from 0
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Row:
    """Lines that stand side by side; `None` where the other text has no such line."""

    left: Line | None
    right: Line | None
    differs: bool


@dataclass(frozen=True)
class Skipped:
    """Lines that are the same in both texts and not shown."""

    lines: int


def rows(left: str, right: str, context: int = _CONTEXT) -> Iterator[Row | Skipped]:
    """The lines that differ, with `context` lines around them; none where the texts are equal.

    They are made as they are asked for: to mark the words of very many lines takes its time.
    """
    left_lines, right_lines = split_lines(left), split_lines(right)
    done, right_done = 0, 0
    above = 0  # lines shown behind a change: none at the top of the text
    for first, last, right_first, right_last in changes(left_lines, right_lines):
        yield from _same(left_lines, range(done, first), right_done, above, context)
        yield from _changed(
            left_lines[first:last], right_lines[right_first:right_last], first, right_first
        )
        done, right_done, above = last, right_last, context
    if left != right:
        yield from _same(left_lines, range(done, len(left_lines)), right_done, above, 0)


def _same(
    lines: Sequence[str], numbers: range, right_start: int, above: int, below: int
) -> Iterator[Row | Skipped]:
    """Lines that stayed; shown are the first ones, `above`, and the last ones, `below`."""
    skipped = len(numbers) - above - below
    for place, number in enumerate(numbers):
        if skipped > 1 and above <= place < above + skipped:
            if place == above:
                yield Skipped(skipped)
            continue
        pieces = _whole(lines[number], differs=False)
        yield Row(Line(number, pieces), Line(right_start + place, pieces), differs=False)


def _changed(
    before: Sequence[str], after: Sequence[str], first: int, right_first: int
) -> Iterator[Row]:
    """Lines that changed, each beside the one that took its place."""
    for i, (left, right) in enumerate(zip_longest(before, after)):
        if left is not None and right is not None:
            pieces, right_pieces = _word_pieces(left, right)
        else:
            pieces, right_pieces = (
                _whole(left or "", differs=True),
                _whole(right or "", differs=True),
            )
        yield Row(
            None if left is None else Line(first + i, pieces),
            None if right is None else Line(right_first + i, right_pieces),
            differs=True,
        )


def _word_pieces(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two lines with the words marked that only one of them has; all, where few are in both."""
    edits = word_diff(left, right)
    kept = len(left) - sum(edit.end - edit.start for edit in edits)
    if kept < _MOST_CHANGED * min(len(left), len(right)):
        return _whole(left, differs=True), _whole(right, differs=True)
    pieces: list[Piece] = []
    right_pieces: list[Piece] = []
    done = 0
    for edit in edits:
        same = Piece(left[done : edit.start], differs=False)
        pieces += same, Piece(left[edit.start : edit.end], differs=True)
        right_pieces += same, Piece(edit.new, differs=True)
        done = edit.end
    rest = Piece(left[done:], differs=False)
    return _shown([*pieces, rest]), _shown([*right_pieces, rest])


def _whole(line: str, *, differs: bool) -> tuple[Piece, ...]:
    return _shown([Piece(line, differs)])


def _shown(pieces: list[Piece]) -> tuple[Piece, ...]:
    """`pieces` without the line's end, and without the empty ones."""
    ended = [Piece(piece.text.rstrip("\n"), piece.differs) for piece in pieces]
    return tuple(piece for piece in ended if piece.text)
