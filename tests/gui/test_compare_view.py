import pytest
from PySide6.QtWidgets import QApplication

from editor.gui.posts import compare_view
from editor.gui.posts.compare_view import CompareView
from editor.gui.posts.merge_dialog import MergeDialog
from editor.gui.theme import DARK, LIGHT, palette
from editor.merge import Choice, merge


@pytest.fixture
def view(qtbot):
    view = CompareView()
    qtbot.addWidget(view)
    return view


def test_both_texts_stand_side_by_side_with_their_titles_and_numbers(view):
    view.show_texts(("Left", "Right"), ("a\nold word\n", "a\nnew word\n"))
    shown = view.toPlainText().split("\n")
    assert [text for text in shown if text] == [
        *("Left", "Right", "1", "a", "1", "a"),
        *("2", "old word", "2", "new word"),
    ]


def test_what_differs_is_marked_by_more_than_its_colour(view):
    view.show_texts(("", ""), ("a\nold word\n", "a\nnew word\n"))
    assert view.toHtml().count("text-decoration: underline") == 2


def test_nothing_in_a_text_is_taken_for_html_or_loaded(view):
    text = '<img src="file:///etc/passwd"><b>bold</b> &amp; <script>\n'
    view.show_texts(("<i>", "&"), ("", text))
    assert text.strip() in view.toPlainText()
    assert "<i>" in view.toPlainText()


def test_spaces_and_tabs_stay(view):
    view.show_texts(("", ""), ("", "  two,   three\n"))
    assert "  two,   three" in view.toPlainText()


def test_equal_texts_are_said_to_be_so(view):
    view.show_texts(("", ""), ("a\n", "a\n"))
    assert "The two texts are the same." in view.toPlainText()


def test_very_many_differences_are_cut_short(view, monkeypatch):
    monkeypatch.setattr(compare_view, "_MOST_ROWS", 5)
    view.show_texts(("", ""), ("", "".join(f"line {number}\n" for number in range(50))))
    assert "line 4" in view.toPlainText()
    assert "line 5" not in view.toPlainText()
    assert "There are more differences below." in view.toPlainText()


def test_the_marks_follow_the_colours_of_the_window(view):
    app = QApplication.instance()
    before = app.palette()
    view.show_texts(("", ""), ("", "a\n"))
    for theme in (DARK, LIGHT):
        view.setPalette(palette(theme))
        assert theme.accent_ground in view.toHtml()
    app.setPalette(before)


def test_places_are_chosen_one_by_one(qtbot):
    merged = merge("a\n\nb\n", "my a\n\nmy b\n", "their a\n\ntheir b\n")
    dialog = MergeDialog(merged, "post.md")
    qtbot.addWidget(dialog)
    assert "my a" in dialog.view.toPlainText()
    dialog.choose(Choice.BOTH)
    dialog.go(1)
    assert "their b" in dialog.view.toPlainText()
    dialog.choose(Choice.THEIRS)
    dialog.go(5)
    dialog.go(-1)
    assert dialog._radios[Choice.BOTH].isChecked()
    with qtbot.waitSignal(dialog.merged) as text:
        dialog.use()
    assert text.args == ["my a\ntheir a\n\ntheir b\n"]
