"""Lazy lines: those of a paragraph in a list that lack the indent of its item."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, hr, list_block

_Rule = Callable[[StateBlock, int, int, bool], bool]
_INTERRUPTING: tuple[tuple[str, _Rule, list[str]], ...] = (
    ("fence", fence, ["paragraph", "reference", "blockquote", "list"]),
    ("blockquote", blockquote, ["paragraph", "reference", "blockquote", "list"]),
    ("hr", hr, ["paragraph", "reference", "blockquote", "list"]),
    ("list", list_block, ["paragraph", "reference", "blockquote"]),
)


def keep_lazy_lines(markdown: MarkdownIt) -> None:
    """Have a line that would be code, but for the paragraph above it, go on with that paragraph.

    markdown-it measures its indent from the item that it lies outside of.
    https://spec.commonmark.org/0.31.2/#lazy-continuation-line
    """
    for name, rule, chains in _INTERRUPTING:
        markdown.block.ruler.at(name, unless_lazy(rule), {"alt": chains})


def unless_lazy(rule: _Rule) -> _Rule:
    """`rule`, which does not interrupt a paragraph by a line indented like code around the list."""

    def reading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        indent = state.sCount[start_line]
        if silent and 0 <= indent < state.blkIndent and indent - max(state.listIndent, 0) > 3:
            return False
        return rule(state, start_line, end_line, silent)

    return reading
