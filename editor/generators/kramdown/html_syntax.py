"""HTML as kramdown sees it in a text: tags, their attributes, and what elements may hold.

Source: https://kramdown.gettalong.org/syntax.html#html-blocks; the lists of elements and
the shape of tags are what the constants of kramdown 2.4 hold.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from editor.generators.kramdown.source import Source
from editor.generators.kramdown.tree import Content

_SPACE = r"[ \t\n\r\f\v]"
NAME = r"(?:[^\W\d][-\w.]*+:)?[^\W\d][-\w.]*+"
_ATTRIBUTE = rf"{_SPACE}++{NAME}(?:{_SPACE}*+={_SPACE}*+(?:\w++|\"[^\"]*+\"|'[^']*+'))?"
_TAG = re.compile(
    rf"(?P<indent> {{0,3}})<(?P<name>{NAME})(?P<attributes>(?:{_ATTRIBUTE})*)"
    rf"{_SPACE}*+(?P<closed>/)?>"
)
_TAG_BEGUN = re.compile(
    rf" {{0,3}}<{NAME}(?:{_ATTRIBUTE})*{_SPACE}*+"
    rf"(?:{NAME}{_SPACE}*+=?{_SPACE}*+(?:\"[^\"]*+|'[^']*+)?)?"
)
_END_TAG = re.compile(rf"(?P<indent> {{0,3}})</(?P<name>{NAME}){_SPACE}*+>")
_ATTRIBUTE_PARTS = re.compile(
    rf"{_SPACE}*+(?P<name>{NAME})"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:(?P<word>\w++)|\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'))?"
)


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


SPAN_ELEMENTS = _names(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option"
    " q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var"
)
BLOCK_ELEMENTS = _names(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset"
    " figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li"
    " main map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul"
)
VOID_ELEMENTS = _names(
    "area base br col command embed hr img input keygen link meta param source track wbr"
)
_BLOCK_CONTENT = _names(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption"
    " footer form header hgroup iframe li main map menu nav noscript object section summary td"
)
_SPAN_CONTENT = _names(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label"
    " legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt"
)
_RAW_CONTENT = _names("script style math option textarea pre code kbd samp var")
# Written in any case; other names keep theirs.
_KNOWN = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | _BLOCK_CONTENT | _RAW_CONTENT


# Where a line that begins with such a tag ends the paragraph, the quote or the lazy item above it.
# A name's letters may be of any script, also where all else is matched as ASCII.
_LAZY = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
STARTS_BLOCK = rf"(?u:<(?!(?:{_LAZY})\b){NAME}|</(?!(?:{_LAZY})\b){NAME}{_SPACE}*+>)"


def content_of(name: str) -> Content:
    """How `name`'s content is read where Markdown in HTML is asked for."""
    if name in _BLOCK_CONTENT:
        return Content.BLOCK
    return Content.SPAN if name in _SPAN_CONTENT else Content.RAW


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag, or one that is closed at once."""

    name: str
    attributes: Mapping[str, str]
    is_closed: bool
    end: int  # offset behind it


def tag_at(text: str, at: int, indented: bool = False) -> Tag | None:
    """The tag that begins at `at`, with up to three spaces before it where it may be `indented`."""
    match = _TAG.match(text, at)
    if match is None or (match["indent"] and not indented):
        return None
    name = known_name(match["name"])
    attributes = {}
    for part in _ATTRIBUTE_PARTS.finditer(match["attributes"]):
        key = part["name"].lower() if name in _KNOWN else part["name"]
        attributes[key] = part["word"] or part["double"] or part["single"] or ""
    return Tag(name, attributes, bool(match["closed"]), match.end())


def tag_reach(text: str, at: int) -> int:
    """Up to where a text was looked at to see that no tag begins at `at`."""
    match = _TAG_BEGUN.match(text, at)
    return match.end() + 1 if match else at


def end_tag_at(text: str, at: int, indented: bool = False) -> tuple[str, int] | None:
    """The name and the end of the closing tag that begins at `at`."""
    match = _END_TAG.match(text, at)
    if match is None or (match["indent"] and not indented):
        return None
    return known_name(match["name"]), match.end()


def known_name(name: str) -> str:
    """`name` in lower case, if HTML has such an element."""
    return name.lower() if name.lower() in _KNOWN else name


def markdown_attribute(value: str | None, name: str) -> Content | None:
    """What `markdown="1"` and its like ask for the content of `name`; `None`: nothing."""
    if value == "1":
        return content_of(name)
    return {"0": Content.RAW, "span": Content.SPAN, "block": Content.BLOCK}.get(value or "")


def comment_end(source: Source, at: int) -> int:
    """The end of the comment that begins at `at`, or -1."""
    return _end_behind(source, at, "<!--", "-->")


def instruction_end(source: Source, at: int) -> int:
    """The end of the processing instruction, `<?php ?>`, that begins at `at`, or -1."""
    return _end_behind(source, at, "<?", "?>")


def _end_behind(source: Source, at: int, opening: str, closing: str) -> int:
    if not source.text.startswith(opening, at):
        return -1
    end = source.find(closing, at + len(opening))
    return end + len(closing) if end >= 0 else -1
