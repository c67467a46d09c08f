"""What Enter, Tab and Shift+Tab do in lists and block quotes."""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.lines import (
    TAB,
    Entry,
    Region,
    end_of_entry,
    in_code,
    indentation,
    indented,
    line_end,
    line_start,
    quote_of,
    width,
)
from editor.writing.numbering import first_numbers, renumbered


def enter(text: str, start: int, end: int) -> Formatted | None:
    """A new line that goes on with the list, the quote, the task or the indentation of this one.

    An entry without words ends its list, or goes one level up; None where Enter is just Enter.
    """
    if start != end:
        return None
    first, last = line_start(text, start), line_end(text, start)
    line = text[first:last]
    if in_code(text, start):
        return _indented_line(text, start, indentation(line[: start - first]))
    quote = quote_of(line)
    entry = Entry.of(line[len(quote) :])
    if entry is not None and start >= first + len(quote) + len(entry.start.rstrip()):
        words = line[len(quote) + len(entry.start) :].strip()
        return _next_entry(text, start) if words else _end_list(text, start)
    if quote and start >= first + len(quote.rstrip()):
        if not line[len(quote) :].strip():
            # A blank line between: words right below would be part of the quote.
            return Formatted([Edit(first, last, "\n")], first + 1, first + 1)
        return _typed(text, start, "\n" + quote.rstrip() + " " + indentation(line[len(quote) :]))
    if line and not line.strip() and start == last:
        return Formatted([Edit(first, last, "\n")], first + 1, first + 1)
    blanks = indentation(line)
    return _indented_line(text, start, blanks) if start >= first + len(blanks) else None


def soft_enter(text: str, start: int, end: int) -> Formatted:
    """A new line inside the same paragraph: of the same entry or quote, without a new marker."""
    first = line_start(text, start)
    line = text[first : line_end(text, start)]
    quote = quote_of(line) if start > first else ""
    rest = line[len(quote) : max(len(quote), start - first)]
    entry = None if in_code(text, start) else Entry.of(rest)
    blanks = " " * entry.text_column if entry else indentation(rest)
    marks = quote.rstrip() + " " if quote else ""
    new = "\n" + marks + blanks
    return Formatted([Edit(start, end, new)], start + len(new), start + len(new))


def tab(text: str, start: int, end: int) -> Formatted:
    """Nest the entries of the selection one level deeper, or indent its lines, or the caret."""
    region = Region.list_around(text, start, end)
    one, two = region.place(text, start), region.place(text, end)
    entry = Entry.of(region.lines[one[0]])
    if entry is not None and not in_code(text, start):
        return _nested(text, region, one, two)
    if start != end and one[0] != two[0]:
        return _shifted(text, start, end, TAB)
    column = width(text[line_start(text, start) : start])
    blanks = " " * (TAB - column % TAB)
    return Formatted([Edit(start, end, blanks)], start + len(blanks), start + len(blanks))


def back_tab(text: str, start: int, end: int) -> Formatted:
    """Take the entries of the selection one level up, or its lines to the left."""
    region = Region.list_around(text, start, end)
    one, two = region.place(text, start), region.place(text, end)
    entry = Entry.of(region.lines[one[0]])
    if entry is None or in_code(text, start):
        return _shifted(text, start, end, -TAB)
    by = _column_above(region.lines, one[0], entry) - entry.column
    return _moved(text, region, one, two, by)


def _typed(text: str, place: int, new: str) -> Formatted:
    """`new` typed at `place`; blanks right behind it, up to words, give way to it."""
    end = place + len(indentation(text[place : line_end(text, place)]))
    return Formatted([Edit(place, end, new)], place + len(new), place + len(new))


def _indented_line(text: str, place: int, blanks: str) -> Formatted | None:
    return _typed(text, place, "\n" + blanks) if blanks else None


def _next_entry(text: str, place: int) -> Formatted:
    region = Region.list_around(text, place, place)
    number, column = region.place(text, place)
    line = region.lines[number]
    entry = Entry.of(line)
    assert entry is not None
    column = max(column, len(entry.start))
    task = "[ ] " if entry.task else ""
    following = replace(entry.numbered((entry.number or 0) + 1), gap=entry.gap or " ", task=task)
    words = line[column:].lstrip(" \t")
    lines = [*region.lines[:number], line[:column], following.start + words]
    lines += region.lines[number + 1 :]
    before = first_numbers(region.lines)
    lines = renumbered(lines, before, {number + 1})
    made = Entry.of(lines[number + 1])
    caret = (number + 1, len(made.start) if made else len(following.start))
    return region.changed_to(text, lines, caret, caret)


def _end_list(text: str, place: int) -> Formatted:
    """Take an empty entry one level up; out of its list, a blank line and the caret below it.

    Words right below a list would be part of its last entry, as every dialect reads them.
    """
    region = Region.list_around(text, place, place)
    number, _ = region.place(text, place)
    entry = Entry.of(region.lines[number])
    assert entry is not None
    above = _entry_above(region.lines, number, below=entry.column)
    lines = list(region.lines)
    before = first_numbers(region.lines)
    lines[number : number + 1] = ["", ""] if above is None else [_like(above, entry)]
    lines = renumbered(lines, before, {number})
    row = number + 1 if above is None else number
    caret = (row, len(lines[row]))
    return region.changed_to(text, lines, caret, caret)


def _like(above: Entry, entry: Entry) -> str:
    task = "[ ] " if entry.task and above.task else ""
    return replace(above.numbered((above.number or 0) + 1), task=task).start


def _entry_above(lines: Sequence[str], number: int, below: int) -> Entry | None:
    """The nearest entry above line `number` whose marker stands left of the column `below`."""
    for line in reversed(lines[:number]):
        entry = Entry.of(line)
        if entry is not None and entry.column < below:
            return entry
    return None


def _column_above(lines: Sequence[str], number: int, entry: Entry) -> int:
    above = _entry_above(lines, number, entry.column)
    return above.column if above else 0


def _nested(text: str, region: Region, one: tuple[int, int], two: tuple[int, int]) -> Formatted:
    """The entries one level deeper, under the words of the entry before them."""
    entry = Entry.of(region.lines[one[0]])
    assert entry is not None
    for line in reversed(region.lines[: one[0]]):
        above = Entry.of(line)
        if above is not None and above.column <= entry.column:
            break
    else:
        above = None
    if above is None or entry.column >= above.text_column:  # nothing that it could stand under
        return region.changed_to(text, region.lines, one, two)
    return _moved(text, region, one, two, above.text_column - entry.column)


def _moved(
    text: str, region: Region, one: tuple[int, int], two: tuple[int, int], by: int
) -> Formatted:
    last = two[0] - 1 if two[0] > one[0] and two[1] == 0 else two[0]
    end = max(last + 1, end_of_entry(region.lines, last))
    lines = list(region.lines)
    before = first_numbers(lines)
    first = Entry.of(lines[one[0]])
    moved = []  # they start a list, or join one: their numbers count no longer
    for number in range(one[0], end):
        entry = Entry.of(lines[number])
        if entry is not None and first is not None and entry.column == first.column:
            moved.append(number)
        lines[number] = indented(lines[number], by)
    lines = renumbered(lines, before, moved if by else ())
    places = [
        (line, max(0, column + _grown(region.lines[line], lines[line])) if column else 0)
        for line, column in (one, two)
    ]
    return region.changed_to(text, lines, places[0], places[1])


def _grown(old: str, new: str) -> int:
    return len(new) - len(old)


def _shifted(text: str, start: int, end: int, by: int) -> Formatted:
    """The lines of a selection moved `by` columns; one that ends at a line's start leaves it."""
    last = end - 1 if end > start and line_start(text, end) == end else end
    region = Region.of(text, start, last)
    lines = [indented(line, by) for line in region.lines]
    one, two = region.place(text, start), region.place(text, last)
    places = [
        (line, max(0, column + _grown(region.lines[line], lines[line])) if column else 0)
        for line, column in (one, two)
    ]
    done = region.changed_to(text, lines, places[0], places[1])
    return replace(done, end=done.end + (end - last)) if end != last else done
