"""What of a post's Markdown is read as words, and how much of it there is."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class WordCount:
    """What a reader reads: no tags, no addresses, no blocks of code.

    As in word processors "l'outil" and "plate-forme" are one word each; a sign that stands alone,
    such as » or ?, is none. A Chinese or Japanese character counts as a word.
    """

    words: int
    characters: int  # how many of the words are a Chinese or Japanese character
    length: int = 0  # code points that are read, with one space between words

    @property
    def reading_minutes(self) -> int:
        """The time it takes to read, rounded up.

        Source: ReadingTime in Hugo's hugolib/page__content.go, 213 words or 501 characters a minute
        """
        words = self.words - self.characters
        return -(-(words * 501 + self.characters * 213) // (213 * 501))


class WordCounter:
    """Counts the words of a body again and again: paragraphs it knows are not read again."""

    def __init__(self) -> None:
        self._remembered: dict[str, WordCount] = {}  # of the last body, by paragraph

    def count(self, body: str) -> WordCount:
        """How much there is to read in `body`, which is Markdown."""
        remembered: dict[str, WordCount] = {}
        words = characters = length = 0
        for piece in _pieces(body):
            count = self._remembered.get(piece)
            remembered[piece] = count = count or _counted(piece)
            words += count.words
            characters += count.characters
            length += count.length
        self._remembered = remembered
        return WordCount(words, characters, length)


def likely_language(body: str) -> str:
    """The language that the beginning of `body` is written in: "fr", "en", or "" where unclear."""
    return _likely(body[:_ENOUGH])


@lru_cache(maxsize=4)  # at each pause of the keys several ask, about the same text
def _likely(beginning: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(_prose(beginning)))
    used = {code: sum(words[word] for word in often.split()) for code, often in _FREQUENT.items()}
    likely = max(used, key=used.__getitem__)
    enough = used[likely] > words.total() * 0.08
    return likely if enough and used[likely] > 2 * (sum(used.values()) - used[likely]) else ""


def _pieces(body: str) -> Iterator[str]:
    """`body` cut at blank lines, but nowhere within a block of code or the like."""
    begin = 0
    for match in _WHOLE.finditer(body):
        if match.lastgroup == "blank":
            yield body[begin : match.end()]
            begin = match.end()
    yield body[begin:]


def _counted(piece: str) -> WordCount:
    prose = _prose(piece)
    length = len(" ".join(prose.split()))
    return WordCount(len(_WORD.findall(prose)), len(_CJK.findall(prose)), length)


def _prose(text: str) -> str:
    return html.unescape(_NOT_PROSE.sub(" ", text))


# Each alternative ends at once, or takes what is left of the text: the time is linear.
_BLOCKS = r"""
      ^[ \t>]*(?P<fence>`{3,}|~{3,})(?s:.*?)(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)
    | <!--(?s:.*?)(?:-->|\Z)
    | <(?P<raw>script|style)\b(?s:.*?)(?:</(?P=raw)\s*>|\Z)
    | \{%-?[ \t]*highlight\b(?s:.*?)(?:\{%-?[ \t]*endhighlight\b|\Z)
"""
_FLAGS = re.VERBOSE | re.MULTILINE | re.IGNORECASE
_WHOLE = re.compile(rf"(?P<blank>\n[ \t]*\n+) | {_BLOCKS}", _FLAGS)
_NOT_PROSE = re.compile(
    rf"""
      {_BLOCKS}
    | </?[a-zA-Z][^<>]*>
    | \{{%[^%{{]*%\}} | \{{\{{[^{{}}]*\}}\}} | \{{:[^{{}}\n]*\}}
    | \]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)
    | ^[ ]{{0,3}}\[[^\]\n]+\]:.*$
    | (?:https?://|www\.)[^\s<>]+
    """,
    _FLAGS,
)
_CHARACTERS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK = re.compile(f"[{_CHARACTERS}]")
_WORD = re.compile(
    rf"[{_CHARACTERS}]|[^\W_{_CHARACTERS}]+(?:['’.,\-\u2010\u2011][^\W_{_CHARACTERS}]+)*"
)

_ENOUGH = 25_000  # characters that tell a text's language
_FREQUENT = {
    "en": "the of and to in is that for with this you are it as was be have by from we",
    "fr": "les des est une dans pour qui sur pas avec vous nous sont cette du et au ce il",
}
