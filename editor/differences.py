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


def rows(left: str, right: str, context: int = _CONTEXT) -> list[Row | Skipped]:
    """The lines that differ, with `context` lines around them; none where the texts are equal."""
    left_lines, right_lines = split_lines(left), split_lines(right)
    found: list[Row | Skipped] = []
    done, right_done = 0, 0
    for first, last, right_first, right_last in changes(left_lines, right_lines):
        found += _same(done, first, right_done, left_lines, context, is_first=not found)
        found += _changed(
            left_lines[first:last], right_lines[right_first:right_last], first, right_first
        )
        done, right_done = last, right_last
    if found:
        found += _same(done, len(left_lines), right_done, left_lines, context, is_last=True)
    return found


def count(left: str, right: str) -> int:
    """How many stretches of lines differ."""
    return sum(1 for _ in changes(split_lines(left), split_lines(right)))


def _same(
    start: int,
    end: int,
    right_start: int,
    lines: Sequence[str],
    context: int,
    *,
    is_first: bool = False,
    is_last: bool = False,
) -> Iterator[Row | Skipped]:
    """Lines that stayed, of which only those beside a change are shown."""
    above = 0 if is_first else context
    below = 0 if is_last else context
    skipped = end - start - above - below
    for number in range(start, end):
        if skipped > 1 and start + above <= number < end - below:
            if number == start + above:
                yield Skipped(skipped)
            continue
        pieces = _whole(lines[number], differs=False)
        right_number = right_start + number - start
        yield Row(Line(number, pieces), Line(right_number, pieces), differs=False)


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
