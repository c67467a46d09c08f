"""The form: rows by kind, edits that are the writer's alone, problems under their fields."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QMenu, QToolButton

from editor import edits, files, front_matter
from editor.field_habits import Habit, Habits
from editor.field_kinds import Kind
from editor.front_matter import AsTyped, FieldError, ProblemKind
from editor.gui.fields.chips_box import ChipsBox
from editor.gui.fields.choice_box import ChoiceBox
from editor.gui.fields.field_widgets import (
    DateBox,
    LongTextBox,
    TextBox,
)
from editor.gui.fields.form import FrontMatterForm
from editor.gui.fields.form_row import Shown
from editor.gui.fields.mapping_box import MappingBox
from editor.gui.fields.switch_box import SwitchBox
from editor.gui.theme import DARK, LIGHT
from editor.problems.finding import find_problems
from editor.site import Site
from tests.conftest import SAMPLES

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
KINDS = """\
---
title: A title
date: 2009-06-24 10:00:00 +0200
layout: post
tags: [one, two]
draft: false
weight: 5
description: Some words
note: |
  two
  lines
nested:
  a: 1
---

Body.
"""
# The screenless platform warns that it can neither raise a window nor grab the keyboard.
a_popup = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A form in a window, on a text that follows what the form says, as the window's does."""

    def __init__(self, text):
        self.text = text
        self.generator, self.name_date, self.read_only = "jekyll", "", False
        self.edits = []
        self.window = QMainWindow()
        self.form = FrontMatterForm(LIGHT)
        self.window.setCentralWidget(self.form)
        self.form.field_edited.connect(self.set_field)
        self.form.field_removed.connect(self.remove_field)
        self.show()

    def show(self, text=None):
        self.text = self.text if text is None else text
        fields = front_matter.read(self.text)
        self.form.show_post(Shown(fields, self.generator, self.name_date, self.read_only))
        self.form.show_problems(find_problems(self.text, None, Site(None, self.generator)))

    def set_field(self, key, value):
        self.edits.append((key, value))
        try:
            self.text = edits.apply(self.text, front_matter.set_field(self.text, key, value))
        except FieldError:
            self.show()
            self.form.show_refusal(key, "Not written.")
        else:
            self.show()

    def remove_field(self, key):
        self.text = edits.apply(self.text, front_matter.remove_field(self.text, key))
        self.show()

    def box(self, key):
        return self.form.box(key)


@pytest.fixture
def desk(qtbot):
    """Gives a function: the desk with a text on it, shown and active."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))

    def laid(text):
        desk = Desk(text)
        qtbot.addWidget(desk.window)
        desk.window.resize(700, 900)
        desk.window.show()
        desk.window.activateWindow()
        qtbot.waitExposed(desk.window)
        return desk

    yield laid
    QLocale.setDefault(before)


def focus(qtbot, box):
    stop = box.focusProxy() or box
    box.setFocus()
    qtbot.waitUntil(stop.hasFocus)
    return stop


def notes(desk):
    return [note.findChild(QLabel).text() for note in desk.form.problem_notes]


# Rows


def test_each_field_has_a_row_of_its_kind_the_usual_first(desk):
    desk = desk(KINDS)
    kinds = {key: type(desk.box(key)) for key in desk.form.keys}
    assert kinds == {
        "title": TextBox,
        "date": DateBox,
        "layout": ChoiceBox,
        "tags": ChipsBox,
        "draft": SwitchBox,
        "weight": TextBox,
        "description": LongTextBox,
        "note": LongTextBox,
        "nested": MappingBox,
    }


def test_the_usual_fields_are_shown_also_where_the_post_lacks_them(desk):
    desk = desk("Body alone.\n")
    assert desk.form.keys == ["title", "date", "layout", "tags"]
    assert desk.box("title").text() == ""
    assert desk.form.removable_keys == []


def test_the_boxes_show_the_values_as_the_file_holds_them(desk):
    desk = desk(KINDS)
    assert desk.box("title").text() == "A title"
    assert desk.box("date").text() == "June 24, 2009 10:00 +0200"
    assert desk.box("tags").words == ["one", "two"]
    assert not desk.box("draft").isChecked()
    assert desk.box("weight").text() == "5"
    assert desk.box("note").toPlainText() == "two\nlines"


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_showing_a_post_is_no_edit(qtbot, path):
    form = FrontMatterForm(LIGHT)
    qtbot.addWidget(form)
    fields = front_matter.read(files.read(path).text)
    with qtbot.assertNotEmitted(form.field_edited), qtbot.assertNotEmitted(form.field_removed):
        form.show_post(Shown(fields, "jekyll"))
        form.show()
        form.show_post(Shown(fields, "hugo"))
        form.set_theme(DARK)


def test_leaving_a_box_is_no_edit(qtbot, desk):
    desk = desk(KINDS)
    for key in desk.form.keys:
        focus(qtbot, desk.box(key))
    assert desk.edits == []
    assert desk.text == KINDS


def test_another_post_has_its_own_rows(desk):
    desk = desk(KINDS)
    desk.form.show_another_post()
    desk.show("---\ntitle: Other\nslug: x\n---\n")
    assert desk.form.keys == ["title", "date", "layout", "tags", "slug"]
    assert desk.box("title").text() == "Other"
    assert desk.box("tags").words == []


def test_the_same_key_of_another_post_gets_the_box_of_its_kind(qtbot, desk):
    desk = desk("---\nextra: text\n---\n")
    qtbot.keyClicks(focus(qtbot, desk.box("extra")), "x")
    desk.form.show_another_post()
    desk.show("---\nextra: [a, b]\n---\n")
    assert desk.box("extra").words == ["a", "b"]


def test_a_date_missing_is_named_after_the_file(desk):
    desk = desk("---\ntitle: A\n---\n")
    desk.name_date = "2009-06-24"
    desk.show()
    assert desk.box("date").placeholderText() == "June 24, 2009 (from the file's name)"


def test_narrow_the_form_has_one_field_a_row(qtbot, desk):
    desk = desk(KINDS)
    desk.window.resize(800, 900)
    qtbot.waitUntil(lambda: desk.form.width() == 800)
    assert desk.box("date").y() == pytest.approx(desk.box("layout").y(), abs=8)
    desk.window.resize(400, 900)
    qtbot.waitUntil(lambda: desk.box("date").y() + 8 < desk.box("layout").y())


def test_many_fields_scroll_and_leave_room_for_the_text(desk):
    fields = "".join(f"field{number}: x\n" for number in range(80))
    desk = desk(f"---\n{fields}---\n")
    assert desk.form.height() < desk.window.height() / 2
    assert desk.form.verticalScrollBar().maximum() > 0


# What the writer types


def test_typing_a_title_tells_each_key_and_keeps_the_cursor(qtbot, desk):
    desk = desk(KINDS)
    box = focus(qtbot, desk.box("title"))
    box.setCursorPosition(2)
    qtbot.keyClicks(box, "new ")
    assert desk.edits[-1] == ("title", "A new title")
    assert len(desk.edits) == 4
    assert box.cursorPosition() == 6
    assert desk.text == KINDS.replace("A title", "A new title")
    assert desk.box("title") is box


@pytest.mark.parametrize(
    ("line", "key", "typed", "value"),
    [
        ("weight: 5", "weight", "42", AsTyped("42")),
        ("weight: 1.5", "weight", "1.10", AsTyped("1.10")),
        ("weight: 5", "weight", "", None),
        ("start: 2009-06-24", "start", "2012-01-02", AsTyped("2012-01-02")),
        ("start: 2009-06-24", "start", "2012-01-02 10:00:00", AsTyped("2012-01-02 10:00:00")),
        ("title: A", "title", "2012", "2012"),
        ("title: A", "title", "\b2012", "2012"),
        ("title: A", "title", "true", "true"),
        ('title: "A"', "title", "", ""),
        ("title: A", "title", "", None),
        ("title:", "title", "10", "10"),
        ("weight:", "weight", "10", AsTyped("10")),
        ("date:", "date", "2012-01-02 10:00", AsTyped("2012-01-02 10:00")),
    ],
)
def test_what_is_typed_has_the_type_of_the_field(qtbot, desk, line, key, typed, value):
    desk = desk(f"---\n{line}\nother: kept\n---\nBody.\n")
    box = focus(qtbot, desk.box(key))
    qtbot.keyClick(box, Key.Key_A, CTRL)
    qtbot.keyClicks(box, typed or "\b")
    read = front_matter.read(desk.text)
    if not line.endswith(":"):  # where nothing stood, the last key tells the type
        assert (desk.edits[-1], type(desk.edits[-1][1])) == ((key, value), type(value))
    assert read.field(key).shown == typed.strip("\b")
    if type(value) is AsTyped:
        assert read.field(key).raw == value
    assert read.field("other").value == "kept"
    assert desk.text.endswith("---\nBody.\n")


@pytest.mark.parametrize(
    ("line", "key", "typed"),
    [
        ("title:", "title", "2024 in review"),
        ("title:", "title", "true story"),
        ("description:", "description", "5 things"),
        ("weight: 5", "weight", "five"),
        ("start: 2009-06-24", "start", "24 June"),
    ],
)
def test_a_box_stays_while_what_is_typed_passes_through_other_types(qtbot, desk, line, key, typed):
    desk = desk(f"---\n{line}\n---\nBody.\n")
    box = focus(qtbot, desk.box(key))
    qtbot.keyClick(box, Key.Key_A, CTRL)
    qtbot.keyClick(box, Key.Key_Backspace)
    for letter in typed:
        if QApplication.focusWidget() is box:
            qtbot.keyClicks(box, letter)
    assert QApplication.focusWidget() is box
    assert front_matter.read(desk.text).field(key).shown == typed


def test_a_quoted_value_that_is_broken_is_mended_in_its_own_notation(qtbot, desk):
    desk = desk("---\ntitle: 'L'été'\nlayout: post\n---\n")
    box = focus(qtbot, desk.box("title"))
    box.setCursorPosition(2)
    qtbot.keyClicks(box, "'")
    assert desk.text == "---\ntitle: 'L''été'\nlayout: post\n---\n"
    assert (box.text(), notes(desk)) == ("'L''été'", [])
    box.setCursorPosition(7)
    qtbot.keyClicks(box, "s")
    assert desk.text == "---\ntitle: 'L''étés'\nlayout: post\n---\n"
    focus(qtbot, desk.box("layout"))
    desk.show()
    assert box.text() == "L'étés"


def test_a_field_that_the_post_lacked_comes_into_being_as_it_is_filled(qtbot, desk):
    desk = desk("---\ntitle: A\n---\nBody.\n")
    qtbot.keyClicks(focus(qtbot, desk.box("layout")), "post")
    assert desk.text == "---\ntitle: A\nlayout: post\n---\nBody.\n"
    assert desk.edits[0] == ("layout", "p")


def test_front_matter_comes_into_being_with_its_first_field(qtbot, desk):
    desk = desk("Body.\n")
    qtbot.keyClicks(focus(qtbot, desk.box("title")), "Fresh")
    assert desk.text == "---\ntitle: Fresh\n---\n\nBody.\n"
    assert focus(qtbot, desk.box("title")).text() == "Fresh"


def test_the_date_of_a_post_without_one_is_typed_as_a_date(qtbot, desk):
    desk = desk("---\ntitle: A\n---\n")
    qtbot.keyClicks(focus(qtbot, desk.box("date")), "2009-06-24")
    assert desk.text == "---\ntitle: A\ndate: 2009-06-24\n---\n"


def test_tags_are_added_and_taken_away(qtbot, desk):
    desk = desk(KINDS)
    edit = focus(qtbot, desk.box("tags"))
    qtbot.keyClicks(edit, "a b\r")
    assert desk.edits[-1] == ("tags", ["one", "two", "a b"])
    assert "tags: [one, two, a b]\n" in desk.text
    qtbot.keyClick(edit, Key.Key_Backspace)
    qtbot.keyClick(edit, Key.Key_Backspace)
    assert "tags: [one]\n" in desk.text
    qtbot.keyClick(edit, Key.Key_Backspace)
    assert desk.box("tags").words == []
    assert QApplication.focusWidget() is edit


def test_numbers_among_tags_stay_numbers(qtbot, desk):
    desk = desk("---\ntags: [2009, 1.10, a]\n---\n")
    qtbot.keyClicks(focus(qtbot, desk.box("tags")), "b\r")
    assert desk.text == "---\ntags: [2009, 1.10, a, b]\n---\n"


def test_a_switch_changes_its_word_alone(qtbot, desk):
    desk = desk(KINDS)
    qtbot.keyClick(focus(qtbot, desk.box("draft")), Key.Key_Space)
    assert desk.edits == [("draft", True)]
    assert desk.text == KINDS.replace("draft: false", "draft: true")


def test_a_long_text_is_edited_in_its_lines(qtbot, desk):
    desk = desk(KINDS)
    box = focus(qtbot, desk.box("note"))
    qtbot.keyClick(box, Key.Key_End, CTRL)
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.keyClicks(box, "three")
    assert front_matter.read(desk.text).field("note").value == "two\nlines\nthree\n"
    assert box.textCursor().blockNumber() == 2


def test_a_value_for_the_source_alone_leads_there(qtbot, desk):
    desk = desk(KINDS)
    with qtbot.waitSignal(desk.form.source_asked) as asked:
        desk.box("nested").findChild(QToolButton).click()
    assert asked.args == [KINDS[: KINDS.index("nested")].count("\n")]


@pytest.mark.parametrize("key", ["title", "date", "tags", "description"])
def test_ctrl_z_in_a_box_reaches_the_window(qtbot, desk, key):
    desk = desk(KINDS)
    undo = QAction("Undo", desk.window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    desk.window.addAction(undo)
    box = focus(qtbot, desk.box(key))
    qtbot.keyClicks(box, "2")
    text = desk.text
    with qtbot.waitSignal(undo.triggered):
        qtbot.keyClick(box, Key.Key_Z, CTRL)
    assert desk.text == text


def test_an_undone_field_shows_its_old_text_and_keeps_its_box(qtbot, desk):
    desk = desk(KINDS)
    box = focus(qtbot, desk.box("title"))
    qtbot.keyClicks(box, "x")
    desk.show(KINDS)
    assert desk.box("title") is box
    assert box.text() == "A title"
    assert box.hasFocus()


# Adding and removing


@a_popup
def test_a_known_field_is_added_by_its_name(qtbot, desk):
    desk = desk("---\ntitle: A\n---\n")
    adder = desk.window.findChild(QLineEdit, "adder")
    desk.form.focus_adder()
    qtbot.waitUntil(adder.hasFocus)
    qtbot.keyClicks(adder, "description\r")
    assert desk.text == "---\ntitle: A\n---\n"
    box = desk.box("description")
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Words")
    assert desk.text == "---\ntitle: A\ndescription: Words\n---\n"
    assert adder.text() == ""


def test_an_unknown_field_is_added_by_its_name(qtbot, desk):
    desk = desk("---\ntitle: A\n---\n")
    qtbot.keyClicks(desk.window.findChild(QLineEdit, "adder"), " my-key: \r")
    qtbot.keyClicks(focus(qtbot, desk.box("my-key")), "x")
    assert desk.text == "---\ntitle: A\nmy-key: x\n---\n"


@pytest.mark.parametrize(("key", "value"), [("draft", "true"), ("published", "false")])
def test_a_switch_comes_as_what_one_adds_it_for(desk, key, value):
    desk = desk("---\ntitle: A\n---\n")
    desk.form.ask_for(key)
    assert desk.text == f"---\ntitle: A\n{key}: {value}\n---\n"
    assert isinstance(desk.box(key), SwitchBox)


def test_a_name_that_is_there_gets_the_focus_and_an_empty_one_does_nothing(qtbot, desk):
    desk = desk(KINDS)
    adder = desk.window.findChild(QLineEdit, "adder")
    qtbot.keyClicks(adder, " : \r")
    qtbot.keyClicks(adder, "weight\r")
    qtbot.waitUntil(desk.box("weight").hasFocus)
    assert desk.edits == []
    assert len(desk.form.keys) == 9


def test_a_field_that_was_asked_for_and_not_filled_goes_with_the_post(desk):
    desk = desk("---\ntitle: A\n---\n")
    desk.form.ask_for("description")
    desk.show()
    assert "description" in desk.form.keys
    desk.form.show_another_post()
    desk.show("---\ntitle: B\n---\n")
    assert "description" not in desk.form.keys


def test_only_fields_that_are_missing_are_offered(desk):
    desk = desk(KINDS)
    completer = desk.window.findChild(QLineEdit, "adder").completer()
    offered = [
        completer.model().index(row, 0).data() for row in range(completer.model().rowCount())
    ]
    assert "categories" in offered
    assert not {"title", "draft"} & set(offered)


@a_popup
def test_a_right_click_on_the_name_of_a_field_removes_it(desk):
    desk = desk(KINDS)
    menu = menu_of(desk, "Draft")
    assert [action.text() for action in menu.actions()] == [
        "Remove the field “draft”",
        "Edit in the source",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert desk.text == KINDS.replace("draft: false\n", "")
    assert "draft" not in desk.form.keys


@a_popup
def test_a_field_that_is_not_there_cannot_be_removed(desk):
    desk = desk("---\ntitle: A\n---\n")
    menu = menu_of(desk, "Layout")
    assert not any(action.isEnabled() for action in menu.actions())
    menu.close()


def menu_of(desk, name):
    [label] = [label for label in desk.form.findChildren(QLabel) if label.text() == name]
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(label, QContextMenuEvent(reason, QPoint(2, 2), QPoint(2, 2)))
    return desk.form.findChildren(QMenu)[-1]


# Problems


def test_the_interview_s_title_is_shown_as_written_with_its_mend(qtbot, desk):
    desk = desk(files.read(INTERVIEW).text)
    assert desk.box("title").text() == (
        "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;"
    )
    [message] = notes(desk)
    assert message.startswith("Line 3: the title holds “:”, which needs quotes in YAML.")
    assert "Jekyll publishes the post without title" in message
    [button] = desk.form.problem_notes[0].findChildren(QToolButton)
    assert button.text() == "Quote the title"
    with qtbot.waitSignal(desk.form.mend_asked) as asked:
        button.click()
    [problem] = asked.args
    assert (problem.key, problem.kind) == ("title", ProblemKind.NEEDS_QUOTES)


def test_a_mended_title_has_no_note_and_keeps_its_box(desk):
    desk = desk(files.read(INTERVIEW).text)
    box = desk.box("title")
    desk.show(edits.apply(desk.text, front_matter.quote_field(desk.text, "title")))
    assert notes(desk) == []
    assert desk.box("title") is box
    assert box.text().startswith("Biz Stone : &quot;")


def test_typing_on_in_a_broken_title_keeps_the_cursor(qtbot, desk):
    desk = desk("---\ntitle: A : b : c\n---\nBody.\n")
    box = focus(qtbot, desk.box("title"))
    qtbot.keyClick(box, Key.Key_End)
    qtbot.keyClicks(box, " : d")
    assert (box.text(), box.cursorPosition()) == ("A : b : c : d", 13)
    assert box.hasFocus()
    assert front_matter.read(desk.text).field("title").value == "A : b : c : d"
    assert notes(desk) == []


def test_a_note_stands_under_its_field_and_the_general_ones_above_all(desk):
    desk = desk("---\ntitle: A : b\nlayout: post\nno field\n---\n")
    general, below_title = desk.form.problem_notes
    assert general.y() < desk.box("title").y() < below_title.y() < desk.box("layout").y()


def test_hugo_stops_where_jekyll_drops(desk):
    desk = desk("---\ntitle: A : b\n---\n")
    desk.generator = "hugo"
    desk.show()
    assert "Hugo stops" in notes(desk)[0]


def test_what_the_text_refuses_stays_in_the_box_with_the_reason_under_it(qtbot, desk):
    desk = desk("---\nstart: 2009-06-24\nother: kept\n---\n")
    box = focus(qtbot, desk.box("start"))
    qtbot.keyClick(box, Key.Key_A, CTRL)
    qtbot.keyClicks(box, "[a")
    assert (box.text(), box.cursorPosition()) == ("[a", 2)
    assert notes(desk) == ["Not written."]
    qtbot.keyClicks(box, "]")
    assert desk.text == "---\nstart: [a]\nother: kept\n---\n"
    assert notes(desk) == []


@pytest.mark.parametrize("head", ["---\nnote:\n---\n", "---\ntitle: A\n---\n", ""])
@pytest.mark.parametrize("sign", "[{&*!|>%@`'\"#-?:,~=<")
def test_what_is_typed_into_an_empty_field_is_text_whatever_its_first_sign(qtbot, desk, head, sign):
    desk = desk(f"{head}Body.\n")
    desk.form.ask_for("note")
    box = focus(qtbot, desk.box("note"))
    for letter in f"{sign} a: b #c":
        qtbot.keyClicks(box, letter)
        assert notes(desk) == []
    assert front_matter.read(desk.text).field("note").value == f"{sign} a: b #c"


def test_a_refusal_stands_under_the_field_until_the_post_is_shown_again(desk):
    desk = desk(KINDS)
    desk.form.show_refusal("weight", "This value cannot be written in this place.")
    assert notes(desk) == ["This value cannot be written in this place."]
    desk.show()
    assert notes(desk) == []


def test_read_only_nothing_can_be_changed_and_everything_read(qtbot, desk):
    desk = desk(KINDS.replace("A title", "A : title"))
    desk.read_only = True
    desk.show()
    for key in ("title", "weight", "date"):
        assert desk.box(key).isReadOnly()
    for key in ("tags", "draft", "description"):
        assert not desk.box(key).isEnabled()
    assert not desk.window.findChild(QLineEdit, "adder").isEnabled()
    assert len(notes(desk)) == 1
    assert desk.form.problem_notes[0].findChildren(QToolButton) == []
    desk.form.ask_for("published")
    qtbot.keyClicks(desk.box("title"), "x")
    assert desk.edits == []


# Keyboard, screen reader, hostile texts


def test_tab_goes_down_the_form(qtbot, desk):
    desk = desk("---\ntitle: A : b\ntags: [x, y]\nnested: {a: 1}\ndraft: true\n---\n")
    desk.show(desk.text.replace("y]", "y, z]"))
    stop, seen = focus(qtbot, desk.box("title")), []
    while stop not in seen:
        seen.append(stop)
        qtbot.keyClick(stop, Key.Key_Tab)
        stop = QApplication.focusWidget()
    names = [spoken_name(stop) for stop in seen]
    assert names == [
        "Title",
        "Quote the title",
        "Date",
        "Layout",
        *("Remove x", "Remove y", "Remove z", "Tags"),
        "nested: Edit in the source",
        "Draft",
        "Add a field",
    ]


def spoken_name(widget):
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_whatever_takes_the_focus_has_a_name_for_a_screen_reader(desk, path):
    desk = desk(files.read(path).text)
    stop, nameless = desk.form.nextInFocusChain(), []
    while stop is not desk.form:
        if stop.isVisible() and stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
            nameless += [] if spoken_name(stop) else [stop]
        stop = stop.nextInFocusChain()
    assert nameless == []


def test_texts_of_the_post_are_never_html(desk):
    tag = "<img src='file:///x.png'>"
    desk = desk(
        f'---\n"<b>key</b>": "{tag}"\ntags: ["{tag}"]\ndate: "{tag}"\nnest: {{a: "{tag}"}}\n'
        f"k<i>: {tag} : {tag}\n---\n"
    )
    for label in desk.form.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for widget in desk.form.findChildren(QToolButton) + desk.form.findChildren(QLineEdit):
        assert "<img" not in widget.toolTip()
    for label in desk.form.findChildren(QLabel):
        assert "<b>" not in label.toolTip()


def test_an_ampersand_in_a_key_is_shown_as_one(desk):
    desk = desk('---\n"R&D": x\n---\n')
    assert "R&&D" in [label.text() for label in desk.form.findChildren(QLabel)]


def test_a_post_of_very_many_fields_shows_the_first_and_says_so(desk):
    desk = desk("---\n" + "".join(f"key{number}: x\n" for number in range(400)) + "---\n")
    assert 150 <= len(desk.form.keys) <= 160
    assert notes(desk)[0] == "More fields of this post are in the source alone: 250."


def test_what_comes_of_several_problems_is_said_once(desk):
    desk = desk("---\nlayout: post\ntitle: A : b\nauthor: C : d\n---\n")
    told = [note.count("Jekyll publishes the post without title") for note in notes(desk)]
    assert told == [1, 0]


def test_a_tag_that_the_site_spells_otherwise_can_take_the_usual_spelling(desk):
    desk = desk("---\ntitle: A\ntags: [one, Velos]\n---\n")
    values = (("vélo", 41), ("Velos", 1), ("one", 7))
    habits = Habits(50, "yaml", (Habit("tags", 0.9, Kind.LIST, values),))
    desk.form.show_habits(habits)
    (note,) = desk.form.problem_notes
    assert note.accessibleName() == "“Velos”: 41 posts have “vélo”."
    note.findChild(QToolButton).click()
    assert desk.text == "---\ntitle: A\ntags: [one, vélo]\n---\n"
    assert desk.form.problem_notes == []


@a_popup
def test_a_category_being_typed_is_left_alone_until_it_is_typed(qtbot, desk):
    desk = desk("---\ntitle: A\ncategory: x\n---\n")
    habit = Habit("category", 0.9, Kind.CHOICE, (("plan", 9), ("plans", 1)))
    desk.form.show_habits(Habits(50, "yaml", (habit,)))
    box = focus(qtbot, desk.box("category"))
    box.selectAll()
    qtbot.keyClicks(box, "Plans")
    assert desk.form.problem_notes == []
    box.completion.popup().hide()
    desk.form.focus_field("title")
    qtbot.waitUntil(lambda: len(desk.form.problem_notes) == 1)
    desk.form.problem_notes[0].findChild(QToolButton).click()
    assert desk.text == "---\ntitle: A\ncategory: plan\n---\n"
