"""Source and preview in step, with a real window and a real page."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.preview_parts import Shown

ITEMS = [f"- item number {n}, {'with words ' * (n % 7)}at its end" for n in range(60)]
ROWS = ["| name | value |", "|------|-------|", *(f"| row {n} | is {n} |" for n in range(60))]
CODE = ["```", *("    " * (n % 3) + f"line_{n} = {n} * {n}" for n in range(60)), "```"]
PROSE = [f"Paragraph {n}: {'some words of prose ' * (n % 9 + 1)}.\n" for n in range(30)]
HTML = ["<div>", *(f"<p>\nPart {n} of it\n<!-- a note -->\n</p>" for n in range(40)), "</div>"]
KINDS = {"items": ITEMS, "rows": ROWS, "code": CODE, "prose": PROSE, "html": HTML}
LOOK_FOR = {
    "items": [f"item number {n}," for n in (20, 33, 47)],
    "rows": [f"row {n} " for n in (20, 33, 47)],
    "code": [f"line_{n} " for n in (20, 33, 47)],
    "prose": [f"Paragraph {n}:" for n in (10, 15, 20)],
    "html": [f"Part {n} " for n in (10, 20, 30)],
}
_TOP = """(words => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const node = walker.currentNode, at = (node.data + ' ').indexOf(words);
        if (at < 0) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().top;
    }
})"""


def body(kind: str) -> str:
    filling = "\n\n".join(f"Filling {n}. {'word ' * 80}" for n in range(12))
    return f"---\ntitle: x\n---\n\n{filling}\n\n" + "\n".join(KINDS[kind]) + f"\n\n{filling}\n"


class Both:
    """A window with one post in both panes."""

    def __init__(self, qtbot, window, path) -> None:
        self.window, self.source, self.pane = window, window.source, window.preview
        with qtbot.waitSignal(self.pane.patched, timeout=20_000):
            assert window.open_path(path)
        self.page = Shown.__new__(Shown)
        self.page.qtbot, self.page.pane = qtbot, self.pane

    def line_of(self, words: str) -> int:
        lines = self.window.posts.current.text.split("\n")
        return next(number for number, line in enumerate(lines) if words in f"{line} ")

    def top_in_page(self, words: str) -> float:
        """How far `words` are below a third of the page's height, in pixels."""
        return self.page.run(f"{_TOP}({words!r}) - innerHeight / 3")

    def top_in_source(self, line: int) -> float:
        """How far the line is below a third of the source's height, in rows."""
        block = self.source.document().findBlockByNumber(line)
        place = self.source.blockBoundingGeometry(block).translated(self.source.contentOffset())
        third = self.source.viewport().height() / 3
        return (place.top() - third) / self.source.fontMetrics().lineSpacing()


@pytest.fixture
def both(qtbot, window, tmp_path):
    def opened(kind: str) -> Both:
        path = tmp_path / "post.md"
        path.write_text(body(kind), encoding="utf-8")
        return Both(qtbot, window, path)

    return opened


@pytest.mark.parametrize("kind", KINDS)
def test_words_at_a_third_of_one_pane_are_at_a_third_of_the_other(both, kind):
    panes = both(kind)
    for words in LOOK_FOR[kind]:
        line = panes.line_of(words)
        with panes.page.scrolling():
            panes.window.scrolling.jump(line)
        assert abs(panes.top_in_page(words)) <= 8  # the padding of a table's cell
        told = []
        panes.pane.scrolled_to.connect(told.append)
        with panes.page.scrolling():
            panes.page.run("document.dispatchEvent(new Event('pointerdown'))")
            panes.page.run("scrollBy({top: 1, behavior: 'instant'})")
        panes.pane.scrolled_to.disconnect(told.append)
        panes.source.in_view.scroll_to(told[-1])
        assert abs(panes.top_in_source(line)) < 1


def test_scrolling_the_source_moves_the_page_along_and_gets_no_answer(both):
    panes = both("items")
    told, bar = [], panes.source.verticalScrollBar()
    panes.pane.scrolled_to.connect(told.append)
    panes.source.in_view.scroll_to(panes.line_of("item number 30,"))  # nothing that the writer did
    with panes.page.scrolling():
        bar.setValue(bar.value() + 3)  # what the wheel does
    assert not told
    assert abs(panes.top_in_page("item number 33,")) < 27
    panes.pane.scrolled_to.disconnect(told.append)


def test_the_page_glides_only_downwards_when_the_source_is_scrolled_down(both):
    panes = both("items")
    places = []
    for value in range(20, 60, 4):
        panes.source.verticalScrollBar().setValue(value)
        QTest.qWait(30)
        places.append(panes.page.run("scrollY"))
    assert all(before <= after for before, after in itertools.pairwise(places))


def test_typing_moves_neither_pane(qtbot, both):
    panes = both("items")
    with panes.page.scrolling():
        panes.window.scrolling.jump(panes.line_of("item number 30,"))
    QTest.keyClick(panes.source, Qt.Key.Key_End)
    before = (panes.source.verticalScrollBar().value(), panes.top_in_page("item number 30,"))
    for letter in "typed":
        with qtbot.waitSignal(panes.pane.patched):
            QTest.keyClick(panes.source, letter)
    after = (panes.source.verticalScrollBar().value(), panes.top_in_page("item number 30,"))
    assert after == pytest.approx(before, abs=1)


def test_a_caret_that_leaves_the_view_takes_the_page_along(qtbot, both):
    panes = both("items")
    panes.source.setFocus()
    qtbot.waitUntil(panes.source.hasFocus)
    with panes.page.scrolling():
        panes.source.go_to_line(panes.line_of("item number 55,"))
    height = panes.page.run("innerHeight")
    assert -height / 3 < panes.top_in_page("item number 55,") < height * 2 / 3


def test_an_image_that_comes_late_leaves_the_place_where_it_was(qtbot, window, tmp_path):
    text = body("items").replace("Filling 3.", "![late](late.png)\n\nFilling 3.")
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    panes = Both(qtbot, window, tmp_path / "post.md")
    words = "item number 33,"
    panes.page.wait_for("document.querySelector('.missing') !== null")
    with panes.page.scrolling():
        panes.window.scrolling.jump(panes.line_of(words))
    image = QImage(400, 700, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(tmp_path / "late.png"))
    height = panes.page.run("document.documentElement.scrollHeight")
    panes.pane.look_again()
    panes.page.wait_for(f"document.documentElement.scrollHeight > {height + 400}")
    qtbot.waitUntil(lambda: abs(panes.top_in_page(words)) <= 4)


def double_click(panes: Both, words: str) -> None:
    """A double click on the first letter of `words` in the page."""
    left, top = panes.page.run(
        _TOP.replace("getBoundingClientRect().top", "getBoundingClientRect()").join(
            ["(b => [b.left + b.width / 2, b.top + b.height / 2])(", f"({words!r}))"]
        )
    )
    view, where = panes.pane.focusProxy().focusProxy(), QPointF(left, top)
    left_button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in [
        (QEvent.Type.MouseButtonPress, left_button),
        (QEvent.Type.MouseButtonRelease, none),
        (QEvent.Type.MouseButtonPress, left_button),  # Chromium counts by itself
        (QEvent.Type.MouseButtonRelease, none),
    ]:
        there = QPointF(view.mapToGlobal(where))
        event = QMouseEvent(kind, where, there, left_button, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(1_000_000)
        QApplication.sendEvent(view, event)


def test_a_double_click_selects_the_word_in_the_source(qtbot, window, tmp_path):
    text = (
        "---\ntitle: x\n---\n\nthe cat\n\n- the 😀 dog\n- *the* [bird](/the) and the **end**, the\n"
    )
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    panes = Both(qtbot, window, tmp_path / "post.md")
    with qtbot.waitSignal(panes.pane.word_chosen):
        double_click(panes, "dog")
    cursor = panes.source.textCursor()
    assert (cursor.selectedText(), cursor.blockNumber()) == ("dog", 6)
    assert cursor.selectionStart() - cursor.block().position() == 9  # the smile counts two in Qt
    with qtbot.waitSignal(panes.pane.word_chosen):
        double_click(panes, "end")
    cursor = panes.source.textCursor()
    assert (cursor.selectedText(), cursor.blockNumber()) == ("end", 7)


def test_a_word_that_the_source_has_not_leads_to_its_line(qtbot, window, tmp_path):
    (tmp_path / "post.md").write_text("---\ntitle: x\n---\n\none\n\ncaf&eacute; noir\n", "utf-8")
    panes = Both(qtbot, window, tmp_path / "post.md")
    with qtbot.waitSignals([panes.pane.line_clicked] * 2):
        double_click(panes, "café")
    assert panes.source.caret_line == 6


def test_a_jump_shows_the_line_in_both_panes(both):
    panes = both("code")
    line = panes.line_of("line_33 ")
    with panes.page.scrolling():
        panes.window.scrolling.jump(line)
    assert panes.source.caret_line == line
    assert abs(panes.top_in_page("line_33 ")) <= 4
    assert abs(panes.top_in_source(line)) < 1


def test_the_outline_leads_to_a_heading_in_both_panes(qtbot, window, tmp_path):
    text = "".join(f"## Part {n}\n\n" + "Some words. " * 90 + "\n\n" for n in range(30))
    (tmp_path / "post.md").write_text(f"---\ntitle: x\n---\n\n{text}", encoding="utf-8")
    panes = Both(qtbot, window, tmp_path / "post.md")
    chooser = window.commands.choose_heading()
    qtbot.waitUntil(chooser.isVisible)
    with panes.page.scrolling():
        QTest.keyClicks(chooser.focusWidget(), "part 17")
        QTest.keyClick(chooser.focusWidget(), Qt.Key.Key_Return)
    line = panes.line_of("Part 17")
    assert panes.source.caret_line == line
    assert abs(panes.top_in_page("Part 17")) <= 8
    assert abs(panes.top_in_source(line)) < 1


def test_typing_in_a_line_of_a_long_block_looks_for_its_words_once(qtbot, window, tmp_path):
    items = "".join(f"- item number {n}, long enough\n" for n in range(400))
    (tmp_path / "post.md").write_text(f"---\ntitle: x\n---\n\n{items}", encoding="utf-8")
    panes = Both(qtbot, window, tmp_path / "post.md")
    panes.source.setFocus()
    qtbot.waitUntil(panes.source.hasFocus)
    with panes.page.scrolling():
        panes.source.go_to_line(panes.line_of("item number 50,"))
    with qtbot.waitSignal(panes.pane.patched):
        QTest.keyClick(panes.source, "x")
    asked = []

    def read(start: int, end: int) -> list[str]:
        asked.append(start)
        return panes.source.lines_between(start, end)

    panes.pane.read_source_by(read)
    with qtbot.waitSignal(panes.pane.patched):
        QTest.keyClick(panes.source, "x")
    assert not asked
    panes.source.moveCursor(QTextCursor.MoveOperation.Down)
    assert asked
