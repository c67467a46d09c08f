"""Keeps the preview on the newest text, rendered by the child process."""

from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.gui.plain_preview import PlainPreview
from editor.gui.preview_pane import PreviewPane
from editor.gui.worker import Worker
from editor.render_process import RenderFailed, RenderProcess
from editor.rendering import Rendering, RenderRequest
from editor.site import Site


class LivePreview(QObject):
    """Asks for renderings and hands them to the preview; newest text wins, typing never waits."""

    failed = Signal(object)  # RenderFailed: the last good preview stays
    recovered = Signal()  # a rendering came after one that failed
    shown = Signal(object)  # the Rendering that the preview was just given

    def __init__(self, preview: PreviewPane | PlainPreview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._preview.resync_needed.connect(self._start_over)
        self._process = RenderProcess()
        self._process.start()
        self._revisions = count(1)  # over all documents of the window
        self._base = -1  # the revision last rendered
        self._newest: RenderRequest | None = None
        self._has_failed = False
        self._worker = Worker(self._render, self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._fail)

    def show_text(self, text: str, site: Site, path: Path | None) -> None:
        """Render `text`, the file at `path`, as the site's generator would. Returns at once."""
        revision = next(self._revisions)
        self._newest = RenderRequest(
            revision, text, site.generator, path, site.root, is_shown=True
        )
        self._worker.ask(self._newest)

    def use(self, preview: PreviewPane | PlainPreview) -> None:
        """Go on with another preview."""
        self._preview = preview
        self._preview.resync_needed.connect(self._start_over)
        self._start_over()

    def stop(self) -> None:
        """End the child process."""
        self._worker.stop()
        self._process.stop()

    def _render(self, request: object) -> Rendering:
        # On the worker's thread. The base is the rendering before, also where the preview has not
        # got it yet: they reach it in this order, and one that it cannot use makes it start over.
        assert isinstance(request, RenderRequest)
        rendering = self._process.render(request, self._base)
        self._base = rendering.revision
        return rendering

    @Slot(object)
    def _show(self, rendering: Rendering) -> None:
        self._preview.show_rendering(rendering)
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self.shown.emit(rendering)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        if isinstance(error, RenderFailed):
            self._has_failed = True
            self.failed.emit(error)
        else:
            raise error

    @Slot()
    def _start_over(self) -> None:
        self._base = -1
        if self._newest is not None:
            self._newest = replace(self._newest, revision=next(self._revisions))
            self._worker.ask(self._newest)
