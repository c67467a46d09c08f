"""Tight and loose lists: what goldmark reads as a paragraph first makes no list loose."""

import re
from dataclasses import dataclass, field

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Tables and definitions were paragraphs, so that nothing is known of a blank line above them.
_TRANSFORMED = ("table_open", "dl_open", "footnote_open")


@dataclass(slots=True)
class _Open:
    """A block that holds others, on the way through them."""

    type: str
    quotes: int  # block quotes around what it holds
    has_children: bool = False
    is_tight: bool = True
    is_doubtful: bool = False  # whether an item of the list holds what was a paragraph
    paragraphs: list[Token] = field(default_factory=list)  # which the items of a list hold


def tight_lists(state: StateCore) -> None:
    """A rule behind blocks, which hides the paragraphs of tight lists, and no others.

    markdown-it has done so, save for the lists that hold what was a paragraph. A list is loose
    where a blank line stands above an item or above what an item holds, save for the first of them.
    """
    if not any(token.type in _TRANSFORMED for token in state.tokens):
        return
    lines = state.src.split("\n")
    opened = [_Open("", 0)]
    for token in state.tokens:
        around = opened[-1]
        if token.nesting >= 0 and token.type != "inline":
            if (within := _list_of(token, opened)) and around.has_children and token.map:
                if token.type in _TRANSFORMED:
                    within.is_doubtful = True
                elif _is_blank(lines[token.map[0] - 1], within.quotes):
                    within.is_tight = False
            around.has_children = True
        if token.type in ("paragraph_open", "paragraph_close"):
            _add_paragraph(token, opened)
        if token.nesting > 0:
            opened.append(_Open(token.type, around.quotes + (token.type == "blockquote_open")))
        elif token.nesting < 0:
            closed = opened.pop()
            for paragraph in closed.paragraphs if closed.is_doubtful else ():
                paragraph.hidden = closed.is_tight


def _list_of(token: Token, opened: list[_Open]) -> _Open | None:
    """The list that a blank line above `token` would make loose."""
    if token.type == "list_item_open":
        return opened[-1]
    return opened[-2] if opened[-1].type == "list_item_open" else None


def _add_paragraph(token: Token, opened: list[_Open]) -> None:
    """Add what opens or closes a paragraph to the list whose item holds it directly."""
    item = len(opened) - (1 if token.nesting > 0 else 2)
    if opened[item].type == "list_item_open":
        opened[item - 1].paragraphs.append(token)


def _is_blank(line: str, quotes: int) -> bool:
    """Whether `line` holds nothing but the marks of the quotes around it."""
    return not re.sub(rf"^(?:[ \t]*>){{0,{quotes}}}", "", line).strip(" \t")
