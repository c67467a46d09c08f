"""What opens the palette over a window, and does what was chosen in it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.gui.library.post_library import PostLibrary
from editor.gui.palette.choices import Choice, Kind, of_commands, of_headings, of_settings
from editor.gui.palette.command_palette import CommandPalette, PostNames
from editor.headings import headings

_RECENT_KEPT = 20
_HIDDEN = {"palette"}  # one is in it already


class Palette(QObject):
    """Opens the palette with what there is at that moment."""

    heading_chosen = Signal(int)  # the file's line
    post_chosen = Signal(Path)
    setting_chosen = Signal(str)
    recent_changed = Signal(tuple)  # names of commands, the last run first

    def __init__(
        self, actions: Mapping[str, QAction], places: Mapping[str, str], window: QWidget
    ) -> None:
        """`actions` are all that can be run; `places` tell which menu each stands in."""
        super().__init__(window)
        self._window = window
        self._actions, self._places = actions, places
        self._names = PostNames()
        self._recent: Sequence[str] = ()
        self._library: PostLibrary | None = None

    def show(
        self,
        text: str,
        settings: Sequence[tuple[str, str]],
        recent: Sequence[str],
        library: Callable[[], PostLibrary | None],
    ) -> CommandPalette:
        """Open it over the post with `text`; `library` is asked for once it is on the screen."""
        self._recent = recent
        actions = {name: one for name, one in self._actions.items() if name not in _HIDDEN}
        choices = [
            *of_commands(actions, self._places),
            *of_settings(settings),
            *of_headings(headings(text)),
        ]
        palette = CommandPalette(choices, recent, self._window)
        palette.chosen.connect(self._take)
        palette.open()
        QTimer.singleShot(0, palette, lambda: self._add_posts(palette, library()))
        return palette

    def _add_posts(self, palette: CommandPalette, library: PostLibrary | None) -> None:
        self._library = library
        if library is not None:
            palette.add_posts_of(library, self._names)

    @Slot(object)
    def _take(self, choice: Choice) -> None:
        match choice.kind:
            case Kind.COMMAND:
                others = [name for name in self._recent if name != choice.key]
                self.recent_changed.emit((str(choice.key), *others)[:_RECENT_KEPT])
                self._actions[str(choice.key)].trigger()
            case Kind.SETTING:
                self.setting_chosen.emit(str(choice.key))
            case Kind.HEADING:
                self.heading_chosen.emit(choice.key)
            case Kind.POST if self._library is not None and self._library.folder is not None:
                self.post_chosen.emit(self._library.folder / str(choice.key))
