"""Source and preview in step: the one that the writer scrolls leads, the other follows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.gui.source_pane import SourcePane

if TYPE_CHECKING:
    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane


class Scrolling(QObject):
    """Keeps the same words at the same height in both panes, and the caret's words in view.

    The preview leads where the mouse is over it, or has the focus; else the source. What follows
    says nothing back, so that one scrolling has one answer.
    """

    def __init__(self, source: SourcePane, preview: "PreviewPane | PlainPreview") -> None:
        super().__init__(source)
        self._source = source
        self._preview = preview
        source.in_view.scrolled_to.connect(self._lead_preview)
        source.caret_moved.connect(self.reveal_caret)

    def follow(self, preview: "PreviewPane | PlainPreview") -> None:
        """Go on with `preview`, which is told and listened to from now on."""
        self._preview = preview
        preview.read_source_by(self._source.lines_between)
        preview.scrolled_to.connect(self._lead_source)
        preview.word_chosen.connect(self._source.select_in_line)

    def jump(self, line: int) -> None:
        """Show the file's `line` in both panes, with the caret on it."""
        self._source.go_to_line(line)
        self._source.in_view.scroll_to(line)
        self._preview.scroll_to(line)

    @Slot()
    def reveal_caret(self) -> None:
        """Keep in view what is being written."""
        if self._source.hasFocus() and not self._preview.underMouse():
            self._preview.reveal(self._source.caret_line)

    @Slot(float)
    def _lead_preview(self, line: float) -> None:
        if not self._preview.underMouse():
            self._preview.scroll_to(line)

    @Slot(float)
    def _lead_source(self, line: float) -> None:
        if self._preview.underMouse() or self._preview.hasFocus():
            self._source.in_view.scroll_to(line)
