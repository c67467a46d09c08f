"""Blocks of code, indented or fenced.

Source: https://kramdown.gettalong.org/syntax.html#code-blocks
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown.patterns import BLANK_LINES, CODE_INDENT, LAZY_END
from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_INDENTED_LINE = re.compile(r"(?:\t| {4})[ \t]*[^ \t\r\f\v\n][^\n]*\n")
_ANY_LINE = re.compile(r"[ \t]*[^ \t\r\f\v\n][^\n]*\n")


def read_indented_code(reader: "BlockReader") -> bool:
    if not reader.match(CODE_INDENT):
        return False
    end = end_of_indented(reader.text, reader.position)
    if end == reader.position:
        return False
    code = _JOINED_LINE.sub(r" \1", reader.text[reader.position : end])
    reader.position = end
    reader.add(Element(Kind.CODE_BLOCK, without_indent(code)))
    return True


# A line that is not indented as the others goes on with the line above it.
_JOINED_LINE = re.compile(r"(?<=[^\n])\n( {0,3}[^ \t\r\f\v\n])")


def without_indent(text: str) -> str:
    """`text` with each line's first tab or four spaces taken away."""
    return _LINE_INDENT.sub("", text)


_LINE_INDENT = re.compile(r"^(?:\t| {4})", re.MULTILINE)


def end_of_indented(text: str, at: int) -> int:
    """Where the indented lines at `at` end, with blank ones between them and lazy ones below."""
    while True:
        blank = BLANK_LINES.match(text, at)
        position = blank.end() if blank else at
        line = _INDENTED_LINE.match(text, position)
        if line is None:
            return at
        while line:
            at = line.end()
            line = _INDENTED_LINE.match(text, at)
        while (lazy := _ANY_LINE.match(text, at)) and not LAZY_END.match(text, at):
            at = lazy.end()


_FENCE = re.compile(
    r" {0,3}(?P<fence>(?P<mark>[~`])(?P=mark){2,})[ \t\r\f\v]*(?P<language>[^\s?]*)"
    r"(?P<options>\?\S*)?[ \t\r\f\v]*\n",
    re.ASCII,
)


def read_fenced_code(reader: "BlockReader") -> bool:
    opening = reader.match(_FENCE)
    if opening is None:
        return False
    fence, language = opening["fence"], opening["language"]
    is_classic = opening[0].startswith("~~~")
    if not (reader.document.options.is_github or is_classic):
        return False
    closing = _closing_fence(reader, fence, opening.end())
    if closing is None and opening.end("fence") == opening.start("language"):
        # Never closed by as many marks, but perhaps by fewer: the others are its language.
        for length in range(len(fence) - 1, max(2, len(fence) - 10), -1):
            closing = _closing_fence(reader, fence[:length], opening.end())
            if closing is not None:
                language = fence[length:] + language
                break
    if closing is None:
        return False
    reader.position = closing.end()
    block = reader.add(Element(Kind.CODE_BLOCK, reader.text[opening.end() : closing.start()]))
    if language:
        block.attributes["class"] = f"language-{language}"
    return True


def _closing_fence(reader: "BlockReader", fence: str, at: int) -> re.Match[str] | None:
    longer = _FENCES[fence[0]]
    pattern = longer[min(len(fence), len(longer) + 2) - 3]
    while (match := reader.source.search(pattern, at)) and len(match["fence"]) < len(fence):
        at = match.end()
    return match


# By how long it is at least, so that a search in vain is not made twice.
_FENCES = {
    mark: tuple(
        re.compile(rf"^ {{0,3}}(?P<fence>{mark}{{{length},}})[ \t\r\f\v]*\n", re.MULTILINE)
        for length in range(3, 13)
    )
    for mark in "`~"
}
