"""The front matter as a form: one row for each field, problems under the field they concern."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from editor.field_habits import Habit, Habits
from editor.field_kinds import (
    SWITCH_KEYS,
    Kind,
    in_order,
    kind_of,
    typed_value,
    usual_keys,
)
from editor.front_matter import Field
from editor.gui.fields.chips_box import ChipsBox
from editor.gui.fields.choice_box import ChoiceBox
from editor.gui.fields.field_adder import FieldAdder
from editor.gui.fields.field_widgets import ProblemNote, SharedUndo, TextBox
from editor.gui.fields.file_pictures import FoundFile
from editor.gui.fields.form_grid import FormGrid
from editor.gui.fields.form_notes import NoteText, note_texts, spelling_notes
from editor.gui.fields.form_row import FieldLabel, FormRow, Shown
from editor.gui.fields.path_box import PathBox
from editor.gui.theme import Theme
from editor.problems import PostProblem

_NARROW = 470  # pixels; below it no two fields share a row
_TALLEST = 0.45  # of the window's height, for the form
_MOST_ROWS = 150  # of a post's own fields, which take 2 ms each to build


class FrontMatterForm(QScrollArea):
    """Shows fields, and says which one the writer changed. It changes no text itself."""

    field_edited = Signal(str, object)  # key, new value
    field_removed = Signal(str)
    mend_asked = Signal(object)  # the PostProblem to mend
    source_asked = Signal(int)  # line
    file_asked = Signal(str)  # key: a file is to be chosen for it
    paths_shown = Signal(object)  # what the fields of files hold now, each a text

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
        self._grid = FormGrid(self._page)
        self._rows: dict[str, FormRow] = {}
        self._notes: list[ProblemNote] = []
        self._parts: list[QWidget] = []  # from the top, for the Tab key
        self._typed_into = ""  # the key of the box being typed into
        self._typed_from: Field | None = None  # its field when that began
        self._typed_raw: str | None = ""  # what the text now holds for it; None: it is being set
        self._plan: object = None
        self._shown: Shown | None = None
        self._habits = Habits()
        self._habit_of: dict[str, Habit] = {}
        self._problems: tuple[PostProblem, ...] = ()
        self._paths: tuple[str, ...] = ()
        self._wanted: list[str] = []
        self._refusals: dict[str, str] = {}
        self._kept_height: int | None = None
        self._adder = FieldAdder()
        self._adder.key_typed.connect(self.ask_for)
        self._adder.installEventFilter(self._undo)
        self.setWidget(self._page)
        self._page.installEventFilter(self)

    def show_post(self, shown: Shown) -> None:
        """Show the fields of a post. A box that shows its value already keeps its cursor."""
        self._shown = shown
        self._refusals.clear()
        self._refresh()

    def show_another_post(self) -> None:
        """Forget what was asked for in the post before, and what was wrong with it."""
        self._wanted.clear()
        self._typed_into = ""
        self._problems = ()

    def show_habits(self, habits: Habits) -> None:
        """Show the fields that the site's posts usually have, and offer their values."""
        if habits != self._habits:
            self._habits = habits
            self._habit_of = {habit.key: habit for habit in habits.fields}
            self._refresh()

    def show_problems(self, problems: Sequence[PostProblem]) -> None:
        """Say what is wrong with the post, with a button where one mend is sure."""
        if tuple(problems) != self._problems:
            self._problems = tuple(problems)
            self._refresh()

    def show_files(self, files: Mapping[str, FoundFile]) -> None:
        """Show what lies where the fields of files lead, by what they hold."""
        for row in self._rows.values():
            if isinstance(row.box, PathBox) and row.box.path in files:
                found = files[row.box.path]
                row.box.show_file(is_missing=found.is_missing, picture=found.picture)

    def show_refusal(self, key: str, message: str) -> None:
        """Say under a field why what was typed there is not in the text."""
        self._refusals[key] = message
        self._refresh()

    def keep_height(self, height: int) -> None:
        """Stay this high, whatever is shown, until `fit`: so that nothing below moves meanwhile."""
        self._kept_height = height
        self._fit()

    @Slot()
    def fit(self) -> None:
        """Be as high as the rows ask for, from now on."""
        self._kept_height = None
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for row in self._rows.values():
            row.set_theme(theme)

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

    @property
    def paths(self) -> tuple[str, ...]:
        """What the fields of files hold."""
        return self._paths

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
        keys = self._keys(list(fields)[:_MOST_ROWS])
        kinds = {key: self._kind(key, fields.get(key)) for key in keys}
        notes = note_texts(self._shown, keys, self._problems, self._refusals, _MOST_ROWS)
        notes += self._spelling_notes(fields, kinds)
        plan = (tuple(kinds.items()), tuple(notes), self.width() < _NARROW)
        if plan != self._plan:
            self._plan = plan
            self._build(kinds, notes)
        for key, row in self._rows.items():
            is_typed = self._is_typed(key, fields.get(key))
            row.show(fields.get(key), self._shown, is_typed=is_typed)
            habit = self._habit(key)
            row.offer(habit.values if habit else ())
            if key == self._typed_into and not is_typed:
                self._typed_into = ""
        self._set_tab_order()
        self._adder.offer(self._habits, fields)
        self._adder.setEnabled(not self._shown.read_only)
        self._say_paths()

    def _keys(self, present: list[str]) -> list[str]:
        """The keys to show, from the top. The box that the writer is in stays in any case."""
        assert self._shown is not None
        focused = [key for key, row in self._rows.items() if row.has_focus()]
        usual = self._habits.usual or usual_keys(self._shown.generator)
        form = self._shown.front_matter.format or self._habits.format
        keys = in_order([*present, *self._wanted], usual, form)
        return list(dict.fromkeys([*keys, *(key for key in focused if key == self._typed_into)]))

    def _habit(self, key: str) -> Habit | None:
        return self._habit_of.get(key) or self._habit_of.get(key.lower())

    def _kind(self, key: str, field: Field | None) -> Kind:
        """The kind of the field's box. One that is being typed into stays what it is."""
        row = self._rows.get(key)
        if row is not None and key == self._typed_into and row.has_focus():
            return row.kind
        habit = self._habit(key)
        return kind_of(key, field, habit.kind if habit else None)

    def _is_typed(self, key: str, field: Field | None) -> bool:
        """Whether the field is what the writer is just typing, which may read otherwise: `5 `."""
        is_same = self._typed_raw in (None, _raw(field))
        return key == self._typed_into and is_same and self._rows[key].has_focus()

    def _say_paths(self) -> None:
        boxes = (row.box for row in self._rows.values())
        paths = tuple(box.path for box in boxes if isinstance(box, PathBox) and box.path)
        if paths != self._paths:
            self._paths = paths
            self.paths_shown.emit(paths)

    # Notes

    def _spelling_notes(
        self, fields: Mapping[str, Field], kinds: Mapping[str, Kind]
    ) -> list[NoteText]:
        """Of names that the site mostly spells otherwise; none while one is being typed."""
        if self._shown is None or self._shown.read_only:
            return []
        notes: list[NoteText] = []
        for key, kind in kinds.items():
            habit, field = self._habit(key), fields.get(key)
            is_typed = key == self._typed_into and key in self._rows and self._rows[key].has_focus()
            if habit and field and not is_typed:
                notes += spelling_notes(field, kind, habit)
        return notes

    def _mend(self, text: NoteText) -> None:
        if text.value is None:
            self.mend_asked.emit(text.problem)
        else:
            value = list(text.value) if isinstance(text.value, tuple) else text.value
            self._typed_into = ""
            self.field_edited.emit(text.place, value)
            self.focus_field(text.place)  # the button is gone

    def _new_note(self, text: NoteText) -> ProblemNote:
        is_quiet = text.value is not None
        note = ProblemNote(text.message, text.mend, self._page, is_quiet=is_quiet)
        note.mend_asked.connect(lambda: self._mend(text))
        note.show()
        self._notes.append(note)
        return note

    # Building

    def _build(self, kinds: Mapping[str, Kind], notes: list[NoteText]) -> None:
        """Lay the rows anew; a box that stays is the same widget, focus and cursor with it."""
        for shown in self._notes:
            shown.hide()
            shown.deleteLater()
        self._notes = []
        for key in [key for key, row in self._rows.items() if kinds.get(key) != row.kind]:
            self._rows.pop(key).discard()
        self._rows = {key: self._rows.get(key) or self._new_row(key, kinds[key]) for key in kinds}
        by_place: defaultdict[str, list[QWidget]] = defaultdict(list)
        for text in sorted(notes, key=lambda text: text.place != ""):
            by_place[text.place].append(self._new_note(text))
        is_wide = self.width() >= _NARROW
        rows = list(self._rows.values())
        self._parts = self._grid.lay(rows, by_place, self._adder, is_wide=is_wide)
        self._fit()

    def _new_row(self, key: str, kind: Kind) -> FormRow:
        form = self._shown.front_matter.format if self._shown else ""
        row = FormRow(key, kind, self._theme, self._page, form)
        box = row.box
        if kind in (Kind.RAW, Kind.MAPPING):
            box.source_asked.connect(lambda: self._ask_source(key))  # type: ignore[attr-defined]
        else:
            box.edited.connect(lambda value: self._say_edited(key, value))  # type: ignore[attr-defined]
        if isinstance(box, ChoiceBox | TextBox):
            box.editingFinished.connect(self._look_at_names)
        if isinstance(box, PathBox):
            box.file_asked.connect(lambda: self.file_asked.emit(key))
        for typed in (box, box.focusProxy()):
            if typed is not None:
                typed.installEventFilter(self._undo)
        row.label.menu_asked.connect(self._open_menu)
        return row

    def _set_tab_order(self) -> None:
        stops = [stop for part in self._parts for stop in _stops(part)]
        for before, stop in pairwise(stops):
            if before.nextInFocusChain() is not stop:
                QWidget.setTabOrder(before, stop)

    def _fit(self) -> None:
        self.setFixedHeight(self._kept_height or max(40, self.sizeHint().height()))

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
        habit = self._habit(key)
        usual = habit.kind if habit else None
        form = (self._shown.front_matter.format if self._shown else "") or self._habits.format
        typed = typed_value(key, value, self._typed_from, field, usual, form or "yaml")
        self.field_edited.emit(key, typed)
        self._typed_raw = _raw(self._shown.front_matter.field(key)) if self._shown else ""

    @Slot()
    def _look_at_names(self) -> None:
        """A text has been typed: from now on it is a name that may have a usual spelling."""
        if self._typed_into:
            self._refresh()

    def _ask_source(self, key: str) -> None:
        field = self._shown.front_matter.field(key) if self._shown else None
        self.source_asked.emit(field.line if field else 0)

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


def _stops(part: QWidget) -> list[QWidget]:
    """What the Tab key goes over in a part of the form."""
    if isinstance(part, ChipsBox):
        return part.stops
    stop = part.focusProxy() or part
    return [stop] if stop.focusPolicy() & Qt.FocusPolicy.TabFocus else []


def _raw(field: Field | None) -> str:
    return field.raw if field else ""
