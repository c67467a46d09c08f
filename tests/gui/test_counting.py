"""Words are counted off the window's thread, and the newest text counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.gui.counting import Counting, Counts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_newest_text_is_counted(qtbot):
    counting = Counting()
    counted = []
    counting.counted.connect(counted.append)
    for number in range(200):
        counting.count("---\ntitle: not counted\nlang: fr\n---\n" + "mot\n\n" * number)
    qtbot.waitUntil(lambda: Counts(199, 1, "fr", 199 * 3) in counted)
    assert counted[-1] == Counts(199, 1, "fr", 199 * 3)
    counting.stop()


@pytest.fixture
def opened(qtbot, window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text("---\ntitle: Titre\ndescription: Une\n---\nUn deux `x` trois\n\nquatre\n")
    window.open_path(path)
    qtbot.waitUntil(lambda: window.status.texts[:1] == ["5 words"])
    return window


def test_selected_words_are_counted_as_they_are_selected(qtbot, opened):
    opened.source.setFocus()
    for _ in range(2):
        QTest.keyClick(opened.source, Qt.Key.Key_Right, CTRL | SHIFT)
    qtbot.waitUntil(lambda: opened.status.texts[:1] == ["2 of 5 words"])
    QTest.keyClick(opened.source, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: opened.status.texts[:1] == ["5 words"])


@pytest.mark.parametrize(("key", "shown"), [("title", "Title: 6 "), ("description", "")])
def test_the_length_of_a_title_is_told_while_one_is_in_it(qtbot, opened, key, shown):
    opened.activateWindow()
    box = opened.form.box(key)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "s")
    told = shown or "Description: 4 "
    qtbot.waitUntil(lambda: f"{told}characters" in opened.status.texts)
    opened.source.setFocus()
    qtbot.waitUntil(lambda: f"{told}characters" not in opened.status.texts)
