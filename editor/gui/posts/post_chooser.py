"""Choosing a post of a folder by typing a part of its title or name."""

import unicodedata
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor import library
from editor.gui.fields.dates import long_date
from editor.gui.flat_label import FlatLabel, flat_tip
from editor.gui.worker import Worker
from editor.library import Entry

_MOST_SHOWN = 200
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PostChooser(QDialog):
    """Lists a folder's posts, read off the GUI thread; says which one the writer chose."""

    chosen = Signal(Path)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Posts of {folder}").format(folder=folder.name or str(folder)))
        self._entries: list[tuple[str, Entry]] = []
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
        self._reader = Worker(_read_folder, self)
        self._reader.done.connect(self._show_entries)
        self._reader.ask(folder)

    def sizeHint(self) -> QSize:
        """Wide enough for a long title."""
        return QSize(640, 480)

    @property
    def titles(self) -> list[str]:
        """What is listed, from the top."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def done(self, result: int) -> None:
        """Close, and end the reading."""
        self._reader.stop()
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

    @Slot(object)
    def _show_entries(self, entries: list[Entry]) -> None:
        self._entries = [(_folded(f"{entry.title} {entry.path.name}"), entry) for entry in entries]
        self._filter()

    @Slot()
    def _filter(self) -> None:
        parts = _folded(self._search.text()).split()
        found = [entry for text, entry in self._entries if all(part in text for part in parts)]
        self._list.clear()
        for entry in found[:_MOST_SHOWN]:
            when = self.tr("draft") if entry.is_draft else long_date(entry.date)
            item = QListWidgetItem(f"{entry.title}  ·  {when or entry.path.name}")
            item.setToolTip(flat_tip(str(entry.path)))
            item.setData(Qt.ItemDataRole.UserRole, str(entry.path))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        text = self.tr("{shown} of {all} posts")
        self._count.setText(text.format(shown=len(found), all=len(self._entries)))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        path = Path(item.data(Qt.ItemDataRole.UserRole))
        self.accept()
        self.chosen.emit(path)


def _read_folder(folder: object) -> list[Entry]:
    assert isinstance(folder, Path)
    return library.in_order([library.read_entry(path) for path in library.find_posts(folder)])


def _folded(text: str) -> str:
    """`text` without case and accents, for a search that finds `été` by `ete`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
