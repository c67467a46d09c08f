"""Text, emphasis and brackets within a paragraph."""

import re
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, escape, link
from markdown_it.rules_inline.state_inline import Delimiter

from editor.generators.goldmark.characters import flanking, is_punctuation
from editor.generators.markdown_it.links import image_not_too_deep

_KEY = "goldmark.paragraph"


@dataclass(slots=True)
class Paragraph:
    """What was met so far on the way through a paragraph, a heading or a cell."""

    open_brackets: int = 0  # within them no bare address is a link
    begins_item: bool = False  # whether it is the first in an item of a list


def paragraph(environment: MutableMapping[str, Any]) -> Paragraph:
    """Where the rules of the paragraph under way keep what they met."""
    met: Paragraph = environment[_KEY]
    return met


def use_inline_rules(markdown: MarkdownIt) -> None:
    markdown.core.ruler.at("inline", _inline)
    # An image's text is its source, escapes and all.
    markdown.disable("text_join")
    rules = markdown.inline.ruler
    rules.at("text", _text)
    rules.at("escape", _escape)
    rules.at("emphasis", _emphasis)
    rules.at("strikethrough", _strikethrough)
    rules.at("link", _within_brackets(link))
    rules.at("image", _within_brackets(image_not_too_deep))
    rules.push("brackets", _brackets)


def _inline(state: StateCore) -> None:
    above = ["", ""]  # the types of the last two tokens
    for token in state.tokens:
        if token.type == "inline":
            state.env[_KEY] = Paragraph(begins_item=above[0] == "list_item_open")
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        above = [above[1], token.type]


# What a rule may begin with: an address has a space or a bracket before it (see autolinks.py).
_TEXT_END = re.compile(
    r"[\n!&*<>\[\\\]^_`~'\"]|--|\.\.\.|[ (](?=[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++(?:@|://)|www\.)"
)


def _text(state: StateInline, silent: bool) -> bool:
    end = _TEXT_END.search(state.src, state.pos, state.posMax)
    pos = end.start() if end else state.posMax
    if pos == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : pos]
    state.pos = pos
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, save that a space behind a backslash may belong to a hard break."""
    return not state.src.startswith("\\ ", state.pos) and escape(state, silent)


def _emphasis(state: StateInline, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = _end_of_run(state)
    left, right = flanking(state.src, state.pos, end)
    opens, closes = left, right
    if marker == "_":
        before = state.src[state.pos - 1] if state.pos else "\n"
        after = state.src[end] if end < len(state.src) else " "
        opens = left and (not right or is_punctuation(before))
        closes = right and (not left or is_punctuation(after))
    length = end - state.pos
    for _ in range(length):
        _push_delimiter(state, marker, length, opens, closes)
    state.pos = end
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    end = _end_of_run(state)
    length = end - state.pos
    if length < 2:
        return False
    opens, closes = flanking(state.src, state.pos, end)
    if length % 2:
        state.push("text", "", 0).content = "~"
    for _ in range(length // 2):
        _push_delimiter(state, "~~", 0, opens, closes)
    state.pos = end
    return True


def _end_of_run(state: StateInline) -> int:
    end = state.pos + 1
    while end < state.posMax and state.src[end] == state.src[state.pos]:
        end += 1
    return end


def _push_delimiter(
    state: StateInline, markup: str, length: int, opens: bool, closes: bool
) -> None:
    state.push("text", "", 0).content = markup
    number = len(state.tokens) - 1
    state.delimiters.append(Delimiter(ord(markup[0]), length, number, -1, opens, closes))


_Rule = Callable[[StateInline, bool], bool]


def _within_brackets(rule: _Rule) -> _Rule:
    """`rule`, what it parses being within brackets."""

    def bracketed(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, silent)
        met = paragraph(state.env)
        met.open_brackets += 1
        parsed = rule(state, silent)
        met.open_brackets -= 1
        return parsed

    return bracketed


def _brackets(state: StateInline, silent: bool) -> bool:
    """Counts the brackets that are text: until one closes, goldmark waits for a link."""
    if not silent and state.src[state.pos] == "[":
        paragraph(state.env).open_brackets += 1
    elif not silent and state.src[state.pos] == "]":
        met = paragraph(state.env)
        met.open_brackets = max(0, met.open_brackets - 1)
    return False
