"""A box for a text that is one of few: typed, or chosen among those in use on the site."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.gui.fields.completion import Completion, Values
from editor.gui.icons import icon
from editor.gui.theme import Theme


class ChoiceBox(QLineEdit):
    """One line of text, with the site's own values to choose from."""

    edited = Signal(object)  # the text, by the writer's hand alone

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Values = ()
        self._open = QAction(icon("chevron-down", theme), self.tr("Choose a value"), self)
        self._open.setShortcut(QKeySequence("Alt+Down"))
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._open.setToolTip(self.tr("Choose a value (Alt+Down)"))
        self._open.triggered.connect(self.open_values)
        self._open.setVisible(False)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self.edited.emit)

    def set_theme(self, theme: Theme) -> None:
        """Take the icon in the theme's colour."""
        self._open.setIcon(icon("chevron-down", theme))

    def show_value(self, shown: str) -> None:
        """Show `shown`; what is shown already keeps its cursor."""
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)

    def offer(self, values: Values) -> None:
        """Let the writer choose among `values`, the most frequent first."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self.completion.offer(values)
            self._open.setVisible(bool(values))

    @cached_property
    def completion(self) -> Completion:
        """What is offered. Made when there is something to offer."""
        completion = Completion(self)
        completion.chosen.connect(self.edited.emit)
        self.setCompleter(completion)
        return completion

    def open_values(self) -> None:
        """Show all values to choose from, whatever the box holds."""
        if not self.isReadOnly() and self._values:
            self.setFocus()
            self.completion.setCompletionPrefix("")
            self.completion.complete()
