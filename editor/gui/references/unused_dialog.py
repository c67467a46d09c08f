"""The images of a site that nothing names, in small, to be kept or put in the trash."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.fields.field_widgets import FlatLabel

THUMBNAIL = (72, 48)  # pixels at most


class UnusedDialog(QDialog):
    """Lists images; says which ones the writer wants shown, or put in the trash."""

    trash_wanted = Signal(object)  # a list of paths
    show_wanted = Signal(Path)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unusedImages")
        self.setWindowTitle(self.tr("Images that no post uses"))
        self._root = Path()
        self.says = FlatLabel()
        self.says.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setIconSize(QSize(*THUMBNAIL))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.trash_button = QPushButton(self.tr("Move to the trash"))
        self.show_button = QPushButton(self.tr("Show in its folder"))
        close = QPushButton(self.tr("Close"))
        ways = QHBoxLayout()
        ways.addWidget(self.trash_button)
        ways.addWidget(self.show_button)
        ways.addStretch(1)
        ways.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.says)
        column.addWidget(self.list, stretch=1)
        column.addLayout(ways)
        for button in (self.trash_button, self.show_button, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.finished.connect(self.closed)
        self.trash_button.clicked.connect(self._throw)
        self.show_button.clicked.connect(self._show_folder)
        self.list.itemActivated.connect(self._show_folder)
        self.list.itemSelectionChanged.connect(self._follow_selection)
        self.resize(self.sizeHint())
        self._follow_selection()

    def sizeHint(self) -> QSize:
        """Wide enough for a long path."""
        return QSize(640, 480)

    @property
    def selected(self) -> list[Path]:
        """The images that are selected."""
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def wait(self) -> None:
        """The site is being read."""
        self.list.clear()
        self.says.setText(self.tr("Reading the site…"))

    def show_images(self, root: Path, images: Sequence[tuple[Path, int]]) -> None:
        """List the images below `root`, each with its bytes; their pictures may follow."""
        self._root = root
        self.list.clear()
        blank = _framed(QImage())
        for path, size in images:
            shown = path.relative_to(root) if path.is_relative_to(root) else path
            item = QListWidgetItem(QIcon(blank), f"{shown}   {_size(size)}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.list.addItem(item)
        self.says.setText(self._told([size for _, size in images]))

    def show_picture(self, path: Path, picture: QImage) -> None:
        """Show an image in small."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == path:
                item.setIcon(QIcon(_framed(picture)))

    def drop(self, paths: Sequence[Path]) -> None:
        """`paths` are no longer there."""
        for row in reversed(range(self.list.count())):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) in paths:
                self.list.takeItem(row)

    def _told(self, sizes: Sequence[int]) -> str:
        if not sizes:
            return self.tr("Every image of the site's image folder is named somewhere in the site.")
        text = self.tr(
            "{number} images, {size} in all, are named by no post, page, layout or style of the "
            "site. Other sites may show them all the same."
        )
        if len(sizes) == 1:
            text = self.tr(
                "1 image, of {size}, is named by no post, page, layout or style of the site. "
                "Other sites may show it all the same."
            )
        return text.format(number=len(sizes), size=_size(sum(sizes)))

    @Slot()
    def _follow_selection(self) -> None:
        number = len(self.list.selectedItems())
        self.trash_button.setEnabled(number > 0)
        self.show_button.setEnabled(number == 1)

    @Slot()
    def _throw(self) -> None:
        self.trash_wanted.emit(self.selected)

    @Slot()
    def _show_folder(self) -> None:
        if self.selected:
            self.show_wanted.emit(self.selected[0])


def _framed(picture: QImage) -> QPixmap:
    """`picture` in the middle of as much room as the others have."""
    frame = QPixmap(*THUMBNAIL)
    frame.fill(Qt.GlobalColor.transparent)
    painter = QPainter(frame)
    left, top = ((THUMBNAIL[0] - picture.width()) // 2, (THUMBNAIL[1] - picture.height()) // 2)
    painter.drawImage(left, top, picture)
    painter.end()
    return frame


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 0 if size < 10_000 else 1)
