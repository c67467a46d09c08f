"""What stands below the page, or in its place: why there is none, and how the site is built."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.flat_label import FlatLabel, flat_tip
from editor.site_builds import Place

_MOST_LINES = 5_000
_MOST_PLACES = 50
_HEIGHT = 220  # pixels of the output below a page


class SitePanel(QWidget):
    """Says what happened, and which button the writer pressed. It runs nothing itself."""

    build_asked = Signal()  # show the command first, or run the one that was run before
    run_asked = Signal(str)  # the command as it stands in the box
    stop_asked = Signal()
    closed = Signal()
    place_chosen = Signal(object)  # a Place of the output

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sitePanel")
        self._told = FlatLabel()
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.command = QLineEdit()
        self.command.setAccessibleName(self.tr("Command that builds the site"))
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.places = QListWidget()
        self.places.setAccessibleName(self.tr("Places that the build names"))
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.places.itemActivated.connect(self._choose)
        self.places.itemClicked.connect(self._choose)
        self.output = QPlainTextEdit(readOnly=True)
        self.output.setAccessibleName(self.tr("Output of the build"))
        self.output.setMaximumBlockCount(_MOST_LINES)
        self.output.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.output.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.build = self._button(self.tr("Build the site…"), self.build_asked.emit)
        self.run = self._button(self.tr("Run this command"), self._run)
        self.stop = self._button(self.tr("Stop"), self.stop_asked.emit)
        self.close_button = self._button(self.tr("Close"), self.closed.emit)
        buttons = QHBoxLayout()
        for button in (self.build, self.run, self.stop, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addStretch(1)
        for widget in (self._told, self.command):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.places)
        column.addWidget(self.output, stretch=3)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._told.text()

    def show_reason(self, text: str, *, can_build: bool) -> None:
        """Say why there is no page, with the way to one."""
        self._show(text, self.build if can_build else None)

    def ask_command(self, text: str, command: str) -> None:
        """Show the command whole before it is run; the writer may change it."""
        self.command.setText(command)
        self.command.setCursorPosition(0)
        self._show(text, self.command, self.run, self.close_button)
        self.command.setFocus()  # not the button: no second Enter may run it unread

    def show_run(self, text: str) -> None:
        """The build has begun; its output comes by `add_output`."""
        self.output.clear()
        self._show(text, self.stop, self.output)

    def add_output(self, text: str) -> None:
        """More of the output."""
        bar = self.output.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - 4
        cursor = self.output.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(text)
        if is_at_end:
            bar.setValue(bar.maximum())

    def show_failure(self, text: str, places: Sequence[Place], root: Path) -> None:
        """Say that the build stopped, and which files it named."""
        self.places.clear()
        for place in places[:_MOST_PLACES]:
            name = str(place.path.relative_to(root.resolve()))
            where = name if place.line is None else f"{name}:{place.line + 1}"
            entry = QListWidgetItem(f"{where} — {place.text}")
            entry.setToolTip(flat_tip(place.text))
            entry.setData(Qt.ItemDataRole.UserRole, place)
            self.places.addItem(entry)
        rows = max(1, min(4, len(places)))
        self.places.setFixedHeight(rows * (self.places.sizeHintForRow(0) + 2) + 10)
        if places:
            self._go_to(places[0].text)
        named = (self.places,) if places else ()
        self._show(text, self.build, self.close_button, *named, self.output)

    def _go_to(self, line: str) -> None:
        """Bring the place of the output into view where `line` stands."""
        found = self.output.document().find(line[:200])
        if not found.isNull():
            found.clearSelection()
            self.output.setTextCursor(found)
            self.output.centerCursor()

    def set_alone(self, alone: bool) -> None:
        """Whether the panel has the whole place of the page, or stands below it."""
        self.setMaximumHeight(16_777_215 if alone else _HEIGHT)

    def _button(self, text: str, press: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(press)
        return button

    def _show(self, text: str, *shown: QWidget | None) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        for widget in (
            *(self.command, self.build, self.run, self.stop, self.close_button),
            *(self.places, self.output),
        ):
            widget.setVisible(widget in shown)

    def _run(self) -> None:
        self.run_asked.emit(self.command.text())

    def _choose(self, entry: QListWidgetItem) -> None:
        self.place_chosen.emit(entry.data(Qt.ItemDataRole.UserRole))
