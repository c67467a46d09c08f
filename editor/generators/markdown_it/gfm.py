"""GitHub Flavored Markdown, by markdown-it-py: https://github.github.com/gfm/"""

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.code_colours import code_block
from editor.generators.goldmark.footnotes import use_footnotes
from editor.generators.goldmark.links import escape_url
from editor.generators.markdown_it.blocks import MarkdownItDialect
from editor.generators.markdown_it.footnotes import GITHUB_NOTES
from editor.generators.markdown_it.lazy import keep_lazy_lines
from editor.generators.markdown_it.links import BELOW_DEFINITION, bound_links
from editor.generators.markdown_it.spaces import keep_spaces
from editor.generators.markdown_it.strike import use_strikethrough

_NESTING = 100  # blocks within blocks: Python's own stack holds several times as many


class MarkdownItGfm(MarkdownItDialect):
    """CommonMark, tables, task lists, strikethrough, footnotes, and bare addresses made links.

    GFM's rule for those contradicts some of CommonMark's 652 examples, which its own specification
    holds as well: `https://example.com`, `foo@bar.example.com`, `< https://foo.bar >` and
    `<https://foo.bar/baz bim>` are text. (cmark-gfm runs those without the rule.) Here both hold:
    an address stays text behind a pointed bracket, which CommonMark says is no way to write those
    links, and where it is nothing but a name that RFC 2606 reserves for examples. Without
    `bare_addresses` all stay text.

    The tags that GFM takes the effect from are for the preview to seal off; here they are HTML.
    """

    def __init__(self, bare_addresses: bool = True) -> None:
        markdown = _Engine("commonmark", {"maxNesting": _NESTING})
        markdown.enable("table")
        use_strikethrough(markdown)
        use_footnotes(markdown)
        keep_spaces(markdown)
        keep_lazy_lines(markdown)
        rules = markdown.block.ruler
        rules.at("table", table, {"alt": ["paragraph", "reference", BELOW_DEFINITION]})
        bound_links(markdown)
        markdown.core.ruler.push("gfm", _add_gfm)
        if bare_addresses:
            markdown.core.ruler.push("gfm_addresses", _add_links)
        markdown.add_render_rule("fence", _fence)
        super().__init__(markdown, GITHUB_NOTES)


class _Engine(MarkdownIt):
    """markdown-it, with addresses encoded and otherwise as they are written."""

    def normalizeLink(self, url: str) -> str:
        return escape_url(url)

    def normalizeLinkText(self, link: str) -> str:
        return link


def _fence(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    language = unescapeAll(tokens[index].info).split(maxsplit=1)
    return code_block(tokens[index].content, language[0] if language else "") + "\n"


# https://github.github.com/gfm/#autolinks-extension-
_HOST_END = r"[^\W_][\w-]*(?:[:/?#][^\s<]{0,2000})?"
_ADDRESS = re.compile(
    rf"(?<![A-Za-z<])(?P<scheme>https?://|ftp://)(?:[\w-]+\.)*{_HOST_END}"
    rf"|(?:(?<=[\s*_~(])|^)(?P<www>(?=www\.))(?:[\w-]+\.)+{_HOST_END}"
    r"|(?<![A-Za-z0-9._+-])(?P<protocol>mailto:|xmpp:)?"
    r"[A-Za-z0-9._+-]++@(?:[\w-]++\.)+[\w-]*[^\W_](?![\w-])",
    re.IGNORECASE,
)
_ENTITY_END = re.compile(r"&[a-z0-9]+;$", re.IGNORECASE)


def _add_links(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_with_links(token.children, state.md.normalizeLink))


def _add_gfm(state: StateCore) -> None:
    for item, paragraph, inline in zip(
        state.tokens, state.tokens[1:], state.tokens[2:], strict=False
    ):
        if (item.type, paragraph.type) == ("list_item_open", "paragraph_open"):
            _add_checkbox(inline)


def _add_checkbox(inline: Token) -> None:
    """https://github.github.com/gfm/#task-list-items-extension-"""
    first = inline.children[0] if inline.children else None
    if inline.children and first and (mark := re.match(r"\[[ xX]\](?=\s)", first.content)):
        checked = "" if mark[0] == "[ ]" else ' checked=""'
        first.content = first.content[mark.end() :]
        box = f'<input{checked} disabled="" type="checkbox">'
        inline.children.insert(0, Token("html_inline", "", 0, content=box))


_Normalized = Callable[[str], str]  # an address as the HTML has it


def _with_links(tokens: Sequence[Token], normalized: _Normalized) -> Iterator[Token]:
    inside = 0  # links, which may be raw HTML
    for token in tokens:
        if token.type == "link_open":
            inside += 1
        elif token.type == "link_close":
            inside -= 1
        elif token.type == "html_inline":
            inside += bool(re.match(r"<a[\s>]", token.content, re.IGNORECASE))
            inside -= bool(re.match(r"</a\s*>", token.content, re.IGNORECASE))
        if token.type == "text" and inside <= 0:
            yield from _linked(token, normalized)
        else:
            yield token


def _linked(text: Token, normalized: _Normalized) -> Iterator[Token]:
    """`text` with each address in it between the tokens of a link."""
    done = 0
    for match in _ADDRESS.finditer(text.content):
        address = _without_punctuation(match[0])
        if _is_example(text.content, match.start(), address):
            continue
        if done < match.start():
            yield _text(text, text.content[done : match.start()])
        done = match.start() + len(address)
        known = match["scheme"] or match["protocol"]
        href = address if known else f"{'http://' if match['www'] == '' else 'mailto:'}{address}"
        yield Token("link_open", "a", 1, attrs={"href": normalized(href)}, level=text.level)
        yield _text(text, address)
        yield Token("link_close", "a", -1, level=text.level)
    if done < len(text.content):
        yield _text(text, text.content[done:])


# https://www.rfc-editor.org/rfc/rfc2606#section-3
_RESERVED = re.compile(
    r"(?:https?://|ftp://|[\w.+-]+@)(?:[\w-]+\.)*example\.(?:com|net|org)", re.IGNORECASE
)


def _is_example(text: str, start: int, address: str) -> bool:
    """Whether the `address` at `start` is one that is spoken of, not one that leads somewhere."""
    end = start + len(address)
    in_brackets = text.startswith("< ", start - 2) and text.startswith(" >", end) and start > 1
    return in_brackets or bool(_RESERVED.fullmatch(address))


def _text(like: Token, content: str) -> Token:
    return Token("text", "", 0, content=content, level=like.level)


def _without_punctuation(address: str) -> str:
    """`address` without what belongs to the sentence around it."""
    while address:
        if (address[-1] == ")" and address.count(")") > address.count("(")) or address[
            -1
        ] in "?!.,:*_~'\"":
            address = address[:-1]
        elif entity := _ENTITY_END.search(address):
            address = address[: entity.start()]
        else:
            break
    return address
