"""How the source's text is set: its font, the height of its rows, how wide they may be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QFontDatabase

from editor.gui.line_height import SpacedLayout
from editor.gui.posts.document import Document

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane

_TOP_MARGIN = 8  # pixels
_VERY_LONG_LINE = 20_000  # characters
_COMBINING = "".join(map(chr, range(0x300, 0x370)))


class TextColumn(QObject):
    """Sets the text of the pane, in the middle of it where its rows are to be short."""

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._document: Document | None = None
        self._family, self._line_height, self._row_width = "", 1.0, 0
        self.set_zoom(0)
        pane.blockCountChanged.connect(self.make_room)

    def use(self, document: Document | None) -> None:
        """Set the text of `document`, which the pane shows from now on."""
        self._document = document
        self._set_letters()

    def set_look(self, family: str, line_height: float) -> None:
        """Use the font `family`, "" for the system's fixed font, with rows `line_height` times as
        high as it says. Seen from the next `set_zoom` on.
        """
        self._family = family
        self._line_height = min(max(line_height, 1.0), 3.0)

    def set_zoom(self, steps: int) -> None:
        """Make the letters `steps` points larger than the system's fixed font."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        if self._family:
            font.setFamilies([self._family, *font.families()])
        font.setPointSizeF(max(6.0, size + steps))
        self._pane.setFont(font)
        self._set_letters()
        self.make_room()

    def set_row_width(self, characters: int) -> None:
        """Keep rows to `characters`, in the middle of the pane; 0 for as long as it is wide."""
        if characters != self._row_width:
            self._row_width = characters
            self.make_room()

    @property
    def row_height(self) -> float:
        """The pixels from a row to the next."""
        return self._pane.fontMetrics().lineSpacing() * self._line_height

    @Slot()
    def make_room(self) -> None:
        """Leave room for the line numbers, and at the sides of short rows."""
        side, numbers = self._side(), self._pane.numbers.needed_width()
        self._pane.setViewportMargins(side + numbers, _TOP_MARGIN, side, 0)
        self._place_numbers()

    def fit(self) -> None:
        """Fit into the pane, whose size has changed."""
        if self._row_width:
            self.make_room()
        else:
            self._place_numbers()

    def _side(self) -> int:
        """The pixels that stay free at either side of the numbers and the text."""
        if not self._row_width:
            return 0
        pane = self._pane
        row = pane.fontMetrics().horizontalAdvance("x") * self._row_width
        text = round(row + 2 * pane.document().documentMargin() + pane.cursorWidth())
        bar = pane.verticalScrollBar().sizeHint().width()
        free = pane.contentsRect().width() - pane.numbers.needed_width() - text - bar
        return max(0, free // 2)

    def _place_numbers(self) -> None:
        numbers = self._pane.numbers
        area = self._pane.contentsRect().adjusted(self._side(), _TOP_MARGIN, 0, 0)
        numbers.setGeometry(area.left(), area.top(), numbers.needed_width(), area.height())

    def _set_letters(self) -> None:
        pane = self._pane
        layout = pane.document().documentLayout()
        if isinstance(layout, SpacedLayout):
            layout.set_line_height(self._line_height)
        font = QFont(pane.font())
        if self._document is not None and _is_simple(self._document.text):
            font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        pane.document().setDefaultFont(font)
        pane.setTabStopDistance(4 * pane.fontMetrics().horizontalAdvance(" "))


def _is_simple(text: str) -> bool:
    """Whether a line is so long that the letters go without the font's fine points while one types.

    At each key Qt lays the whole line anew: one of 100 kB takes 14 ms so, and 25 ms otherwise.
    Scripts that need their font's rules keep them; a text with combining marks does as well.
    """
    if len(text) < _VERY_LONG_LINE or any(mark in text for mark in _COMBINING):
        return False
    return max(map(len, text.split("\n"))) >= _VERY_LONG_LINE
