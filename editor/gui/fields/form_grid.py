"""Where the rows and notes of the form stand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from editor.field_kinds import Kind
from editor.gui.fields.form_row import FormRow

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
        for together in _lines(rows, notes, is_wide=is_wide):
            is_alone = len(together) == 1
            for place, row in enumerate(together):
                # A lone date has room for its time, other short boxes stay short.
                is_half = is_wide and row.kind in _SHORT_KINDS
                is_half = is_half and not (is_alone and row.kind is Kind.DATE)
                self._add(row, line, 2 * place, 1 if is_half else 3)
                parts.append(row.box)
            line += 1
            for note in notes.get(together[0].key, ()) if is_alone else ():
                column = 1 if note.property("quiet") else 0  # what only advises, beside the label
                self.addWidget(note, line, column, 1, 4 - column)
                parts.append(note)
                line += 1
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


def _lines(
    rows: Sequence[FormRow], notes: Mapping[str, Sequence[QWidget]], *, is_wide: bool
) -> list[list[FormRow]]:
    """The rows of each line: two short ones without notes share it where the form is wide."""
    lines: list[list[FormRow]] = []
    is_open = False  # whether another row may stand beside the last one
    for row in rows:
        shares = is_wide and row.kind in _SHORT_KINDS and not notes.get(row.key)
        before = lines[-1] if lines else []
        if shares and len(before) == 1 and is_open:
            before.append(row)
        else:
            lines.append([row])
        is_open = shares
    return lines
