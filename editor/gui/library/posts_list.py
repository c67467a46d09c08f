"""The list of posts: rows of two heights, of which only those in view are looked at.

A table of one column: Qt asks a list for the height of each row, which takes a second for 10,000.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from editor.gui.library.post_painter import PostPainter
from editor.gui.library.posts_model import Mark, PostsModel
from editor.gui.theme import Theme
from editor.library.entry import Entry
from editor.library.hits import Hit

_Action = QAbstractItemView.CursorAction
_STEPS = {
    _Action.MoveUp: -1,
    _Action.MovePrevious: -1,
    _Action.MoveLeft: -1,
    _Action.MoveDown: 1,
    _Action.MoveNext: 1,
    _Action.MoveRight: 1,
}
_COMMANDS = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "trash"}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PostsList(QTableView):
    """Shows posts under headings; says which one is meant, and what is asked of it."""

    chosen = Signal(object)  # the Entry to open
    asked = Signal(str, object)  # a command by its key, and the Entry it is for
    menu_asked = Signal(object, QPoint)  # for an Entry, at a place of the screen
    typed = Signal(str)  # letters, which are for the search
    left = Signal(bool)  # the arrow key went beyond the first row; False: Esc was pressed
    scrolled = Signal()  # other rows are in view

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("postsList")
        self.setAccessibleName(self.tr("Posts"))
        self.rows = PostsModel(self)
        self.setModel(self.rows)
        self._low_rows: Sequence[int] = ()  # those that have the height of a heading
        self._painter = PostPainter(theme, self.rows, self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.activated.connect(lambda index: self._choose(index.row()))
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self._take_font()

    def show_rows(
        self, rows: Sequence[Entry | str], hits: Mapping[str, Hit], *, years: bool
    ) -> None:
        """Show these rows. What was chosen stays so, and what was in view stays there."""
        chosen, was_top = self.current_entry, self._top()
        if self.rows.show(rows, hits, years=years):
            self._size_headings()
            if chosen is not None:
                self.choose(chosen.place, scroll=False)
            self._put_top(was_top)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Mark the posts at these places, and no others."""
        self.rows.show_marks(marks)

    def choose(self, place: str, *, scroll: bool = True) -> bool:
        """Choose the post at `place`; False where it is not shown."""
        row = self.rows.row_of(place)
        if row < 0:
            self.clearSelection()
            return False
        self._choose_row(row, scroll=scroll)
        return True

    def choose_first(self) -> None:
        """Choose the topmost post."""
        row = self._next(-1, 1)
        if row >= 0:
            self._choose_row(row)

    def set_front(self, place: str) -> None:
        """Mark the post in front."""
        self._painter.front = place
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._painter.set_theme(theme)
        self.viewport().update()

    @property
    def current_entry(self) -> Entry | None:
        """The post that is chosen."""
        rows = self.selectionModel().selectedRows()
        return self.rows.entry(rows[0].row()) if rows else None

    @property
    def entries_in_view(self) -> list[Entry]:
        """The posts that can be seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self.rows.rowCount() - 1
        seen = (self.rows.entry(row) for row in range(first, last + 1))
        return [entry for entry in seen if entry is not None]

    def open_chosen(self) -> None:
        """Open the post that is chosen, else the first."""
        if self.current_entry is None:
            self.choose_first()
        entry = self.current_entry
        if entry is not None:
            self.chosen.emit(entry)

    # Keys and the mouse

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The post the arrow keys go to: headings are passed by."""
        row, last = self.currentIndex().row(), self.rows.rowCount() - 1
        if action is _Action.MoveHome:
            found = self._next(-1, 1)
        elif action is _Action.MoveEnd:
            found = self._next(last + 1, -1)
        elif action in (_Action.MovePageUp, _Action.MovePageDown):
            page = max(1, self.viewport().height() // self._painter.row_height - 1)
            goal = row + (page if action is _Action.MovePageDown else -page)
            goal = min(max(goal, 0), last)
            found = goal if self.rows.entry(goal) else self._next(goal, 1)
        else:
            found = self._next(row, _STEPS.get(action, 1))
        return self.rows.index(found, 0) if found >= 0 else self.currentIndex()

    def event(self, event: QEvent) -> bool:
        """Keys of the list are none of the window's: F2 there is for the post in front."""
        is_key = isinstance(event, QKeyEvent) and event.key() in _COMMANDS
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, letters are searched for, Esc leaves."""
        key, entry = event.key(), self.current_entry
        if key in _ENTER:
            self.open_chosen()
        elif key == Qt.Key.Key_Escape:
            self.left.emit(False)
        elif key == Qt.Key.Key_Up and self._next(self.currentIndex().row(), -1) < 0:
            self.left.emit(True)
        elif key in _COMMANDS and entry is not None:
            self.asked.emit(_COMMANDS[Qt.Key(key)], entry)
        elif event.text().isprintable() and event.text().strip() and not _has_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the post under the pointer, or with the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            entry, at = self.rows.entry(self.rowAt(event.pos().y())), event.globalPos()
        else:
            entry = self.current_entry
            rect = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(rect.center() if entry else QPoint(20, 20))
        self.menu_asked.emit(entry, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painter.is_focused = True
        super().focusInEvent(event)
        if self.current_entry is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._painter.is_focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_font()

    def _choose(self, row: int) -> None:
        entry = self.rows.entry(row)
        if entry is not None:
            self.chosen.emit(entry)

    def _choose_row(self, row: int, *, scroll: bool = True) -> None:
        index = self.rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        before = self.verticalScrollBar().value()
        self.selectionModel().select(QItemSelection(index, index), flags)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if scroll:
            self.scrollTo(index)
        else:
            self.verticalScrollBar().setValue(before)

    def _next(self, row: int, step: int) -> int:
        """The row of the next post from `row`; -1 where there is none."""
        row += step
        while 0 <= row < self.rows.rowCount():
            if self.rows.entry(row) is not None:
                return row
            row += step
        return -1

    # Heights and places

    def _take_font(self) -> None:
        self._painter.take_font(self.font())
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
        self.verticalScrollBar().setSingleStep(self._painter.row_height)
        self._size_headings()

    def _size_headings(self) -> None:
        """Low rows for headings. Qt keeps the heights of rows when others take their places."""
        rows = self.rows.heading_rows
        for row in self._low_rows:
            self.verticalHeader().resizeSection(row, self._painter.row_height)
        for row in rows:
            self.verticalHeader().resizeSection(row, self._painter.heading_height)
        self._low_rows = rows

    def _top(self) -> tuple[str, int] | None:
        """The first post in view, and where it starts; None where the list is at its top."""
        if not self.verticalScrollBar().value():
            return None
        row = self.rowAt(0)
        entry = self.rows.entry(row) or self.rows.entry(row + 1)
        if entry is None:
            return None
        return entry.place, self.rowViewportPosition(self.rows.row_of(entry.place))

    def _put_top(self, top: tuple[str, int] | None) -> None:
        row = self.rows.row_of(top[0]) if top else -1
        if top is None or row < 0:
            self.verticalScrollBar().setValue(0)
            return
        self.updateGeometries()
        moved = self.rowViewportPosition(row) - top[1]
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)


def _has_command(event: QKeyEvent) -> bool:
    """Whether it is a key of a command, and no letter."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & command)
