"""A program that ends when its text and its preview are on the screen, and says when they were.

    python -m tests.benchmarks.started editor FILE      # the real program
    python -m tests.benchmarks.started floor PAGE       # the thinnest window

The times are those of the system's monotonic clock, so that whoever started it can compare, each
with the seconds of processor time that the process had taken by then. Nothing of Qt is imported
here before the program does it.
"""

import json
import os
import sys
import time
from importlib.abc import MetaPathFinder
from pathlib import Path


def main() -> None:
    """Run what the command line names."""
    run = {"editor": _editor, "floor": _floor}
    run[sys.argv[1]](sys.argv[2])


def _watch(application, source, window):
    """What is to be called once the page that is drawn next is the one wanted.

    Says when the source and that page were drawn, and ends the program a second later.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        text: tuple[float, float] | None = None
        page: tuple[float, float] | None = None
        is_patched = False

        def note_patched(self) -> None:
            from PySide6.QtWebEngineWidgets import QWebEngineView

            self.is_patched = True
            page = window.findChild(QWebEngineView).focusProxy()
            page.installEventFilter(self)
            page.update()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                now = time.monotonic(), time.process_time()
                if watched is source and self.text is None:
                    self.text = now
                elif watched is not source and self.is_patched and self.page is None:
                    self.page = now
                    sys.stdout.write(" ".join(map(str, (*self.text, *now))) + "\n")
                    sys.stdout.flush()
                    QTimer.singleShot(1000, application.quit)
            return False

    watch = Watch(application)
    source.installEventFilter(watch)
    return watch.note_patched


class _Hook(MetaPathFinder):
    """Has the program watched when it comes to import Qt."""

    def find_spec(self, name, _path=None, _target=None):
        if name == "editor.gui.app":
            sys.meta_path.remove(self)
            from PySide6.QtWidgets import QApplication

            run = QApplication.exec

            def execute(*_: object) -> int:
                window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "later"))
                note = _watch(QApplication.instance(), window.source.viewport(), window)
                # Once the preview is there, and before it can have shown anything.
                window.later._steps.insert(
                    1, lambda: window.preview_column.preview.patched.connect(note)
                )
                status = run()
                window.leave()
                return status

            QApplication.exec = execute


def _editor(path: str) -> None:
    sys.meta_path.insert(0, _Hook())
    from editor.__main__ import main as start

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
    floor.loaded.connect(_watch(application, floor.source.viewport(), floor))
    floor.show()
    application.exec()


if __name__ == "__main__":
    main()
