"""The commands that change the text, or go to a place in it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QInputDialog

from editor import formatting
from editor.formatting import Formatted
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane


class TextCommands(QObject):
    """Acts on the post in front and on the selection in its source."""

    undone = Signal()  # or redone
    line_asked = Signal(int)  # the writer wants to go there

    def __init__(self, source: SourcePane, posts: OpenPosts) -> None:
        super().__init__(source)
        self._source = source
        self._posts = posts

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
        self._format(lambda text, start, end: formatting.toggle_mark(text, start, end, mark))

    def cycle_heading(self) -> None:
        """Make the caret's line a heading, a deeper one, a plain line."""
        self._format(formatting.cycle_heading)

    def toggle_lines(self, kind: str) -> None:
        """Make the selected lines a "list" or a "quote", or plain."""
        self._format(lambda text, start, end: formatting.toggle_lines(text, start, end, kind))

    def make_link(self) -> None:
        """Make the selection a link."""
        self._format(formatting.make_link)

    def ask_line(self) -> None:
        """Ask for a line to go to."""
        last = self._source.blockCount()
        title, label = self.tr("Go to line"), self.tr("Line")
        first = self._source.caret_line + 1
        line, ok = QInputDialog.getInt(self._source, title, label, first, 1, last)
        if ok:
            self.line_asked.emit(line - 1)

    def _format(self, command: Callable[[str, int, int], Formatted]) -> None:
        document = self._posts.current
        if document.is_read_only:
            return
        self._source.select(*document.format(self._source.textCursor(), command))
        self._source.setFocus()
