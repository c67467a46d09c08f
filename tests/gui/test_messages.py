"""Banners: by topic, with ways out, never HTML, never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from editor.gui.messages import Messages, Way


@pytest.fixture
def messages(qtbot):
    messages = Messages()
    qtbot.addWidget(messages)
    messages.show()
    return messages


def labels(messages):
    return [label for label in messages.findChildren(QLabel) if label.isVisible()]


def test_a_new_message_takes_the_place_of_the_old_of_its_topic(messages):
    messages.show_banner("save", "Not saved.")
    messages.show_banner("open", "Not opened.")
    messages.show_banner("save", "Still not saved.", level="error")
    assert messages.texts == {"open": "Not opened.", "save": "Still not saved."}
    assert [label.text() for label in labels(messages)] == ["Not opened.", "Still not saved."]


def test_the_same_message_again_is_left_where_it_is(messages):
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: None)])
    before = labels(messages)
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: None)])
    assert labels(messages) == before
    messages.show_banner("save", "Not saved.")
    assert labels(messages) != before


def test_a_way_taken_closes_the_message_and_goes(messages):
    gone = []
    messages.show_banner(
        "save", "Not saved.", [Way("A", lambda: None), Way("B", lambda: gone.append("B"))]
    )
    messages.take_way("save", "B")
    assert gone == ["B"]
    assert messages.texts == {}


def test_the_same_message_again_takes_its_newest_way(messages):
    gone = []
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: gone.append("old"))])
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: gone.append("new"))])
    messages.take_way("save", "Try again")
    assert gone == ["new"]


def test_a_way_may_say_something_about_the_same_topic(messages):
    messages.show_banner(
        "save", "First.", [Way("Go", lambda: messages.show_banner("save", "Second."))]
    )
    messages.take_way("save", "Go")
    assert messages.texts == {"save": "Second."}


def test_a_way_that_is_not_offered_is_an_error(messages):
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: None)])
    with pytest.raises(KeyError):
        messages.take_way("save", "Give up")


def test_a_message_can_be_waved_off(qtbot, messages):
    messages.show_banner("save", "Not saved.")
    dismiss = messages.findChild(QToolButton, "dismiss")
    assert dismiss.accessibleName() == "Close this message"
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert messages.texts == {}
    assert labels(messages) == []


def test_clearing_a_topic_leaves_the_others_and_one_that_is_silent_is_no_error(messages):
    messages.show_banner("save", "Not saved.")
    messages.clear("open")
    messages.clear("save")
    assert messages.texts == {}


def test_a_message_is_never_html(messages):
    messages.show_banner("open", "<img src=x>.md is not there.", [Way("<b>Go</b>", lambda: None)])
    [label] = labels(messages)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<img src=x>.md is not there."


def test_a_message_is_read_by_a_screen_reader_and_reached_by_the_keyboard(messages):
    messages.show_banner("save", "Not saved.", [Way("Try again", lambda: None)])
    banner = labels(messages)[0].parentWidget()
    assert banner.accessibleName() == "Not saved."
    for button in messages.findChildren(QToolButton):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_without_messages_it_takes_no_room(messages):
    assert messages.sizeHint().height() <= 0


def test_many_ways_out_stand_in_two_lines(messages):
    ways = [Way(f"Way out {number}", int) for number in range(5)]
    messages.show_banner("topic", "What happened.", ways)
    messages.resize(460, messages.heightForWidth(460))
    buttons = list(messages._banners["topic"].buttons.values())
    assert len({button.y() for button in buttons}) == 2
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
