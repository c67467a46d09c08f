"""Values in use on the site, offered while one types, with how often each stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

Values = Sequence[tuple[str, int]]  # a text, and how many posts have it
_COUNT = Qt.ItemDataRole.UserRole
_ROWS = 9  # seen at once
_ROOM = 12  # pixels beside a count


class Completion(QCompleter):
    """Offers the values that hold what is typed, the most frequent first."""

    chosen = Signal(str)  # one of the values

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._values = _Values(())
        self.setModel(self._values)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_ROWS)
        popup = QListView(parent)
        popup.setObjectName("completion")
        popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setPopup(popup)
        self._popup = popup
        activated: Any = self.activated  # of which Qt has two
        activated[str].connect(self.chosen)
        popup.setItemDelegate(_Counted(popup))  # after setPopup, which puts its own

    @property
    def values(self) -> tuple[tuple[str, int], ...]:
        """The values offered."""
        return self._values.rows

    @property
    def is_open(self) -> bool:
        """Whether the values are being shown."""
        return self._popup.isVisible()

    def offer(self, values: Values) -> None:
        """Offer `values` from now on."""
        if tuple(values) != self._values.rows:
            self._values.take(tuple(values))


class _Values(QAbstractListModel):
    def __init__(self, rows: tuple[tuple[str, int], ...]) -> None:
        super().__init__()
        self.rows = rows

    def take(self, rows: tuple[tuple[str, int], ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        text, count = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole and count:
            return f"{text}, {count}"
        return count if role == _COUNT else None


class _Counted(QStyledItemDelegate):
    """Draws how many posts have a value, quietly, at the end of its line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if count:
            place = option.rect.adjusted(_ROOM, 0, -_ROOM, 0)
            painter.save()
            painter.setPen(option.palette.placeholderText().color())
            at_the_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, at_the_end, str(count))
            painter.restore()
