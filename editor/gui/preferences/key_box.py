"""The keys of one command: shown, and taken from the keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_Format = QKeySequence.SequenceFormat
_MODIFIERS = {
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
    *(Qt.Key.Key_AltGr, Qt.Key.Key_unknown, Qt.Key.Key_CapsLock),
}
_BEGIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def native(keys: str) -> str:
    """Keys in portable notation, as the system names them."""
    shown = [QKeySequence(one, _Format.PortableText) for one in keys.split("; ") if one]
    return ", ".join(one.toString(_Format.NativeText) for one in shown)


class KeyBox(QLineEdit):
    """Shows keys. Enter, or a click, and the next keys pressed are those wanted.

    Esc leaves them as they are, Backspace takes them away.
    """

    pressed = Signal(str)  # keys in portable notation; "" for none

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        self._keys = ""
        self._is_asking = False  # `event` is called before the widget is whole
        super().__init__(parent)
        self.setObjectName("keys")
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_keys(keys)

    def show_keys(self, keys: str) -> None:
        """Show `keys`."""
        self._keys = keys
        self._is_asking = False
        self.setText(native(keys))
        self.setPlaceholderText("")

    def ask(self) -> None:
        """The next keys are those wanted."""
        self._is_asking = True
        self.clear()
        self.setPlaceholderText(self.tr("Press the keys…"))

    def event(self, event: QEvent) -> bool:
        """While keys are asked for, none of them does anything else, not even Tab."""
        if self._is_asking and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to ask, or take the keys away."""
        if event.key() in _BEGIN:
            self.ask()
        elif event.key() in _NONE:
            self.pressed.emit("")
        else:
            event.ignore()  # the window's: Esc closes it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to ask."""
        super().mousePressEvent(event)
        self.ask()

    def focusOutEvent(self, event: object) -> None:
        """Leave the keys as they are."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.show_keys(self._keys)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not plain:
            self.show_keys(self._keys)
            return
        keys = QKeySequence(event.keyCombination()).toString(_Format.PortableText)
        self.show_keys(self._keys)
        self.pressed.emit(keys)
