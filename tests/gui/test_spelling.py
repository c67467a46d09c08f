"""Wrong words in the real window: marked, corrected, accepted; by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.settings import settings_path

HEAD = "---\nlang: fr\ntitle: Une fotte\n---\n"
POST = HEAD + "😀 Un mot plébicité, et beaucoup.\n\n```\nkode\n```\n\nLe dévelopement va.\n"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot, window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(POST)
    window.open_path(path)
    qtbot.waitUntil(lambda: marked(window) == ["plébicité", "dévelopement"])
    return window


def marked(window):
    return window.spelling.marks.marked


def put_caret(window, text):
    """The caret behind the first `text`."""
    cursor = window.source.document().find(text)
    cursor.setPosition(cursor.selectionEnd())
    window.source.setTextCursor(cursor)
    window.source.setFocus()


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.source, key, modifier)


def menu_of(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, text):
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_the_word_being_typed_has_no_mark_until_it_is_left(qtbot, opened):
    put_caret(opened, "va.")
    QTest.keyClicks(opened.source, " Une fotte")
    qtbot.waitUntil(lambda: "Une fotte" in opened.posts.current.text)
    qtbot.waitUntil(lambda: opened.spelling.marks.next_after(0) is not None)
    assert "fotte" not in marked(opened)
    press(opened, Qt.Key.Key_Space)
    press(opened, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: "fotte" in marked(opened))


def test_a_post_that_takes_long_to_check_is_checked_when_the_writer_pauses(
    qtbot, opened, monkeypatch
):
    asked = []
    monkeypatch.setattr(opened.spelling._worker, "ask", asked.append)
    opened.spelling._took = 60  # milliseconds, as of a post of 200 kB
    for _ in range(3):
        opened.spelling.check("fr", None)
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) > 0)
    assert len(asked) == 1
    opened.posts.new()
    opened.spelling.check("fr", None)  # it is another post
    assert len(asked) == 2


def test_what_is_typed_before_a_marked_word_moves_its_mark(opened):
    put_caret(opened, "Un")
    QTest.keyClicks(opened.source, " autre")
    assert marked(opened) == ["plébicité", "dévelopement"]


def test_a_suggestion_from_the_menu_replaces_the_word_in_one_step(qtbot, opened):
    put_caret(opened, "plébicité")
    press(opened, Qt.Key.Key_Period, CTRL)
    menu = menu_of(qtbot)
    qtbot.waitUntil(lambda: "plébiscité" in texts(menu))
    choose(menu, "plébiscité")
    assert opened.posts.current.text == POST.replace("plébicité", "plébiscité")
    press(opened, Qt.Key.Key_Z, CTRL)
    assert opened.posts.current.text == POST


def test_a_right_click_offers_the_same_above_the_usual_commands(qtbot, opened):
    source = opened.source
    at = source.cursorRect(source.document().find("plébicité")).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, source.viewport().mapToGlobal(at))
    QApplication.sendEvent(source.viewport(), event)
    menu = menu_of(qtbot)
    qtbot.waitUntil(lambda: texts(menu)[0] == "plébiscité")
    assert any("Select All" in text for text in texts(menu))
    menu.close()


def test_a_word_without_suggestions_says_so(qtbot, opened):
    put_caret(opened, "va.")
    QTest.keyClicks(opened.source, " Qwxzvbnq ")
    qtbot.waitUntil(lambda: "Qwxzvbnq" in marked(opened))
    put_caret(opened, "Qwxzvbnq")
    press(opened, Qt.Key.Key_Period, CTRL)
    menu = menu_of(qtbot)
    qtbot.waitUntil(lambda: "No suggestions" in texts(menu))
    menu.close()


def test_a_word_ignored_is_right_in_this_post_alone(qtbot, opened, tmp_path):
    put_caret(opened, "plébicité")
    press(opened, Qt.Key.Key_Period, CTRL)
    choose(menu_of(qtbot), "&Ignore in this post")
    qtbot.waitUntil(lambda: marked(opened) == ["dévelopement"])
    other = tmp_path / "other.md"
    other.write_text(POST)
    opened.open_path(other)
    qtbot.waitUntil(lambda: marked(opened) == ["plébicité", "dévelopement"])


def test_a_word_of_the_own_dictionary_is_right_from_then_on(qtbot, opened):
    put_caret(opened, "plébicité")
    press(opened, Qt.Key.Key_Period, CTRL)
    choose(menu_of(qtbot), "&Add to my dictionary")
    qtbot.waitUntil(lambda: marked(opened) == ["dévelopement"])
    kept = settings_path().parent / "words.txt"
    assert kept.read_text(encoding="utf-8") == "plébicité\n"


def test_a_word_of_the_site_is_kept_outside_of_it(qtbot, window, tmp_path):
    site = tmp_path / "site"
    (site / "_posts").mkdir(parents=True)
    (site / "_config.yml").write_text("title: x\n")
    path = site / "_posts" / "2024-01-01-x.md"
    path.write_text(POST)
    window.open_path(path)
    qtbot.waitUntil(lambda: marked(window) == ["plébicité", "dévelopement"])
    before = sorted(site.rglob("*"))
    put_caret(window, "plébicité")
    press(window, Qt.Key.Key_Period, CTRL)
    choose(menu_of(qtbot), "Add to this &site's words")
    qtbot.waitUntil(lambda: marked(window) == ["dévelopement"])
    assert sorted(site.rglob("*")) == before


def test_a_folder_that_takes_no_words_is_told_and_the_word_is_ignored(qtbot, opened):
    settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_path().parent.write_text("in the way")
    put_caret(opened, "plébicité")
    press(opened, Qt.Key.Key_Period, CTRL)
    choose(menu_of(qtbot), "&Add to my dictionary")
    qtbot.waitUntil(lambda: marked(opened) == ["dévelopement"])
    assert "words.txt" in opened.messages.texts["words"]


def test_the_keys_go_from_one_wrong_word_to_the_next_and_around(opened):
    source = opened.source
    source.moveCursor(QTextCursor.MoveOperation.Start)
    found = []
    for _ in range(3):
        press(opened, Qt.Key.Key_F7, ALT)
        found.append(source.textCursor().selectedText())
    assert found == ["plébicité", "dévelopement", "plébicité"]


def test_without_marks_there_are_none_and_the_choice_is_kept(qtbot, opened):
    opened.actions_.by_name["spelling"].trigger()
    assert marked(opened) == []
    opened.actions_.by_name["spelling"].trigger()
    qtbot.waitUntil(lambda: len(marked(opened)) == 2)


def test_another_language_can_be_chosen_for_a_post(qtbot, opened):
    menu = opened.actions_.submenus["spelling_language"]
    menu.aboutToShow.emit()
    assert "As the post says (Français)" in texts(menu)
    choose(menu, "English (United Kingdom)")
    qtbot.waitUntil(lambda: "beaucoup" in marked(opened))
    menu.aboutToShow.emit()
    choose(menu, "None in this post")
    qtbot.waitUntil(lambda: marked(opened) == [])


def test_only_lines_that_can_be_seen_are_marked(qtbot, window, tmp_path):
    path = tmp_path / "long.md"
    path.write_text(HEAD + "Un mot plébicité.\n\n" * 400)
    window.open_path(path)
    qtbot.waitUntil(lambda: 0 < len(marked(window)) < 60)
    window.source.go_to_line(600)
    qtbot.waitUntil(
        lambda: (
            all(mark.cursor.blockNumber() > 500 for mark in window.source.extraSelections())
            and bool(marked(window))
        )
    )


def test_a_child_that_dies_is_told_and_the_next_check_marks_again(qtbot, opened):
    opened.spelling._process._child.kill()
    opened.spelling._process._child.wait()
    put_caret(opened, "va.")
    QTest.keyClicks(opened.source, " nouvellle ")
    qtbot.waitUntil(lambda: "spelling" in opened.messages.texts)
    QTest.keyClicks(opened.source, "mot ")
    qtbot.waitUntil(lambda: "nouvellle" in marked(opened))
    assert "spelling" not in opened.messages.texts
