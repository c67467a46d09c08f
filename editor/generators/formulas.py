r"""Formulas in TeX, drawn as MathML: what the scripts of a site's pages would draw.

A page leaves them as text between delimiters, such as `\(x^2\)`, and MathJax or KaTeX finds them
there. The preview runs no script, and browsers draw MathML by themselves.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from editor.generators.dialect import Delimiters
from editor.generators.mathml import mathml

_LONGEST = 4_000  # characters of TeX in a formula; longer, it stays text. A page of print is less
_MOST = 40_000  # characters of TeX that are drawn in a block: half a second


# What MathJax looks for where a page says nothing else.
# Source: https://docs.mathjax.org/en/latest/options/input/tex.html
MATHJAX = (
    Delimiters("$$", "$$", True),
    Delimiters(r"\[", r"\]", True),
    Delimiters(r"\(", r"\)", False),
)
DOLLARS = (*MATHJAX, Delimiters("$", "$", False))  # and what many pages ask for besides


def drawn(markup: str, delimiters: Sequence[Delimiters]) -> str:
    """The HTML `markup` with its formulas as MathML. What cannot be drawn stays as it is.

    As for MathJax there are none in code, nor any that holds an element.
    """
    if not any(kind.opening in markup for kind in delimiters):
        return markup
    left = _MOST
    pieces: list[str] = []
    for text, is_prose in _texts(markup):
        done = 0
        for start, tex, end, kind in _formulas(text, delimiters) if is_prose else ():
            left -= len(tex)
            if left >= 0 and (drawing := mathml(unescape(tex), is_block=kind.is_block)):
                pieces += (text[done:start], drawing)
                done = end
        pieces.append(text[done:])
    return "".join(pieces)


_PIECE = re.compile(r"<(?P<end>/)?(?P<name>[a-zA-Z]\w*)?[^<>]*>|[^<]+|<")
_VERBATIM = frozenset(("code", "pre", "script", "style", "textarea", "math", "svg", "annotation"))


def _texts(markup: str) -> Iterator[tuple[str, bool]]:
    """`markup` in pieces, and whether each is a text in which formulas may be."""
    within: list[str] = []  # elements without formulas that are open
    for piece in _PIECE.finditer(markup):
        name = (piece["name"] or "").lower()
        if name in _VERBATIM:
            if not piece["end"]:
                within.append(name)
            elif within and within[-1] == name:
                within.pop()
        yield piece[0], not within and not piece[0].startswith("<")


def _formulas(
    text: str, delimiters: Sequence[Delimiters]
) -> Iterator[tuple[int, str, int, Delimiters]]:
    """Where each formula begins, its TeX, where it ends, and what it stands between."""
    openings = re.compile("|".join(re.escape(kind.opening) for kind in delimiters))
    kinds = {kind.opening: kind for kind in delimiters}
    at = 0
    while match := openings.search(text, at):
        kind, at = kinds[match[0]], match.end()
        end = _end(text, at, kind.closing)
        if end >= 0 and not _is_escaped(text, match.start()):
            yield match.start(), text[at:end], end + len(kind.closing), kind
            at = end + len(kind.closing)


def _end(text: str, at: int, closing: str) -> int:
    """Where the formula that begins at `at` ends, before `closing`; -1: it is none."""
    end = text.find(closing, at + 1, at + _LONGEST)
    if closing == "$" and end >= 0:
        # An amount of money, as pandoc tells it from a formula.
        after = text[end + 1 : end + 2]
        if text[at].isspace() or text[end - 1].isspace() or after.isdecimal():
            return -1
    return end


def _is_escaped(text: str, at: int) -> bool:
    return text[at] == "$" and at > 0 and text[at - 1] == "\\"
