"""Finding words and patterns in a text, and replacing them. Any pattern ends: in hits or an error.

Patterns are those of the `regex` library, which can be given a time limit; Python's own `re` runs
on for hours on `(a+)+$`, and nothing else runs meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor import edits
from editor.edits import Edit

if TYPE_CHECKING:
    import regex

MOST_HITS = 100_000  # of one text
_SECONDS = 2.0  # for one text
_LONGEST_PATTERN = 1_000  # code points
# `regex` writes counted repeats out: those of `(a{1000}){1000}` take gigabytes before it runs.
_MOST_REPEATS = 20_000


@dataclass(frozen=True)
class Wanted:
    """What is looked for."""

    text: str
    matches_case: bool = False
    whole_words: bool = False
    is_pattern: bool = False  # a regular expression; its ^ and $ are at the ends of lines

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found, in code points, and what would stand there instead."""

    start: int
    end: int
    new: str | None = None  # None where nothing was to be replaced


@dataclass(frozen=True)
class Found:
    """The hits of one text, from its top."""

    hits: tuple[Hit, ...] = ()
    is_all: bool = True  # False: there are more than MOST_HITS


class PatternError(ValueError):
    """The writer's pattern, or replacement, is none. `place` is in code points, None if unknown."""

    def __init__(self, reason: str, place: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.place = reason, place


class TooSlowError(Exception):
    """The pattern needs more time than there is."""


class Search:
    """A search made ready: for one text or for many."""

    def __init__(self, wanted: Wanted, replacement: str | None = None) -> None:
        r"""`replacement` may name groups, as `\1`, where a pattern is wanted. Raises PatternError.

        The first use loads the library, which takes some 50 ms.
        """
        self._is_pattern = wanted.is_pattern
        self._replacement = replacement
        self._pattern = _compiled(wanted)

    def find(
        self, text: str, start: int = 0, most: int = MOST_HITS, seconds: float = _SECONDS
    ) -> Found:
        """The hits in `text` from `start`. Raises TooSlowError, and PatternError."""
        hits: list[Hit] = []
        for hit in self._hits(text, start, seconds):
            if len(hits) == most:
                return Found(tuple(hits), is_all=False)
            hits.append(hit)
        return Found(tuple(hits))

    def _hits(self, text: str, start: int, seconds: float) -> Iterator[Hit]:
        try:
            # `concurrent`: typing goes on meanwhile, in the other thread.
            for match in self._pattern.finditer(text, start, concurrent=True, timeout=seconds):
                yield Hit(match.start(), match.end(), self._new(match))
        except TimeoutError:
            raise TooSlowError from None
        except (MemoryError, RecursionError) as error:
            raise TooSlowError from error

    def _new(self, match: "regex.Match[str]") -> str | None:
        if self._replacement is None or not self._is_pattern:
            return self._replacement
        try:
            return match.expand(self._replacement)
        except Exception as error:  # the library's own, IndexError, ValueError: no such group
            raise _as_ours(error) from error


def edits_of(found: Found) -> list[Edit]:
    """The edits that replace every hit."""
    return [Edit(hit.start, hit.end, hit.new) for hit in found.hits if hit.new is not None]


def as_one(text: str, changes: list[Edit]) -> list[Edit]:
    """One edit that does what `changes` do, those of many hits, in the order of the text."""
    if not changes:
        return []
    start, end = changes[0].start, changes[-1].end
    moved = [Edit(edit.start - start, edit.end - start, edit.new) for edit in changes]
    return [Edit(start, end, edits.apply(text[start:end], moved))]


def line_of(text: str, place: int) -> tuple[int, int]:
    """Where the line of `place` starts and ends in `text`, without its line end."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _compiled(wanted: Wanted) -> "regex.Pattern[str]":
    import regex

    pattern = wanted.text if wanted.is_pattern else regex.escape(wanted.text, special_only=True)
    if wanted.is_pattern:
        _check(pattern)
    if wanted.whole_words:
        pattern = _between_words(pattern, wanted)
    flags = regex.MULTILINE | (0 if wanted.matches_case else regex.IGNORECASE)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise _as_ours(error) from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise PatternError("too large") from error


def _between_words(pattern: str, wanted: Wanted) -> str:
    """`pattern` where no letter goes on before or after it."""
    if wanted.is_pattern:
        return rf"\b(?:{pattern})\b"
    first, last = wanted.text[0], wanted.text[-1]
    before = r"(?<!\w)" if _is_of_word(first) else ""
    after = r"(?!\w)" if _is_of_word(last) else ""
    return before + pattern + after


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _check(pattern: str) -> None:
    """Refuse what would take the memory of the machine before it is even run."""
    import regex

    if len(pattern) > _LONGEST_PATTERN:
        raise PatternError("too long")
    times = 1
    for least, most in regex.findall(r"\{(\d*)(?:,(\d*))?\}", pattern):
        times *= max([1, *(int(number) for number in (least, most) if number)])
        if times > _MOST_REPEATS:
            raise PatternError("too many repeats")


def _as_ours(error: Exception) -> PatternError:
    reason = getattr(error, "msg", None) or str(error)
    return PatternError(str(reason), getattr(error, "pos", None))
