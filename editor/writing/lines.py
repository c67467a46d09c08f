"""The lines around a place of a text, and the entries of lists among them.

Nothing here reads more of a text than the lines it is asked about, so that a key costs the same in
a post of any length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from editor import edits
from editor.edits import Edit
from editor.formatting import Formatted

TAB = 4  # columns
_MOST_LINES = 400  # of a list looked at, on each side of the caret
_MOST_CODE = 60_000  # characters before a place that are searched for an open fence

_ENTRY = re.compile(
    r"(?P<indent>[ \t]*)(?P<marker>[-*+]|(?P<number>\d{1,9})(?P<delimiter>[.)]))"
    r"(?P<gap>[ \t]+|\Z)(?P<task>\[[ xX]\](?:[ \t]+|\Z))?"
)
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})([^\n]*)", re.MULTILINE)
_BLANK = re.compile(r"[ \t]*")


def line_start(text: str, place: int) -> int:
    """Where the line of `place` starts."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of `place` ends, before its line end."""
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def indentation(line: str) -> str:
    """The blanks that `line` starts with."""
    found = _BLANK.match(line)
    return found[0] if found else ""


def width(blanks: str, at: int = 0) -> int:
    """How many columns `blanks` take from the column `at` on; a tab goes to the next multiple."""
    return len((" " * at + blanks).expandtabs(TAB)) - at


def quote_of(line: str) -> str:
    """The marks of a block quote that `line` starts with, and the blank behind each."""
    found = _QUOTE.match(line)
    return found[0] if found else ""


def is_rule(line: str) -> bool:
    """Whether `line` is a horizontal rule, so that `* * *` is no list."""
    return bool(_RULE.match(line))


def in_code(text: str, place: int) -> bool:
    """Whether the line of `place` lies inside a fenced block of code, or is its closing fence."""
    start = line_start(text, place)
    fence = ""
    for found in _FENCE.finditer(text, line_start(text, max(0, start - _MOST_CODE)), start):
        mark, rest = found[1], found[2]
        if not fence:
            fence = mark if mark[0] == "~" or "`" not in rest else ""
        elif mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip():
            fence = ""
    return bool(fence)


@dataclass(frozen=True)
class Entry:
    """How a line starts that is an entry of a list; blanks as they stand, widths in columns."""

    indent: str
    marker: str  # "-", "12."
    number: int | None
    gap: str  # the blanks behind the marker
    task: str  # "[x] " with the blanks behind it, or ""

    @classmethod
    def of(cls, line: str) -> Self | None:
        """The entry that `line` (without marks of quotes) starts; None where it starts none."""
        found = _ENTRY.match(line)
        if found is None or is_rule(line):
            return None
        number = int(found["number"]) if found["number"] else None
        return cls(found["indent"], found["marker"], number, found["gap"], found["task"] or "")

    @property
    def start(self) -> str:
        """What stands before the words."""
        return f"{self.indent}{self.marker}{self.gap}{self.task}"

    @property
    def column(self) -> int:
        """The column of the marker."""
        return width(self.indent)

    @property
    def text_column(self) -> int:
        """The column of the words: what belongs to the entry is indented that far.

        A task's box counts as words, as kramdown and goldmark read it.
        """
        return self.column + len(self.marker) + max(1, width(self.gap, self.column))

    def numbered(self, number: int) -> Self:
        """The same with another number; a bullet stays one."""
        if self.number is None:
            return self
        return replace(self, number=number, marker=f"{number}{self.marker[-1]}")


@dataclass(frozen=True)
class Region:
    """Some whole lines of a text, without the marks of the block quote they all stand in."""

    start: int  # of the first, in the text
    quote: str  # the marks
    lines: Sequence[str]
    length: int  # of all, in the text

    @classmethod
    def of(cls, text: str, start: int, end: int, quote: str = "") -> Self:
        """The lines from that of `start` to that of `end`, which all begin with `quote`."""
        first, last = line_start(text, start), line_end(text, end)
        lines = [_without(line, quote) for line in text[first:last].split("\n")]
        return cls(first, quote, lines, last - first)

    @classmethod
    def list_around(cls, text: str, start: int, end: int) -> Self:
        """The lines of the list that `start` and `end` lie in, or their own lines."""
        first, last = line_start(text, start), line_end(text, end)
        quote = quote_of(text[first : line_end(text, first)])
        if not all(_stands_in(line, quote) for line in text[first:last].split("\n")):
            quote = ""
        for _ in range(_MOST_LINES):
            above = line_start(text, first - 1)
            if first == 0 or not _goes_on(text[above : first - 1], quote):
                break
            first = above
        for _ in range(_MOST_LINES):
            below = line_end(text, last + 1)
            if last >= len(text) or not _goes_on(text[last + 1 : below], quote):
                break
            last = below
        return cls.of(text, first, last, quote)

    def place(self, text: str, place: int) -> tuple[int, int]:
        """The line of the region, and the column in it, of a place of `text` inside it."""
        start = line_start(text, place)
        return text.count("\n", self.start, start), max(0, place - start - len(self.quote))

    def changed_to(
        self, text: str, lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]
    ) -> Formatted:
        """Make the region's lines these, with the selection between two places, as in `place`."""
        bare = self.quote.rstrip()
        rows = [
            self.quote + line if line or number == start[0] else bare
            for number, line in enumerate(lines)
        ]
        old = text[self.start : self.start + self.length]
        changes = [
            Edit(edit.start + self.start, edit.end + self.start, edit.new)
            for edit in edits.diff(old, "\n".join(rows))
        ]
        starts = [self.start]
        for row in rows:
            starts.append(starts[-1] + len(row) + 1)
        places = [
            starts[line] + min(len(self.quote) + column, len(rows[line]))
            for line, column in (start, end)
        ]
        return Formatted(changes, places[0], places[1])


def indented(line: str, by: int) -> str:
    """`line` moved `by` columns to the right, or to the left as far as its blanks go."""
    blanks = indentation(line)
    if not line.strip() or by == 0:
        return line
    if by > 0:
        return " " * by + line if "\t" not in blanks else " " * (width(blanks) + by) + line.lstrip()
    return " " * max(0, width(blanks) + by) + line[len(blanks) :]


def end_of_entry(lines: Sequence[str], number: int) -> int:
    """The line behind the last that belongs to the entry on line `number`, blank ones left out."""
    entry = Entry.of(lines[number])
    column = entry.column if entry else width(indentation(lines[number]))
    end = number + 1
    for place in range(number + 1, len(lines)):
        line = lines[place]
        if not line.strip():
            continue
        if width(indentation(line)) <= column:
            break
        end = place + 1
    return end


def _without(line: str, quote: str) -> str:
    return line[len(quote) :] if line.startswith(quote) else ""


def _stands_in(line: str, quote: str) -> bool:
    """Whether `line` has just these marks, so that they can be left out and put back."""
    if quote and line == quote:  # given back it would lose its last blank
        return False
    return line.startswith(quote) or line == quote.rstrip()


def _goes_on(line: str, quote: str) -> bool:
    """Whether a list goes on with this line: an entry, what is indented, a blank line."""
    if quote and line == quote.rstrip():
        return True
    if not line.startswith(quote) or (quote and line == quote):
        return False
    rest = line[len(quote) :]
    return not rest.strip() or rest[0] in " \t" or Entry.of(rest) is not None


def text_start(line: str) -> int:
    """The column at which the words of `line` start, behind the marks of quotes and lists."""
    quote = quote_of(line)
    rest = line[len(quote) :]
    entry = Entry.of(rest)
    return len(quote) + len(entry.start if entry else indentation(rest))
