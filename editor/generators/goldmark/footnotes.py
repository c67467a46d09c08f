"""Footnotes: numbered in the order of the references, printed at the end of the post."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_KEY = "goldmark.footnotes"
_DEFINITION = re.compile(r"\[\^(?P<label>(?:[^\[\]\\\n]|\\.)+)\]:")
_REFERENCE = re.compile(r"(?P<bang>!?)\[\^(?P<label>(?:[^\[\]\\\n]|\\.)+)\]")


@dataclass(slots=True)
class _Footnotes:
    labels: set[str] = field(default_factory=set)  # of those defined
    references: dict[str, int] = field(default_factory=dict)  # how many, in order of the first

    def number(self, label: str) -> int:
        return list(self.references).index(label) + 1


def use_footnotes(markdown: MarkdownIt) -> None:
    rules = markdown.block.ruler
    containers = ["paragraph", "reference", "blockquote", "list"]
    rules.before("reference", "footnote", _definition, {"alt": containers})
    markdown.inline.ruler.before("link", "footnote", _reference)
    markdown.core.ruler.after("inline", "footnotes", _collect)
    markdown.add_render_rule("footnote_reference", _render_reference)
    markdown.add_render_rule("footnote_return", _render_return)
    markdown.add_render_rule("footnotes_open", _render_open)
    markdown.add_render_rule("footnotes_close", _render_close)


def _footnotes(environment: MutableMapping[str, Any]) -> _Footnotes:
    found: _Footnotes = environment.setdefault(_KEY, _Footnotes())
    return found


def _definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    match = _DEFINITION.match(state.src, start, state.eMarks[start_line])
    if match is None or not match["label"].strip():
        return False
    if silent:
        return True
    _footnotes(state.env).labels.add(match["label"])
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
    footnotes = _footnotes(state.env)
    if match is None or match["label"] not in footnotes.labels:
        return False
    if not silent:
        state.pending += match["bang"]
        label = match["label"]
        count = footnotes.references.get(label, 0)
        footnotes.references[label] = count + 1
        token = state.push("footnote_reference", "", 0)
        token.meta = {"number": footnotes.number(label), "count": count}
    state.pos = match.end()
    return True


def _collect(state: StateCore) -> None:
    """Move the footnotes that are referred to behind all else; the others are dropped."""
    if _KEY not in state.env:
        return
    footnotes = _footnotes(state.env)
    notes: dict[str, list[Token]] = {}
    rest: list[Token] = []
    open_notes: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "footnote_open":
            open_notes.append(notes.setdefault(token.meta["label"], []))
            if open_notes[-1]:  # defined before: the first counts
                open_notes[-1] = []
            open_notes[-1].append(token)
        elif token.type == "footnote_close":
            open_notes.pop().append(token)
        else:
            (open_notes[-1] if open_notes else rest).append(token)
    state.tokens = rest
    if not footnotes.references:
        return
    state.tokens.append(Token("footnotes_open", "div", 1))
    for number, (label, count) in enumerate(footnotes.references.items(), 1):
        note = notes[label]
        note[0].attrs = {"id": f"fn:{number}"}
        note[0].block = note[-1].block = True
        state.tokens.extend(_with_returns(note, number, count))
    state.tokens.append(Token("footnotes_close", "div", -1))


def _with_returns(note: list[Token], number: int, count: int) -> Iterator[Token]:
    """`note` with links back to its references, in its last paragraph if it ends with one."""
    closing = 2 if len(note) > 2 and note[-2].type == "paragraph_close" else 1
    yield from note[:-closing]
    for reference in range(count):
        meta = {"number": number, "count": reference}
        yield Token("footnote_return", "", 0, meta=meta)
    yield from note[-closing:]


def _target(token: Token) -> str:
    return f"fnref{token.meta['count'] or ''}:{token.meta['number']}"


def _render_reference(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    number = tokens[index].meta["number"]
    return (
        f'<sup id="{_target(tokens[index])}"><a href="#fn:{number}" class="footnote-ref" '
        f'role="doc-noteref">{number}</a></sup>'
    )


def _render_return(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return (
        f'&#160;<a href="#{_target(tokens[index])}" class="footnote-backref" '
        'role="doc-backlink">&#x21a9;&#xfe0e;</a>'
    )


def _render_open(*_: object) -> str:
    return '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'


def _render_close(*_: object) -> str:
    return "</ol>\n</div>\n"
