"""An article for e-mail: programs that read it know no style sheets, so each tag has its own."""

import re
from functools import cache
from itertools import chain

from editor.export.page import Header
from editor.export.tags import Tag, tokens

_SERIF = "Georgia, 'Times New Roman', serif"
_SANS = "Arial, Helvetica, sans-serif"
_MONO = "Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_HEADING = "margin: 1.6em 0 0.5em; line-height: 1.3; font-weight: bold"
_CELL = "padding: 6px 14px 6px 0; border-bottom: 1px solid #dddddd; vertical-align: top"
_STYLES = {
    "h1": f"{_HEADING}; font-size: 24px",
    "h2": f"{_HEADING}; font-size: 21px",
    "h3": f"{_HEADING}; font-size: 18px",
    "h4": f"{_HEADING}; font-size: 16px",
    "h5": f"{_HEADING}; font-size: 16px; color: #666666",
    "h6": f"{_HEADING}; font-size: 16px; color: #666666",
    "p": "margin: 0 0 1em",
    "a": "color: #2f6f5c",
    "blockquote": "margin: 0 0 1em; padding: 0 0 0 16px; border-left: 3px solid #dddddd; "
    "color: #444444; font-style: italic",
    "pre": "margin: 0 0 1em; padding: 12px 14px; background: #f5f6f4; white-space: pre-wrap; "
    f"font: 13px/1.5 {_MONO}",
    "code": f"font-family: {_MONO}; font-size: 0.86em",
    "kbd": f"font-family: {_MONO}; font-size: 0.86em",
    "table": "border-collapse: collapse; margin: 0 0 1em; font-size: 15px",
    "th": f"{_CELL}; border-bottom: 2px solid #dddddd; text-align: left; font-family: {_SANS}",
    "td": _CELL,
    "img": "max-width: 100%; height: auto",
    "figure": "margin: 0 0 1em",
    "figcaption": f"margin: 6px 0 0; font: 13px/1.5 {_SANS}; color: #666666",
    "hr": "width: 80px; margin: 32px auto; border: 0; border-top: 1px solid #cccccc",
    "ul": "margin: 0 0 1em; padding-left: 24px",
    "ol": "margin: 0 0 1em; padding-left: 24px",
    "li": "margin: 4px 0",
    "sup": "font-size: 0.72em; line-height: 0",
    "sub": "font-size: 0.72em; line-height: 0",
    "mark": "background: #f4e3bf",
}
_META = f"margin: 0 0 1.4em; font: 13px/1.5 {_SANS}; color: #666666"
_AROUND = f"max-width: 640px; color: #1f2124; font: 16px/1.6 {_SERIF}"
_LEFT_OUT = frozenset(("class", "id", "style", "contenteditable"))
_DROPPED = frozenset(("style", "input", "button", "select", "textarea", "form"))
_RULE = re.compile(r"^\.highlight \.(\w+) \{ ([^}]*?) ?\}", re.MULTILINE)


def mail_html(header: Header, article: str) -> str:
    """The HTML of an e-mail, of an `article` that stands alone."""
    parts = chain.from_iterable(_inline(html) for html in (header.html, article))
    return f'<div style="{_AROUND}">\n{"".join(parts)}</div>\n'


def _inline(html: str) -> list[str]:
    parts: list[str] = []
    in_code = False  # of a block, which has the styles already
    for token in tokens(html):
        if isinstance(token, Tag) and token.name == "pre":
            in_code = not token.is_end
        if not isinstance(token, Tag):
            parts.append(token.source)
        elif token.name in _DROPPED:
            parts.append(_box(token))
        else:
            parts.append(_styled(token, in_code).source + token.content)
    return parts


def _box(tag: Tag) -> str:
    """What stands for a task's box, which no e-mail program shows."""
    if tag.name != "input" or tag.get("type") != "checkbox":
        return ""
    return "☑ " if any(name == "checked" for name, _ in tag.attributes) else "☐ "


def _styled(tag: Tag, in_code: bool) -> Tag:
    if tag.is_end:
        return tag
    kept = [pair for pair in tag.attributes if pair[0] not in _LEFT_OUT]
    style = "; ".join(
        part for part in (_style_of(tag, in_code), tag.get("style").strip("; ")) if part
    )
    return tag.with_attributes((*kept, *((("style", style),) if style else ())))


def _style_of(tag: Tag, in_code: bool) -> str:
    if tag.name == "code" and in_code:
        return ""
    if tag.name == "span":
        return next((s for name in tag.get("class").split() if (s := _code_styles().get(name))), "")
    return _META if tag.get("id") == "meta" else _STYLES.get(tag.name, "")


@cache
def _code_styles() -> dict[str, str]:
    """The style of each of the classes that code is coloured by."""
    from editor.code_colours import code_css

    return {name: style.strip("; ") for name, style in _RULE.findall(code_css(dark=False))}
