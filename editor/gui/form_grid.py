"""Where the rows and notes of the form stand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from editor.field_kinds import Kind
from editor.gui.form_row import FormRow

_SHORT_KINDS = {Kind.DATE, Kind.SWITCH, Kind.NUMBER, Kind.CHOICE}
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL_KINDS = {Kind.LONG, Kind.LIST, Kind.PATH, Kind.MAPPING, Kind.RAW}
_ABOVE_LABEL = 6  # pixels to the first line of a tall box


class FormGrid(QGridLayout):
    """Labels and boxes in two columns, or in four where two short fields share a line."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setContentsMargins(16, 12, 16, 10)
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(6)

    def lay(
        self,
        rows: Sequence[FormRow],
        notes: Mapping[str, Sequence[QWidget]],
        adder: QWidget,
        *,
        is_wide: bool,
    ) -> list[QWidget]:
        """Lay all anew; gives what takes the focus, from the top.

        `notes` are by the key they stand under, those of "" stand above all rows.
        """
        while self.count():
            self.takeAt(0)
        parts: list[QWidget] = []
        line = 0
        for note in notes.get("", ()):
            self.addWidget(note, line, 0, 1, 4)
            parts.append(note)
            line += 1
        is_half_full = False
        for row in rows:
            own_notes = notes.get(row.key, ())
            is_short = is_wide and row.kind in _SHORT_KINDS
            if is_half_full and not (is_short and not own_notes):
                line += 1
                is_half_full = False
            column = 2 if is_half_full else 0
            self._add(row, line, column, 1 if is_short else 3)
            parts.append(row.box)
            is_half_full = is_short and not is_half_full and not own_notes
            if not is_half_full:
                line += 1
            for note in own_notes:
                self.addWidget(note, line, 1, 1, 3)
                parts.append(note)
                line += 1
        line += is_half_full
        self.addWidget(adder, line, 1, 1, 3)
        for row_line in range(self.rowCount()):
            self.setRowStretch(row_line, 0)
        self.setRowStretch(line + 1, 1)  # what is left over goes below, not into the boxes
        self.setColumnStretch(1, 3)  # a date with its time needs more than a layout's name
        self.setColumnStretch(3, 2 if is_wide else 0)
        return [*parts, adder]

    def _add(self, row: FormRow, line: int, column: int, span: int) -> None:
        is_tall = row.kind in _TALL_KINDS
        row.label.setContentsMargins(0, _ABOVE_LABEL if is_tall else 0, 0, 0)
        self.addWidget(row.label, line, column, _TOP if is_tall else _MIDDLE)
        self.addWidget(row.box, line, column + 1, 1, span)
