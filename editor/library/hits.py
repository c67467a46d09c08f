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
    flat = folded(text)
    number = _best_line(flat, pattern, len(_tokens(words)))
    return None if number is None else _shown(text.split("\n")[number], number, pattern)


def _best_line(flat: str, pattern: re.Pattern[str], words: int) -> int | None:
    """The line with the most different words; of several the first."""
    first = pattern.search(flat)
    if first is None or words == 1:
        return None if first is None else flat.count("\n", 0, first.start())
    found: dict[int, set[str]] = {}
    at = line = 0
    for match in pattern.finditer(flat):
        line += flat.count("\n", at, match.start())
        at = match.start()
        found.setdefault(line, set()).add(match[0])
    return max(found, key=lambda line: len(found[line]))


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
