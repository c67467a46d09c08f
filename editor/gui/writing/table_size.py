"""How large a new table is to be: squares to choose from, by mouse or arrow keys."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_MOST_ROWS, _MOST_COLUMNS = 10, 8
_SQUARE, _GAP, _MARGIN = 18, 3, 10  # pixels
_FIRST = (3, 3)  # rows with the head, columns
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class TableSize(QWidget):
    """Squares that stand for a table's cells; says how many rows and columns are chosen."""

    chosen = Signal(int, int)  # rows, the head one of them, and columns

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._beside = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows, self._columns = _FIRST
        self._say()

    def sizeHint(self) -> QSize:
        """Room for all squares and the words below."""
        step = _SQUARE + _GAP
        words = self.fontMetrics().height() + _MARGIN
        width = _MOST_COLUMNS * step - _GAP + 2 * _MARGIN
        return QSize(width, _MOST_ROWS * step - _GAP + 2 * _MARGIN + words)

    def show_at(self, place: QPoint) -> None:
        """Show it with its corner at a place of its parent, as far as the screen allows."""
        self.resize(self.sizeHint())
        corner = self._beside.mapToGlobal(place)
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change the size, Enter chooses, Esc gives up."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._set(self._rows + step[0], self._columns + step[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The squares up to the mouse are chosen from."""
        place, step = event.position().toPoint(), _SQUARE + _GAP
        self._set((place.y() - _MARGIN) // step + 1, (place.x() - _MARGIN) // step + 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses; outside it gives up."""
        if self.rect().contains(event.position().toPoint()):
            self._choose()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The squares, those chosen filled, and how many they are."""
        painter = QPainter(self)
        colours = self.palette()
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.Base))
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for row in range(_MOST_ROWS):
            for column in range(_MOST_COLUMNS):
                is_in = row < self._rows and column < self._columns
                if is_in:
                    painter.setPen(colours.color(QPalette.ColorRole.Highlight))
                    painter.fillRect(_square(row, column), painter.pen().color())
                else:
                    painter.setPen(colours.color(QPalette.ColorRole.Mid))
                painter.drawRect(_square(row, column))
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        words = self.rect().adjusted(0, 0, 0, -_MARGIN)
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, bottom, self.accessibleName())
        painter.end()

    def _set(self, rows: int, columns: int) -> None:
        self._rows = min(max(rows, 1), _MOST_ROWS)
        self._columns = min(max(columns, 1), _MOST_COLUMNS)
        self._say()
        self.update()

    def _say(self) -> None:
        name = self.tr("{rows} rows × {columns} columns")
        self.setAccessibleName(name.format(rows=self._rows, columns=self._columns))

    def _choose(self) -> None:
        rows, columns = self._rows, self._columns
        self.close()
        self.chosen.emit(rows, columns)


def _square(row: int, column: int) -> QRect:
    step = _SQUARE + _GAP
    return QRect(_MARGIN + column * step, _MARGIN + row * step, _SQUARE - 1, _SQUARE - 1)
