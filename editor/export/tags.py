"""HTML read tag by tag, as a browser cuts it, so that some of it can be written anew.

What is not touched comes out as it was. Reading costs time that grows with the text alone, be it
ever so broken. Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"'][^\s>]*))?"
)
_REST = re.compile(r"[\s/]*>")

Attributes = Sequence[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Text:
    """What stands between tags, as it is written: with its character references."""

    source: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag. One that opens an element that holds no tags, as a script's, has its content too."""

    name: str  # in small letters
    attributes: Attributes  # names in small letters, values as they are meant
    is_end: bool
    source: str
    content: str = ""  # up to the end tag, which is in it

    def get(self, name: str) -> str:
        """The value of an attribute, "" where there is none."""
        return next((value or "" for key, value in self.attributes if key == name), "")

    def with_attributes(self, attributes: Attributes) -> "Tag":
        """The tag with other attributes; itself where they are the same."""
        if attributes == self.attributes:
            return self
        written = "".join(
            f" {key}" if value is None else f' {key}="{escape(value)}"' for key, value in attributes
        )
        end = " /" if self.source.endswith("/>") else ""
        return replace(self, attributes=attributes, source=f"<{self.name}{written}{end}>")


def tokens(html: str) -> Iterator[Text | Tag]:
    """`html` in pieces. Comments are left out; what a tag without an end would swallow is text."""
    place = 0
    while (start := html.find("<", place)) >= 0:
        if start > place:
            yield Text(html[place:start])
        if html.startswith(("<!", "<?"), start):
            place = _after_comment(html, start)
            continue
        named = _NAME.match(html, start)
        if named is None:
            yield Text("&lt;")
            place = start + 1
            continue
        tag = _tag(html, named)
        if tag is None:
            yield Text(escape(html[start:], quote=False))
            return
        yield tag
        place = start + len(tag.source) + len(tag.content)
    if place < len(html):
        yield Text(html[place:])


def _after_comment(html: str, start: int) -> int:
    closing = "-->" if html.startswith("<!--", start) else ">"
    end = html.find(closing, start + 2)
    return len(html) if end < 0 else end + len(closing)


def _tag(html: str, named: re.Match[str]) -> Tag | None:
    attributes: list[tuple[str, str | None]] = []
    place = named.end()
    while not (rest := _REST.match(html, place)):
        found = _ATTRIBUTE.match(html, place)
        if found is None:
            return None
        value = found[2]
        if value is not None and value[0] in "\"'":
            value = value[1:-1]
        attributes.append((found[1].lower(), None if value is None else unescape(value)))
        place = found.end()
    name, is_end = named[2].lower(), bool(named[1])
    content = _content(html, rest.end(), name) if name in _RAW and not is_end else ""
    return Tag(name, tuple(attributes), is_end, html[named.start() : rest.end()], content)


def _content(html: str, start: int, name: str) -> str:
    end = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(html, start)
    return html[start : end.end() if end else len(html)]


_LINES = frozenset(
    (
        *("p", "div", "section", "article", "header", "footer", "blockquote", "pre", "hr", "br"),
        *("ul", "ol", "dl", "dt", "dd", "figure", "figcaption", "table", "tr"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_SPACE = re.compile(r"[ \t]*\n(?: (?! ))?")  # of the lines' ends, and that between two blocks
_LINE_ENDS = re.compile(r"\n\s*\n(?=\S|[ \t]|\Z)")
_SILENT = frozenset(("annotation", "template"))


def plain_text(html: str) -> str:
    """What a reader reads of `html`, for programs that take plain text alone."""
    parts: list[str] = []
    silent = ""
    pre = False
    for token in tokens(html):
        if isinstance(token, Tag):
            if token.name in _SILENT:
                silent = "" if token.is_end else token.name
            pre = not token.is_end if token.name == "pre" else pre
            parts.append(_sign(token))
        elif not silent:
            text = unescape(token.source)
            parts.append(text if pre else re.sub(r"[ \t\n]+", " ", text))
    return _LINE_ENDS.sub("\n\n", _SPACE.sub("\n", "".join(parts))).strip()


def _sign(tag: Tag) -> str:
    if tag.name == "img":
        return tag.get("alt")
    if tag.name == "li":
        return "" if tag.is_end else "\n- "
    if tag.name in ("td", "th"):
        return "\t" if tag.is_end else ""
    if tag.name in _LINES:
        return "\n" if tag.name in ("br", "tr", "dt", "dd") else "\n\n"
    return ""
