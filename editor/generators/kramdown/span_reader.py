"""kramdown's spans: the text of a block read from left to right.

At each character that may begin a span the kinds of span are tried in turn. One that turns out not
to end is text, and what it held is read again; how much may be read in vain is bounded, so that
the time is linear: see `Document.to_waste`.

Source: https://kramdown.gettalong.org/syntax.html#span-level-elements
"""

import re
from collections.abc import Callable, Iterator

from editor.generators.kramdown import attribute_lists
from editor.generators.kramdown.code_spans import read_code
from editor.generators.kramdown.document import DEEPEST, Document
from editor.generators.kramdown.emphasis import read_emphasis, read_struck
from editor.generators.kramdown.extensions import is_extension, span_extension
from editor.generators.kramdown.links import read_autolink, read_footnote_mark, read_link
from editor.generators.kramdown.source import Source
from editor.generators.kramdown.span_html import read_html
from editor.generators.kramdown.tree import AttributeList, Element, Kind
from editor.generators.kramdown.typography import read_entity, read_quote, read_symbol

_NEXT = re.compile(r"[^\\][\"']|[\"'*_`<&~\\\[\]]|!\[|\$\$|\{:|--|\.\.\.| ?>>|  (?=\n)", re.DOTALL)
_NEXT_CODE_OR_HTML = re.compile(r"[`<]")
_NEXT_TAG = re.compile(r"<")


class SpanReader:
    """Reads `text` into the children of `tree`.

    A construct is a function that looks at `position`: it adds an element and goes on behind it,
    or returns `False` and leaves all as it was.
    """

    def __init__(self, document: Document, text: str, tree: Element, depth: int = 0) -> None:
        self.document = document
        self.source = Source(text)
        self.text = text
        self.tree = tree
        self.open: list[Kind] = []  # of the elements around `tree`
        self.depth = depth
        self.position = 0
        self._words: list[str] = []  # text not yet in the tree

    def read(
        self,
        stop: re.Pattern[str] | None = None,
        accepts: Callable[[], bool] | None = None,
        next_span: re.Pattern[str] = _NEXT,
    ) -> bool:
        """Read on until `stop` matches, where that is accepted: `True`; else to the end.

        What needs an acceptable stop is given up when too much has been read in vain.
        """
        text = self.text
        while match := next_span.search(text, self.position):
            if accepts is not None and self.document.to_waste <= 0:
                return False
            start = match.start()
            if start > self.position:
                self._words.append(text[self.position : start])
                self.position = start
            if stop and stop.match(text, start) and (accepts is None or accepts()):
                self._flush()
                return True
            if not self._read_span(next_span):
                self._words.append(text[self.position])
                self.position += 1
        self._words.append(text[self.position :])
        self.position = len(text)
        self._flush()
        return False

    def read_within(
        self,
        element: Element,
        stop: re.Pattern[str],
        accepts: Callable[[], bool] | None = None,
        next_span: re.Pattern[str] = _NEXT,
    ) -> bool:
        """Read on into `element` until `stop`."""
        outer, words = self.tree, self._words
        self.open.append(outer.kind)
        self.tree, self._words = element, []
        self.depth += 1
        is_found = self.read(stop, accepts, next_span)
        self.depth -= 1
        self.tree, self._words = outer, words
        self.open.pop()
        return is_found

    def read_inside(self, text: str, tree: Element) -> None:
        """Read `text`, which stood within a span, into `tree`."""
        SpanReader(self.document, text, tree, self.depth + 1).read()

    def add(self, element: Element) -> None:
        self._flush()
        self.tree.children.append(element)

    def add_text(self, text: str) -> None:
        self._words.append(text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been read into the tree so far."""
        return not self.tree.children and not any(self._words)

    def is_within(self, *kinds: Kind) -> bool:
        """Whether the tree, or an element around it, is of one of these kinds."""
        return self.tree.kind in kinds or any(kind in kinds for kind in self.open)

    def may_try(self) -> bool:
        """Whether a span may be read that perhaps has no end."""
        return self.depth < DEEPEST and self.document.to_waste > 0

    def go_back(self, start: int, text: str) -> None:
        """What began at `start` is no span: its mark `text` is text, and is read on behind it."""
        self.document.to_waste -= self.position - start
        self.add_text(text)
        self.position = start + len(text)

    def _flush(self) -> None:
        if self._words:
            text = "".join(self._words)
            self._words = []
            if text:
                self.tree.add_text(text, Kind.TEXT)

    def _read_span(self, next_span: re.Pattern[str]) -> bool:
        character = self.text[self.position]
        if next_span is _NEXT_TAG:
            return read_html(self)
        if next_span is _NEXT_CODE_OR_HTML:
            return read_code(self) if character == "`" else read_html(self)
        for construct in _CONSTRUCTS.get(character, ()):
            if construct(self):
                return True
        if read_quote(self):
            return True
        return any(construct(self) for construct in _CONSTRUCTS_AFTER_QUOTES.get(character, ()))

    def last_span(self) -> Element | None:
        """The element read last, if no text stands behind it."""
        self._flush()
        last = self.tree.children[-1] if self.tree.children else None
        return None if last is None or last.kind is Kind.TEXT else last

    def read_html_alone(self, element: Element, stop: re.Pattern[str]) -> bool:
        """Read on into `element`, nothing but tags and text."""
        return self.read_within(element, stop, next_span=_NEXT_TAG)


def _read_math(reader: SpanReader) -> bool:
    start = reader.position
    if not reader.text.startswith("$$", start):
        return False
    end = reader.source.find("$$", start + 2)
    if end < 0:
        return False
    reader.add(Element(Kind.MATH, reader.text[start + 2 : end].strip(" \t\n\v\f\r"), is_span=True))
    reader.position = end + 2
    return True


def _read_braces(reader: SpanReader) -> bool:
    """An attribute list belongs to the span before it; else the brace is text."""
    start = reader.position
    if not reader.text.startswith("{:", start) or (
        reader.text.find("}", start, start + attribute_lists.LONGEST) < 0
    ):
        return False
    extension = span_extension(reader.source, reader.position, reader.document)
    if extension is not None:
        for element in extension[0]:
            reader.add(element)
        reader.position = extension[1]
        return True
    if is_extension(reader.text, reader.position):
        return False
    match = attribute_lists.SPAN_LIST.match(reader.text, reader.position)
    last = reader.last_span() if match else None
    if match is None or last is None:
        return False
    reader.position = match.end()
    listed = AttributeList()
    attribute_lists.read(match["list"], listed)
    reader.document.apply(listed, last.attributes)
    if last.listed is None:
        last.listed = AttributeList()
    last.listed.references.extend(listed.references)
    return True


def _read_line_break(reader: SpanReader) -> bool:
    match = _LINE_BREAK.match(reader.text, reader.position)
    if match is None or reader.document.options.hard_wrap:
        return False
    reader.position = match.end()
    reader.add(Element(Kind.BREAK))
    return True


_LINE_BREAK = re.compile(r"(?:  |\\\\)(?=\n)")


def _read_escape(reader: SpanReader) -> bool:
    following = reader.text[reader.position + 1 : reader.position + 2]
    if not following or following not in "\\.*_+`<>()[]{}#!:|\"'$=-~":
        return False
    if following == "~" and not reader.document.options.is_github:
        return False
    reader.add_text(following)
    reader.position += 2
    return True


Construct = Callable[[SpanReader], bool]
_CONSTRUCTS: dict[str, tuple[Construct, ...]] = {
    "*": (read_emphasis,),
    "_": (read_emphasis,),
    "`": (read_code,),
    "<": (read_autolink, read_html),
    "[": (read_footnote_mark, read_link),
    "!": (read_link,),
}
_CONSTRUCTS_AFTER_QUOTES: dict[str, tuple[Construct, ...]] = {
    "$": (_read_math,),
    "{": (_read_braces,),
    "&": (read_entity,),
    "-": (read_symbol,),
    ".": (read_symbol,),
    "<": (read_symbol,),
    ">": (read_symbol,),
    " ": (read_symbol, _read_line_break),
    "\\": (read_symbol, _read_line_break, _read_escape),
    "~": (read_struck,),
}


def without_code(document: Document, text: str) -> Iterator[tuple[bool, str]]:
    """The pieces of `text` outside of HTML elements, and which of them are code."""
    root = Element(Kind.ROOT)
    SpanReader(document, text, root).read(next_span=_NEXT_CODE_OR_HTML)
    for child in root.children:
        if child.kind in (Kind.TEXT, Kind.CODE, Kind.COMMENT):
            yield child.kind is Kind.CODE, child.value
