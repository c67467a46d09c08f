"""Typographic signs in the real window: while they are typed, and over a selection."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.gui.posts.texts_dialog import TextsDialog
from editor.gui.theme import LIGHT

HEAD = "---\nlang: fr\ntitle: L'été\n---\n"
POST = HEAD + "😀 L'un, l'autre ?\n\n    l'un\n\nEnfin l'un !\n"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot, window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(POST)
    window.settings_changed.connect(lambda new: window.apply_settings(new, LIGHT))
    window.open_path(path)
    qtbot.waitUntil(lambda: "Français" in window.status.texts)
    return window


def body(window):
    return window.posts.current.text.removeprefix(HEAD)


def type_at_end(window, keys):
    window.source.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(window.source, keys)


def test_signs_stay_as_they_are_typed_unless_it_is_wanted(opened):
    type_at_end(opened, "L'un ?")
    assert opened.posts.current.text.endswith("L'un ?")


def test_signs_are_set_while_they_are_typed(opened):
    opened.actions_.by_name["typography_typing"].trigger()
    type_at_end(opened, 'L\'un dit : "Oui !" Et... fin')
    assert opened.posts.current.text.endswith("L’un dit\u00a0: «\u00a0Oui\u202f!\u00a0» Et… fin")


def test_undo_gives_a_sign_as_it_was_typed(opened):
    opened.actions_.by_name["typography_typing"].trigger()
    type_at_end(opened, "L'")
    assert opened.posts.current.text.endswith("L’")
    QTest.keyClick(opened.source, Qt.Key.Key_Z, CTRL)
    assert opened.posts.current.text.endswith("L'")


def test_in_code_signs_stay(opened):
    opened.actions_.by_name["typography_typing"].trigger()
    type_at_end(opened, "~~~")
    QTest.keyClick(opened.source, Qt.Key.Key_Return)
    QTest.keyClicks(opened.source, "l'un ?")
    assert "\nl'un ?" in opened.posts.current.text


def test_a_whole_post_is_changed_after_a_look_in_one_step(opened):
    opened.source.setFocus()
    QTest.keyClick(opened.source, Qt.Key.Key_Y, CTRL | ALT)
    [shown] = opened.findChildren(TextsDialog)
    assert body(opened) == POST.removeprefix(HEAD)
    shown.press("Set them")
    assert body(opened) == "😀 L’un, l’autre\u202f?\n\n    l'un\n\nEnfin l’un\u202f!\n"
    QTest.keyClick(opened.source, Qt.Key.Key_Z, CTRL)
    assert opened.posts.current.text == POST


def test_a_selection_is_changed_alone(opened):
    cursor = opened.source.document().find("Enfin l'un !")
    opened.source.setTextCursor(cursor)
    opened.typography.show("fr").press("Set them")
    assert body(opened).startswith("😀 L'un, l'autre ?")
    assert body(opened).endswith("Enfin l’un\u202f!\n")


def test_a_post_of_an_unknown_language_is_told(opened):
    assert opened.typography.show("nl") is None
    assert "French and English" in opened.messages.texts["typography"]


def test_a_post_whose_signs_are_set_is_told(opened):
    opened.typography.show("fr").press("Set them")
    assert opened.typography.show("fr") is None
    assert "All signs" in opened.messages.texts["typography"]
