"""Links and images looked for within bounds: a paragraph of brackets costs no more than others."""

from collections.abc import Callable
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, image

# Tokens looked at in search of closing brackets, per character of a paragraph: prose takes less
# than one. Beyond, the rest of the paragraph holds no links.
_MOST_TOKENS = 20
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


def _reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The definition of a link's target; what is indented below is no code but goes on."""
    if not reference(state, start_line, end_line, silent):
        return False
    below = state.line
    if not silent and below < end_line and not state.isEmpty(below) and state.is_code_block(below):
        state.sCount[below] = state.blkIndent
    return True


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
    most = _MOST_TOKENS * len(state.src) + 1000
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
