"""Definition lists: each line of a paragraph is a term where a line below it begins with `: `."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from editor.generators.goldmark.tables import first_table
from editor.generators.markdown_it.links import BELOW_DEFINITION

_KEY = "goldmark.definitions"


def use_definition_lists(markdown: MarkdownIt) -> None:
    rules = markdown.block.ruler
    rules.before(
        "paragraph", "definition_list", _definition_list, {"alt": ["paragraph", BELOW_DEFINITION]}
    )


def _definition_list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    indents: list[int] = state.env.setdefault(_KEY, [])  # of the lists around
    if silent:
        is_marked = state.sCount[start_line] in (state.blkIndent, *indents)
        return is_marked and _has_mark(state, start_line)
    marked = _line_of_definition(state, start_line, end_line)
    if marked is None:
        return False
    opening = state.push("dl_open", "dl", 1)
    indents.append(state.blkIndent)
    terms, line = start_line, start_line
    while marked is not None:
        _push_terms(state, terms, marked)
        line = marked
        while line < end_line and _is_marked(state, line):
            line = _push_description(state, line, end_line)
            blank_from = line
            line = state.skipEmptyLines(line)
        terms = line
        marked = None
        if line < end_line and state.sCount[line] >= state.blkIndent:
            marked = _line_of_definition(state, line, end_line)
        if marked is None:
            line = blank_from
    indents.pop()
    state.line = line
    opening.map = [start_line, line]
    state.push("dl_close", "dl", -1)
    return True


def _is_marked(state: StateBlock, line: int) -> bool:
    """Whether `line` begins with the mark of a definition, at the indent of the terms."""
    return state.sCount[line] == state.blkIndent and _has_mark(state, line)


def _has_mark(state: StateBlock, line: int) -> bool:
    return state.src.startswith((": ", ":\t"), state.bMarks[line] + state.tShift[line])


def _line_of_definition(state: StateBlock, start_line: int, end_line: int) -> int | None:
    """The line of the first definition of the terms in the paragraph at `start_line`."""
    rules = state.md.block.ruler.getRules("paragraph")
    terminators = [rule for rule in rules if rule is not _definition_list]
    if state.is_code_block(start_line):
        return None
    if any(rule(state, start_line, end_line, True) for rule in terminators):
        return None
    around: list[int] = state.env.get(_KEY, [])
    kept, state.parentType = state.parentType, "paragraph"
    line = start_line + 1
    while line < end_line and not state.isEmpty(line) and not _is_marked(state, line):
        if state.sCount[line] in around and _has_mark(state, line):
            line = end_line  # of a list around: the paragraph ends
            break
        lazy = state.sCount[line] < 0 or state.sCount[line] - state.blkIndent > 3
        if not lazy and any(rule(state, line, end_line, True) for rule in terminators):
            line = end_line
        line += 1
    state.parentType = kept
    behind, line = min(line, end_line), state.skipEmptyLines(line)
    if line >= end_line or not _is_marked(state, line):
        return None
    return line if first_table(state, start_line, behind) is None else None


def _push_terms(state: StateBlock, start_line: int, end_line: int) -> None:
    for line in range(start_line, end_line):
        if state.isEmpty(line):
            break
        state.push("dt_open", "dt", 1).map = [line, line + 1]
        inline = state.push("inline", "", 0)
        inline.content = state.getLines(line, line + 1, state.blkIndent, False).strip(" \t")
        inline.map = [line, line + 1]
        inline.children = []
        state.push("dt_close", "dt", -1)


def _push_description(state: StateBlock, line: int, end_line: int) -> int:
    """Push the definition that begins at `line`; return the line behind it."""
    is_tight = not (line and state.isEmpty(line - 1))
    start = state.bMarks[line] + state.tShift[line]
    rest = state.src[start + 1 : state.eMarks[line]]
    spaces = len(rest) - len(rest.lstrip(" \t"))
    column = state.sCount[line] + 1
    width = len((" " * (column % 4) + rest[:spaces]).expandtabs(4)) - column % 4
    opening = state.push("dd_open", "dd", 1)
    first = len(state.tokens)
    kept = (state.tShift[line], state.sCount[line], state.blkIndent, state.parentType, state.tight)
    state.tShift[line] += 1 + spaces
    state.sCount[line] = column + width
    state.blkIndent = column + (5 if width >= 8 else width)
    state.parentType = "definition"
    state.md.block.tokenize(state, line, end_line)
    state.tShift[line], state.sCount[line], state.blkIndent, state.parentType, state.tight = kept
    end = max(state.line, line + 1)
    opening.map = [line, end]
    if is_tight:
        _hide_first_paragraph(state.tokens[first:], opening.level + 1)
    state.push("dd_close", "dd", -1)
    return end


def _hide_first_paragraph(tokens: list[Token], level: int) -> None:
    for token in tokens:
        if token.level == level and token.type.startswith("paragraph_"):
            token.hidden = True
            if token.nesting < 0:  # goldmark stops at the first
                return
