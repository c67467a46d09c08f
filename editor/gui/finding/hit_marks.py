"""The hits of a search in the source: marked quietly, and only those that can be seen."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLayout

from editor.gui.source_pane import SourcePane

_ROUND = 2.0  # pixels
_MOST_IN_A_LINE = 500


class HitMarks:
    """Marks places of the text, in Qt's units. What was typed since moves those behind it."""

    def __init__(self, source: SourcePane) -> None:
        self._source = source
        self._starts: tuple[int, ...] = ()
        self._ends: tuple[int, ...] = ()
        self._moved_from, self._moved_by = 0, 0
        source.under_text.append(self._paint)

    def show(self, starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
        """Mark what is from each of `starts` to its end; both are in the order of the text."""
        self._starts, self._ends = starts, ends
        self._moved_from, self._moved_by = 0, 0
        self._source.viewport().update()

    def move(self, position: int, by: int) -> None:
        """The text grew `by` units at `position`, and will be searched anew soon."""
        self._moved_from = min(self._moved_from, position) if self._moved_by else position
        self._moved_by += by

    def _paint(self, painter: QPainter, blocks: list[tuple[QTextBlock, QRectF]]) -> None:
        if self._starts:
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(self._source.theme.found))
            for block, place in blocks:
                for start, end in self._in(block):
                    _paint_span(painter, block.layout(), place, start, end)

    def _in(self, block: QTextBlock) -> list[tuple[int, int]]:
        """The hits in `block`, counted from its start."""
        first, length = block.position(), block.length() - 1
        by = self._moved_by if first >= self._moved_from else 0
        low = bisect_right(self._ends, first - by)
        high = min(bisect_left(self._starts, first - by + length, low), low + _MOST_IN_A_LINE)
        found = []
        for start, end in zip(self._starts[low:high], self._ends[low:high], strict=True):
            shift = self._moved_by if start >= self._moved_from else 0
            span = max(0, start + shift - first), min(length, end + shift - first)
            if span[0] < span[1]:
                found.append(span)
        return found


def _paint_span(
    painter: QPainter, layout: QTextLayout, place: QRectF, start: int, end: int
) -> None:
    line = layout.lineForTextPosition(start)
    while line.isValid() and start < end:
        last = min(end, line.textStart() + line.textLength())
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(last))
        area = QRectF(place.left() + left, place.top() + line.y(), right - left, line.height())
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        start = last
        if line.lineNumber() + 1 >= layout.lineCount():
            break
        line = layout.lineAt(line.lineNumber() + 1)


def _x(place: object) -> float:
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
