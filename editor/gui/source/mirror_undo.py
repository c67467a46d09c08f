"""Undo and redo where the pane shows a mirror of the text, whose history is the document's."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane

_Step = Callable[[QTextDocument, QTextCursor], object]


class MirrorUndo(QObject):
    """Takes undo and redo from Qt, which knows no history of a mirror. Does nothing elsewhere."""

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane

    def take(self, event: QKeyEvent) -> bool:
        """Undo or redo where the key says so; False where Qt's own answer is right."""
        if self._history() is None:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self._go(QTextDocument.undo)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._go(QTextDocument.redo)
        else:
            return False
        return True

    def mend_menu(self, menu: QMenu) -> None:
        """Let undo and redo of Qt's menu be those of the document."""
        history = self._history()
        if history is None:
            return
        undo, redo = QTextDocument.undo, QTextDocument.redo
        for name, step, is_available in (
            ("edit-undo", undo, history.isUndoAvailable()),
            ("edit-redo", redo, history.isRedoAvailable()),
        ):
            action = menu.findChild(QAction, name)
            if action is not None:
                action.setEnabled(is_available and not self._pane.isReadOnly())
                action.triggered.connect(partial(self._go, step))

    def _history(self) -> QTextDocument | None:
        """The text with the undo history, where it is another than that which is shown."""
        document = self._pane.shown
        is_mirror = document is not None and self._pane.document() is not document.qt
        return document.qt if document is not None and is_mirror else None

    def _go(self, step: _Step) -> None:
        """Undo or redo in the document, and go where that was."""
        history = self._history()
        if history is None or self._pane.isReadOnly():
            return
        caret, own = QTextCursor(history), self._pane.textCursor()
        caret.setPosition(own.position())
        step(history, caret)
        own.setPosition(caret.position())
        self._pane.setTextCursor(own)
        self._pane.ensureCursorVisible()
