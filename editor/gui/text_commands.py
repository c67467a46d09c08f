"""The commands that change the text, or go to a place in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QInputDialog

from editor import formatting
from editor.gui.commands_writing import COMMANDS
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
        """What the commands of the catalogue do that change the source at its carets."""
        source = self._source
        return {
            "paste_plain": lambda: source.incoming.paste_plain(),
            "select_next": lambda: source.carets.add_next(source.first_position()),
            "new_table": self._ask_table,
            **{name: partial(self._run_named, name) for name in COMMANDS},
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

    def _ask_table(self) -> None:
        from editor.gui.writing.table_size import TableSize  # not before it is asked for

        size = TableSize(self._source)
        size.chosen.connect(self._insert_table)
        size.show_at(self._source.cursorRect().bottomLeft())

    @Slot(int, int)
    def _insert_table(self, rows: int, columns: int) -> None:
        from editor.writing.tables import new_table

        self.run(lambda text, start, end: new_table(text, start, end, rows, columns))

    def _run_named(self, name: str) -> None:
        from editor.gui.writing.text_changes import command_of  # not before it is asked for

        self.run(command_of(name, self._posts.current, self._source.site))

    def run(self, command: "Command") -> None:
        """Run a command at all carets of the source, which then has the focus."""
        self._source.carets.run(command)
        self._source.setFocus()
