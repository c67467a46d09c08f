import subprocess
import sys

COPY_AND_END = """
from PySide6.QtWidgets import QApplication
from editor.gui.fields.field_widgets import LongTextBox
from editor.gui.plain_text import let_go_of_the_clipboard
app = QApplication([])
box = LongTextBox()
box.setPlainText("un\\u00a0mot")
box.selectAll()
box.copy()
let_go_of_the_clipboard()
print(ascii(QApplication.clipboard().text()))
"""


def test_the_program_ends_well_with_a_text_of_its_own_on_the_clipboard():
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_END], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, r"'un\xa0mot'")
