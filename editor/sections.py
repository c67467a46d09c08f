"""The sections of a post: a heading with what is below it, moved as a whole."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from editor.edits import Edit
from editor.headings import Heading, headings


def end_of(found: Sequence[Heading], number: int, last: int) -> int:
    """The line before which the section of heading `number` ends; `last` where none follows.

    It holds the sections of deeper headings.
    """
    level = found[number].level
    later = (heading.line for heading in found[number + 1 :] if heading.level <= level)
    return next(later, last)


def move(text: str, line: int, before: int) -> list[Edit]:
    """Put the section whose heading is on `line` of the file before the line `before`.

    `before` is that of another heading, or the number of lines for the text's end. The blank lines
    between sections stay where they are, and where there is none one comes, so that nothing is
    glued together. No edits where the section would stay, or headings would be lost by it (in a
    block of code that is not closed).
    """
    found = headings(text)
    lines = text.split("\n")
    number = next((i for i, heading in enumerate(found) if heading.line == line), None)
    places = {heading.line for heading in found} | {len(lines)}
    if number is None or before not in places:
        return []
    end = end_of(found, number, len(lines))
    if line <= before <= end:
        return []
    cut = (line, end, before) if before > end else (before, line, end)
    return _swap(text, found, cut)[0]


def swap_with_neighbour(text: str, line: int, by: int) -> tuple[list[Edit], int]:
    """Move the section that `line` stands in one up (`by` is -1) or down among its neighbours.

    Gives the edits, and how many lines its heading moves; none where it is the first, or the last.
    """
    found = headings(text)
    here = sum(1 for heading in found if heading.line <= line) - 1
    if here < 0:
        return [], 0
    first, second = (_before(found, here), here) if by < 0 else (here, _after(found, here))
    if first is None or second is None:
        return [], 0
    if by < 0:
        changes = move(text, found[second].line, found[first].line)
        return changes, found[first].line - found[second].line if changes else 0
    last = len(text.split("\n"))
    cut = (found[first].line, found[second].line, end_of(found, second, last))
    changes, lands = _swap(text, found, cut)
    return changes, lands - found[here].line if changes else 0


def _before(found: Sequence[Heading], number: int) -> int | None:
    """The neighbour above, of the same level and below the same heading."""
    for other in range(number - 1, -1, -1):
        if found[other].level < found[number].level:
            return None
        if found[other].level == found[number].level:
            return other
    return None


def _after(found: Sequence[Heading], number: int) -> int | None:
    for other in range(number + 1, len(found)):
        if found[other].level < found[number].level:
            return None
        if found[other].level == found[number].level:
            return other
    return None


def _swap(text: str, found: Sequence[Heading], cut: tuple[int, int, int]) -> tuple[list[Edit], int]:
    """Swap the lines from `cut[0]` to `cut[1]` with those up to `cut[2]`.

    Gives the edit, and the line on which the first of them stand then.
    """
    lines = text.split("\n")
    start, middle, end = cut
    first, between = _without_blanks(lines[start:middle])
    second, behind = _without_blanks(lines[middle:end])
    between = between or [""]
    is_last = end == len(lines)
    new = [*second, *between, *first, *(behind if is_last or behind else [""])]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    stop = len(text) if is_last else starts[end]
    edit = Edit(starts[start], stop, "\n".join(new) + ("" if is_last else "\n"))
    after = text[: edit.start] + edit.new + text[edit.end :]
    stays = _names(found) == _names(headings(after))
    return [edit] if stays else [], start + len(second) + len(between)


def _without_blanks(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines up to the last that is not blank, and the blank ones."""
    kept = len(lines)
    while kept and not lines[kept - 1].strip():
        kept -= 1
    return lines[:kept], lines[kept:]


def _names(found: Sequence[Heading]) -> Counter[tuple[int, str]]:
    return Counter((heading.level, heading.text) for heading in found)
