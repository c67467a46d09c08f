"""The graphics card, tried in a process of its own before the window is drawn by it."""

import contextlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot, qVersion

from editor import child_processes
from editor.composition import (
    Verdict,
    cards,
    is_for_the_processor,
    is_real,
    recall,
    remember,
)
from editor.gui.worker import Worker

_PATIENCE = 5.0  # seconds for the trial
_GL_RENDERER = 0x1F01


class GraphicsCard(QObject):
    """Says whether the processor draws the window, and finds out about the card meanwhile."""

    def __init__(self, state: Path) -> None:
        """`state` is the folder that keeps what an earlier run found out."""
        super().__init__()
        self._file = state / "graphics.json"
        self._note = recall(self._file, cards(), qVersion())
        if self._note.verdict is Verdict.IN_USE:  # that run never got to its preview
            self._keep(Verdict.FAILS)
        self.is_left_out = is_for_the_processor(self._note)
        if self._note.cards and not self.is_left_out:
            remember(self._file, replace(self._note, verdict=Verdict.IN_USE))
        self._worker = Worker(_try, self)
        self._worker.done.connect(self._keep)

    @Slot()
    def note_preview(self) -> None:
        """The preview is on the screen: what draws it works; a card that is unknown is tried."""
        if self._note.cards and not self.is_left_out:
            self._keep(Verdict.WORKS)
        elif self._note.cards and self._note.verdict is Verdict.UNKNOWN:
            self._worker.ask(self._note)

    def stop(self) -> None:
        """Let a trial under way finish."""
        self._worker.stop()

    @Slot(object)
    def _keep(self, verdict: Verdict) -> None:
        self._note = replace(self._note, verdict=verdict)
        remember(self._file, self._note)


def _try(_note: object) -> Verdict:
    """Ask a process of its own to draw by the card; it may hang or die."""
    command = child_processes.command(__name__)
    renderer = b""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        answer = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)
        renderer = answer.stdout
    return Verdict.WORKS if is_real(renderer.decode("utf-8", "replace")) else Verdict.FAILS


def main() -> None:
    """Print what OpenGL draws with, as it names itself; nothing where it does not start."""
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

    _application = QGuiApplication(sys.argv[:1])
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if context.create() and context.makeCurrent(surface):
        sys.stdout.write(str(context.functions().glGetString(_GL_RENDERER)))
