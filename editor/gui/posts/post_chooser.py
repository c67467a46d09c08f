"""Choosing a post of a folder by typing a part of its title or name."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from editor.gui.chooser import Chooser
from editor.gui.fields.dates import long_date
from editor.gui.flat_label import flat_tip
from editor.gui.library.post_library import PostLibrary
from editor.library.entry import folded, newest_first

_MOST_SHOWN = 200
_SIZE = QSize(640, 480)  # wide enough for a long title


class PostChooser(Chooser):
    """Lists the posts of a library; says which one the writer chose."""

    chosen = Signal(Path)

    def __init__(self, library: PostLibrary, parent: QWidget | None = None) -> None:
        """A library without a parent is read for this alone, and no longer than it is open."""
        super().__init__(_SIZE, parent)
        self.name_parts(self.tr("Search titles and names"), self.tr("Posts"))
        self._library = library
        if library.parent() is None:
            library.setParent(self)
        folder = library.folder or Path()
        self.setWindowTitle(self.tr("Posts of {folder}").format(folder=folder.name or str(folder)))
        self.count.setText(self.tr("Reading the folder…"))
        library.changed.connect(self.fill)
        self.fill()

    def done(self, result: int) -> None:
        """Close, and end the reading."""
        if self._library.parent() is self:
            self._library.stop()
        super().done(result)

    def fill(self) -> None:
        """List the posts with all words of the search."""
        parts = folded(self.search.text()).split()
        entries = self._library.entries.values()
        found = [entry for entry in entries if all(part in entry.sought for part in parts)]
        self.list.clear()
        for entry in newest_first(found)[:_MOST_SHOWN]:
            when = self.tr("draft") if entry.is_draft else long_date(entry.date)
            path = self._library.path(entry)
            item = QListWidgetItem(f"{entry.title}  ·  {when or path.name}")
            item.setToolTip(flat_tip(str(path)))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if entries or self._library.is_listed:
            text = self.tr("{shown} of {all} posts")
            self.count.setText(text.format(shown=len(found), all=len(entries)))

    def take(self, item: QListWidgetItem) -> None:
        """Say which post was chosen."""
        self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
