"""White space that markdown-it takes away and CommonMark keeps: no-break spaces and their like."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, lheading, paragraph

from editor.generators.markdown_it.lazy import unless_lazy
from editor.generators.markdown_it.links import BELOW_DEFINITION

_Rule = Callable[[StateBlock, int, int, bool], bool]
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")


def keep_spaces(markdown: MarkdownIt) -> None:
    """Have paragraphs and headings keep white space at their edges, save for spaces and tabs.

    https://spec.commonmark.org/0.31.2/#paragraphs
    """
    rules = markdown.block.ruler
    rules.at("paragraph", paragraph_with_edges, {"alt": [BELOW_DEFINITION]})
    rules.at("lheading", lheading_with_edges, {"alt": [BELOW_DEFINITION]})
    rules.at(
        "heading",
        unless_lazy(_with_edges(heading)),
        {"alt": ["paragraph", "reference", "blockquote"]},
    )


def _with_edges(rule: _Rule) -> _Rule:
    def keeping(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            inline = state.tokens[-2]
            first, behind = inline.map or (start_line, state.line)
            content = state.getLines(first, behind, state.blkIndent, False).strip(" \t\n")
            if state.tokens[-1].markup.startswith("#"):
                content = content.lstrip("#").strip(" \t")
                content = _CLOSING_HASHES.sub("", content).rstrip(" \t")
            inline.content = content
        return True

    return keeping


paragraph_with_edges = _with_edges(paragraph)
lheading_with_edges = _with_edges(lheading)
