"""The bar above the text in which one says what a post is to be called."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from editor.gui.flat_label import FlatLabel

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NamingBar(QFrame):
    """Asks for a title or a name, and says below what comes of it. It stops nobody."""

    edited = Signal()  # the text, or the choice beside it
    chosen = Signal()
    closed = Signal()
    suggestion_asked = Signal()

    def __init__(self, label: str, choice: str, button: str, suggestion: str = "") -> None:
        """`choice` is what the check box beside the text says, "" for none."""
        super().__init__()
        self.setObjectName("namingBar")
        self.box = QLineEdit()
        self.box.setAccessibleName(label)
        self.box.setPlaceholderText(label)
        self.box.installEventFilter(self)
        self.choice = QCheckBox(choice)
        self.note = FlatLabel()
        self.note.setObjectName("namingNote")
        self.note.setWordWrap(True)
        self.button = QToolButton()
        self.button.setText(button)
        self.button.setObjectName("namingButton")
        self.suggest = QToolButton()
        self.suggest.setText(suggestion)
        self.cross = QToolButton()
        self.cross.setObjectName("dismiss")
        self.cross.setText("×")
        self.cross.setAccessibleName(self.tr("Close (Esc)"))
        self.cross.setToolTip(self.cross.accessibleName())
        self._lay_out(label)
        self.choice.setVisible(bool(choice))  # now: without a parent it would be a window
        self.suggest.setVisible(bool(suggestion))
        self.box.textEdited.connect(lambda _text: self.edited.emit())
        self.choice.clicked.connect(lambda _on: self.edited.emit())
        self.button.clicked.connect(lambda _on=False: self.chosen.emit())
        self.suggest.clicked.connect(lambda _on=False: self.suggestion_asked.emit())
        self.cross.clicked.connect(lambda _on=False: self.closed.emit())

    def _lay_out(self, label: str) -> None:
        name = FlatLabel(label)
        name.setObjectName("namingLabel")
        name.setBuddy(self.box)
        row, below = QHBoxLayout(), QHBoxLayout()
        for one in (row, below):
            one.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.box, stretch=1)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        below.addWidget(self.note, stretch=1)
        below.addWidget(self.suggest)
        below.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(below)

    @property
    def text(self) -> str:
        """What was typed, without the spaces around it."""
        return self.box.text().strip()

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Say below the box what comes of what was typed."""
        self.note.setText(text)
        self.box.setAccessibleDescription(text)
        if self.note.property("problem") != is_problem:
            self.note.setProperty("problem", is_problem)
            self.note.style().polish(self.note)

    def start(self, text: str = "") -> None:
        """Begin with `text`, selected, in the box that has the focus."""
        self.box.setText(text)
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Esc in the box."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self.chosen.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc wherever in the bar the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
