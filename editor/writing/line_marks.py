"""Marks before lines: headings, quotes, lists, tasks; put there, changed, taken away again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.lines import (
    Entry,
    Region,
    indentation,
    line_end,
    line_start,
    quote_of,
    text_start,
)

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|\Z)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_DEEPEST = 6
_DEEPEST_CYCLED = 3  # headings below ### have keys of their own
_QUOTE = re.compile(r" {0,3}>[ \t]?")

Kind = str  # "bullets", "numbers", "tasks"


def set_heading(text: str, start: int, end: int, level: int) -> Formatted:
    """The lines of the selection as headings of `level`; plain where all of them are that."""
    region = Region.of(text, start, _last(text, start, end))
    lines = list(region.lines)
    underlined = _underline(text, region) if len(lines) == 1 else 0
    filled = [number for number, line in enumerate(lines) if line.strip()] or [0]
    is_same = not underlined and all(_level(lines[number]) == level for number in filled)
    for number in filled:
        words = _HEADING.sub("", lines[number], count=1)
        lines[number] = words if is_same or not level else f"{'#' * level} {words.lstrip()}"
    return _done(text, region, lines, start, end, underlined)


def cycle_heading(text: str, start: int, end: int) -> Formatted:
    """The caret's line as a heading of the second level, then the third, then none."""
    line = text[line_start(text, start) : line_end(text, start)]
    level = _level(line)
    following = 2 if level == 0 else level + 1 if level < _DEEPEST_CYCLED else 0
    return (
        set_heading(text, start, start, following)
        if start == end
        else _cycled(text, start, end, following)
    )


def _cycled(text: str, start: int, end: int, level: int) -> Formatted:
    done = set_heading(text, start, start, level)
    grown = sum(len(edit.new) - (edit.end - edit.start) for edit in done.edits)
    return replace(done, end=max(done.start, end + grown))


def shift_headings(text: str, start: int, end: int, by: int) -> Formatted:
    """The headings among the selection's lines `by` levels deeper, as far as there are levels."""
    region = Region.of(text, start, _last(text, start, end))
    lines = list(region.lines)
    for number, line in enumerate(lines):
        level = _level(line)
        if level:
            marks = "#" * min(max(level + by, 1), _DEEPEST)
            lines[number] = line.replace("#" * level, marks, 1)
    return _done(text, region, lines, start, end)


def toggle_quote(text: str, start: int, end: int) -> Formatted:
    """The filled lines of the selection as a quote; plain again where all of them are one."""
    region = Region.of(text, start, _last(text, start, end))
    filled = [number for number, line in enumerate(region.lines) if line.strip()]
    filled = filled or [0]
    are_quotes = all(_QUOTE.match(region.lines[number]) for number in filled)
    lines = list(region.lines)
    for number in range(filled[0], filled[-1] + 1):  # blank ones between, that it stays one quote
        line = lines[number]
        if are_quotes or not _QUOTE.match(line):
            lines[number] = _QUOTE.sub("", line, count=1) if are_quotes else f"> {line}".rstrip(" ")
    if lines == [">"]:
        lines = ["> "]
    return _done(text, region, lines, start, end)


def toggle_list(
    text: str, start: int, end: int, kind: Kind, *, needs_blank: bool = False
) -> Formatted:
    """The filled lines of the selection as entries of a list of `kind`; plain where all are.

    Entries of another kind change theirs. `needs_blank` sets a blank line before a list that would
    else be part of the paragraph above.
    """
    region = Region.of(text, start, _last(text, start, end))
    lines = list(region.lines)
    filled = [number for number, line in enumerate(lines) if line.strip()] or [0]
    read = [_taken_apart(lines[number]) for number in filled]
    is_same = all(entry is not None and _kind(entry) == kind for _, entry, _ in read)
    counts: dict[str, int] = {}
    for number, (before, entry, words) in zip(filled, read, strict=True):
        if is_same:
            lines[number] = before + words
            continue
        counts[before] = counts.get(before, 0) + 1
        box = entry.task if entry and entry.task and kind == "tasks" else "[ ] "
        marker = f"{counts[before]}. " if kind == "numbers" else "- "
        lines[number] = before + marker + (box if kind == "tasks" else "") + words
    done = _done(text, region, lines, start, end)
    if needs_blank and not is_same and _is_paragraph(text, region.start):
        edits = [Edit(region.start, region.start, "\n"), *done.edits]
        if done.edits and done.edits[0].start == region.start == done.edits[0].end:
            first = done.edits[0]
            edits = [replace(first, new="\n" + first.new), *done.edits[1:]]
        return Formatted(edits, done.start + 1, done.end + 1)
    return done


def toggle_done(text: str, start: int, end: int) -> Formatted:
    """The boxes of the selection's tasks checked; or none of them, where all were."""
    region = Region.of(text, start, _last(text, start, end))
    read = [_taken_apart(line) for line in region.lines]
    are_done = all("x" in entry.task.lower() for _, entry, _ in read if entry and entry.task)
    lines = list(region.lines)
    for number, (_, entry, _) in enumerate(read):
        if entry is not None and entry.task:
            old, new = entry.task, ("[ ]" if are_done else "[x]") + entry.task[3:]
            lines[number] = lines[number].replace(old, new, 1)
    return _done(text, region, lines, start, end)


def _taken_apart(line: str) -> tuple[str, Entry | None, str]:
    """What stands before a line's marker, its entry, and its words."""
    quote = quote_of(line)
    entry = Entry.of(line[len(quote) :])
    before = quote + (entry.indent if entry else indentation(line[len(quote) :]))
    words = line[len(quote) + len(entry.start) :] if entry else line[len(before) :]
    return before, entry, words


def _kind(entry: Entry) -> Kind:
    if entry.task:
        return "tasks"
    return "bullets" if entry.number is None else "numbers"


def _level(line: str) -> int:
    found = _HEADING.match(line)
    return len(found[1]) if found else 0


def _underline(text: str, region: Region) -> int:
    """How long the line below is, with the line end before it, that makes this one a heading."""
    end = region.start + region.length
    if not region.lines[0].strip() or end >= len(text):
        return 0
    below = text[end + 1 : line_end(text, end + 1)]
    return len(below) + 1 if _UNDERLINE.match(below) else 0


def _is_paragraph(text: str, place: int) -> bool:
    """Whether the line above `place` is one of a paragraph."""
    if place == 0:
        return False
    line = text[line_start(text, place - 1) : place - 1]
    return bool(line.strip()) and Entry.of(line) is None and not _level(line)


def _last(text: str, start: int, end: int) -> int:
    return end - 1 if end > start and line_start(text, end) == end else end


def _done(
    text: str,
    region: Region,
    lines: Sequence[str],
    start: int,
    end: int,
    underline: int = 0,
) -> Formatted:
    """The region with `lines`; the selection stays at the same distance from the ends of lines."""
    last = _last(text, start, end)
    one, two = _kept(text, region, lines, start), _kept(text, region, lines, last)
    done = region.changed_to(text, lines, one, two)
    edits = list(done.edits)
    if underline:
        after = region.start + region.length
        edits.append(Edit(after, after + underline, ""))
    return Formatted(edits, done.start, done.end + (end - last))


def _kept(text: str, region: Region, lines: Sequence[str], where: int) -> tuple[int, int]:
    row, column = region.place(text, where)
    if column < text_start(region.lines[row]):  # in front of a marker, which may be another now
        return row, min(column, text_start(lines[row]))
    return row, max(0, len(lines[row]) - (len(region.lines[row]) - column))
