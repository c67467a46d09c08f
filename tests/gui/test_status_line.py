import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel

from editor.gui.counting import Counts
from editor.gui.status_line import StatusLine


@pytest.fixture(autouse=True)
def american_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def status(qtbot):
    status = StatusLine()
    qtbot.addWidget(status)
    status.resize(1200, 30)
    status.show()
    return status


def test_counts_are_worded_in_the_locale_s_numbers(status):
    status.show_counts(Counts(1234, 6, "fr"))
    assert status.texts == ["1,234 words", "6 min read", "Français"]


def test_one_word_is_one_word(status):
    status.show_counts(Counts(1, 1, ""))
    assert status.texts == ["1 word", "1 min read"]


def test_the_caret_s_place_counts_from_1(status):
    status.show_position(0, 0)
    assert status.texts == ["Ln 1, Col 1"]
    status.show_position(141, 33)
    assert status.texts == ["Ln 142, Col 34"]


def test_all_stands_in_its_order(status):
    status.show_saved(is_modified=False, is_new=False)
    status.show_encoding("UTF-8 · LF")
    status.show_position(0, 0)
    status.show_generator("Jekyll")
    status.show_counts(Counts(2, 1, "en"))
    assert status.texts == [
        *("2 words", "1 min read", "English", "Jekyll"),
        *("Ln 1, Col 1", "UTF-8 · LF", "Saved"),
    ]


def test_a_language_that_is_not_known_any_more_goes(status):
    status.show_counts(Counts(2, 1, "en"))
    status.show_counts(Counts(2, 1, ""))
    assert "English" not in status.texts


def test_saved_or_not_changes_the_colour_of_its_word(status):
    status.show_saved(is_modified=True, is_new=False)
    [label] = [label for label in status.findChildren(QLabel) if label.text()]
    assert (label.text(), label.property("good")) == ("Not saved", False)
    status.show_saved(is_modified=False, is_new=False)
    assert (label.text(), label.property("good")) == ("Saved", True)


def test_of_an_untouched_new_post_nothing_is_said(status):
    status.show_saved(is_modified=False, is_new=True)
    assert status.texts == []
    status.show_saved(is_modified=True, is_new=True)
    assert status.texts == ["Not saved"]


def test_every_part_has_a_name_and_is_never_html(status):
    status.show_generator("<b>x</b>")
    labels = [label for label in status.findChildren(QLabel) if label.accessibleDescription()]
    assert len(labels) == 9  # and the one on publication, which has nothing to say
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.toolTip()


def test_counts_can_be_left_out_and_a_long_post_says_how_it_is_kept(status):
    status.show_counts(Counts(1, 1, "fr"))
    status.leave_counts()
    status.show_long(is_long=True)
    assert status.texts == ["Long: kept aside every 2 s"]
    status.show_long(is_long=False)
    assert status.texts == []


def test_what_is_selected_is_counted_beside_the_whole(status):
    status.show_counts(Counts(1234, 6, "fr", 7000))
    status.show_selected(Counts(12, 1, "", 70))
    assert status.texts[:2] == ["12 of 1,234 words", "1 min read"]
    assert status.findChildren(QLabel)[0].toolTip() == "70 characters, with spaces"
    status.show_selected(None)
    assert status.texts[:2] == ["1,234 words", "6 min read"]
