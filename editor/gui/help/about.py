"""What the program is, its versions, and a report to copy."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import editor
from editor.gui.flat_label import FlatLabel
from editor.gui.icons import app_icon

_SIDE = 56  # pixels of the icon
_SIZE = (620, 340)


class About(QDialog):
    """Says what the program is; shows what a report needs, which leaves it by copying alone."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Blog Editor"))
        self.resize(*_SIZE)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Versions and settings, for a report"))
        self._copied = FlatLabel()
        self._copied.setObjectName("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._report, stretch=1)
        column.addLayout(self._buttons())

    @property
    def report(self) -> str:
        """What is copied."""
        return self._report.toPlainText()

    @Slot()
    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
        self._copied.setText(self.tr("Copied"))

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(_SIDE, _SIDE)))
        name = FlatLabel(f"Blog Editor {editor.__version__}")
        name.setObjectName("programName")
        what = FlatLabel(
            self.tr(
                "An offline editor for blogs kept as files. It changes no byte that you did not.\n"
                "Free software under the MIT licence."
            )
        )
        what.setWordWrap(True)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, stretch=1)
        return head

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("&Copy the report"))
        copy.clicked.connect(self.copy)
        close = QPushButton(self.tr("C&lose"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(self._copied)
        line.addStretch(1)
        line.addWidget(copy)
        line.addWidget(close)
        return line
