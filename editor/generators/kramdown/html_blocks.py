"""HTML between the blocks of a text, its content read as Markdown where that is asked for.

Source: https://kramdown.gettalong.org/syntax.html#html-blocks
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown.document import DEEPEST
from editor.generators.kramdown.html_syntax import (
    NAME,
    SPAN_ELEMENTS,
    VOID_ELEMENTS,
    Tag,
    comment_end,
    content_of,
    end_tag_at,
    instruction_end,
    known_name,
    markdown_attribute,
    tag_at,
    tag_reach,
)
from editor.generators.kramdown.tree import Content, Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_START = re.compile(rf" {{0,3}}<(?:{NAME}|!--|/)")
_REST_OF_LINE = re.compile(r"[ \t]*\n")
_RAW_START = re.compile(rf"<(?={NAME}|/|!--|\?)")


def read_html(reader: "BlockReader") -> bool:
    if not reader.match(_START):
        return False
    text, at = reader.text, reader.position
    end = comment_end(reader.source, at)
    if end >= 0:
        reader.tree.children.append(Element(Kind.COMMENT, text[at:end]))
        reader.position = end
        _skip_rest_of_line(reader)
        return True
    tag = tag_at(text, at, indented=True)
    if tag is not None and tag.name.lower() not in SPAN_ELEMENTS:
        reader.position = tag.end
        _read_element(reader, tag)
        return True
    reader.source.look_to(tag_reach(text, at))
    closing = end_tag_at(text, at, indented=True)
    if (
        closing is None
        or closing[0].lower() in SPAN_ELEMENTS
        or reader.tree.kind is not Kind.HTML
        or reader.tree.value != closing[0].lower()
    ):
        return False
    reader.position = closing[1]
    reader.is_stopped = True
    return True


def _read_element(reader: "BlockReader", tag: Tag) -> None:
    """Read the element that `tag` opens; the reader stands behind the tag."""
    attributes = dict(tag.attributes)
    asked = markdown_attribute(attributes.pop("markdown", None), tag.name)
    element = Element(Kind.HTML, tag.name, attributes)
    element.is_closed = tag.is_closed or tag.name in VOID_ELEMENTS
    parent = reader.tree
    if reader.pending is not None:
        element.listed, reader.pending = reader.pending, None
    is_within_raw = parent.kind is Kind.HTML and parent.content is Content.RAW
    element.content = Content.RAW
    if asked is not None:
        element.content = asked
    elif reader.document.options.parse_block_html and not is_within_raw:
        element.content = content_of(tag.name)
    parent.children.append(element)
    if tag.name in ("script", "style"):
        element.content = Content.RAW
        _read_text(reader, element, Kind.RAW)
        return
    if element.content is Content.BLOCK:
        _skip_rest_of_line(reader)
    if element.is_closed:
        return
    if reader.depth >= DEEPEST or element.content is Content.SPAN:
        _read_text(reader, element, Kind.UNREAD if reader.depth < DEEPEST else Kind.TEXT)
    elif element.content is Content.BLOCK:
        reader.read_within(element)
    else:
        _read_raw(reader, element)
    if not is_within_raw:
        _skip_rest_of_line(reader)


def _skip_rest_of_line(reader: "BlockReader") -> None:
    if match := reader.match(_REST_OF_LINE):
        reader.position = match.end()


def _read_text(reader: "BlockReader", element: Element, kind: Kind) -> None:
    """Take all up to the element's end tag as text of this kind."""
    start = reader.position
    end = reader.source.search(_end_tag(element.value), start)
    element.add_text(reader.text[start : end.start() if end else len(reader.text)], kind)
    reader.position = end.end() if end else len(reader.text)


def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{re.escape(name)}[ \t\n\r\f\v]*>", re.IGNORECASE)


def _read_raw(reader: "BlockReader", element: Element) -> None:
    """Read HTML as it is up to the end tag; in it, elements may ask for Markdown again."""
    outer = reader.tree, reader.depth
    reader.tree, reader.depth = element, reader.depth + 1
    text = reader.text
    while reader.position < len(text):
        start = _RAW_START.search(text, reader.position)
        if start is None:
            element.add_text(text[reader.position :], Kind.TEXT)
            reader.position = len(text)
            break
        element.add_text(text[reader.position : start.start()], Kind.TEXT)
        at = reader.position = start.start()
        end = max(comment_end(reader.source, at), instruction_end(reader.source, at))
        if end >= 0:
            element.children.append(Element(Kind.COMMENT, text[at:end]))
            reader.position = end
        elif tag := tag_at(text, at):
            reader.position = tag.end
            _read_element(reader, tag)
        elif closing := end_tag_at(text, at):
            reader.position = closing[1]
            if closing[0] == known_name(element.value):
                break
            element.add_text(text[at : closing[1]], Kind.TEXT)
        else:
            element.add_text("<", Kind.TEXT)
            reader.position = at + 1
    reader.tree, reader.depth = outer
