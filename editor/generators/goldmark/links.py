"""The targets of links and images as goldmark writes them."""

import re
from types import SimpleNamespace
from urllib.parse import quote

from markdown_it.common.utils import unescapeAll

# What goldmark leaves as it is; of a percent sign, one that begins an escape.
_KEPT = "-_.!~*'();/?:@&=+$,#"
_PIECES = re.compile(r"%[0-9A-Fa-f].|[^%]+|%", re.DOTALL)
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file|data):")
_IMAGE = re.compile(r"data:image/(?:png|gif|jpeg|webp|svg)")


def escape_url(url: str) -> str:
    """`url` for an attribute, once HTML is escaped: what has no place in an address is encoded."""
    return "".join(
        piece if len(piece) == 3 and piece[0] == "%" else quote(piece, safe=_KEPT, errors="replace")
        for piece in _PIECES.findall(url)
    )


def is_dangerous(url: str) -> bool:
    """Whether goldmark drops the address where it may not be unsafe (it minds the case)."""
    return bool(_DANGEROUS.match(url)) and not _IMAGE.match(url)


_BRACKETED = re.compile(r"<((?:[^\\>\n]|\\.|\\(?!.))*)>")
_BARE = re.compile(r"(?:[^\\() \t\n\r]|\\[!-/:-@\[-`{-~]|\\)+")
_DEEPEST = 32  # brackets within brackets


def target(text: str, start: int, end: int) -> SimpleNamespace:
    """The target of a link at `start`: `str`, `pos` behind it, and whether it is `ok`.

    In goldmark a bracket that opens in it may stay open.
    """
    if bracketed := _BRACKETED.match(text, start, end):
        return SimpleNamespace(ok=True, pos=bracketed.end(), str=unescapeAll(bracketed[1]))
    pos, depth = start, 0
    while pos < end and depth <= _DEEPEST:
        if piece := _BARE.match(text, pos, end):
            pos = piece.end()
        elif text[pos] == "(":
            depth += 1
            pos += 1
        elif text[pos] == ")" and depth:
            depth -= 1
            pos += 1
        else:
            break
    is_target = pos > start and depth <= _DEEPEST and text[start] != "<"
    return SimpleNamespace(ok=is_target, pos=pos, str=unescapeAll(text[start:pos]))
