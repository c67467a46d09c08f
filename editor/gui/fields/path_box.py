"""A box for the path of an image or another file: typed or chosen, with a small picture of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from editor.gui.flat_label import FlatLabel
from editor.gui.icons import icon
from editor.gui.theme import Theme


class PathBox(QWidget):
    """One line with a path; beside it what lies there, below it that nothing does."""

    edited = Signal(object)  # the text, by the writer's hand alone
    file_asked = Signal()  # the writer wants to choose a file

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self._choose = QAction(icon("open", theme), self.tr("Choose a file"), self.edit)
        self._choose.setShortcut(QKeySequence("Alt+Down"))
        self._choose.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._choose.setToolTip(self.tr("Choose a file (Alt+Down)"))
        self._choose.triggered.connect(self._ask)
        self.edit.addAction(self._choose, QLineEdit.ActionPosition.TrailingPosition)
        self.edit.textEdited.connect(self._note_typed)
        self._picture = QLabel()
        self._picture.setObjectName("thumbnail")
        self._missing = FlatLabel(self.tr("There is no such file."))
        self._missing.setObjectName("missing")
        self._missing.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.edit, 0, 0)
        grid.addWidget(self._picture, 0, 1, 2, 1)
        grid.addWidget(self._missing, 1, 0)
        grid.setColumnStretch(0, 1)
        self.setFocusProxy(self.edit)
        self.show_file(is_missing=False)

    def setAccessibleName(self, name: str) -> None:
        """The name goes to where one types."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Take the icon in the theme's colour."""
        self._choose.setIcon(icon("open", theme))

    def show_value(self, shown: str) -> None:
        """Show `shown`; what is shown already keeps its cursor."""
        if shown != self.edit.text():
            self.edit.setText(shown)
            self.edit.setCursorPosition(0)
            self.show_file(is_missing=False)

    @property
    def path(self) -> str:
        """What is written."""
        return self.edit.text()

    @property
    def is_missing(self) -> bool:
        """Whether the writer is told that no such file is there."""
        return not self._missing.isHidden()

    @property
    def has_picture(self) -> bool:
        """Whether a small picture is shown."""
        return not self._picture.isHidden()

    def show_file(self, *, is_missing: bool, picture: QImage | None = None) -> None:
        """Say that nothing lies there, or show the `picture` that does, if it is one."""
        self._missing.setVisible(is_missing)
        self.edit.setAccessibleDescription(self._missing.text() if is_missing else "")
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setPixmap(QPixmap.fromImage(picture))

    def take_path(self, written: str) -> None:
        """Take the path of the file that the writer chose."""
        self.show_value(written)
        self.edited.emit(written)

    def _note_typed(self, text: str) -> None:
        self.show_file(is_missing=False)  # until it is looked for
        self.edited.emit(text)

    def _ask(self) -> None:
        if not self.edit.isReadOnly():
            self.file_asked.emit()
