"""The column of line numbers beside the source, where others paint their marks and take clicks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.gui.source.lines_in_view import Layer
from editor.gui.theme import fill

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane


class LineNumbers(QWidget):
    """Shows the file's line numbers; a click on one puts the caret on its line."""

    clicked = Signal(int, int)  # a line of the file, and how far from the left, in pixels

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self.layers: list[Layer] = []  # what else is painted, in this order
        pane.updateRequest.connect(self._scroll)

    def needed_width(self) -> int:
        """How many pixels the line numbers take."""
        digits = max(2, len(str(self._pane.blockCount())))
        return 20 + self._pane.fontMetrics().horizontalAdvance("9") * digits

    def sizeHint(self) -> QSize:
        """As wide as the last number."""
        return QSize(self.needed_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers of the lines that can be seen, at the height of their first rows."""
        pane, theme = self._pane, self._pane.theme
        painter = QPainter(self)
        fill(painter, event.rect(), theme.paper)
        fill(painter, pane.in_view.caret_rect(self.width()), theme.caret_line)
        font = pane.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        blocks, caret_line = pane.in_view.blocks(event.rect()), pane.caret_line
        for block, place in blocks:
            is_current = block.blockNumber() == caret_line
            painter.setPen(QColor(theme.muted if is_current else theme.faint))
            number, row = str(block.blockNumber() + 1), block.layout().lineAt(0)
            x = self.width() - 6 - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(x, place.top() + row.y() + row.ascent()), number)
        for layer in self.layers:
            layer(painter, blocks)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number puts the caret on its line."""
        place = event.position().toPoint()
        cursor = self._pane.cursorForPosition(QPoint(0, place.y()))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self._pane.setTextCursor(cursor)
        self._pane.setFocus()
        self.clicked.emit(cursor.blockNumber(), place.x())

    @Slot(QRect, int)
    def _scroll(self, area: QRect, by: int) -> None:
        if by:
            self.scroll(0, by)
        else:
            self.update(0, area.y(), self.width(), area.height())
