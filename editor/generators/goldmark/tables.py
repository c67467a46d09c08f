"""Tables: the lines of a paragraph, from the one above a line of dashes on."""

import re

from markdown_it.rules_block import StateBlock

_DELIMITERS = re.compile(r"(?!-[ \t]|-+[ \t]*$)[-|:][-|: \t]*$")
_COLUMN = re.compile(r"[ \t]*(?P<left>:)?-+(?P<right>:)?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_ALIGNMENT = {(True, True): "center", (True, False): "left", (False, True): "right"}
_MOST_CELLS = 65_536  # that a row may lack, over all rows: a table is not to grow as the square


def table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A block rule like markdown-it's, which asks for a pipe and ends a table sooner."""
    if start_line + 1 >= end_line or state.sCount[start_line + 1] < state.blkIndent:
        return False
    if state.is_code_block(start_line) or state.is_code_block(start_line + 1):
        return False
    alignments = _alignments(_line(state, start_line + 1))
    if not alignments or len(_cells(_line(state, start_line))) != len(alignments):
        return False
    if silent:
        return True
    _push_table(state, start_line, _last_line(state, start_line + 1, end_line), alignments)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _alignments(line: str) -> list[str]:
    """The alignment of each column, "" for none, by the line of dashes; empty if it is no such."""
    if not _DELIMITERS.match(line):  # among them what underlines a heading or begins an item
        return []
    columns = line.split("|")
    if not columns[0].strip(" \t"):
        del columns[0]
    if columns and not columns[-1].strip(" \t"):
        del columns[-1]
    matches = [_COLUMN.fullmatch(column) for column in columns]
    if not all(matches):
        return []
    return [_ALIGNMENT.get((bool(m["left"]), bool(m["right"])), "") for m in matches if m]


def _cells(line: str) -> list[str]:
    line = line.strip(" \t")
    line = line.removeprefix("|")
    cells = _PIPE.split(line)
    if len(cells) > 1 and not cells[-1]:
        del cells[-1]
    return [cell.strip(" \t").replace("\\|", "|") for cell in cells] if line else []


def _last_line(state: StateBlock, line: int, end_line: int) -> int:
    """The first line behind the paragraph that goes on below `line`."""
    terminators = state.md.block.ruler.getRules("paragraph")
    kept, state.parentType = state.parentType, "paragraph"
    line += 1
    while line < end_line and not state.isEmpty(line):
        lazy = state.sCount[line] < 0 or state.sCount[line] - state.blkIndent > 3
        if not lazy and any(
            rule(state, line, end_line, True) for rule in terminators if rule is not table
        ):
            break
        line += 1
    state.parentType = kept
    return line


def _push_table(state: StateBlock, start: int, end: int, alignments: list[str]) -> None:
    opening = state.push("table_open", "table", 1)
    state.push("thead_open", "thead", 1)
    _push_row(state, start, "th", _cells(_line(state, start)), alignments)
    state.push("thead_close", "thead", -1)
    lacking = 0
    line = start + 2
    if line < end:
        state.push("tbody_open", "tbody", 1)
    while line < end and lacking <= _MOST_CELLS:
        cells = _cells(_line(state, line))
        lacking += max(0, len(alignments) - len(cells))
        _push_row(state, line, "td", cells, alignments)
        line += 1
    if start + 2 < end:
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)
    opening.map = [start, line]
    state.line = line


def _push_row(
    state: StateBlock, line: int, tag: str, cells: list[str], alignments: list[str]
) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for column, alignment in enumerate(alignments):
        opening = state.push(f"{tag}_open", tag, 1)
        if alignment and column < len(cells):
            opening.attrs["style"] = f"text-align:{alignment}"
        inline = state.push("inline", "", 0)
        inline.content = cells[column] if column < len(cells) else ""
        inline.map = [line, line + 1]
        inline.children = []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
