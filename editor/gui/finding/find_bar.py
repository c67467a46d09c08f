"""The bar below the source in which one says what to find, and what to put in its place."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from editor.finding import Wanted
from editor.gui.flat_label import FlatLabel
from editor.gui.icons import icon
from editor.gui.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LINE_END, _TAB = "⏎", "⇥"
_LONGEST_SHOWN = 60  # code points of a text before and after


class FindBar(QFrame):
    """Shows how many were found, and says what the writer wants to find and do."""

    wanted_changed = Signal()
    step_asked = Signal(int)  # 1: the next, -1: the one before
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.options = SearchOptions()
        self.find_box = _box(self.tr("Find"))
        self.replace_box = _box(self.tr("Replace with"))
        self.count = FlatLabel()
        self.count.setObjectName("findCount")
        self.preview = FlatLabel()
        self.preview.setObjectName("findPreview")
        self.problem = FlatLabel()
        self.problem.setObjectName("findProblem")
        for label in (self.preview, self.problem):
            label.setWordWrap(True)
        self.previous_button = _button("quiet", self.tr("The one before (Shift+F3)"))
        self.next_button = _button("quiet", self.tr("The next (F3)"))
        self.close_button = _button("quiet", self.tr("Close (Esc)"))
        self.replace_button = _word_button(self.tr("Replace"), self.tr("Replace this one (Enter)"))
        self.all_button = _word_button(self.tr("All"), self.tr("Replace all (Ctrl+Enter)"))
        self._icons = {
            self.previous_button: "chevron-up",
            self.next_button: "chevron-down",
            self.close_button: "close",
        }
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_replace(on=False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 8, 6)
        grid.setSpacing(6)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
        for widget in (
            self.count,
            self.options,
            self.previous_button,
            self.next_button,
            self.close_button,
        ):
            first.addWidget(widget)
        for widget in (self.replace_button, self.all_button):
            second.addWidget(widget)
        second.addStretch(1)
        grid.addWidget(self.find_box, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.replace_box, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.addWidget(self.preview, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.find_box.textChanged.connect(self.wanted_changed)
        self.replace_box.textChanged.connect(self.wanted_changed)
        self.options.changed.connect(self.wanted_changed)
        self.next_button.clicked.connect(partial(self.step_asked.emit, 1))
        self.previous_button.clicked.connect(partial(self.step_asked.emit, -1))
        self.replace_button.clicked.connect(self.replace_asked)
        self.all_button.clicked.connect(self.replace_all_asked)
        self.close_button.clicked.connect(self.closed)
        for box in (self.find_box, self.replace_box):
            box.installEventFilter(self)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self.options.wanted(self.find_box.text())

    @property
    def replacement(self) -> str | None:
        """What takes its place; None where nothing is to be replaced."""
        return self.replace_box.text() if self.replace_box.isVisibleTo(self) else None

    def show_replace(self, *, on: bool) -> None:
        """Show or hide what is for replacing."""
        for widget in (self.replace_box, self.replace_button, self.all_button, self.preview):
            widget.setVisible(on)

    def start(self, text: str) -> None:
        """Let the writer say what to find; `text` is a proposal, "" for what was found last."""
        if text:
            self.find_box.setText(text)
        self.find_box.setFocus()
        self.find_box.selectAll()

    def show_count(self, text: str, problem: str = "") -> None:
        """Say how many were found; `problem` is why none can be."""
        self.count.setText(text)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def show_preview(self, old: str | None, new: str | None) -> None:
        """Show what the replacement makes of one hit."""
        if old is None or new is None:
            self.preview.setText("")
        else:
            after = _shown(new) if new else self.tr("nothing")
            self.preview.setText(f"{_shown(old)}  →  {after}")

    def allow_replacing(self, *, one: bool, every: bool) -> None:
        """Whether there is something that can be replaced."""
        self.replace_button.setEnabled(one)
        self.all_button.setEnabled(every)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for button, name in self._icons.items():
            button.setIcon(icon(name, theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter go on and back; in the lower box they replace; Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if event.key() in _ENTER:
                self._take_enter(watched, event)
                return True
        return super().eventFilter(watched, event)

    def _take_enter(self, box: QObject, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.replace_all_asked.emit()
        elif box is self.replace_box and not shift:
            self.replace_asked.emit()
        else:
            self.step_asked.emit(-1 if shift else 1)


class SearchOptions(QWidget):
    """Case, whole words, regular expression: three small switches."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.case = _switch("Aa", self.tr("Capitals count (Alt+C)"), "Alt+C")
        self.words = _switch("|ab|", self.tr("Whole words (Alt+W)"), "Alt+W")
        self.pattern = _switch(".*", self.tr("Regular expression (Alt+X)"), "Alt+X")
        for switch in (self.case, self.words, self.pattern):
            switch.toggled.connect(self.changed)
            row.addWidget(switch)

    def wanted(self, text: str) -> Wanted:
        """`text`, to be looked for as the switches say."""
        return Wanted(text, self.case.isChecked(), self.words.isChecked(), self.pattern.isChecked())


def _box(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText(name)
    box.setAccessibleName(name)
    box.setMinimumWidth(80)
    return box


def _switch(text: str, name: str, keys: str) -> QToolButton:
    button = _button("switch", name)
    button.setText(text)
    button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 12)
    button.setCheckable(True)
    button.setShortcut(keys)
    return button


def _word_button(text: str, tip: str) -> QToolButton:
    button = _button("word", tip)
    button.setText(text)
    return button


def _button(look: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(look)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _shown(text: str) -> str:
    """`text` in one line, shortened."""
    text = text.replace("\n", _LINE_END).replace("\t", _TAB)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
