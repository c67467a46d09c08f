"""What a post was at the last commit, beside what it is now."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.gui.posts.compare_view import CompareView
from editor.gui.posts.texts_dialog import Comparison


class ChangesDialog(QDialog):
    """Shows the two texts; says when the writer wants the committed one back."""

    restore_wanted = Signal()

    def __init__(self, title: str, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.view = CompareView()
        self.view.show_texts(comparison.titles, comparison.texts)
        self.restore_button = QPushButton(self.tr("Bring the committed text back"))
        self.restore_button.setAutoDefault(False)
        self.restore_button.setEnabled(comparison.texts[0] != comparison.texts[1])
        self.restore_button.clicked.connect(self.restore_wanted)
        self.restore_button.clicked.connect(self.close)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(self.restore_button)
        ways.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.view, stretch=1)
        column.addLayout(ways)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Wide enough for two texts side by side."""
        return QSize(860, 560)
