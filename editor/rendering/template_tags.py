"""The template tags of a body run before Markdown, anew only where an edit concerns them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from editor.edits import Edit
from editor.generators.dialect import Expanded, Problem
from editor.rendering.file_text import change_between

Run = Callable[[], Expanded | None]
"""Runs the tags of a body; None where it has none."""


class TemplateTags:
    """A body, and what Markdown gets to read in its place."""

    def __init__(self) -> None:
        self._text = ""  # for Markdown
        self._lines: Sequence[int] | None = None  # of the body, for each of it; None: the same
        self.have_moved_lines = False  # by the last change, in other ways than it tells
        self.problems: Sequence[Problem] = ()

    def change(self, body: str, edits: Sequence[Edit], run: Run) -> Sequence[Edit]:
        """What `edits`, which led to `body`, do to the text for Markdown."""
        expanded = run()
        self.have_moved_lines = expanded is not None or self._lines is not None
        self.problems = expanded.problems if expanded else ()
        if not self.have_moved_lines:
            self._text = body
            return edits
        self._lines = expanded.lines if expanded else None
        text = expanded.text if expanded else body
        change, self._text = change_between(self._text, text), text
        return [change] if change.start < change.end or change.new else []

    def line_at(self, line: int) -> int:
        """The line of the body that `line` of the text comes from."""
        if self._lines is None:
            return line
        return self._lines[min(line, len(self._lines) - 1)]

    def line_of(self, line: int) -> int:
        """The first line of the text that comes from `line` of the body, or from one below it."""
        return line if self._lines is None else bisect_left(self._lines, line)
