"""The window's commands: their names, keys and icons, in the menus and on the toolbar."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from editor.gui.icons import icon
from editor.gui.theme import Theme


@dataclass(frozen=True)
class Command:
    """What the writer can do, and how it is asked for."""

    name: str  # for the program: a key of `Actions.by_name`
    text: str
    keys: str = ""  # in portable notation, several separated by "; "
    icon: str = ""  # a drawing of resources/icons
    checkable: bool = False


class Actions:
    """The commands of one window as Qt actions, with their menus and the toolbar."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        self.by_name: dict[str, QAction] = {}
        self._window = window
        self._theme = theme
        self._icons: dict[str, str] = {}

    def add(self, command: Command, run: Callable[..., object]) -> QAction:
        """Make the action of `command`; it calls `run`, a checkable one with its state."""
        action = QAction(command.text, self._window)
        if command.keys:
            action.setShortcuts([QKeySequence(keys) for keys in command.keys.split("; ")])
        action.setCheckable(command.checkable)
        plain = command.text.replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        if command.checkable:
            action.toggled.connect(run)
        else:
            action.triggered.connect(lambda _on=False: run())
        self.by_name[command.name] = action
        if command.icon:
            self._icons[command.name] = command.icon
            action.setIcon(icon(command.icon, self._theme))
            action.setIconVisibleInMenu(False)
        self._window.addAction(action)
        return action

    def choice(self, names: list[str]) -> None:
        """Of these checkable actions one is on at a time."""
        group = QActionGroup(self._window)
        for name in names:
            group.addAction(self.by_name[name])

    def menu(self, title: str, names: list[str], parent: QMenu | None = None) -> QMenu:
        """A menu of the actions of those names; "-" is a line between."""
        menu = parent.addMenu(title) if parent else self._window.menuBar().addMenu(title)
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self.by_name[name])
        return menu

    def toolbar(self, title: str, left: str, right: str) -> QToolBar:
        """The window's toolbar: names with spaces between, at the left and the right end."""
        bar = QToolBar(title, self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(bar.iconSize().scaled(18, 18, Qt.AspectRatioMode.KeepAspectRatio))
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
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if button is not None and action.text():
                button.setAccessibleName(action.text().replace("&", ""))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._window.addToolBar(bar)
        return bar

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        for name, drawing in self._icons.items():
            self.by_name[name].setIcon(icon(drawing, theme))
