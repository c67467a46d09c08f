"""Bare addresses as links, by goldmark's rules: they differ from GFM's."""

import re
import string
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

from editor.generators.goldmark.inline import paragraph

_HOST = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_REST = r"a-zA-Z0-9@:%_+.~#!?&/=();,'\">^{}\[\]`"
_URL = re.compile(rf"(?:https?|ftp)://{_HOST}(?::\d+)?(?:[/#?][-${_REST}]*)?")
_WWW = re.compile(rf"www\.{_HOST}(?:[/#?][-{_REST}]*)?")
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,256}}+@{_LABEL}(?:\.{_LABEL})*")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")
_PUNCTUATION = frozenset(string.punctuation)


@dataclass(frozen=True, slots=True)
class _Address:
    text: str
    href: str


def autolink(protocol: str) -> Callable[[StateInline, bool], bool]:
    """A rule, the first of all, that links addresses; those that begin with www. by `protocol`.

    An address begins at a line's begin, behind a space or an opening bracket, or right behind
    another construct, but not within square brackets.
    """

    def rule(state: StateInline, silent: bool) -> bool:
        if silent or paragraph(state.env).open_brackets:
            return False
        first = state.src[state.pos]
        skip = 0
        if first in " (~":
            skip = 1
        elif first in _PUNCTUATION or not _is_fresh(state):
            return False
        address = _address(state.src, state.pos + skip, state.posMax, protocol)
        if address is None:
            return False
        if skip:
            state.pending += first
        state.push("link_open", "a", 1).attrs = {"href": address.href}
        state.push("text", "", 0).content = address.text
        state.push("link_close", "a", -1)
        state.pos += skip + len(address.text)
        return True

    return rule


def _is_fresh(state: StateInline) -> bool:
    """Whether a construct ends here, or the line before. (An escape or an entity is text.)"""
    if state.pending:
        return state.pending.endswith("`")  # backquotes that nothing closes
    return not (state.tokens and state.tokens[-1].type == "text_special")


def _address(text: str, start: int, end: int, protocol: str) -> _Address | None:
    match = _URL.match(text, start, end)
    if match:
        found = _trimmed(_balanced(match[0]))
        return _Address(found, _escaped(found))
    match = _WWW.match(text, start, end)
    if match:
        found = _trimmed(_balanced(match[0]))
        return _Address(found, _escaped(f"{protocol}://{found}"))
    return _email(text, start, end)


def _email(text: str, start: int, end: int) -> _Address | None:
    if start >= end or text[start] in _PUNCTUATION:
        return None
    match = _EMAIL.match(text, start, end)
    if not match or "." not in match[0].partition("@")[2][:-1]:
        return None
    if text[match.end() : match.end() + 1] in ("-", "_"):
        return None
    found = _trimmed(match[0])
    return _Address(found, f"mailto:{_escaped(found)}")


def _balanced(address: str) -> str:
    """`address` without the full stop, brackets or entity at its end that belong to the text."""
    if address.endswith("."):
        return address[:-1]
    if address.endswith(")"):
        more = address.count(")") - address.count("(")
        return address[:-more] if more > 0 else address
    return _ENTITY.sub("", address)


def _trimmed(address: str) -> str:
    return address[0] + address[1:].rstrip("?!.,:*_~")


def _escaped(address: str) -> str:
    from editor.generators.goldmark.links import escape_url

    return escape_url(address)
