"""What the menu Help shows for one window, made when it is first asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.settings import Settings

if TYPE_CHECKING:
    from editor.gui.help.guide import Guide


class Help:
    """Shows the guide, and what the program is."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        settings: Callable[[], Settings],
        generator: Callable[[], str],
        window: QWidget,
    ) -> None:
        """`settings` and `generator`, of the site in front, are asked for when they are shown."""
        self._actions = actions
        self._settings, self._generator = settings, generator
        self._window = window

    def show_guide(self) -> None:
        """Show the guide, with the keys as they are."""
        self._guide.show_for(self._actions)

    def show_about(self) -> None:
        """Show versions, and a report to copy."""
        from editor.gui.help.about import About
        from editor.gui.help.report import report

        About(report(self._settings(), self._generator()), self._window).show()

    @cached_property
    def _guide(self) -> "Guide":
        from editor.gui.help.guide import Guide

        return Guide(self._window)
