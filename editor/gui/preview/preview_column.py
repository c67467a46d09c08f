"""The right column: the preview, and above it whose site it shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.gui.flat_label import FlatLabel
from editor.gui.preview.paper import PAPER, BlankPaper

if TYPE_CHECKING:
    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane


class PreviewColumn(QWidget):
    """Holds the full preview, or the plain one where the full one cannot be had.

    Until `build` is called it holds blank paper, which looks the same and takes no time.
    """

    replaced = Signal(str)  # the plain preview took over; why, in the writer's words

    def __init__(self, parent: QWidget | None = None, paper: str = PAPER[False, False]) -> None:
        """`paper` is the colour of the page."""
        super().__init__(parent)
        self.setMinimumWidth(260)
        self.preview: PreviewPane | PlainPreview
        self.missing = ""  # what the full preview lacks, in words
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
        self._shown: QWidget = BlankPaper(paper=paper)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(self._shown, stretch=1)

    def build(self) -> None:
        """Make the preview; from now on `preview` is there."""
        from editor.gui.preview.preview_pane import create_preview
        from editor.system_libraries import how_to_install, missing_for_preview

        self.preview, self.missing = create_preview()
        packages = missing_for_preview() if self.missing else []
        if packages:
            self.missing += "\n" + self.tr("To install it:") + "\n" + how_to_install(packages)
        self._put(self.preview)
        self.preview.unusable.connect(self._replace)

    def start(self) -> None:
        """Load the page now, where there is one to be seen."""
        from editor.gui.preview.preview_pane import PreviewPane

        if isinstance(self.preview, PreviewPane):
            self.preview.start()

    def show_generator(self, label: str) -> None:
        """Say whose Markdown the preview reads."""
        self._generator.setText(label)

    def _put(self, widget: QWidget) -> None:
        old, self._shown = self._shown, widget
        self._column.replaceWidget(old, widget)
        old.hide()
        old.deleteLater()
        widget.show()

    def _replace(self, reason: str) -> None:
        from editor.gui.preview.plain_preview import PlainPreview

        self.preview = PlainPreview()
        self._put(self.preview)
        self.missing = reason
        self.replaced.emit(reason)
