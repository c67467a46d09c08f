"""The outline beside the source, sections that move, and sections that are folded; by real keys."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from editor.gui.outline.folding import is_folded
from editor.gui.outline.outline_pane import OutlinePane

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key
POST = (
    "---\ntitle: A\n---\nIntro.\n\n# One\n\ntext 1\n\n## Sub\n\ntext s\n\n# Two\n\n"
    "```\n# no heading\n```\n\ntext 2\n"
)
ONE, SUB, TWO, LAST = 5, 9, 13, 19  # lines of the file, from 0


@pytest.fixture
def post(qtbot, window, tmp_path):
    path = tmp_path / "post.md"
    path.write_text(POST, encoding="utf-8")
    window.open_path(path)
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    return window.posts.current


@pytest.fixture
def pane(qtbot, window, post):  # noqa: ARG001 - the post must be open
    qtbot.keyClick(window.source, Key.Key_F4)
    pane = window.findChild(OutlinePane)
    qtbot.waitUntil(lambda: len(pane.tree.rows()) == 3)
    return pane


def names(pane):
    return [item.text(0) for item in pane.tree.rows()]


def shown(window):
    source = window.source
    return [block.blockNumber() for block, _ in source.in_view.blocks(source.viewport().rect())]


def go_to(window, line):
    window.source.go_to_line(line)
    window.source.setFocus()


def test_the_tree_has_the_headings_below_each_other_and_none_of_code(pane):
    assert names(pane) == ["One", "Sub", "Two"]
    assert pane.tree.topLevelItemCount() == 2
    assert pane.tree.topLevelItem(0).child(0).text(0) == "Sub"


def test_the_heading_of_the_caret_is_marked(window, pane):
    go_to(window, SUB + 2)
    assert pane.tree.currentItem().text(0) == "Sub"
    go_to(window, 3)
    assert pane.tree.currentItem() is None


def test_enter_and_a_click_go_there_in_both_panes(qtbot, window, pane):
    jumps = []
    window.outline.chosen.connect(jumps.append)
    place = pane.tree.visualItemRect(pane.tree.topLevelItem(1)).center()
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.source.caret_line == TWO
    assert window.source.hasFocus()
    assert jumps == [TWO]
    window.outline.chosen.disconnect(jumps.append)


def test_what_is_typed_changes_the_tree(qtbot, window, pane):
    go_to(window, TWO)
    qtbot.keyClick(window.source, Key.Key_End)
    qtbot.keyClicks(window.source, " more")
    qtbot.waitUntil(lambda: names(pane) == ["One", "Sub", "Two more"])


def test_f4_hides_it_again(qtbot, window, pane):
    qtbot.keyClick(window.source, Key.Key_F4)
    assert not pane.isVisible()


@pytest.mark.parametrize(("line", "key"), [(TWO + 6, Key.Key_PageUp), (ONE + 2, Key.Key_PageDown)])
def test_the_caret_s_section_moves_by_keys_as_one_step(qtbot, window, post, line, key):
    go_to(window, line)
    words = window.source.textCursor().block().text()
    qtbot.keyClick(window.source, key, ALT | SHIFT)
    assert post.text.index("# Two") < post.text.index("# One")
    assert sorted(post.text.split("\n")) == sorted(POST.split("\n"))
    assert window.source.textCursor().block().text() == words
    qtbot.keyClick(window.source, Key.Key_Z, CTRL)
    assert post.text == POST


def test_a_row_dropped_above_another_moves_its_section(qtbot, pane, post):
    tree = pane.tree
    tree.setCurrentItem(tree.topLevelItem(1))
    top = tree.visualItemRect(tree.topLevelItem(0)).topLeft() + QPoint(3, 2)
    tree.dropEvent(drop_at(top))
    assert post.text.index("# Two") < post.text.index("# One")
    qtbot.waitUntil(lambda: names(pane) == ["Two", "One", "Sub"])
    post.qt.undo()
    assert post.text == POST


def test_a_row_dropped_below_all_goes_to_the_end(qtbot, pane, post):
    tree = pane.tree
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.dropEvent(drop_at(QPoint(5, tree.viewport().height() - 2)))
    qtbot.waitUntil(lambda: names(pane) == ["Two", "One", "Sub"])
    assert post.text.endswith("## Sub\n\ntext s\n")


def drop_at(place):
    mime = QMimeData()
    drop_at.kept = mime  # Qt does not own it
    return QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


# Folding


def fold(qtbot, window, line):
    go_to(window, line)
    qtbot.keyClick(window.source, Key.Key_F4, CTRL)


def test_a_section_is_folded_and_opened_by_one_key(qtbot, window, post):
    fold(qtbot, window, ONE + 2)
    assert shown(window) == [3, 4, ONE, *range(TWO, LAST + 2)]
    assert window.source.caret_line == ONE
    qtbot.keyClick(window.source, Key.Key_F4, CTRL)
    assert ONE + 2 in shown(window)
    assert post.text == POST
    assert not post.is_modified


def test_the_caret_steps_over_a_fold_and_opens_it_where_it_gets_in(qtbot, window, post):  # noqa: ARG001
    fold(qtbot, window, ONE)
    qtbot.keyClick(window.source, Key.Key_Down)
    assert window.source.caret_line == TWO
    qtbot.keyClick(window.source, Key.Key_Up)
    assert window.source.caret_line == ONE
    qtbot.keyClick(window.source, Key.Key_End)
    qtbot.keyClick(window.source, Key.Key_Right)
    assert ONE < window.source.caret_line < TWO  # Qt steps to the last line of them
    assert ONE + 2 in shown(window)


def test_a_new_line_below_a_folded_heading_opens_it(qtbot, window, post):
    fold(qtbot, window, ONE)
    qtbot.keyClick(window.source, Key.Key_End)
    qtbot.keyClick(window.source, Key.Key_Return)
    qtbot.keyClicks(window.source, "x")
    assert ONE + 3 in shown(window)
    assert "# One\nx\n\ntext 1" in post.text


def test_what_is_deleted_into_a_fold_is_seen(qtbot, window, post):
    fold(qtbot, window, ONE)
    go_to(window, TWO)
    qtbot.keyClick(window.source, Key.Key_Backspace)
    assert "text s\n# Two" in post.text
    assert window.source.textCursor().block().isVisible()


def test_finding_opens_the_fold(qtbot, window, post):  # noqa: ARG001
    fold(qtbot, window, ONE)
    go_to(window, 3)
    qtbot.keyClick(window.source, Key.Key_F, CTRL)
    window.finding._bar.find_box.setText("text s")
    qtbot.waitUntil(lambda: window.source.textCursor().selectedText() == "text s")
    assert SUB + 2 in shown(window)


def test_all_are_folded_and_opened(qtbot, window, post):
    window.actions_.by_name["fold_all"].trigger()
    assert shown(window) == [3, 4, ONE, TWO]
    qtbot.keyClick(window.source, Key.Key_F4, CTRL | SHIFT)
    assert shown(window) == list(range(3, LAST + 2))
    assert post.text == POST


def test_a_click_on_the_mark_beside_the_heading_folds_and_opens(qtbot, window, post):
    source = window.outline.folding._source  # the marks come a moment after the text
    place = source.blockBoundingGeometry(post.qt.findBlockByNumber(ONE))
    y = round(place.translated(source.contentOffset()).center().y())
    numbers = source.numbers
    QTest.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert is_folded(post.qt.findBlockByNumber(ONE))
    qtbot.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert not is_folded(post.qt.findBlockByNumber(ONE))


def test_the_front_matter_stays_hidden_whatever_is_opened(qtbot, window, post):
    window.actions_.by_name["open_all"].trigger()
    assert shown(window)[0] == 3
    fold(qtbot, window, ONE)
    qtbot.keyClick(window.source, Key.Key_F8)
    assert shown(window)[:3] == [0, 1, 2]
    qtbot.keyClick(window.source, Key.Key_F8)
    assert shown(window)[:3] == [3, 4, ONE]
    assert post.text == POST


def test_a_section_moved_while_folded_is_whole(qtbot, window, post):
    fold(qtbot, window, ONE)
    qtbot.keyClick(window.source, Key.Key_PageDown, ALT | SHIFT)
    assert sorted(post.text.split("\n")) == sorted(POST.split("\n"))
    assert all(line in shown(window) for line in range(3, LAST + 1))
