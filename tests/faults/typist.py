"""The real program with a writer at its keys: `python -m tests.faults.typist typing|saving POST`.

Says on its output, with the time of the system's steady clock, which word was typed or saved.
"""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.gui import app
from editor.gui.main_window import MainWindow

_PACE = 25  # milliseconds between words, without a pause


def say(what: str, number: int) -> None:
    """Tell the parent that word `number` was typed or saved, just now."""
    try:
        sys.stdout.write(f"{what} {number} {time.monotonic()}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the parent is gone: no error of the program, which would go on
        os._exit(1)


class Typist(app.Program):
    """The program, in whose first window somebody types."""

    def open_window(self) -> MainWindow:
        """Open a window, and begin to type once it shows its post."""
        window = super().open_window()
        self._number = 0
        self._keys = QTimer(self, interval=_PACE)
        self._keys.timeout.connect(lambda: self._type(window))
        self._keys.start()
        return window

    def _type(self, window: MainWindow) -> None:
        if not window.isVisible():
            return
        if self._number == 0:
            window.source.moveCursor(QTextCursor.MoveOperation.End)
            if sys.argv[1] == "saving":
                window.posts.saved.connect(self._note_saved)
        self._number += 1
        QTest.keyClicks(window.source, f"w{self._number} ")
        say("typed", self._number)
        if sys.argv[1] == "saving":
            window.actions_.by_name["save"].trigger()

    def _note_saved(self, document: object) -> None:
        say("saved", int(document.stored.text.split()[-1][1:]))  # type: ignore[attr-defined]


def main() -> int:
    """Run the program on the post."""
    app.Program = Typist  # type: ignore[misc]
    return app.run([Path(sys.argv[2])])


if __name__ == "__main__":
    sys.exit(main())
