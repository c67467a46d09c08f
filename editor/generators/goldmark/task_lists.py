"""Check boxes at the beginning of items."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_MARK = re.compile(r"\[(?P<state>[ \txX])\][ \t]*")


def task_lists(state: StateCore) -> None:
    """A rule behind inline: `[ ]` and `[x]` as the first of an item are boxes."""
    for item, paragraph, inline in zip(
        state.tokens, state.tokens[1:], state.tokens[2:], strict=False
    ):
        if (item.type, paragraph.type) == ("list_item_open", "paragraph_open"):
            _add_box(inline)


def _add_box(inline: Token) -> None:
    children = inline.children or []
    match = _MARK.match(inline.content)
    if not match or not children or not children[0].content.startswith(match[0].rstrip(" \t")):
        return
    children[0].content = children[0].content[match.end() :]
    checked = "" if match["state"].isspace() else 'checked="" '
    box = f'<input {checked}disabled="" type="checkbox"> '
    children.insert(0, Token("check_box", "", 0, content=box))
