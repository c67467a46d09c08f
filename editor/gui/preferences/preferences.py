"""The page of preferences: one list of all settings, searched, and followed at once."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.gui.flat_label import FlatLabel
from editor.gui.preferences.boxes import box_of, show_value, switch_of
from editor.gui.preferences.catalogue import Look, Preference, sections
from editor.gui.preferences.row import Row
from editor.gui.preferences.shortcut_rows import ShortcutRows
from editor.gui.preferences.site_rows import SiteRows
from editor.settings import Settings
from editor.shortcuts import Bindings

_SIZE = QSize(860, 640)  # pixels
_NARROWEST = 720
_LIST_WIDTH = 180
_KEYS, _SITE = "keys", "site"  # sections that have no list of preferences


class Preferences(QDialog):
    """Shows the settings, and says which one the writer changed. It stops nobody."""

    changed = Signal(str, object)  # a field of `Settings`, and its value
    site_changed = Signal()

    def __init__(
        self,
        actions: Mapping[str, QAction],
        defaults: Bindings,
        commands: Sequence[tuple[str, str, str]],
        folder: Path,
        languages: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`commands` have name, text and menu; `folder` is where the program has its settings."""
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.keys = ShortcutRows(defaults, commands, self)
        self.keys.chosen.connect(lambda chosen: self.changed.emit("shortcuts", chosen))
        self.site = SiteRows(folder, languages, self)
        self.site.changed.connect(self.site_changed)
        self.site.failed.connect(self._tell)
        self._actions = actions
        self._boxes: dict[str, QWidget] = {}
        self._switches: dict[str, QCheckBox] = {}
        self._rows: dict[str, Row] = {}
        self._titles: dict[str, FlatLabel] = {}
        self._parts: dict[str, Sequence[Row]] = {}
        self._is_of_site = False
        self._build()
        self.setMinimumWidth(_NARROWEST)
        self.resize(_SIZE)

    def show_settings(self, settings: Settings) -> None:
        """Show what `settings` say."""
        for name, box in self._boxes.items():
            show_value(box, getattr(settings, name))
        for name, switch in self._switches.items():
            switch.setChecked(self._actions[name].isChecked())
        self.keys.show_chosen(settings.shortcuts)

    def show_site(self, root: Path | None) -> None:
        """Show what holds for the site at `root`, if there is one."""
        self._is_of_site = root is not None
        self.site.show_site(root)
        name = root.name if root is not None else ""
        self._titles[_SITE].setText(self.tr("This site ({name})").format(name=name))
        self._filter()

    def reveal(self, name: str) -> None:
        """Show a setting, and be ready to change it."""
        self.search.clear()
        row = self._rows.get(name) or self.site.rows.get(name)
        if row is not None:
            self._scroll_to(row)
            row.box.setFocus()

    @property
    def shown(self) -> list[Row]:
        """The rows that are not hidden by a search."""
        return [row for rows in self._parts.values() for row in rows if not row.isHidden()]

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Name and label of every setting."""
        return [(one.name, one.label) for part in sections() for one in part.preferences]

    # Building

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings and keys"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._names = QListWidget()
        self._names.setObjectName("sections")
        self._names.setAccessibleName(self.tr("Parts of the page"))
        self._names.setFixedWidth(_LIST_WIDTH)
        self._names.currentRowChanged.connect(self._go_to)
        self._problem = FlatLabel()
        self._problem.setObjectName("findProblem")
        self._problem.hide()
        self._nothing = FlatLabel(self.tr("No setting of that name"))
        self._nothing.setObjectName("hint")
        self._page = self._page_of_all()
        left = QVBoxLayout()
        left.addWidget(self._names)
        line = QHBoxLayout()
        line.addLayout(left)
        line.addWidget(self._page, stretch=1)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._problem)
        column.addLayout(line, stretch=1)
        self._filter()

    def _page_of_all(self) -> QScrollArea:
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 0, 14, 14)
        self._column.setSpacing(2)
        for section in sections():
            rows = [self._row(preference) for preference in section.preferences]
            self._add(section.name, section.title, rows)
        self._add(_SITE, "", self.site.all_rows)
        self._add(_KEYS, self.tr("Keys"), self.keys.rows)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        page.setWidget(inside)
        return page

    def _add(self, name: str, title: str, rows: Sequence[Row]) -> None:
        label = self._titles[name] = FlatLabel(title)
        label.setObjectName("sectionTitle")
        label.setIndent(0)
        self._column.addWidget(label)
        self._parts[name] = rows
        for row in rows:
            self._column.addWidget(row)
        self._names.addItem(self.tr("This site") if name == _SITE else title)

    def _row(self, preference: Preference) -> Row:
        if preference.look is Look.SWITCH:
            switch = switch_of(preference, self._actions[preference.name])
            self._switches[preference.name] = switch
            row = Row(preference.label, switch, preference.hint, is_whole=True)
        else:
            box = box_of(preference, partial(self.changed.emit, preference.name))
            self._boxes[preference.name] = box
            is_whole = preference.look is Look.TOGGLE
            row = Row(preference.label, box, preference.hint, is_whole=is_whole)
        self._rows[preference.name] = row
        return row

    # Searching

    @Slot()
    def _filter(self) -> None:
        """Leave those rows whose words are searched for, and the titles above them."""
        query = self.search.text()
        is_any = False
        for place, (name, rows) in enumerate(self._parts.items()):
            is_there = self._is_of_site or name != _SITE
            fit = [row for row in rows if is_there and row.fits(query)]
            for row in rows:
                row.setVisible(row in fit)
            self._titles[name].setVisible(bool(fit))
            self._names.item(place).setHidden(not fit)
            is_any = is_any or bool(fit)
        self._nothing.setVisible(not is_any)

    @Slot(int)
    def _go_to(self, place: int) -> None:
        if place >= 0:
            self._scroll_to(self._titles[list(self._parts)[place]])

    def _scroll_to(self, widget: QWidget) -> None:
        self._column.activate()
        self._page.verticalScrollBar().setValue(widget.y() - 4)

    @Slot(str)
    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
