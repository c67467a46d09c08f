"""A box for a list of words, such as the tags of a post."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton, QWidget

from editor.gui.field_widgets import flat_tip
from editor.gui.flow_layout import FlowLayout


class ChipsBox(QFrame):
    """A list of words, each on a chip that can be taken away; typing adds one."""

    edited = Signal(object)  # the whole list

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._prompt = prompt
        self._words: list[str] = []
        self._chips: list[_Chip] = []
        self._edit = QLineEdit()
        self._edit.setObjectName("chipEdit")
        self._edit.setPlaceholderText(prompt)
        self._edit.setMinimumWidth(90)
        self._edit.returnPressed.connect(self._add_typed)
        self._edit.editingFinished.connect(self._add_typed)
        self._edit.textEdited.connect(self._add_at_comma)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        self._flow = FlowLayout(self, gap=5, margin=4)
        self._flow.addWidget(self._edit)

    def setAccessibleName(self, name: str) -> None:
        """The name goes to where one types."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    @property
    def words(self) -> list[str]:
        """The words shown, in their order."""
        return list(self._words)

    @property
    def stops(self) -> list[QWidget]:
        """What the Tab key should go over, in this order."""
        return [*(chip.cross for chip in self._chips), self._edit]

    def show_value(self, shown: tuple[str, ...] | str) -> None:
        """Show a chip for each word of `shown`."""
        words = list(shown) if isinstance(shown, tuple) else [shown] if shown else []
        if words == self._words:
            return
        self._words = words
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [_Chip(word, self) for word in words]
        for place, chip in enumerate(self._chips):
            chip.removed.connect(lambda place=place: self._remove(place))
            self._flow.insert_widget(place, chip)
            chip.show()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty box takes the last chip away."""
        if (
            watched is self._edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and not self._edit.text()
            and self._words
        ):
            self._remove(len(self._words) - 1)
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the chips means to type."""
        self._edit.setFocus()

    def _add_at_comma(self, text: str) -> None:
        if text.endswith((",", ";")):
            self._edit.setText(text[:-1])
            self._add_typed()

    def _add_typed(self) -> None:
        word = self._edit.text().strip()
        self._edit.clear()
        if word and word not in self._words:
            self._change([*self._words, word])

    def _remove(self, place: int) -> None:
        self._change(self._words[:place] + self._words[place + 1 :])
        self._edit.setFocus()

    def _change(self, words: list[str]) -> None:
        self.show_value(tuple(words))
        self.edited.emit(words)


class _Chip(QFrame):
    """One word of a list, with a cross that takes it away."""

    removed = Signal()

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        label = QLabel(word)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = QToolButton()
        self.cross.setText("×")
        self.cross.setObjectName("chipCross")
        self.cross.setAccessibleName(self.tr("Remove {word}").format(word=word))
        self.cross.setToolTip(flat_tip(self.cross.accessibleName()))
        self.cross.clicked.connect(self.removed)
        flow = FlowLayout(self, gap=1, margin=0)
        flow.addWidget(label)
        flow.addWidget(self.cross)
