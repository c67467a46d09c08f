"""The outline of the post: its headings as a tree, to go to, and to move with their sections."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.headings import Heading, heading_at

_LINE = Qt.ItemDataRole.UserRole
_END = -1


class OutlinePane(QWidget):
    """Shows headings, and says where the writer wants to go and what to move."""

    chosen = Signal(int)  # the file's line
    move_asked = Signal(int, int)  # the heading's line, and the line before which it is to stand

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._headings: tuple[Heading, ...] = ()
        self._last = 0
        title = QLabel(self.tr("Outline"))
        title.setObjectName("paneTitle")
        self.tree = _Tree()
        self.tree.setAccessibleName(title.text())
        self.tree.dropped.connect(self._take_drop)
        self.tree.itemClicked.connect(self._choose)
        self.tree.itemActivated.connect(self._choose)
        self.empty = QLabel(self.tr("This post has no headings."))
        self.empty.setObjectName("paneNote")
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for widget in (title, self.empty, self.tree):
            column.addWidget(widget)
        column.addStretch(0)

    def sizeHint(self) -> QSize:
        """A narrow column, which leaves the source most of the room."""
        centre = self.parentWidget()
        room = centre.width() if centre is not None else 0
        return QSize(min(190, max(110, room * 3 // 10)), 300)

    @property
    def line(self) -> int:
        """The file's line of the heading that is marked; -1 where none is."""
        item = self.tree.currentItem()
        return int(item.data(0, _LINE)) if item is not None else -1

    def show_headings(self, found: Sequence[Heading], last: int) -> None:
        """Show `found`, of a text of `last` lines. What did not change keeps its place."""
        self._last = last
        shown = [(heading.level, heading.text) for heading in self._headings]
        self._headings = tuple(found)
        if shown == [(heading.level, heading.text) for heading in found] and shown:
            for item, heading in zip(self.tree.rows(), found, strict=True):
                item.setData(0, _LINE, heading.line)
            return
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._fill()
            self.tree.expandAll()
        self.tree.setVisible(bool(found))
        self.empty.setVisible(not found)

    def show_place(self, line: int) -> None:
        """Mark the heading under which `line` of the file stands."""
        number = heading_at(list(self._headings), line)
        rows = self.tree.rows()
        with QSignalBlocker(self.tree):
            if 0 <= number < len(rows):
                self.tree.setCurrentItem(rows[number])
            else:
                self.tree.clearSelection()
                self.tree.setCurrentIndex(QModelIndex())

    def _fill(self) -> None:
        above: list[tuple[int, QTreeWidgetItem]] = []
        for heading in self._headings:
            while above and above[-1][0] >= heading.level:
                above.pop()
            item = QTreeWidgetItem([heading.text])
            item.setData(0, _LINE, heading.line)
            item.setToolTip(0, "")
            if above:
                above[-1][1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            above.append((heading.level, item))

    @Slot(QTreeWidgetItem)
    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(int(item.data(0, _LINE)))

    @Slot(object, object)
    def _take_drop(self, item: QTreeWidgetItem, before: QTreeWidgetItem | None) -> None:
        target = int(before.data(0, _LINE)) if before is not None else self._last
        self.move_asked.emit(int(item.data(0, _LINE)), target)


class _Tree(QTreeWidget):
    """A tree whose rows say where they were dropped, and stay where they are."""

    dropped = Signal(object, object)  # a row, and the one it is to stand before; None: the end

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    def rows(self) -> list[QTreeWidgetItem]:
        """Every row, from the top, also those below closed ones."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(i) for i in reversed(range(self.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append(item)
                waiting += [item.child(i) for i in reversed(range(item.childCount()))]
        return found

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the row was dropped; the text is moved, and the tree follows it."""
        item, place = self.currentItem(), event.position().toPoint()
        target = self.itemAt(place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is None or target is item:
            return
        if target is not None and place.y() > self.visualItemRect(target).center().y():
            target = self.itemBelow(target)
        self.dropped.emit(item, target)
