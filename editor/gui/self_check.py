"""Whether the parts of the program work on this machine: said on the output, for a report or CI."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from editor.gui.library.post_library import PostLibrary
from editor.gui.main_window import MainWindow
from editor.gui.preview.preview_pane import PreviewPane
from editor.gui.worker import Worker
from editor.spelling import dictionaries
from editor.spelling.process import SpellingProcess

_PATIENCE = 60_000  # milliseconds for all
_WORDS = ("house", "hhouse")  # a right one and a wrong one


class SelfCheck(QObject):
    """Waits until preview, spelling and list of posts have shown that they work, or time is up.

    Each depends on a process of its own. Then it ends the program, with 0 where all work, else 1.
    """

    def __init__(self, window: MainWindow, say: Callable[[str], object] = print) -> None:
        super().__init__(window)
        self._say = say
        self._waiting = {"preview", "spelling", "posts"}
        self._window = window
        self._spelling = Worker(_wrong_words, self)
        self._spelling.done.connect(lambda wrong: self._note("spelling", wrong == {_WORDS[1]}))
        self._spelling.failed.connect(lambda _error: self._note("spelling", False))
        self._library = PostLibrary(None, self)
        self._library.read.connect(lambda: self._note("posts", bool(self._library.entries)))
        self._library.failed.connect(lambda: self._note("posts", False))
        QTimer.singleShot(_PATIENCE, self, self._give_up)

    @Slot()
    def begin(self) -> None:
        """Start what is not started by the window itself."""
        preview = self._window.preview
        preview.patched.connect(
            lambda _revision: self._note("preview", isinstance(preview, PreviewPane))
        )
        path = self._window.posts.current.path
        if path is None:  # none was named, or it cannot be opened
            QTimer.singleShot(0, self, lambda: self._note("posts", False))
            return
        self._library.open(path.parent)
        self._spelling.ask(None)

    def _note(self, part: str, is_fine: bool) -> None:
        if part not in self._waiting:
            return
        self._waiting.remove(part)
        self._say(f"{part}: {'works' if is_fine else 'does not work'}")
        if not is_fine:
            self._end(1)
        elif not self._waiting:
            self._end(0)

    @Slot()
    def _give_up(self) -> None:
        for part in sorted(self._waiting):
            self._say(f"{part}: does not answer")
        self._end(1)

    def _end(self, status: int) -> None:
        self._waiting.clear()
        self._spelling.stop()
        self._library.stop()
        sys.stdout.flush()
        QApplication.exit(status)


def _wrong_words(_asked: object) -> frozenset[str]:
    process = SpellingProcess()
    try:
        known = dictionaries.for_language("en", dictionaries.available())
        return process.wrong(_WORDS, known)
    finally:
        process.stop()
