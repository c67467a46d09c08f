"""Finding names by a few letters of them: word starts first, accents and case left aside."""

import heapq
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

_LONGEST = 300  # characters of a name that are looked at
_START, _WORD, _INSIDE, _LETTERS = 100.0, 80.0, 40.0, 20.0
_OF_SECOND = 0.6  # how much a find beside the name counts, of one in it
_BLANKS = str.maketrans(dict.fromkeys("-_/.,:;!?'’\"«»“”()[]{}·…→›&+*#`|\u00a0\u202f", " "))


@dataclass(frozen=True, slots=True)
class Name:
    """Something to find: by its name, or by words that stand beside it."""

    text: str
    beside: str = ""
    folded: str = field(default="", compare=False)  # both as a search looks at them, with a
    folded_beside: str = field(default="", compare=False)  # blank before each word

    @classmethod
    def of(cls, text: str, beside: str = "") -> "Name":
        """The name made ready for a search."""
        return cls(text, beside, folded(text), folded(beside) if beside else "")


def folded(text: str) -> str:
    """`text` without case, accents and signs, a blank before each word."""
    text = text[:_LONGEST]
    if text.isascii():
        return " " + text.lower().translate(_BLANKS).strip()
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_BLANKS))
    return " " + "".join(sign for sign in letters if not unicodedata.combining(sign)).strip()


def best(
    query: str, names: Sequence[Name], most: int, bonus: Iterable[tuple[int, float]] = ()
) -> list[int]:
    """The places in `names` of the `most` that fit `query` best, the best first.

    Each word of the query must be found; where it has none, all names fit alike. A name that starts
    with it comes before one with a word that does, then one that holds it, then one that has its
    letters in their order, from the start of a word on (`gohe`, Go to heading). `bonus` adds to
    the worth of those at some places: less than 1.0 decides between two that fit alike, 20 or more
    lifts a name above the next kind.
    """
    words = folded(query).split()
    if not words:
        found = dict.fromkeys(range(len(names)), 0.0)
    else:
        fit = ((place, _worth(words, name, _by_words)) for place, name in enumerate(names))
        found = {place: worth for place, worth in fit if worth}
    if len(found) < most and any(len(word) > 1 for word in words):
        for place, name in enumerate(names):
            if place not in found and (worth := _worth(words, name, _by_either)):
                found[place] = worth
    for place, worth in bonus:
        if place in found:
            found[place] += worth
    return heapq.nsmallest(most, found, key=lambda place: (-found[place], place))


def _worth(words: Sequence[str], name: Name, worth_of: Callable[[str, str], float]) -> float:
    """How well a name fits, 0.0 where it does not."""
    total = 0.0
    for word in words:
        worth = worth_of(word, name.folded)
        if name.folded_beside and worth < _INSIDE:
            worth = max(worth, _OF_SECOND * worth_of(word, name.folded_beside))
        if not worth:
            return 0.0
        total += worth
    # Of two that fit alike the shorter one: less of it is something else.
    return total / len(words) + 5.0 / (5 + len(name.folded))


def _by_words(word: str, text: str) -> float:
    if word not in text:
        return 0.0
    place = text.find(" " + word)
    if place == 0:
        return _START
    return _WORD if place > 0 else _INSIDE


def _by_either(word: str, text: str) -> float:
    return _by_words(word, text) or _by_letters(word, text)


def _by_letters(word: str, text: str) -> float:
    """The letters in their order: each beside the one before, or at the start of a later word."""
    place = text.find(" " + word[0]) + 1
    if not place:
        return 0.0
    skipped = 0
    for letter in word[1:]:
        if text[place + 1 : place + 2] == letter:
            place += 1
            continue
        start = text.find(" " + letter, place) + 1
        if not start:
            start = text.find(letter, place + 1)
            skipped += 1
        if start < 0 or skipped > len(word) // 2:
            return 0.0
        place = start
    return _LETTERS - 20 * skipped / (2 + len(word))
