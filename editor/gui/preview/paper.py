"""The paper that the article is drawn on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.gui.theme import fill

# By whether the look is dark, and whether it is of high contrast; as preview.css has it.
PAPER = {
    (False, False): "#ffffff",
    (True, False): "#191b1e",
    (False, True): "#ffffff",
    (True, True): "#000000",
}


class BlankPaper(QWidget):
    """Stands in the page's place before it is there, in its colour, so that nothing flashes."""

    drawn = Signal()  # it can be seen

    def __init__(self, parent: QWidget | None = None, paper: str = PAPER[False, False]) -> None:
        """`paper` is a colour of `PAPER`."""
        super().__init__(parent)
        self._paper = paper

    def set_paper(self, paper: str) -> None:
        """Be of this colour."""
        self._paper = paper
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, event.rect(), self._paper)
        painter.end()
        self.drawn.emit()
