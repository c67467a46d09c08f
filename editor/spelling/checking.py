"""Finds the words of a post that no dictionary has, again and again as the post changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from editor.readable import paragraphs
from editor.spelling.dictionaries import Dictionary
from editor.spelling.words import Word, words_of

_MOST_KNOWN = 200_000  # words remembered for a language

Span = tuple[int, int]  # from, up to: code points of a line


@dataclass(frozen=True)
class Question:
    """A text to be checked, in a language such as "fr", "" for one that is not known."""

    text: str
    language: str
    accepted: frozenset[str] = frozenset()  # words that are right besides those of dictionaries


@dataclass(frozen=True)
class Checked:
    """The wrong words of a text, by its lines; lines of the same characters share theirs."""

    language: str
    lines: Mapping[str, tuple[Span, ...]]
    dictionaries: tuple[Dictionary, ...]  # empty: there are none for the language


class Words(Protocol):
    """What knows words."""

    def wrong(self, words: Iterable[str], dictionaries: Sequence[Dictionary]) -> frozenset[str]:
        """Those of `words` that none of `dictionaries` has."""


class Checker:
    """Checks texts one after the other; what it knows already it does not look up again."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._paragraphs: dict[str, tuple[Word, ...]] = {}  # those of the last text
        self._known: dict[tuple[Dictionary, ...], dict[str, bool]] = {}  # whether it is right

    def wrong_by_line(
        self, text: str, accepted: frozenset[str], dictionaries: Sequence[Dictionary]
    ) -> dict[str, tuple[Span, ...]]:
        """The words of `text` that none of `dictionaries` has, besides those `accepted`."""
        chosen = tuple(dictionaries)
        found = self._read(text)
        known = self._known.setdefault(chosen, {})
        self._look_up({word.text for _, words in found for word in words}, known, chosen)
        lines: dict[str, tuple[Span, ...]] = {}
        for paragraph, words in found:
            wrong = [word for word in words if not _is_right(word.text, known, accepted)]
            lines.update(_by_line(paragraph, wrong))
        return lines

    def _read(self, text: str) -> list[tuple[str, tuple[Word, ...]]]:
        remembered, self._paragraphs = self._paragraphs, {}
        for start, end in paragraphs(text):
            paragraph = text[start:end]
            words = remembered.get(paragraph)
            self._paragraphs[paragraph] = tuple(words_of(paragraph)) if words is None else words
        return list(self._paragraphs.items())

    def _look_up(
        self, words: Iterable[str], known: dict[str, bool], chosen: Sequence[Dictionary]
    ) -> None:
        if len(known) > _MOST_KNOWN:
            known.clear()
        new = [word for word in words if word not in known]
        wrong = self._words.wrong(new, chosen)
        known.update((word, word not in wrong) for word in new)


def _is_right(word: str, known: Mapping[str, bool], accepted: frozenset[str]) -> bool:
    return known.get(word, True) or word in accepted or word.lower() in accepted


def _by_line(paragraph: str, words: Sequence[Word]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The spans of `words`, which are in order, by the line of `paragraph` that holds them."""
    remaining, start = list(reversed(words)), 0
    for line in paragraph.split("\n"):
        end, spans = start + len(line), []
        while remaining and remaining[-1].start < end:
            word = remaining.pop()
            spans.append((word.start - start, word.end - start))
        if spans:
            yield line, tuple(spans)
        start = end + 1
