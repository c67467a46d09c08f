"""Qt, imported in less time than it takes by itself."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from editor.gui.quick_import import COMPILED, LIBRARY

# Imports Qt, and says how many texts were compiled for that.
START = """
import sys
from pathlib import Path
from editor.gui.quick_import import LIBRARY, import_qt

compiled = []


def note(event, arguments):
    if event == "compile" and str(arguments[1]).startswith("shibokensupport"):
        compiled.append(arguments[1])


sys.addaudithook(note)
thread = import_qt(Path(sys.argv[1]))
print(len(compiled))
"""
HAS_LIBRARY = sys.platform == "linux" and (Path(PySide6.__file__).parent / "Qt/lib").exists()


def start(cache: Path, more: str = "") -> int:
    """How many texts a program that imports Qt, and then does `more`, has to compile."""
    command = [sys.executable, "-c", START + more, str(cache)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return int(ran.stdout)


def test_what_is_compiled_at_the_first_start_is_not_compiled_again(tmp_path):
    cache = tmp_path / "made when needed"
    assert start(cache) > 5
    assert start(cache) == 0


def test_what_was_kept_does_what_was_compiled(tmp_path):
    explains = """
from PySide6.QtCore import QObject
try:
    QObject().setProperty(1, 2)
except TypeError as error:
    assert "Supported signatures" in str(error), error
"""
    start(tmp_path, explains)
    start(tmp_path, explains)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _kept: b"",
        lambda kept: kept[: len(kept) // 2],
        lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]),
        lambda kept: kept.replace(b"3.", b"2.", 1),
    ],
    ids=["empty", "cut short", "spoilt", "of another Python"],
)
def test_a_file_that_cannot_be_trusted_is_made_anew(tmp_path, damage):
    file = tmp_path / COMPILED
    first = start(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert start(tmp_path) == first
    assert start(tmp_path) == 0


def test_where_nothing_can_be_kept_qt_is_imported_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    assert start(tmp_path / "file") > 5
    assert start(tmp_path / "file") > 5


def test_the_source_of_what_is_imported_later_is_not_read(tmp_path):
    later = """
import linecache
import editor.edits
assert not [file for file in linecache.cache if file.endswith("edits.py")]
compile("a = 1", "text", "exec")  # Python's own again
"""
    start(tmp_path, later)


@pytest.mark.skipif(not HAS_LIBRARY, reason="it is read ahead on Linux, from PySide6's wheels")
def test_the_web_engine_is_read_by_another_thread_and_qt_lives_in_the_first(tmp_path):
    then = """
thread.join()
assert LIBRARY in Path("/proc/self/maps").read_text()
from PySide6.QtCore import QCoreApplication, QThread
import PySide6.QtWebEngineCore
app = QCoreApplication([])
assert app.thread() == QThread.currentThread()
"""
    start(tmp_path, then)


def test_where_the_web_engine_lies_elsewhere_nothing_is_read(tmp_path):
    elsewhere = """
from editor.gui import quick_import
assert quick_import._read_ahead(Path(sys.argv[1], LIBRARY)) is None
"""
    assert LIBRARY
    start(tmp_path, elsewhere)
