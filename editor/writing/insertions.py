"""Blocks and notes set into a text: code, rules, the mark of the excerpt, footnotes."""

import re

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.lines import indentation, line_end, line_start, quote_of

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_BLOCK_OPENING = re.compile(
    r"[ \t>]*(?:(?:`{3,}|~{3,})[^`\n]*|\{% *highlight\b.*%\}|\{\{[<%] *highlight\b.*[>%]\}\})"
    r"[ \t]*\Z"
)
_BLOCK_CLOSING = re.compile(
    r"[ \t>]*(?:`{3,}|~{3,}|\{% *endhighlight *%\}|\{\{[<%] */ *highlight *[>%]\}\})[ \t]*\Z"
)
_NOTE = re.compile(r"\[\^(\d+)\]")
_MOST_LINES = 500  # of a block of code that is looked for around the caret


def rule(text: str, _start: int, end: int) -> Formatted:
    """A horizontal rule below the caret's line, blank lines around it."""
    return _own_block(text, end, "---")


def excerpt_mark(text: str, start: int, end: int, mark: str) -> Formatted:
    """`mark` below the caret's line, where it ends the excerpt; on its own line it is taken away.

    A mark that stands elsewhere moves here.
    """
    line = text[line_start(text, start) : line_end(text, start)]
    old = _line_of(text, mark)
    if line.strip() == mark:
        return _without_line(text, start)
    if old is None:
        return _own_block(text, end, mark)
    gone = _without_line(text, old)
    added = _own_block(text, end, mark)
    if added.edits[0].start <= gone.edits[0].end and gone.edits[0].start <= added.edits[0].end:
        return Formatted([], start, end)  # it stands there
    moved = gone.edits[0].end - gone.edits[0].start if old < start else 0
    return Formatted([*gone.edits, *added.edits], added.start - moved, added.end - moved)


def code_block(text: str, start: int, end: int, lines: tuple[str, str] | None = None) -> Formatted:
    """The selection's lines as a block of code, the caret where its language goes.

    `lines` are those around it, `{}` where the language stands; without them a fence is written.
    Inside a block of code, the lines around it are taken away.
    """
    last = end - 1 if end > start and line_start(text, end) == end else end
    around = _block_around(text, start, last)
    if around is not None:
        return _without_fences(text, around, start, end)
    first, final = line_start(text, start), line_end(text, last)
    code = text[first:final]
    blanks = quote_of(code) or indentation(code)
    opening, closing = lines or (_fence_for(code) + "{}", _fence_for(code))
    before, _, after = opening.partition("{}")
    head = f"{blanks}{before}{after}\n"
    above = (
        "\n" if first and text[first - 1 : first] == "\n" and _is_filled(text, first - 1) else ""
    )
    below = "\n" if final + 1 < len(text) and text[final + 1] != "\n" else ""
    caret = first + len(above) + len(blanks) + len(before)
    if not code.strip():
        new = f"{above}{head}{blanks}\n{blanks}{closing}{below}"
        return Formatted([Edit(first, final, new)], caret, caret)
    changes = [
        Edit(first, first, above + head),
        Edit(final, final, f"\n{blanks}{closing}{below}"),
    ]
    return Formatted(changes, caret, caret)


def footnote(text: str, start: int, end: int) -> Formatted:
    """A footnote behind the selection, with the lowest number that is free, and its text's place.

    The caret goes to the end of the text, where the note is written.
    """
    del start
    taken = {int(found[1]) for found in _NOTE.finditer(text)}
    number = next(number for number in range(1, len(taken) + 2) if number not in taken)
    mark = f"[^{number}]"
    length = len(text.rstrip("\n"))
    last = text[line_start(text, length) : length]
    gap = "\n" if last.startswith("[^") else "\n\n"
    ending = "\n" if text.endswith("\n") else ""
    note = f"{gap}{mark}: {ending}"
    place = max(end, length)
    if end >= length:  # one edit: two at one place have no order
        new = text[length:end] + mark + note if end > length else mark + note
        caret = length + len(new) - len(ending)
        return Formatted([Edit(length, len(text), new)], caret, caret)
    caret = place + len(mark) + len(note) - len(ending)
    return Formatted([Edit(end, end, mark), Edit(length, len(text), note)], caret, caret)


def below_line(text: str, place: int, block: str, caret: int) -> Formatted:
    """`block` below the line of `place`, blank lines around; the caret `caret` characters in it."""
    first, last = line_start(text, place), line_end(text, place)
    if text[first:last].strip():
        first = last
        new, shift = "\n\n" + block, 2
    else:
        shift = 1 if first and _is_filled(text, first - 1) else 0
        new = "\n" * shift + block
    if (last + 1 < len(text) and text[last + 1] != "\n") or last >= len(text):
        new += "\n"
    return Formatted([Edit(first, last, new)], first + shift + caret, first + shift + caret)


def _own_block(text: str, place: int, block: str) -> Formatted:
    """`block` below the caret's line, with the caret on the line behind it."""
    return below_line(text, place, block, len(block) + 1)


def _is_filled(text: str, place: int) -> bool:
    return bool(text[line_start(text, place) : place].strip())


def _line_of(text: str, mark: str) -> int | None:
    found = re.search(rf"^[ \t]*{re.escape(mark)}[ \t]*$", text, re.MULTILINE)
    return found.start() if found else None


def _without_line(text: str, place: int) -> Formatted:
    """Without the line of `place` and the blank line behind it."""
    first, last = line_start(text, place), line_end(text, place)
    end = min(len(text), last + 1)
    if text[end : end + 1] == "\n":
        end += 1
    return Formatted([Edit(first, end, "")], first, first)


def _fence_for(code: str) -> str:
    """A fence longer than any in `code`."""
    return "`" * max(3, *(len(found[1]) + 1 for found in _FENCE.finditer(code)), 0)


def _block_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the lines that open and close the block of code around the selection start."""
    opening = line_start(text, start)
    for _ in range(_MOST_LINES):
        line = text[opening : line_end(text, opening)]
        if _BLOCK_OPENING.match(line) and not (_BLOCK_CLOSING.match(line) and opening < start):
            break
        if _BLOCK_OPENING.match(line) and _closing_below(text, opening, end) is not None:
            break
        if (_BLOCK_CLOSING.match(line) and opening < line_start(text, start)) or opening == 0:
            return None
        opening = line_start(text, opening - 1)
    else:
        return None
    closing = _closing_below(text, opening, end)
    return None if closing is None else (opening, closing)


def _closing_below(text: str, opening: int, end: int) -> int | None:
    place = line_end(text, opening) + 1
    for _ in range(_MOST_LINES):
        if place > len(text):
            return None
        line = text[place : line_end(text, place)]
        if _BLOCK_CLOSING.match(line):
            return place if line_end(text, place) >= end else None
        place = line_end(text, place) + 1
    return None


def _without_fences(text: str, around: tuple[int, int], start: int, end: int) -> Formatted:
    opening, closing = around
    after = line_end(text, opening) + 1
    last = line_end(text, closing)
    changes = [Edit(opening, after, "")]
    if closing > after:
        changes.append(Edit(closing - 1, last, ""))
    else:
        changes = [Edit(opening, last, "")]
    inner = max(opening, closing - 1 - (after - opening))
    places = [min(max(place - (after - opening), opening), inner) for place in (start, end)]
    return Formatted(changes, *places)
