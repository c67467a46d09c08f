"""Where in a text the words of a search stand first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .entry import folded

_BEFORE = 24  # characters of the line that stay before the first word
_MOST = 200  # characters of the line that are shown
_GAPS = re.compile(r"[\s\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """The line of the first word found, as a list shows it."""

    line: int  # of the text, from 0
    text: str
    marks: tuple[tuple[int, int], ...]  # start and end in `text` of each word


def first_hit(text: str, words: Sequence[str]) -> Hit | None:
    """The line that starts words with the most of `words`, which are folded; None for none."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in _tokens(words)))
    if not pattern.pattern:
        return None
    lines = text.split("\n")
    number = _best_line(lines, pattern, len(_tokens(words)))
    return None if number is None else _shown(lines[number], number, pattern)


def _best_line(lines: Sequence[str], pattern: re.Pattern[str], words: int) -> int | None:
    """The line with the most different words; of several the first.

    What follows the first line with all of them is not looked at: folding takes its time.
    """
    best, most = None, 0
    for number, line in enumerate(lines):
        found = len(set(pattern.findall(folded(line))))
        if found > most:
            best, most = number, found
        if most >= words:
            break
    return best


def _tokens(words: Sequence[str]) -> list[str]:
    """The words as a text has them: `l'ete` are two."""
    tokens = [token for word in words for token in re.findall(r"\w+", word)]
    return sorted(set(tokens), key=len, reverse=True)


def _shown(line: str, number: int, pattern: re.Pattern[str]) -> Hit:
    line = _GAPS.sub(" ", line).strip()
    # Folding one character after the other keeps the places: what becomes two counts as one.
    flat = "".join((folded(character) or " ")[0] for character in line)
    first = pattern.search(flat)
    cut = max(0, first.start() - _BEFORE) if first else 0
    if cut:
        space = line.find(" ", cut, first.start() if first else cut)
        cut = space + 1 if space >= 0 else cut
    shown = ("…" if cut else "") + line[cut : cut + _MOST]
    moved = (1 if cut else 0) - cut
    marks = tuple(
        (match.start() + moved, match.end() + moved)
        for match in pattern.finditer(flat, cut)
        if match.end() + moved <= len(shown)
    )
    return Hit(number, shown, marks)
