"""The window that finds in all posts, shows what a replacement would change, and makes it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.finding import Hit, PatternError, Wanted
from editor.gui.clearing import add_cross
from editor.gui.fields.field_widgets import FlatLabel
from editor.gui.finding.find_bar import SearchOptions
from editor.gui.finding.hit_row import HIT, HitRow
from editor.gui.finding.post_searching import Progress
from editor.post_search import LineHit, PostHits

_PAUSE = 200  # milliseconds after the last key
_POST = int(Qt.ItemDataRole.UserRole) + 1


class FindInPosts(QDialog):
    """Shows the hits by post and line; says what is looked for and what is to be replaced."""

    wanted_changed = Signal()
    chosen = Signal(Path, int, int, int)  # a file, the line and the columns of a hit
    replace_asked = Signal()
    closed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findPosts")
        self.setWindowTitle(self.tr("Find in all posts"))
        self._folder = folder
        self._searched = 0
        self.options = SearchOptions()
        self.find_box = _box(self.tr("Find in all posts"))
        self.replace_box = _box(self.tr("Replace with"))
        self.replace_switch = QPushButton(self.tr("Replace…"))
        self.replace_switch.setCheckable(True)
        self.replace_switch.setAutoDefault(False)
        self.tree = _tree(self.tr("What was found"))
        self.says = FlatLabel()
        self.says.setWordWrap(True)
        self.replace_button = QPushButton(self.tr("Replace"))
        self.replace_button.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._show_replace(on=False)

    def _lay_out(self) -> None:
        boxes = QGridLayout()
        boxes.setSpacing(6)
        boxes.addWidget(self.find_box, 0, 0)
        boxes.addWidget(self.options, 0, 1)
        boxes.addWidget(self.replace_switch, 0, 2)
        boxes.addWidget(self.replace_box, 1, 0)
        boxes.setColumnStretch(0, 1)
        below = QHBoxLayout()
        below.addWidget(self.says, stretch=1)
        below.addWidget(self.replace_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addLayout(boxes)
        column.addWidget(self.tree, stretch=1)
        column.addLayout(below)

    def _connect(self) -> None:
        for signal in (
            self.find_box.textChanged,
            self.replace_box.textChanged,
            self.options.changed,
        ):
            signal.connect(self._pause.start)
        self._pause.timeout.connect(self.wanted_changed)
        self.find_box.returnPressed.connect(self.tree.setFocus)
        self.replace_switch.toggled.connect(lambda on: self._show_replace(on=on))
        self.replace_button.clicked.connect(self.replace_asked)
        self.tree.itemActivated.connect(self._choose)
        self.tree.itemChanged.connect(self._count)

    def sizeHint(self) -> QSize:
        """Room for a line of text and some posts."""
        return QSize(720, 560)

    # What is wanted

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self.options.wanted(self.find_box.text())

    @property
    def replacement(self) -> str | None:
        """What takes its place; None where nothing is to be replaced."""
        return self.replace_box.text() if self.replace_switch.isChecked() else None

    def start(self, text: str, folder: Path) -> None:
        """Let the writer say what to find below `folder`; `text` is a proposal, or ""."""
        self._folder = folder
        if text:
            self.find_box.setText(text)
        self.find_box.setFocus()
        self.find_box.selectAll()
        self.wanted_changed.emit()

    @property
    def chosen_posts(self) -> list[tuple[PostHits, list[Hit]]]:
        """The posts of which something is to be replaced, each with what is left out of it."""
        chosen = []
        for top in self._tops():
            left_out = [
                row.data(0, HIT).hit
                for row in _below(top)
                if row.checkState(0) == Qt.CheckState.Unchecked
            ]
            if len(left_out) < top.childCount():
                chosen.append((top.data(0, _POST), left_out))
        return chosen

    # What was found

    def clear(self) -> None:
        """Forget what was found."""
        self.tree.clear()
        self._searched = 0
        self._say("")

    def show_progress(self, progress: Progress) -> None:
        """Show what was found since the last time, and how far the search has come."""
        self._searched = progress.searched
        self.tree.blockSignals(True)
        for post in progress.posts:
            self._add(post)
        self.tree.blockSignals(False)
        self._count()
        if not progress.is_done:
            text = self.tr("{number} posts searched…").format(number=progress.searched)
            self._say(f"{self.says.text()}   {text}")
        elif isinstance(progress.error, PatternError):
            self._say(self.tr("This is not a regular expression."))
        elif progress.is_cut:
            text = self.tr("There is more than can be listed: look for something rarer.")
            self._say(f"{self.says.text()}   {text}")

    def say(self, text: str) -> None:
        """Say what came of it."""
        self._say(text)

    def _add(self, post: PostHits) -> None:
        top = QTreeWidgetItem([self._title(post)])
        top.setData(0, _POST, post)
        if self.replacement is not None and post.hits:
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            top.setCheckState(0, Qt.CheckState.Checked)
        for line in post.hits:
            row = QTreeWidgetItem([f"{line.line + 1}: {line.before.lstrip()}{line.found}"])
            row.setData(0, HIT, line)
            if line.hit.new is not None:
                row.setCheckState(0, Qt.CheckState.Checked)
            top.addChild(row)
        self.tree.addTopLevelItem(top)
        top.setExpanded(True)

    def _title(self, post: PostHits) -> str:
        try:
            name = str(post.path.relative_to(self._folder))
        except ValueError:
            name = post.path.name
        if post.is_too_slow:
            return self.tr("{name}: the pattern takes too long here").format(name=name)
        return f"{name}  ({len(post.hits)}{'' if post.is_all else '+'})"

    @Slot()
    def _count(self) -> None:
        found = self._tops()
        hits = sum(top.childCount() for top in found)
        say = QLocale().toString
        if self.wanted.is_nothing:
            self._say("")
        elif not hits:
            text = self.tr("Nothing found in {number} posts")
            self._say(text.format(number=say(self._searched)))
        else:
            text = self.tr("{hits} found in {posts} of {all} posts")
            counts = {"hits": say(hits), "posts": say(len(found)), "all": say(self._searched)}
            self._say(text.format(**counts))
        chosen = self.chosen_posts if self.replacement is not None else []
        number = sum(len(post.hits) - len(left_out) for post, left_out in chosen)
        one, many = (
            self.tr("Replace {hits} in one post"),
            self.tr("Replace {hits} in {posts} posts"),
        )
        text = one if len(chosen) == 1 else many
        self.replace_button.setText(text.format(hits=say(number), posts=say(len(chosen))))
        self.replace_button.setEnabled(number > 0)

    def _tops(self) -> Sequence[QTreeWidgetItem]:
        rows = (self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount()))
        return [row for row in rows if row is not None]

    def _say(self, text: str) -> None:
        self.says.setText(text)

    def _show_replace(self, *, on: bool) -> None:
        self.replace_box.setVisible(on)
        self.replace_button.setVisible(on)
        if on:
            self.replace_box.setFocus()
        if not self.wanted.is_nothing:
            self.wanted_changed.emit()

    @Slot(QTreeWidgetItem)
    def _choose(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, HIT)
        post = (item.parent() or item).data(0, _POST)
        if not isinstance(line, LineHit):
            line = post.hits[0] if post.hits else None
        if line is not None:
            end = line.column + len(line.found)
            self.chosen.emit(post.path, line.line, line.column, end)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is under way is of no use any more."""
        self.closed.emit()
        super().closeEvent(event)


def _below(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    rows = (top.child(i) for i in range(top.childCount()))
    return [row for row in rows if row is not None]


def _box(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText(name)
    box.setAccessibleName(name)
    add_cross(box)
    return box


def _tree(name: str) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setHeaderHidden(True)
    tree.setItemDelegate(HitRow(tree))
    tree.setIndentation(16)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return tree
