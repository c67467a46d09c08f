"""The right column: the preview, and above it whose site it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.gui.fields.field_widgets import FlatLabel
from editor.gui.preview.plain_preview import PlainPreview
from editor.gui.preview.preview_pane import PreviewPane, create_preview
from editor.system_libraries import how_to_install, missing_for_preview


class PreviewColumn(QWidget):
    """Holds the full preview, or the plain one where the full one cannot be had."""

    replaced = Signal(str)  # the plain preview took over; why, in the writer's words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(260)
        self.preview: PreviewPane | PlainPreview
        self.preview, self.missing = create_preview()  # "" where nothing is missing
        packages = missing_for_preview() if self.missing else []
        if packages:
            self.missing += "\n" + self.tr("To install it:") + "\n" + how_to_install(packages)
        look = FlatLabel(self.tr("Article"))
        look.setObjectName("lookName")
        self._generator = FlatLabel()
        self._generator.setAccessibleName(self.tr("Site's generator"))
        bar = QWidget()
        bar.setObjectName("previewBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(look)
        row.addStretch(1)
        row.addWidget(self._generator)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(self.preview, stretch=1)
        self.preview.unusable.connect(self._replace)

    def show_generator(self, label: str) -> None:
        """Say whose Markdown the preview reads."""
        self._generator.setText(label)

    def _replace(self, reason: str) -> None:
        old, self.preview = self.preview, PlainPreview()
        self._column.replaceWidget(old, self.preview)
        old.hide()
        old.deleteLater()
        self.preview.show()
        self.missing = reason
        self.replaced.emit(reason)
