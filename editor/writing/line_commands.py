"""Whole lines moved, doubled, deleted, joined; the numbers of lists they are part of follow."""

from collections.abc import Sequence

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.lines import (
    Entry,
    Region,
    in_code,
    indentation,
    line_end,
    line_start,
    quote_of,
)
from editor.writing.numbering import first_numbers, renumbered


def move(text: str, start: int, end: int, by: int) -> Formatted:
    """The lines of the selection one line down (`by` 1) or up (-1), past what stands there."""
    first, last = line_start(text, start), line_end(text, _last_place(text, start, end))
    if (first == 0) if by < 0 else (last >= len(text)):
        return Formatted([], start, end)
    region, one, two = _region(text, start, end)
    other = one[0] - 1 if by < 0 else two[0] + 1
    if not 0 <= other < len(region.lines):
        above = line_start(text, first - 1) if by < 0 else first
        region = Region.of(text, above, last if by < 0 else line_end(text, last + 1))
        one, two = region.place(text, start), region.place(text, end)
        two = _left(one, two)
        other = one[0] - 1 if by < 0 else two[0] + 1
    moved = list(region.lines[one[0] : two[0] + 1])
    lines = list(region.lines)
    if by < 0:
        lines[other : two[0] + 1] = [*moved, lines[other]]
    else:
        lines[one[0] : other + 1] = [lines[other], *moved]
    return _done(text, region, lines, _down(one, by), _down(two, by), old=(one[0], two[0]), by=by)


def duplicate(text: str, start: int, end: int) -> Formatted:
    """The lines of the selection once more below themselves, with the selection there."""
    region, one, two = _region(text, start, end)
    lines = list(region.lines)
    copies = lines[one[0] : two[0] + 1]
    lines[two[0] + 1 : two[0] + 1] = copies
    by = len(copies)
    return _done(
        text, region, lines, _down(one, by), _down(two, by), old=(one[0], two[0]), by=by, fresh=by
    )


def delete(text: str, start: int, end: int) -> Formatted:
    """Without the lines of the selection; the caret keeps its column."""
    region, one, two = _region(text, start, end)
    lines = list(region.lines)
    del lines[one[0] : two[0] + 1]
    if lines:
        if not in_code(text, start):
            lines = renumbered(lines, first_numbers(region.lines))
        row = min(one[0], len(lines) - 1)
        if one[0] < len(lines) or region.start + region.length >= len(text):
            return region.changed_to(text, lines, (row, one[1]), (row, one[1]))
    first, last = line_start(text, start), line_end(text, _last_place(text, start, end))
    if last < len(text):
        return Formatted([Edit(first, last + 1, "")], *_at_column(text, last + 1, one[1], first))
    above = max(0, first - 1)
    return Formatted([Edit(above, last, "")], above, above)


def join(text: str, start: int, end: int) -> Formatted:
    """The caret's line and the next, or the lines of the selection, as one, a blank between."""
    last = _last_place(text, start, end)
    changes: list[Edit] = []
    caret, gone = end, 0
    place = line_end(text, start)
    while place < len(text) and (not changes or place < last):
        following = line_end(text, place + 1)
        line = text[place + 1 : following]
        words = place + 1 + len(_mark_of(line))
        before = place - len(_trailing_blanks(text[line_start(text, place) : place]))
        blank = " " if words < following and before > line_start(text, place) else ""
        changes.append(Edit(before, words, blank))
        caret = before - gone
        gone += words - before - len(blank)
        place = following
    if start < end:
        return Formatted(changes, start, max(start, end - gone))
    return Formatted(changes, caret, caret)


def _mark_of(line: str) -> str:
    """What a line starts with that it does not need in the middle of another."""
    quote = quote_of(line)
    entry = Entry.of(line[len(quote) :])
    return quote + (entry.start if entry else indentation(line[len(quote) :]))


def _trailing_blanks(line: str) -> str:
    return line[len(line.rstrip(" \t")) :]


def _last_place(text: str, start: int, end: int) -> int:
    """The end of a selection, or before the line end where it ends behind one."""
    return end - 1 if end > start and line_start(text, end) == end else end


def _region(text: str, start: int, end: int) -> tuple[Region, tuple[int, int], tuple[int, int]]:
    last = _last_place(text, start, end)
    region = Region.list_around(text, start, last)
    one, two = region.place(text, start), region.place(text, last)
    return region, one, two if last == end else (two[0], len(region.lines[two[0]]))


def _left(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    return (two[0] - 1, two[1]) if two[1] == 0 and two[0] > one[0] else two


def _down(place: tuple[int, int], by: int) -> tuple[int, int]:
    return place[0] + by, place[1]


def _at_column(text: str, line: int, column: int, new_line: int) -> tuple[int, int]:
    place = new_line + min(column, line_end(text, line) - line)
    return place, place


def _done(
    text: str,
    region: Region,
    lines: Sequence[str],
    one: tuple[int, int],
    two: tuple[int, int],
    *,
    old: tuple[int, int],
    by: int,
    fresh: int = 0,
) -> Formatted:
    """The region with `lines`, renumbered; `old` lines were moved by `by`, `fresh` of them new."""
    new = list(lines)
    if not in_code(text, region.start):
        copies = range(old[0] + by, old[0] + by + fresh)
        new = renumbered(new, first_numbers(region.lines), copies)
    places = [
        (row, max(0, column + len(new[row]) - len(lines[row])) if column else 0)
        for row, column in (one, two)
    ]
    return region.changed_to(text, new, places[0], places[1])
