"""The words of a paragraph that are looked up, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from editor.readable import prose

_LONGEST_WORD = 60  # code points

# Letters with their accents, joined by apostrophes and hyphens; a soft hyphen is no end of a word.
_TOKEN = re.compile(
    r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad])*"
    r"(?:['’ʼ\-\u2010\u2011][^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad])*)*"
)
_DOTTED_BEFORE = re.compile(r"(?:[^\W_]\.|\d|[@\\])$")
_DOTTED_AFTER = re.compile(r"\.[^\W_]|[@\\]")
_UNSPACED = re.compile(  # scripts without spaces between words, for which Hunspell has no use
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be looked up, in its paragraph from `start` up to `end` (code points)."""

    start: int
    end: int
    text: str  # as it is looked up: without soft hyphens, with straight apostrophes and hyphens


def words_of(paragraph: str) -> list[Word]:
    """The words of a paragraph of a post's prose, as `readable.paragraphs` finds them.

    Left out, besides what is not read: what has digits, names of files and programs (`read_me`,
    `setup.py`, `useState`), abbreviations in capitals, single letters.
    """
    blanked, end = [], 0
    for start, stop in prose(paragraph):
        blanked += [" " * (start - end), paragraph[start:stop]]
        end = stop
    return list(_words("".join(blanked)))


def _words(text: str) -> Iterator[Word]:
    for token in _TOKEN.finditer(text):
        start, end, word = token.start(), token.end(), token[0]
        if end - start > _LONGEST_WORD or _is_joined(text, start, end) or not _is_word(word):
            continue
        yield Word(start, end, word.translate(_PLAIN))


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether the word goes on in signs that make it a name of something: `a_b`, `a.b`, `3D`."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _DOTTED_BEFORE.search(before) or _DOTTED_AFTER.match(after):
        return True
    return (before.endswith("_") and not _is_mark(text, start - 1, -1)) or (
        after.startswith("_") and not _is_mark(text, end, 1)
    )


def _is_mark(text: str, place: int, step: int) -> bool:
    """Whether the underscores from `place` on are marks of emphasis: nothing of a word follows."""
    while 0 <= place < len(text) and text[place] == "_":
        place += step
    return not (0 <= place < len(text)) or not text[place].isalnum()


def _is_word(word: str) -> bool:
    letters = [part for part in re.split(r"['’ʼ\-\u2010\u2011]", word) if part]
    longest = max(letters, key=len)
    if len(longest) < 2 or any(sign.isdigit() for sign in word) or _UNSPACED.search(word):
        return False
    if longest.isupper():
        return False
    return not any(_is_camel(part) for part in letters)


def _is_camel(part: str) -> bool:
    """Whether capitals stand within small letters, as in `useState` or `iPhone`."""
    return any(a.islower() and b.isupper() for a, b in pairwise(part))
