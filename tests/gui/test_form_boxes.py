"""The boxes for choices, files, and fields within a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton

from editor.gui.fields.choice_box import ChoiceBox
from editor.gui.fields.mapping_box import MappingBox
from editor.gui.fields.path_box import PathBox
from editor.gui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # to raise a popup
Key = Qt.Key


@pytest.fixture
def show(qtbot):
    """Gives a function that shows a box in a window of its own, with the focus."""

    def shown(box):
        qtbot.addWidget(box)
        box.resize(400, 40)
        box.show()
        qtbot.waitExposed(box)
        box.activateWindow()
        box.setFocus()
        qtbot.waitUntil((box.focusProxy() or box).hasFocus)
        return box

    return shown


# A choice


def test_a_choice_is_typed_like_any_text(qtbot, show):
    box = show(ChoiceBox(LIGHT))
    box.show_value("post")
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClick(box, Key.Key_End)
        qtbot.keyClicks(box, "s")
    assert edited.args == ["posts"]


def test_a_choice_is_taken_from_all_values_by_the_keyboard(qtbot, show):
    box = show(ChoiceBox(LIGHT))
    box.show_value("post")
    box.offer([("post", 12), ("interview", 3)])
    qtbot.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: box.completion.is_open)
    popup = box.completion.popup()
    assert popup.model().rowCount() == 2  # not only those that hold what is written
    told = []
    box.edited.connect(told.append)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["interview"]
    assert box.text() == "interview"


def test_showing_and_offering_is_no_edit(qtbot, show):
    box = show(ChoiceBox(LIGHT))
    with qtbot.assertNotEmitted(box.edited):
        box.offer([("post", 12)])
        box.show_value("post")
        box.set_theme(DARK)


def test_a_read_only_choice_opens_nothing(show):
    box = show(ChoiceBox(LIGHT))
    box.offer([("post", 12)])
    box.setReadOnly(True)
    box.open_values()
    assert not box.completion.is_open


# A file


def test_a_path_is_typed_and_asked_for(qtbot, show):
    box = show(PathBox(LIGHT))
    box.show_value("/a.png")
    with qtbot.waitSignal(box.edited) as edited:
        qtbot.keyClick(box.edit, Key.Key_End)
        qtbot.keyClicks(box.edit, "x")
    assert edited.args == ["/a.pngx"]
    with qtbot.waitSignal(box.file_asked):
        qtbot.keyClick(box.edit, Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def test_what_lies_at_a_path_is_shown_until_the_path_changes(qtbot, show):
    box = show(PathBox(LIGHT))
    box.show_value("/a.png")
    assert not box.is_missing
    assert not box.has_picture
    box.show_file(is_missing=True)
    assert box.is_missing
    assert box.edit.accessibleDescription() == "There is no such file."
    qtbot.keyClicks(box.edit, "x")
    assert not box.is_missing
    box.show_file(is_missing=False, picture=QImage(10, 10, QImage.Format.Format_RGB32))
    assert box.has_picture
    box.show_value("/other.png")
    assert not box.has_picture


def test_a_read_only_path_is_not_asked_for(qtbot, show):
    box = show(PathBox(LIGHT))
    box.edit.setReadOnly(True)
    with qtbot.assertNotEmitted(box.file_asked):
        qtbot.keyClick(box.edit, Key.Key_Down, Qt.KeyboardModifier.AltModifier)


# Fields within a field


def test_a_mapping_is_shown_by_its_fields_and_leads_to_the_source(qtbot, show):
    box = show(MappingBox())
    box.setAccessibleName("header")
    box.show_value({"image": "a.png", "links": [{"url": "x"}, {"url": "<b>y</b>"}]})
    assert box.lines == [
        ("image", "a.png"),
        ("links", ""),
        ("1. url", "x"),
        ("2. url", "<b>y</b>"),
    ]
    [button] = box.findChildren(QToolButton)
    assert button.accessibleName() == "header: Edit in the source"
    assert "image a.png" in button.accessibleDescription()
    with qtbot.waitSignal(box.source_asked):
        button.click()


def test_a_long_mapping_says_that_there_is_more(show):
    box = show(MappingBox())
    box.show_value({f"key{number}": number for number in range(30)})
    assert len(box.lines) == 9
    assert box.lines[-1] == ("…", "")
    box.show_value({"a": 1})
    assert box.lines == [("a", "1")]
