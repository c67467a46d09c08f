"""HTML made simple enough for a QTextBrowser: few elements, not deep, and nothing that acts.

QTextBrowser lays out in the window's own process and can be made to hang there: 300 tables in each
other are enough.
"""

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

LONGEST = 50_000  # characters of a block; html.parser is quadratic on what it cannot read
DEEPEST = 24  # elements in each other

_KEPT = re.compile(
    "a|abbr|b|blockquote|br|cite|code|d[dlt]|del|div|em|figcaption|figure|h[1-6r]|i|img|ins|kbd|li|"
    "mark|ol|p|pre|q|s|samp|small|span|strong|su[bp]|t[drh]|table|tbody|tfoot|thead|u|ul|var"
)
_VOID = frozenset(("br", "hr", "img"))
_SILENT = frozenset(("script", "style", "template", "noscript", "title", "textarea", "select"))
_START, _END = "\x00", "\x01"  # around a block's first words; HTML holds neither
# Comments, the beginnings of declarations (html.parser raises on some), and our own marks.
_NOT_SHOWN = re.compile(rf"<!--.*?(?:-->|\Z)|<!|[{_START}{_END}]", re.DOTALL)


@lru_cache(maxsize=4096)
def simple_html(html: str) -> str:
    """What QTextBrowser may show of a block's `html`: its source where it is too long."""
    if len(html) > LONGEST:
        return f"<pre>{_START}{escape(html[:LONGEST])}{_END}</pre>"
    parser = _Simple()
    parser.feed(_NOT_SHOWN.sub("", html))
    parser.close()
    return "".join(parser.parts + [f"</{tag}>" for tag in reversed(parser.open)])


def with_anchor(simple: str, name: str) -> str:
    """What `simple_html` gave, its first words marked as the anchor `name`."""
    return simple.replace(_START, f'<span id="{name}">').replace(_END, "</span>")


class _Simple(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self._has_anchor = False
        self._silent = ""  # the element whose content is not shown
        self._is_formula = False  # of which the source is shown alone

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_formula and tag == "annotation":
            self._silent = ""
            return
        if self._silent:
            return
        if tag == "math":
            self._is_formula, self._silent = True, tag
            self.open.append("code")
            self.parts.append("<code>")
        elif tag in _SILENT:
            self._silent = tag
        elif tag == "img":
            self._anchored(_tag(tag, attrs))
        elif tag in _VOID:
            self.parts.append(_tag(tag, attrs))
        elif _KEPT.fullmatch(tag) and len(self.open) < DEEPEST:
            self.open.append(tag)
            self.parts.append(_tag(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._is_formula:
            self._silent = "math"
            if tag != "math":
                return
            self._is_formula, tag = False, "code"
            self._silent = ""
        if tag == self._silent:
            self._silent = ""
        if tag in self.open and not self._silent:
            while self.open:
                closed = self.open.pop()
                self.parts.append(f"</{closed}>")
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip():
            self._anchored(escape(data))
        else:
            self.parts.append(data)

    def _anchored(self, part: str) -> None:
        self.parts.append(part if self._has_anchor else f"{_START}{part}{_END}")
        self._has_anchor = True


def _tag(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    kept = {"a": ("href",), "img": ("src", "alt")}.get(tag, ())
    written = "".join(f' {key}="{escape(value)}"' for key, value in attrs if key in kept and value)
    return f"<{tag}{written}>"
