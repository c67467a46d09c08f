"""Footnotes: numbered in the order of the references, printed at the end of the post."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editor.generators import marks

_DEFINITION = re.compile(r"\[\^(?P<label>(?:[^\[\]\\\n]|\\.)+)\]:")
_REFERENCE = re.compile(r"(?P<bang>!?)\[\^(?P<label>(?:[^\[\]\\\n]|\\.)+)\]")


LABELS = "footnotes"
"""Where an environment holds the names of the footnotes: a set of them."""


@dataclass(frozen=True)
class NoteStyle:
    """How footnotes are printed. Numbers count from 1, references to a note from 0."""

    reference: Callable[[int, int], str]  # by the note's number and the reference's
    link_back: Callable[[int, int], str]  # the same, from the note to the reference
    opening: str
    closing: str


def use_footnotes(markdown: MarkdownIt) -> None:
    """Read footnotes. In the HTML there are marks for references, and for the links back."""
    rules = markdown.block.ruler
    containers = ["paragraph", "reference", "blockquote", "list"]
    rules.before("reference", "footnote", _definition, {"alt": containers})
    markdown.inline.ruler.before("link", "footnote", _reference)
    markdown.add_render_rule("footnote_reference", _reference_mark)
    markdown.add_render_rule("footnote_return", _return_mark)


def _definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    match = _DEFINITION.match(state.src, start, state.eMarks[start_line])
    if match is None or not match["label"].strip():
        return False
    if silent:
        return True
    state.env.setdefault(LABELS, set()).add(match["label"])
    opening = state.push("footnote_open", "li", 1)
    opening.meta = {"label": match["label"]}
    kept = (
        state.bMarks[start_line],
        state.tShift[start_line],
        state.sCount[start_line],
        state.blkIndent,
        state.parentType,
    )
    # The rest of the line is the first of the note, its indent that of the lines below.
    rest = state.src[match.end() : state.eMarks[start_line]]
    spaces = len(rest) - len(rest.lstrip(" \t"))
    state.bMarks[start_line] = match.end()
    state.tShift[start_line] = spaces
    state.blkIndent += 4
    state.sCount[start_line] = state.blkIndent + max(0, len(rest[:spaces].expandtabs(4)) - 1)
    state.parentType = "footnote"
    state.md.block.tokenize(state, start_line, end_line)
    (
        state.bMarks[start_line],
        state.tShift[start_line],
        state.sCount[start_line],
        state.blkIndent,
        state.parentType,
    ) = kept
    state.line = max(state.line, start_line + 1)
    opening.map = [start_line, state.line]
    state.push("footnote_close", "li", -1)
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "![":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or match["label"] not in state.env.get(LABELS, ()):
        return False
    if not silent:
        state.pending += match["bang"]
        state.push("footnote_reference", "", 0).meta = {"label": match["label"]}
    state.pos = match.end()
    return True


def separated(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """`tokens` without the footnotes among them, and these by their names: the first counts."""
    notes: dict[str, list[Token]] = {}
    rest: list[Token] = []
    open_notes: list[list[Token]] = []
    for token in tokens:
        if token.type == "footnote_open":
            open_notes.append(notes.setdefault(token.meta["label"], []))
            if open_notes[-1]:  # defined before
                open_notes[-1] = []
            open_notes[-1].append(token)
        elif token.type == "footnote_close":
            open_notes.pop().append(token)
        else:
            (open_notes[-1] if open_notes else rest).append(token)
    return rest, {label: _with_return(note) for label, note in notes.items()}


def _with_return(note: list[Token]) -> list[Token]:
    """`note` with links back to its references, in its last paragraph if it ends with one."""
    note[0].attrs = {"id": f"fn:{marks.mark(marks.NUMBER)}"}
    note[0].block = note[-1].block = True
    closing = 2 if len(note) > 2 and note[-2].type == "paragraph_close" else 1
    return [*note[:-closing], Token("footnote_return", "", 0), *note[-closing:]]


def _reference_mark(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return marks.mark(marks.REFERENCE, tokens[index].meta["label"])


def _return_mark(*_: object) -> str:
    return marks.mark(marks.LINKS_BACK)


def _place(number: int, count: int) -> str:
    return f"fnref{count or ''}:{number}"


GOLDMARK_NOTES = NoteStyle(
    lambda number, count: (
        f'<sup id="{_place(number, count)}"><a href="#fn:{number}" class="footnote-ref" '
        f'role="doc-noteref">{number}</a></sup>'
    ),
    lambda number, count: (
        f'&#160;<a href="#{_place(number, count)}" class="footnote-backref" '
        'role="doc-backlink">&#x21a9;&#xfe0e;</a>'
    ),
    '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n',
    "</ol>\n</div>\n",
)
