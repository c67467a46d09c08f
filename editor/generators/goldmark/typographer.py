"""Curly quotes, dashes and ellipses as goldmark sets them."""

from collections.abc import Callable, Mapping, MutableMapping
from html import unescape
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from editor.generators.goldmark.characters import flanking, is_category_p, is_punctuation, is_space
from editor.generators.goldmark.quotes import QuoteCount, Quotes
from editor.generators.markdown_it.links import is_in_image

_KEY = "goldmark.quotes"
_RUN = -5  # where the run of quotes under way ends; a key of the state's cache: see raw_html.py

_MARKS = (
    ("---", "mdash"),
    ("--", "ndash"),
    ("...", "hellip"),
    ("<<", "laquo"),
    (">>", "raquo"),
)


def quotes(environment: MutableMapping[str, Any]) -> Quotes:
    """The quotes that were met so far in a text."""
    met: Quotes = environment.setdefault(_KEY, (QuoteCount(), QuoteCount()))
    return met


def typographer(state: StateInline, silent: bool) -> bool:
    """A rule, the last of all, that makes tokens `typographic`: `markup` is the entity's name."""
    if silent:
        return False
    for mark, name in _MARKS:
        if state.src.startswith(mark, state.pos):
            _push(state, name)
            state.pos += len(mark)
            return True
    if state.src[state.pos] not in "'\"":
        return False
    name = _single(state) if state.src[state.pos] == "'" else _double(state)
    if name:
        _push(state, name)
        state.pos += 1
    return bool(name)


def own_symbols(symbols: Mapping[str, str]) -> Callable[[StateCore], None]:
    """A rule that writes `symbols`, by Hugo's names in lower case, for goldmark's.

    Apostrophes stay, and closing single quotes with them: they are the same sign here.
    """

    def rule(state: StateCore) -> None:
        for block in state.tokens:
            for token in block.children or ():
                symbol = symbols.get(_HUGO_NAMES.get(token.markup, ""))
                if token.type == "typographic" and symbol is not None:
                    token.type, token.content, token.markup = "text_special", symbol, ""

    return rule


_HUGO_NAMES = {
    "lsquo": "leftsinglequote",
    "ldquo": "leftdoublequote",
    "rdquo": "rightdoublequote",
    "ndash": "endash",
    "mdash": "emdash",
    "hellip": "ellipsis",
    "laquo": "leftanglequote",
    "raquo": "rightanglequote",
}


def _push(state: StateInline, name: str) -> None:
    token = state.push("typographic", "", 0)
    token.content = unescape(f"&{name};")
    token.markup = name


def _rest(state: StateInline) -> bytes:
    """The beginning of the rest of the line, its end included: goldmark counts bytes."""
    end = state.src.find("\n", state.pos) + 1 or len(state.src)
    rest = state.src[state.pos : min(end, state.pos + 8)].encode("utf-8", "replace")
    # An image's text is read for itself.
    return rest + b"](" if is_in_image(state) else rest


def _flanking(state: StateInline) -> tuple[bool, bool]:
    if state.cache.get(_RUN, 0) <= state.pos:  # the first of a run of quotes
        end = state.pos
        while end < len(state.src) and state.src[end] == state.src[state.pos]:
            end += 1
        state.cache[_RUN] = end
    return flanking(state.src, state.pos, state.cache[_RUN])


def _single(state: StateInline) -> str:
    """The entity in place of a single quote, or ""."""
    line = _rest(state)
    before = state.src[state.pos - 1] if state.pos else "\n"
    after = state.src[state.pos + 1 : state.pos + 2]
    opens, closes = _flanking(state)
    is_decade = len(line) > 3 and line[1:3].isdigit() and line[3:4] == b"s"  # '90s
    if opens and not closes and is_decade and _ends_word(state.src, state.pos + 4):
        return "rsquo"
    if (is_category_p(before) or is_space(before)) and line[1:2] in (b"t", b"e", b"n", b"l"):
        return "rsquo"  # 'twas, 'em, 'net
    if (before.isdecimal() or before.isalpha()) and after.isalpha():
        return "rsquo"
    met, _ = quotes(state.env)
    if opens and not closes:
        if _is_contraction(line):
            return "rsquo"
        met.open += 1
        return "lsquo"
    if len(line) > 2 and not line[1:2].isdigit():  # dogs', doin'
        return "rsquo"
    return "rsquo" if _closes(state, line, opens, closes) and met.close() else ""


def _is_contraction(line: bytes) -> bool:
    """Whether `line` begins as the end of I'm, don't, you'd or of I've, I'll, you're."""
    if line[1:2] in (b"s", b"m", b"t", b"d") and _ends_word_bytes(line[2:3]):
        return True
    return line[1:3] in (b"ve", b"ll", b"re") and _ends_word_bytes(line[3:4])


def _double(state: StateInline) -> str:
    """The entity in place of a double quote, or ""."""
    line = _rest(state)
    _, met = quotes(state.env)
    opens, closes = _flanking(state)
    if opens and not closes:
        met.open += 1
        return "ldquo"
    before = state.src[state.pos - 1] if state.pos else "\n"
    if line[1:2] == b'"' and before.isdecimal():  # "Monitor 21""
        return ""
    return "rdquo" if _closes(state, line, opens, closes) and met.close() else ""


def _closes(state: StateInline, line: bytes, opens: bool, closes: bool) -> bool:
    if not closes or not opens:
        return closes
    after = state.src[state.pos + 1 : state.pos + 2]
    if not after or not is_category_p(after):
        return False
    return len(line) == 2 or _ends_word_bytes(line[2:3])


def _ends_word(text: str, pos: int) -> bool:
    return pos >= len(text) or is_space(text[pos]) or is_punctuation(text[pos])


def _ends_word_bytes(byte: bytes) -> bool:
    """Whether `byte` is ASCII punctuation, white space or nothing."""
    return not byte or byte in _ASCII_ENDS


_ASCII_ENDS = frozenset(bytes([code]) for code in b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r")
