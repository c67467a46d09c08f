"""Markdown marks put around words and before lines, and taken away again, as edits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.edits import Edit

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_LINE_MARK = {
    "quote": (re.compile(r">[ \t]?"), "> "),
    "list": (re.compile(r"[-*+][ \t]+"), "- "),
}
_DEEPEST_CYCLED = 3  # headings below ### are typed by hand


@dataclass(frozen=True)
class Formatted:
    """The edits of a formatting command, and the selection after them."""

    edits: Sequence[Edit]
    start: int
    end: int


def toggle_mark(text: str, start: int, end: int, mark: str) -> Formatted:
    """Put `mark` (`**`, `_`, a backquote) on both sides of `text[start:end]`, or take it away.

    Blanks at the ends of the selection stay outside. Without a selection the word around `start`
    is meant; without a word the marks are set, and the caret between them.
    """
    if start == end:
        start, end = _word_around(text, start)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    size = len(mark)
    inside = text[start:end]
    if len(inside) > 2 * size and inside.startswith(mark) and inside.endswith(mark):
        edits = [Edit(start, start + size, ""), Edit(end - size, end, "")]
        return Formatted(edits, start, end - 2 * size)
    if _is_marked(text, start, end, mark):
        edits = [Edit(start - size, start, ""), Edit(end, end + size, "")]
        return Formatted(edits, start - size, end - size)
    edits = [Edit(start, start, mark), Edit(end, end, mark)] if start < end else []
    if not edits:  # one edit: two at one place have no order
        return Formatted([Edit(start, start, 2 * mark)], start + size, start + size)
    return Formatted(edits, start + size, end + size)


def cycle_heading(text: str, start: int, end: int) -> Formatted:
    """Make the line of `start` a heading of the second level, then the third, then none."""
    line = text.rfind("\n", 0, start) + 1
    heading = _HEADING.match(text, line)
    if heading is None:
        edit = Edit(line, line, "## ")
    elif len(heading[1]) < _DEEPEST_CYCLED:
        edit = Edit(line, line + len(heading[1]), "#" * (len(heading[1]) + 1))
    else:
        edit = Edit(line, heading.end(), "")
    shift = len(edit.new) - (edit.end - edit.start)
    return Formatted([edit], max(line, start + shift), max(line, end + shift))


def toggle_lines(text: str, start: int, end: int, kind: str) -> Formatted:
    """Make the lines of the selection a "quote" or a "list", or plain again where all are one."""
    pattern, mark = _LINE_MARK[kind]
    lines = [place for place in _line_starts(text, start, end) if _is_filled(text, place)]
    lines = lines or [text.rfind("\n", 0, start) + 1]
    marks = [pattern.match(text, place) for place in lines]
    if all(marks):
        edits = [Edit(found.start(), found.end(), "") for found in marks if found]
    else:
        edits = [
            Edit(place, place, mark) for place, found in zip(lines, marks, strict=True) if not found
        ]
    new_start = start + sum(_shift(edit) for edit in edits if edit.start <= start)
    new_end = end + sum(_shift(edit) for edit in edits)
    return Formatted(edits, max(lines[0], new_start), max(lines[0], new_end))


def make_link(text: str, start: int, end: int, address: str = "") -> Formatted:
    """Make the selection the text of a link to `address`; the caret goes where something lacks."""
    label = text[start:end]
    if not address and re.fullmatch(r"(?:https?://|www\.)\S+", label):
        label, address = "", label
    new = f"[{label}]({address})"
    caret = start + (1 if not label else len(label) + 3)
    return Formatted([Edit(start, end, new)], caret, caret + (0 if not label else len(address)))


def _word_around(text: str, place: int) -> tuple[int, int]:
    start, end = place, place
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'’-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "'’-"):
        end += 1
    return start, end


def _is_marked(text: str, start: int, end: int, mark: str) -> bool:
    """Whether `mark` stands on both sides: `*` not around `**word**`, but around `***word***`."""
    sign = mark[0]
    before = len(text[:start]) - len(text[:start].rstrip(sign))
    after = len(text[end:]) - len(text[end:].lstrip(sign))
    run = min(before, after)
    return run == len(mark) or run > 2


def _line_starts(text: str, start: int, end: int) -> list[int]:
    place = text.rfind("\n", 0, start) + 1
    starts = [place]
    while True:
        place = text.find("\n", place) + 1
        if place == 0 or place >= end:
            return starts
        starts.append(place)


def _is_filled(text: str, line: int) -> bool:
    end = text.find("\n", line)
    return bool(text[line : end if end >= 0 else len(text)].strip())


def _shift(edit: Edit) -> int:
    return len(edit.new) - (edit.end - edit.start)
