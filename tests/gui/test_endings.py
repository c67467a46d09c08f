"""The program keeps its texts when it ends by itself; for signals see tests/faults."""

import subprocess
import sys

from editor.gui.endings import Endings

_PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.gui.endings import Endings
app = QApplication(["program"])
endings = Endings(app, lambda: print("kept", flush=True))
endings.listen()
QTimer.singleShot(0, app.quit)
status = app.exec()
endings.leave()
print("ends", status, flush=True)
"""


def test_a_program_that_quits_keeps_its_texts_and_ends_its_usual_way():
    command = [sys.executable, "-c", _PROGRAM]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert said == "kept\nends 0\n"


def test_the_end_of_the_session_keeps_the_texts(qapp):
    kept = []
    endings = Endings(qapp, lambda: kept.append(1))
    meta = endings.metaObject()
    # Qt alone can make the session manager that the signal comes with: call what it is tied to.
    meta.method(meta.indexOfMethod("_keep()")).invoke(endings)
    assert kept == [1]
    endings.deleteLater()
