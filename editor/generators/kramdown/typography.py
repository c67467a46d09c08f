"""Quotation marks, dashes and other signs that ASCII stands for; entities.

Sources: https://kramdown.gettalong.org/syntax.html#typographic-symbols; the rules for quotation
marks are those of SmartyPants, https://daringfireball.net/projects/smartypants/
"""

import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING

from editor.generators.kramdown.tree import Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.span_reader import SpanReader

_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
# What stands before a mark, then marks and what they become: "o" opens, "c" closes.
_QUOTES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL | re.ASCII), change)
    for pattern, change in (
        (r"(?P<before>)(?P<marks>[\"'])(?=[_*]{1,2}\S)", "o"),
        (rf"(?P<before>)(?P<marks>[\"'])(?={_PUNCTUATION}(?!\.\.)(?u:\B))", "c"),
        (r"(?P<before>\s?)(?P<marks>\"'|'\")(?=\w)", "oo"),
        (r"(?P<before>\s?)(?P<marks>')(?=\d\ds)", "c"),
        (r"(?P<before>\s)(?P<marks>[\"'])(?=\w)", "o"),
        (r"(?P<before>[^ \\\t\r\n\[{(-])(?P<marks>[\"'])", "c"),
        (r"(?P<before>)(?P<marks>[\"'])(?=\s|s(?u:\b)|$)", "c"),
        (r"(?P<before>.?)(?P<marks>[\"'])", "o"),
    )
)
_QUOTE = re.compile(r"[^\\]?[\"']", re.DOTALL)


def read_quote(reader: "SpanReader") -> bool:
    if not _QUOTE.match(reader.text, reader.position):
        return False
    for pattern, change in _QUOTES:
        if match := pattern.match(reader.text, reader.position):
            reader.position = match.end()
            reader.add_text(match["before"])
            quotes = reader.document.options.smart_quotes
            for mark, opens in zip(match["marks"], change, strict=True):
                quote = quotes[2 * (mark == '"') + (opens == "c")]
                reader.add(Element(Kind.CHARACTER, quote))
            return True
    return False


_SYMBOLS = (  # what stands for them, what they are, and their names in a site's settings
    ("---", "—", "mdash"),
    ("--", "–", "ndash"),
    ("...", "…", "hellip"),
    (r"\<<", "<<", ""),
    (r"\>>", ">>", ""),
    ("<< ", "«\N{NO-BREAK SPACE}", "laquo_space"),
    (" >>", "\N{NO-BREAK SPACE}»", "raquo_space"),
    ("<<", "«", "laquo"),
    (">>", "»", "raquo"),
)


def read_symbol(reader: "SpanReader") -> bool:
    options = reader.document.options
    if not options.finds_symbols:
        return False
    for ascii_, symbol, name in _SYMBOLS:
        if reader.text.startswith(ascii_, reader.position):
            reader.position += len(ascii_)
            if name in options.typographic_symbols:
                reader.add(Element(Kind.SYMBOL, options.typographic_symbols[name]))
            else:
                reader.add(Element(Kind.CHARACTER, symbol))
            return True
    return False


_ENTITY = re.compile(
    r"&(?:(?P<name>[\w:][-\w.:]*)|#(?P<decimal>[0-9]+)|#x(?P<hex>[0-9a-fA-F]+));", re.ASCII
)


def read_entity(reader: "SpanReader") -> bool:
    match = _ENTITY.match(reader.text, reader.position)
    if match is None:
        return False
    reader.position = match.end()
    character = _character(match)
    if character is None:
        reader.add(Element(Kind.CHARACTER, "&"))
        reader.add_text(match[0][1:])
    else:
        reader.add(Element(Kind.CHARACTER, character, {"source": match[0]}))
    return True


def _character(entity: re.Match[str]) -> str | None:
    if entity["name"]:
        code = _NAMED.get(entity["name"])
        return None if code is None else chr(code)
    digits, base = (entity["decimal"], 10) if entity["decimal"] else (entity["hex"], 16)
    code = int(digits.lstrip("0")[:12] or "0", base)
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else "\N{REPLACEMENT CHARACTER}"


# HTML 4 names them, and one more.
_NAMED = {**name2codepoint, "apos": ord("'")}
