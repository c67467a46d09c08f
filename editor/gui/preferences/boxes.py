"""What a setting is chosen with. Each box says what the writer chose, and shows what it is told."""

from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from editor.gui.preferences.catalogue import Look, Preference

_WIDTH, _HEIGHT = 260, 28  # pixels; of the height at least
Tell = Callable[[object], object]


def box_of(preference: Preference, tell: Tell) -> QWidget:
    """The box of a setting; `tell` gets the value that the writer chose."""
    make = {
        Look.CHOICE: _choice,
        Look.NUMBER: _number,
        Look.FONT: _font,
        Look.TEXT: _text,
        Look.TOGGLE: _toggle,
    }
    box = make[preference.look](preference, tell)
    box.setAccessibleName(preference.label)
    box.setAccessibleDescription(preference.hint)
    if preference.look is not Look.TOGGLE:
        box.setFixedWidth(_WIDTH)
        box.setMinimumHeight(_HEIGHT)
    return box


def switch_of(preference: Preference, action: QAction) -> QCheckBox:
    """A box that is on where the command is, and switches it."""
    box = QCheckBox(preference.label)
    box.setAccessibleDescription(preference.hint)
    box.setChecked(action.isChecked())
    box.clicked.connect(lambda: action.setChecked(box.isChecked()))
    action.changed.connect(partial(_follow, box, action))
    return box


def _follow(box: QCheckBox, action: QAction) -> None:
    if shiboken6.isValid(box):
        box.setChecked(action.isChecked())


def show_value(box: QWidget, value: Any) -> None:
    """Let `box` show `value`, unless it does."""
    with QSignalBlocker(box):
        if isinstance(box, QComboBox):
            box.setCurrentIndex(max(0, box.findData(value)))
        elif isinstance(box, QSpinBox):
            box.setValue(round(value * 100) if isinstance(value, float) else value)
        elif isinstance(box, QCheckBox):
            box.setChecked(value)
        elif isinstance(box, QLineEdit) and box.text() != value:
            box.setText(value)


def _choice(preference: Preference, tell: Tell) -> QWidget:
    box = QComboBox()
    for value, words in preference.choices:
        box.addItem(words, value)
    box.activated.connect(lambda _place: tell(box.currentData()))
    _keep_wheel(box)
    return box


def _number(preference: Preference, tell: Tell) -> QWidget:
    box = QSpinBox()
    low, high = preference.bounds
    box.setRange(int(low), int(high))
    box.setSingleStep(int(preference.step))
    box.setSuffix(preference.unit)
    box.setSpecialValueText(preference.least)
    box.setKeyboardTracking(False)  # a number is not followed digit by digit
    is_factor = preference.name == "preview_zoom"

    def say(value: int) -> None:
        is_least = bool(preference.least) and value == box.minimum()
        tell(value / 100 if is_factor else 0 if is_least else value)

    box.valueChanged.connect(say)
    _keep_wheel(box)
    return box


def _font(preference: Preference, tell: Tell) -> QWidget:
    box = QComboBox()
    for value, words in preference.choices:
        box.addItem(words, value)
    for family in QFontDatabase.families():
        if QFontDatabase.isSmoothlyScalable(family):
            box.addItem(family, family)
    box.activated.connect(lambda _place: tell(box.currentData()))
    _keep_wheel(box)
    return box


def _toggle(preference: Preference, tell: Tell) -> QWidget:
    box = QCheckBox(preference.label)
    box.clicked.connect(lambda: tell(box.isChecked()))
    return box


def _text(preference: Preference, tell: Tell) -> QWidget:
    box = QLineEdit()
    box.setObjectName("setting")
    box.setPlaceholderText(preference.example)
    box.textEdited.connect(lambda text: tell(text.strip()))
    return box


class _WheelFilter(QObject):
    """Leaves the wheel to the page: one that scrolls by must change nothing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _keep_wheel(box: QWidget) -> None:
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(_WheelFilter(box))
