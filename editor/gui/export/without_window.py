"""A PDF made by the command line: off the screen, by an application that lives for it alone.

This is the door through which `editor.__main__` lets a command that has no window use the web
engine; without its libraries, to import it raises ImportError.
"""

import os
import signal
import sys

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from editor.commands_export import NoPdfError
from editor.export.page import Paper
from editor.gui.preview.preparing import prepare_before_application

_SILENT = "--log-level=3"  # but for what ends it, Chromium speaks to developers alone


def print_page(page: str, paper: Paper) -> bytes:
    """A PDF of `page`. Raises NoPdfError."""
    app = QApplication.instance() or _application()
    from editor.gui.export.page_printer import PagePrinter

    printer = PagePrinter(page, paper)
    made: list[bytes] = []
    reasons: list[str] = []
    printer.printed.connect(made.append)
    printer.failed.connect(reasons.append)
    printer.destroyed.connect(app.quit)  # the profile is gone then too, as Chromium wants it
    app.exec()
    if not made:
        raise NoPdfError(reasons[0] if reasons else "the program was ended")
    return made[0]


def _application() -> QApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # there is nothing to see, display or not
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {_SILENT}".strip()
    qInstallMessageHandler(_say)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own handler would wait for Qt's end
    prepare_before_application()
    return QApplication(sys.argv[:1])


def _say(kind: QtMsgType, _where: object, text: str) -> None:
    """Let Qt say what ends the program, and nothing of graphics cards that are not needed."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"{text}\n")
