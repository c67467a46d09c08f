"""Where the lines of a block stand in its HTML, so that two panes can show the same words.

Places in the HTML are counted as the page counts them: in characters that are not blank; an image,
or what else is drawn without letters, counts as one. The words that the source and the HTML both
have in the same order tie the two together; what lies between two such words is interpolated.
"""

import html as entities
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise

_OBJECT = "\ufffc"  # stands for what is drawn without letters
_DRAWN = {"img", "video", "audio", "iframe", "frame", "object", "embed", "applet", "script"}
# What preview.js leaves out, or does not look into, with all that is inside.
_CLOSED = {"script", "style", "noscript", "template", "iframe", "object", "applet", "audio"}
_CLOSED |= {"video", "title", "textarea", "annotation"}
_NUMBERS = {"lineno", "linenos", "linenodiv", "lnt", "ln"}  # classes of the line numbers of code
_WORD = re.compile(rf"[^\W_]+|{_OBJECT}")
_NO_BLANK = re.compile(r"\S")
_SOURCE_OBJECT = re.compile(r"!(?=\[)|<(?=(?:img|video|audio|iframe|object|embed|script)\b)")
_MARKS = re.compile(r"(?:<[^<>]*>|[\W\d_])*")  # what may lead a line and is not drawn as words
_LONGEST = 100_000  # characters; in a longer block, lines are taken to be equally long
_RUNS = (3, 2, 1)  # so many words in a row must be found once on both sides
_DEEPEST = 12  # stretches within stretches; more would cost much and tell little
_NEAR = 20  # characters of a long line between two ties


@dataclass(frozen=True, slots=True)
class BlockPlaces:
    """Lines of a block, from its first, against characters of its HTML, both from 0."""

    lines: tuple[float, ...]
    characters: tuple[float, ...]

    def character_of(self, line: float) -> float:
        """The character at which `line` is."""
        return _interpolated(self.lines, self.characters, line)

    def line_of(self, character: float) -> float:
        """The line that `character` comes from."""
        return _interpolated(self.characters, self.lines, character)


@lru_cache(maxsize=16)
def block_places(source: tuple[str, ...], html: str) -> BlockPlaces:
    """How the lines of `source` stand in `html`, which is what was made of them."""
    is_long = len(html) > _LONGEST or sum(map(len, source)) > _LONGEST
    shown = "" if is_long else shown_text(html)
    height, length = max(1, len(source)), sum(1 for _ in _NO_BLANK.finditer(shown))
    lines, characters = [0.0], [0.0]
    for line, character in _ties(source, shown):
        if lines[-1] <= line < height and characters[-1] < character < length:
            lines.append(line)
            characters.append(float(character))
    lines.append(float(height))
    characters.append(float(length or 1))
    return BlockPlaces(tuple(lines), tuple(characters))


def shown_text(html: str) -> str:
    """The text of `html` as the page draws it, with U+FFFC for each image and the like."""
    reader = _Shown()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._closed = ""  # the element that nothing is read of
        self._depth = 0  # of elements of that name within it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._closed:
            self._depth += tag == self._closed
            return
        self.parts.append(f" {_OBJECT} " if tag in _DRAWN else " ")
        classes = (dict(attrs).get("class") or "").split()
        if tag in _CLOSED or not _NUMBERS.isdisjoint(classes):
            self._closed, self._depth = tag, 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if not self._closed:
            self.parts.append(f" {_OBJECT} " if tag in _DRAWN else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._closed:
            self._depth -= 1
            if not self._depth:
                self._closed = ""
        elif not self._closed:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._closed:
            self.parts.append(data)


def _ties(source: Sequence[str], shown: str) -> Iterator[tuple[float, int]]:
    """Lines and characters of words that are the same, in order, thinned out."""
    words, places = _words_of_source(source)
    shown_words, characters = _words_of_page(shown)
    last, last_column = -1, 0
    for ours, theirs in _same(words, shown_words):
        line, column = places[ours]
        is_first = line != last
        if not is_first and column - last_column < _NEAR:
            continue
        last, last_column = line, column
        leads = is_first and _MARKS.fullmatch(source[line], 0, column)
        part = 0.0 if leads else column / len(source[line])
        yield line + part, characters[theirs]


def _words_of_source(source: Sequence[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """The words, and the line and column of each."""
    words, places = [], []
    for number, line in enumerate(source):
        marked = _SOURCE_OBJECT.sub(_OBJECT, line)
        if "&" in marked:
            marked = entities.unescape(marked)
        for word in _WORD.finditer(marked):
            words.append(word[0])
            places.append((number, min(word.start(), len(line))))
    return words, places


def _words_of_page(shown: str) -> tuple[list[str], list[int]]:
    """The words, and how many characters that are not blank come before each."""
    words, characters = [], []
    count = at = 0
    for word in _WORD.finditer(shown):
        count += sum(1 for _ in _NO_BLANK.finditer(shown, at, word.start()))
        at = word.start()
        words.append(word[0])
        characters.append(count)
    return words, characters


def _same(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Words that are the same on both sides, as pairs of their numbers, both growing.

    Bram Cohen's patience diff: what is there once on either side ties first, then what is next to
    that, then what is there once in a stretch between two ties.
    """
    found: list[tuple[int, int]] = []
    stretches = [(0, len(ours), 0, len(theirs), 0)]
    while stretches:
        start, end, first, last, depth = stretches.pop()
        while start < end and first < last and ours[start] == theirs[first]:
            found.append((start, first))
            start, first = start + 1, first + 1
        while start < end and first < last and ours[end - 1] == theirs[last - 1]:
            end, last = end - 1, last - 1
            found.append((end, last))
        if start < end and first < last and depth < _DEEPEST:
            ties = _rare(ours[start:end], theirs[first:last])
            bounds = [(start, first), *((start + a, first + b) for a, b in ties), (end, last)]
            if ties:
                between = pairwise(bounds)
                stretches += [(a, c, b, d, depth + 1) for (a, b), (c, d) in between]
    return sorted(found)


def _rare(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of words that are there once on both sides, and images where there are as many."""
    for length in _RUNS:
        here, there = _once(ours, length), _once(theirs, length)
        pairs = [(place, there[run]) for run, place in here.items() if run in there]
        if pairs:
            return _rising(sorted(pairs))
    here_all = [place for place, word in enumerate(ours) if word == _OBJECT]
    there_all = [place for place, word in enumerate(theirs) if word == _OBJECT]
    same = len(here_all) == len(there_all)
    return list(zip(here_all, there_all, strict=True)) if same else []


def _once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    """Where each run of `length` words begins, of those that are there once."""
    places: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - length + 1):
        run = tuple(words[place : place + length])
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many of `pairs`, which rise in their first numbers, as rise in their second too."""
    ends: list[int] = []  # the smallest second number that ends a rising row of each length
    tails: list[int] = []  # the pair that has it
    before: list[int] = []  # for each pair, the one before it in its row
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        tails[length : length + 1] = [number]
    rising, number = [], tails[-1] if tails else -1
    while number >= 0:
        rising.append(pairs[number])
        number = before[number]
    return rising[::-1]


def _interpolated(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    index = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    left, right = xs[index], xs[index + 1]
    part = (x - left) / (right - left) if right > left else 0.0
    return ys[index] + min(max(part, 0.0), 1.0) * (ys[index + 1] - ys[index])
