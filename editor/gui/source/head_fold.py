"""The front matter folded away in the source, where a form shows it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor

from editor.gui.posts.document import Document
from editor.gui.posts.views import set_visible

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane


class HeadFold(QObject):
    """Hides the lines of the front matter, and keeps the caret out of them."""

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._document: Document | None = None
        self.is_folded = True
        self.has_form = True  # without one the lines are not hidden
        self.hidden_lines = 0

    def use(self, document: Document | None, hidden_lines: int = 0) -> None:
        """Fold `document`, which the pane shows; so many of its lines are hidden already."""
        if self._document is not None:
            self._document.text_changed.disconnect(self.follow)
        self._document, self.hidden_lines = document, hidden_lines
        self.follow()
        if document is not None:
            document.text_changed.connect(self.follow)

    def first_position(self) -> int:
        """Where the text below what is hidden starts, in Qt's units."""
        return self._pane.document().findBlockByNumber(self.hidden_lines).position()

    @Slot()
    def follow(self) -> None:
        """Hide the lines that are the front matter's now, and no others."""
        if self._document is None:
            return
        lines = self._document.head_lines if self.is_folded and self.has_form else 0
        text = self._pane.document()
        block = text.begin()
        changed = False
        for number in range(max(lines, self.hidden_lines)):
            if not block.isValid():
                break
            visible = number >= lines
            if block.isVisible() != visible:  # also a line that an edit put below the fold
                set_visible(block, visible)
                changed = True
            block = block.next()
        self.hidden_lines = lines
        if not changed:
            return
        layout = text.documentLayout()
        text.markContentsDirty(0, block.position() if block.isValid() else 0)
        layout.documentSizeChanged.emit(layout.documentSize())
        self._pane.repaint_all()

    @Slot()
    def take_caret_out(self) -> bool:
        """Take caret and selection out of what is hidden; False where they are out of it."""
        cursor, first = self._pane.textCursor(), self.first_position()
        if min(cursor.position(), cursor.anchor()) >= first:
            return False
        anchor, position = max(cursor.anchor(), first), max(cursor.position(), first)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._pane.setTextCursor(cursor)
        return True

    def stops(self, event: QKeyEvent) -> bool:
        """Whether the key would delete what is hidden above the caret."""
        if not self.hidden_lines or event.key() != Qt.Key.Key_Backspace:
            return False
        cursor = self._pane.textCursor()
        return not cursor.hasSelection() and cursor.position() <= self.first_position()
