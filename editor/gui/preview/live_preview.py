"""Keeps the preview on the newest text, rendered by the child process."""

from collections import deque
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.edits import Edit
from editor.gui.worker import Worker
from editor.render_process import RenderFailed, RenderProcess
from editor.rendering import Rendering, RenderRequest, TextMissing
from editor.site import Site

if TYPE_CHECKING:
    from subprocess import Popen

    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane

_BETWEEN_PARTS = 20  # milliseconds in which the window is drawn
_LARGE = 20_000  # characters of HTML in one patch
_RATE = 2e-3  # milliseconds for each of them that child and page take, together, at 100 kB
_AFTER_A_KEY = 400  # milliseconds: what is not in view waits until the writer pauses


@dataclass(frozen=True)
class _Change:
    """What leads to the text of `revision` from that of the one before; None: it is another."""

    revision: int
    edits: tuple[Edit, ...] | None


class LivePreview(QObject):
    """Asks for renderings and hands them to the preview; newest text wins, typing never waits."""

    failed = Signal(object)  # RenderFailed: the last good preview stays
    recovered = Signal()  # a rendering came after one that failed
    shown = Signal(object)  # the Rendering that the preview was just given
    header_found = Signal(object)  # the Header of a post that the preview is given as a whole

    def __init__(
        self,
        preview: "PreviewPane | PlainPreview",
        parent: QObject | None = None,
        child: "Popen[bytes] | None" = None,
    ) -> None:
        """`child` renders, if it was launched already."""
        super().__init__(parent)
        self._preview = preview
        self._preview.resync_needed.connect(self._start_over)
        self._process = RenderProcess(first=child)
        self._process.start()
        self._revisions = count(1)  # over all documents of the window
        self._base = -1  # the revision last rendered
        self._sent = -1  # the revision of the text that the child has
        self._newest: RenderRequest | None = None  # with its whole text
        self._changes: deque[_Change] = deque()  # not sent yet; append and pop are atomic: no lock
        self._has_failed = False
        # Until the next rendering where the last one was of a line so long that it leaves no time
        # for the keys.
        self._breath = QTimer(self, singleShot=True)
        self._breath.timeout.connect(self._ask_newest)
        self._is_asked = False  # for a rendering, during that time
        self._rest = QTimer(self, singleShot=True)  # until the next part of a long text
        self._rest.timeout.connect(self._go_on)
        self._worker = Worker(self._render, self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._fail)

    def show_text(
        self, text: str, site: Site, path: Path | None, line: int = 0, edit: Edit | None = None
    ) -> None:
        """Render `text`, the file at `path`, as the site's generator would. Returns at once.

        Of a long text, what lies around `line` comes first. `edit` is what led to `text` from the
        text shown before; None where it is another one.
        """
        revision = next(self._revisions)
        self._newest = RenderRequest(
            revision, text, site.generator, path, site.root, is_shown=True, around=line
        )
        self._ask(None if edit is None else (edit,))
        if self._rest.isActive():
            self._rest.start(_AFTER_A_KEY)

    def use(self, preview: "PreviewPane | PlainPreview") -> None:
        """Go on with another preview."""
        self._preview = preview
        self._preview.resync_needed.connect(self._start_over)
        self._start_over()

    def stop(self) -> None:
        """End the child process."""
        self._rest.stop()
        self._breath.stop()
        self._worker.stop()
        self._process.stop()

    def _ask(self, edits: tuple[Edit, ...] | None) -> None:
        assert self._newest
        self._changes.append(_Change(self._newest.revision, edits))
        if self._breath.isActive():
            self._is_asked = True
        else:
            self._worker.ask(self._newest)

    @Slot()
    def _ask_newest(self) -> None:
        if self._is_asked and self._newest is not None:
            self._is_asked = False
            self._worker.ask(self._newest)

    def _render(self, request: object) -> Rendering:
        # On the worker's thread. The base is the rendering before, also where the preview has not
        # got it yet: they reach it in this order, and one that it cannot use makes it start over.
        assert isinstance(request, RenderRequest)
        changes = []
        while self._changes and self._changes[0].revision <= request.revision:
            changes.append(self._changes.popleft())
        since, self._sent = self._sent, -1  # for as long as the child may fail
        rendering = self._sent_by_edits(request, since, changes)
        if rendering is None:
            rendering = self._process.render(request, self._base)
        self._base = self._sent = rendering.revision
        return rendering

    def _sent_by_edits(
        self, request: RenderRequest, since: int, changes: list[_Change]
    ) -> Rendering | None:
        """The rendering, without sending the whole text again; None where it must be sent."""
        edits: list[Edit] = []
        for change in changes:
            if change.edits is None:
                return None
            edits += change.edits
        try:
            small = replace(request, text=None, since=since, edits=tuple(edits))
            return self._process.render(small, self._base)
        except TextMissing:
            return None

    @Slot(object)
    def _show(self, rendering: Rendering) -> None:
        if rendering.header is not None:
            self.header_found.emit(rendering.header)
        self._preview.show_rendering(rendering)
        size = sum(len(block) for patch in rendering.patches for block in patch.html)
        if rendering.base != -1 and rendering.is_complete and size > _LARGE:
            self._breath.start(round(size * _RATE))
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self.shown.emit(rendering)
        if not rendering.is_complete and not self._rest.isActive():
            is_newest = self._newest is not None and rendering.revision == self._newest.revision
            self._rest.start(_BETWEEN_PARTS if is_newest else _AFTER_A_KEY)

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
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Ask for the same text again: for its next part, or for all of it on an empty page."""
        assert self._newest
        self._newest = replace(self._newest, revision=next(self._revisions))
        self._ask(())
