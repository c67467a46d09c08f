"""A list of texts and their dates: the one chosen is shown beside another, to be brought back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.gui.flat_label import FlatLabel
from editor.gui.posts.compare_view import CompareView

_LIST_WIDTH = 260  # pixels
_COMPARISON = QSize(860, 560)


@dataclass(frozen=True)
class Comparison:
    """Two texts to be shown side by side."""

    titles: tuple[str, str]
    texts: tuple[str, str]


@dataclass(frozen=True)
class Choice:
    """A text in the list; `compare` is called when it is chosen, may raise ValueError in words."""

    title: str
    note: str  # a second line
    compare: Callable[[], Comparison]


@dataclass(frozen=True)
class Button:
    """What can be done with the chosen texts; `go` gets their numbers in the list.

    It may raise ValueError, in words, where it cannot be done.
    """

    text: str
    go: Callable[[list[int]], object]
    is_default: bool = False


class TextsDialog(QDialog):
    """Lists texts, shows the one chosen, and offers what can be done with it."""

    def __init__(
        self,
        title: str,
        explained: str,
        choices: Sequence[Choice],
        buttons: Sequence[Button],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._choices = list(choices)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        for choice in self._choices:
            self._list.addItem(QListWidgetItem(f"{choice.title}\n{choice.note}"))
        self.view = CompareView()
        self._explained = FlatLabel(explained)
        self._explained.setWordWrap(True)
        self._said = FlatLabel("")
        self._said.setWordWrap(True)
        self._said.hide()
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._list)
        sides.addWidget(self.view)
        sides.setSizes([_LIST_WIDTH, self.sizeHint().width() - _LIST_WIDTH])
        sides.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(self._explained)
        column.addWidget(sides, stretch=1)
        column.addWidget(self._said)
        column.addLayout(self._row_of(buttons))
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)
        self.resize(self.sizeHint())  # Qt would take no more than two thirds of a small screen

    def sizeHint(self) -> QSize:
        """Wide enough for two texts."""
        return QSize(960, 600)

    @property
    def titles(self) -> list[str]:
        """What is listed, from the top."""
        return [choice.title for choice in self._choices]

    def choose(self, *rows: int) -> None:
        """Select these rows of the list."""
        self._list.clearSelection()
        for row in rows:
            self._list.item(row).setSelected(True)
            self._list.setCurrentRow(row, self._list.selectionModel().SelectionFlag.Select)

    def press(self, text: str) -> None:
        """Press the button `text`. Raises KeyError."""
        self._buttons[text].click()

    def _row_of(self, buttons: Sequence[Button]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self._buttons: dict[str, QPushButton] = {}
        for button in buttons:
            pressed = QPushButton(button.text)
            pressed.setAutoDefault(button.is_default)
            pressed.setDefault(button.is_default)
            pressed.setEnabled(bool(self._choices))
            pressed.clicked.connect(lambda _on=False, go=button.go: self._take(go))
            row.addWidget(pressed)
            self._buttons[button.text] = pressed
        later = QPushButton(self.tr("Close"))
        later.setAutoDefault(False)
        later.clicked.connect(self.close)
        self._buttons[later.text()] = later
        row.addWidget(later)
        return row

    def _take(self, go: Callable[[list[int]], object]) -> None:
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        if not rows:
            return
        try:
            go(rows)
        except ValueError as error:
            self._say(str(error))
        else:
            self.close()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()

    @Slot(int)
    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._choices):
            return
        try:
            comparison = self._choices[row].compare()
        except ValueError as error:
            self.view.clear()
            self._say(str(error))
            return
        self._said.hide()
        self.view.show_texts(comparison.titles, comparison.texts)


def moment(seconds: float, *, exact: bool = False) -> str:
    """A time, in seconds since 1970, as the locale writes it; "" for 0. `exact`: to the second."""
    if not seconds:
        return ""
    when = QDateTime.fromMSecsSinceEpoch(round(seconds * 1000))
    pattern = QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(when, pattern.replace("mm", "mm:ss") if exact else pattern)


def compare(title: str, comparison: Comparison, parent: QWidget) -> QDialog:
    """Show two texts side by side, in a window of their own that stops nobody."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(_COMPARISON)
    view = CompareView()
    view.show_texts(comparison.titles, comparison.texts)
    QVBoxLayout(dialog).addWidget(view)
    dialog.show()
    return dialog
