"""Edits: what changes a text, and the few edits that lead from one text to another.

Offsets are in code points; `\\n` is the only line end of a text.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

# Pairs of lines, old with new, that one diff hands to difflib, which is cubic at worst: 440 lines
# `a b a b …` that become `b a a b a a …` take it 0.4 s.
_MAX_PAIRS = 200_000

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# A word with the spaces behind it, a sign with them, a line end.
_WORD = re.compile(r"\n|\w+[^\S\n]*|[^\w\s][^\S\n]*|[^\S\n]+")
_MAX_WORD_PAIRS = 40_000  # of one pair of runs of lines: 200 words against 200


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of a text from `start` up to `end`, not included, by `new`."""

    start: int
    end: int
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` after all `edits`, whatever their order; their offsets all refer to `text` itself.

    Texts inserted at one place stand in the order given. Raises ValueError where two edits overlap
    or one lies outside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} overlaps another edit or is outside 0..{len(text)}")
        pieces += text[done : edit.start], edit.new
        done = edit.end
    return "".join((*pieces, text[done:]))


def diff(old: str, new: str) -> list[Edit]:
    """Few and small edits, in the order of the text, so that `apply(old, diff(old, new)) == new`.

    Lines found again are left alone, and in a line that changed so is what its ends have in common.
    Time is bounded: where too many lines stand against too many others, they become one edit.
    """
    if old == new:
        return []
    whole = _replacement(0, old, new)
    if whole.start == whole.end or not whole.new:
        return [whole]
    # Widened to whole lines on both sides, so that lines are compared with lines.
    start = old.rfind("\n", 0, whole.start) + 1
    end = old.find("\n", whole.end) + 1 or len(old)
    old_lines = split_lines(old[start:end])
    new_lines = split_lines(new[start : end + len(new) - len(old)])
    line_starts = list(accumulate(map(len, old_lines), initial=start))
    edits: list[Edit] = []
    for first, last, new_first, new_last in changes(old_lines, new_lines):
        before, after = old_lines[first:last], new_lines[new_first:new_last]
        if len(before) != len(after):
            before, after = ["".join(before)], ["".join(after)]
        edits += map(_replacement, line_starts[first:], before, after)
    return [edit for edit in edits if edit.start < edit.end or edit.new]


def word_diff(old: str, new: str) -> list[Edit]:
    """Edits like those of `diff` that replace whole words, as one reads a correction.

    Between two of them at least one word, sign or line end stayed.
    """
    old_lines, new_lines = split_lines(old), split_lines(new)
    line_starts = list(accumulate(map(len, old_lines), initial=0))
    edits: list[Edit] = []
    for first, last, new_first, new_last in changes(old_lines, new_lines):
        before = _WORD.findall("".join(old_lines[first:last]))
        after = _WORD.findall("".join(new_lines[new_first:new_last]))
        starts = list(accumulate(map(len, before), initial=line_starts[first]))
        for start, end, new_start, new_end in changes(before, after, _MAX_WORD_PAIRS):
            edits.append(Edit(starts[start], starts[end], "".join(after[new_start:new_end])))
    return edits


def split_lines(text: str) -> list[str]:
    """The lines of `text` with their ends; joined they are `text`."""
    return _LINE.findall(text)


def _replacement(start: int, old: str, new: str) -> Edit:
    """The edit that makes `old`, at `start`, into `new`; what both begin or end with stays."""
    head = _common_head(old, new)
    tail = _common_tail(old, new, min(len(old), len(new)) - head)
    return Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _common_head(old: str, new: str) -> int:
    """How many characters both begin with. By halves: comparing slices runs at memory's speed."""
    same, most = 0, min(len(old), len(new))
    while same < most:
        middle = (same + most + 1) // 2
        if old[same:middle] == new[same:middle]:
            same = middle
        else:
            most = middle - 1
    return same


def _common_tail(old: str, new: str, most: int) -> int:
    """How many characters both end with, up to `most`."""
    same = 0
    while same < most:
        middle = (same + most + 1) // 2
        old_part = old[len(old) - middle : len(old) - same]
        if old_part == new[len(new) - middle : len(new) - same]:
            same = middle
        else:
            most = middle - 1
    return same


def changes(
    old: Sequence[str], new: Sequence[str], most_pairs: int = _MAX_PAIRS
) -> Iterator[tuple[int, int, int, int]]:
    """The runs of lines (or words) that differ, `old[a:b]` and `new[c:d]`, as `(a, b, c, d)`.

    Where more than `most_pairs` would have to be compared, old with new, they are one run.
    """
    from difflib import SequenceMatcher  # a window is drawn before it comes

    pairs = 0
    done, new_done = 0, 0
    for line, new_line in [*_anchors(old, new), (len(old), len(new))]:
        before, after = old[done:line], new[new_done:new_line]
        if pairs + len(before) * len(after) > most_pairs:
            yield done, line, new_done, new_line
        else:
            pairs += len(before) * len(after)
            matcher = SequenceMatcher(None, before, after, autojunk=False)
            for tag, first, last, new_first, new_last in matcher.get_opcodes():
                if tag != "equal":
                    yield done + first, done + last, new_done + new_first, new_done + new_last
        done, new_done = line + 1, new_line + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The most lines that stand once in `old` and once in `new`, in the same order: their numbers.

    They cut the lines in small pieces in no time, which difflib would not: patience diff, by Bram
    Cohen. The most in the same order is a longest increasing subsequence.
    """
    times, new_times = Counter(old), Counter(new)
    number = {line: i for i, line in enumerate(new) if new_times[line] == times[line] == 1}
    ends: list[int] = []  # ends[n]: the lowest number in `new` that ends a sequence of n + 1
    steps: list[tuple[int, int, int]] = []  # line in old, in new, the step before or -1
    tops: list[int] = []  # the step behind each of `ends`
    for i, line in enumerate(old):
        if line in number:
            length = bisect_left(ends, number[line])
            ends[length : length + 1] = [number[line]]
            tops[length : length + 1] = [len(steps)]
            steps.append((i, number[line], tops[length - 1] if length else -1))
    anchors = []
    step = tops[-1] if tops else -1
    while step >= 0:
        line_number, new_number, step = steps[step]
        anchors.append((line_number, new_number))
    return anchors[::-1]
