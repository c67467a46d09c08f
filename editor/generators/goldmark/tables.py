"""Tables: the lines of a paragraph, from the one above a line of dashes on."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from editor.generators.markdown_it.links import BELOW_DEFINITION
from editor.generators.markdown_it.spaces import lheading_with_edges, paragraph_with_edges

_DELIMITERS = re.compile(r"(?!-[ \t]|-+[ \t]*$)[-|:][-|: \t]*$")
_DASHES = re.compile(r"-{2,}[ \t]*$")
_COLUMN = re.compile(r"[ \t]*(?P<left>:)?-+(?P<right>:)?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_ALIGNMENT = {(True, True): "center", (True, False): "left", (False, True): "right"}
_MOST_CELLS = 65_536  # that a row may lack, over all rows: a table is not to grow as the square


def use_tables(markdown: MarkdownIt) -> None:
    """Have paragraphs, and what would be headings underlined, end in tables."""
    rules = markdown.block.ruler
    rules.at("paragraph", _with_tables(paragraph_with_edges), {"alt": [BELOW_DEFINITION]})
    rules.at("lheading", _with_tables(lheading_with_edges), {"alt": [BELOW_DEFINITION]})


def first_table(state: StateBlock, start_line: int, end_line: int) -> int | None:
    """The first line of the table that the lines of a paragraph hold, or None."""
    for line in range(start_line + 1, end_line):
        if state.is_code_block(line):
            continue
        delimiters = _line(state, line)
        # Dashes alone underline a heading, save where the line is lazy.
        is_lazy = state.sCount[line] < state.blkIndent
        alignments = [""] if is_lazy and _DASHES.match(delimiters) else _alignments(delimiters)
        if alignments:
            # The names of the last columns may be missing.
            fits = 0 < len(_cells(_line(state, line - 1))) <= len(alignments)
            return line - 1 if fits else None
    return None


_Rule = Callable[[StateBlock, int, int, bool], bool]


def _with_tables(rule: _Rule) -> _Rule:
    def parting(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        pushed = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            inline = state.tokens[-2]
            behind = inline.map[1] if inline.map else state.line
            table = first_table(state, start_line, behind)
            if table is not None:
                del state.tokens[pushed:]
                if table > start_line:
                    _push_paragraph(state, start_line, table)
                _push_table(state, table, behind)
                state.line = behind  # what would underline a heading is read anew
        return True

    return parting


def _push_paragraph(state: StateBlock, start: int, end: int) -> None:
    state.push("paragraph_open", "p", 1).map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, end, state.blkIndent, False).strip(" \t\n")
    inline.map = [start, end]
    inline.children = []
    state.push("paragraph_close", "p", -1)


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
    if not line:
        return []
    cells = _PIPE.split(line.removeprefix("|"))
    if len(cells) > 1 and not cells[-1]:
        del cells[-1]
    return [cell.strip(" \t").replace("\\|", "|") for cell in cells]


def _push_table(state: StateBlock, start: int, end: int) -> None:
    alignments = _alignments(_line(state, start + 1)) or [""]
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
    opening.map = [start, end]


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
