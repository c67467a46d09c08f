"""Choosing one of many by typing a part of it: a search box, a list below it, a count."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.clearing import add_cross
from editor.gui.flat_label import FlatLabel

_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Chooser(QDialog):
    """A dialog that is gone once something is chosen; what is listed is for those made of it.

    They say in `fill` what is listed for what is typed, and in `take` what a choice does.
    """

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        """`size` in pixels is what it has at first."""
        super().__init__(parent)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._size = size
        self.search = QLineEdit()
        add_cross(self.search)
        self.search.textChanged.connect(self.fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.count = FlatLabel()
        column = QVBoxLayout(self)
        for widget in (self.search, self.list, self.count):
            column.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Wide enough for what is listed."""
        return self._size

    def name_parts(self, search: str, listed: str) -> None:
        """Say in the box what can be typed, and what the list is to who cannot see it."""
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self.list.setAccessibleName(listed)

    @property
    def listed(self) -> list[str]:
        """What is listed, from the top."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    @property
    def current_row(self) -> int:
        """The row that Enter chooses; -1 where there is none."""
        return self.list.currentRow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types; Enter chooses."""
        is_key = watched is self.search and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _ENTER:
                if item := self.list.currentItem():
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def fill(self) -> None:
        """List what fits the text of `search`."""
        raise NotImplementedError

    def take(self, item: QListWidgetItem) -> None:
        """Tell of the choice; the dialog has closed."""
        raise NotImplementedError

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            self.take(item)
