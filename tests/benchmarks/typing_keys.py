"""Measures what the source pane's keys take: `python -m tests.benchmarks.typing_keys`.

A letter, Enter in a list, a pair of brackets, Tab in a table, and a letter at a hundred carets, in
the middle of posts of 6 kB, 100 kB and 1 MB; no window and no preview around.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor import files
from editor.gui.posts.document import Document
from editor.gui.source_pane import SourcePane
from editor.gui.theme import LIGHT
from tests.benchmarks import documents

_SIZES = (6_000, 100_000, 1_000_000)  # characters
_KEYS = 40
_CARETS = 100
_TEXTS = {  # what stands in the middle, and the keys pressed behind it
    "a letter": ("words", "a"),
    "Enter in a list": ("1. one\n2. two\n3. three", Qt.Key.Key_Return),
    "a bracket": ("words ", "("),
    "Tab in a table": ("| a | b |\n| - | - |\n| c | d", Qt.Key.Key_Tab),
}


def main() -> int:
    """Measure, and say so."""
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        for size in _SIZES:
            text = documents.post(size)
            for what, (middle, key) in _TEXTS.items():
                pane, start = _pane(app, Path(folder), text, middle)
                _say(size, what, _press(pane, key, start))
            pane, start = _pane(app, Path(folder), text, "x\n" * _CARETS)
            corner = QTextCursor(pane.document())
            corner.setPosition(start - 2 * _CARETS)
            last = QTextCursor(pane.document())
            last.setPosition(start - 2)
            pane.carets.select_block(corner, last)
            _say(size, f"a letter at {_CARETS} carets", _press(pane, "a", None))
    return 0


def _pane(app: QApplication, folder: Path, text: str, middle: str) -> tuple[SourcePane, int]:
    half = text.find("\n\n", len(text) // 2) + 2
    path = folder / "post.md"
    path.write_text(f"{text[:half]}{middle}\n\n{text[half:]}", encoding="utf-8")
    pane = SourcePane(LIGHT)
    pane.resize(700, 800)
    pane.show()
    pane.show_document(Document(files.read(path), folder))
    app.processEvents()
    return pane, half + len(middle)


def _press(pane: SourcePane, key: str | Qt.Key, start: int | None) -> list[float]:
    times = []
    for _ in range(_KEYS):
        if start is not None:
            pane.select(start, start)
        QApplication.processEvents()
        began = time.perf_counter()
        QTest.keyClick(pane, key)
        times.append((time.perf_counter() - began) * 1000)
        if start is not None:
            pane.undo()
    pane.deleteLater()
    return times


def _say(size: int, what: str, times: list[float]) -> None:
    median, worst = statistics.median(times), max(times[1:])
    sys.stdout.write(f"{size:9,} {what:24} median {median:6.2f} ms, worst {worst:6.2f} ms\n")


if __name__ == "__main__":
    sys.exit(main())
