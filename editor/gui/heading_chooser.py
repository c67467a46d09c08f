"""The outline of a post: its headings in a list, to go to one by typing a part of it."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.flat_label import FlatLabel
from editor.headings import Heading, heading_at, headings

_INDENT = "\u2003"  # for each level
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class HeadingChooser(QDialog):
    """Lists the headings of a text by their levels, the caret's first; says which one is chosen."""

    chosen = Signal(int)  # the file's line

    def __init__(self, text: str, line: int, parent: QWidget | None = None) -> None:
        """`line` of the file is where the caret is, from 0."""
        super().__init__(parent)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Headings of this post"))
        self._headings = headings(text)
        self._here = heading_at(self._headings, line)
        self._top = min((heading.level for heading in self._headings), default=1)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search headings"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Headings"))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._count = FlatLabel()
        column = QVBoxLayout(self)
        for widget in (self._search, self._list, self._count):
            column.addWidget(widget)
        self._filter()

    def sizeHint(self) -> QSize:
        """Wide enough for a long heading."""
        return QSize(520, 440)

    @property
    def listed(self) -> list[str]:
        """What is listed, from the top, indented by its level."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def current_row(self) -> int:
        """The row that Enter goes to; -1 where there is none."""
        return self._list.currentRow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types; Enter goes there."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._search and is_key and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self._list.keyPressEvent(event)
                return True
            if event.key() in _ENTER:
                if item := self._list.currentItem():
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _filter(self) -> None:
        parts = _folded(self._search.text()).split()
        self._list.clear()
        current = 0
        for number, heading in enumerate(self._headings):
            if all(part in _folded(heading.text) for part in parts):
                self._list.addItem(self._item(heading))
                if number <= self._here:
                    current = self._list.count() - 1
        self._list.setCurrentRow(current)
        self._count.setText(self._says())

    def _item(self, heading: Heading) -> QListWidgetItem:
        item = QListWidgetItem(_INDENT * (heading.level - self._top) + heading.text)
        if heading.level == self._top:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        item.setData(Qt.ItemDataRole.UserRole, heading.line)
        # The indentation is for the eye alone.
        spoken = self.tr("{heading}, level {level}")
        spoken = spoken.format(heading=heading.text, level=heading.level)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _says(self) -> str:
        if not self._headings:
            return self.tr("This post has no headings.")
        text = self.tr("{shown} of {all} headings")
        return text.format(shown=self._list.count(), all=len(self._headings))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        line = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(line)


def _folded(text: str) -> str:
    """`text` without case and accents, for a search that finds `été` by `ete`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
