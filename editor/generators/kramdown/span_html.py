"""HTML within a line of text.

Source: https://kramdown.gettalong.org/syntax.html#html-spans
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown.document import DEEPEST
from editor.generators.kramdown.html_syntax import (
    BLOCK_ELEMENTS,
    NAME,
    VOID_ELEMENTS,
    comment_end,
    content_of,
    end_tag_at,
    markdown_attribute,
    tag_at,
)
from editor.generators.kramdown.tree import Content, Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.span_reader import SpanReader

_START = re.compile(rf"<(?:{NAME}|!--|/)")


def read_html(reader: "SpanReader") -> bool:
    text, at = reader.text, reader.position
    if not _START.match(text, at):
        return False
    end = comment_end(reader.source, at)
    if end >= 0:
        reader.add(Element(Kind.COMMENT, text[at:end], is_span=True))
        reader.position = end
        return True
    if closing := end_tag_at(text, at):
        reader.add_text(text[at : closing[1]])
        reader.position = closing[1]
        return True
    tag = tag_at(text, at)
    if tag is None:
        return False
    reader.position = tag.end
    if tag.name in BLOCK_ELEMENTS or reader.depth >= DEEPEST:
        reader.add_text(text[at : tag.end])
        return True
    attributes = {key: _LINE_ENDS.sub(" ", value) for key, value in tag.attributes.items()}
    asked = markdown_attribute(attributes.pop("markdown", None), tag.name)
    element = Element(Kind.HTML, tag.name, attributes, is_span=True, is_closed=tag.is_closed)
    is_raw = (
        content_of(tag.name) is Content.RAW
        or (reader.tree.kind is Kind.HTML and reader.tree.content is Content.RAW)
        or not reader.document.options.parse_span_html
    )
    if asked is not None:
        is_raw = asked is Content.RAW
    element.content = Content.RAW if is_raw else Content.SPAN
    reader.add(element)
    if not tag.is_closed and tag.name not in VOID_ELEMENTS:
        flags = re.IGNORECASE
        stop = re.compile(rf"</{re.escape(tag.name)}[ \t\n\r\f\v]*>", flags)
        read = reader.read_html_alone if is_raw else reader.read_within
        if read(element, stop) and (end_tag := stop.match(text, reader.position)):
            reader.position = end_tag.end()
    return True


_LINE_ENDS = re.compile(r"\n+")
