"""From the blocks to the whole: their spans read, attributes given, headings named."""

import re
import unicodedata
from collections.abc import Iterator

from editor.generators.kramdown.document import Document
from editor.generators.kramdown.span_reader import SpanReader
from editor.generators.kramdown.tree import Content, Element, Kind


def finish(root: Element, document: Document) -> None:
    """Read the spans of all blocks below `root`, and of the footnotes."""
    _finish(root, document, document.options.is_github)
    for note in document.footnotes.values():
        _finish(note, document, is_github=False)
    if document.abbreviations:
        names = _abbreviations(document)
        for tree in (root, *document.footnotes.values()):
            _abbreviate(tree, document, names)


def _finish(element: Element, document: Document, is_github: bool) -> None:
    """The GFM parser's additions stay out of HTML elements and of footnotes: `is_github`."""
    children: list[Element] = []
    for child in element.children:
        if child.kind is Kind.UNREAD:
            SpanReader(document, child.value, child).read()
            if is_github:
                _break_lines(child, document.options.hard_wrap)
            children.extend(child.children)
        elif child.kind is not Kind.BOUNDARY:
            source = child.children[0].value if child.kind is Kind.HEADING else ""
            _finish(child, document, is_github and child.kind is not Kind.HTML)
            if child.listed is not None:
                document.apply(child.listed, child.attributes)
            if child.kind is Kind.HEADING:
                options = document.options
                if options.is_github:
                    text = _plain(child)
                else:
                    text = _text_alone(child) if options.auto_id_stripping else source
                child.anchor = _github_id(text) if is_github else _classic_id(text)
            children.append(child)
    element.children = children


def _break_lines(element: Element, hard_wrap: bool) -> None:
    """Make breaks of the line ends in text, of those behind a backslash or of all.

    The last of a block is none: a list or the like stands below it.
    """
    line_end = _ANY_LINE_END if hard_wrap else _ESCAPED_LINE_END
    children: list[Element] = []
    for span in element.children:
        if span.kind is Kind.TEXT and "\n" in span.value:
            first, *others = line_end.split(span.value)
            children.append(Element(Kind.TEXT, first))
            for line in others:
                children += (Element(Kind.BREAK), Element(Kind.TEXT, f"\n{line}"))
            is_last = span is element.children[-1] and element.kind is Kind.UNREAD
            if others and not others[-1] and is_last:
                del children[-2]
        else:
            if span.kind is not Kind.HTML:
                _break_lines(span, hard_wrap)
            children.append(span)
    element.children = children


_ESCAPED_LINE_END = re.compile(r"\\\n")
_ANY_LINE_END = re.compile(r"\n")


def _plain(element: Element) -> str:
    """The text of a heading, of which its id is made."""
    if element.kind in (Kind.TEXT, Kind.CODE, Kind.MATH, Kind.CHARACTER):
        return element.value
    return "".join(_plain(child) for child in element.children)


def _text_alone(element: Element) -> str:
    if element.kind is Kind.TEXT:
        return element.value
    return "".join(_text_alone(child) for child in element.children)


def _github_id(text: str) -> str:
    """The id of a heading by its text; it may be one that an earlier heading has already.

    Source: generate_gfm_header_id in kramdown-parser-gfm
    """
    return _NOT_PLAIN.sub(_word, _SPACES.sub("-", text.lower()))


_SPACES = re.compile(r"[ \t]")
# Letters in circles and boxes are no letters by their category, but to Ruby.
_CIRCLED = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
_NOT_PLAIN = re.compile(f"[^a-z0-9_{_CIRCLED}-]")


def _word(character: re.Match[str]) -> str:
    """What Ruby takes for part of a word; unlike Python accents, and neither `²` nor `①`."""
    category = unicodedata.category(character[0])
    return character[0] if category[0] in "LM" or category in _IN_WORDS else ""


_IN_WORDS = frozenset({"Nd", "Nl", "Pc"})


def _classic_id(text: str) -> str:
    """The id of a heading by its text, as kramdown makes it without the GFM parser.

    Source: https://kramdown.gettalong.org/converter/html.html#auto-ids
    """
    letters = _NOT_ASCII_WORD.sub("", _BEFORE_LETTER.sub("", text))
    return letters.replace(" ", "-").lower() or "section"


_BEFORE_LETTER = re.compile(r"\A[^a-zA-Z]+")
_NOT_ASCII_WORD = re.compile(r"[^a-zA-Z0-9 -]")


def _abbreviations(document: Document) -> re.Pattern[str]:
    names = sorted(document.abbreviations, key=len, reverse=True)
    alternatives = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.ASCII)


def _abbreviate(element: Element, document: Document, names: re.Pattern[str]) -> None:
    children: list[Element] = []
    for child in element.children:
        if child.kind is Kind.TEXT and element.content is not Content.RAW:
            children.extend(_with_abbreviations(child.value, document, names))
        else:
            _abbreviate(child, document, names)
            children.append(child)
    element.children = children


def _with_abbreviations(text: str, document: Document, names: re.Pattern[str]) -> Iterator[Element]:
    done = 0
    for match in names.finditer(text):
        yield Element(Kind.TEXT, text[done : match.start()])
        long, listed = document.abbreviations[match[0]]
        is_told = bool(long) and document.may_expand(len(long))
        element = Element(Kind.ABBREVIATION, match[0], {"title": long} if is_told else {})
        if listed:
            document.apply(listed, element.attributes)
        yield element
        done = match.end()
    yield Element(Kind.TEXT, text[done:])
