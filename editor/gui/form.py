"""The front matter as a form: one row for each field, problems under the field they concern."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

from editor.field_kinds import OFFERED_KEYS, SWITCH_KEYS, in_order, kind_of, typed_value
from editor.front_matter import Field, FrontMatter, Problem
from editor.gui import words
from editor.gui.chips_box import ChipsBox
from editor.gui.field_widgets import (
    DateBox,
    ProblemNote,
    ReadOnlyBox,
    SharedUndo,
)
from editor.gui.form_row import FieldLabel, FormRow, Shown
from editor.gui.icons import icon
from editor.gui.theme import Theme

_SHORT_KINDS = {"date", "switch", "number"}
_NARROW = 470  # pixels; below it no two fields share a row
_TALLEST = 0.45  # of the window's height, for the form


class _NoteText(NamedTuple):
    place: str  # the key it stands under, or "" for the foot of the form
    message: str
    mend: str  # the text of the button, "" for none
    problem: Problem | None


class FrontMatterForm(QScrollArea):
    """Shows fields, and says which one the writer changed. It changes no text itself."""

    field_edited = Signal(str, object)  # key, new value
    field_removed = Signal(str)
    mend_asked = Signal(object)  # the Problem to mend
    source_asked = Signal(int)  # line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setAccessibleName(self.tr("Front matter"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._undo = SharedUndo(self)
        self._page = QWidget()
        self._page.setObjectName("formPage")
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(16, 12, 16, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._rows: dict[str, FormRow] = {}
        self._notes: list[ProblemNote] = []
        self._parts: list[QWidget] = []  # from the top, for the Tab key
        self._typed_into = ""  # the key of the box being typed into
        self._typed_from: Field | None = None  # its field when that began
        self._typed_raw: str | None = ""  # what the text now holds for it; None: it is being set
        self._plan: object = None
        self._shown: Shown | None = None
        self._wanted: list[str] = []
        self._refusals: dict[str, str] = {}
        self._adder = QLineEdit()
        self._adder.setObjectName("adder")
        self._adder.setPlaceholderText(self.tr("Add a field"))
        self._adder.setAccessibleName(self.tr("Add a field"))
        self._adder.setToolTip(self.tr("Type a field's name, then Enter"))
        self._adder.returnPressed.connect(self._add_typed)
        self._adder.installEventFilter(self._undo)
        self.setWidget(self._page)
        self._page.installEventFilter(self)

    def show_post(self, shown: Shown) -> None:
        """Show the fields of a post. A box that shows its value already keeps its cursor."""
        self._shown = shown
        self._refusals.clear()
        self._refresh()

    def show_another_post(self) -> None:
        """Forget what was asked for in the post before."""
        self._wanted.clear()
        self._typed_into = ""

    def show_refusal(self, key: str, message: str) -> None:
        """Say under a field why what was typed there is not in the text."""
        self._refusals[key] = message
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for row in self._rows.values():
            if isinstance(row.box, DateBox):
                row.box.set_icon(icon("calendar", theme))

    def focus_field(self, key: str) -> None:
        """Put the focus into the box of `key`."""
        if key in self._rows:
            self._rows[key].box.setFocus()
            self.ensureWidgetVisible(self._rows[key].box)

    def focus_adder(self) -> None:
        """Put the focus where a field's name is typed."""
        self.ensureWidgetVisible(self._adder)
        self._adder.setFocus()

    def ask_for(self, key: str) -> None:
        """Show an empty box for `key`; the field comes into being as the writer fills it."""
        if self._shown is None or self._shown.read_only:
            return
        if key in SWITCH_KEYS and self._shown.front_matter.field(key) is None:
            self.field_edited.emit(key, SWITCH_KEYS[key])
        elif key not in self._rows:
            self._wanted.append(key)
            self._refresh()
        self.focus_field(key)

    @property
    def keys(self) -> list[str]:
        """The keys of the rows shown, from the top."""
        return list(self._rows)

    @property
    def removable_keys(self) -> list[str]:
        """The keys that the post has."""
        return [field.key for field in self._shown.front_matter.fields] if self._shown else []

    def box(self, key: str) -> QWidget:
        """The box of `key`. Raises KeyError where there is none."""
        return self._rows[key].box

    @property
    def problem_notes(self) -> list[ProblemNote]:
        """The notes shown, from the top."""
        return list(self._notes)

    def sizeHint(self) -> QSize:
        """As high as the fields are, up to a share of the window."""
        window = self.window().height()
        height = self._grid.heightForWidth(self.width())
        if height < 0:
            height = self._page.sizeHint().height()
        return QSize(400, min(height, round(window * _TALLEST)))

    def minimumSizeHint(self) -> QSize:
        """The title's row at least."""
        return QSize(240, min(self.sizeHint().height(), 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow form has one field a row."""
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != (event.oldSize().width() < _NARROW):
            self._refresh()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the form as high as its rows ask for, whatever made them grow."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    # Rows

    def _refresh(self) -> None:
        if self._shown is None:
            return
        front_matter = self._shown.front_matter
        fields: dict[str, Field] = {field.key: field for field in front_matter.fields}
        keys = in_order([*fields, *self._wanted])
        kinds = {key: self._kind(key, fields.get(key)) for key in keys}
        notes = self._problem_texts(front_matter, keys)
        plan = (tuple(kinds.items()), tuple(notes), self.width() < _NARROW)
        if plan != self._plan:
            self._plan = plan
            self._build(kinds, notes)
        for key, row in self._rows.items():
            is_typed = self._is_typed(key, fields.get(key))
            row.show(fields.get(key), self._shown, is_typed=is_typed)
            if key == self._typed_into and not is_typed:
                self._typed_into = ""
        self._set_tab_order()
        offered = [key for key in OFFERED_KEYS if key not in fields]
        completer = QCompleter(offered, self._adder)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._adder.setCompleter(completer)
        self._adder.setEnabled(not self._shown.read_only)

    def _kind(self, key: str, field: Field | None) -> str:
        """The kind of the field's box. One that is being typed into stays what it is."""
        row = self._rows.get(key)
        if row is not None and key == self._typed_into and row.has_focus():
            return row.kind
        return kind_of(key, field)

    def _is_typed(self, key: str, field: Field | None) -> bool:
        """Whether the field is what the writer is just typing, which may read otherwise: `5 `."""
        is_same = self._typed_raw in (None, _raw(field))
        return key == self._typed_into and is_same and self._rows[key].has_focus()

    def _problem_texts(self, front_matter: FrontMatter, keys: list[str]) -> list[_NoteText]:
        assert self._shown is not None
        notes: list[_NoteText] = []
        for problem in front_matter.problems:
            message, mend = words.problem(problem, self._shown.generator, front_matter.format)
            if self._shown.read_only:
                mend = ""
            place = problem.key if problem.key in keys else ""
            notes.append(_NoteText(place, message, mend, problem))
        notes += [_NoteText(key, message, "", None) for key, message in self._refusals.items()]
        return notes

    def _build(self, kinds: Mapping[str, str], notes: list[_NoteText]) -> None:
        """Lay the rows anew; a box that stays is the same widget, focus and cursor with it."""
        while self._grid.count():
            self._grid.takeAt(0)
        for shown in self._notes:
            shown.hide()
            shown.deleteLater()
        self._notes = []
        for key in [key for key, row in self._rows.items() if kinds.get(key) != row.kind]:
            self._rows.pop(key).discard()
        self._rows = {key: self._rows.get(key) or self._new_row(key, kinds[key]) for key in kinds}
        self._parts = []
        line, pending = 0, False
        for key, row in self._rows.items():
            short = (row.kind in _SHORT_KINDS or key == "layout") and self.width() >= _NARROW
            own_notes = [note for note in notes if note.place == key]
            column = 2 if short and pending and not own_notes else 0
            if column == 0:
                line += 1
            pending = short and column == 0 and not own_notes
            self._grid.addWidget(row.label, line, column, _LABEL_PLACE)
            self._grid.addWidget(row.box, line, column + 1, 1, 1 if short else 3)
            self._parts.append(row.box)
            for note in own_notes:
                line += 1
                self._grid.addWidget(self._new_note(note), line, 1, 1, 3)
        for note in notes:
            if not note.place:
                line += 1
                self._grid.addWidget(self._new_note(note), line, 0, 1, 4)
        self._grid.addWidget(self._adder, line + 1, 1, 1, 3)
        for row_line in range(self._grid.rowCount()):
            self._grid.setRowStretch(row_line, 0)
        self._grid.setRowStretch(line + 2, 1)  # what is left over goes below, not into the boxes
        self._grid.setColumnStretch(1, 3)  # a date with its time needs more than a layout's name
        self._grid.setColumnStretch(3, 2 if self.width() >= _NARROW else 0)
        self._parts.append(self._adder)
        self._fit()

    def _new_row(self, key: str, kind: str) -> FormRow:
        row = FormRow(key, kind, self._theme, self._page)
        box = row.box
        if isinstance(box, ReadOnlyBox):
            box.source_asked.connect(lambda: self._ask_source(key))
        else:
            box.edited.connect(lambda value: self._say_edited(key, value))  # type: ignore[attr-defined]
        for typed in (box, box.focusProxy()):
            if typed is not None:
                typed.installEventFilter(self._undo)
        row.label.menu_asked.connect(self._open_menu)
        return row

    def _new_note(self, text: "_NoteText") -> ProblemNote:
        note = ProblemNote(text.message, text.mend, self._page)
        note.mend_asked.connect(lambda: self.mend_asked.emit(text.problem))
        note.show()
        self._notes.append(note)
        self._parts.append(note)
        return note

    def _set_tab_order(self) -> None:
        stops = [stop for part in self._parts for stop in _stops(part)]
        for before, stop in pairwise(stops):
            if before.nextInFocusChain() is not stop:
                QWidget.setTabOrder(before, stop)

    def _fit(self) -> None:
        self.setFixedHeight(max(40, self.sizeHint().height()))

    # What the writer did

    def _say_edited(self, key: str, value: object) -> None:
        if not isinstance(value, str):
            self._typed_into = ""
            self.field_edited.emit(key, value)
            return
        field = self._shown.front_matter.field(key) if self._shown else None
        if key != self._typed_into or self._typed_raw != _raw(field):
            self._typed_into, self._typed_from = key, field
        self._typed_raw = None
        self.field_edited.emit(key, typed_value(key, value, self._typed_from, field))
        self._typed_raw = _raw(self._shown.front_matter.field(key)) if self._shown else ""

    def _ask_source(self, key: str) -> None:
        field = self._shown.front_matter.field(key) if self._shown else None
        self.source_asked.emit(field.line if field else 0)

    def _add_typed(self) -> None:
        key = self._adder.text().strip().rstrip(":").strip()
        self._adder.clear()
        if key:
            self.ask_for(key)

    def _open_menu(self, label: FieldLabel) -> None:
        field = self._shown.front_matter.field(label.key) if self._shown else None
        menu = QMenu(self)
        remove = QAction(self.tr("Remove the field “{key}”").format(key=label.key), menu)
        remove.setEnabled(field is not None and not (self._shown and self._shown.read_only))
        remove.triggered.connect(lambda: self.field_removed.emit(label.key))
        source = QAction(self.tr("Edit in the source"), menu)
        source.setEnabled(field is not None)
        source.triggered.connect(lambda: self._ask_source(label.key))
        menu.addActions([remove, source])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(label.mapToGlobal(label.rect().bottomLeft()))


_LABEL_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _stops(part: QWidget) -> list[QWidget]:
    """What the Tab key goes over in a part of the form."""
    if isinstance(part, ChipsBox):
        return part.stops
    stop = part.focusProxy() or part
    return [stop] if stop.focusPolicy() & Qt.FocusPolicy.TabFocus else []


def _raw(field: Field | None) -> str:
    return field.raw if field else ""
