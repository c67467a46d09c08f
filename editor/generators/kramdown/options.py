"""kramdown's settings, as Jekyll has them where a site says nothing."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

EntityOutput = Literal["as_char", "as_input", "numeric", "symbolic"]


# https://kramdown.gettalong.org/options.html, lib/jekyll/configuration.rb
@dataclass(frozen=True)
class Options:
    """What a site, or `{::options /}` within a post, can change."""

    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False  # without GitHub's additions, which strip anyway
    # Opening and closing single, then opening and closing double; for French ("‹", "›", "«", "»").
    smart_quotes: tuple[str, str, str, str] = ("‘", "’", "“", "”")
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)  # by kramdown's names
    entity_output: EntityOutput = "as_char"
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    footnote_nr: int = 1  # number of the first footnote
    footnote_backlink: str = "&#8617;"  # HTML; "": no way back
    footnote_prefix: str = ""
    parse_block_html: bool = False  # as if each block element had markdown="1"
    parse_span_html: bool = True
    header_offset: int = 0
    remove_line_breaks_for_cjk: bool = False
    # For the site alone, from here on.
    is_github: bool = True  # `input: GFM`
    hard_wrap: bool = False  # each line end within a paragraph is a break
    ends_paragraphs: bool = True  # GitHub's: a list, a heading … need no blank line above
    finds_symbols: bool = True  # dashes, ellipses and « »
    is_mathjax: bool = True  # what draws formulas finds them between backslashes and brackets
    colours_code: bool = True
    colours_code_spans: bool = True
    colours_plain_code: bool = True  # without a language: wrapped as if it were coloured
    first_line: int | None = None  # number of the first line of code; None: lines have no numbers
    link_defs: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # address and title


def changed(options: Options, attributes: Mapping[str, str]) -> Options:
    """`options` with those named in `attributes`; what is not known is left out."""
    changes: dict[str, object] = {}
    for key, value in attributes.items():
        if key in _SWITCHES:
            changes[key] = is_on(value)
        elif key == "toc_levels":
            changes[key] = toc_levels(value) or options.toc_levels
        elif key in ("footnote_nr", "header_offset") and _NUMBER.fullmatch(value.strip()):
            changes[key] = int(value)
        elif key in ("auto_id_prefix", "footnote_prefix", "footnote_backlink"):
            changes[key] = value
        elif key == "smart_quotes" and (quotes := smart_quotes(value)):
            changes[key] = quotes
        elif key == "entity_output" and value.removeprefix(":") in _ENTITY_OUTPUTS:
            changes[key] = value.removeprefix(":")
        elif key == "math_engine":
            changes["is_mathjax"] = value.removeprefix(":") not in ("", "nil")
    return replace(options, **changes)  # type: ignore[arg-type]


_SWITCHES = (
    *("auto_ids", "auto_id_stripping", "parse_block_html", "parse_span_html"),
    "remove_line_breaks_for_cjk",
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_ENTITY_OUTPUTS = ("as_char", "as_input", "numeric", "symbolic")


def is_on(value: str) -> bool:
    """Whether a switch set to `value` is on."""
    return value.strip().lower() not in ("false", "")


def toc_levels(value: str) -> frozenset[int]:
    """The levels named by "1..3" or "1,2"; none where they are not levels."""
    first, dots, last = value.partition("..")
    if dots:
        if first.strip().isdecimal() and last.strip().isdecimal():
            return frozenset(range(int(first[:2]), min(int(last[:2]), 6) + 1))
        return frozenset()
    return frozenset(int(level[:2]) for level in value.split(",") if level.strip().isdecimal())


def smart_quotes(value: str) -> tuple[str, str, str, str] | None:
    """The characters that four names such as "lsquo,rsquo,ldquo,rdquo", or codes, stand for."""
    names = [name.strip() for name in value.split(",")]
    if len(names) != 4:
        return None
    first, second, third, fourth = (_quote(name) for name in names)
    return first, second, third, fourth


def _quote(name: str) -> str:
    if name.isascii() and name.isdecimal() and 0 < int(name[:8]) < 0x110000:
        return chr(int(name[:8]))
    return html.unescape(f"&{name};") if name.isalpha() else name
