"""Code coloured line by line, as it is typed: what a line is made of, and the state it leaves.

A line is short, so that even the patterns of lexers that are cubic in the text take no time; a
language of which one line takes long all the same is left plain from then on.
"""

import time
from collections.abc import Iterator

from editor.code_colours import line_tokens, loaded

_LONGEST = 400  # characters of a line that is coloured
_DEEPEST = 40  # states within each other
_SLOWEST = 0.03  # seconds for one line

Stack = tuple[str, ...]
START: Stack = ("root",)


class LineColours:
    """The languages that are known, and those that proved too slow."""

    def __init__(self) -> None:
        self._languages: frozenset[str] = frozenset()
        self._slow: set[str] = set()

    def load(self, languages: frozenset[str]) -> frozenset[str]:
        """Get the lexers of `languages`; takes a while, and may run in another thread."""
        return frozenset(name for name in languages if loaded(name))

    def take(self, languages: frozenset[str]) -> None:
        """From now on `languages` are coloured."""
        self._languages |= languages

    def knows(self, language: str) -> bool:
        """Whether code in `language` is coloured."""
        return language in self._languages and language not in self._slow

    def line(
        self, text: str, language: str, stack: Stack
    ) -> tuple[list[tuple[int, int, str]], Stack]:
        """The coloured stretches of a line, each with Pygments' short name of its kind.

        And the state in which the next line begins; that of this line where it cannot be told.
        """
        if len(text) > _LONGEST or not self.knows(language):
            return [], stack
        started = time.monotonic()
        after = list(stack)
        try:
            spans = list(_within(line_tokens(text, language, after), started))
        except Exception:  # a lexer may raise anything; the line stays plain
            self._slow.add(language)
            return [], stack
        if time.monotonic() - started > _SLOWEST:
            self._slow.add(language)
        return spans, tuple(after) if len(after) <= _DEEPEST else stack


def _within(
    tokens: Iterator[tuple[int, int, str]], started: float
) -> Iterator[tuple[int, int, str]]:
    for token in tokens:
        if time.monotonic() - started > 10 * _SLOWEST:
            raise TimeoutError
        yield token
