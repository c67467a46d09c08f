"""One row of the form: a field's label and its box."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from editor.front_matter import Field, FrontMatter
from editor.gui import words
from editor.gui.chips_box import ChipsBox
from editor.gui.dates import long_date
from editor.gui.field_widgets import (
    DateBox,
    LongTextBox,
    ReadOnlyBox,
    SwitchBox,
    TextBox,
    flat_tip,
)
from editor.gui.icons import icon
from editor.gui.theme import Theme


@dataclass(frozen=True)
class Shown:
    """What the form shows: the fields, and what it takes to word their problems."""

    front_matter: FrontMatter
    generator: str  # its name, as in `generators.GENERATORS`
    name_date: str = ""  # the ISO day in the file's name, or ""
    read_only: bool = False


class FieldLabel(QLabel):
    """The name of a field; a right click offers what can be done with the field."""

    menu_asked = Signal(object)

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("fieldLabel")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words.field_label(key).replace("&", "&&"))
        self.setToolTip(flat_tip(self.tr("{key} · right-click to remove it").format(key=key)))
        self.setMaximumWidth(120)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self)


class FormRow:
    """One field: its label and its box."""

    def __init__(self, key: str, kind: str, theme: Theme, parent: QWidget) -> None:
        self.key, self.kind = key, kind
        self.label = FieldLabel(key, parent)
        self.box = _new_box(key, kind, theme, parent)
        self.box.setAccessibleName(words.field_label(key))
        self.label.setBuddy(self.box)
        self.label.show()
        self.box.show()

    def show(self, field: Field | None, shown: Shown, *, is_typed: bool) -> None:
        """Show `field`; None for one that the post lacks. What is being typed stays as it is."""
        box = self.box
        value = field.shown if field else ""
        if not is_typed:
            box.show_value(value)  # type: ignore[attr-defined]
        if isinstance(box, QLineEdit):
            box.setReadOnly(shown.read_only)
            box.setPlaceholderText(self._placeholder(shown))
            if field is None:  # the box may be too narrow for all of it
                box.setToolTip(flat_tip(box.placeholderText()))
        elif not isinstance(box, ReadOnlyBox):
            box.setEnabled(not shown.read_only)

    def has_focus(self) -> bool:
        """Whether the writer is in the box."""
        return (self.box.focusProxy() or self.box).hasFocus()

    def _placeholder(self, shown: Shown) -> str:
        if self.key == "date" and shown.name_date:
            return words.from_file_name(long_date(shown.name_date))
        return words.field_prompt(self.key)

    def discard(self) -> None:
        """Take the row's widgets away."""
        for widget in (self.label, self.box):
            widget.hide()
            widget.deleteLater()


def _new_box(key: str, kind: str, theme: Theme, parent: QWidget) -> QWidget:
    if kind == "list":
        return ChipsBox(words.field_prompt(key), parent)
    if kind == "date":
        return DateBox(icon("calendar", theme), parent)
    if kind == "switch":
        return SwitchBox(parent)
    if kind == "long":
        return LongTextBox(parent)
    if kind == "raw":
        return ReadOnlyBox(parent)
    box = TextBox(parent)
    box.setProperty("strong", key == "title")
    return box
