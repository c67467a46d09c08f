"""The page of preferences of one window: made when it is first asked for."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.actions import Actions
from editor.gui.palette.choices import plain
from editor.gui.preferences.catalogue import of_site, sections
from editor.gui.preferences.preferences import Preferences
from editor.settings import Settings


class OpenPreferences(QObject):
    """Shows the settings of a window, and keeps the page on the newest."""

    changed = Signal(str, object)  # a field of `Settings`, and its value
    site_changed = Signal()

    def __init__(
        self,
        actions: Actions,
        places: dict[str, str],
        folder: Path,
        languages: Callable[[], Sequence[tuple[str, str]]],
        window: QWidget,
    ) -> None:
        """`places` are the menus of the commands, `folder` that of the program's settings."""
        super().__init__(window)
        self._window = window
        self._actions, self._places = actions, places
        self._folder, self._languages = folder, languages
        self._is_made = False

    @cached_property
    def page(self) -> Preferences:
        """The page."""
        self._is_made = True
        actions = self._actions.by_name
        order = [*self._places, *(name for name in actions if name not in self._places)]
        commands = [
            (name, plain(actions[name].text()), self._places.get(name, "")) for name in order
        ]
        page = Preferences(
            actions,
            self._actions.defaults,
            commands,
            self._folder,
            self._languages(),
            self._window,
        )
        page.changed.connect(self.changed)
        page.site_changed.connect(self.site_changed)
        return page

    @staticmethod
    def labels(*, has_site: bool) -> list[tuple[str, str]]:
        """Name and label of every setting."""
        shown = [one for section in sections() for one in section.preferences]
        shown += of_site(()) if has_site else ()
        return [(one.name, one.label) for one in shown]

    def show(self, settings: Settings, root: Path | None, name: str = "") -> None:
        """Open the page, for the site at `root` too; at the setting `name`, if it is told."""
        self.page.show_settings(settings)
        self.page.show_site(root)
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()
        if name:
            self.page.reveal(name)
        else:
            self.page.search.setFocus()

    def follow(self, settings: Settings) -> None:
        """Show what became of the settings, if the page is there."""
        if self._is_made:
            self.page.show_settings(settings)
