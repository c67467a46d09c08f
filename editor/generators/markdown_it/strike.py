"""Strikethrough as GFM has it: between one tilde or two, the same number on both sides."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

# What pairs are told apart by, by the number of tildes; no code point of a character.
_MARKERS = {1: -1, 2: -2}


def use_strikethrough(markdown: MarkdownIt) -> None:
    """https://github.github.com/gfm/#strikethrough-extension-"""
    markdown.inline.ruler.at("strikethrough", _mark)
    markdown.inline.ruler2.at("strikethrough", _strike)
    markdown.enable("strikethrough")


def _mark(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    run = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = "~" * run.length
    if marker := _MARKERS.get(run.length):
        number = len(state.tokens) - 1
        state.delimiters.append(Delimiter(marker, 0, number, -1, run.can_open, run.can_close))
    state.pos += run.length
    return True


def _strike(state: StateInline) -> None:
    """What the paired tildes hold is struck through."""
    within = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *within):
        for opening in delimiters:
            if opening.marker in _MARKERS.values() and opening.end != -1:
                pair = (opening.token, delimiters[opening.end].token)
                for number, kind, nesting in zip(pair, ("open", "close"), (1, -1), strict=True):
                    token = state.tokens[number]
                    token.type, token.tag, token.nesting = f"s_{kind}", "del", nesting
                    token.content = ""
