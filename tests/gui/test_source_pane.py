"""The source pane: real keys, a fold they never get into, the file's own line numbers."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest

from editor import front_matter
from editor.edits import Edit
from editor.gui.posts import document as documents
from editor.gui.source.highlighter import Highlighter
from editor.gui.source_pane import SourcePane
from editor.gui.theme import DARK, LIGHT
from tests.gui.documents import open_document

HEAD = "---\ntitle: A\ndate: 2009-06-24\n---\n"  # lines 0 to 3
POST = HEAD + "\nFirst line.\nSecond line.\nThird line.\n"
BODY = POST[len(HEAD) :]
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def pane(qtbot):
    pane = SourcePane(LIGHT)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def document(pane, tmp_path):
    document = open_document(tmp_path, POST)
    pane.show_document(document)
    return document


def put_caret(pane, place, anchor=None):
    """The caret at a place of the body, in characters; with `anchor` a selection from there."""
    cursor = pane.textCursor()
    cursor.setPosition(len(HEAD) + (place if anchor is None else anchor))
    cursor.setPosition(len(HEAD) + place, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def shown_lines(pane):
    """The numbers and texts of the lines that can be seen, as the writer counts them."""
    area = pane.viewport().rect()
    return [(block.blockNumber() + 1, block.text()) for block, _ in pane.in_view.blocks(area)]


def set_field(document, key, value):
    document.apply(front_matter.set_field(document.text, key, value))


# The fold


def test_the_front_matter_is_folded_and_the_numbers_are_the_file_s(pane, document):
    assert shown_lines(pane)[:2] == [(5, ""), (6, "First line.")]
    assert pane.caret_line == 4
    assert pane.in_view.top_line() == pytest.approx(4, abs=0.01)
    assert document.text == POST


def test_unfolding_shows_the_whole_file_and_folding_hides_it_again(pane, document):
    pane.set_folded(False)
    assert shown_lines(pane)[0] == (1, "---")
    pane.set_folded(True)
    assert shown_lines(pane)[0] == (5, "")
    assert document.text == POST
    assert not document.is_modified


def test_folding_takes_the_caret_out_of_the_lines_that_hide(pane, document):
    pane.set_folded(False)
    pane.go_to_line(1)
    pane.set_folded(True)
    assert pane.caret_line == 4
    assert document.text == POST


MOVES = {
    "left": (Key.Key_Left, NONE),
    "a word left": (Key.Key_Left, CTRL),
    "up": (Key.Key_Up, NONE),
    "page up": (Key.Key_PageUp, NONE),
    "home": (Key.Key_Home, NONE),
    "start of the text": (Key.Key_Home, CTRL),
}
KEYS_AT_THE_FOLD = MOVES | {
    "backspace": (Key.Key_Backspace, NONE),
    "shift and backspace": (Key.Key_Backspace, SHIFT),
    "a word backwards": (Key.Key_Backspace, CTRL),
    "a line backwards": (Key.Key_Backspace, CTRL | SHIFT),
}


@pytest.mark.parametrize(("key", "modifier"), KEYS_AT_THE_FOLD.values(), ids=KEYS_AT_THE_FOLD)
def test_no_key_gets_from_the_first_line_into_the_fold(qtbot, pane, document, key, modifier):
    put_caret(pane, 0)
    for _ in range(3):
        qtbot.keyClick(pane, key, modifier)
    assert document.text == POST
    assert pane.caret_line == 4
    qtbot.keyClicks(pane, "x")
    assert document.text == HEAD + "x" + BODY


@pytest.mark.parametrize(("key", "modifier"), MOVES.values(), ids=MOVES)
def test_what_shift_selects_ends_at_the_fold(qtbot, pane, document, key, modifier):
    put_caret(pane, 4)
    for _ in range(10):
        qtbot.keyClick(pane, key, modifier | SHIFT)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert document.text.startswith(HEAD)


@pytest.mark.parametrize("place", [0, 5, len(BODY)])
@pytest.mark.parametrize("ending", ["typed", Key.Key_Backspace, Key.Key_Delete, Key.Key_Return])
def test_select_all_selects_the_body_alone(qtbot, pane, document, place, ending):
    put_caret(pane, place)
    qtbot.keyClick(pane, Key.Key_A, CTRL)
    if ending == "typed":
        qtbot.keyClicks(pane, "New")
    else:
        qtbot.keyClick(pane, ending)
    assert document.text.startswith(HEAD)
    assert "line" not in document.text
    document.qt.undo()
    assert document.text == POST


def test_select_all_and_cut_takes_the_body_alone(qtbot, pane, document, qapp):
    qtbot.keyClick(pane, Key.Key_A, CTRL)
    qtbot.keyClick(pane, Key.Key_X, CTRL)
    assert document.text == HEAD
    assert qapp.clipboard().text() == BODY


def test_a_word_backwards_over_the_first_line_s_start_stops_there(qtbot, pane, tmp_path):
    document = open_document(tmp_path, HEAD + "  word")
    pane.show_document(document)
    qtbot.keyClick(pane, Key.Key_End)
    for _ in range(4):
        qtbot.keyClick(pane, Key.Key_Backspace, CTRL)
    assert document.text == HEAD


def test_delete_at_the_end_of_the_text_does_nothing(qtbot, pane, document):
    qtbot.keyClick(pane, Key.Key_End, CTRL)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert document.text == POST


def test_delete_joins_lines_of_the_body(qtbot, pane, document):
    put_caret(pane, 0)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert document.text == HEAD + BODY[1:]
    assert shown_lines(pane)[0] == (5, "First line.")


def test_a_body_of_nothing_can_be_typed_into(qtbot, pane, tmp_path):
    document = open_document(tmp_path, HEAD)
    pane.show_document(document)
    qtbot.keyClick(pane, Key.Key_Backspace)
    qtbot.keyClicks(pane, "x")
    assert document.text == HEAD + "x"


def test_a_file_of_front_matter_without_a_last_newline_keeps_it(qtbot, pane, tmp_path):
    document = open_document(tmp_path, HEAD.rstrip("\n"))
    pane.show_document(document)
    for key in (Key.Key_Up, Key.Key_Home):
        qtbot.keyClick(pane, key, CTRL)
    qtbot.keyClick(pane, Key.Key_Backspace)
    assert document.text == HEAD.rstrip("\n")


def test_without_front_matter_nothing_is_folded(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "One.\nTwo.\n")
    pane.show_document(document)
    assert shown_lines(pane)[0] == (1, "One.")
    qtbot.keyClick(pane, Key.Key_A, CTRL)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert document.text == ""


def test_unfolded_the_front_matter_can_be_edited(qtbot, pane, document):
    pane.set_folded(False)
    pane.go_to_line(1)
    qtbot.keyClick(pane, Key.Key_End)
    qtbot.keyClicks(pane, "bc")
    assert document.front_matter.field("title").value == "Abc"


def test_a_field_added_and_undone_in_the_form_keeps_fold_and_caret(pane, document):
    put_caret(pane, 3)
    set_field(document, "layout", "post")
    assert shown_lines(pane)[0] == (6, "")
    assert pane.textCursor().positionInBlock() == 2
    document.qt.undo()
    assert document.text == POST
    assert shown_lines(pane)[0] == (5, "")
    assert pane.caret_line == 5


def test_undo_of_a_field_in_the_pane_leaves_the_caret_in_sight(qtbot, pane, document):
    qtbot.keyClicks(pane, "x")
    set_field(document, "title", "Another")
    qtbot.keyClick(pane, Key.Key_Z, CTRL)
    assert document.text == HEAD + "x" + BODY
    assert pane.caret_line == 4
    qtbot.keyClick(pane, Key.Key_Z, CTRL)
    assert document.text == POST
    qtbot.keyClick(pane, Key.Key_Z, CTRL | SHIFT)
    qtbot.keyClick(pane, Key.Key_Z, CTRL | SHIFT)
    assert document.front_matter.field("title").value == "Another"
    assert pane.caret_line == 4


def test_front_matter_that_comes_into_being_folds_away(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "Body.\n")
    pane.show_document(document)
    set_field(document, "title", "New")
    assert [text for _, text in shown_lines(pane)][:2] == ["", "Body."]
    qtbot.keyClicks(pane, "x")
    assert document.text == "---\ntitle: New\n---\n\nxBody.\n"


def test_front_matter_typed_by_hand_folds_when_it_is_whole(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "")
    pane.show_document(document)
    for line in ("---", "title: A", "---"):
        qtbot.keyClicks(pane, line)
        qtbot.keyClick(pane, Key.Key_Return)
    qtbot.keyClicks(pane, "Body")
    assert document.text == "---\ntitle: A\n---\nBody"
    assert shown_lines(pane) == [(4, "Body")]


def test_an_open_head_is_not_folded_so_that_a_field_can_be_typed_to_its_end(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "---\ntitle: A\n\nBody.\n")
    pane.show_document(document)
    assert shown_lines(pane)[0] == (1, "---")
    pane.go_to_line(2)
    qtbot.keyClicks(pane, "layout: post")
    assert document.text == "---\ntitle: A\nlayout: post\nBody.\n"


def test_typing_the_closing_fence_above_other_lines_keeps_the_caret_in_sight(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "---\ntitle: A\n\nBody.\n")
    pane.show_document(document)
    pane.go_to_line(2)
    qtbot.keyClicks(pane, "---")
    assert document.text == "---\ntitle: A\n---\nBody.\n"
    assert shown_lines(pane)[0] == (4, "Body.")
    assert pane.caret_line == 3


def test_lines_put_into_the_fold_in_the_place_of_others_stay_hidden(pane, document):
    start = POST.index("title")
    fence = len(HEAD) - len("---\n")
    document.apply([Edit(start, start + len("title: A\n"), ""), Edit(fence, fence, "b: 1\n")])
    assert document.text == HEAD.replace("title: A\n", "").replace("24\n", "24\nb: 1\n") + BODY
    assert shown_lines(pane)[0] == (5, "")


# Documents


def test_each_document_keeps_its_caret_and_its_scroll(qtbot, pane, tmp_path):
    one = open_document(tmp_path, HEAD + "line\n" * 300, "one.md")
    other = open_document(tmp_path, HEAD + "other\n" * 300, "other.md")
    pane.show_document(one)
    pane.go_to_line(200)
    scroll = pane.verticalScrollBar().value()
    assert scroll > 0
    pane.show_document(other)
    assert (pane.caret_line, pane.verticalScrollBar().value()) == (4, 0)
    qtbot.keyClicks(pane, "x")
    pane.show_document(one)
    assert (pane.caret_line, pane.verticalScrollBar().value()) == (200, scroll)
    assert other.text == HEAD + "x" + "other\n" * 300
    assert not one.is_modified


def test_a_hidden_document_s_changes_show_when_it_comes_back(pane, tmp_path):
    one = open_document(tmp_path, POST, "one.md")
    pane.show_document(one)
    pane.show_document(open_document(tmp_path, POST, "other.md"))
    set_field(one, "layout", "post")
    pane.show_document(one)
    assert shown_lines(pane)[0] == (6, "")


def test_a_fold_changed_meanwhile_holds_for_every_document(pane, tmp_path):
    one = open_document(tmp_path, POST, "one.md")
    pane.show_document(one)
    pane.show_document(open_document(tmp_path, POST, "other.md"))
    pane.set_folded(False)
    pane.show_document(one)
    assert shown_lines(pane)[0] == (1, "---")


def test_a_read_only_post_takes_no_keys(qtbot, pane, tmp_path):
    document = open_document(tmp_path, b"\xff\xfe\x00\x00" + POST.encode("utf-32-le"))
    pane.show_document(document)
    qtbot.keyClicks(pane, "x")
    qtbot.keyClick(pane, Key.Key_Return)
    assert document.text == POST


def test_a_line_of_100_kb_is_shown_and_typed_into(qtbot, pane, tmp_path):
    document = open_document(tmp_path, HEAD + "word\u00a0 " * 17_000 + "\nend\n")
    pane.show_document(document)
    qtbot.keyClicks(pane, "abc")
    qtbot.keyClick(pane, Key.Key_End, CTRL)
    pane.grab()
    assert document.text.startswith(HEAD + "abcword\u00a0 word")


def test_no_break_spaces_are_kept_when_typed_copied_and_pasted(qtbot, pane, tmp_path):
    document = open_document(tmp_path, "«\u00a0a\u202f»\u2028")
    pane.show_document(document)
    qtbot.keyClick(pane, Key.Key_A, CTRL)
    qtbot.keyClick(pane, Key.Key_C, CTRL)
    qtbot.keyClick(pane, Key.Key_End, CTRL)
    qtbot.keyClick(pane, Key.Key_V, CTRL)
    assert document.text.startswith("«\u00a0a\u202f»\u2028«\u00a0a\u202f»")


def test_pasted_html_comes_in_as_markdown(qtbot, pane, document, qapp):
    mime = QMimeData()
    mime.setHtml("<h1>Big</h1>")
    mime.setText("Big")
    qapp.clipboard().setMimeData(mime)
    qtbot.keyClick(pane, Key.Key_V, CTRL)
    assert document.text == HEAD + "# Big" + BODY


# What the pane says


def test_the_caret_s_place_is_told_in_characters_of_the_file(qtbot, pane, tmp_path):
    document = open_document(tmp_path, HEAD + "😀é\u00a0b\n")
    pane.show_document(document)
    with qtbot.waitSignal(pane.caret_moved) as moved:
        qtbot.keyClick(pane, Key.Key_End)
    assert moved.args == [4, 4]


def test_going_to_a_line_puts_caret_and_focus_there(qtbot, pane, tmp_path):
    pane.show_document(open_document(tmp_path, HEAD + "line\n" * 300))
    pane.go_to_line(250)
    assert pane.caret_line == 250
    assert 250 in [number - 1 for number, _ in shown_lines(pane)]
    qtbot.waitUntil(pane.hasFocus)
    pane.go_to_line(10_000)
    assert pane.caret_line == 304


def test_scrolling_tells_the_file_line_in_the_top_third(qtbot, pane, tmp_path):
    pane.show_document(open_document(tmp_path, HEAD + "line\n" * 300))
    with qtbot.waitSignal(pane.in_view.scrolled_to) as scrolled:
        pane.verticalScrollBar().setValue(100)
    assert pane.in_view.top_line() == 104
    third = pane.viewport().height() / 3 / pane.fontMetrics().lineSpacing()
    assert scrolled.args[0] == pytest.approx(104 + third, abs=1)


def test_at_either_end_the_outermost_line_is_in_focus(pane, tmp_path):
    pane.show_document(open_document(tmp_path, HEAD + "line\n" * 300))
    assert pane.in_view.focus_line() == pytest.approx(4, abs=0.1)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.in_view.focus_line() >= 303


def test_a_line_is_brought_to_the_top_third_and_that_is_no_scrolling_of_the_writers(
    qtbot, pane, tmp_path
):
    pane.show_document(open_document(tmp_path, HEAD + ("word " * 100 + "\n\n") * 100))
    with qtbot.assertNotEmitted(pane.in_view.scrolled_to):
        pane.in_view.scroll_to(120.5)
    assert pane.in_view.focus_line() == pytest.approx(120.5, abs=0.5)


def test_the_wheel_with_ctrl_zooms_and_without_it_scrolls(qtbot, pane, tmp_path):
    pane.show_document(open_document(tmp_path, HEAD + "line\n" * 300))
    with qtbot.waitSignal(pane.zoom_asked) as zoomed:
        pane.wheelEvent(wheel(CTRL, 120))
    assert zoomed.args == [1]
    with qtbot.waitSignal(pane.zoom_asked) as zoomed:
        pane.wheelEvent(wheel(CTRL, -120))
    assert zoomed.args == [-1]
    with qtbot.assertNotEmitted(pane.zoom_asked):
        pane.wheelEvent(wheel(NONE, -120))
    assert pane.verticalScrollBar().value() > 0


def wheel(modifiers, turn):
    return QWheelEvent(
        *(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, turn)),
        *(Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False),
    )


def test_zooming_changes_the_letters_and_not_the_text(pane, document):
    small = pane.fontMetrics().height()
    pane.column.set_zoom(8)
    assert pane.fontMetrics().height() > small
    pane.column.set_zoom(-100)
    assert pane.font().pointSizeF() == 6
    assert (document.text, document.is_modified, document.revision) == (POST, False, 0)


def test_a_dropped_file_is_told_and_not_pasted(qtbot, pane, document, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped é.md"))])
    asked = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, *nothing_pressed())
    pane.dragEnterEvent(asked)
    assert asked.isAccepted()
    with qtbot.waitSignal(pane.file_dropped) as dropped:
        pane.dropEvent(
            QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, *nothing_pressed())
        )
    assert dropped.args == [tmp_path / "dropped é.md"]
    assert document.text == POST


def nothing_pressed():
    return Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_dropped_text_is_text(qtbot, pane, document):
    mime = QMimeData()
    mime.setText("dropped")
    with qtbot.assertNotEmitted(pane.file_dropped):
        pane.dropEvent(
            QDropEvent(QPointF(0, 0), Qt.DropAction.CopyAction, mime, *nothing_pressed())
        )
    assert document.text.startswith(HEAD)
    assert "dropped" in document.text


@pytest.mark.usefixtures("document")
def test_a_click_on_a_line_number_puts_the_caret_there(pane):
    third = pane.in_view.blocks(pane.viewport().rect())[2][1]
    QTest.mousePress(
        pane.numbers, Qt.MouseButton.LeftButton, NONE, QPoint(4, round(third.center().y()))
    )
    assert pane.caret_line == 6
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_pane_is_drawn_in_the_theme_s_colours(pane, document, theme):
    pane.set_theme(theme)
    pane.set_folded(False)
    picture = pane.grab().toImage()
    caret = pane.in_view.caret_rect(pane.viewport().width()).center().toPoint()
    place = pane.viewport().mapTo(pane, QPoint(pane.viewport().width() - 5, caret.y()))
    assert picture.pixelColor(place).name() == theme.caret_line
    assert not document.is_modified


def test_the_pane_has_a_name_for_a_screen_reader(pane):
    assert pane.accessibleName() == "Source"
    assert pane.accessibleDescription()


def test_a_long_post_has_no_colours_and_can_be_typed_in(qtbot, pane, tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "_LONG", 10)
    document = open_document(tmp_path, HEAD + "**bold**\n", "long.md")
    pane.show_document(document)
    block = document.qt.findBlockByNumber(4)
    assert not block.layout().formats()
    put_caret(pane, 0)
    qtbot.keyClicks(pane, "x")
    assert document.text == HEAD + "x**bold**\n"
    pane.set_theme(DARK)


def test_a_document_left_while_its_colours_come_bit_by_bit_is_coloured_no_more(qtbot, tmp_path):
    document = open_document(tmp_path, "*word*\n" * 2000)
    pane = SourcePane(LIGHT)
    qtbot.addWidget(pane)
    pane.show_document(document)
    highlighter = document.qt.findChild(Highlighter)
    assert highlighter._rest.isActive()
    pane.leave(document)
    assert not highlighter._rest.isActive()
    assert document.qt.findBlockByNumber(0).layout().formats() == []
    assert not document.is_modified
    assert document.revision == 0


def test_a_tab_can_be_seen(pane, tmp_path):
    def colours(text):
        pane.show_document(open_document(tmp_path, f"x\n{text}\n"))
        image = pane.viewport().grab().toImage()
        block = pane.document().findBlockByNumber(1)
        row = pane.blockBoundingGeometry(block).translated(pane.contentOffset()).toRect()
        return {image.pixel(x, y) for x in range(30) for y in range(row.top(), row.bottom())}

    assert len(colours("\t\tx")) > len(colours("        x")) == 1


def test_colours_that_are_held_go_on_when_they_may(qtbot, tmp_path):
    document = open_document(tmp_path, "*word*\n" * 2000 + "```python\nimport os\n```\n")
    pane = SourcePane(LIGHT)
    qtbot.addWidget(pane)
    pane.hold_colours()
    pane.show_document(document)
    first, last = document.qt.firstBlock(), document.qt.findBlockByNumber(2001)
    assert first.layout().formats()
    pane.grab()
    assert not document.qt.findBlockByNumber(500).layout().formats()
    pane.colour_rest()
    qtbot.waitUntil(lambda: bool(last.layout().formats()))
