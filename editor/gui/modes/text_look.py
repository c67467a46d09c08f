"""How the text of the source is set: its font, how long its rows are, and how far apart."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from editor.settings import Settings

_WIDTHS = (40, 160)  # characters
_HEIGHTS = (100, 200)  # per cent of the font's own


class TextLook(QDialog):
    """Says at once what the writer chose; the text behind it follows."""

    changed = Signal(str, object)  # the name of a setting, and its value

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text of the source"))
        self.family = QFontComboBox()
        edit = self.family.lineEdit()
        assert edit is not None  # the box can be typed into
        for widget in (self.family, edit):
            widget.setAccessibleName(self.tr("Font"))
        self.is_usual = QCheckBox(self.tr("The system's font for code"))
        self.width_box = _number(self.tr("Characters in a row"), _WIDTHS, 5)
        self.width_box.setSpecialValueText(self.tr("as wide as the pane"))
        self.height_box = _number(self.tr("Line height"), _HEIGHTS, 10)
        self.height_box.setSuffix(self.tr(" %"))
        self._show(settings)
        self._connect()
        rows = QFormLayout(self)
        rows.setContentsMargins(18, 16, 18, 14)
        rows.setSpacing(10)
        rows.addRow(self.tr("Font"), self.family)
        rows.addRow("", self.is_usual)
        rows.addRow(self.tr("Characters in a row"), self.width_box)
        rows.addRow(self.tr("Line height"), self.height_box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        rows.addRow(buttons)

    def _show(self, settings: Settings) -> None:
        usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        shown = QFont(settings.source_font) if settings.source_font else usual
        self.family.setCurrentFont(shown)
        self.family.setEnabled(bool(settings.source_font))
        self.is_usual.setChecked(not settings.source_font)
        self.width_box.setMinimum(_WIDTHS[0] - 5)  # which stands for the pane's width
        self.width_box.setValue(settings.source_width or self.width_box.minimum())
        self.height_box.setValue(settings.line_height)

    def _connect(self) -> None:
        self.family.currentFontChanged.connect(self._tell_font)
        self.is_usual.toggled.connect(self._tell_font)
        self.width_box.valueChanged.connect(self._tell_width)
        self.height_box.valueChanged.connect(lambda value: self.changed.emit("line_height", value))

    def _tell_font(self) -> None:
        is_usual = self.is_usual.isChecked()
        self.family.setEnabled(not is_usual)
        family = "" if is_usual else self.family.currentFont().family()
        self.changed.emit("source_font", family)

    def _tell_width(self, width: int) -> None:
        self.changed.emit("source_width", width if width >= _WIDTHS[0] else 0)


def _number(name: str, bounds: tuple[int, int], step: int) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(*bounds)
    box.setSingleStep(step)
    return box
