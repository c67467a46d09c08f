"""The bar below the source in which one says what an image shows, before it stands in the post."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor.gui.fields.flow_layout import FlowLayout
from editor.gui.flat_label import FlatLabel

THUMBNAIL = (96, 72)  # pixels at most
_WIDTHS = (1600, 1200, 800, 400)  # pixels, offered where the image is wider
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ImageBar(QFrame):
    """Shows the image that is to be put in, and says how the writer wants it."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageBar")
        self._picture = QLabel()
        self._picture.setFixedSize(*THUMBNAIL)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("The image"))
        self.alt_box = QLineEdit()
        self.alt_box.setPlaceholderText(
            self.tr("What the image shows, for those who do not see it")
        )
        self.alt_box.setAccessibleName(self.tr("Alternative text"))
        self.alt_box.installEventFilter(self)
        self.width_box = QComboBox()
        self.width_box.setAccessibleName(self.tr("Width of the image"))
        self.metadata_box = QCheckBox(self.tr("Remove place and camera (EXIF)"))
        self.metadata_box.setChecked(True)
        self.goes_to = FlatLabel()
        self.goes_to.setObjectName("findCount")
        self.goes_to.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.goes_to.setSizePolicy(policy)
        self.insert_button = _button(self.tr("Insert"), self.tr("Put the image in (Enter)"))
        self.cancel_button = _button(self.tr("Cancel"), self.tr("Leave the image out (Esc)"))
        self._lay_out()
        self.insert_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self.refused)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 8, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        choices, ways = QWidget(), QHBoxLayout()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        choices.setSizePolicy(policy)
        flow = FlowLayout(choices, gap=10, margin=0)
        flow.addWidget(self.width_box)
        flow.addWidget(self.metadata_box)
        ways.addStretch(1)
        ways.addWidget(self.cancel_button)
        ways.addWidget(self.insert_button)
        grid.addWidget(self._picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.alt_box, 0, 1)
        grid.addWidget(choices, 1, 1)
        grid.addWidget(self.goes_to, 2, 1)
        grid.addLayout(ways, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    @property
    def alt(self) -> str:
        """The alternative text, "" for none."""
        return self.alt_box.text()

    @property
    def width_wanted(self) -> int:
        """How many pixels wide the image is to be at most; 0 as it is."""
        return int(self.width_box.currentData() or 0)

    @property
    def drops_metadata(self) -> bool:
        """Whether what a camera wrote into it is to be left out."""
        return self.metadata_box.isChecked()

    def wait_for(self, alt: str) -> None:
        """An image is being read; `alt` is what it may show."""
        self._picture.clear()
        self.alt_box.setText(alt)
        self.alt_box.selectAll()
        self.goes_to.setText(self.tr("Reading the image…"))
        self.insert_button.setEnabled(False)
        self.width_box.setVisible(False)
        self.metadata_box.setVisible(False)
        self.show()
        self.alt_box.setFocus()

    def show_image(
        self, picture: QImage | None, size: tuple[int, int], goes_to: str, *, is_kept: bool
    ) -> None:
        """Offer the image to be put in. `is_kept`: its file stays as it is."""
        if picture is not None:
            self._picture.setPixmap(QPixmap.fromImage(picture))
        self.goes_to.setText(goes_to)
        self._offer_widths(*size)
        self.width_box.setVisible(not is_kept and size[0] > 0)
        self.metadata_box.setVisible(not is_kept)
        self.insert_button.setEnabled(True)

    def _offer_widths(self, width: int, height: int) -> None:
        chosen = self.width_wanted
        self.width_box.clear()
        numbers = QLocale()
        whole = self.tr("As it is: {width} × {height}")
        whole = whole.format(width=numbers.toString(width), height=numbers.toString(height))
        self.width_box.addItem(whole, 0)
        for offered in _WIDTHS:
            if offered < width:
                text = self.tr("{width} pixels wide").format(width=numbers.toString(offered))
                self.width_box.addItem(text, offered)
        self.width_box.setCurrentIndex(max(0, self.width_box.findData(chosen)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the text puts the image in."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        is_enter = is_key and isinstance(event, QKeyEvent) and event.key() in _ENTER
        if watched is self.alt_box and is_enter:
            self._accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the image out."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _accept(self) -> None:
        if self.insert_button.isEnabled():
            self.insert_button.setEnabled(False)  # until the next
            self.accepted.emit()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("word")
    button.setText(text)
    button.setToolTip(tip)
    return button
