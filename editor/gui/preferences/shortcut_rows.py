"""The keys of all commands on the page of preferences: searched, chosen, set back."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from editor.gui.preferences.key_box import KeyBox, native
from editor.gui.preferences.row import Row
from editor.shortcuts import (
    PRESETS,
    Bindings,
    bound,
    changes,
    effective,
    holders,
    is_fixed,
    is_typed,
    of_preset,
)

_WIDTH = 170  # pixels


class ShortcutRows(QObject):
    """A row for each command. Nothing is changed here: the keys chosen are told."""

    chosen = Signal(dict)  # what the settings are to have

    def __init__(
        self, defaults: Bindings, commands: Sequence[tuple[str, str, str]], parent: QObject
    ) -> None:
        """`commands` are name, text and the menu of each, in the order of the list."""
        super().__init__(parent)
        self._defaults = defaults
        self._texts = {name: text for name, text, _ in commands}
        self._chosen: Bindings = {}
        self._boxes: dict[str, KeyBox] = {}
        self._backs: dict[str, QToolButton] = {}
        self._rows: dict[str, Row] = {}
        for name, text, place in commands:
            self._rows[name] = self._row(name, text, place)
        self.preset_row = self._preset_row()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, from the top."""
        return [self.preset_row, *self._rows.values()]

    def box(self, name: str) -> KeyBox:
        """The box with the keys of a command."""
        return self._boxes[name]

    def note(self, name: str) -> str:
        """What stands below the row of a command."""
        return self._rows[name].note

    def show_chosen(self, chosen: Mapping[str, str]) -> None:
        """Show the keys as the settings have them."""
        self._chosen = chosen
        for name, keys in effective(self._defaults, chosen).items():
            if name in self._boxes:
                self._boxes[name].show_keys(keys)
                is_other = keys != self._defaults[name]
                self._backs[name].setEnabled(is_other)
                self._rows[name].be_found_by(native(keys))
        self._reset.setEnabled(bool(changes(self._defaults, effective(self._defaults, chosen))))

    def _row(self, name: str, text: str, place: str) -> Row:
        box = self._boxes[name] = KeyBox(self._defaults[name])
        box.setAccessibleName(self.tr("Keys of {command}").format(command=text))
        box.setFixedWidth(_WIDTH)
        box.pressed.connect(partial(self._take, name))
        back = self._backs[name] = QToolButton(text=self.tr("Reset"))  # type: ignore[call-arg]
        back.setObjectName("word")
        back.setAccessibleName(self.tr("Reset the keys of {command}").format(command=text))
        back.clicked.connect(partial(self._give_back, name))
        return Row(text, _side_by_side(box, back), hint="", beside=place)

    def _preset_row(self) -> Row:
        self._presets = QComboBox()
        self._presets.addItem(self.tr("Choose…"), None)
        for preset in PRESETS:
            self._presets.addItem(preset.name, preset)
        self._presets.activated.connect(self._take_preset)
        self._presets.setAccessibleName(self.tr("Keys as in another program"))
        self._reset = QToolButton(text=self.tr("Reset all"))  # type: ignore[call-arg]
        self._reset.setObjectName("word")
        self._reset.clicked.connect(lambda: self.chosen.emit({}))
        hint = self.tr("Commands that it has not keep their keys.")
        label = self.tr("Keys as in another program")
        return Row(label, _side_by_side(self._presets, self._reset), hint=hint)

    @Slot(int)
    def _take_preset(self, place: int) -> None:
        preset = self._presets.itemData(place)
        self._presets.setCurrentIndex(0)
        if preset is not None:
            self._clear_notes()
            self.chosen.emit(of_preset(self._defaults, preset))

    def _give_back(self, name: str) -> None:
        self._take(name, self._defaults[name])

    def _take(self, name: str, keys: str) -> None:
        """Keys were pressed for a command: told at once, or why they cannot be had."""
        self._clear_notes()
        refused = self._refusal(keys)
        if refused:
            self._rows[name].tell(refused)
            return
        others = holders(keys, effective(self._defaults, self._chosen), but=name)
        if not others:
            self.chosen.emit(bound(self._defaults, self._chosen, name, keys))
            return
        said = self.tr("{keys} is “{command}” already.")
        other = self._texts.get(others[0], others[0])
        take = self.tr("Take it from there")
        said = said.format(keys=native(keys), command=other)
        self._rows[name].tell(said, take, partial(self._take_over, name, keys))

    def _take_over(self, name: str, keys: str) -> None:
        self._clear_notes()
        self.chosen.emit(bound(self._defaults, self._chosen, name, keys))
        self._boxes[name].setFocus()

    def _refusal(self, keys: str) -> str:
        if is_fixed(keys):
            said = self.tr("{keys} has its own meaning in every text; choose others.")
        elif is_typed(keys):
            said = self.tr("{keys} writes a letter; add Ctrl or Alt.")
        else:
            return ""
        return said.format(keys=native(keys))

    def _clear_notes(self) -> None:
        for row in self._rows.values():
            row.tell("")


def _side_by_side(*widgets: QWidget) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for widget in widgets:
        line.addWidget(widget)
    both.setFocusProxy(widgets[0])
    return both
