"""Where the file's lines stand in the source pane: which are seen, and scrolling to one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QTextBlock

from editor.gui.line_height import SpacedLayout, on_a_row

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane

# Paints over what is there, given the lines that can be seen, each with its place in the viewport.
Layer = Callable[[QPainter, list[tuple[QTextBlock, QRectF]]], object]


class LinesInView(QObject):
    """Tells lines from places in the viewport and back. Lines are the file's, from 0."""

    scrolled_to = Signal(float)  # the line in focus, see focus_line; not after scroll_to

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._following = False  # scrolling because the preview was scrolled
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._tell_scroll)

    def blocks(self, area: QRect) -> list[tuple[QTextBlock, QRectF]]:
        """The lines that can be seen in `area`, each with its place in the viewport."""
        found = []
        block = self._pane.firstVisibleBlock()
        # Asked for the place of each, Qt would add up the heights above it each time.
        place = self._place_of(block)
        while block.isValid() and place.top() <= area.bottom():
            if block.isVisible() and place.bottom() >= area.top():
                found.append((block, place))
            block, below = block.next(), place.bottomLeft()
            place = self._pane.blockBoundingRect(block).translated(below)
        return found

    def caret_rect(self, width: int) -> QRectF:
        """The caret's whole line, in the viewport's pixels, `width` pixels wide."""
        place = self._place_of(self._pane.textCursor().block())
        return QRectF(0, place.top(), width, place.height())

    def top_line(self) -> float:
        """The line at the top of the pane, with the part of it already scrolled away."""
        return self._line_at(0)

    def focus_line(self) -> float:
        """The line that stands for the view: at its top third, at either end the outermost."""
        bar, height = self._pane.verticalScrollBar(), self._pane.viewport().height()
        row = self._pane.column.row_height
        above, below = bar.value() * row, (bar.maximum() - bar.value()) * row
        return self._line_at(max(min(height / 3, above), height - below))

    def scroll_to(self, line: float) -> None:
        """Bring `line` to the top third of the pane, as far as the text goes."""
        pane, row = self._pane, self._pane.column.row_height
        block = pane.document().findBlockByNumber(min(int(line), pane.blockCount() - 1))
        bar = pane.verticalScrollBar()
        self._following = True
        bar.setValue(block.firstLineNumber() - round(pane.viewport().height() / 3 / row))
        # Lines above that were never drawn counted as one row each: look where it really is now.
        place = self._place_of(block)
        y = place.top() + (line - int(line)) * place.height()
        bar.setValue(bar.value() + round((y - pane.viewport().height() / 3) / row))
        self._following = False
        self.tell_nothing()  # where it came from is no news

    def tell(self) -> None:
        """Say that the pane has scrolled, once for all the steps that Qt may make of it."""
        if not self._following:
            self._scrolled.start()

    def tell_nothing(self) -> None:
        """Keep quiet about how far it has scrolled until now."""
        self._scrolled.stop()

    def on_a_row(self, event: QMouseEvent) -> QMouseEvent:
        """`event` at the row that is nearest, where rows stand apart."""
        layout = self._pane.document().documentLayout()
        if not (isinstance(layout, SpacedLayout) and layout.is_spaced):
            return event
        line = int(self._line_at(event.position().y()))
        block = self._pane.document().findBlockByNumber(line)
        return on_a_row(event, block, self._place_of(block).top())

    def _place_of(self, block: QTextBlock) -> QRectF:
        return self._pane.blockBoundingGeometry(block).translated(self._pane.contentOffset())

    def _line_at(self, y: float) -> float:
        block = self._pane.firstVisibleBlock()
        place = self._place_of(block)
        while place.bottom() < y and block.next().isValid():
            block = block.next()
            place = self._place_of(block)
        passed = (y - place.top()) / place.height() if place.height() else 0.0
        return block.blockNumber() + min(max(passed, 0.0), 1.0)

    @Slot()
    def _tell_scroll(self) -> None:
        self.scrolled_to.emit(self.focus_line())
