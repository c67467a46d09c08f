"""Tables of Markdown: their cells, rows and columns, as the post's dialect reads them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from editor.formatting import Formatted
from editor.writing.carets import Command
from editor.writing.dialects import Manner
from editor.writing.insertions import below_line
from editor.writing.lines import Region, in_code, indentation, line_end, line_start, quote_of

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_TIDY_DASHES = re.compile(r" :?-+:? \Z")
_NARROWEST = 3  # dashes of a column
_MOST_ROWS = 500  # of a table looked at, on each side of the caret
_MOST_COLUMNS = 100
_SIDES = {"left": (":", ""), "centre": (":", ":"), "right": ("", ":"), "": ("", "")}


@dataclass(frozen=True)
class Row:
    """A line of a table: the text of its cells as it stands, with the blanks around."""

    indent: str
    cells: Sequence[str]
    opens: bool = True  # with a pipe before the first cell
    closes: bool = True  # with a pipe behind the last

    @classmethod
    def of(cls, line: str, manner: Manner) -> Self:
        """The cells of `line`. A pipe behind a backslash ends none."""
        indent = indentation(line)
        rest = line[len(indent) :].rstrip()
        pipes = _pipes(rest, manner)
        opens = bool(pipes) and pipes[0] == 0
        closes = len(pipes) > opens and pipes[-1] == len(rest) - 1
        inner = pipes[1 if opens else 0 : len(pipes) - 1 if closes else len(pipes)]
        ends = [*inner, len(rest) - closes]
        starts = [int(opens), *(pipe + 1 for pipe in inner)]
        cells = [rest[start:end] for start, end in zip(starts, ends, strict=True)]
        return cls(indent, cells, opens, closes)

    @property
    def text(self) -> str:
        """The line."""
        return self.indent + "|" * self.opens + "|".join(self.cells) + "|" * self.closes

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    def cell_at(self, column: int) -> int:
        """The number of the cell at a column of the line."""
        end = len(self.indent) + self.opens
        for number, cell in enumerate(self.cells):
            end += len(cell) + 1
            if column < end:
                return number
        return len(self.cells) - 1

    def span(self, number: int) -> tuple[int, int]:
        """From where to where in the line the words of a cell stand."""
        cell = self.cells[number]
        start = len(self.indent) + self.opens + sum(len(each) + 1 for each in self.cells[:number])
        words = cell.strip(" \t")
        if not words:
            return (start + min(1, len(cell)),) * 2
        start += len(cell) - len(cell.lstrip(" \t"))
        return start, start + len(words)


@dataclass(frozen=True)
class Table:
    """The table around a caret."""

    region: Region
    rows: Sequence[Row]
    delimiter: int  # the row of dashes; -1 in one without a head, as kramdown has them
    row: int  # where the caret is
    cell: int
    column: int  # of the line

    @classmethod
    def around(cls, text: str, place: int, manner: Manner) -> Self | None:
        """The table that `place` is in, or None."""
        first, last = line_start(text, place), line_end(text, place)
        line = text[first:last]
        if "|" not in line or in_code(text, place):
            return None
        quote = quote_of(line)
        for _ in range(_MOST_ROWS):
            above = line_start(text, first - 1)
            if first == 0 or not _is_row(text[above : first - 1], quote, manner):
                break
            first = above
        for _ in range(_MOST_ROWS):
            below = line_end(text, last + 1)
            if last >= len(text) or not _is_row(text[last + 1 : below], quote, manner):
                break
            last = below
        region = Region.of(text, first, last, quote)
        if not _is_row(line, quote, manner):
            return None
        delimiter = next((n for n, each in enumerate(region.lines) if _is_delimiter(each)), -1)
        rows = [Row.of(each, manner) for each in region.lines]
        if delimiter < 0 and not (manner.code_hides_pipes and all(row.opens for row in rows[:2])):
            return None
        if delimiter == 0 or len(rows) < 2:  # lines with pipes in them, no table yet
            return None
        row, column = region.place(text, place)
        return cls(region, rows, delimiter, row, rows[row].cell_at(column), column)

    @property
    def columns(self) -> int:
        """How many columns the head has, or the widest row of a table without one."""
        if self.delimiter >= 0:
            return len(self.rows[self.delimiter].cells)
        return max(len(row.cells) for row in self.rows)

    @property
    def is_tidy(self) -> bool:
        """Whether its columns stand one below the other; the caret's row may be in the writing."""
        others = [row for number, row in enumerate(self.rows) if number != self.row]
        if self.delimiter >= 0:
            dashes = self.rows[self.delimiter].cells
            if not all(_TIDY_DASHES.match(cell) for cell in dashes):
                return False
        widths = {tuple(width_of(cell) for cell in row.cells) for row in others}
        return len(widths) == 1 and all(row.opens and row.closes for row in self.rows)

    def changed(self, text: str, rows: Sequence[Row], row: int, cell: int) -> Formatted:
        """The table with these rows, tidy if it was; the words of a cell are selected."""
        if self.is_tidy and rows:
            moved = next((n for n, each in enumerate(rows) if _is_delimiter(each.text)), -1)
            rows = tidied(rows, moved)
        return self.selected(text, rows, row, cell)

    def selected(self, text: str, rows: Sequence[Row], row: int, cell: int) -> Formatted:
        """The table with these rows as they are; the words of a cell are selected."""
        start, end = rows[row].span(min(cell, len(rows[row].cells) - 1))
        lines = [
            old if number < len(self.rows) and each is self.rows[number] else each.text
            for number, (each, old) in enumerate(
                zip(rows, [*self.region.lines, *[""] * len(rows)], strict=False)
            )
        ]
        return self.region.changed_to(text, lines, (row, start), (row, end))


def width_of(text: str) -> int:
    """How many columns of a fixed font `text` takes: none for combining signs, two for wide ones.

    Source: Unicode Standard Annex #11, East Asian Width.
    """
    return sum(
        0
        if unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def tidied(rows: Sequence[Row], delimiter: int) -> list[Row]:
    """The rows with each column as wide as its widest cell, its words on their side."""
    count = max(len(row.cells) for row in rows)
    sides = [_side(cell) for cell in rows[delimiter].cells] if delimiter >= 0 else []
    sides += [""] * (count - len(sides))
    filled = [_filled_up(row, count) for row in rows]
    widths = [
        max(
            _NARROWEST,
            *(
                width_of(row.cells[column].strip())
                for number, row in enumerate(filled)
                if number != delimiter
            ),
            0,
        )
        for column in range(count)
    ]
    tidy = []
    for number, row in enumerate(filled):
        make = _dashes if number == delimiter else _padded
        cells = [
            f" {make(cell.strip(), side, width)} "
            for cell, side, width in zip(row.cells, sides, widths, strict=True)
        ]
        tidy.append(replace(row, cells=cells, opens=True, closes=True))
    return tidy


def tidy(text: str, table: Table) -> Formatted:
    """The table with its columns one below the other."""
    return table.selected(text, tidied(table.rows, table.delimiter), table.row, table.cell)


def next_cell(text: str, table: Table) -> Formatted:
    """To the next cell; behind the last one a new row is made."""
    if table.row != table.delimiter and table.cell + 1 < len(table.rows[table.row].cells):
        return table.changed(text, table.rows, table.row, table.cell + 1)
    return _to_row(text, table, 0)


def cell_before(text: str, table: Table) -> Formatted:
    """To the cell before; from the first one nowhere."""
    if table.cell > 0 and table.row != table.delimiter:
        return table.changed(text, table.rows, table.row, table.cell - 1)
    row = table.row - 1
    if row == table.delimiter:
        row -= 1
    if row < 0:
        return table.changed(text, table.rows, 0, 0)
    return table.changed(text, table.rows, row, len(table.rows[row].cells) - 1)


def cell_below(text: str, table: Table) -> Formatted:
    """To the cell below; below the last row a new one is made, and left again where it is empty."""
    is_last = table.row == len(table.rows) - 1
    if is_last and table.rows[table.row].is_blank and table.row > table.delimiter + 1:
        lines = [*table.region.lines[:-1], "", ""]  # words right below would be a row
        below = (table.row + 1, 0)
        return table.region.changed_to(text, lines, below, below)
    return _to_row(text, table, table.cell)


def cell_below_words(text: str, table: Table) -> Formatted | None:
    """As `cell_below`; before the first pipe of a line, or behind its last, Enter is just Enter."""
    line = table.region.lines[table.row]
    is_outside = table.column <= len(indentation(line)) or (
        table.rows[table.row].closes and table.column >= len(line.rstrip())
    )
    return None if is_outside else cell_below(text, table)


def add_row(text: str, table: Table, below: int) -> Formatted:
    """An empty row below the caret's (`below` 1) or above it (0), never above the head's dashes."""
    place = max(table.row + below, table.delimiter + 1)
    rows = [*table.rows[:place], _empty(table), *table.rows[place:]]
    return table.changed(text, rows, place, table.cell)


def delete_row(text: str, table: Table) -> Formatted:
    """Without the caret's row; head and dashes stay."""
    if table.row <= table.delimiter or len(table.rows) == 1:
        return table.selected(text, table.rows, table.row, table.cell)
    rows = [*table.rows[: table.row], *table.rows[table.row + 1 :]]
    row = min(table.row, len(rows) - 1)
    return table.selected(text, rows, row - (row == table.delimiter), table.cell)


def move_row(text: str, table: Table, by: int) -> Formatted:
    """The caret's row one further down or up, among those below the head."""
    other = table.row + by
    if table.row <= table.delimiter or not table.delimiter < other < len(table.rows):
        return table.selected(text, table.rows, table.row, table.cell)
    rows = list(table.rows)
    rows[table.row], rows[other] = rows[other], rows[table.row]
    return table.selected(text, rows, other, table.cell)


def add_column(text: str, table: Table, behind: int) -> Formatted:
    """An empty column behind the caret's (1) or before it (0)."""
    if table.columns >= _MOST_COLUMNS:
        return table.selected(text, table.rows, table.row, table.cell)
    place = table.cell + behind
    rows = []
    for number, row in enumerate(table.rows):
        cells = list(_filled_up(row, min(place, table.columns)).cells)
        cells.insert(place, " --- " if number == table.delimiter else "     ")
        rows.append(replace(row, cells=cells, opens=True, closes=True))
    return table.changed(text, rows, table.row, place)


def delete_column(text: str, table: Table) -> Formatted:
    """Without the caret's column; the last one stays."""
    if table.columns < 2:
        return table.selected(text, table.rows, table.row, table.cell)
    rows = [
        replace(row, cells=[*row.cells[: table.cell], *row.cells[table.cell + 1 :]] or [" "])
        for row in table.rows
    ]
    return table.changed(text, rows, table.row, max(0, min(table.cell, table.columns - 2)))


def align(text: str, table: Table, side: str) -> Formatted:
    """The caret's column to the "left", "centre" or "right"; where it is, to no side."""
    if table.delimiter < 0:
        return table.selected(text, table.rows, table.row, table.cell)
    row = _filled_up(table.rows[table.delimiter], table.cell + 1)
    cells = list(row.cells)
    cell = cells[table.cell]
    chosen = "" if _side(cell) == side else side
    width = max(_NARROWEST, len(cell.strip()))
    cells[table.cell] = cell.replace(cell.strip(), _dashes("", chosen, width)) or " --- "
    rows = list(table.rows)
    rows[table.delimiter] = replace(row, cells=cells)
    return table.changed(text, rows, table.row, table.cell)


def new_table(text: str, start: int, end: int, rows: int, columns: int) -> Formatted:
    """An empty table below the caret's line, its head among the `rows`; the caret in it."""
    empty = f"|{'     |' * columns}"
    lines = [empty, f"|{' --- |' * columns}", *[empty] * (rows - 1)]
    del start
    return below_line(text, end, "\n".join(lines), 2)


def table_of_head(text: str, start: int, end: int) -> Formatted | None:
    """The dashes and a first row below a line `| a | b |` alone; None where there is none."""
    first, last = line_start(text, start), line_end(text, start)
    line = text[first:last]
    quote = quote_of(line)
    head = Row.of(line[len(quote) :], Manner())
    is_head = head.opens and head.closes and len(head.cells) > 1 and not head.is_blank
    around = text[line_start(text, first - 1) : first] + text[last + 1 : line_end(text, last + 1)]
    if start != end or end != last or not is_head or "|" in around or in_code(text, start):
        return None
    region = Region.of(text, first, last, quote)
    rows = [
        head,
        replace(head, cells=[" --- "] * len(head.cells)),
        replace(head, cells=["     "] * len(head.cells)),
    ]
    return Table(region, rows, 1, 0, 0, 0).changed(text, tidied(rows, 1), 2, 0)


def in_table(change: Callable[..., Formatted | None], manner: Manner, *last: object) -> Command:
    """The command that makes `change` to the table around the caret; elsewhere it does nothing."""

    def command(text: str, _start: int, end: int) -> Formatted | None:
        table = Table.around(text, end, manner)
        return None if table is None else change(text, table, *last)

    return command


def _to_row(text: str, table: Table, cell: int) -> Formatted:
    row = table.row + 1
    if row == table.delimiter:
        row += 1
    if row < len(table.rows):
        return table.changed(text, table.rows, row, cell)
    return table.changed(text, [*table.rows, _empty(table)], len(table.rows), cell)


def _empty(table: Table) -> Row:
    """A row as wide as the others, without words."""
    like = table.rows[table.row]
    if table.row <= table.delimiter or len(like.cells) != table.columns:
        like = _filled_up(table.rows[max(table.delimiter, 0)], table.columns)
    cells = ["  "] * len(like.cells)
    return replace(like, cells=cells, opens=True, closes=True)


def _filled_up(row: Row, count: int) -> Row:
    lack = count - len(row.cells)
    return replace(row, cells=[*row.cells, *["  "] * lack]) if lack > 0 else row


def _pipes(line: str, manner: Manner) -> list[int]:
    """Where the pipes stand that end cells."""
    pipes, place = [], 0
    while place < len(line):
        sign = line[place]
        if sign == "\\":
            place += 2
            continue
        if sign == "`" and manner.code_hides_pipes:
            run = len(line[place:]) - len(line[place:].lstrip("`"))
            closing = re.search(rf"(?<!`)`{{{run}}}(?!`)", line[place + run :])
            place += run + (closing.end() if closing else 0)
            continue
        if sign == "|":
            pipes.append(place)
        place += 1
    return pipes


def _is_row(line: str, quote: str, manner: Manner) -> bool:
    return line.startswith(quote) and bool(_pipes(line[len(quote) :], manner))


def _is_delimiter(line: str) -> bool:
    return "|" in line and bool(_DELIMITER.match(line))


def _side(cell: str) -> str:
    dashes = cell.strip()
    ends = (":" * dashes.startswith(":"), ":" * dashes.endswith(":"))
    return next(side for side, signs in _SIDES.items() if signs == ends)


def _dashes(_cell: str, side: str, width: int) -> str:
    before, after = _SIDES[side]
    return before + "-" * (width - len(before) - len(after)) + after


def _padded(cell: str, side: str, width: int) -> str:
    blanks = width - width_of(cell)
    before = {"right": blanks, "centre": blanks // 2}.get(side, 0)
    return " " * before + cell + " " * (blanks - before)
