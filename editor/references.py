"""The addresses that a post names: its images and links, and where in the text each stands.

Found as they are written, in Markdown, HTML and template tags; what stands in code, comments and
raw blocks names nothing. The time is linear in the text.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from editor.post import Post

_IMAGE_NAME = re.compile(r"\.(?:apng|avif|bmp|gif|ico|jfif|jpe?g|png|svg|webp)(?:[?#].*)?\Z", re.I)

_TAG = r"\{\{[^{}\n]{0,500}\}\}|\{%[^%{}\n]{0,500}%\}"
_CODE = r"""
      ^[ \t>]*(?P<fence>`{3,}|~{3,})(?s:.*?)(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)
    | <(?P<raw>script|style|pre|code|textarea)\b(?s:.*?)(?:</(?P=raw)\s*>|\Z)
    | \{%-?[ \t]*(?P<tag>highlight|raw|comment)\b(?s:.*?)(?:\{%-?[ \t]*end(?P=tag)\b[^\n]*|\Z)
    | \{\{[<%][ \t]*(?P<code>highlight)\b(?s:.*?)(?:\{\{[<%][ \t]*/[ \t]*(?P=code)\b[^\n]*|\Z)
    | \{\{[<%]/\*(?s:.*?)(?:\*/[%>]\}\}|\Z)
    | (?<![`\\])(?P<span>`+)(?!`)(?:(?!\n[ \t]*\n)(?s:.)){0,3000}?(?<!`)(?P=span)(?!`)
"""
_FLAGS = re.VERBOSE | re.MULTILINE | re.IGNORECASE
_SHOWN = re.compile(_CODE, _FLAGS)
_NOT_READ = re.compile(
    _CODE
    + r"""
    | <!--(?s:.*?)(?:-->|\Z)
    | (?:\A|(?<=\n))[ \t]*\n(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n(?=[ ]{4}|\t))+
    """,
    _FLAGS,
)
_INLINE = re.compile(
    rf"\]\([ \t]*\n?[ \t]*(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>(?:{_TAG}|\\.|[^\s()\\<]"
    rf"|\((?:{_TAG}|[^\s()])*\))+))"
)
_BRACKET = re.compile(r"\\.|!?\[|\]|\n[ \t]*\n")
_DEFINITION = re.compile(
    rf"^[ ]{{0,3}}\[(?!\^)[^\]\n]{{1,200}}\]:[ \t]*(?:<(?P<pointed>[^<>\n]*)>"
    rf"|(?P<bare>(?:{_TAG}|[^\s<])+))",
    re.MULTILINE,
)
_HTML_TAG = re.compile(
    rf"<(?P<name>a|img|source|video|audio|area)\b(?P<rest>(?:{_TAG}|[^<>]){{0,4000}}>)", re.I
)
_ATTRIBUTE = re.compile(
    rf"(?<![\w-])(?P<name>src|href|poster)\s*=\s*(?:\"(?P<double>(?:{_TAG}|[^\"])*)\""
    rf"|'(?P<single>(?:{_TAG}|[^'])*)'|(?P<bare>(?:{_TAG}|[^\s\"'<>])+))",
    re.I,
)
_SHORTCODE = re.compile(r"\{\{[<%]\s*(?P<name>figure|img|image)\b(?P<rest>[^{}]{0,2000}?)[%>]\}\}")
_PARAMETER = re.compile(r"(?<![\w-])src\s*=\s*(?:\"(?P<double>[^\"]*)\"|`(?P<single>[^`]*)`)")
_PAGE = re.compile(
    r"\{\{[<%]\s*(?P<name>ref|relref)\s+(?:path\s*=\s*)?[\"`]?(?P<to>[^\"`\s<>%]+)[\"`]?[^{}\n]*?[%>]\}\}"
)
_LIQUID = re.compile(r"\{%-?\s*(?P<name>post_url|link)\s+(?P<to>[^\s%{}]+)\s*-?%\}")
_TEMPLATE_LINK = re.compile(r"\{\{[<%]|\{%")


class Kind(StrEnum):
    """What is named, and so how it is looked up."""

    IMAGE = auto()  # or a sound or film: a file that the page shows
    LINK = auto()  # an address that a reader can go to
    POST = auto()  # the name of a post, by Jekyll's `post_url`
    FILE = auto()  # a file of the site, by Jekyll's `link`
    PAGE = auto()  # a page by Hugo's `ref` and `relref`


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a text: `text[start:end]`; `address` without what a notation adds to it."""

    kind: Kind
    start: int
    end: int
    address: str
    line: int  # of the file, from 0


def references(text: str) -> list[Reference]:
    """What the body of the post `text` names, in the order of the text."""
    start = len(Post.parse(text).head)
    masked = _masked(text, start, _NOT_READ)
    found = sorted(_found(masked, start), key=lambda one: one[1])
    result: list[Reference] = []
    line, done, last = text.count("\n", 0, start), start, start
    for kind, begin, end, address in found:
        if begin < last or not address.strip():  # within another: a definition that is none
            continue
        line, done, last = line + text.count("\n", done, begin), begin, end
        result.append(Reference(kind, begin, end, address.strip(), line))
    return result


def without_code(text: str) -> str:
    """The post `text` with blanks for marked code; its length and its lines stay.

    Code that is indented stays as well: it may be the paragraph of a list.
    """
    return _masked(text, len(Post.parse(text).head), _SHOWN)


def _masked(text: str, start: int, pattern: re.Pattern[str]) -> str:
    """`text` with blanks for what names nothing: its length and its lines stay."""
    pieces, done = [text[:start]], start
    for hidden in pattern.finditer(text, start):
        pieces += text[done : hidden.start()], re.sub(r"[^\n]", " ", hidden[0])
        done = hidden.end()
    return "".join((*pieces, text[done:]))


_Found = tuple[Kind, int, int, str]


def _found(text: str, start: int) -> Iterator[_Found]:
    closed = _closed(text, start)
    for link in _INLINE.finditer(text, start):
        kind = closed.get(link.start())
        if kind is not None:
            yield from _told(kind, link, "pointed", "bare")
    for definition in _DEFINITION.finditer(text, start):
        address = definition["pointed"] or definition["bare"] or ""
        kind = Kind.IMAGE if _IMAGE_NAME.search(address) else Kind.LINK
        yield from _told(kind, definition, "pointed", "bare")
    yield from _in_html(text, start)
    yield from _in_tags(text, start)


def _closed(text: str, start: int) -> dict[int, Kind]:
    """For each bracket that ends a link's text or an image's: which of both it is."""
    opened: list[Kind] = []
    closed: dict[int, Kind] = {}
    for sign in _BRACKET.finditer(text, start):
        if sign[0] in ("[", "!["):
            opened.append(Kind.IMAGE if sign[0] == "![" else Kind.LINK)
        elif sign[0] != "]":  # a blank line, which no text of a link goes across, or an escape
            opened = [] if sign[0][0] == "\n" else opened
        elif opened:
            closed[sign.start()] = opened.pop()
    return closed


def _told(kind: Kind, match: re.Match[str], *groups: str) -> Iterator[_Found]:
    group = next((name for name in groups if match[name] is not None), None)
    if group is None:
        return
    address = match[group]
    tag = _TEMPLATE_LINK.search(address)
    if tag and (_PAGE.search(address) or _LIQUID.search(address)):
        return  # told as what the tag names
    yield kind, match.start(group), match.end(group), address


def _in_html(text: str, start: int) -> Iterator[_Found]:
    for tag in _HTML_TAG.finditer(text, start):
        is_link = tag["name"].lower() in ("a", "area")
        for attribute in _ATTRIBUTE.finditer(text, tag.start("rest"), tag.end("rest")):
            name = attribute["name"].lower()
            if is_link != (name == "href"):
                continue
            for kind, begin, end, address in _told(
                Kind.LINK if is_link else Kind.IMAGE, attribute, "double", "single", "bare"
            ):
                yield kind, begin, end, html.unescape(address)


def _in_tags(text: str, start: int) -> Iterator[_Found]:
    for shortcode in _SHORTCODE.finditer(text, start):
        for name in _PARAMETER.finditer(text, shortcode.start("rest"), shortcode.end("rest")):
            yield from _told(Kind.IMAGE, name, "double", "single")
    for page in _PAGE.finditer(text, start):
        yield Kind.PAGE, page.start("to"), page.end("to"), page["to"]
    for tag in _LIQUID.finditer(text, start):
        kind = Kind.POST if tag["name"] == "post_url" else Kind.FILE
        yield kind, tag.start("to"), tag.end("to"), tag["to"]
