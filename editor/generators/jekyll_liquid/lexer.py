"""The pieces of a Liquid template: text, outputs `{{ … }}` and tags `{% … %}`.

Source: TemplateParser in Liquid 5.4's lib/liquid.rb, BlockBody in lib/liquid/block_body.rb.
The time is linear: a search that found no end is not repeated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

SPACE = " \t\n\v\f\r\0"  # what Ruby strips; a no-break space stays


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    OUTPUT = auto()
    TAG = auto()
    RAW = auto()  # the text of a `raw` block: no tag takes white space from it
    MALFORMED = auto()  # an opening without its end, or a tag without a name


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template."""

    kind: Kind
    start: int  # its offset in the template
    source: str  # as written; of a text what is left between tags that take white space
    name: str = ""  # of a tag
    markup: str = ""  # of an output or a tag: what follows the name


_TAG = re.compile(r"\{%-?\s*(#|\w+)\s*(.*?)-?%\}", re.A | re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?(.*?)-?\}\}", re.A | re.DOTALL)
_END_OF_RAW = re.compile(r"\{%\s*endraw\b", re.A)
_TAG_IN_LINES = re.compile(r"\s*(#|\w+)\s*(.*?)\s*\Z", re.A | re.DOTALL)


def pieces(template: str) -> list[Piece]:
    """`template` cut in pieces, in their order."""
    found: list[Piece] = []
    take_space = False  # the tag before ended with -%}
    for piece in _cut(template):
        if piece.kind is Kind.TEXT:
            if take_space:
                left = piece.source.lstrip(SPACE)
                piece = replace(
                    piece, start=piece.start + len(piece.source) - len(left), source=left
                )
            take_space = False
        elif piece.kind is not Kind.RAW:
            if piece.source[2:3] == "-" and found and found[-1].kind is Kind.TEXT:
                found[-1] = replace(found[-1], source=found[-1].source.rstrip(SPACE))
            take_space = piece.source[-3:-2] == "-"
        if piece.kind is Kind.TAG and piece.name == "liquid":
            found += _tags_of_lines(piece)
        elif piece.source:
            found.append(piece)
    return found


def _cut(template: str) -> Iterator[Piece]:
    position = text_start = 0
    ends = _Ends(template)
    while (start := template.find("{", position)) >= 0:
        mark = template[start : start + 2]
        if mark not in ("{{", "{%"):
            position = start + 1
            continue
        if text_start < start:
            yield Piece(Kind.TEXT, text_start, template[text_start:start])
        piece = ends.tag(start) if mark == "{%" else ends.output(start)
        position = text_start = start + len(piece.source)
        if piece.name == "raw" and piece.kind is Kind.TAG:
            raw = ends.raw(position) if not piece.markup.strip() else None
            if raw is None:  # never closed: what follows is read as if it was not there
                yield replace(piece, kind=Kind.MALFORMED)
                continue
            body, position = raw
            yield replace(piece, name="#")  # its hyphens count, of its end they do not
            yield Piece(Kind.RAW, text_start, body)
            text_start = position
            continue
        yield piece
    if text_start < len(template):
        yield Piece(Kind.TEXT, text_start, template[text_start:])


class _Ends:
    """Looks for the ends of what opens in a template, each end but once."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._no_more: set[str] = set()

    def _find(self, end: str, position: int) -> int:
        if end in self._no_more:
            return -1
        found = self._template.find(end, position)
        if found < 0:
            self._no_more.add(end)
        return found

    def tag(self, start: int) -> Piece:
        end = self._find("%}", start + 2)
        if end < 0:
            return Piece(Kind.MALFORMED, start, "{%")
        source = self._template[start : end + 2]
        tag = _TAG.fullmatch(source)
        if tag is None:
            return Piece(Kind.MALFORMED, start, source)
        return Piece(Kind.TAG, start, source, tag[1], tag[2])

    def output(self, start: int) -> Piece:
        end = self._find("}", start + 2)
        if end < 0:
            return Piece(Kind.MALFORMED, start, "{{")
        end += 2 if self._template.startswith("}}", end) else 1
        source = self._template[start:end]
        output = _OUTPUT.fullmatch(source)
        if output is None:
            return Piece(Kind.MALFORMED, start, source)
        return Piece(Kind.OUTPUT, start, source, markup=output[1])

    def raw(self, start: int) -> tuple[str, int] | None:
        """The text up to the end of the raw one, and the offset behind that."""
        if "endraw" in self._no_more:
            return None
        position = start
        while tag := _END_OF_RAW.search(self._template, position):
            end = self._find("%}", tag.end())
            if end < 0:
                break
            last = self._template.rfind("{%", tag.start(), end)
            if _END_OF_RAW.match(self._template, last):
                return self._template[start:last], end + 2
            position = end + 2
        self._no_more.add("endraw")
        return None


def _tags_of_lines(tag: Piece) -> Iterator[Piece]:
    """The tags in a `liquid` tag, one a line."""
    start = tag.start + tag.source.index("liquid") + len("liquid")
    for line in tag.source[start - tag.start :].removesuffix("%}").removesuffix("-").split("\n"):
        if inner := _TAG_IN_LINES.match(line):
            yield Piece(Kind.TAG, start, f"{{% {line.strip()} %}}", inner[1], inner[2])
        start += len(line) + 1
