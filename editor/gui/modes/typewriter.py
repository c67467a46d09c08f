"""The typewriter: the line that is written stays at one height, the paper moves."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from editor.gui.source_pane import SourcePane

_HEIGHT = 0.45  # of the pane, from its top
_STEPS = 3  # rows may be of different heights: it is looked again where the caret came to be


class Typewriter(QObject):
    """Scrolls the source so that the caret stays at one height, save where the text begins."""

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source
        self._is_on = False
        source.caret_moved.connect(self._follow)

    def set_on(self, on: bool) -> None:
        """Keep the caret's line at its height, or let the text stand."""
        if on != self._is_on:
            self._is_on = on
            self._source.setCenterOnScroll(on)  # so that the last line can stand there too
            self._follow()

    @Slot()
    def _follow(self) -> None:
        # A click chooses a place on the paper; if that moved, the next would miss.
        if not self._is_on or QApplication.mouseButtons():
            return
        bar = self._source.verticalScrollBar()
        for _ in range(_STEPS):
            caret = self._source.cursorRect()
            wanted = self._source.viewport().height() * _HEIGHT
            rows = round((caret.center().y() - wanted) / self._source.column.row_height)
            if not rows:
                return
            bar.setValue(bar.value() + rows)
