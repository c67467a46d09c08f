"""Find and replace in the post in front, by real keys in the real window."""

import pytest
from PySide6.QtCore import Qt

from editor.gui.finding.find_bar import FindBar

HEAD = "---\ntitle: un\n---\n"
BODY = "Un 😀 deux un.\n\nTrois Un, quatre un.\n"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key


@pytest.fixture
def post(qtbot, window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(HEAD + BODY, encoding="utf-8")
    window.open_path(path)
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    return window.posts.current


@pytest.fixture
def bar(qtbot, window, post):  # noqa: ARG001 - the post must be open
    qtbot.keyClick(window.source, Key.Key_F, CTRL)
    return window.findChild(FindBar)


def say(qtbot, bar, text):
    """Type what to find, and wait until it was looked for."""
    bar.count.setText("?")
    qtbot.keyClicks(bar.find_box, text)
    qtbot.waitUntil(lambda: bar.count.text() != "?")


def open_replace(qtbot, window, old, new):
    qtbot.keyClick(window.source, Key.Key_H, CTRL)
    bar = window.findChild(FindBar)
    say(qtbot, bar, old)
    bar.count.setText("?")
    qtbot.keyClicks(bar.replace_box, new)
    qtbot.waitUntil(lambda: bar.count.text() != "?")
    return bar


def selected(window):
    return window.source.textCursor().selectedText()


def place(window):
    return window.source.textCursor().selectionStart()


def test_the_first_hit_from_the_caret_is_selected_while_one_types(qtbot, window, bar):
    say(qtbot, bar, "un")
    assert bar.find_box.hasFocus()
    assert (selected(window), place(window)) == ("Un", len(HEAD))
    assert bar.count.text() == "1 of 4"  # the one in the hidden front matter is none of them


def test_enter_and_f3_go_on_shift_goes_back_and_the_end_leads_to_the_top(qtbot, window, bar):
    say(qtbot, bar, "un")
    qtbot.keyClick(bar.find_box, Key.Key_Return)
    assert bar.count.text() == "2 of 4"
    qtbot.keyClick(window.source, Key.Key_F3)
    qtbot.keyClick(window.source, Key.Key_F3)
    assert bar.count.text() == "4 of 4"
    qtbot.keyClick(window.source, Key.Key_F3)
    assert bar.count.text() == "1 of 4"
    qtbot.keyClick(bar.find_box, Key.Key_Return, SHIFT)
    assert bar.count.text() == "4 of 4"
    qtbot.keyClick(window.source, Key.Key_F3, SHIFT)
    assert bar.count.text() == "3 of 4"


def test_behind_a_wide_character_the_very_word_is_selected(qtbot, window, bar):
    say(qtbot, bar, "deux")
    assert selected(window) == "deux"


def test_the_switches_change_what_is_found(qtbot, bar):
    say(qtbot, bar, "un")
    bar.count.setText("?")
    qtbot.keyClick(bar.find_box, Key.Key_C, ALT)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    qtbot.keyClick(bar.find_box, Key.Key_X, ALT)
    bar.count.setText("?")
    qtbot.keyClicks(bar.find_box, "|deux")
    qtbot.waitUntil(lambda: bar.count.text() in ("1 of 3", "3 found"))


def test_a_pattern_that_is_none_is_told_and_one_that_never_ends_too(qtbot, window, bar):
    document = window.posts.current
    document.replace_text(HEAD + "a" * 5000 + "b\n")
    bar.options.pattern.setChecked(True)
    qtbot.keyClicks(bar.find_box, "(x")
    qtbot.waitUntil(lambda: "regular expression" in bar.problem.text())
    bar.find_box.setText("^(a|aa|a?)+$")
    qtbot.waitUntil(lambda: "too long" in bar.problem.text(), timeout=20_000)
    qtbot.keyClicks(window.source, "x")
    assert "x" in document.text


def test_escape_closes_and_f3_goes_on_without_the_bar(qtbot, window, bar):
    say(qtbot, bar, "un")
    qtbot.keyClick(bar.find_box, Key.Key_Escape)
    assert not bar.isVisible()
    assert window.source.hasFocus()
    assert selected(window) == "Un"
    qtbot.keyClick(window.source, Key.Key_F3)
    qtbot.waitUntil(lambda: selected(window) == "un")


def test_what_is_selected_is_proposed(qtbot, window, post):
    start = post.text.index("quatre") + 1  # 😀 counts two
    window.source.select(start, start + 6)
    qtbot.keyClick(window.source, Key.Key_F, CTRL)
    bar = window.findChild(FindBar)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert bar.find_box.text() == "quatre"


def test_typing_in_the_post_counts_anew(qtbot, window, bar):
    say(qtbot, bar, "un")
    window.source.setFocus()
    qtbot.keyClick(window.source, Key.Key_End, CTRL)
    qtbot.keyClicks(window.source, "un")
    qtbot.waitUntil(lambda: bar.count.text() == "5 found")


def test_one_is_replaced_and_the_next_is_selected(qtbot, window, post):
    bar = open_replace(qtbot, window, "un", "neuf")
    assert bar.preview.text() == "Un  →  neuf"
    qtbot.keyClick(bar.replace_box, Key.Key_Return)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 3")
    assert post.text == HEAD + "neuf 😀 deux un.\n\nTrois Un, quatre un.\n"
    assert selected(window) == "un"
    qtbot.keyClick(bar.replace_box, Key.Key_Return)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    assert post.text == HEAD + "neuf 😀 deux neuf.\n\nTrois Un, quatre un.\n"


def test_all_are_replaced_as_one_step_and_the_front_matter_that_is_hidden_is_not(
    qtbot, window, post
):
    bar = open_replace(qtbot, window, "un", "1")
    qtbot.keyClick(bar.replace_box, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: post.text == HEAD + "1 😀 deux 1.\n\nTrois 1, quatre 1.\n")
    assert bar.count.text() == "4 replaced"
    qtbot.keyClick(window.source, Key.Key_Z, CTRL)
    assert post.text == HEAD + BODY


def test_many_are_replaced_as_one_step(qtbot, window, post):
    post.replace_text(HEAD + "un 😀 \n" * 400)
    bar = open_replace(qtbot, window, "un", "2")
    qtbot.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: post.text == HEAD + "2 😀 \n" * 400)
    post.qt.undo()
    assert post.text == HEAD + "un 😀 \n" * 400


def test_a_pattern_s_groups_are_shown_in_the_preview_and_put_in(qtbot, window, post):
    qtbot.keyClick(window.source, Key.Key_H, CTRL)
    bar = window.findChild(FindBar)
    bar.options.pattern.setChecked(True)
    bar.find_box.setText(r"(\w+) (un)")
    bar.replace_box.setText(r"\2-\1")
    qtbot.waitUntil(lambda: bar.preview.text() == "deux un  →  un-deux")
    qtbot.keyClick(bar.replace_box, Key.Key_Return)
    qtbot.waitUntil(lambda: post.text.startswith(HEAD + "Un 😀 un-deux"))


def test_hits_are_marked_in_the_source_and_no_longer_when_the_bar_is_closed(qtbot, window, bar):
    def marked():
        ground = window.source.theme.found
        image = window.source.viewport().grab().toImage()
        return any(
            image.pixelColor(x, y).name() == ground
            for y in range(0, min(120, image.height()), 2)
            for x in range(0, image.width(), 2)
        )

    assert not marked()
    say(qtbot, bar, "un")
    assert marked()
    qtbot.keyClick(bar.find_box, Key.Key_Escape)
    assert not marked()


def test_another_post_in_front_is_searched_too(qtbot, window, bar, tmp_path):
    say(qtbot, bar, "un")
    other = tmp_path / "other.md"
    other.write_text("un\n", encoding="utf-8")
    window.open_path(other)
    qtbot.waitUntil(lambda: bar.count.text() in ("1 found", "1 of 1"))
