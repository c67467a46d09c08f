"""Choosing, place by place, between two texts that changed the same."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.flat_label import FlatLabel
from editor.gui.posts.compare_view import CompareView
from editor.merge import Choice, Merge


class MergeDialog(QDialog):
    """Shows one conflict after the other; says what text the choices make."""

    merged = Signal(str)

    def __init__(self, merge: Merge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge {name}").format(name=name))
        self._merge = merge
        self._choices = [Choice.MINE] * len(merge.conflicts)
        self._place = 0
        self._where = FlatLabel("")
        self.view = CompareView(numbered=False)
        texts = {
            Choice.MINE: self.tr("Your text"),
            Choice.THEIRS: self.tr("The file's text"),
            Choice.BOTH: self.tr("Both, one after the other"),
        }
        self._radios = {choice: QRadioButton(text) for choice, text in texts.items()}
        self._back, self._next = QPushButton(self.tr("Back")), QPushButton(self.tr("Next"))
        self._use = QPushButton(self.tr("Use the merged text"))
        self._build()
        self._show()
        self.resize(self.sizeHint())  # Qt would take no more than two thirds of a small screen

    def sizeHint(self) -> QSize:
        """Wide enough for two texts."""
        return QSize(860, 480)

    def choose(self, choice: Choice) -> None:
        """Choose for the conflict that is shown."""
        self._radios[choice].click()

    def go(self, steps: int) -> None:
        """Show another conflict."""
        self._place = max(0, min(self._place + steps, len(self._choices) - 1))
        self._show()

    def use(self) -> None:
        """Take the text as it was chosen."""
        self._use.click()

    def _build(self) -> None:
        explained = FlatLabel(
            self.tr(
                "Choose what is to stand where both changed the same. "
                "All other changes, yours and the file's, are in the merged text."
            )
        )
        explained.setWordWrap(True)
        group = QButtonGroup(self)
        radios = QHBoxLayout()
        for choice, radio in self._radios.items():
            group.addButton(radio)
            radio.clicked.connect(lambda _on=False, choice=choice: self._note(choice))
            radios.addWidget(radio)
        radios.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        buttons = QHBoxLayout()
        for button in (self._back, self._next):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (cancel, self._use):
            buttons.addWidget(button)
        self._use.setDefault(True)
        self._back.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        cancel.clicked.connect(self.close)
        self._use.clicked.connect(self._finish)
        column = QVBoxLayout(self)
        column.addWidget(explained)
        column.addWidget(self._where)
        column.addWidget(self.view, stretch=1)
        column.addLayout(radios)
        column.addLayout(buttons)

    def _note(self, choice: Choice) -> None:
        self._choices[self._place] = choice

    def _show(self) -> None:
        conflict = self._merge.conflicts[self._place]
        text = self.tr("Place {number} of {all}")
        self._where.setText(text.format(number=self._place + 1, all=len(self._choices)))
        titles = self._radios[Choice.MINE].text(), self._radios[Choice.THEIRS].text()
        self.view.show_texts(titles, (conflict.mine, conflict.theirs))
        self._radios[self._choices[self._place]].setChecked(True)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._choices) - 1)

    def _finish(self) -> None:
        text = self._merge.text(self._choices)
        self.close()
        self.merged.emit(text)
