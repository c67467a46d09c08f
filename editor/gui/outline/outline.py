"""The commands of the outline. Each part is built when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from editor.edits import Edit
from editor.gui.outline.folding import Folding
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane

if TYPE_CHECKING:
    from editor.gui.calm import Calm
    from editor.gui.outline.outline_pane import OutlinePane
    from editor.gui.posts.document import Document
    from editor.gui.worker import Worker
    from editor.headings import Heading


class Outline(QObject):
    """Shows the headings of the post in front beside its source, and moves their sections."""

    chosen = Signal(int)  # the writer wants to go to that line of the file

    def __init__(self, source: SourcePane, posts: OpenPosts, column: QVBoxLayout) -> None:
        """`column` holds the source."""
        super().__init__(source)
        self.folding = Folding(source)
        self._source, self._posts, self._column = source, posts, column
        self._pane: OutlinePane | None = None
        self._worker: Worker | None = None
        self._calm: Calm | None = None
        self._document: Document | None = None

    def show(self, on: bool) -> None:
        """Show or hide the outline."""
        if on and self._pane is None:
            self._build()
        if self._pane is not None:
            self._pane.setVisible(on)
            self._look()

    def move_section(self, by: int) -> None:
        """Move the section of the caret, or of the outline's row, up (-1) or down (1)."""
        from editor.sections import swap_with_neighbour

        document = self._posts.current
        line = self._source.caret_line
        if self._pane is not None and self._pane.tree.hasFocus():
            line = self._pane.line
        changes, moved = swap_with_neighbour(document.text, line, by)
        if changes and not document.is_read_only:
            self._apply(document, changes, line + moved)

    @Slot(int, int)
    def _move(self, line: int, before: int) -> None:
        from editor.sections import move

        document = self._posts.current
        changes = move(document.text, line, before)
        if changes and not document.is_read_only:
            self._apply(document, changes, None)

    def _apply(self, document: "Document", changes: list[Edit], line: int | None) -> None:
        has_focus = self._source.hasFocus()
        column = self._source.textCursor().positionInBlock()
        self.folding.open_all()  # what is hidden would not move along
        document.apply(changes)
        if line is not None:
            cursor = self._source.textCursor()
            block = self._source.document().findBlockByNumber(line)
            cursor.setPosition(block.position() + min(column, block.length() - 1))
            self._source.setTextCursor(cursor)
        self._look()
        if has_focus:
            self._source.setFocus()

    def _build(self) -> None:
        from editor.gui.calm import Calm
        from editor.gui.outline.outline_pane import OutlinePane
        from editor.gui.worker import Worker

        self._pane = OutlinePane()
        self._pane.chosen.connect(self.chosen)
        self._pane.move_asked.connect(self._move)
        self._worker = Worker(_headings, self)
        self._worker.done.connect(self._show_headings)
        self._source.destroyed.connect(self._worker.stop)
        self._calm = Calm(self)
        self._calm.timeout.connect(self._look)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        had_focus = self._source.hasFocus()
        self._column.replaceWidget(self._source, splitter)
        splitter.addWidget(self._pane)
        splitter.addWidget(self._source)
        splitter.setStretchFactor(1, 1)
        if had_focus:
            self._source.setFocus()
        self._source.caret_moved.connect(self._show_place)
        self._posts.current_changed.connect(self._follow)
        self._follow(self._posts.current)

    @Slot(object)
    def _follow(self, document: "Document") -> None:
        assert self._calm is not None
        if self._document is not None:
            self._document.text_changed.disconnect(self._calm.start)
        self._document = document
        document.text_changed.connect(self._calm.start)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Find the headings anew, where they are to be seen."""
        if self._pane is not None and not self._pane.isHidden():
            assert self._worker is not None
            self._worker.ask(self._posts.current.text)

    @Slot(object)
    def _show_headings(self, found: "tuple[tuple[Heading, ...], int]") -> None:
        assert self._pane is not None
        self._pane.show_headings(*found)
        self._pane.show_place(self._source.caret_line)

    @Slot()
    def _show_place(self) -> None:
        if self._pane is not None and self._pane.isVisible() and not self._pane.tree.hasFocus():
            self._pane.show_place(self._source.caret_line)


def _headings(text: object) -> "tuple[tuple[Heading, ...], int]":
    """In the worker's thread."""
    from editor.headings import headings

    return tuple(headings(str(text))), str(text).count("\n") + 1
