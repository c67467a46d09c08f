"""Tables: consecutive lines that each hold a pipe.

Source: https://kramdown.gettalong.org/syntax.html#tables
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.generators.kramdown.code_spans import code_spans
from editor.generators.kramdown.document import Document
from editor.generators.kramdown.patterns import SPACE
from editor.generators.kramdown.span_reader import without_code
from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_PIPE = r"(?:\||[^\n]*?[^\\\n]\|)"
_START = re.compile(rf" {{0,3}}(?=[^ \t\r\f\v\n]){_PIPE}")
_LINE = re.compile(rf"{_PIPE}[^\n]*\n")
_SEPARATOR = re.compile(r"(?=[+|: \t]*-)[+|: \t-]*+\n")
_FOOT_SEPARATOR = re.compile(r"(?=[+|: \t]*=)[+|: \t=]*+\n")
_ALIGNMENT = re.compile(r"(:?)-+(:?)")
_HAS_PIPE = re.compile(_PIPE)
_MOST_CELLS = 100_000  # beyond, short rows are not filled up


def read_table(reader: "BlockReader") -> bool:
    if not reader.is_after_boundary or not reader.match(_START):
        return False
    start = at = reader.position
    lines = []
    while line := _LINE.match(reader.text, at):
        lines.append(line[0])
        at = line.end()
    listed, reader.pending = reader.pending, None  # lost where this is no table after all
    if not reader.is_boundary(at) or not _every_line_has_pipe(
        reader.document, reader.text[start : at - 1]
    ):
        return False
    table = _table(lines)
    if not any(part.value == "tbody" for part in table.children):
        return False
    reader.position = at
    reader.pending = listed
    reader.add(table)
    return True


def _table(lines: list[str]) -> Element:
    table = Element(Kind.TABLE)
    rows: list[Element] = []
    has_pipe_first = lines[0].lstrip(SPACE).startswith("|")
    has_foot = False

    def end_part(name: str) -> None:
        table.children.append(Element(Kind.TABLE_PART, name, children=rows[:]))
        rows.clear()

    for line in lines:
        if _SEPARATOR.match(line):
            if not rows:
                continue
            if not table.alignment and not has_foot:
                end_part("thead")
                table.alignment = [_align(*match) for match in _ALIGNMENT.findall(line)]
            elif not has_foot:
                end_part("tbody")
        elif _FOOT_SEPARATOR.match(line):
            if rows:
                end_part("tbody")
            has_foot = True
        else:
            rows.append(_row(line.rstrip(" \t\n"), has_pipe_first))
    if rows:
        end_part("tfoot" if has_foot else "tbody")
    _fill_up(table)
    return table


def _align(left: str, right: str) -> str:
    if left:
        return "center" if right else "left"
    return "right" if right else ""


def _row(line: str, has_pipe_first: bool) -> Element:
    cells = _cells(line)
    if has_pipe_first and not cells[0].strip(SPACE):
        del cells[0]
    if cells and not cells[-1].strip(SPACE):
        del cells[-1]
    row = Element(Kind.ROW)
    for text in cells:
        cell = Element(Kind.CELL)
        cell.add_text(text.strip(SPACE + "\0"))
        row.children.append(cell)
    return row


_CODE_ELEMENT = re.compile(r"(<code[^\n]*?>[^\n]*?</code>)")
_BARE_PIPE = re.compile(r"(?<!\\)\|")


def _cells(line: str) -> list[str]:
    """`line` split at its pipes, save those in code."""
    cells = [""]
    for is_code, text in _without_code(line):
        if is_code:
            cells[-1] += text
        else:
            first, *others = (cell.replace(r"\|", "|") for cell in _BARE_PIPE.split(text))
            cells[-1] += first
            cells.extend(others)
    return cells


def _without_code(line: str) -> Iterator[tuple[bool, str]]:
    if "`" not in line and "<code" not in line:
        yield False, line
        return
    for number, part in enumerate(_CODE_ELEMENT.split(line)):
        if number % 2:
            yield True, part
        else:
            yield from code_spans(part)


def _every_line_has_pipe(document: Document, text: str) -> bool:
    """Whether each line has a pipe outside of code, so that it is a row."""
    has_pipe = False
    pieces = without_code(document, text) if "`" in text or "<" in text else [(False, text)]
    for is_code, part in pieces:
        lines = part.rstrip("\n").split("\n")
        if is_code:
            if len(lines) > 2 or (len(lines) == 2 and not has_pipe):
                return has_pipe
            has_pipe = has_pipe and len(lines) < 2
        else:
            if len(lines) > 1 and not has_pipe and not _HAS_PIPE.match(lines[0]):
                return False
            has_pipe = (has_pipe and len(lines) < 2) or bool(_HAS_PIPE.match(lines[-1]))
    return has_pipe


def _fill_up(table: Element) -> None:
    """Give all rows the number of cells of the longest."""
    rows = [row for part in table.children for row in part.children]
    columns = max((len(row.children) for row in rows), default=0)
    if columns * len(rows) <= _MOST_CELLS:
        for row in rows:
            row.children.extend(Element(Kind.CELL) for _ in range(columns - len(row.children)))
    table.alignment = table.alignment[:columns]
