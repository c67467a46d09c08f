"""The web engine's library, read ahead of its import."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from editor.gui.preview import preloading

IN_A_PROCESS = """
from pathlib import Path
from editor.gui.preview.preloading import LIBRARY, preload
is_there = lambda: LIBRARY in Path("/proc/self/maps").read_text()
assert not is_there()
preload().join()
assert is_there()
from PySide6.QtCore import QCoreApplication, QThread
import PySide6.QtWebEngineCore
app = QCoreApplication([])
assert app.thread() == QThread.currentThread()
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not (Path(PySide6.__file__).parent / "Qt/lib").exists(),
    reason="the library is read ahead on Linux, from PySide6's wheels",
)
def test_the_library_is_read_by_another_thread_and_qt_lives_in_the_first():
    done = subprocess.run([sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_where_the_library_lies_elsewhere_nothing_is_read(monkeypatch):
    monkeypatch.setattr(preloading, "LIBRARY", "not-there.so")
    assert preloading.preload() is None
