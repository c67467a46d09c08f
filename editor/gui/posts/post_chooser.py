"""Choosing a post of a folder by typing a part of its title or name."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.fields.dates import long_date
from editor.gui.flat_label import FlatLabel, flat_tip
from editor.gui.library.post_library import PostLibrary
from editor.library.entry import folded, newest_first

_MOST_SHOWN = 200
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PostChooser(QDialog):
    """Lists the posts of a library; says which one the writer chose."""

    chosen = Signal(Path)

    def __init__(self, library: PostLibrary, parent: QWidget | None = None) -> None:
        """A library without a parent is read for this alone, and no longer than it is open."""
        super().__init__(parent)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library = library
        if library.parent() is None:
            library.setParent(self)
        folder = library.folder or Path()
        self.setWindowTitle(self.tr("Posts of {folder}").format(folder=folder.name or str(folder)))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search titles and names"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Posts"))
        self._list.setUniformItemSizes(True)
        self._list.itemActivated.connect(self._choose)
        self._count = FlatLabel(self.tr("Reading the folder…"))
        column = QVBoxLayout(self)
        column.addWidget(self._search)
        column.addWidget(self._list)
        column.addWidget(self._count)
        library.changed.connect(self._filter)
        self._filter()

    def sizeHint(self) -> QSize:
        """Wide enough for a long title."""
        return QSize(640, 480)

    @property
    def titles(self) -> list[str]:
        """What is listed, from the top."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def done(self, result: int) -> None:
        """Close, and end the reading."""
        if self._library.parent() is self:
            self._library.stop()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types; Enter opens."""
        if watched is self._search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
                self._list.keyPressEvent(event)
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                item = self._list.currentItem()
                if item is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _filter(self) -> None:
        parts = folded(self._search.text()).split()
        entries = self._library.entries.values()
        found = [entry for entry in entries if all(part in entry.sought for part in parts)]
        self._list.clear()
        for entry in newest_first(found)[:_MOST_SHOWN]:
            when = self.tr("draft") if entry.is_draft else long_date(entry.date)
            path = self._library.path(entry)
            item = QListWidgetItem(f"{entry.title}  ·  {when or path.name}")
            item.setToolTip(flat_tip(str(path)))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        if entries or self._library.is_listed:
            text = self.tr("{shown} of {all} posts")
            self._count.setText(text.format(shown=len(found), all=len(entries)))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        path = Path(item.data(Qt.ItemDataRole.UserRole))
        self.accept()
        self.chosen.emit(path)
