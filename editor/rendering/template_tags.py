"""The template tags of a body run before Markdown, anew only where an edit may concern them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from editor.edits import Edit
from editor.generators.dialect import Expanded, Problem
from editor.post import Post
from editor.rendering.file_text import change_between

Run = Callable[[], Expanded | None]
"""Runs the tags of a body; None where it has none."""

_OPENING = ("{{", "{%")  # what every tag begins with
_OF_TAGS = re.compile("[{}%]")
_TAKES_SPACE = re.compile(r"\{[{%]-|-[%}]\}")
# What a tag shows that cannot be run depends on whether it stands in code or in an address.
_OF_MARKUP = re.compile(r"[`~<>()\[\]\n]")


@dataclass(frozen=True, slots=True)
class _Run:
    """Whole lines that stand in the text for Markdown as they do in the body."""

    body: int  # where they begin, offsets
    text: int
    length: int


class TemplateTags:
    """A body, and what Markdown gets to read in its place."""

    def __init__(self) -> None:
        self._post = Post("", "")
        self._expanded: Expanded | None = None  # by the last run
        self.text = ""  # for Markdown
        self._lines: list[int] | None = None  # of the body, for each of the text; None: the same
        self._same: list[_Run] | None = None  # None: not looked for yet
        self.have_moved_lines = False  # by the last change, in other ways than it tells
        self.problems: Sequence[Problem] = ()
        self._is_forgotten = False

    def forget(self) -> None:
        """Run the tags anew, whatever the next change is."""
        self._is_forgotten = True

    def change(self, post: Post, edits: Sequence[Edit], run: Run) -> Sequence[Edit]:
        """What `edits`, which led to the body of `post`, do to the text for Markdown."""
        before, self._post = self._post, post
        self.have_moved_lines = False
        if len(edits) == 1 and post.head == before.head and not self._is_forgotten:
            if self._expanded is None and not _may_open(post.body, edits[0]):
                self.text = post.body
                return edits
            if self._expanded is not None and (moved := self._moved(before.body, edits[0])):
                return [moved]
        elif not edits and post.head == before.head and not self._is_forgotten:
            return []
        return self._run(post.body, edits, run())

    def _run(self, body: str, edits: Sequence[Edit], expanded: Expanded | None) -> Sequence[Edit]:
        self._is_forgotten = False
        was_run = self._expanded is not None
        self._expanded, self._same = expanded, None
        self.problems = expanded.problems if expanded else ()
        self._lines = list(expanded.lines) if expanded else None
        before, self.text = self.text, expanded.text if expanded else body
        self.have_moved_lines = was_run or expanded is not None
        if not self.have_moved_lines:
            return edits
        change = change_between(before, self.text)
        return [change] if change.start < change.end or change.new else []

    def line_at(self, line: int) -> int:
        """The line of the body that `line` of the text comes from."""
        if self._lines is None:
            return line
        return self._lines[min(line, len(self._lines) - 1)]

    def line_of(self, line: int) -> int:
        """The first line of the text that comes from `line` of the body, or from one below it."""
        return line if self._lines is None else bisect_left(self._lines, line)

    def _moved(self, body: str, edit: Edit) -> Edit | None:
        """The edit of the text that `edit` of `body` is; None where tags must be run to tell."""
        assert self._expanded is not None
        if self._expanded.reads_body or not self._is_harmless(body, edit):
            return None
        if self._same is None:
            assert self._lines is not None
            self._same = list(_same_lines(body, self.text, self._lines))
        index = bisect_right(self._same, edit.start, key=lambda run: run.body) - 1
        run = self._same[index] if index >= 0 else None
        if run is None or edit.end > run.body + run.length:
            return None
        shift = run.text - run.body
        moved = Edit(edit.start + shift, edit.end + shift, edit.new)
        self._move_lines(moved)
        self.text = "".join((self.text[: moved.start], moved.new, self.text[moved.end :]))
        more = len(edit.new) - (edit.end - edit.start)
        self._same[index] = _Run(run.body, run.text, run.length + more)
        self._same[index + 1 :] = [
            _Run(run.body + more, run.text + more, run.length) for run in self._same[index + 1 :]
        ]
        return moved

    def _is_harmless(self, body: str, edit: Edit) -> bool:
        """Whether tags stay what they are, and write what they did."""
        start = body.rfind("\n", 0, edit.start) + 1
        end = body.find("\n", edit.end)
        end = len(body) if end < 0 else end
        before, after = body[start : edit.start], body[edit.end : end]
        removed = body[edit.start : edit.end]
        if _OF_TAGS.search(before + removed + edit.new + after):
            return False
        if self.problems and _OF_MARKUP.search(before + removed + edit.new + after):
            return False
        is_within = "\n" not in removed + edit.new and before.strip() and after.strip()
        return bool(is_within) or not _TAKES_SPACE.search(body)

    def _move_lines(self, edit: Edit) -> None:
        """Let the lines be those after `edit` of the text."""
        removed = self.text.count("\n", edit.start, edit.end)
        more = edit.new.count("\n") - removed
        if not removed and not more:
            return
        assert self._lines is not None
        at = self.text.count("\n", 0, edit.start)
        first = self._lines[at]
        below = [line + more for line in self._lines[at + removed + 1 :]]
        self._lines[at:] = [*range(first, first + removed + more + 1), *below]


def _may_open(body: str, edit: Edit) -> bool:
    """Whether a tag may begin where `edit`, which led to `body`, was made."""
    around = body[max(0, edit.start - 1) : edit.start + len(edit.new) + 1]
    return any(opening in around for opening in _OPENING)


def _same_lines(body: str, text: str, lines: Sequence[int]) -> Iterator[_Run]:
    """The runs of lines that are the same in both; `lines` are those of the body, by the text's.

    None where some are repeated.
    """
    if any(below < line for line, below in pairwise(lines)):
        return
    in_body, in_text = body.split("\n"), text.split("\n")
    body_starts = list(accumulate((len(line) + 1 for line in in_body), initial=0))
    text_starts = list(accumulate((len(line) + 1 for line in in_text), initial=0))
    is_same = [in_body[line] == own for line, own in zip(lines, in_text, strict=False)]
    kinds = ((same, line - at) for at, (line, same) in enumerate(zip(lines, is_same, strict=True)))
    at = 0
    for (same, shift), group in groupby(kinds):
        count = len(list(group))
        if same:
            end = text_starts[at + count] - 1
            yield _Run(body_starts[at + shift], text_starts[at], end - text_starts[at])
        at += count
