"""The commands that change the text, or go to a place in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QInputDialog

from editor import formatting
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane

if TYPE_CHECKING:
    from editor.writing.carets import Command


class TextCommands(QObject):
    """Acts on the post in front and on the selection in its source."""

    undone = Signal()  # or redone
    line_asked = Signal(int)  # the writer wants to go there

    def __init__(self, source: SourcePane, posts: OpenPosts) -> None:
        super().__init__(source)
        self._source = source
        self._posts = posts

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the commands of the catalogue do that act on the source's carets alone."""
        source = self._source
        return {
            "paste_plain": source.paste_plain,
            "select_next": lambda: source.carets.add_next(source.first_position()),
            "move_up": lambda: self._run_lines("move", -1),
            "move_down": lambda: self._run_lines("move", 1),
            "duplicate": lambda: self._run_lines("duplicate"),
            "join": lambda: self._run_lines("join"),
            "delete_lines": lambda: self._run_lines("delete"),
        }

    def undo(self) -> None:
        """Take the last step back, wherever it was made."""
        self._posts.current.qt.undo()
        self.undone.emit()

    def redo(self) -> None:
        """Make the step again."""
        self._posts.current.qt.redo()
        self.undone.emit()

    def where_the_focus_is(self, slot: str) -> None:
        """Call `cut`, `copy`, `paste` or `selectAll` of the widget that has the focus."""
        method = getattr(QApplication.focusWidget(), slot, None)
        if method is not None:
            method()

    def toggle_mark(self, mark: str) -> None:
        """Put `mark` around the selection, or take it away."""
        self.run(lambda text, start, end: formatting.toggle_mark(text, start, end, mark))

    def cycle_heading(self) -> None:
        """Make the caret's line a heading, a deeper one, a plain line."""
        self.run(formatting.cycle_heading)

    def toggle_lines(self, kind: str) -> None:
        """Make the selected lines a "list" or a "quote", or plain."""
        self.run(lambda text, start, end: formatting.toggle_lines(text, start, end, kind))

    def make_link(self) -> None:
        """Make the selection a link."""
        self.run(formatting.make_link)

    def ask_line(self) -> None:
        """Ask for a line to go to."""
        last = self._source.blockCount()
        title, label = self.tr("Go to line"), self.tr("Line")
        first = self._source.caret_line + 1
        line, ok = QInputDialog.getInt(self._source, title, label, first, 1, last)
        if ok:
            self.line_asked.emit(line - 1)

    def _run_lines(self, name: str, *given: int) -> None:
        from editor.writing import line_commands  # not before it is asked for

        command = getattr(line_commands, name)
        self.run(lambda text, start, end: command(text, start, end, *given))

    def run(self, command: "Command") -> None:
        """Run a command at all carets of the source, which then has the focus."""
        self._source.carets.run(command)
        self._source.setFocus()
