"""The rows of the posts pane: posts, and the headings between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.gui.flat_label import flat_tip
from editor.gui.library import post_words
from editor.library.entry import Entry
from editor.library.hits import Hit

_Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Mark:
    """A letter beside a post, and what it stands for, in words."""

    letter: str
    told: str
    is_new: bool = False


class PostsModel(QAbstractTableModel):
    """Rows in one column. A heading is its text; it can be neither chosen nor reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Entry | str] = ()
        self.hits: Mapping[str, Hit] = {}  # by the places of posts
        self.marks: Mapping[str, Mark] = {}  # by the places too
        self.has_years = False  # whether the headings tell the years
        self._row_of: dict[str, int] = {}

    def show(self, rows: Sequence[Entry | str], hits: Mapping[str, Hit], *, years: bool) -> bool:
        """Show these rows; False where they stand as before, though some may look different."""
        row_of = {row.place: at for at, row in enumerate(rows) if not isinstance(row, str)}
        self.hits, self.has_years = hits, years
        if row_of == self._row_of and len(rows) == len(self.rows):
            self.rows = rows
            self._tell_of_all()
            return False
        self.beginResetModel()
        self.rows, self._row_of = rows, row_of
        self.endResetModel()
        return True

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Mark these posts, and no others."""
        if marks != self.marks:
            self.marks = marks
            self._tell_of_all()

    def replace(self, entries: Mapping[str, Entry]) -> None:
        """Show these posts in the rows that they have already; none moves."""
        rows = list(self.rows)
        for place, entry in entries.items():
            if place in self._row_of:
                rows[self._row_of[place]] = entry
        self.rows = rows
        self._tell_of_all()

    def show_hits(self, hits: Mapping[str, Hit]) -> None:
        """Show other hits in the rows that are there."""
        self.hits = hits
        self._tell_of_all()

    def _tell_of_all(self) -> None:
        """What is in view is drawn anew: it costs the same whatever the number of rows."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def row_of(self, place: str) -> int:
        """The row of a post; -1 where it has none."""
        return self._row_of.get(place, -1)

    def entry(self, row: int) -> Entry | None:
        """The post of a row; None for a heading, and for a row that is not there."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return None if isinstance(found, str) else found

    @property
    def heading_rows(self) -> list[int]:
        """The rows that are headings."""
        return [at for at, row in enumerate(self.rows) if isinstance(row, str)]

    # As Qt asks

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Role.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        match role:
            case Role.DisplayRole:
                return row.title
            case Role.AccessibleTextRole:
                hit, mark = self.hits.get(row.place), self.marks.get(row.place)
                parts = post_words.spoken(row), hit and hit.text, mark and mark.told
                return ", ".join(part for part in parts if part)
            case Role.ToolTipRole:
                return flat_tip(_tip(row, self.marks.get(row.place)))
        return None


def _tip(entry: Entry, mark: Mark | None) -> str:
    """All of what a row may be too narrow for."""
    tags = ", ".join((*entry.tags, *entry.categories))
    wrong = post_words.in_full(entry.problem) if entry.problem else ""
    told = f"{mark.letter}: {mark.told}" if mark else ""
    return "\n".join(part for part in (entry.title, tags, entry.place, wrong, told) if part)
