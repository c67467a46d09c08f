"""Errors nobody expected: they never end the program. The text is kept, and a report shown."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from editor.gui.flat_label import FlatLabel

_MOST = 20  # reports shown; those after them are alike, or the first ones tell enough


class Unexpected(QObject):
    """Hears of every error that nothing catches, in whichever thread."""

    _happened = Signal(str)

    def __init__(self, flush: Callable[[], object], parent: QObject | None = None) -> None:
        """`flush` puts all unsaved texts on the disk."""
        super().__init__(parent)
        self._flush = flush
        self._reports: list[str] = []
        self._window: ReportWindow | None = None
        self._happened.connect(self._tell)

    def listen(self) -> None:
        """From now on hear of the errors of the whole process."""
        sys.excepthook = self.note
        threading.excepthook = lambda given: self.note(
            given.exc_type, given.exc_value, given.exc_traceback
        )
        sys.unraisablehook = lambda given: self.note(
            given.exc_type, given.exc_value, given.exc_traceback
        )

    def note(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """An error that nothing has caught. In any thread."""
        sys.__excepthook__(kind, error or kind(), where)
        is_bug = not issubclass(kind, (KeyboardInterrupt, SystemExit))
        if is_bug and shiboken6.isValid(self):  # not at the very end of the program
            self._happened.emit("".join(traceback.format_exception(kind, error, where)))

    @Slot(str)
    def _tell(self, report: str) -> None:
        try:
            self._flush()
        except Exception:  # told with the rest: raised here it would come back for ever
            report += "\n" + traceback.format_exc()
        report = report.replace(str(Path.home()), "~")
        if report in self._reports or len(self._reports) >= _MOST:
            return
        self._reports.append(report)
        if self._window is None:
            self._window = ReportWindow()
            self._window.finished.connect(self._forget)
        self._window.show_report("\n".join([_about_the_program(), *self._reports]))
        self._window.show()

    @Slot()
    def _forget(self) -> None:
        self._window = None


class ReportWindow(QDialog):
    """What happened, that the text is kept, and how to report it. It stops nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("An error in Blog Editor"))
        said = FlatLabel(
            self.tr(
                "Something went wrong inside Blog Editor that should not. Your text is kept, "
                "and you can go on; saving now is a good idea.\n\n"
                "To have it mended, copy this report into an issue of the project. Please look it "
                "over before: it can name your files."
            )
        )
        said.setWordWrap(True)
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(self.copy)
        go_on = QPushButton(self.tr("Go on"))
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self._report, stretch=1)
        column.addLayout(buttons)

    def sizeHint(self) -> QSize:
        """Wide enough for a line of code."""
        return QSize(720, 420)

    def show_report(self, report: str) -> None:
        """Show `report`."""
        self._report.setPlainText(report)

    @property
    def report(self) -> str:
        """What is shown."""
        return self._report.toPlainText()

    @Slot()
    def copy(self) -> None:
        """Put the report on the clipboard. It goes nowhere else."""
        QGuiApplication.clipboard().setText(self.report)


def _about_the_program() -> str:
    from editor.gui.help.report import versions

    return f"{versions()}\n"
