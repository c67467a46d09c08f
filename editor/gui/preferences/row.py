"""A row of the page of preferences: what it is, the box to choose it with, what to know of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from editor.fuzzy import folded
from editor.gui.flat_label import FlatLabel


class Row(QWidget):
    """One setting. It is hidden while it is not what is searched for."""

    def __init__(
        self, label: str, box: QWidget, hint: str = "", beside: str = "", *, is_whole: bool = False
    ) -> None:
        """`hint` stands below, `beside` quietly next to the label; "" for no such text.

        Where `is_whole`, the box says the label itself.
        """
        super().__init__()
        self.box = box
        self._own = folded(f"{label} {hint} {beside}")
        self._keys = ""
        self._note: QWidget | None = None
        self._said = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 3, 0, 3)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        if is_whole:
            self._grid.addWidget(box, 0, 0, 1, 2)
        else:
            self._grid.addWidget(_words(label, beside), 0, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, 0, 1, Qt.AlignmentFlag.AlignRight)
        if hint:
            told = FlatLabel(hint)
            told.setObjectName("hint")
            told.setWordWrap(True)
            self._grid.addWidget(told, 1, 0, 1, 2)

    def fits(self, query: str) -> bool:
        """Whether all words of `query` are in it; of one with `+`, whether it has those keys."""
        if "+" in query:
            return query.strip().lower() in self._keys
        return all(part in self._own for part in folded(query).split())

    def be_found_by(self, keys: str) -> None:
        """Be found by `keys` as well, as the system names them."""
        self._keys = keys.lower()

    @property
    def note(self) -> str:
        """What is told below, "" for nothing."""
        return self._said

    def tell(self, text: str, way: str = "", act: Callable[[], object] | None = None) -> None:
        """Say below what is wrong, with a button for the way out; "" says nothing more."""
        if text == self._said:
            return
        self._said = text
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if text:
            self._note = _note(text, way, act)
            self._grid.addWidget(self._note, 2, 0, 1, 2)


def _words(label: str, beside: str) -> QWidget:
    words = QWidget()
    words.setMinimumWidth(1)  # what is too long for the page must not make it wider
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(words)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(FlatLabel(label))
    if beside:
        quiet = FlatLabel(beside)
        quiet.setObjectName("hint")
        line.addWidget(quiet)
    line.addStretch(1)
    return words


def _note(text: str, way: str, act: Callable[[], object] | None) -> QWidget:
    note = QWidget()
    note.setObjectName("problem")
    note.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line = QHBoxLayout(note)
    line.setContentsMargins(10, 5, 6, 5)
    said = FlatLabel(text)
    said.setWordWrap(True)
    line.addWidget(said, stretch=1)
    if act is not None:
        button = QToolButton()
        button.setText(way)
        button.setObjectName("mend")
        button.clicked.connect(act)
        line.addWidget(button)
    return note
