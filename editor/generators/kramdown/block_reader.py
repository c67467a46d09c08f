"""kramdown's blocks: a text read from top to bottom, each kind of block tried in turn.

Source: https://kramdown.gettalong.org/syntax.html#structural-elements, and the additions of its GFM
parser: a list, a heading, a quote and a fence end the paragraph above them.
"""

import re
from collections.abc import Callable

from editor.generators.kramdown.code_blocks import read_fenced_code, read_indented_code
from editor.generators.kramdown.definition_lists import read_definitions
from editor.generators.kramdown.document import DEEPEST, Document
from editor.generators.kramdown.extensions import (
    read_abbreviation,
    read_extension,
    read_footnote,
    read_link_target,
)
from editor.generators.kramdown.html_blocks import read_html
from editor.generators.kramdown.lists import read_list
from editor.generators.kramdown.patterns import (
    BLANK_LINES,
    BLOCK_END,
    BOUNDARY,
    LAZY_END,
    LINE,
    LIST_START,
    QUOTE_START,
    RULE,
    SPACE,
)
from editor.generators.kramdown.source import Source
from editor.generators.kramdown.tables import read_table
from editor.generators.kramdown.tree import AttributeList, Element, Kind


class BlockReader:
    """Reads `text` into the children of `tree`.

    A construct is a function that looks at `position`: it adds an element and goes on behind it,
    or returns `False` and leaves all as it was.
    """

    def __init__(self, document: Document, text: str, tree: Element, depth: int = 0) -> None:
        self.document = document
        self.source = Source(text)
        self.text = text
        self.tree = tree
        self.depth = depth
        self.position = 0
        self.pending: AttributeList | None = None  # for the next block
        self.is_stopped = False  # the end of an HTML element was met

    def read(self) -> bool:
        """Read on to the end, or to the tag that closes the tree's HTML element: `True`."""
        start = self.position
        while self.position < len(self.text):
            start = self.read_next(start)
            if self.is_stopped:
                self.is_stopped = False
                return True
        return False

    def read_next(self, start: int) -> int:
        """Read one construct. It begins at `start`, where attributes for it stand, if any do.

        Where the next begins.
        """
        count = len(self.tree.children)
        is_deepest = self.depth >= DEEPEST
        for construct in (
            _DEEPEST_CONSTRUCTS if is_deepest else _constructs(self.text[self.position])
        ):
            if construct(self):
                break
        if self.is_stopped or (len(self.tree.children) == count and self.pending is not None):
            return start
        for element in self.tree.children[count:]:
            element.start = start
        return self.position

    def read_within(self, tree: Element) -> bool:
        """Read on at the same place, into `tree`, until its end tag."""
        outer = self.tree, self.pending
        self.tree, self.pending = tree, None
        self.depth += 1
        is_closed = self.read()
        self.depth -= 1
        self.tree, self.pending = outer
        return is_closed

    def read_inside(self, text: str, tree: Element) -> None:
        """Read `text`, which stood within a block, into `tree`."""
        BlockReader(self.document, text, tree, self.depth + 1).read()

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.text, self.position)

    def add(self, element: Element) -> Element:
        """Append a block, with the attributes that stood above it."""
        if self.pending is not None:
            element.listed, self.pending = self.pending, None
        self.tree.children.append(element)
        return element

    @property
    def last(self) -> Element | None:
        return self.tree.children[-1] if self.tree.children else None

    @property
    def is_after_boundary(self) -> bool:
        """Whether what was read last ends a block for certain."""
        last = self.last
        return (
            last is None
            or last.kind is Kind.BLANK
            or (last.kind is Kind.BOUNDARY and not last.value)
            or self.pending is not None
        )

    def is_boundary(self, at: int) -> bool:
        """Whether nothing that stands at `at` could belong to the block before it."""
        return BOUNDARY.match(self.text, at) is not None


def _read_blank(reader: BlockReader) -> bool:
    match = reader.match(BLANK_LINES)
    if match is None:
        return False
    reader.position = match.end()
    if reader.last is not None and reader.last.kind is Kind.BLANK:
        reader.last.value += match[0]
    else:
        reader.add(Element(Kind.BLANK, match[0]))
    return True


def _read_block_end(reader: BlockReader) -> bool:
    match = reader.match(BLOCK_END)
    if match is None:
        return False
    reader.position = match.end()
    reader.add(Element(Kind.BOUNDARY))
    return True


def _read_quote(reader: BlockReader) -> bool:
    if not reader.match(QUOTE_START):
        return False
    lines = lines_until(reader, LAZY_END)
    text = "".join(_QUOTE_MARK.sub("", line, count=1) for line in lines)
    reader.read_inside(text, reader.add(Element(Kind.QUOTE)))
    return True


_QUOTE_MARK = re.compile(r"\A {0,3}> ?")


def _read_rule(reader: BlockReader) -> bool:
    match = reader.match(RULE)
    if match is None:
        return False
    reader.position = match.end()
    reader.add(Element(Kind.RULE))
    return True


def _read_hash_heading(reader: BlockReader) -> bool:
    options = reader.document.options
    if not (options.ends_paragraphs or reader.is_after_boundary):
        return False
    match = reader.match(_HASH_HEADING if options.is_github else _CLASSIC_HASH_HEADING)
    if match is None:
        return False
    text, name = _without_id(match["text"])
    if text.endswith("#"):
        closing = _CLOSING_HASHES if options.ends_paragraphs else _CLASSIC_CLOSING_HASHES
        text = closing.sub("", text).rstrip(_STRIPPED)
    if not text:
        return False
    reader.position = match.end()
    _add_heading(reader, len(match["level"]), text, name)
    return True


_HASH_HEADING = re.compile(r"(?P<level>#{1,6})[\t ]+(?P<text>[^ \t\n][^\n]*)\n")
_CLASSIC_HASH_HEADING = re.compile(r"(?P<level>#{1,6})[\t ]*(?P<text>[^ \t\n][^\n]*)\n")
_CLASSIC_CLOSING_HASHES = re.compile(r"(?<![\\#])#+\Z")
_CLOSING_HASHES = re.compile(r"[\t ]+#+\Z")


def _read_underlined_heading(reader: BlockReader) -> bool:
    if not reader.is_after_boundary:
        return False
    match = reader.match(_UNDERLINED_HEADING)
    if match is None:
        return False
    reader.position = match.end()
    text, name = _without_id(match["text"])
    _add_heading(reader, 1 if match["level"] == "=" else 2, text, name)
    return True


_UNDERLINED_HEADING = re.compile(
    r" {0,3}(?P<text>[^ \t\n][^\n]*)\n(?P<level>[-=])[-=]*[ \t\r\f\v]*\n"
)


def _without_id(text: str) -> tuple[str, str]:
    text = text.rstrip(_STRIPPED)
    match = _HEADING_ID.search(text) if text.endswith("}") else None
    if match is None:
        return text, ""
    return text[: match.start()].rstrip(_STRIPPED), match["id"]


# The id is a name as in XML. Source: https://www.w3.org/TR/xml/#NT-Name
_NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_REST = r"\-.0-9\u00b7\u0300-\u036f\u203f\u2040"
_HEADING_ID = re.compile(rf"[\t ]\{{#(?P<id>[{_NAME_START}][{_NAME_START}{_NAME_REST}]*)\}}\Z")
_STRIPPED = SPACE + "\0"


def _add_heading(reader: BlockReader, level: int, text: str, name: str) -> None:
    heading = reader.add(Element(Kind.HEADING, level=level))
    if name:
        heading.attributes["id"] = name
    heading.add_text(text)


def _read_math(reader: BlockReader) -> bool:
    if not reader.is_after_boundary:
        return False
    opening = reader.match(_MATH_START)
    if opening is None:
        return False
    closing = reader.source.find("$$", opening.end())
    if closing < 0:
        return False
    end = _MATH_END.match(reader.text, closing + 2)
    at = end.end() if end else closing + 2
    if opening["escape"]:  # the formula stands in a paragraph
        if end is None:
            return False
        reader.position = opening.end("escape")
        return read_table(reader) or _read_paragraph(reader)
    if not reader.is_boundary(at):
        return False
    formula = reader.text[opening.end() : closing].strip(_STRIPPED)
    reader.position = at
    reader.add(Element(Kind.MATH, formula))
    return True


_MATH_START = re.compile(r" {0,3}(?P<escape>\\?)\$\$")
_MATH_END = re.compile(r"[ \t\r\f\v]*\n")


def _read_paragraph(reader: BlockReader) -> bool:
    start = reader.position
    if not reader.match(_PARAGRAPH_START):
        return False
    end = _PARAGRAPH_END if reader.document.options.ends_paragraphs else _CLASSIC_PARAGRAPH_END
    text = "".join(lines_until(reader, end)).rstrip(_STRIPPED)
    last = reader.last
    if last is not None and last.kind is Kind.PARAGRAPH:
        # What ended the lines above turned out to be nothing else.
        breaks = reader.text[max(0, start - 3) : start] == "  \n"
        last.add_text(("  \n" if breaks else "\n") + text)
    else:
        reader.add(Element(Kind.PARAGRAPH)).add_text(text.lstrip(_STRIPPED))
    return True


_PARAGRAPH_START = re.compile(r" {0,3}[^ \t\n]")


def _read_bare_line(reader: BlockReader) -> bool:
    """A line that begins with spaces and then a tab is text without a paragraph."""
    line = reader.match(LINE)
    assert line is not None  # a text ends with a line end
    reader.position = line.end()
    reader.tree.add_text(line[0])
    return True


_FENCE_START = re.compile(r" {0,3}[~`]{3,}")
_DEFINITION_START = r" {0,3}:[\t| ][^\n]*\n"
_CLASSIC_PARAGRAPH_END = re.compile(f"{LAZY_END.pattern}|{_DEFINITION_START}", re.ASCII)
_PARAGRAPH_END = re.compile(
    "|".join(
        (
            LAZY_END.pattern,
            LIST_START.pattern,
            _HASH_HEADING.pattern.replace("?P<level>", "").replace("?P<text>", ""),
            _DEFINITION_START,
            QUOTE_START.pattern,
            _FENCE_START.pattern,
        )
    ),
    re.ASCII,
)


def lines_until(reader: BlockReader, end: re.Pattern[str]) -> list[str]:
    """The line at hand and those up to one that begins with `end`; goes on behind them."""
    lines = []
    text, position = reader.text, reader.position
    while True:
        match = LINE.match(text, position)
        assert match is not None  # a text ends with a line end
        lines.append(match[0])
        position = match.end()
        if position >= len(text) or end.match(text, position):
            reader.position = position
            return lines


Construct = Callable[[BlockReader], bool]
# In the order in which they are tried, each with the characters that it may begin with behind up
# to three spaces: "" is any.
_CONSTRUCTS: tuple[tuple[Construct, str], ...] = (
    (_read_blank, "\n\t\r\f\v"),
    (read_indented_code, "\t"),
    (read_fenced_code, "~`"),
    (_read_quote, ">"),
    (_read_hash_heading, "#"),
    (_read_rule, "*-_"),
    (read_list, "*+-0123456789"),
    (read_definitions, ":"),
    (read_html, "<"),
    (_read_underlined_heading, ""),
    (_read_math, "$\\"),
    (read_table, ""),
    (read_footnote, "["),
    (read_link_target, "["),
    (read_abbreviation, "*"),
    (read_extension, "{"),
    (_read_block_end, "^"),
    (_read_paragraph, ""),
    (_read_bare_line, ""),
)
_DEEPEST_CONSTRUCTS: tuple[Construct, ...] = (_read_blank, _read_paragraph, _read_bare_line)
_BEGINNING_WITH = {
    character: tuple(
        construct
        for construct, characters in _CONSTRUCTS
        if character in characters or not characters
    )
    for character in "".join(characters for _, characters in _CONSTRUCTS)
}
_BEGINNING_WITH[" "] = tuple(construct for construct, _ in _CONSTRUCTS)
_BEGINNING_OTHERWISE = tuple(construct for construct, characters in _CONSTRUCTS if not characters)


def _constructs(character: str) -> tuple[Construct, ...]:
    """What may begin with `character`, for this is asked for each block."""
    return _BEGINNING_WITH.get(character, _BEGINNING_OTHERWISE)
