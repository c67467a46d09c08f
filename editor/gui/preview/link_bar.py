"""Where a link of the article leads, below it."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget


class LinkBar(QWidget):
    """Shows where a link leads before anything opens it: one click in a post starts no program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = QUrl()
        self._address = QLineEdit(readOnly=True, frame=False)  # shows text as it is, never as HTML
        self._address.setAccessibleName(self.tr("Address of the link"))
        open_link = QPushButton(self.tr("Open"))
        open_link.clicked.connect(self._open)
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        close = QToolButton(autoRaise=True)
        close.setText("×")
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._address, 1)
        for button in (open_link, copy, close):
            row.addWidget(button)
        self.hide()

    @Slot(QUrl)
    def show_link(self, url: QUrl) -> None:
        """Show `url`, percent-encoded: no character in it can turn or hide the others."""
        self._url = url
        self._address.setText(bytes(url.toEncoded().data()).decode("ascii", "replace"))
        self._address.setCursorPosition(0)
        self.show()

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.hide()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())
        self.hide()
