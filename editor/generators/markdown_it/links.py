"""Links and images looked for within bounds: a paragraph of brackets costs no more than others."""

import re
from collections.abc import Callable
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, image

# Tokens looked at in search of closing brackets, per character of a paragraph: prose takes less
# than one. Beyond, the rest of the paragraph holds no links.
_MOST_TOKENS = 3
# Images within the texts of images; each takes several frames of Python's stack.
_DEEPEST_IMAGES = 20

_LOOKED_AT = -1  # a key of the state's cache, whose others are positions
_DEPTH = "markdown_it_links.depth"


def bound_links(
    markdown: MarkdownIt, target: Callable[[str, int, int], object] = parseLinkDestination
) -> None:
    """Bound the search for the ends of links, which takes markdown-it quadratic time.

    `target` reads the target of a link, as markdown-it's own function does.
    """
    markdown.helpers = SimpleNamespace(  # type: ignore[assignment]  # by default a module
        parseLinkLabel=_label_end, parseLinkDestination=target, parseLinkTitle=parseLinkTitle
    )
    markdown.inline.ruler.at("image", image_not_too_deep)
    markdown.block.ruler.at("reference", _reference)


_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*")
# The chain of the rules that may read what is left of a paragraph below definitions.
BELOW_DEFINITION = "below_definition"


def _reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The definitions of links' targets that a paragraph begins with, and what is left of it.

    https://spec.commonmark.org/0.31.2/#phase-1-block-structure: such a paragraph is one until it
    ends, so that below a definition no code, no list from 2 on and no other block can begin.
    """
    if silent or not reference(state, start_line, end_line, silent):
        return False
    behind = _end_of_paragraph(state, start_line, end_line)
    while state.line < behind:
        line = state.line
        if _UNDERLINE.fullmatch(state.src, state.bMarks[line], state.eMarks[line]):
            return True  # of nothing: what it is, is for the rules of blocks to say
        if state.is_code_block(line):
            state.sCount[line] = state.blkIndent
        if not reference(state, line, end_line, silent):
            rules = state.md.block.ruler.getRules(BELOW_DEFINITION)
            return any(rule(state, line, end_line, silent) for rule in rules)
    return True


def _end_of_paragraph(state: StateBlock, start_line: int, end_line: int) -> int:
    """The line behind the paragraph that begins at `start_line`."""
    rules = state.md.block.ruler.getRules("paragraph")
    kept, state.parentType = state.parentType, "paragraph"
    line = start_line + 1
    while line < end_line and not state.isEmpty(line):
        goes_on = state.sCount[line] < 0 or state.is_code_block(line)
        if not goes_on and any(rule(state, line, end_line, True) for rule in rules):
            break
        line += 1
    state.parentType = kept
    return line


def image_not_too_deep(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule for images, unless they are nested deeper than any writer would."""
    depth = state.env.get(_DEPTH, 0)
    if silent or depth >= _DEEPEST_IMAGES:
        return image(state, silent) if silent else False
    state.env[_DEPTH] = depth + 1
    try:
        return image(state, silent)
    finally:
        state.env[_DEPTH] = depth


def is_in_image(state: StateInline) -> bool:
    """Whether what is read is the text of an image."""
    return bool(state.env.get(_DEPTH))


def _label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Where the bracket at `start` closes; -1 where it does not, or not soon enough."""
    most = _MOST_TOKENS * len(state.src) + 20_000
    looked_at = state.cache.get(_LOOKED_AT, 0)
    kept, state.pos = state.pos, start + 1
    level, end = 1, -1
    while state.pos < state.posMax and looked_at < most:
        character, before = state.src[state.pos], state.pos
        if character == "]":
            level -= 1
            if level == 0:
                end = state.pos
                break
        state.cache[_LOOKED_AT] = looked_at + 1
        state.md.inline.skipToken(state)
        looked_at = state.cache[_LOOKED_AT]
        if character == "[":
            if before == state.pos - 1:  # text, not part of another construct
                level += 1
            elif disable_nested:
                break
    state.pos = kept
    return end
