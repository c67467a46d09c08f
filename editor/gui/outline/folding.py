"""Sections folded in the source: their heading stays, what is below it is hidden.

What is folded is kept in the lines themselves, which Qt can hide: a line that is followed by hidden
ones is one that can be opened. So nothing has to be kept up with the text while one types.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextBlock, QTextCursor

from editor.gui.plain_text import text_of
from editor.gui.posts.views import set_visible
from editor.gui.source_pane import SourcePane
from editor.headings import heading_at, headings
from editor.sections import end_of

_ATX = re.compile(r" {0,3}#{1,6}[ \t]+\S")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_MARK, _LEFT = 4.0, 2.0  # pixels: half of the mark's size, and what is left of it
_MARK_AREA = 12  # pixels from the left that take a click
_MORE = "…"


class Folding(QObject):
    """Folds and opens sections of the post in the source pane."""

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source
        source.numbers.layers.append(self._paint_marks)
        source.over_text.append(self._paint_rests)
        source.numbers.clicked.connect(self._take_click)
        source.cursorPositionChanged.connect(self._open_at_caret)
        source.repaint_all()

    def toggle(self) -> None:
        """Fold the section that the caret is in, or open what is folded there."""
        block = self._source.textCursor().block()
        if is_folded(block):
            self.open(block)
        else:
            self._fold_section(block.blockNumber())

    def fold_all(self) -> None:
        """Fold the sections of the highest level."""
        text = text_of(self._source.document())
        found = headings(text)
        top = min((heading.level for heading in found), default=0)
        last = self._source.blockCount()
        for number, heading in enumerate(found):
            if heading.level == top:
                self._hide(heading.line, end_of(found, number, last))

    def open_all(self) -> None:
        """Show every line of the body."""
        block = self._source.document().findBlock(self._source.first_position())
        self._show(block, QTextBlock.isValid)

    def open(self, block: QTextBlock) -> None:
        """Show the lines that are hidden below `block`."""
        self._show(block.next(), _is_hidden)

    def _fold_section(self, line: int) -> None:
        found = headings(text_of(self._source.document()))
        number = heading_at(found, line)
        if number >= 0:
            self._hide(found[number].line, end_of(found, number, self._source.blockCount()))

    def _hide(self, line: int, end: int) -> None:
        """Hide the lines below `line` up to `end`, not included."""
        document = self._source.document()
        heading = document.findBlockByNumber(line)
        if not heading.isVisible() or end <= line + 1:
            return
        self._take_caret_out(heading, end)
        block = heading.next()
        while block.isValid() and block.blockNumber() < end:
            set_visible(block, False)
            block = block.next()
        self._lay_out(heading, block)

    def _take_caret_out(self, heading: QTextBlock, end: int) -> None:
        cursor = self._source.textCursor()
        if heading.blockNumber() < cursor.blockNumber() < end:
            cursor = QTextCursor(heading)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._source.setTextCursor(cursor)

    def _show(self, block: QTextBlock, goes_on: Callable[[QTextBlock], bool]) -> None:
        first = block
        while goes_on(block):
            set_visible(block, True)
            block = block.next()
        self._lay_out(first, block)

    def _lay_out(self, first: QTextBlock, end: QTextBlock) -> None:
        """Let Qt see that the lines from `first` up to `end` are more, or fewer."""
        document = self._source.document()
        if not first.isValid():
            return
        last = end.position() if end.isValid() else document.characterCount()
        document.markContentsDirty(first.position(), max(0, last - first.position() - 1))
        layout = document.documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())
        self._source.repaint_all()

    @Slot()
    def _open_at_caret(self) -> None:
        """The caret is never out of sight; and a fold whose heading is none any more is open."""
        block = self._source.textCursor().block()
        if not block.isVisible() and block.blockNumber() >= self._source.first_line:
            above = block
            while above.previous().isValid() and not above.isVisible():
                above = above.previous()
            self.open(above)
        elif is_folded(block) and not is_heading(block):
            self.open(block)

    @Slot(int, int)
    def _take_click(self, line: int, x: int) -> None:
        block = self._source.document().findBlockByNumber(line)
        if x <= _MARK_AREA and (is_folded(block) or is_heading(block)):
            if is_folded(block):
                self.open(block)
            else:
                self._fold_section(line)

    def _paint_marks(self, painter: QPainter, blocks: list[tuple[QTextBlock, QRectF]]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._source.theme
        for block, place in blocks:
            folded = is_folded(block)
            if folded or is_heading(block):
                row = block.layout().lineAt(0)
                middle = QPointF(_LEFT + _MARK, place.top() + row.y() + row.height() / 2)
                painter.setBrush(QColor(theme.accent if folded else theme.faint))
                painter.drawPolygon(_triangle(middle, points_right=folded))

    def _paint_rests(self, painter: QPainter, blocks: list[tuple[QTextBlock, QRectF]]) -> None:
        theme = self._source.theme
        for block, place in blocks:
            if not is_folded(block):
                continue
            row = block.layout().lineAt(block.layout().lineCount() - 1)
            area = QRectF(
                place.left() + row.naturalTextRect().right() + 6,
                place.top() + row.y() + 2,
                painter.fontMetrics().horizontalAdvance(_MORE) + 8,
                row.height() - 4,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_ground))
            painter.drawRoundedRect(area, 3, 3)
            painter.setPen(QColor(theme.accent))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _MORE)


def _is_hidden(block: QTextBlock) -> bool:
    return block.isValid() and not block.isVisible()


def is_folded(block: QTextBlock) -> bool:
    """Whether lines below `block` are hidden."""
    below = block.next()
    return block.isVisible() and below.isValid() and not below.isVisible()


def is_heading(block: QTextBlock) -> bool:
    """Whether `block` looks like a heading; what is code is told by the colours' state."""
    if block.userState() > 0:
        return False
    text = block.text()
    if _ATX.match(text):
        return True
    return bool(text.strip()) and bool(_UNDERLINE.match(block.next().text()))


def _triangle(middle: QPointF, *, points_right: bool) -> QPolygonF:
    x, y, half = middle.x(), middle.y(), _MARK
    if points_right:
        return QPolygonF([QPointF(x - 2, y - half), QPointF(x + 3, y), QPointF(x - 2, y + half)])
    return QPolygonF([QPointF(x - half, y - 2), QPointF(x + half, y - 2), QPointF(x, y + 3)])
