"""A program that ends when its text and its preview are on the screen, and says when they were.

    python -m tests.benchmarks.started editor FILE      # the real program
    python -m tests.benchmarks.started floor PAGE       # the thinnest window

The times are those of the system's monotonic clock, so that whoever started it can compare.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer


def main() -> None:
    """Run what the command line names."""
    run = {"editor": _editor, "floor": _floor}
    run[sys.argv[1]](sys.argv[2])


class _Watch(QObject):
    """Notes when the source and the page are drawn, and ends the program a second later."""

    def __init__(self, application, source, window) -> None:
        super().__init__()
        self._application = application
        self._source, self._window = source, window
        self._text: float | None = None
        self._page: float | None = None
        self._is_patched = False
        source.installEventFilter(self)

    def note_patched(self) -> None:
        """From now on, the page that is drawn is the one wanted."""
        from PySide6.QtWebEngineWidgets import QWebEngineView

        self._is_patched = True
        page = self._window.findChild(QWebEngineView).focusProxy()
        page.installEventFilter(self)
        page.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            now = time.monotonic()
            if watched is self._source and self._text is None:
                self._text = now
            elif watched is not self._source and self._is_patched and self._page is None:
                self._page = now
                sys.stdout.write(f"{self._text} {now}\n")
                sys.stdout.flush()
                QTimer.singleShot(1000, self._application.quit)
        return False


def _editor(path: str) -> None:
    from PySide6.QtWidgets import QApplication

    from editor.__main__ import main as start

    def execute(*_: object) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "source"))
        watch = _Watch(QApplication.instance(), window.source.viewport(), window.preview)
        window.preview.patched.connect(watch.note_patched)
        status = run()
        window.leave()
        return status

    run, QApplication.exec = QApplication.exec, execute
    start([path])


def _floor(path: str) -> None:
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox")
    from tests.benchmarks.floor import Floor  # QtWebEngine, before the application

    application = QApplication(sys.argv[:1])

    text, blocks = json.loads(Path(path).read_text(encoding="utf-8"))
    floor = Floor(text, blocks)
    watch = _Watch(application, floor.source.viewport(), floor)
    floor.loaded.connect(watch.note_patched)
    floor.show()
    application.exec()


if __name__ == "__main__":
    main()
