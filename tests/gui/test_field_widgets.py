"""The boxes of the form: they show values without telling of them, and tell what a hand changed."""

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QLabel, QMainWindow, QToolButton

from editor.gui.fields.dates import day_of, in_words, long_date
from editor.gui.fields.field_widgets import (
    DateBox,
    FlatLabel,
    LongTextBox,
    ProblemNote,
    ReadOnlyBox,
    SharedUndo,
    TextBox,
    flat_tip,
)
from editor.gui.fields.switch_box import SwitchBox
from editor.gui.icons import icon
from editor.gui.theme import LIGHT

# What a calendar's popup asks of the screen, and the screenless platform does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def american_dates():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def show(qtbot):
    """Gives a function that shows a box in a window of its own, with the focus."""

    def shown(box):
        qtbot.addWidget(box)
        box.show()
        qtbot.waitExposed(box)
        box.activateWindow()
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        return box

    return shown


def date_box():
    return DateBox(icon("calendar", LIGHT))


@pytest.mark.parametrize("make", [TextBox, LongTextBox, date_box, SwitchBox])
def test_showing_a_value_is_no_edit(qtbot, make):
    box = make()
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.edited):
        box.show_value("2009-06-24")
        box.show_value("")
        box.show_value("true")


@pytest.mark.parametrize("make", [TextBox, LongTextBox])
def test_typing_tells_the_whole_text_and_keeps_the_cursor(qtbot, show, make):
    box = show(make())
    box.show_value("ac")
    told = []
    box.edited.connect(told.append)
    box.edited.connect(box.show_value)  # as the form does
    qtbot.keyClick(box, Key.Key_Right)
    qtbot.keyClicks(box, "b\u00a0B")
    assert told == ["abc", "ab\u00a0c", "ab\u00a0Bc"]


@pytest.mark.parametrize("make", [TextBox, LongTextBox])
def test_ctrl_z_is_left_to_the_window(qtbot, make):
    window = QMainWindow()
    qtbot.addWidget(window)
    box = make()
    undo = SharedUndo(window)
    box.installEventFilter(undo)
    window.setCentralWidget(box)
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "abc")
    with qtbot.assertNotEmitted(box.edited), qtbot.waitSignal(action.triggered):
        qtbot.keyClick(box, Key.Key_Z, CTRL)


def test_a_long_text_keeps_its_lines_and_no_break_spaces(qtbot, show):
    box = show(LongTextBox())
    with qtbot.assertNotEmitted(box.edited):
        box.show_value("« one\u00a0»\ntwo\u202f!\u2028three")
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClicks(box, "x")
    assert edited.args == ["x« one\u00a0»\ntwo\u202f!\u2028three"]


def test_a_long_text_copies_the_very_characters(qtbot, show, qapp):
    box = show(LongTextBox())
    box.show_value("a\u00a0b\u202fc\nd")
    qtbot.keyClick(box, Key.Key_A, CTRL)
    qtbot.keyClick(box, Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "a\u00a0b\u202fc\nd"


def test_a_text_qt_cannot_hold_is_shown_without_an_edit_and_keeps_the_cursor(qtbot, show):
    box = show(LongTextBox())
    with qtbot.assertNotEmitted(box.edited):
        box.show_value("one\u2029two")
    qtbot.keyClick(box, Key.Key_End)
    box.show_value("one\u2029two")
    assert box.textCursor().position() == 3


def test_a_long_text_grows_with_its_lines_up_to_a_bound(show):
    box = show(LongTextBox())
    heights = []
    for lines in (1, 3, 6, 60):
        box.show_value("line\n" * (lines - 1) + "line")
        heights.append(box.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_tab_leaves_a_long_text(qtbot):
    box = LongTextBox()
    qtbot.addWidget(box)
    assert box.tabChangesFocus()


# Dates


def test_a_date_is_shown_in_words_and_edited_as_written(qtbot, show):
    box = date_box()
    qtbot.addWidget(box)
    box.show_value("2009-06-24 10:00:00 +0200")
    assert box.text() == "June 24, 2009 10:00 +0200"
    show(box)
    assert box.text() == "2009-06-24 10:00:00 +0200"
    with qtbot.assertNotEmitted(box.edited):
        box.clearFocus()
    assert box.text() == "June 24, 2009 10:00 +0200"


def test_a_date_being_typed_keeps_its_cursor(qtbot, show):
    box = show(date_box())
    box.show_value("2009-06-24")
    box.edited.connect(box.show_value)
    box.setCursorPosition(3)
    qtbot.keyClick(box, Key.Key_Delete)
    qtbot.keyClicks(box, "8")
    assert (box.text(), box.cursorPosition()) == ("2008-06-24", 4)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2009-06-24", "2012-01-02"),
        ("2009-6-4", "2012-01-02"),
        ("2009-06-24 10:00:00 +0200", "2012-01-02 10:00:00 +0200"),
        ("2009-06-24T10:00:00Z", "2012-01-02T10:00:00Z"),
        ("", "2012-01-02"),
        ("demain", "2012-01-02"),
    ],
)
def test_choosing_a_day_keeps_the_time_and_the_zone(qtbot, show, written, wanted):
    box = show(date_box())
    box.show_value(written)
    [pick] = box.actions()
    pick.trigger()
    calendar = box.findChild(QCalendarWidget)
    assert calendar.accessibleName()
    with qtbot.waitSignal(box.edited) as edited:
        calendar.clicked.emit(QDate(2012, 1, 2))
    assert edited.args == [wanted]


def test_the_calendar_starts_at_the_day_written(show):
    box = show(date_box())
    box.show_value("2009-06-24 10:00")
    [pick] = box.actions()
    pick.trigger()
    calendar = box.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2009, 6, 24)
    calendar.window().close()


def test_choosing_the_day_it_has_is_no_edit(qtbot, show):
    box = show(date_box())
    box.show_value("2009-06-24 10:00")
    [pick] = box.actions()
    pick.trigger()
    with qtbot.assertNotEmitted(box.edited):
        box.findChild(QCalendarWidget).clicked.emit(QDate(2009, 6, 24))


def test_alt_and_down_opens_the_calendar(qtbot, show):
    box = show(date_box())
    qtbot.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: box.findChild(QCalendarWidget) is not None)
    box.findChild(QCalendarWidget).window().close()


def test_a_read_only_date_opens_no_calendar(show):
    box = show(date_box())
    box.setReadOnly(True)
    [pick] = box.actions()
    pick.trigger()
    assert box.findChild(QCalendarWidget) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2009-06-24", "June 24, 2009"),
        ("2009-6-4 9:00", "June 4, 2009 9:00"),
        ("2009-06-24T10:00:00Z", "June 24, 2009 10:00 Z"),
        ("2024-02-30", "2024-02-30"),
        ("demain", "demain"),
        ("", ""),
    ],
)
def test_a_date_is_worded_where_it_is_one(text, wanted):
    assert long_date(text) == wanted


def test_a_date_is_worded_in_the_locale_s_language():
    QLocale.setDefault(QLocale("fr_FR"))
    assert long_date("2009-06-24") == "24 juin 2009"


def test_only_a_day_that_exists_is_one():
    assert day_of("2024-02-29T00:00") == QDate(2024, 2, 29)
    assert day_of("2023-02-29") is None
    assert day_of("x2023-02-28") is None


# Switches, read-only values, problems


def test_a_switch_tells_what_a_click_made_of_it(qtbot, show):
    box = show(SwitchBox())
    box.show_value("false")
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClick(box, Key.Key_Space)
    assert edited.args == [True]


@pytest.mark.parametrize(
    ("shown", "on"),
    [("true", True), ("Yes", True), ("ON", True), ("false", False), ("no", False), ("", False)],
)
def test_a_switch_shows_yaml_s_words_for_yes(qtbot, shown, on):
    box = SwitchBox()
    qtbot.addWidget(box)
    box.show_value(shown)
    assert (box.isChecked(), box.text()) == (on, shown)


def test_a_value_for_the_source_alone_is_cut_short_and_leads_there(qtbot):
    box = ReadOnlyBox()
    qtbot.addWidget(box)
    box.show_value("<b>x</b>: 1\n" + "y" * 500 + "\n" + "- z\n" * 50)
    [label] = box.findChildren(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    lines = label.text().split("\n")
    assert lines[0] == "<b>x</b>: 1"
    assert lines[-1] == "…"
    assert len(lines) < 10
    assert len(lines[1]) == 200
    with qtbot.waitSignal(box.source_asked):
        box.findChild(QToolButton).click()


def test_a_problem_has_its_words_and_the_button_that_mends_it(qtbot):
    note = ProblemNote("The title <b>is</b> broken.", "Quote “a&b”")
    qtbot.addWidget(note)
    [label] = note.findChildren(QLabel)
    assert (label.text(), label.textFormat()) == (
        "The title <b>is</b> broken.",
        Qt.TextFormat.PlainText,
    )
    assert note.accessibleName() == "The title <b>is</b> broken."
    button = note.findChild(QToolButton)
    assert button.text() == "Quote “a&&b”"  # one & is the mark of a shortcut
    with qtbot.waitSignal(note.mend_asked):
        button.click()


def test_a_problem_without_a_mend_has_no_button(qtbot):
    note = ProblemNote("Broken.", "")
    qtbot.addWidget(note)
    assert note.findChildren(QToolButton) == []


def test_a_label_is_never_html(qtbot):
    label = FlatLabel("<b>x</b>")
    qtbot.addWidget(label)
    wide = label.sizeHint().width()
    label.setTextFormat(Qt.TextFormat.RichText)
    assert wide > label.sizeHint().width()


def test_a_tooltip_is_never_html_of_a_post():
    assert flat_tip("plain & <3") == "plain & <3"
    assert flat_tip('<img src="x">') == "<span>&lt;img src=&quot;x&quot;&gt;</span>"


def test_french_writes_the_first_of_a_month_as_an_ordinal():
    french = QLocale("fr_FR")
    assert in_words(QDate(2010, 1, 1), french) == "1er janvier 2010"
    assert in_words(QDate(2010, 1, 11), french) == "11 janvier 2010"
    assert in_words(QDate(2010, 1, 1), QLocale("en_GB")) == "1 January 2010"


def test_a_date_has_room_for_the_day_it_shows(qtbot):
    box = DateBox(icon("calendar", LIGHT))
    qtbot.addWidget(box)
    narrow = box.minimumSizeHint().width()
    box.show_value("2008-12-11")
    words = box.fontMetrics().horizontalAdvance(box.text())
    assert box.minimumSizeHint().width() > max(narrow, words)
    box.show_value("2008-12-11 10:15:00 +0200, or any other text that goes on")
    assert box.minimumSizeHint().width() < 300
