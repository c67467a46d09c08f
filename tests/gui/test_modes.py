"""Ways to write: focus, typewriter, full screen, and how the text is set; by real keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from editor.gui.app import Program
from editor.gui.line_height import SpacedLayout
from editor.gui.modes.text_look import TextLook
from editor.settings import Settings

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
POST = "---\ntitle: A\n---\n" + "".join(
    f"Paragraph {number} goes on.\nIts second line.\n\n" for number in range(60)
)


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    look = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, Settings(theme="light"), tmp_path / "settings.json", tmp_path / "state")
    window = program.open_window()
    window.resize(1280, 800)
    window.open_path(tmp_path / "post.md")
    window.show()
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    yield program
    for window in list(program.windows):
        window.leave()
    program.end()
    for translator in program.translators:
        qapp.removeTranslator(translator)
    qapp.setPalette(look[0])
    qapp.setStyleSheet(look[1])


@pytest.fixture
def window(program):
    return program.windows[0]


def ink_of_line(window, number):
    """The darkest colour drawn on a line of the file, from 1."""
    source = window.source
    block = source.document().findBlockByNumber(number - 1)
    place = source.blockBoundingGeometry(block).translated(source.contentOffset()).toRect()
    image = source.viewport().grab(place.intersected(source.viewport().rect())).toImage()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(min(200, image.width()))
        for y in range(image.height())
    )


def test_focus_dims_all_but_the_caret_s_paragraph_and_is_kept(qtbot, program, window):
    window.source.go_to_line(4)
    lit = ink_of_line(window, 8)
    qtbot.keyClick(window.source, Key.Key_F11, SHIFT)
    assert program.settings.focus_mode
    assert ink_of_line(window, 4) == pytest.approx(lit, abs=40)
    assert ink_of_line(window, 5) == pytest.approx(lit, abs=40)  # the caret may be there
    assert ink_of_line(window, 7) > lit + 60
    qtbot.keyClick(window.source, Key.Key_Down)
    qtbot.keyClick(window.source, Key.Key_Down)
    qtbot.keyClick(window.source, Key.Key_Down)
    assert ink_of_line(window, 7) == pytest.approx(lit, abs=40)
    assert ink_of_line(window, 4) > lit + 60
    qtbot.keyClick(window.source, Key.Key_F11, SHIFT)
    assert ink_of_line(window, 4) == pytest.approx(lit, abs=40)
    assert window.posts.current.text == POST


def test_the_typewriter_keeps_the_caret_at_its_height(qtbot, program, window):
    source = window.source
    source.go_to_line(60)
    qtbot.keyClick(source, Key.Key_F11, CTRL)
    assert program.settings.typewriter

    def height():
        return source.cursorRect().center().y() / source.viewport().height()

    assert height() == pytest.approx(0.45, abs=0.03)
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Up, Key.Key_PageDown):
        qtbot.keyClick(source, key)
        assert height() == pytest.approx(0.45, abs=0.03)
    qtbot.keyClick(source, Key.Key_End, CTRL)
    assert height() == pytest.approx(0.45, abs=0.03)


def test_a_click_moves_no_paper(qtbot, window):
    source = window.source
    qtbot.keyClick(source, Key.Key_F11, CTRL)
    source.go_to_line(60)
    before = source.verticalScrollBar().value()
    QTest.mousePress(source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert source.verticalScrollBar().value() == before
    QTest.mouseRelease(source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))


def test_the_full_screen_shows_the_text_alone_and_brings_the_panes_back(qtbot, window):
    qtbot.keyClick(window.source, Key.Key_F7)  # no preview
    qtbot.keyClick(window.source, Key.Key_F11)
    assert window.isFullScreen()
    assert not window.form.isVisible()
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window.source, Key.Key_F11)
    assert not window.isFullScreen()
    assert window.form.isVisible()
    assert window.menuBar().isVisible()
    assert not window.actions_.by_name["show_preview"].isChecked()


def test_closed_on_the_full_screen_the_window_remembers_its_panes(qtbot, program, window):
    qtbot.keyClick(window.source, Key.Key_F11)
    window.close()
    assert program.settings.form_shown
    assert program.settings.preview_shown


def test_font_width_and_line_height_are_shown_at_once_and_kept(program, window):
    window.actions_.by_name["text_look"].trigger()
    dialog = window.findChild(TextLook)
    dialog.width_box.setValue(50)
    dialog.height_box.setValue(150)
    dialog.is_usual.setChecked(False)
    assert program.settings.source_width == 50
    assert program.settings.line_height == 150
    assert program.settings.source_font == dialog.family.currentFont().family()
    source = window.source
    assert source.viewport().width() < 62 * source.fontMetrics().horizontalAdvance("x")
    left = source.viewport().x() - source.numbers.needed_width()
    assert left == pytest.approx(source.width() - source.viewport().geometry().right(), abs=20)
    dialog.is_usual.setChecked(True)
    dialog.width_box.setValue(dialog.width_box.minimum())
    dialog.height_box.setValue(100)
    assert program.settings.source_font == ""
    assert program.settings.source_width == 0
    dialog.close()


def rows(source, number):
    layout = source.document().findBlockByNumber(number).layout()
    return [layout.lineAt(row) for row in range(layout.lineCount())]


def test_rows_stand_apart_and_a_click_between_two_finds_the_nearer(
    qtbot, program, window, tmp_path
):
    path = tmp_path / "long.md"
    path.write_text("words and words " * 40 + "\nnext\n", encoding="utf-8")
    window.open_path(path)
    source = window.source
    window.apply_settings(Settings(theme="light", line_height=180), program.theme)
    assert isinstance(source.document().documentLayout(), SpacedLayout)
    source.grab()
    first, second = rows(source, 0)[:2]
    step = second.y() - first.y()
    assert step == pytest.approx(first.height() * 1.8, abs=0.1)
    top = (
        source.blockBoundingGeometry(source.firstVisibleBlock()).top() + source.contentOffset().y()
    )
    gap = round(top + first.y() + first.height() + 2)  # just below the first row
    qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, gap))
    assert 0 < source.textCursor().position() < first.textLength() // 2
    gap = round(top + second.y() - 2)
    qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, gap))
    assert second.textStart() < source.textCursor().position() < second.textStart() + 20


def test_keys_go_row_by_row_whatever_the_line_height(qtbot, program, window):
    window.apply_settings(Settings(theme="light", line_height=150), program.theme)
    source = window.source
    source.go_to_line(30)
    qtbot.keyClick(source, Key.Key_Down)
    assert source.caret_line == 31
    qtbot.keyClicks(source, "typed")
    assert source.document().findBlockByNumber(31).text().startswith("typed")
    source.in_view.scroll_to(40)
    assert source.in_view.focus_line() == pytest.approx(40, abs=1.5)


@pytest.mark.parametrize("height", [-5, 0, 10**9])
def test_a_line_height_that_is_none_does_no_harm(window, program, height):
    window.apply_settings(Settings(theme="light", line_height=height), program.theme)
    assert window.source.column.row_height > 0


def test_a_theme_of_another_version_is_the_system_s(program, window):
    window.apply_settings(Settings(theme="sepia"), program.theme)


def test_lines_of_arabic_and_hebrew_stand_at_the_right(qtbot, program, window):
    window.posts.current.replace_text("مرحبا بكم\n\nשלום\n\nBonjour\n")
    window.apply_settings(Settings(theme="light", line_height=130), program.theme)
    document = window.source.document()
    qtbot.waitUntil(lambda: document.findBlockByNumber(0).layout().lineCount() == 1)
    starts = []
    for number in (0, 2, 4):
        block = document.findBlockByNumber(number)
        document.documentLayout().blockBoundingRect(block)
        starts.append(block.layout().lineAt(0).x())
    assert min(starts[:2]) > starts[2] + 100
