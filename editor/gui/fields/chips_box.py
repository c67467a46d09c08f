"""A box for a list of words, such as the tags of a post."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QToolButton, QWidget

from editor.gui.fields.completion import Completion, Values
from editor.gui.fields.flow_layout import FlowLayout
from editor.gui.flat_label import flat_tip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChipsBox(QFrame):
    """A list of words, each on a chip that can be moved or taken away; typing adds one."""

    edited = Signal(object)  # the whole list

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._prompt = prompt
        self._words: list[str] = []
        self._chips: list[_Chip] = []
        self._values: Values = ()
        self._edit = QLineEdit()
        self._edit.setObjectName("chipEdit")
        self._edit.setPlaceholderText(prompt)
        self._edit.setMinimumWidth(90)
        self._edit.returnPressed.connect(self._add_typed)
        self._edit.editingFinished.connect(self._add_when_left)
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

    @cached_property
    def completion(self) -> Completion:
        """What is offered while one types. Made when there is something to offer."""
        completion = Completion(self._edit)
        self._edit.setCompleter(completion)
        # Queued: the box gets the value's text from its completer after this signal.
        completion.chosen.connect(self._add_typed, Qt.ConnectionType.QueuedConnection)
        return completion

    def offer(self, values: Values) -> None:
        """Offer `values`, the most frequent first, but for those in the list."""
        if values or self._values:
            self._values = values
            self._offer_others()

    def show_value(self, shown: tuple[str, ...] | str) -> None:
        """Show a chip for each word of `shown`."""
        words = list(shown) if isinstance(shown, tuple) else [shown] if shown else []
        if words != self._words:
            self._lay(words)

    def _lay(self, words: list[str]) -> None:
        self._words = words
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [_Chip(word, self) for word in words]
        for place, chip in enumerate(self._chips):
            chip.removed.connect(lambda place=place: self._remove(place))
            chip.cross.installEventFilter(self)
            self._flow.insert_widget(place, chip)
            chip.show()
        self._offer_others()
        self.updateGeometry()

    def move_word(self, place: int, to: int) -> None:
        """Put the word at `place` where it is the one at `to`; its chip keeps the focus."""
        if not (0 <= to < len(self._words) and to != place):
            return
        words = self.words
        words.insert(to, words.pop(place))
        had_focus = self._chips[place].cross.hasFocus()
        self._change(words)
        if had_focus and to < len(self._chips):
            self._chips[to].cross.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty box takes the last chip away; Alt and an arrow move a chip."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._edit:
                is_back = event.key() == Qt.Key.Key_Backspace and not self._edit.text()
                if is_back and self._words:
                    self._remove(len(self._words) - 1)
                    return True
            elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
                step = _STEPS.get(Qt.Key(event.key()), 0)
                place = next(n for n, chip in enumerate(self._chips) if chip.cross is watched)
                if step:
                    self.move_word(place, place + step)
                    return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the chips means to type."""
        self._edit.setFocus()

    def drag_chip(self, chip: "_Chip", at: QPoint) -> None:
        """Lay a chip that is dragged where it would come to stand; `at` is in this box."""
        place = self._chips.index(chip)
        to = next((n for n, one in enumerate(self._chips) if one.geometry().contains(at)), place)
        if to != place:
            self._chips.insert(to, self._chips.pop(place))
            self._flow.move(place, to)

    def drop_chip(self) -> None:
        """Take the order that the chips were dragged to."""
        words = [chip.word for chip in self._chips]
        if words != self._words:
            self._change(words)

    def _add_at_comma(self, text: str) -> None:
        if text.endswith((",", ";")):
            self._edit.setText(text[:-1])
            self._add_typed()

    def _add_when_left(self) -> None:
        if not self._values or not self.completion.is_open:  # which has the focus, not another box
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
        self._lay(words)
        self.edited.emit(words)

    def _offer_others(self) -> None:
        if not self._values and "completion" not in self.__dict__:
            return
        used = set(self._words)
        self.completion.offer([counted for counted in self._values if counted[0] not in used])


class _Chip(QFrame):
    """One word of a list, to drag, with a cross that takes it away."""

    removed = Signal()

    def __init__(self, word: str, box: ChipsBox) -> None:
        super().__init__(box)
        self.setObjectName("chip")
        self.word = word
        self._box = box
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        label = QLabel(word)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = QToolButton()
        self.cross.setText("×")
        self.cross.setObjectName("chipCross")
        self.cross.setAccessibleName(self.tr("Remove {word}").format(word=word))
        how = self.tr("Drag it, or press Alt+Left or Alt+Right here, to move it")
        self.cross.setAccessibleDescription(how)
        self.cross.setToolTip(flat_tip(self.cross.accessibleName()) + "\n" + how)
        self.cross.clicked.connect(self.removed)
        flow = FlowLayout(self, gap=1, margin=0)
        flow.addWidget(label)
        flow.addWidget(self.cross)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton and self._box.isEnabled():
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the chip along."""
        if self._pressed_at is None:
            return
        at = event.position().toPoint()
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragged:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragged:
            self._box.drag_chip(self, self.mapTo(self._box, at))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The chip stands where it was dragged."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        self.unsetCursor()
        if was_dragged:
            self._box.drop_chip()
