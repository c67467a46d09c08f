"""A small box at the caret: a post chosen by its title, or an address, for a link."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.fields.dates import long_date
from editor.gui.flat_label import FlatLabel
from editor.link_targets import Choice, choices, matching
from editor.links import Target, is_address

_WIDTH = 480  # pixels at most
_MOST_ROWS = 8
_MOST_SHOWN = 60
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_POPUP = Qt.FocusReason.PopupFocusReason
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LinkBox(QFrame):
    """Lists the posts that fit what is typed; says what the link is to lead to."""

    post_chosen = Signal(object)  # a Target
    address_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkBox")
        self._around = parent
        self._choices: Sequence[Choice] | None = None
        self._at, self._line = QPoint(), 0
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("A post's title, or an address"))
        self.search.setAccessibleName(self.tr("Link to"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Posts"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self._says = FlatLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        for widget in (self.search, self.list, self._says):
            column.addWidget(widget)

    def ask(self, at: QPoint, line: int, address: str) -> None:
        """Open below `at`, or above the `line` pixels there; `address` is offered first."""
        self._at, self._line = at, line
        self.search.setText(address)
        self.search.selectAll()
        self._filter()
        self.show()
        self.raise_()
        self.search.setFocus()

    def show_targets(self, targets: Sequence[Target] | None) -> None:
        """List `targets`; None while they are being read."""
        self._choices = None if targets is None else choices(targets)
        if self.isVisible() or targets is not None:
            self._filter()

    @property
    def listed(self) -> list[str]:
        """What is listed, from the top."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    @Slot()
    def _filter(self) -> None:
        typed = self.search.text().strip()
        self.list.clear()
        if is_address(typed):
            self._says.setText(self.tr("Enter takes the address as it is"))
            self.list.addItem(QListWidgetItem(typed))
        else:
            for target in matching(self._choices or (), typed, _MOST_SHOWN):
                self.list.addItem(_item(target))
            self._says.setText(self._told())
        self.list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        """As high as its list, below the caret's line, or above it where there is more room."""
        rows = min(max(self.list.count(), 1), _MOST_ROWS)
        row = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height() + 10
        self.list.setFixedHeight(rows * row + 4)
        around = self._around.rect().adjusted(8, 4, -8, -4)
        width = min(_WIDTH, around.width())
        height = self.sizeHint().height()
        left = max(around.left(), min(self._at.x(), around.right() - width))
        top = self._at.y() + self._line + 2
        if top + height > around.bottom():
            top = max(around.top(), self._at.y() - height - 2)
        self.setGeometry(left, top, width, height)

    def _told(self) -> str:
        if self._choices is None:
            return self.tr("Reading the posts…")
        if self.list.count():
            return self.tr("Enter links to the post, Esc closes")
        return self.tr("No post has these words; Enter takes them as an address")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types; Enter chooses, Esc closes."""
        if watched is not self.search:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _ENTER:
                self._choose(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            goes = event.reason() not in (_POPUP, Qt.FocusReason.ActiveWindowFocusReason)
            self.setVisible(self.isVisible() and not goes)
        return super().eventFilter(watched, event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        target = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        typed = self.search.text().strip()
        self._close()
        if target is not None:
            self.post_chosen.emit(target)
        else:
            self.address_chosen.emit(typed)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _item(target: Target) -> QListWidgetItem:
    day = long_date(target.date) if target.date else ""
    item = QListWidgetItem(f"{target.title}   {day}" if day else target.title)
    item.setData(Qt.ItemDataRole.UserRole, target)
    return item
