"""Blocks of code, coloured by Pygments. Nothing else of the program touches it."""

import html
import time
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from pygments.lexer import ExtendedRegexLexer, Lexer, LexerContext, RegexLexer
from pygments.lexers import find_lexer_class, get_all_lexers
from pygments.token import STANDARD_TYPES, _TokenType

from editor import resources

# Many lexers are super-linear (Java: 6 kB of "a a a" take 2 s). Beyond these the code stays as it
# is. Of the 963 blocks of code in the corpus the longest has 6,888 characters, the slowest takes
# 0.03 s.
_LONGEST = 20_000  # characters
_SLOWEST = 0.5  # seconds, looked at after each token
# One token of these never ends: a tab and a newline, 3 kB of them.
_HANGING = frozenset({"autohotkey", "ahk", "autoit"})


def code_block(code: str, language: str) -> str:
    """The HTML of `code`, a span with a class of Pygments around each token.

    `language` is what the writer wrote, such as "python" or ""; the code's class names it. The text
    of the HTML is `code`, character for character.
    """
    name = f' class="language-{html.escape(language)}"' if language else ""
    return f'<div class="highlight"><pre><code{name}>{_coloured(code, language)}</code></pre></div>'


def code_css(dark: bool) -> str:
    """The rules that colour code on a dark or a light page: of letters alone, not of the ground."""
    return resources.text("code-dark.css" if dark else "code-light.css")


def loaded(language: str) -> bool:
    """Whether `line_tokens` can take code in `language`. The first call takes up to 0.2 s."""
    return isinstance(_lexer_of_lines(language), RegexLexer)


def line_tokens(line: str, language: str, stack: list[str]) -> Iterator[tuple[int, int, str]]:
    """The tokens of one line of code: start, end, Pygments' short name of their kind.

    `stack` holds the lexer's states, `["root"]` at first; afterwards those for the next line. May
    raise anything, for lexers that need more than a line.
    """
    lexer = _lexer_of_lines(language)
    assert isinstance(lexer, RegexLexer)
    context = LexerContext(line + "\n", 0, stack)
    # Of the lexers that run with a context the loop is taken: it alone shows the states it is in.
    for start, kind, text in ExtendedRegexLexer.get_tokens_unprocessed(lexer, context=context):  # type: ignore[arg-type]
        css_class = _css_class(kind)
        if css_class:
            yield start, min(start + len(text), len(line)), css_class
    stack[:] = context.stack


def _lexer_of_lines(language: str) -> Lexer | None:
    return _lexer("javascript" if language == "json" else language)  # JSON's has no states


def _coloured(code: str, language: str) -> str:
    plain = html.escape(code, quote=False)
    lexer = _lexer(language.lower())
    if lexer is None or len(code) > _LONGEST:
        return plain
    until = time.monotonic() + _SLOWEST
    tokens: list[tuple[str, str]] = []
    for kind, text in lexer.get_tokens(code):
        if time.monotonic() > until:
            return plain
        tokens.append((_css_class(kind), text))
    if "".join(text for _, text in tokens) != code:  # a lexer that drops or adds characters
        return plain
    return "".join(
        _span(css_class, "".join(text for _, text in run))
        for css_class, run in groupby(tokens, key=itemgetter(0))
    )


def _span(css_class: str, text: str) -> str:
    escaped = html.escape(text, quote=False)
    return f'<span class="{css_class}">{escaped}</span>' if css_class else escaped


@cache
def _css_class(kind: _TokenType) -> str:
    """Pygments' short name of a kind of token, such as "k", or "" for one that has no colour."""
    while kind not in STANDARD_TYPES and kind.parent:
        kind = kind.parent
    css_class = STANDARD_TYPES.get(kind, "")
    # What a lexer does not understand may be right all the same: no red boxes.
    return "" if css_class in ("err", "w") else css_class


@cache
def _lexer_names() -> dict[str, str]:
    """Pygments' own lexers by alias. Others could be any installed package's."""
    return {
        alias: name for name, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases
    }


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    name = _lexer_names().get(language)
    lexer_class = find_lexer_class(name) if name and language not in _HANGING else None
    return lexer_class(stripnl=False, ensurenl=False) if lexer_class else None
