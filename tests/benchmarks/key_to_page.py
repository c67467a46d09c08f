"""Milliseconds from a key press to the patched page, measured inside the program.

    python -m tests.benchmarks.key_to_page [FILE] [--keys N]

Opens FILE (by default the interview) in the real window, types in the middle of it, and prints the
median, the 95th percentile and the worst. The file is not saved.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.app import Program
from editor.gui.preview_pane import prepare_before_application
from editor.settings import Settings
from tests.conftest import SAMPLES

_PATIENCE = 30_000  # milliseconds


def main() -> int:
    """Measure, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    default = next(SAMPLES.glob("2009-06-24-*.md"))
    parser.add_argument("file", nargs="?", type=Path, default=default)
    parser.add_argument("--keys", type=int, default=200)
    options = parser.parse_args()
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    program = Program(app, Settings(), Path(os.devnull) / "none")
    window = program.open_window()
    window.resize(1440, 900)
    window.show()
    started = time.perf_counter()
    window.open_path(options.file)
    _wait_for(window.preview.patched)
    opened = (time.perf_counter() - started) * 1000
    window.source.go_to_line(window.source.blockCount() // 2)
    times = []
    for number in range(options.keys):
        started = time.perf_counter()
        QTest.keyClick(window.source, Qt.Key(Qt.Key.Key_A.value + number % 26))
        _wait_for(window.preview.patched)
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    size = options.file.stat().st_size
    sys.stdout.write(
        f"{options.file.name}: {size} bytes, {len(times)} keys: "
        f"median {statistics.median(times):.1f} "
        f"ms, p95 {p95:.1f} ms, worst {times[-1]:.1f} ms; opened to first page {opened:.0f} ms\n"
    )
    window.leave()
    return 0


def _wait_for(signal) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


if __name__ == "__main__":
    sys.exit(main())
