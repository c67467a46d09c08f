"""The full screen: the text alone, and afterwards every pane as it was."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

_PANES = ("show_posts", "show_outline", "show_form", "show_preview")


class FullScreen:
    """Puts the panes of a window away and brings them back. Each can be shown meanwhile."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        self._window, self._actions = window, actions
        self._shown: list[QAction] | None = None  # the panes to bring back; None: not on
        self._was_maximized = False

    @property
    def is_on(self) -> bool:
        """Whether the text is alone on the screen."""
        return self._shown is not None

    def set_on(self, on: bool) -> None:
        """Show the text alone, or everything as before."""
        if on == self.is_on:
            return
        if on:
            self._enter()
        else:
            self._leave()

    def leave(self) -> None:
        """Bring everything back, for example to note how the window looks."""
        self._actions["full_screen"].setChecked(False)

    def _enter(self) -> None:
        known = [self._actions[name] for name in _PANES if name in self._actions]
        self._shown = [action for action in known if action.isChecked()]
        for action in self._shown:
            action.setChecked(False)
        self._show_bars(on=False)
        self._was_maximized = self._window.isMaximized()
        self._window.showFullScreen()

    def _leave(self) -> None:
        shown, self._shown = self._shown or [], None
        for action in shown:
            action.setChecked(True)
        self._show_bars(on=True)
        if self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def _show_bars(self, *, on: bool) -> None:
        self._window.menuBar().setVisible(on)
        for bar in self._window.findChildren(QToolBar):
            bar.setVisible(on)
