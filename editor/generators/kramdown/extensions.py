"""What stands between blocks and is none: definitions, attribute lists, kramdown's extensions.

Sources: https://kramdown.gettalong.org/syntax.html#link-definitions, #footnotes, #abbreviations,
#block-ials, #extensions
"""

import re
from typing import TYPE_CHECKING

from editor.generators.kramdown import attribute_lists
from editor.generators.kramdown.code_blocks import end_of_indented, without_indent
from editor.generators.kramdown.document import Document, LinkTarget, link_name
from editor.generators.kramdown.options import changed
from editor.generators.kramdown.source import Source
from editor.generators.kramdown.tree import DEFINITIONS, AttributeList, Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_LINK_TARGET = re.compile(
    r" {0,3}\[(?P<name>[^\n\]]+)\]:[ \t]*"
    r"(?:<(?P<bracketed>[^\n]*?)>|(?P<url>\S(?:(?![ \t][\"'])[^\n])*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?(?P<quote>[\"'])(?P<title>[^\n]+?)(?P=quote))?[ \t]*?\n",
    re.ASCII,
)
_ABBREVIATION = re.compile(r" {0,3}\*\[(?P<short>[^\n]+?)\]:(?P<long>[^\n]*)\n")
_FOOTNOTE = re.compile(
    rf" {{0,3}}\[\^(?P<name>{attribute_lists.NAME})\]:[ \t\r\f\v]*(?P<text>[^\n]*\n)", re.ASCII
)


def read_link_target(reader: "BlockReader") -> bool:
    match = reader.match(_LINK_TARGET)
    if match is None:
        return False
    reader.position = match.end()
    url = match["bracketed"] if match["bracketed"] is not None else match["url"]
    target = LinkTarget(url, match["title"] or "")
    reader.document.links[link_name(match["name"])] = target
    target.listed = _define(reader, "link").listed
    return True


def read_abbreviation(reader: "BlockReader") -> bool:
    match = reader.match(_ABBREVIATION)
    if match is None:
        return False
    reader.position = match.end()
    boundary = _define(reader, "abbreviation")
    long = match["long"].strip(" \t\r\f\v\0")
    reader.document.abbreviations[match["short"]] = (long, boundary.listed)
    return True


def read_footnote(reader: "BlockReader") -> bool:
    match = reader.match(_FOOTNOTE)
    if match is None:
        return False
    end = end_of_indented(reader.text, match.end())
    text = match["text"] + reader.text[match.end() : end]
    reader.position = end
    note = Element(Kind.FOOTNOTE, match["name"])
    reader.read_inside(without_indent(text), note)
    reader.document.footnotes[match["name"]] = note
    _define(reader, "footnote")
    return True


def _define(reader: "BlockReader", kind: str) -> Element:
    """Mark the place of a definition. An attribute list may stand above, or below."""
    boundary = reader.add(Element(Kind.BOUNDARY, kind))
    if boundary.listed is None:
        boundary.listed = AttributeList()
    return boundary


_OPENING = (
    r"\{::(?P<name>\w+)(?:\s(?P<options>(?:\\\}|[^}])"
    rf"{{0,{attribute_lists.LONGEST}}}?))?(?P<closed>/)?\}}"
)
_EXTENSION = re.compile(rf" {{0,3}}{_OPENING}[ \t\r\f\v]*\n", re.ASCII)
_SPAN_EXTENSION = re.compile(_OPENING, re.ASCII)
_ANY_END = re.compile(rf"\{{:/(?:{attribute_lists.NAME})?\}}", re.ASCII)


def read_extension(reader: "BlockReader") -> bool:
    if not (reader.match(_BRACE)):
        return False
    if definition := reader.match(attribute_lists.DEFINITION):
        reader.position = definition.end()
        lists = reader.document.attribute_lists
        listed = lists.setdefault(definition["name"], AttributeList())
        attribute_lists.read(definition["list"], listed)
        reader.add(Element(Kind.BOUNDARY, "attributes"))
        return True
    if extension := reader.match(_EXTENSION):
        return _read_block_extension(reader, extension)
    if listed_above := reader.match(attribute_lists.BLOCK_LIST):
        _read_block_list(reader, listed_above)
        return True
    return False


_BRACE = re.compile(r" {0,3}\{:")


def _read_block_list(reader: "BlockReader", match: re.Match[str]) -> None:
    """An attribute list belongs to the block right above, else to the one below."""
    reader.position = match.end()
    above = reader.last
    if (
        above is not None
        and above.kind is not Kind.BLANK
        and (above.kind is not Kind.BOUNDARY or above.value in DEFINITIONS)
    ):
        if above.listed is None:
            above.listed = AttributeList()
        attribute_lists.read(match["list"], above.listed)
        if not reader.match(attribute_lists.BLOCK_LIST):
            reader.tree.children.append(Element(Kind.BOUNDARY, "list"))
        return
    if reader.pending is None:
        reader.pending = AttributeList()
    attribute_lists.read(match["list"], reader.pending)


def _read_block_extension(reader: "BlockReader", opening: re.Match[str]) -> bool:
    end, body = opening.end(), ""
    if not opening["closed"]:
        pattern = re.compile(
            rf"^ {{0,3}}\{{:/(?:{opening['name']})?\}}[ \t\r\f\v]*\n", re.MULTILINE
        )
        closing = reader.source.search(pattern, end)
        if closing is None:
            return False
        body = reader.text[end : closing.start()].removesuffix("\n")
        end = closing.end()
    elements = _extended(reader.document, opening, body, is_span=False)
    if elements is None:
        return False
    reader.position = end
    if opening["name"] == "options":
        reader.add(Element(Kind.BOUNDARY, "extension"))
    reader.tree.children.extend(elements)
    return True


def is_extension(text: str, at: int) -> bool:
    """Whether an extension begins or ends at `at` in a line, be there one of its name or not."""
    return bool(_SPAN_EXTENSION.match(text, at) or _ANY_END.match(text, at))


def span_extension(source: Source, at: int, document: Document) -> tuple[list[Element], int] | None:
    """The elements of the extension that begins at `at` in a line, and its end."""
    opening = _SPAN_EXTENSION.match(source.text, at)
    if opening is None:
        return None
    end, body = opening.end(), ""
    if not opening["closed"]:
        pattern = re.compile(rf"\{{:/(?:{opening['name']})?\}}")
        closing = source.search(pattern, end)
        if closing is None:
            return None
        body, end = source.text[end : closing.start()], closing.end()
    elements = _extended(document, opening, body, is_span=True)
    return None if elements is None else (elements, end)


def _extended(
    document: Document, opening: re.Match[str], body: str, is_span: bool
) -> list[Element] | None:
    """What an extension makes of `body`; `None`: there is no such extension."""
    listed = AttributeList()
    attribute_lists.read(opening["options"] or "", listed)
    if opening["name"] == "comment":
        if opening["closed"]:
            return []
        return [Element(Kind.COMMENT, f"<!-- {body} -->", is_span=is_span)]
    if opening["name"] == "nomarkdown":
        kinds = listed.named.get("type", "").split()
        shown = not opening["closed"] and (not kinds or "html" in kinds)
        return [Element(Kind.RAW, body, is_span=is_span)] if shown else []
    if opening["name"] == "options":
        document.options = changed(document.options, listed.named)
        document.option_changes.append(listed.named)
        return []
    return None
