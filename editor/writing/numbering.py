"""The numbers of ordered lists, made to follow each other again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from editor.writing.lines import Entry, indentation, indented, width


@dataclass
class _List:
    column: int
    text_column: int  # of its last entry
    delimiter: str  # the sign behind the numbers, or the bullet
    entries: list[int] = field(default_factory=list)  # lines


def first_numbers(lines: Sequence[str]) -> Mapping[int, int]:
    """For each column of markers the lowest number that an ordered list has there."""
    lowest: dict[int, int] = {}
    for entries in _lists(lines):
        for line in entries:
            entry = Entry.of(lines[line])
            if entry is not None and entry.number is not None:
                known = lowest.get(entry.column, entry.number)
                lowest[entry.column] = min(known, entry.number)
    return lowest


def renumbered(
    lines: Sequence[str], before: Mapping[int, int], fresh: Collection[int] = ()
) -> list[str]:
    """`lines` with the numbers of each ordered list one after the other.

    A list starts as it did `before` (see `first_numbers`); `fresh` lines have no number of their
    own yet. A list whose numbers are all the same stays so. Where a number gets longer, what
    belongs to its entry moves with its words.
    """
    new = list(lines)
    for entries in _lists(lines):
        read = {line: Entry.of(lines[line]) for line in entries}
        numbers = [e.number for n, e in read.items() if e and e.number is not None]
        old = [e.number for n, e in read.items() if e and e.number is not None and n not in fresh]
        if not numbers:
            continue
        first = Entry.of(lines[entries[0]])
        known = before.get(first.column) if first else None
        start = min(old) if old else 1
        if known is not None and known < start and old:
            start = known
        step = 0 if len(old) > 1 and len(set(old)) == 1 else 1
        for place, line in enumerate(entries):
            _set_number(new, line, start + step * place)
    return new


def _set_number(lines: list[str], number: int, value: int) -> None:
    entry = Entry.of(lines[number])
    if entry is None:
        return
    other = entry.numbered(value)
    lines[number] = other.start + lines[number][len(entry.start) :]
    by = len(other.marker) - len(entry.marker)
    if by == 0:
        return
    for place in range(number + 1, len(lines)):
        line = lines[place]
        if line.strip() and width(indentation(line)) < entry.text_column:
            break
        lines[place] = indented(line, by)


def _lists(lines: Sequence[str]) -> list[list[int]]:
    """The lists in `lines`, each as the lines of its entries; lines inside fences are none."""
    found: list[_List] = []
    open_: list[_List] = []
    fence, was_blank = "", False
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare[:3] in ("```", "~~~") and (not fence or bare.startswith(fence)):
            fence = "" if fence else bare[:3]
        if fence or not bare:
            was_blank = was_blank or not bare
            continue
        column, entry = width(indentation(line)), Entry.of(line)
        if entry is None:
            while open_ and was_blank and column < open_[-1].text_column:
                open_.pop()
        else:
            _add(entry, number, open_, found)
        was_blank = False
    return [each.entries for each in found]


def _add(entry: Entry, number: int, open_: list[_List], found: list[_List]) -> None:
    while open_ and entry.column < open_[-1].column:
        open_.pop()
    top = open_[-1] if open_ else None
    if top is None or entry.column >= top.text_column or entry.marker[-1] != top.delimiter:
        if top is not None and entry.column < top.text_column:
            open_.pop()
        top = _List(entry.column, entry.text_column, entry.marker[-1])
        open_.append(top)
        found.append(top)
    top.text_column = entry.text_column
    top.entries.append(number)
