"""What a window shows itself by: its settings, its colours, and the place it had on the screen."""

import base64
from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter

from editor.gui.actions import Actions
from editor.gui.library import posts_column
from editor.gui.theme import Theme
from editor.settings import Settings

_ZOOM_STEP = 0.1  # of the preview, for one point of the source
_FIRST_SIZE = (1280, 800)  # pixels, like all sizes here
_FIRST_COLUMNS = (posts_column.WIDTH, 600, 580)


class WindowState(QObject):
    """The settings that one window follows. It changes none itself: it says which are wanted."""

    asked = Signal(object)  # the Settings as they are to be

    def __init__(self, settings: Settings, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self.theme = theme

    def change(self, **changes: object) -> None:
        """Ask for settings that differ in `changes`."""
        self.asked.emit(replace(self.settings, **changes))  # type: ignore[arg-type]

    def choose(self, setting: str, value: str, on: bool) -> None:
        """Ask for `value`, where it is what comes on."""
        if on:
            self.change(**{setting: value})

    def toggle_theme(self) -> None:
        """Ask for the light colours instead of the dark ones, or the other way round."""
        self.change(theme=self.theme.opposite)

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Ask for larger text, or smaller where `steps` is below 0; at 0 for the usual size."""
        zoom = 0 if steps == 0 else self.settings.source_zoom + steps
        zoom = max(-4, min(zoom, 20))
        self.change(source_zoom=zoom, preview_zoom=round(1 + zoom * _ZOOM_STEP, 2))


def restore_place(window: QMainWindow, columns: QSplitter, settings: Settings) -> None:
    """Give a window and its columns the sizes they had last."""
    window.resize(*_FIRST_SIZE)
    if settings.window:
        window.restoreGeometry(QByteArray(base64.b64decode(settings.window)))
    sizes = settings.columns if len(settings.columns) == 3 else _FIRST_COLUMNS
    columns.setSizes(list(sizes))


def place_of(window: QMainWindow, columns: QSplitter) -> dict[str, object]:
    """The settings that `restore_place` reads."""
    return {
        "window": base64.b64encode(window.saveGeometry().data()).decode("ascii"),
        "columns": tuple(columns.sizes()),
    }


def mark_shown(actions: Actions, settings: Settings) -> None:
    """Mark the panes that are shown at the start."""
    actions.mark("show_form", settings.form_shown)
    actions.mark("show_preview", settings.preview_shown)
    actions.mark("show_head", not settings.front_matter_folded)
    actions.mark("show_outline", settings.outline_shown)


def mark_choices(actions: Actions, settings: Settings) -> None:
    """Mark in the menus what is chosen there."""
    for setting in ("theme", "language"):
        name = f"{setting}:{getattr(settings, setting)}"
        if name in actions.by_name:  # the file of the settings may name what is none
            actions.mark(name, True)
    actions.mark("focus_mode", settings.focus_mode)
    actions.mark("typewriter", settings.typewriter)
    actions.mark("spelling", settings.spelling)
    actions.mark("typography_typing", settings.typography)
