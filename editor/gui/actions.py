"""The window's commands as Qt actions, in the menus and on the toolbar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from editor.gui.theme import Theme
from editor.shortcuts import Bindings, effective, single

_TOOLBAR_HEIGHT, _TOOLBAR_MARGIN = 42, 6  # pixels
_ICON = QSize(18, 18)
_NOTATION = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True)
class Command:
    """What the writer can do, and how it is asked for."""

    name: str  # for the program: a key of `Actions.by_name`
    text: str
    keys: str = ""  # in portable notation, several separated by "; "
    icon: str = ""  # a drawing of resources/icons
    checkable: bool = False
    in_source: bool = False  # its keys mean it where the source has the focus, and nowhere else


class Actions:
    """The commands of one window, each with what it does."""

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        commands: Sequence[Command],
        run: Callable[..., object],
        source: QWidget | None = None,
    ) -> None:
        """`run` gets the name of what was asked for; of a checkable command also its state.

        `source` is the pane that commands with `in_source` have their keys in.
        """
        self.by_name: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self.defaults: dict[str, str] = {}  # the keys as the program has them
        self._keys: dict[str, str] = {}  # where they are others
        self._window = window
        self._source = source
        self._theme = theme
        self._icons: dict[str, str] = {}
        self._empty: list[tuple[QMenu, str]] = []  # menus that are not filled yet
        self._submenus: Mapping[str, tuple[str, str]] = {}
        self._space = _blank()  # as large as the icons, which are drawn later
        self._run = run
        for command in commands:
            self._add(command)

    def _add(self, command: Command) -> None:
        action = QAction(command.text, self._window)
        action.setCheckable(command.checkable)
        self.defaults[command.name] = command.keys
        self._bind(action, command.keys)
        if command.checkable:
            action.toggled.connect(partial(self._run, command.name))
        else:
            action.triggered.connect(lambda _on=False: self._run(command.name))
        self.by_name[command.name] = action
        if command.icon:
            self._icons[command.name] = command.icon
            action.setIcon(self._space)
            action.setIconVisibleInMenu(False)
        self._window.addAction(action)
        if command.in_source and self._source is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._source.addAction(action)

    def set_keys(self, chosen: Bindings) -> None:
        """Let the commands be asked for by the keys of the writer's choice."""
        for name, keys in effective(self.defaults, chosen).items():
            if self._keys.get(name, self.defaults[name]) != keys:
                self._keys[name] = keys
                self._bind(self.by_name[name], keys)

    def _bind(self, action: QAction, keys: str) -> None:
        """Give `action` its keys, and name them where it is pointed at."""
        sequences = [QKeySequence(one, _NOTATION) for one in single(keys)]
        action.setShortcuts([one for one in sequences if not one.isEmpty()])
        plain = action.text().replace("&", "").rstrip("…")
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({shown})" if shown else plain)

    def mark(self, name: str, on: bool) -> None:
        """Check a command, or no longer, without doing what it stands for."""
        with QSignalBlocker(self.by_name[name]):
            self.by_name[name].setChecked(on)

    def choice(self, names: str) -> None:
        """Of these checkable actions one is on at a time."""
        group = QActionGroup(self._window)
        for name in names.split():
            group.addAction(self.by_name[name])

    def build_menus(
        self, menus: Sequence[tuple[str, str]], submenus: Mapping[str, tuple[str, str]]
    ) -> None:
        """Name the menus in the menu bar; for the notation see `commands_menu.menus`."""
        self._submenus = submenus
        for title, names in menus:
            menu = self._window.menuBar().addMenu(title)
            menu.aboutToShow.connect(self.fill_menus)
            self._empty.append((menu, names))

    def fill_menus(self) -> None:
        """Fill the menus, unless they are; the first that is shown does so too."""
        while self._empty:
            self._fill(*self._empty.pop(0), self._submenus)

    def _fill(self, menu: QMenu, names: str, submenus: Mapping[str, tuple[str, str]]) -> None:
        for name in names.split():
            if name == "-":
                menu.addSeparator()
            elif name.startswith(">"):
                title, inside = submenus[name[1:]]
                submenu = menu.addMenu(title)
                self.submenus[name[1:]] = submenu
                self._fill(submenu, inside, submenus)
            else:
                menu.addAction(self.by_name[name])

    def build_toolbar(self, title: str, left: str, right: str) -> None:
        """The window's toolbar, with names at its left and at its right end."""
        bar = QToolBar(title, self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(_ICON)
        for name in left.split():
            if name == "-":
                bar.addSeparator()
            else:
                bar.addAction(self.by_name[name])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        for name in right.split():
            bar.addAction(self.by_name[name])
        self._window.addToolBar(bar)
        bar.ensurePolished()  # or the style would set its own margins later
        layout = bar.layout()
        if layout is not None:
            margin = _TOOLBAR_MARGIN  # the same all around: Qt takes the left one for the top
            layout.setContentsMargins(margin, margin, margin, margin)
        bar.setFixedHeight(_TOOLBAR_HEIGHT)
        self.bar = bar

    def name_buttons(self) -> None:
        """Give the toolbar's buttons their names, and have the Tab key reach them."""
        for action in self.bar.actions():
            button = self.bar.widgetForAction(action)
            if button is not None and action.text():
                button.setAccessibleName(action.text().replace("&", ""))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more = self.bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:  # shown where the window is too narrow for all of them
            more.setAccessibleName(QCoreApplication.translate("commands", "More commands"))
            more.setToolTip(more.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        self.draw_icons()

    def draw_first_icons(self) -> None:
        """Draw the icons as they look when nobody points at them; until then none is seen."""
        from editor.gui.icons import first_icon

        for name, drawing in self._icons.items():
            self.by_name[name].setIcon(first_icon(drawing, self._theme))

    def draw_icons(self) -> None:
        """Draw the icons in all states."""
        from editor.gui.icons import icon

        for name, drawing in self._icons.items():
            self.by_name[name].setIcon(icon(drawing, self._theme))


def _blank() -> QIcon:
    pixmap = QPixmap(_ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
