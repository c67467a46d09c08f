"""Links, images, addresses between angle brackets, and the marks of footnotes.

Source: https://kramdown.gettalong.org/syntax.html#links-and-images
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown import attribute_lists
from editor.generators.kramdown.document import link_name
from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.span_reader import SpanReader

_START = re.compile(r"!?\[(?=[^^])")
_BRACKET = re.compile(r"\]|!?\[")
_NAME = re.compile(r"\s*?\[(?P<name>[^\]]+)?\]", re.ASCII)
_PAREN = re.compile(r"(?P<open>\()|(?P<close>\))|\s(?=['\"])", re.ASCII)
_BRACKETED_URL = re.compile(r"\(<(?P<url>[^\n]*?)>")
_TITLE = re.compile(r"\s*?([\"'])(?P<title>.+?)\1\s*?\)", re.ASCII | re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")


def read_link(reader: "SpanReader") -> bool:
    start = reader.position
    opening = _START.match(reader.text, start)
    if opening is None:
        return False
    mark = opening[0]
    element = Element(Kind.IMAGE if mark[0] == "!" else Kind.LINK)
    if (
        (element.kind is Kind.LINK and reader.is_within(Kind.LINK, Kind.IMAGE))
        or not reader.may_try()
        or reader.source.find("]", opening.end()) < 0
    ):
        reader.add_text(mark)
        reader.position = opening.end()
        return True
    reader.position = opening.end()
    if _read_text(reader, element) and _read_target(reader, element, opening.end()):
        reader.add(element)
    else:
        reader.go_back(start, mark)
    return True


def _read_text(reader: "SpanReader", element: Element) -> bool:
    """Read the text of a link up to its closing bracket."""
    count = 1
    images = seen = 0  # among the first children

    def ends() -> bool:
        # The bracket that began an image was counted, the one that ended it was not.
        nonlocal count, images, seen
        images += sum(child.kind is Kind.IMAGE for child in element.children[seen:])
        seen = len(element.children)
        count += -1 if reader.text[reader.position] == "]" else 1
        return count == images

    return reader.read_within(element, _BRACKET, ends)


def _read_target(reader: "SpanReader", element: Element, text_start: int) -> bool:
    """Read what stands behind the text, and give the link its address."""
    text = reader.text
    alt = _ESCAPED.sub(r"\1", text[text_start : reader.position])
    reader.position += 1
    named = _NAME.match(text, reader.position)
    if named is not None or not text.startswith("(", reader.position):
        target = reader.document.links.get(link_name((named and named["name"]) or alt))
        if target is None or not reader.document.may_expand(len(target.url) + len(target.title)):
            return False
        reader.position = named.end() if named else reader.position
        if target.listed:
            reader.document.apply(target.listed, element.attributes)
        _lead(element, target.url, target.title, alt)
        return True
    bracketed = _BRACKETED_URL.match(text, reader.position)
    if bracketed is not None:
        url = bracketed["url"]
        reader.position = bracketed.end()
        if text.startswith(")", reader.position):
            reader.position += 1
            _lead(element, url, "", alt)
            return True
    else:
        url, is_closed = _read_url(reader)
        if is_closed:
            _lead(element, url, "", alt)
            return True
    title = _TITLE.match(text, reader.position)
    if title is None:
        return False
    reader.position = title.end()
    _lead(element, url, title["title"], alt)
    return True


def _read_url(reader: "SpanReader") -> tuple[str, bool]:
    """The address between parentheses, and whether they were closed before a title."""
    start = at = reader.position
    count = 0
    while match := _PAREN.search(reader.text, at):
        at = match.end()
        if match["open"]:
            count += 1
        elif match["close"]:
            count -= 1
            if not count:
                break
        else:
            break
    if match is None:
        reader.document.to_waste -= len(reader.text) - start
    reader.position = at
    return reader.text[start + 1 : at - 1].strip(" \t\n\v\f\r"), count == 0


def _lead(element: Element, url: str, title: str, alt: str) -> None:
    if element.kind is Kind.LINK:
        element.attributes["href"] = url
    else:
        element.attributes["src"] = url
        element.attributes["alt"] = alt
        element.children.clear()
    if title:
        element.attributes["title"] = title


_AUTOLINK = re.compile(r"<(?P<address>(?:mailto|https?|ftps?):[^\n][^\n>]*+|[-.\w]++@[-.\w]++)>")


def read_autolink(reader: "SpanReader") -> bool:
    if reader.source.find(">", reader.position) < 0 or not reader.may_try():
        return False
    match = _AUTOLINK.match(reader.text, reader.position)
    if match is None:
        if reader.text.startswith(("<http", "<ftp", "<mailto"), reader.position):
            end = reader.text.find("\n", reader.position)
            reader.document.to_waste -= (end if end >= 0 else len(reader.text)) - reader.position
        return False
    reader.position = match.end()
    address = match["address"]
    is_mail = not re.match(r"(?:mailto|https?|ftps?):", address)
    link = Element(Kind.LINK, attributes={"href": f"mailto:{address}" if is_mail else address})
    link.add_text(address.removeprefix("mailto:"), Kind.TEXT)
    reader.add(link)
    return True


_FOOTNOTE = re.compile(rf"\[\^(?P<name>{attribute_lists.NAME})\]", re.ASCII)


def read_footnote_mark(reader: "SpanReader") -> bool:
    match = _FOOTNOTE.match(reader.text, reader.position)
    if match is None:
        return False
    reader.position = match.end()
    if reader.document.has_note(match["name"]):
        reader.add(Element(Kind.FOOTNOTE, match["name"]))
    else:
        reader.add_text(match[0])
    return True
