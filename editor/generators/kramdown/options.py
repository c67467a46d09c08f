"""kramdown's settings, as Jekyll has them where a site says nothing."""

import html
from dataclasses import dataclass, replace


# https://kramdown.gettalong.org/options.html, lib/jekyll/configuration.rb
@dataclass(frozen=True)
class Options:
    """What a site, or `{::options /}` within a post, can change."""

    auto_ids: bool = True
    auto_id_prefix: str = ""
    hard_wrap: bool = False  # each line end within a paragraph is a break
    # Opening and closing single, then opening and closing double; for French ("‹", "›", "«", "»").
    smart_quotes: tuple[str, str, str, str] = ("‘", "’", "“", "”")
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    footnote_nr: int = 1  # number of the first footnote
    parse_block_html: bool = False  # as if each block element had markdown="1"
    parse_span_html: bool = True
    header_offset: int = 0


def changed(options: Options, attributes: dict[str, str]) -> Options:
    """`options` with those named in `attributes`; what is not known is left out."""
    changes: dict[str, object] = {}
    for key, value in attributes.items():
        if key in _SWITCHES:
            changes[key] = value.strip().lower() not in ("false", "no", "0")
        elif key == "toc_levels":
            changes[key] = toc_levels(value) or options.toc_levels
        elif key in ("footnote_nr", "header_offset") and value.strip().isdecimal():
            changes[key] = min(int(value[:6]), 100_000)
        elif key == "auto_id_prefix":
            changes[key] = value
        elif key == "smart_quotes" and (quotes := smart_quotes(value)):
            changes[key] = quotes
    return replace(options, **changes)  # type: ignore[arg-type]


_SWITCHES = ("auto_ids", "hard_wrap", "parse_block_html", "parse_span_html")


def toc_levels(value: str) -> frozenset[int]:
    """The levels named by "1..3" or "1,2"."""
    first, dots, last = value.partition("..")
    if dots:
        if first.strip().isdecimal() and last.strip().isdecimal():
            return frozenset(range(int(first[:2]), min(int(last[:2]), 6) + 1))
        return frozenset()
    return frozenset(int(level) for level in value.split(",") if level.strip().isdecimal())


def smart_quotes(value: str) -> tuple[str, str, str, str] | None:
    """The four characters that names such as "lsquo,rsquo,ldquo,rdquo" stand for."""
    names = [name.strip() for name in value.split(",")]
    if len(names) != 4:
        return None
    first, second, third, fourth = (
        html.unescape(f"&{name};") if name.isalpha() else name for name in names
    )
    return first, second, third, fourth
