"""A box for yes or no."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

_TRACK = (30, 16)  # pixels
_KNOB = 10
_GAP = 8  # before the word
_ROOM = 3  # around the track, for the ring of the focus


class SwitchBox(QCheckBox):
    """A switch, and beside it the word that the file holds."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda on: self.edited.emit(on))  # without the lambda it loses `on`

    def show_value(self, shown: str) -> None:
        """Show the switch on for YAML's words for yes."""
        on = shown.lower() in ("true", "yes", "on")
        self.setChecked(on)
        self.setText(shown)

    def sizeHint(self) -> QSize:
        """The track and its word."""
        word = self.fontMetrics().horizontalAdvance(self.text())
        width = _TRACK[0] + 2 * _ROOM + (_GAP + word if word else 0)
        return QSize(width, max(_TRACK[1] + 2 * _ROOM, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        """As much as there is to see."""
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        """Track and word switch, the empty place behind them does not."""
        return 0 <= at.x() <= self.sizeHint().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, its knob, and the word."""
        colours, on = self.palette(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        width, height = _TRACK
        top = (self.height() - height) / 2
        track = QRectF(_ROOM + 0.5, top + 0.5, width - 1, height - 1)
        accent = colours.color(QPalette.ColorRole.Accent)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        if self.hasFocus():
            painter.setPen(QPen(accent, 1))
            ring = track.adjusted(-2.5, -2.5, 2.5, 2.5)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(QPen(accent if on else muted, 1))
        painter.setBrush(accent if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Window) if on else muted)
        x = track.right() - _KNOB - 2.5 if on else track.left() + 2.5
        painter.drawEllipse(QRectF(x, top + (height - _KNOB) / 2, _KNOB, _KNOB))
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        place = self.rect().adjusted(_ROOM + width + _GAP, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
