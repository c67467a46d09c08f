"""A box for fields within a field: shown to be read, and changed in the source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from editor.field_outline import outline
from editor.gui.flat_label import FlatLabel

_MOST_LINES = 8
_INDENT = 14  # pixels for each step inwards


class MappingBox(QFrame):
    """A mapping or a list of mappings, a line for each field in it."""

    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapping")
        self._shown: object = None
        self._labels: list[FlatLabel] = []
        self._button = QToolButton()
        self._button.setText(self.tr("Edit in the source"))
        self._button.setObjectName("link")
        self._button.clicked.connect(self.source_asked)
        self.setFocusProxy(self._button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(9, 6, 9, 5)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._button, 0, 0, 1, 2)

    def setAccessibleName(self, name: str) -> None:
        """The name goes to what takes the focus."""
        super().setAccessibleName(name)
        self._button.setAccessibleName(f"{name}: {self._button.text()}")

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The names and texts shown."""
        texts = [label.text() for label in self._labels]
        return list(zip(texts[::2], texts[1::2], strict=True))

    def show_value(self, value: object) -> None:
        """Show what `value` holds, at most a few lines of it."""
        if self._labels and value == self._shown:
            return
        self._shown = value
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        lines, is_all = outline(value, _MOST_LINES)
        texts = [(line.depth, line.name, line.text) for line in lines]
        if not is_all:
            texts.append((0, "…", ""))
        self._labels = []
        self._grid.removeWidget(self._button)
        for row, (depth, name, text) in enumerate(texts):
            self._add(row, depth, name, text)
        self._grid.addWidget(self._button, len(texts), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        said = "; ".join(f"{name} {text}".strip() for _depth, name, text in texts)
        self._button.setAccessibleDescription(said)
        self.updateGeometry()

    def _add(self, row: int, depth: int, name: str, text: str) -> None:
        key, value = FlatLabel(name, self), FlatLabel(text, self)
        key.setObjectName("mappingKey")
        key.setContentsMargins(depth * _INDENT, 0, 0, 0)
        value.setWordWrap(True)
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        key.show()
        value.show()
        self._labels += [key, value]
