"""The outline of a post: its headings in a list, to go to one by typing a part of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from editor.fuzzy import folded
from editor.gui.chooser import Chooser
from editor.headings import Heading, heading_at, headings

_INDENT = "\u2003"  # for each level
_SIZE = QSize(520, 440)  # wide enough for a long heading


class HeadingChooser(Chooser):
    """Lists the headings of a text by their levels, the caret's first; says which one is chosen."""

    chosen = Signal(int)  # the file's line

    def __init__(self, text: str, line: int, parent: QWidget | None = None) -> None:
        """`line` of the file is where the caret is, from 0."""
        super().__init__(_SIZE, parent)
        self.name_parts(self.tr("Search headings"), self.tr("Headings"))
        self.setWindowTitle(self.tr("Headings of this post"))
        self._headings = headings(text)
        self._here = heading_at(self._headings, line)
        self._top = min((heading.level for heading in self._headings), default=1)
        self.fill()

    def fill(self) -> None:
        """List the headings with all words of the search."""
        parts = folded(self.search.text()).split()
        self.list.clear()
        current = 0
        for number, heading in enumerate(self._headings):
            if all(part in folded(heading.text) for part in parts):
                self.list.addItem(self._item(heading))
                if number <= self._here:
                    current = self.list.count() - 1
        self.list.setCurrentRow(current)
        self.count.setText(self._says())

    def take(self, item: QListWidgetItem) -> None:
        """Say which heading was chosen."""
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

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
        return text.format(shown=self.list.count(), all=len(self._headings))
