"""Marks put around words, and taken away again: bold, italic, struck out, code."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.lines import Entry, line_end, line_start, quote_of

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_SIGNS_IN_RUNS = "*_"  # three of them are one mark of each kind


@dataclass(frozen=True)
class Mark:
    """What stands on both sides of words; `others` mean the same and are taken away too."""

    opening: str
    closing: str
    others: Sequence[tuple[str, str]] = ()

    @property
    def all(self) -> Sequence[tuple[str, str]]:
        """Both sides, of this and of the others."""
        return ((self.opening, self.closing), *self.others)


BOLD = Mark("**", "**", (("__", "__"),))
ITALIC = Mark("*", "*", (("_", "_"),))
CODE = Mark("`", "`", (("`` ", " ``"),))


def struck(opening: str, closing: str) -> Mark:
    """The mark of what is struck out, as a dialect writes it."""
    return Mark(opening, closing, (("~~", "~~"), ("<del>", "</del>")))


def toggle(text: str, start: int, end: int, mark: Mark) -> Formatted:
    """Put `mark` on both sides of the selection, or take it away where all of it is marked.

    Each paragraph, heading and entry of a list in the selection gets marks of its own, within its
    blanks. Without a selection the marked words or the word around the caret are meant; without a
    word the marks are set, and the caret between them.
    """
    if start == end:
        around = _span_around(text, start, mark)
        if around is not None:
            return around
        start, end = _word_around(text, start)
    pieces = _pieces(text, start, end) or ([(start, end)] if start < end else [])
    if not pieces:
        both = mark.opening + mark.closing
        caret = start + len(mark.opening)
        return Formatted([Edit(start, start, both)], caret, caret)
    marked = [_marks_of(text, *piece, mark) for piece in pieces]
    if all(marked):
        changes = [edit for found in marked if found for edit in found]
    else:
        changes = [
            edit
            for piece, found in zip(pieces, marked, strict=True)
            if found is None
            for edit in _marking(text, *piece, mark)
        ]
    return Formatted(changes, *_after(changes, pieces[0][0], pieces[-1][1]))


def _marking(text: str, start: int, end: int, mark: Mark) -> Sequence[Edit]:
    opening, closing = mark.opening, mark.closing
    if opening == "`" and "`" in text[start:end]:  # a longer fence, as CommonMark has it
        opening, closing = "`` ", " ``"
    return Edit(start, start, opening), Edit(end, end, closing)


def _marks_of(text: str, start: int, end: int, mark: Mark) -> Sequence[Edit] | None:
    """The edits that take the marks at the ends of `text[start:end]` away; None without any."""
    for opening, closing in mark.all:
        inner = text[start:end]
        if len(inner) > len(opening) + len(closing) and _wears(inner, opening, closing):
            return Edit(start, start + len(opening), ""), Edit(end - len(closing), end, "")
        before, after = text[max(0, start - 9) : start], text[end : end + 9]
        if _is_between(before, after, opening, closing):
            return Edit(start - len(opening), start, ""), Edit(end, end + len(closing), "")
    return None


def _wears(inner: str, opening: str, closing: str) -> bool:
    if not (inner.startswith(opening) and inner.endswith(closing)):
        return False
    sign = opening[0]
    if sign not in _SIGNS_IN_RUNS:
        return True
    run = min(len(inner) - len(inner.lstrip(sign)), len(inner) - len(inner.rstrip(sign)))
    return run == len(opening) or run > 2


def _is_between(before: str, after: str, opening: str, closing: str) -> bool:
    if not (before.endswith(opening) and after.startswith(closing)):
        return False
    sign = opening[0]
    if sign not in _SIGNS_IN_RUNS:
        return True
    run = min(len(before) - len(before.rstrip(sign)), len(after) - len(after.lstrip(sign)))
    return run == len(opening) or run > 2


def _span_around(text: str, place: int, mark: Mark) -> Formatted | None:
    """Without the marks of the words that the caret is in, on its line."""
    first = line_start(text, place)
    line, column = text[first : line_end(text, place)], place - first
    for opening, closing in mark.all:
        sign = re.escape(opening[0])
        alone = rf"(?<![\\{sign}])" if opening == closing else ""
        found = re.finditer(
            rf"{alone}{re.escape(opening)}(?!{sign}|\s)([^\n]+?)(?<![\s{sign}]){re.escape(closing)}"
            + (rf"(?!{sign})" if opening == closing else ""),
            line[max(0, column - 2000) : column + 2000],
        )
        shift = max(0, column - 2000)
        for span in found:
            if span.start() + shift < column < span.end() + shift:
                return _unmarked(first + shift, span, len(opening), len(closing), place)
    return None


def _unmarked(first: int, span: re.Match[str], opening: int, closing: int, place: int) -> Formatted:
    start, end = first + span.start(), first + span.end()
    changes = [Edit(start, start + opening, ""), Edit(end - closing, end, "")]
    caret = min(max(place - opening, start), end - opening - closing)
    return Formatted(changes, caret, caret)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The selection's runs of words that one mark can stand around."""
    pieces: list[tuple[int, int]] = []
    place, goes_on = start, False
    for line in text[start:end].split("\n"):
        skipped = _structure(line) if place > start or place == line_start(text, place) else 0
        words = line[skipped:]
        first = place + skipped + len(words) - len(words.lstrip())
        last = place + skipped + len(words.rstrip())
        if first < last:
            if goes_on and not skipped:
                pieces[-1] = (pieces[-1][0], last)
            else:
                pieces.append((first, last))
        goes_on = first < last
        place += len(line) + 1
    return pieces


def _structure(line: str) -> int:
    """How much of a line's start is the mark of a quote, a list or a heading."""
    quote = quote_of(line)
    rest = line[len(quote) :]
    entry = Entry.of(rest)
    heading = _HEADING.match(rest)
    return len(quote) + (len(entry.start) if entry else heading.end() if heading else 0)


def _after(changes: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Where what stood from `start` to `end` stands after `changes`, without its marks."""
    grown = [(edit, len(edit.new) - (edit.end - edit.start)) for edit in changes]
    new_start = start + sum(by for edit, by in grown if edit.start <= start and edit.end <= start)
    new_end = end + sum(by for edit, by in grown if edit.end <= end and edit.start < end)
    return new_start, max(new_start, new_end)


def _word_around(text: str, place: int) -> tuple[int, int]:
    start, end = place, place
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'’-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "'’-"):
        end += 1
    return start, end
