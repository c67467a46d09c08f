"""Focus on a paragraph: what is around it is dimmed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from editor.gui.source_pane import SourcePane

_VEIL = 165  # how little of the other lines is seen through the paper, of 255
_VEIL_OF_CONTRAST = 110


class Focus:
    """Draws a veil of the paper's colour over the lines that are not the caret's paragraph.

    No more than what can be seen is looked at, and no line is laid out or coloured anew.
    """

    def __init__(self, source: SourcePane) -> None:
        self._source = source
        self._is_on = False
        source.over_text.append(self._paint)

    def set_on(self, on: bool) -> None:
        """Dim what is around the paragraph, or nothing."""
        if on != self._is_on:
            self._is_on = on
            self._source.viewport().update()

    def _paint(self, painter: QPainter, blocks: list[tuple[QTextBlock, QRectF]]) -> None:
        if not self._is_on:
            return
        veil = QColor(self._source.theme.paper)
        veil.setAlpha(_VEIL_OF_CONTRAST if self._source.theme.is_contrast else _VEIL)
        lit = self._paragraph()
        width = self._source.viewport().width()
        for block, place in blocks:
            if block.blockNumber() not in lit:
                painter.fillRect(QRectF(0, place.top(), width, place.height()), veil)

    def _paragraph(self) -> range:
        """The caret's line and those around it up to a blank one, as far as can be seen."""
        source = self._source
        here = source.textCursor().block()
        if not here.text().strip():
            return range(here.blockNumber(), here.blockNumber() + 1)
        shown = source.in_view.blocks(source.viewport().rect())
        numbers = [block.blockNumber() for block, _ in shown if block.text().strip()]
        first = last = here.blockNumber()
        filled = set(numbers)
        while first - 1 in filled:
            first -= 1
        while last + 1 in filled:
            last += 1
        return range(first, last + 1)
