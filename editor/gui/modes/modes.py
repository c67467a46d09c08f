"""The ways to write that the settings ask for, on one source pane."""

from PySide6.QtCore import QObject, Signal

from editor.gui.modes.focus import Focus
from editor.gui.modes.typewriter import Typewriter
from editor.gui.source_pane import SourcePane
from editor.settings import Settings

_ALONE_WIDTH = 80  # characters in a row on the full screen, where the writer has not said how many


class Modes(QObject):
    """Lets the source look and move as the settings say."""

    changed = Signal(str, object)  # the writer wants another value of that setting

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source
        self._focus = Focus(source)
        self._typewriter = Typewriter(source)
        self._settings = Settings()
        self._is_alone = False

    def apply(self, settings: Settings) -> None:
        """Follow `settings`."""
        self._settings = settings
        self._source.column.set_look(settings.source_font, settings.line_height / 100)
        self._source.column.set_zoom(settings.source_zoom)
        self._set_width()
        self._focus.set_on(settings.focus_mode)
        self._typewriter.set_on(settings.typewriter)

    def set_alone(self, on: bool) -> None:
        """Whether the text is alone on the screen, where rows would be too long to read."""
        self._is_alone = on
        self._set_width()

    def ask_look(self) -> None:
        """Let the writer choose font, width and line height; each is shown at once."""
        from editor.gui.modes.text_look import TextLook

        dialog = TextLook(self._settings, self._source)
        dialog.changed.connect(self.changed)
        dialog.show()

    def _set_width(self) -> None:
        width = self._settings.source_width
        self._source.column.set_row_width(width or (_ALONE_WIDTH if self._is_alone else 0))
