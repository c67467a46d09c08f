"""What is pasted: an address over words as their link, rich text as Markdown."""

import re
from typing import TYPE_CHECKING, Any

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.carets import Command, typing
from editor.writing.dialects import Manner

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+\Z")
_MOST = 300_000  # characters of HTML that are turned into Markdown; more is pasted as its text
_DEEPEST = 150  # tags within tags
_LEFT_OUT = [
    *("script", "style", "head", "title", "meta", "link", "iframe", "object", "embed"),
    *("form", "button", "svg", "noscript"),
]
# HTML without any of these says no more than its text: code copied from an editor, for one.
_SPEAKING = [
    *("a", "b", "strong", "i", "em", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"),
    *("blockquote", "code", "pre", "img", "del", "s", "hr"),
]
_SAFE = re.compile(r"(?:https?:|mailto:|tel:|/|#|\.|[^:]*\Z)", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\`*_\[\]])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_LINE_MARK = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|>|\d{1,9}(?=[.)]\s))", re.MULTILINE)


def pasted(text: str) -> Command:
    """The command that pastes `text`: over selected words an address becomes their link."""
    address = text.strip()
    plain = typing(text)
    if not _ADDRESS.match(address):
        return plain

    def command(whole: str, start: int, end: int) -> Formatted | None:
        words = whole[start:end]
        if not words.strip() or "\n\n" in words or _ADDRESS.match(words.strip()):
            return plain(whole, start, end)
        if whole[max(0, start - 2) : start] == "](" or "](" in words:
            return plain(whole, start, end)
        link = f"[{words}]({_in_brackets(address)})"
        return Formatted([Edit(start, end, link)], start + len(link), start + len(link))

    return command


def markdown_of(html: str, manner: Manner) -> str | None:
    """The Markdown of rich text; None where its plain text says as much, or it is too long.

    Nothing that runs, and no address of a script, comes along.
    """
    if len(html) > _MOST:
        return None
    from bs4 import BeautifulSoup

    try:
        soup = BeautifulSoup(html, "html.parser")
        _clean(soup)
        if soup.find(_SPEAKING) is None or _depth(soup) > _DEEPEST:
            return None
        text = _converter(manner).convert_soup(soup)
    except (RecursionError, ValueError):  # tags within tags without end, broken attributes
        return None
    lines = [_trimmed(line) for line in text.replace("\r", "").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") or None


def _clean(soup: "BeautifulSoup") -> None:
    """Leave out what is no text, and what is bold in name alone, as Google Docs writes it."""
    from bs4 import Comment

    for comment in soup.find_all(string=lambda part: isinstance(part, Comment)):
        comment.extract()
    for tag in soup.find_all(_LEFT_OUT):
        tag.decompose()
    for tag in soup.find_all(["b", "strong", "i", "em"]):
        style = str(tag.get("style", "")).replace(" ", "")
        if "font-weight:normal" in style or "font-style:normal" in style:
            tag.unwrap()
    for tag in soup.find_all(["a", "img"]):
        name = "href" if tag.name == "a" else "src"
        address = str(tag.get(name, "")).strip()
        if not address or not _SAFE.match(address):
            if tag.name == "a":
                tag.unwrap()
            else:
                tag.decompose()


def _depth(soup: "BeautifulSoup") -> int:
    depth, level = 0, list(soup.children)
    while level and depth <= _DEEPEST:
        level = [child for tag in level for child in getattr(tag, "children", ())]
        depth += 1
    return depth


def _converter(manner: Manner) -> Any:
    from markdownify import ATX, MarkdownConverter

    class Converter(MarkdownConverter):
        """Markdown as the editor's commands write it."""

        def escape(self, text: str, parent_tags: object) -> str:
            del parent_tags
            text = _TAG.sub("&lt;", _SPECIAL.sub(r"\\\1", text))
            return _LINE_MARK.sub(r"\1\\\2", text)

        def convert_del(self, _tag: object, text: str, parent_tags: object) -> str:
            del parent_tags
            opening, closing = manner.strike
            words = text.strip()
            return f"{opening}{words}{closing}" if words else ""

        convert_s = convert_del

    options: dict[str, Any] = {
        "heading_style": ATX,
        "bullets": "-",
        "strong_em_symbol": "*",
        "autolinks": False,
        "newline_style": "SPACES",
    }
    return Converter(**options)


def _trimmed(line: str) -> str:
    """Without blanks at its end, save the two that break a line."""
    bare = line.rstrip(" \t")
    return bare + "  " if bare and line.endswith("  ") else bare


def _in_brackets(address: str) -> str:
    """`address` so that its own brackets do not end a link."""
    return address.replace("(", "%28").replace(")", "%29")
