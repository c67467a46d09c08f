"""Room between the lines of a plain text, which Qt's own layout takes from the font alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

_ENDLESS = 1e6  # pixels: rows that are not broken


class SpacedLayout(QPlainTextDocumentLayout):
    """Qt's layout of plain text, with the rows of a line moved apart where that is wanted.

    Rows are moved when Qt first asks how much room a line takes, that is before it is drawn: no
    more than the lines that can be seen are touched.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._more = 0.0  # of a row's own height

    @property
    def is_spaced(self) -> bool:
        """Whether rows are moved apart."""
        return self._more > 0

    def set_line_height(self, height: float) -> None:
        """Let rows be `height` times as high as the font says, from the next layout on."""
        self._more = max(0.0, height - 1)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The room that a line of the text takes; the half of what is added is above its rows."""
        place = super().blockBoundingRect(block)
        if not self._more or place.isEmpty():
            return place
        layout = block.layout()
        first = layout.lineAt(0)
        if not first.y():  # Qt has just laid the line out: its rows are where it puts them
            self._spread(block)
            place = super().blockBoundingRect(block)
        last = layout.lineAt(layout.lineCount() - 1)
        return place.adjusted(0, 0, 0, last.height() * self._more / 2)

    def _spread(self, block: QTextBlock) -> None:
        layout, top = block.layout(), 0.0
        is_rightwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            position = row.position()
            position.setY(top + row.height() * self._more / 2)
            if is_rightwards and row.width() < _ENDLESS:  # Qt itself lays them at the left
                position.setX(position.x() + max(0.0, row.width() - row.naturalTextWidth()))
            row.setPosition(position)
            top += row.height() * (1 + self._more)


def on_a_row(event: QMouseEvent, block: QTextBlock, top: float) -> QMouseEvent:
    """`event` at the nearest row of `block`, which begins at the height `top`.

    Between two rows Qt finds neither: a click there would put the caret at the line's end.
    """
    place = event.position()
    place.setY(top + _nearest_row(block, place.y() - top))
    return QMouseEvent(
        event.type(),
        place,
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )


def _nearest_row(block: QTextBlock, y: float) -> float:
    layout = block.layout()
    best, least = y, float("inf")
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        inside = min(max(y, row.y() + 1), row.y() + row.height() - 1)
        if abs(inside - y) < least:
            best, least = inside, abs(inside - y)
    return best
