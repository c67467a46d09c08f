"""Where the writer types the name of a field to add, with names to choose from."""

from collections.abc import Container

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.field_habits import Habits
from editor.field_kinds import OFFERED_KEYS
from editor.gui.fields.completion import Completion


class FieldAdder(QLineEdit):
    """Says which field the writer wants to add; it adds none itself."""

    key_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adder")
        self.setPlaceholderText(self.tr("Add a field"))
        self.setAccessibleName(self.tr("Add a field"))
        self.setToolTip(self.tr("Type a field's name, then Enter"))
        self.returnPressed.connect(self._say_key)
        self._offered = Completion(self)
        self.setCompleter(self._offered)

    def offer(self, habits: Habits, present: Container[str]) -> None:
        """Offer the fields that are not `present`: the site's own, then those of any post."""
        ranked = sorted(habits.fields, key=lambda habit: -habit.share)
        known = {habit.key: round(habit.share * habits.posts) for habit in ranked}
        known |= {key: 0 for key in OFFERED_KEYS if key not in known}
        self._offered.offer([(key, count) for key, count in known.items() if key not in present])

    @Slot()
    def _say_key(self) -> None:
        key = self.text().strip().rstrip(":").strip()
        self.clear()
        if key:
            self.key_typed.emit(key)
