"""One row of the form: a field's label and its box."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from editor.field_kinds import Kind, words_of
from editor.front_matter import Field, FrontMatter
from editor.gui import words
from editor.gui.fields.chips_box import ChipsBox
from editor.gui.fields.choice_box import ChoiceBox
from editor.gui.fields.completion import Values
from editor.gui.fields.dates import long_date
from editor.gui.fields.field_widgets import DateBox, LongTextBox, ReadOnlyBox, TextBox
from editor.gui.fields.mapping_box import MappingBox
from editor.gui.fields.path_box import PathBox
from editor.gui.fields.switch_box import SwitchBox
from editor.gui.flat_label import flat_tip
from editor.gui.icons import icon
from editor.gui.theme import Theme

_WIDEST_LABEL = 112  # pixels
_SHORT_LABEL = 10  # characters, which are never as wide


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

    def __init__(self, key: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("fieldLabel")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(flat_tip(self.tr("{key} · right-click to remove it").format(key=key)))
        if len(name) > _SHORT_LABEL:
            self.ensurePolished()  # for the font that the style sheet asks for
            middle = Qt.TextElideMode.ElideMiddle
            name = self.fontMetrics().elidedText(name, middle, _WIDEST_LABEL)
        self.setText(name.replace("&", "&&"))

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self)


class FormRow:
    """One field: its label and its box."""

    def __init__(
        self, key: str, kind: Kind, theme: Theme, parent: QWidget, form: str = "yaml"
    ) -> None:
        self.key, self.kind = key, kind
        # In a header `Title` and `title` are one key; elsewhere they are two.
        name = words.field_label(key.lower() if form == "header" else key)
        self.label = FieldLabel(key, name, parent)
        self.box = _new_box(key, kind, theme, parent)
        self.box.setAccessibleName(name)
        self.label.setBuddy(self.box)
        self.label.show()
        self.box.show()

    @property
    def line_edit(self) -> QLineEdit | None:
        """The line one types into; None for the boxes that have no single one."""
        if isinstance(self.box, PathBox):
            return self.box.edit
        return self.box if isinstance(self.box, QLineEdit) else None

    def show(self, field: Field | None, shown: Shown, *, is_typed: bool) -> None:
        """Show `field`; None for one that the post lacks. What is being typed stays as it is."""
        box = self.box
        if not is_typed:
            box.show_value(self._value(field))  # type: ignore[attr-defined]
        edit = self.line_edit
        if edit is not None:
            edit.setReadOnly(shown.read_only)
            edit.setPlaceholderText(self._placeholder(shown))
            if field is None:  # the box may be too narrow for all of it
                edit.setToolTip(flat_tip(edit.placeholderText()))
        elif not isinstance(box, ReadOnlyBox | MappingBox):
            box.setEnabled(not shown.read_only)
        self._mark_absent(field is None)

    def offer(self, values: Values) -> None:
        """Offer what the site's posts have for this field, where the box can."""
        if isinstance(self.box, ChipsBox | ChoiceBox):
            self.box.offer(values)

    def set_theme(self, theme: Theme) -> None:
        """Take the icons in the colours of `theme`."""
        if isinstance(self.box, DateBox):
            self.box.set_icon(icon("calendar", theme))
        elif isinstance(self.box, ChoiceBox | PathBox):
            self.box.set_theme(theme)

    def has_focus(self) -> bool:
        """Whether the writer is in the box."""
        return (self.box.focusProxy() or self.box).hasFocus()

    def _value(self, field: Field | None) -> object:
        if self.kind is Kind.LIST:
            return words_of(field)
        if self.kind is Kind.MAPPING:
            return field.value if field else None
        return field.shown if field else ""

    def _placeholder(self, shown: Shown) -> str:
        if self.key == "date" and shown.name_date:
            return words.from_file_name(long_date(shown.name_date))
        return words.field_prompt(self.key)

    def _mark_absent(self, is_absent: bool) -> None:
        """Grey the row of a field that the post lacks."""
        for widget in (self.label, self.box, self.line_edit):
            if widget is not None and bool(widget.property("absent")) != is_absent:
                widget.setProperty("absent", is_absent)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def discard(self) -> None:
        """Take the row's widgets away."""
        for widget in (self.label, self.box):
            widget.hide()
            widget.deleteLater()


def _new_box(key: str, kind: Kind, theme: Theme, parent: QWidget) -> QWidget:
    match kind:
        case Kind.LIST:
            return ChipsBox(words.field_prompt(key), parent)
        case Kind.DATE:
            return DateBox(icon("calendar", theme), parent)
        case Kind.SWITCH:
            return SwitchBox(parent)
        case Kind.LONG:
            return LongTextBox(parent)
        case Kind.CHOICE:
            return ChoiceBox(theme, parent)
        case Kind.PATH:
            return PathBox(theme, parent)
        case Kind.MAPPING:
            return MappingBox(parent)
        case Kind.RAW:
            return ReadOnlyBox(parent)
    box = TextBox(parent)
    box.setProperty("strong", key.lower() == "title")
    return box
