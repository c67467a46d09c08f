"""Measures the spelling of a French post: `python -m tests.benchmarks.spelling [SIZE]`.

The post is made of words of the French dictionary, the same each time, one in thirty with a letter
too many. Told are the milliseconds to the first marks in the real window, drawn off the screen, and
the longest turn of its event loop while letters come at 30 a second, with marks and without.
"""

import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor import resources
from editor.gui.app import Program
from editor.gui.main_window import MainWindow
from editor.gui.preview.preparing import prepare_before_application
from editor.settings import Settings

_SIZE = 100_000  # characters
_KEYS = 90
_EVERY = 33  # milliseconds between keys
_PATIENCE = 60.0  # seconds
_WRONG = 30  # one word in so many


def main() -> int:
    """Measure, and say so."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else _SIZE
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = home / "post.md"
        path.write_text(post(size), encoding="utf-8")
        for is_on in (False, True):
            settings = Settings(spelling=is_on, language="en", theme="light")
            program = Program(app, settings, home / "settings.json", home / f"state-{is_on}")
            window = program.open_window()
            window.show()
            began = time.perf_counter()
            window.open_path(path)
            if is_on:
                _wait(lambda window=window: window.spelling.marks.marked)
                _say(f"first marks: {(time.perf_counter() - began) * 1000:.0f} ms after opening")
            _rest(3000)
            gap = _longest_turn(window)
            _say(f"longest turn while typing, marks {'on' if is_on else 'off'}: {gap:.0f} ms")
            window.leave()
            program.end()
    return 0


def post(size: int, seed: int = 1) -> str:
    """A French post of about `size` characters."""
    chance = random.Random(seed)
    entries = resources.path("dictionaries", "fr.dic").read_text(encoding="utf-8").splitlines()
    found = re.compile(r"[a-zéèêàâîôûç]{4,12}(?=/|\t|\s|$)")
    words = [match[0] for entry in entries if (match := found.match(entry))]
    parts, length = ["---\nlang: fr\ntitle: Un article\n---\n"], 0
    while length < size:
        sentence = chance.choices(words, k=60)
        sentence[chance.randrange(60)] += "qx"
        sentence[chance.randrange(60)] = f"x{chance.choice(words)}z"
        parts.append(" ".join(sentence) + ".\n\n")
        length += len(parts[-1])
    return "".join(parts)


def _longest_turn(window: MainWindow) -> float:
    """Milliseconds between two turns of the event loop, at most, while letters are typed."""
    turns = [time.perf_counter()]
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: turns.append(time.perf_counter()))
    beat.start()
    for number in range(_KEYS):
        QTest.keyClick(window.source, "a" if number % 7 else " ")
        _rest(_EVERY)
    beat.stop()
    return max(b - a for a, b in pairwise(turns)) * 1000


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait(is_there: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_there():
        if time.monotonic() > end:
            raise TimeoutError("no marks came")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
