"""Attributes between braces, behind a heading and, where the site allows it, below other blocks.

Source: https://gohugo.io/content-management/markdown-attributes/
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

# An id or a class may hold what is no ASCII punctuation, and -_:.
_NAME = r"(?:[^\s!-/:-@\[-`{-~]|[-_:.])*"
_ATTRIBUTE = re.compile(
    rf"[#.](?P<name>{_NAME})"
    r"|(?P<key>[A-Za-z_:][A-Za-z0-9_:.-]*)\s*=\s*"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[A-Za-z_:][A-Za-z0-9_:.-]*)|(?P<number>[-+]?\d+))'
)
_ESCAPE = re.compile(r"\\([\"/\\])")
# What blocks other than headings keep. Source: HTML's global attributes, as goldmark has them
_GLOBAL = {
    *("accesskey", "autocapitalize", "autofocus", "class", "contenteditable", "dir", "draggable"),
    *("enterkeyhint", "hidden", "id", "inert", "inputmode", "is", "itemid"),
    *("itemprop", "itemref", "itemscope", "itemtype", "lang", "part", "role"),
    *("slot", "spellcheck", "style", "tabindex", "title", "translate"),
}
_OWN = {"blockquote": frozenset(("cite",)), "ol": frozenset(("reversed", "start", "type"))}


def attributes(braced: str) -> dict[str, str] | None:
    """The attributes in `braced`, such as `{#id .class key=value}`; None where it is no such."""
    found = _beginning(braced)
    return found[0] if found and found[1] == len(braced) else None


def _beginning(text: str) -> tuple[dict[str, str], int] | None:
    """The attributes that `text` begins with, and where they end."""
    found: dict[str, str] = {}
    at = 1
    while at < len(text) and text[at] != "}":
        if text[at] in " \t,":
            at += 1
            continue
        match = _ATTRIBUTE.match(text, at)
        if match is None:
            return None
        if match["key"] is None:
            key, value = ("id" if match[0][0] == "#" else "class"), match["name"]
        else:
            key = match["key"]
            value = match["bare"] or match["number"] or _ESCAPE.sub(r"\1", match["quoted"] or "")
        if key == "class" and key in found:
            value = f"{found[key]} {value}"
        found[key] = value
        at = match.end()
    return (found, at + 1) if text[at : at + 1] == "}" else None


def use_block_attributes(markdown: MarkdownIt, has_heading_ids: bool) -> None:
    """Have a line of attributes below a block set them; `has_heading_ids`: headings have theirs."""

    def rule(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
        if state.is_code_block(start_line):
            return False
        text = state.src[
            state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]
        ]
        found = _beginning(text) if text.startswith("{") else None
        if found is None:
            return False
        if not silent:
            above = _block_above(state, start_line)
            if above is not None:
                _set(above, found[0], has_heading_ids)
            state.line = start_line + 1
        return True

    interrupts = ["paragraph", "reference", "blockquote", "list"]
    markdown.block.ruler.before("reference", "block_attributes", rule, {"alt": interrupts})


def _block_above(state: StateBlock, line: int) -> Token | None:
    """The opening token of the block that ends right above `line`, save for one of code."""
    if line == 0 or state.isEmpty(line - 1):
        return None
    for token in reversed(state.tokens):
        if token.level == state.level and token.nesting >= 0:
            return token if token.type.endswith("_open") or token.type == "hr" else None
        if token.level < state.level:
            return None
    return None


def _set(block: Token, given: dict[str, str], has_heading_ids: bool) -> None:
    is_heading = block.type == "heading_open"
    for key, value in given.items():
        if is_heading:
            is_kept = not key.lower().startswith("on") and not (key == "id" and has_heading_ids)
        else:
            own = _OWN.get(block.tag, frozenset())
            is_kept = key in _GLOBAL or key in own or key.startswith("data-")
        if is_kept and key not in block.attrs:
            block.attrs[key] = value
