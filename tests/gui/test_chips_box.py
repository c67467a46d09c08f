"""The box of chips: words shown, added by typing, taken away by a click or a key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from editor.gui.fields.chips_box import ChipsBox

Key = Qt.Key


@pytest.fixture
def box(qtbot):
    box = ChipsBox("Add a tag")
    qtbot.addWidget(box)
    box.setAccessibleName("Tags")
    box.resize(300, 60)
    box.show()
    qtbot.waitExposed(box)
    return box


def edit(box):
    return box.findChild(QLineEdit)


def chips(box):
    return [label.text() for label in box.findChildren(QLabel) if label.isVisible()]


def crosses(box):
    return [cross for cross in box.findChildren(QToolButton) if cross.isVisible()]


def test_showing_words_is_no_edit(qtbot, box):
    with qtbot.assertNotEmitted(box.edited):
        box.show_value(("twitter", "médias sociaux"))
    assert box.words == chips(box) == ["twitter", "médias sociaux"]


def test_one_text_is_one_chip_and_an_empty_one_none(box):
    box.show_value("a b")
    assert chips(box) == ["a b"]
    box.show_value("")
    assert chips(box) == []


@pytest.mark.parametrize("ending", ["\r", ",", ";"])
def test_a_word_is_added_at_enter_or_a_comma(qtbot, box, ending):
    box.show_value(("a",))
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClicks(edit(box), f" b c {ending}")
    assert edited.args == [["a", "b c"]]
    assert chips(box) == ["a", "b c"]
    assert edit(box).text() == ""


def test_a_word_half_typed_is_added_when_the_focus_leaves(qtbot, box):
    box.setFocus()
    qtbot.waitUntil(edit(box).hasFocus)
    qtbot.keyClicks(edit(box), "b")
    with qtbot.waitSignal(box.edited) as edited:
        edit(box).clearFocus()
    assert edited.args == [["b"]]


def test_each_word_is_told_once(qtbot, box):
    told = []
    box.edited.connect(told.append)
    box.setFocus()
    qtbot.waitUntil(edit(box).hasFocus)
    qtbot.keyClicks(edit(box), "a\rb\r")
    edit(box).clearFocus()
    assert told == [["a"], ["a", "b"]]


def test_a_word_that_is_there_or_empty_is_not_added(qtbot, box):
    box.show_value(("a",))
    with qtbot.assertNotEmitted(box.edited):
        qtbot.keyClicks(edit(box), "a\r , \r")
    assert chips(box) == ["a"]


def test_a_cross_takes_its_own_word_away(qtbot, box):
    box.show_value(("a", "b", "a"))
    with qtbot.waitSignal(box.edited) as edited:
        crosses(box)[2].click()
    assert edited.args == [["a", "b"]]
    with qtbot.waitSignal(box.edited) as edited:
        crosses(box)[0].click()
    assert edited.args == [["b"]]
    qtbot.waitUntil(edit(box).hasFocus)


def test_backspace_in_the_empty_box_takes_the_last_word(qtbot, box):
    box.show_value(("a", "b"))
    qtbot.keyClicks(edit(box), "x")
    with qtbot.assertNotEmitted(box.edited):
        qtbot.keyClick(edit(box), Key.Key_Backspace)
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClick(edit(box), Key.Key_Backspace)
    assert edited.args == [["a"]]
    qtbot.keyClick(edit(box), Key.Key_Backspace)
    with qtbot.assertNotEmitted(box.edited):
        qtbot.keyClick(edit(box), Key.Key_Backspace)
    assert chips(box) == []


def test_a_word_being_typed_survives_the_form_showing_the_words_again(qtbot, box):
    box.show_value(("a",))
    qtbot.keyClicks(edit(box), "hal")
    box.show_value(("a",))
    box.show_value(("a", "b"))
    assert edit(box).text() == "hal"


def test_a_click_beside_the_chips_goes_to_where_one_types(qtbot, box):
    box.show_value(("a",))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight())
    qtbot.waitUntil(edit(box).hasFocus)


def test_chips_break_into_lines(box):
    box.show_value(tuple(f"a longer word {number}" for number in range(12)))
    assert box.heightForWidth(200) > box.heightForWidth(2000)
    assert box.layout().minimumSize().width() < 300


def test_a_word_is_never_html(box):
    box.show_value(("<b>x</b>",))
    [label] = [label for label in box.findChildren(QLabel) if label.isVisible()]
    assert label.textFormat() == Qt.TextFormat.PlainText
    [cross] = crosses(box)
    assert cross.accessibleName() == "Remove <b>x</b>"
    assert "&lt;b&gt;" in cross.toolTip()


def test_where_one_types_has_the_field_s_name(box):
    assert edit(box).accessibleName() == "Tags"
    assert edit(box).placeholderText() == "Add a tag"
    assert box.focusProxy() is edit(box)


def test_disabled_it_takes_no_words(box):
    box.show_value(("a",))
    box.setEnabled(False)
    assert not edit(box).isEnabled()
    assert not crosses(box)[0].isEnabled()


def test_tab_goes_over_the_crosses_to_where_one_types(box):
    box.show_value(("a", "b"))
    box.show_value(("a", "b", "c"))
    names = [stop.accessibleName() for stop in box.stops]
    assert names == ["Remove a", "Remove b", "Remove c", "Tags"]


# Moving


def cross_of(box, word):
    return next(cross for cross in crosses(box) if cross.accessibleName().endswith(f" {word}"))


def test_alt_and_an_arrow_move_a_chip_which_keeps_the_focus(qtbot, box):
    box.show_value(("a", "b", "c"))
    cross = cross_of(box, "a")
    cross.setFocus()
    qtbot.waitUntil(cross.hasFocus)
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClick(cross, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert edited.args == [["b", "a", "c"]]
    assert chips_in_order(box) == ["b", "a", "c"]
    assert cross_of(box, "a").hasFocus()


def test_a_chip_at_the_end_moves_no_further(qtbot, box):
    box.show_value(("a", "b"))
    with qtbot.assertNotEmitted(box.edited):
        qtbot.keyClick(cross_of(box, "b"), Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClick(cross_of(box, "a"), Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_a_chip_is_dragged_to_another_place(qtbot, box):
    box.show_value(("a", "b", "c"))
    qtbot.waitUntil(lambda: cross_of(box, "c").parentWidget().x() > 0)
    first, last = (cross_of(box, word).parentWidget() for word in "ac")
    told = []
    box.edited.connect(told.append)
    at = QPoint(3, 3)
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=at)
    for x in (8, 20, 40, 60, 200):
        qtbot.mouseMove(first, first.mapFrom(box, QPoint(min(x, last.x() + 4), last.y() + 5)))
    assert told == []
    qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=at)
    assert told == [["b", "c", "a"]]
    assert chips_in_order(box) == ["b", "c", "a"]


def test_a_click_on_a_chip_is_no_edit(qtbot, box):
    box.show_value(("a", "b"))
    with qtbot.assertNotEmitted(box.edited):
        qtbot.mouseClick(cross_of(box, "a").parentWidget(), Qt.MouseButton.LeftButton)


def chips_in_order(box):
    QApplication.processEvents()
    labels = [label for label in box.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in sorted(labels, key=lambda one: one.mapTo(box, QPoint()).x())]


# Completing


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_site_s_words_are_offered_with_their_counts_but_for_those_in_the_list(qtbot, box):
    box.show_value(("twitter",))
    box.offer([("twitter", 9), ("médias", 4), ("web", 2)])
    assert box.completion.values == (("médias", 4), ("web", 2))
    box.setFocus()
    qtbot.waitUntil(edit(box).hasFocus)
    qtbot.keyClicks(edit(box), "dia")
    assert box.completion.currentCompletion() == "médias"
    told = []
    box.edited.connect(told.append)
    qtbot.keyClick(box.completion.popup(), Key.Key_Down)
    qtbot.keyClick(box.completion.popup(), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [["twitter", "médias"]]
    qtbot.waitUntil(lambda: edit(box).text() == "")
    assert box.completion.values == (("web", 2),)
