"""The dialog in which a tag gets another name in all posts, with what changes in each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.gui.fields.completion import Completion
from editor.gui.flat_label import FlatLabel
from editor.gui.posts.compare_view import CompareView
from editor.tag_renaming import Concerned, Term, alike, near_duplicates

_PAUSE = 200  # milliseconds after the last key, before the posts are looked at
_SHOWN = 4  # names that look alike


class TagDialog(QDialog):
    """Shows the terms of a blog and what renaming one comes to; says what the writer wants."""

    plan_wanted = Signal(object, str)  # the Term, its new name
    rename_wanted = Signal(object, str, object)  # the same, and a list of Concerned

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagRenaming")
        self.setWindowTitle(self.tr("Rename a tag in all posts"))
        self._terms: Sequence[Term] = ()
        self._concerned: Sequence[Concerned] = ()
        self.tag_box = QComboBox()
        self.tag_box.setMaxVisibleItems(16)
        self.new_box = QLineEdit()
        self._completion = Completion(self.new_box)
        self.new_box.setCompleter(self._completion)
        self.note = FlatLabel()
        self.note.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Posts that have it"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = CompareView(numbered=True)
        self.summary = FlatLabel(self.tr("Reading the posts…"))
        self.rename_button = QPushButton(self.tr("Rename"))
        self.rename_button.setDefault(True)
        self.rename_button.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.resize(self.sizeHint())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for row, (text, box) in enumerate(
            ((self.tr("&Tag or category"), self.tag_box), (self.tr("&New name"), self.new_box))
        ):
            label = QLabel(text)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setColumnStretch(1, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self.view)
        both.setSizes([300, 560])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        ways = QHBoxLayout()
        ways.addWidget(self.summary, stretch=1)
        ways.addWidget(close)
        ways.addWidget(self.rename_button)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addWidget(both, stretch=1)
        column.addLayout(ways)

    def _connect(self) -> None:
        self.tag_box.currentIndexChanged.connect(self._ask)
        self.new_box.textChanged.connect(self._ask)
        self._pause.timeout.connect(self._ask_for_plan)
        self.list.currentRowChanged.connect(self._compare)
        self.list.itemChanged.connect(self._summarise)
        self.rename_button.clicked.connect(self._rename)

    def sizeHint(self) -> QSize:
        """Wide enough for two texts side by side."""
        return QSize(900, 560)

    @property
    def term(self) -> Term | None:
        """The term that is chosen."""
        found = self.tag_box.currentData()
        return found if isinstance(found, Term) else None

    @property
    def new_name(self) -> str:
        """The name it is to have."""
        return " ".join(self.new_box.text().split())

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Offer `terms`; the one chosen stays so, if it is still there."""
        chosen = self.term
        self._terms = terms
        self.tag_box.clear()
        for term in terms:
            self.tag_box.addItem(self._named(term), term)
        same = [
            row
            for row, term in enumerate(terms)
            if chosen and (term.group, term.name) == (chosen.group, chosen.name)
        ]
        self.tag_box.setCurrentIndex(same[0] if same else 0)
        if not terms:
            self.summary.setText(self.tr("No post has tags or categories."))
        self._ask()

    def choose(self, group: str, name: str) -> None:
        """Choose a term."""
        for row, term in enumerate(self._terms):
            if (term.group, term.name) == (group, name):
                self.tag_box.setCurrentIndex(row)

    def _named(self, term: Term) -> str:
        kind = self.tr("category") if term.group == "categories" else self.tr("tag")
        posts = self.tr("1 post") if term.posts == 1 else self.tr("{number} posts")
        return f"{term.name}   ({kind}, {posts.format(number=term.posts)})"

    @Slot()
    def _ask(self) -> None:
        self.rename_button.setEnabled(False)
        term = self.term
        if term is not None:
            offered = [(one.name, one.posts) for one in self._terms if one.group == term.group]
            self._completion.offer(sorted(offered, key=lambda one: -one[1]))
        self.note.setText(self._note(term))
        self.note.setVisible(bool(self.note.text()))
        self._pause.start()

    def _note(self, term: Term | None) -> str:
        """Names that differ in case, accents or plural alone."""
        if term is not None and self.new_name:
            same = [
                one for one in self._terms if (one.group, one.name) == (term.group, self.new_name)
            ]
            others = alike(self._terms, self.new_name, term.group)
            near = [one.name for one in others if one.name != term.name]
            if same and self.new_name != term.name:
                text = self.tr("Posts have “{name}” already: both become one.")
                return text.format(name=self.new_name)
            if near:
                text = self.tr("Almost the same is in use: {names}.")
                return text.format(names=", ".join(near[:_SHOWN]))
            return ""
        found = near_duplicates(self._terms)[:_SHOWN]
        if not found:
            return ""
        pairs = "; ".join(" / ".join(one.name for one in group) for group in found)
        return self.tr("Almost the same: {names}").format(names=pairs)

    @Slot()
    def _ask_for_plan(self) -> None:
        if self.term is not None:
            self.plan_wanted.emit(self.term, self.new_name)

    def show_plan(self, concerned: Sequence[Concerned]) -> None:
        """List the posts that have the term, each with what changes in it."""
        self._concerned = concerned
        self.list.blockSignals(True)
        self.list.clear()
        for one in concerned:
            item = QListWidgetItem(one.title or one.path.name)
            item.setToolTip("")
            if one.refusal is None:
                item.setCheckState(Qt.CheckState.Checked)
            else:
                item.setText(self.tr("{title} – cannot be changed").format(title=item.text()))
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._compare(self.list.currentRow())
        self._summarise()

    @property
    def wanted(self) -> list[Concerned]:
        """The posts that are to be changed."""
        return [
            one
            for row, one in enumerate(self._concerned)
            if one.edits and self.list.item(row).checkState() == Qt.CheckState.Checked
        ]

    @Slot(int)
    def _compare(self, row: int) -> None:
        if not 0 <= row < len(self._concerned):
            self.view.clear()
            return
        one = self._concerned[row]
        titles = (self.tr("Now"), self.tr("Renamed"))
        self.view.show_texts(titles, (one.text, one.new_text))

    @Slot()
    def _summarise(self) -> None:
        number = len(self.wanted)
        if not self.new_name:
            text = self.tr("{number} posts have it.").format(number=len(self._concerned))
        elif number == 1:
            text = self.tr("1 post changes.")
        else:
            text = self.tr("{number} posts change.").format(number=number)
        self.summary.setText(text)
        self.rename_button.setEnabled(number > 0)

    @Slot()
    def _rename(self) -> None:
        if self.term is not None and self.wanted:
            self.rename_button.setEnabled(False)
            self.rename_wanted.emit(self.term, self.new_name, self.wanted)
