"""Code within a line of text.

Source: https://kramdown.gettalong.org/syntax.html#code-spans
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.generators.kramdown.source import Source
from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.span_reader import SpanReader


def read_code(reader: "SpanReader") -> bool:
    found = _code_at(reader.source, reader.position)
    if found is None:
        marks = _BACKQUOTES.match(reader.text, reader.position)
        assert marks is not None
        reader.add_text(marks[0])
        reader.position = marks.end()
    else:
        code, reader.position = found
        reader.add(Element(Kind.CODE, code))
    return True


_SPACE = frozenset(" \t\n\r\f\v")
_BACKQUOTES = re.compile(r"`+")


def _code_at(source: Source, at: int) -> tuple[str, int] | None:
    """The code between the backquotes at `at` and the next such, and where it ends."""
    marks = _BACKQUOTES.match(source.text, at)
    assert marks is not None
    text, start = source.text, marks.end()
    is_single = len(marks[0]) == 1
    if is_single and (not at or text[at - 1] in _SPACE) and text[start : start + 1] in _SPACE:
        return None
    end = source.find(marks[0], start)
    if end < 0:
        return None
    code = text[start:end]
    if not is_single:
        code = code.removeprefix(" ").removesuffix(" ")
    return code, end + len(marks[0])


def code_spans(text: str) -> Iterator[tuple[bool, str]]:
    """`text` in pieces, and which of them are code with its backquotes."""
    source = Source(text)
    done = at = 0
    while match := _BACKQUOTES.search(text, at):
        found = _code_at(source, match.start())
        at = match.end() if found is None else found[1]
        if found is not None:
            yield False, text[done : match.start()]
            yield True, _quoted(found[0])
            done = at
    yield False, text[done:]


def _quoted(code: str) -> str:
    longest = max((len(marks) for marks in _BACKQUOTES.findall(code)), default=0)
    marks = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{marks}{space}{code}{space}{marks}"
