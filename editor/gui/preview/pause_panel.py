"""What stands in the place of the page while it is off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class PausePanel(QWidget):
    """Says why the page is off, and offers it again."""

    resume_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reason = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        again = QPushButton(self.tr("Show the preview again"))
        again.setObjectName("resume")
        again.clicked.connect(self.resume_asked)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._reason)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()

    def show_reason(self, reason: str) -> None:
        """Say `reason`, in the writer's words."""
        self._reason.setText(reason)
