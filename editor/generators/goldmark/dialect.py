"""Markdown as Hugo reads it."""

import html
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.code_colours import code_block
from editor.generators.fragments import ONE_PIECE, Definitions, Fragment, Key
from editor.generators.goldmark.attributes import use_block_attributes
from editor.generators.goldmark.autolinks import autolink
from editor.generators.goldmark.definition_lists import use_definition_lists
from editor.generators.goldmark.footnotes import GOLDMARK_NOTES, use_footnotes
from editor.generators.goldmark.headings import heading_rule
from editor.generators.goldmark.images import bare_images
from editor.generators.goldmark.inline import use_inline_rules
from editor.generators.goldmark.line_numbers import with_line_numbers
from editor.generators.goldmark.links import escape_url, is_dangerous, target
from editor.generators.goldmark.raw_html import use_raw_html
from editor.generators.goldmark.settings import GoldmarkSettings
from editor.generators.goldmark.tables import use_tables
from editor.generators.goldmark.task_lists import check_box
from editor.generators.goldmark.tight_lists import tight_lists
from editor.generators.goldmark.typographer import own_symbols, quotes, typographer
from editor.generators.markdown_it.blocks import MarkdownItDialect
from editor.generators.markdown_it.lazy import keep_lazy_lines
from editor.generators.markdown_it.links import bound_links
from editor.generators.markdown_it.spaces import keep_spaces
from editor.generators.shortcodes.html import put_back
from editor.generators.shortcodes.reading import (
    MORE,
    WORD,
    Shortcode,
    ends_summary_in_line,
    has_fence,
    is_unended,
    masked,
    take_out,
)

_NESTING = 100  # blocks within blocks: Python's own stack holds several times as many
_OMITTED = "<!-- raw HTML omitted -->"


_SUMMARY_END: Key = ("summary end", "")  # defined as the text of a block that holds it
_FENCE: Key = ("fence", "")
_SUMMARY_ENDS: Key = ("summary ends", "")  # the blocks, by their texts, where it counts


class Goldmark(MarkdownItDialect):
    """Hugo's dialect as `settings` have it."""

    def __init__(self, settings: GoldmarkSettings) -> None:
        super().__init__(_engine(settings), GOLDMARK_NOTES)
        self._shortcodes: dict[int, Shortcode] = {}  # that were met so far

    def definitions(self, text: str) -> Definitions:
        found = dict(super().definitions(text))
        if MORE in text:
            found[_SUMMARY_END] = text
            if ends_summary_in_line(text):
                found[ONE_PIECE] = True
        if has_fence(text):
            found[_FENCE] = True
        return found

    def combined(self, definitions: Iterable[Definitions]) -> Definitions:
        of_blocks = list(definitions)
        ends: set[object] = set()
        for of_block in of_blocks:
            if _SUMMARY_END in of_block:
                ends.add(of_block[_SUMMARY_END])
            if _FENCE in of_block:
                break
        return {**super().combined(of_blocks), _SUMMARY_END: None, _SUMMARY_ENDS: ends}

    def fragment(
        self, text: str, defined: Definitions, open_quotes: tuple[int, int] = (0, 0)
    ) -> Fragment:
        fragment = super().fragment(text, defined, open_quotes)
        if MORE in text:
            fragment.needs = {*fragment.needs, _SUMMARY_ENDS}
        return fragment

    def is_unended(self, text: str) -> bool:
        return is_unended(text)

    def for_cutting(self, text: str) -> str:
        return masked(text)

    def for_reading(self, text: str, defined: Definitions) -> str:
        ends = cast("set[object]", defined.get(_SUMMARY_ENDS, ()))
        taken, found = take_out(text, ends_summary=text in ends)
        self._shortcodes |= found
        return taken

    def finished(self, html: str) -> str:
        return put_back(html, self._shortcodes, self._line) if WORD in html else html

    def prepare(self, environment: MutableMapping[str, Any], open_quotes: tuple[int, int]) -> None:
        for met, number in zip(quotes(environment), open_quotes, strict=True):
            met.open = number

    def conclude(
        self,
        environment: MutableMapping[str, Any],
        open_quotes: tuple[int, int],
        fragment: Fragment,
    ) -> None:
        single, double = quotes(environment)
        fragment.lacks = (open_quotes[0] + single.lacking, open_quotes[1] + double.lacking)
        fragment.leaves = (single.open, double.open)

    def _line(self, text: str) -> str:
        """The HTML of a line, such as a caption, without a paragraph around it."""
        rendered = str(self._markdown.render(text, {})).strip()
        paragraph = rendered.removeprefix("<p>").removesuffix("</p>")
        return rendered if "<p>" in paragraph else paragraph


class _Engine(MarkdownIt):
    """markdown-it with goldmark's addresses."""

    def normalizeLink(self, url: str) -> str:
        return escape_url(url)

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002 - it is a link, if an empty one
        return True


def _engine(settings: GoldmarkSettings) -> MarkdownIt:
    options = {"html": True, "maxNesting": _NESTING, "xhtmlOut": settings.xhtml}
    markdown = _Engine("commonmark", {**options, "breaks": settings.hard_wraps})
    keep_spaces(markdown)
    keep_lazy_lines(markdown)
    bound_links(markdown, target)
    use_inline_rules(markdown)
    use_raw_html(markdown)
    if settings.table:
        use_tables(markdown)
    if settings.strikethrough:
        markdown.enable("strikethrough")
    if settings.linkify:
        markdown.inline.ruler.before("text", "autolinks", autolink(settings.linkify_protocol))
    if settings.typographer:
        markdown.inline.ruler.push("typographer", typographer)
    if settings.definition_list:
        use_definition_lists(markdown)
    if settings.footnote:
        use_footnotes(markdown)
    if settings.task_list:
        markdown.inline.ruler.before("link", "check_box", check_box)
    markdown.core.ruler.after("block", "tight_lists", tight_lists)
    markdown.core.ruler.after("block", "headings", heading_rule(settings))
    markdown.core.ruler.push("strikethrough_tags", _strikethrough_tags)
    if settings.block_attributes:
        use_block_attributes(markdown, settings.auto_heading_id)
    if not settings.wrap_image:
        markdown.core.ruler.push("bare_images", bare_images)
    if not settings.unsafe:
        markdown.core.ruler.push("omit_unsafe", _omit_unsafe)
    if settings.symbols:
        markdown.core.ruler.push("own_symbols", own_symbols(settings.symbols))
    fence = _fence if settings.colours_code else _plain_fence
    for name, rule in (("fence", fence), ("code_block", _code_block), ("image", _image)):
        markdown.add_render_rule(name, rule)
    markdown.add_render_rule("paragraph_close", _end_of_paragraph)
    markdown.add_render_rule("text_special", _escaped_content)
    markdown.add_render_rule("typographic", _entity)
    markdown.add_render_rule("check_box", _content)
    return markdown


def _strikethrough_tags(state: StateCore) -> None:
    for token in _inline_tokens(state.tokens):
        if token.tag == "s":
            token.tag = "del"


def _omit_unsafe(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "html_block":
            token.content = f"{_OMITTED}\n"
    for token in _inline_tokens(state.tokens):
        if token.type == "html_inline":
            token.content = _OMITTED
        for name in ("href", "src"):
            if is_dangerous(str(token.attrs.get(name, ""))) and token.markup != "autolink":
                token.attrs[name] = ""


def _inline_tokens(tokens: Sequence[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def _fence(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    info = unescapeAll(tokens[index].info.strip())
    language = info.split(" ")[0].partition("{")[0]
    options = info.partition("{")[2]
    return with_line_numbers(code_block(tokens[index].content, language), options) + "\n"


def _plain_fence(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    language = unescapeAll(tokens[index].info.strip()).split(" ")[0]
    named = f' class="language-{escapeHtml(language)}"' if language else ""
    return f"<pre><code{named}>{escapeHtml(tokens[index].content)}</code></pre>\n"


def _code_block(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return code_block(tokens[index].content, "") + "\n"


def _end_of_paragraph(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    if not tokens[index].hidden:
        return "</p>\n"
    # A block that opens has its own line already.
    below = tokens[index + 1].type
    return "\n" if below in ("paragraph_open", "html_block", "fence", "code_block") else ""


def _image(
    _renderer: object,
    tokens: Sequence[Token],
    index: int,
    options: Mapping[str, object],
    _environment: object,
) -> str:
    token = tokens[index]
    title = token.attrGet("title")
    end = " />" if options["xhtmlOut"] else ">"
    return (
        f'<img src="{escapeHtml(str(token.attrs["src"]))}" '
        f'alt="{html.escape(_alt(token.children or ()), quote=True)}"'
        + (f' title="{escapeHtml(str(title))}"' if title is not None else "")
        + end
    )


def _alt(tokens: Sequence[Token]) -> str:
    """The text of an image, as goldmark has it: its source without markup, entities unresolved."""
    pieces: list[str] = []
    in_address = False  # <https://…>, which it leaves out
    for token in tokens:
        if token.markup == "autolink":
            in_address = token.nesting > 0
        elif token.children:
            pieces.append(_alt(token.children))
        elif token.type == "typographic":
            pieces.append(f"&{token.markup};")
        elif token.type == "text_special":
            pieces.append(token.markup or token.content)
        elif token.type in ("text", "code_inline") and not in_address:
            pieces.append(token.content)
    return "".join(pieces)


def _entity(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return f"&{tokens[index].markup};"


def _escaped_content(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return escapeHtml(tokens[index].content)


def _content(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    return tokens[index].content
