"""kramdown's tree as HTML."""

import html
import json
import re
from collections.abc import Callable, Mapping

from editor.code_colours import code_block
from editor.generators import marks
from editor.generators.kramdown import footnotes
from editor.generators.kramdown.document import Document
from editor.generators.kramdown.entities import escape, written
from editor.generators.kramdown.html_syntax import VOID_ELEMENTS
from editor.generators.kramdown.line_numbers import with_line_numbers
from editor.generators.kramdown.tree import Content, Element, Kind


class Converter:
    """Writes the HTML of a block's tree, or of a whole post's."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def html(self, root: Element) -> str:
        """The HTML of `root`, with marks for what the rest of the post decides."""
        return self._inner(root)

    def notes(self) -> dict[str, str]:
        """The HTML of the footnotes, by name, with such marks."""
        return {
            name: footnotes.note(note, self._inner(note), self._document.options)
            for name, note in self._document.footnotes.items()
        }

    def _inner(self, element: Element) -> str:
        return "".join(self._convert(child, element) for child in element.children)

    def _convert(self, element: Element, parent: Element) -> str:
        return _CONVERTERS[element.kind](self, element, parent)

    # Blocks

    def _blank(self, _element: Element, _parent: Element) -> str:
        return ""

    def _paragraph(self, element: Element, _parent: Element) -> str:
        inner = self._inner(element)
        if element.is_bare:
            return inner
        children = element.children
        if (
            len(children) == 1
            and children[0].kind is Kind.IMAGE
            and children[0].refers_to("standalone")
        ):
            caption = children[0].attributes.get("alt", "")
            attributes = _attributes(element.attributes)
            return (
                f"<figure{attributes}>{inner}<figcaption>{escape(caption)}</figcaption></figure>\n"
            )
        return f"<p{_attributes(element.attributes)}>{inner}</p>\n"

    def _heading(self, element: Element, _parent: Element) -> str:
        level = max(1, min(6, element.level + self._document.options.header_offset))
        attributes = dict(element.attributes)
        anchor = attributes.get("id")
        inner = self._inner(element)
        if "id" not in attributes and self._document.options.auto_ids:
            wished = self._document.options.auto_id_prefix + element.anchor
            anchor = ""
            if wished:
                attributes["id"] = marks.mark(marks.ID, wished)
        named = ""
        if anchor is not None and "no_toc" not in attributes.get("class", "").split():
            wanted = f"{anchor}\n{element.level}\n{self._toc_text(element, inner)}"
            named = marks.mark(marks.HEADING, wanted)
        return f"<h{level}{_attributes(attributes)}>{named}{inner}</h{level}>\n"

    def _toc_text(self, heading: Element, inner: str) -> str:
        """The HTML of `heading`, which is `inner`, as an entry of a table of contents."""
        if not _has_links(heading.children):
            return inner
        return self._inner(Element(Kind.ROOT, children=_without_links(heading.children)))

    def _code_block(self, element: Element, _parent: Element) -> str:
        attributes, options = dict(element.attributes), self._document.options
        is_plain = "language-" not in attributes.get("class", "")
        if not options.colours_code or (is_plain and not options.colours_plain_code):
            name = attributes.pop("class", "")
            inner = _attributes({"class": name} if name else {})
            code = html.escape(element.value, quote=False)
            return f"<pre{_attributes(attributes)}><code{inner}>{code}</code></pre>\n"
        classes = attributes.get("class", "").split()
        language = next((name[9:] for name in classes if name.startswith("language-")), "")
        attributes["class"] = " ".join([*classes, "highlighter-rouge"])
        code = code_block(element.value, language)
        if options.first_line is not None:
            code = with_line_numbers(code, options.first_line)
        return f"<div{_attributes(attributes)}>{code}</div>\n"

    def _quote(self, element: Element, _parent: Element) -> str:
        inner = self._inner(element)
        return f"<blockquote{_attributes(element.attributes)}>\n{inner}</blockquote>\n"

    def _rule(self, element: Element, _parent: Element) -> str:
        return f"<hr{_attributes(element.attributes)} />\n"

    def _list(self, element: Element, _parent: Element) -> str:
        tag = _LIST_TAGS[element.kind]
        html = f"<{tag}{_attributes(element.attributes)}>\n{self._inner(element)}</{tag}>\n"
        if element.kind is not Kind.DEFINITIONS:
            if element.refers_to("toc"):
                return self._contents_mark(element, html)
            if element.refers_to("footnotes"):
                return marks.mark(marks.NOTES, f"\n{marks.without_marks(html)}")
        return html

    def _contents_mark(self, element: Element, html: str) -> str:
        attributes = {"id": "markdown-toc", **element.attributes}
        levels = sorted(self._document.options.toc_levels)
        tag = _LIST_TAGS[element.kind]
        wanted = json.dumps([levels, tag, _attributes(attributes), attributes["id"]])
        return marks.mark(marks.CONTENTS, f"{wanted}\n{marks.without_marks(html)}")

    def _item(self, element: Element, _parent: Element) -> str:
        tag = {Kind.ITEM: "li", Kind.TERM: "dt", Kind.MEANING: "dd"}[element.kind]
        inner = self._inner(element)
        if element.kind is not Kind.TERM and element.children and not element.children[0].is_bare:
            inner = "\n" + inner
        return f"<{tag}{_attributes(element.attributes)}>{inner}</{tag}>\n"

    def _table(self, element: Element, _parent: Element) -> str:
        parts = []
        for part in element.children:
            tag = "th" if part.value == "thead" else "td"
            rows = "".join(self._row(row, tag, element.alignment) for row in part.children)
            parts.append(f"<{part.value}{_attributes(part.attributes)}>\n{rows}</{part.value}>\n")
        return f"<table{_attributes(element.attributes)}>\n{''.join(parts)}</table>\n"

    def _row(self, row: Element, tag: str, alignment: list[str]) -> str:
        cells = []
        for number, cell in enumerate(row.children):
            attributes = dict(cell.attributes)
            if number < len(alignment) and alignment[number]:
                style = f"text-align: {alignment[number]}"
                attributes["style"] = (
                    f"{style};{attributes['style']}" if "style" in attributes else style
                )
            inner = self._inner(cell) or "\N{NO-BREAK SPACE}"
            cells.append(f"<{tag}{_attributes(attributes)}>{inner}</{tag}>\n")
        return f"<tr{_attributes(row.attributes)}>\n{''.join(cells)}</tr>\n"

    def _html(self, element: Element, parent: Element) -> str:
        inner = self._inner(element)
        opening = f"<{element.value}{_attributes(element.attributes)}"
        is_void = element.value in VOID_ELEMENTS
        if element.is_span:
            return (
                f"{opening} />" if is_void and not inner else f"{opening}>{inner}</{element.value}>"
            )
        end = "" if parent.kind is Kind.HTML and parent.content is Content.RAW else "\n"
        if element.is_closed and element.content is Content.RAW:
            return f"{opening} />{end}"
        if not inner and is_void:
            return f"{opening} />{end}"
        if inner and element.content is Content.BLOCK:
            inner = f"\n{inner}"
        return f"{opening}>{inner}</{element.value}>{end}"

    def _comment(self, element: Element, parent: Element) -> str:
        is_within = element.is_span or (parent.kind is Kind.HTML and parent.content is Content.RAW)
        return element.value + ("" if is_within else "\n")

    def _raw(self, element: Element, parent: Element) -> str:
        is_within = element.is_span or parent.kind is Kind.HTML
        return element.value + ("" if is_within or element.value.endswith("\n") else "\n")

    def _math(self, element: Element, _parent: Element) -> str:
        attributes = _attributes(element.attributes)
        if not self._document.options.is_mathjax:
            names = f"{element.attributes.get('class', '')} kdmath".strip()
            attributes = _attributes({**element.attributes, "class": names})
            if element.is_span:
                return f"<span{attributes}>${element.value}$</span>"
            return f"<div{attributes}>$$\n{element.value}\n$$</div>\n"
        if element.is_span and attributes:
            return f"<span{attributes}>${element.value}$</span>"
        formula = html.escape(element.value, quote=False)
        if element.is_span:
            return rf"\({formula}\)"
        formula = rf"\[{formula}\]"
        return f"<div{attributes}>{formula}</div>\n" if attributes else f"{formula}\n"

    # Spans

    def _text(self, element: Element, _parent: Element) -> str:
        text = escape(element.value)
        if self._document.options.remove_line_breaks_for_cjk and "\n" in text:
            text = _CJK_LINE_BREAK.sub("", text)
        return text

    def _character(self, element: Element, _parent: Element) -> str:
        output = self._document.options.entity_output
        return written(element.value, output, element.attributes.get("source", ""))

    def _break(self, _element: Element, _parent: Element) -> str:
        return "<br />"

    def _span(self, element: Element, _parent: Element) -> str:
        tag = {Kind.EMPHASIS: "em", Kind.STRONG: "strong"}[element.kind]
        return f"<{tag}{_attributes(element.attributes)}>{self._inner(element)}</{tag}>"

    def _code(self, element: Element, _parent: Element) -> str:
        attributes = dict(element.attributes)
        options = self._document.options
        if options.colours_code_spans and options.colours_plain_code:
            names = ["language-plaintext", *attributes.get("class", "").split()]
            attributes["class"] = " ".join([*names, "highlighter-rouge"])
        return f"<code{_attributes(attributes)}>{html.escape(element.value, quote=False)}</code>"

    def _link(self, element: Element, _parent: Element) -> str:
        return f"<a{_attributes(element.attributes)}>{self._inner(element)}</a>"

    def _image(self, element: Element, _parent: Element) -> str:
        return f"<img{_attributes(element.attributes)} />"

    def _footnote(self, element: Element, _parent: Element) -> str:
        attributes = _attributes(element.attributes)
        return footnotes.reference_mark(element.value, self._document.options, attributes)

    def _abbreviation(self, element: Element, _parent: Element) -> str:
        return f"<abbr{_attributes(element.attributes)}>{escape(element.value)}</abbr>"

    def _nothing(self, element: Element, _parent: Element) -> str:
        return escape(element.value)


# Between two letters of Chinese or Japanese.
_CJK_LINE_BREAK = re.compile(
    r"(?<=[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])\n"
    r"(?=[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f])"
)
_LIST_TAGS = {Kind.UNORDERED: "ul", Kind.ORDERED: "ol", Kind.DEFINITIONS: "dl"}


def _has_links(spans: list[Element]) -> bool:
    """Whether `spans` hold what an entry of the table of contents must not."""
    return any(
        span.kind in (Kind.LINK, Kind.FOOTNOTE)
        or "id" in span.attributes
        or _has_links(span.children)
        for span in spans
    )


def _without_links(spans: list[Element]) -> list[Element]:
    """`spans` as an entry of the table of contents may hold them."""
    kept: list[Element] = []
    for span in spans:
        if span.kind is Kind.LINK:
            kept.extend(_without_links(span.children))
        elif span.kind is not Kind.FOOTNOTE:
            attributes = {key: value for key, value in span.attributes.items() if key != "id"}
            kept.append(
                Element(
                    span.kind,
                    span.value,
                    attributes,
                    _without_links(span.children),
                    is_span=span.is_span,
                    content=span.content,
                )
            )
    return kept


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {key}="{escape(value).replace(chr(34), "&quot;")}"'
        for key, value in attributes.items()
        if key != "id" or value.strip()
    )


_Convert = Callable[[Converter, Element, Element], str]
_CONVERTERS: Mapping[Kind, _Convert] = {
    Kind.BLANK: Converter._blank,
    Kind.PARAGRAPH: Converter._paragraph,
    Kind.HEADING: Converter._heading,
    Kind.CODE_BLOCK: Converter._code_block,
    Kind.QUOTE: Converter._quote,
    Kind.RULE: Converter._rule,
    Kind.UNORDERED: Converter._list,
    Kind.ORDERED: Converter._list,
    Kind.DEFINITIONS: Converter._list,
    Kind.ITEM: Converter._item,
    Kind.TERM: Converter._item,
    Kind.MEANING: Converter._item,
    Kind.TABLE: Converter._table,
    Kind.HTML: Converter._html,
    Kind.COMMENT: Converter._comment,
    Kind.RAW: Converter._raw,
    Kind.MATH: Converter._math,
    Kind.TEXT: Converter._text,
    Kind.SYMBOL: Converter._nothing,
    Kind.CHARACTER: Converter._character,
    Kind.BREAK: Converter._break,
    Kind.EMPHASIS: Converter._span,
    Kind.STRONG: Converter._span,
    Kind.CODE: Converter._code,
    Kind.LINK: Converter._link,
    Kind.IMAGE: Converter._image,
    Kind.FOOTNOTE: Converter._footnote,
    Kind.ABBREVIATION: Converter._abbreviation,
    Kind.UNREAD: Converter._nothing,
}
