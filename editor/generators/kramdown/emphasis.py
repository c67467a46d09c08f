"""Emphasised and struck-out spans of text.

Sources: https://kramdown.gettalong.org/syntax.html#emphasis,
https://kramdown.gettalong.org/parser/gfm.html
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.span_reader import SpanReader


def read_emphasis(reader: "SpanReader") -> bool:
    text, start = reader.text, reader.position
    mark = text[start]
    is_strong = text.startswith(mark, start + 1)
    marks = mark * 2 if is_strong else mark
    behind = text[start + len(marks) : start + len(marks) + 1]
    if (
        (mark == "_" and _is_in_word(text, start))
        or behind in _SPACE
        or reader.is_within(Kind.STRONG if is_strong else Kind.EMPHASIS)
        or not reader.may_try()
        or reader.source.find(mark, start + len(marks)) < 0
    ):
        reader.add_text(marks)
        reader.position += len(marks)
        return True
    element = _emphasised(reader, marks, start)
    if element is None and is_strong and reader.tree.kind is not Kind.EMPHASIS:
        reader.document.to_waste -= reader.position - start
        element = _emphasised(reader, mark, start)
    if element is None:
        reader.go_back(start, marks)
    else:
        reader.add(element)
    return True


def _is_in_word(text: str, at: int) -> bool:
    """Whether a letter stands before `at`, or a letter and a hyphen."""
    before = text[max(0, at - 2) : at]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha())


_SPACE = ("", " ", "\t", "\n", "\r", "\f", "\v")


def _emphasised(reader: "SpanReader", marks: str, start: int) -> Element | None:
    """The element that `marks` at `start` begin, read to its end; `None` where it has none."""
    text = reader.text
    element = Element(Kind.STRONG if len(marks) == 2 else Kind.EMPHASIS)
    reader.position = start + len(marks)

    def ends() -> bool:
        at = reader.position
        behind = text[at + len(marks) : at + len(marks) + 1]
        if text[at - 1] in _SPACE or reader.is_empty:
            return False
        if len(marks) == 1 and behind == marks and not text.startswith(marks, at + 2):
            return False
        return not (marks[0] == "_" and (behind.isalpha() or behind.isdecimal()))

    if not reader.read_within(element, _MARKS[marks], ends):
        return None
    reader.position += len(marks)
    return element


_MARKS = {marks: re.compile(re.escape(marks)) for marks in ("*", "**", "_", "__")}


def read_struck(reader: "SpanReader") -> bool:
    text, start = reader.text, reader.position
    if not (reader.document.options.is_github and reader.may_try()):
        return False
    if _STRUCK_START.match(text, start) is None:
        return False
    end = reader.source.search(_STRUCK_END, start + 2)
    if end is None:
        return False
    element = Element(Kind.HTML, "del", is_span=True)
    reader.read_inside(text[start + 2 : end.end() - 2], element)
    reader.position = end.end()
    reader.add(element)
    return True


_STRUCK_START = re.compile(r"~~(?![\s~])", re.ASCII)
_STRUCK_END = re.compile(r"[^\s~]~~", re.ASCII)
