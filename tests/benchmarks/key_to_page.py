"""Milliseconds from a key press to the page drawn anew, in the program, beside the floor's.

    python -m tests.benchmarks.key_to_page [--keys N] [--sizes 6000 …] [--file FILE] [--notes]
        [--one-line]

Types in the middle of posts in the real window, and in the thinnest window that could do the work
(`floor`), one after the other; then at 30 keys a second, watching the source pane's repaints and
the order of the letters. Nothing is saved.
"""

import argparse
import math
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from editor.generators import GENERATORS
from editor.gui.app import Program
from editor.gui.preview.preparing import prepare_before_application
from editor.post import Post
from editor.rendering import RenderRequest
from editor.rendering.renderer import Renderer
from editor.settings import Settings
from tests.benchmarks import documents
from tests.benchmarks.floor import Floor

_PATIENCE = 5_000  # milliseconds
_PACE = 33  # milliseconds from key to key at 30 keys a second
_SLOW_KEYS, _SLOW_PACE = 20, 0.25  # seconds
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> int:
    """Measure, and print two lines for each post."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--file", type=Path, help="measure this post alone")
    parser.add_argument("--sizes", type=int, nargs="*", default=[6_000, 100_000, 1_000_000])
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--notes", action="store_true", help="with footnotes and contents")
    parser.add_argument("--one-line", action="store_true", help="each post is one long line")
    parser.add_argument("--generator", choices=GENERATORS, default="jekyll")
    options = parser.parse_args()
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        # What it types is not to be offered to whoever opens the program next.
        program = Program(app, Settings(), Path(os.devnull) / "none", Path(folder) / "state")
        if options.file:
            _measure(program, options.file, options.keys, options.generator)
        else:
            for size in options.sizes:
                path = _site(Path(folder), options.generator) / f"2020-01-01-{size}.md"
                text = documents.post(size, notes=options.notes)
                if options.one_line:
                    text = _one_line(size)
                path.write_text(text, encoding="utf-8")
                _measure(program, path, options.keys, options.generator)
    return 0


def _site(folder: Path, generator: str) -> Path:
    """A folder in which posts are for `generator`."""
    marks = {"jekyll": "_config.yml", "hugo": "hugo.toml", "pelican": "pelicanconf.py"}
    site = folder / generator
    site.mkdir(exist_ok=True)
    if generator in marks:
        (site / marks[generator]).touch()
    return site


def _one_line(size: int) -> str:
    """A post whose middle is one line of about `size` characters."""
    words = "some *words* and others, " * (size // 25)
    return f"---\ntitle: A long line\n---\n\nBefore.\n\n{words}\n\nAfter.\n\nAfter that.\n"


def _measure(program: Program, path: Path, keys: int, generator: str) -> None:
    text = path.read_text(encoding="utf-8")
    floor, floor_gap = _measure_floor(text, keys, generator)
    window = program.open_window()
    window.resize(1440, 900)
    window.show()
    state = {"complete": True}
    window.live.shown.connect(lambda rendering: state.update(complete=rendering.is_complete))
    started = time.perf_counter()
    window.open_path(path)
    wait_for(window.preview.patched)
    opened = (time.perf_counter() - started) * 1000
    window.source.go_to_line(window.source.blockCount() // 2)
    view = window.preview.findChild(QWebEngineView)
    early = _press(window.source, window.preview.patched, view, keys // 4)
    while not state["complete"]:
        wait_for(window.live.shown)
    _process_until(time.perf_counter() + 1)  # colours, words, the form
    ours = _press(window.source, window.preview.patched, view, keys)
    slow = _press(window.source, window.preview.patched, view, _SLOW_KEYS, _SLOW_PACE)
    gap, in_order = _type_fast(window.source)
    window.leave()
    _say(f"{len(text)} characters, {keys} keys, ms: floor {floor.words}; ours {ours.words}")
    _say(
        f"    ratio {ours.median / floor.median:.1f} (median) {ours.p95 / floor.p95:.1f} (p95); "
        f"opened to first page {opened:.0f}, typing at once {early.words}; "
        f"at 4 keys/s {slow.words}; "
        f"at 30 keys/s: worst gap between repaints {gap:.0f} "
        f"(floor {floor_gap:.0f}), "
        f"{'every letter in its place' if in_order else 'LETTERS LOST OR OUT OF ORDER'}"
    )


class _Times:
    def __init__(self, times: list[float]) -> None:
        self.median = statistics.median(times)
        self.p95 = sorted(times)[int(len(times) * 0.95)]
        self.words = f"median {self.median:.1f} p95 {self.p95:.1f} worst {max(times):.1f}"


def _measure_floor(text: str, keys: int, generator: str) -> tuple[_Times, float]:
    """Its times, and the worst gap between repaints at 30 keys a second."""
    rendering = Renderer().render(RenderRequest(0, Post.parse(text).body, generator), base=-1)
    floor = Floor(text, list(rendering.html))
    floor.show()
    wait_for(floor.loaded)
    block = floor.source.document().findBlockByNumber(floor.source.blockCount() // 2)
    cursor = floor.source.textCursor()
    cursor.setPosition(block.position())
    floor.source.setTextCursor(cursor)
    floor.source.setFocus()
    times = _press(floor.source, floor.patched, floor.view, keys)
    gap, _in_order = _type_fast(floor.source)
    floor.close()
    floor.deleteLater()
    return times, gap


def _press(
    source: QPlainTextEdit, patched: Signal, view: QWebEngineView, keys: int, pace: float = 0.0
) -> _Times:
    """Press `keys` keys, each when the page has drawn the one before, and `pace` seconds after it.

    At a slow pace what waits for a pause of the keys comes between them.
    """
    times = []
    for number in range(keys):
        started = time.perf_counter()
        drawn = _Repaints(view.focusProxy())
        QTest.keyClick(source, Qt.Key(Qt.Key.Key_A.value + number % 26))
        wait_for(patched)
        drawn.wait_for_one()  # the page may be drawn before it has answered
        times.append((time.perf_counter() - started) * 1000)
        _process_until(started + pace)
    return _Times(times)


def _type_fast(source: QPlainTextEdit) -> tuple[float, bool]:
    """Type the alphabet three times at 30 keys a second.

    Gives the longest time between two repaints, in ms, and whether each letter is in its place.
    """
    watch = _Repaints(source.viewport())
    typed = _LETTERS * 3
    start = source.textCursor().position()
    for letter in typed:
        due = time.perf_counter() + _PACE / 1000
        QTest.keyClick(source, letter)
        _process_until(due)
    watch.stop()
    cursor = source.textCursor()
    cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
    return watch.worst_gap, cursor.selectedText() == typed


class _Repaints(QObject):
    """Watches when a widget is drawn."""

    drawn = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._times: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._times.append(time.perf_counter())
            self.drawn.emit()
        return False

    def wait_for_one(self) -> None:
        """Wait until the widget has been drawn, and watch no longer."""
        if not self._times:
            wait_for(self.drawn)
        self.stop()

    def stop(self) -> None:
        self._widget.removeEventFilter(self)

    @property
    def worst_gap(self) -> float:
        pairs = zip(self._times, self._times[1:], strict=False)
        return max(((later - earlier) * 1000 for earlier, later in pairs), default=math.inf)


def _process_until(due: float) -> None:
    while (left := due - time.perf_counter()) > 0:
        loop = QEventLoop()
        pause = QTimer(loop, singleShot=True, interval=max(1, int(left * 1000)))
        pause.setTimerType(Qt.TimerType.PreciseTimer)
        pause.timeout.connect(loop.quit)
        pause.start()
        loop.exec()


def wait_for(signal: Signal) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
