"""Check boxes: wherever `[ ]` or `[x]` stands in what an item begins with."""

import re

from markdown_it.rules_inline import StateInline

from editor.generators.goldmark.inline import paragraph

_MARK = re.compile(r"\[(?P<state>[ \txX])\][ \t\n]*")


def check_box(state: StateInline, silent: bool) -> bool:
    """A rule, before the links, for boxes. (GFM has them at an item's begin alone.)"""
    if state.src[state.pos] != "[" or not paragraph(state.env).begins_item:
        return False
    if state.pending.endswith("!"):  # an image, if one without an address
        return False
    mark = _MARK.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    if not silent:
        checked = "" if mark["state"].isspace() else 'checked="" '
        box = state.push("check_box", "", 0)
        box.content = f'<input {checked}disabled="" type="checkbox"> '
    state.pos = mark.end()
    return True
