"""Signs for the blanks that mean something: no-break spaces, tabs, those that break a line."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

_SEEN_BLANKS = {"\u00a0": "°", "\u202f": "°", "\t": "→"}
_HARD_BREAK = 2  # spaces at a line's end that make a line break in Markdown


def paint_blanks(painter: QPainter, block: QTextBlock, place: QRectF, at_most: int) -> None:
    """Paint the signs of one line, which stands at `place`; of each kind no more than `at_most`."""
    text = block.text()
    trailing = len(text) - len(text.rstrip(" "))
    ends = range(len(text) - trailing, len(text)) if trailing >= _HARD_BREAK else range(0)
    marks = [(column, "·") for column in ends]
    marks += [
        (column, mark)
        for blank, mark in _SEEN_BLANKS.items()
        for column in _columns_of(blank, text, at_most)
    ]
    for column, mark in marks:
        row = block.layout().lineForTextPosition(column)
        if row.isValid():
            x = place.left() + _x_of(row, column)
            painter.drawText(QPoint(round(x), round(place.top() + row.y() + row.ascent())), mark)


def _columns_of(character: str, text: str, at_most: int) -> list[int]:
    columns: list[int] = []
    column = text.find(character)
    while column >= 0 and len(columns) < at_most:
        columns.append(column)
        column = text.find(character, column + 1)
    return columns


def _x_of(row: QTextLine, column: int) -> float:
    x = row.cursorToX(column)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]
