"""The dialog in which posts and images are chosen, looked at and committed."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.git_changes import FileChange
from editor.gui.flat_label import FlatLabel, flat_tip
from editor.gui.git import git_words
from editor.gui.posts.compare_view import CompareView
from editor.gui.posts.texts_dialog import Comparison

_LONGEST_SUBJECT = 72  # letters; source: "Commit Guidelines" in the Git book says 50 to 72
_LINES = 4  # of the message, and of what git says
_Checked = Qt.CheckState.Checked


class CommitDialog(QDialog):
    """Lists what could be committed; says what the writer wants to be compared and committed."""

    comparison_wanted = Signal(object)  # a FileChange
    commit_wanted = Signal(object, str)  # a list of FileChange, the message
    save_wanted = Signal(object)  # the paths of posts
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commit")
        self.setWindowTitle(self.tr("Commit to Git"))
        self._changes: Sequence[FileChange] = ()
        self._unsaved: Collection[Path] = frozenset()
        self._is_running = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Changed posts and images"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = CompareView()
        self.unsaved = FlatLabel()
        self.unsaved.setWordWrap(True)
        self.save_button = QPushButton(self.tr("&Save them"))
        self.message = QPlainTextEdit()
        self.message.setTabChangesFocus(True)
        self.message.setAccessibleName(self.tr("Message"))
        self.message.setPlaceholderText(
            self.tr("What changes, in one line; why, below a blank one")
        )
        self.hint = FlatLabel()
        self.hint.setWordWrap(True)
        self.failure = QPlainTextEdit()
        self.failure.setReadOnly(True)
        self.failure.setTabChangesFocus(True)
        self.failure.setAccessibleName(self.tr("What Git says"))
        self.failure.hide()
        self.close_button = QPushButton(self.tr("Close"))
        self.commit_button = QPushButton(self.tr("&Commit"))
        self._lay_out()
        self._connect()
        self._follow()
        self.resize(self.sizeHint())

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for pane, width in ((self.list, 290), (self.view, 610)):
            both.addWidget(pane)
            pane.setMinimumWidth(width // 2)
        both.setSizes([290, 610])
        both.setStretchFactor(1, 1)
        height = self.fontMetrics().lineSpacing() * _LINES + 16
        self.message.setFixedHeight(height)
        self.failure.setFixedHeight(height)
        warned = QHBoxLayout()
        warned.addWidget(self.unsaved, stretch=1)
        warned.addWidget(self.save_button)
        ways = QHBoxLayout()
        ways.addWidget(self.hint, stretch=1)
        for button in (self.close_button, self.commit_button):
            ways.addWidget(button)
        for button in (self.close_button, self.save_button):
            button.setAutoDefault(False)
        self.commit_button.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(both, stretch=1)
        column.addLayout(warned)
        column.addWidget(self.message)
        column.addWidget(self.failure)
        column.addLayout(ways)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._compare)
        self.list.itemChanged.connect(self._follow)
        self.message.textChanged.connect(self._follow)
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self._unsaved_chosen))
        self.close_button.clicked.connect(self._leave)
        self.commit_button.clicked.connect(self._commit)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.commit_button.click)

    def sizeHint(self) -> QSize:
        """Wide enough for two texts side by side."""
        return QSize(920, 620)

    # What is shown

    def show_changes(self, changes: Sequence[FileChange], front: Path | None) -> None:
        """List `changes`. Those known keep their checks; of others `front` alone is checked."""
        known = {one.path: one in self.chosen for one in self._changes}
        self._changes = changes
        self.list.blockSignals(True)
        self.list.clear()
        for one in changes:
            entry = QListWidgetItem(_row(one))
            entry.setToolTip(flat_tip(f"{one.place}: {git_words.in_full(one.state)}"))
            is_chosen = known.get(one.path, one.path == front)
            entry.setCheckState(_Checked if is_chosen else Qt.CheckState.Unchecked)
            self.list.addItem(entry)
        self.list.blockSignals(False)
        rows = [row for row, one in enumerate(changes) if one.path == front]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self._compare(self.list.currentRow())
        self._follow()

    def show_unsaved(self, paths: Collection[Path]) -> None:
        """These posts have changes that are not on the disk."""
        self._unsaved = paths
        self._follow()

    def show_comparison(self, change: FileChange, comparison: Comparison) -> None:
        """Show how a file differs, if it is still the one that is looked at."""
        row = self.list.currentRow()
        if 0 <= row < len(self._changes) and self._changes[row] == change:
            self.view.show_texts(comparison.titles, comparison.texts)

    def show_running(self, *, is_running: bool) -> None:
        """A commit is under way, or it has ended."""
        self._is_running = is_running
        for widget in (self.list, self.message, self.save_button):
            widget.setEnabled(not is_running)
        self.close_button.setText(self.tr("Stop") if is_running else self.tr("Close"))
        if is_running:
            self.failure.hide()
        else:
            self.message.setFocus()
        self._follow()

    def tell_failure(self, told: str) -> None:
        """Show what git said when it did not commit."""
        self.failure.setPlainText(told)
        self.failure.show()

    # What is chosen

    @property
    def chosen(self) -> list[FileChange]:
        """The files that are checked."""
        return [
            one
            for row, one in enumerate(self._changes)
            if self.list.item(row).checkState() == _Checked
        ]

    def check(self, place: str, *, on: bool = True) -> None:
        """Check the file at `place`, or take its check away."""
        [row] = [row for row, one in enumerate(self._changes) if one.place == place]
        self.list.item(row).setCheckState(_Checked if on else Qt.CheckState.Unchecked)

    @property
    def _unsaved_chosen(self) -> list[Path]:
        return [one.path for one in self.chosen if one.path in self._unsaved]

    @property
    def _subject(self) -> str:
        return self.message.toPlainText().strip().partition("\n")[0]

    @Slot()
    def _follow(self) -> None:
        unsaved = len(self._unsaved_chosen)
        text = self.tr("One of these posts has changes that are not saved: they would be left out.")
        if unsaved > 1:
            text = self.tr(
                "{number} of these posts have changes that are not saved: they would be left out."
            ).format(number=unsaved)
        self.unsaved.setText(text)
        self.unsaved.setVisible(unsaved > 0)
        self.save_button.setVisible(unsaved > 0)
        self.hint.setText(self._hint())
        ready = bool(self.chosen and self._subject) and not self._is_running
        self.commit_button.setEnabled(ready)

    def _hint(self) -> str:
        if self._is_running:
            return self.tr("Committing…")
        if not self._changes:
            return self.tr("All posts and images are as the last commit has them.")
        if len(self._subject) > _LONGEST_SUBJECT:
            text = self.tr(
                "The first line has {number} letters; up to {most} are shown everywhere."
            )
            return text.format(number=len(self._subject), most=_LONGEST_SUBJECT)
        return self.tr("Committing runs the hooks that this repository sets. Nothing is pushed.")

    # What is asked

    @Slot(int)
    def _compare(self, row: int) -> None:
        self.view.clear()
        if not 0 <= row < len(self._changes):
            return
        if self._changes[row].is_image:
            self.view.setPlainText(self.tr("An image: there is no text to compare."))
        else:
            self.comparison_wanted.emit(self._changes[row])

    @Slot()
    def _commit(self) -> None:
        self.commit_wanted.emit(self.chosen, self.message.toPlainText().strip())

    @Slot()
    def _leave(self) -> None:
        if self._is_running:
            self.stop_wanted.emit()
        else:
            self.close()

    def reject(self) -> None:
        """Esc closes, unless a commit is under way."""
        if not self._is_running:
            super().reject()


def _row(change: FileChange) -> str:
    """A file in two lines: its name, then what became of it and where it lies."""
    folder, _, name = change.place.rpartition("/")
    about = git_words.in_short(change.state)
    return f"{name}\n{about} · {folder}" if folder else f"{name}\n{about}"
