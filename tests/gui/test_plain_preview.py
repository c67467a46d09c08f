"""The preview without QtWebEngine."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from editor.gui.preview.plain_html import DEEPEST, LONGEST, simple_html, with_anchor
from editor.gui.preview.plain_preview import PlainPreview
from tests.gui.preview_parts import lines_of, rendering


@pytest.fixture
def preview(qtbot):
    preview = PlainPreview()
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    return preview


def show(preview, qtbot, *html: str, revision: int = 1) -> QTextBrowser:
    with qtbot.waitSignal(preview.patched):
        preview.show_rendering(rendering(revision, -1, 0, 0, html))
    return preview.findChild(QTextBrowser)


def image_at(browser: QTextBrowser, address: str) -> QImage:
    return browser.document().resource(QTextDocument.ResourceType.ImageResource.value, address)


def test_it_shows_the_header_as_plain_text_and_the_article(preview, qtbot):
    preview.show_header("<b>T</b>", "24 juin", "fr")
    browser = show(preview, qtbot, "<p>one</p>", "<ul><li>two</li></ul>")
    assert browser.toPlainText() == "<b>T</b>\n24 juin\none\ntwo"


def test_patches_work_as_in_the_full_preview(preview, qtbot):
    browser = show(preview, qtbot, "<p>one</p>", "<p>two</p>")
    with qtbot.waitSignal(preview.patched) as patched:
        preview.show_rendering(rendering(2, 1, 1, 2, ("<p>2</p>",)))
    assert (patched.args, browser.toPlainText()) == ([2], "one\n2")
    with qtbot.waitSignal(preview.resync_needed):
        preview.show_rendering(rendering(4, 3, 0, 1, ("<p>x</p>",)))


def test_a_click_tells_the_line_of_the_block(preview, qtbot):
    blocks = ("<p>one</p>", "<ul><li>two</li></ul>", "", "<table><tr><td>four</table>")
    browser = show(preview, qtbot, *blocks)
    for words, line in {"one": 5, "two": 8, "four": 14}.items():
        where = browser.cursorRect(browser.document().find(words)).center()
        with qtbot.waitSignal(preview.line_clicked) as clicked:
            QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert line <= clicked.args[0] <= line + 1


def test_it_scrolls_to_a_line_and_tells_the_writers_own_scrolling(preview, qtbot):
    blocks = tuple(f"<p>Paragraph {n}</p>" for n in range(60))
    browser = show(preview, qtbot, *blocks)
    told = []
    preview.scrolled_to.connect(told.append)
    preview.scroll_to(lines_of(blocks)[30])
    top = browser.cursorRect(browser.document().find("Paragraph 30")).top()
    assert abs(top - browser.viewport().height() / 3) < 30
    assert not told
    bar = browser.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    assert told[-1] > lines_of(blocks)[30]


def test_a_line_is_brought_into_view_only_where_it_is_not(preview, qtbot):
    blocks = tuple(f"<p>Paragraph {n}</p>" for n in range(60))
    browser = show(preview, qtbot, *blocks)
    preview.reveal(lines_of(blocks)[2])
    assert browser.verticalScrollBar().value() == 0
    preview.reveal(lines_of(blocks)[40])
    top = browser.cursorRect(browser.document().find("Paragraph 40")).top()
    assert 0 < top < browser.viewport().height()


def test_images_of_the_site_are_shown_no_wider_than_the_page(preview, qtbot, tmp_path):
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(tmp_path / "a.png"))
    preview.set_place(tmp_path, tmp_path)
    browser = show(preview, qtbot, '<img src="/a.png">')
    shown = image_at(browser, "/a.png")
    assert 300 < shown.width() < 500
    assert shown.pixelColor(5, 5) == Qt.GlobalColor.red


@pytest.mark.parametrize(
    "way", ["{}", "file://{}", "../secret.png", "/secret.svg", "http://a/b.png"]
)
def test_nothing_else_is_loaded(preview, qtbot, tmp_path, way):
    site = tmp_path / "site"
    site.mkdir()
    secret = tmp_path / "secret.png"
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(secret))
    (site / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>")
    preview.set_place(site, site)
    address = way.format(secret)
    browser = show(preview, qtbot, f'<img src="{address}">')
    shown = image_at(browser, address)
    assert shown.width() > 30  # the box that says so
    assert shown.pixelColor(5, 5) != Qt.GlobalColor.red


@pytest.mark.parametrize(
    "hostile",
    [
        "<table><tr><td>" * 300,
        "<b>" * 20_000 + "x",
        "<blockquote>" * 5_000 + "x",
        "<table><tr><td colspan=1000000000 width=1000000000>x</table>",
        "<a@" * 10_000,
        "<![" * 10_000,
        "<!--" * 10_000,
        "&" * 40_000,
        "x" * 400_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_html_does_not_hold_the_window(preview, qtbot, hostile):
    started = time.monotonic()
    show(preview, qtbot, hostile, "<p>and goes on</p>")
    assert time.monotonic() - started < 3


def test_html_is_made_simple():
    html = '<p onclick="x"><!-- more -->a<script>b</script><form>c</form> <a href="d" style="e">f'
    simple = '<p><span id="block0">a</span>c <a href="d">f</a></p>'
    assert with_anchor(simple_html(html), "block0") == simple
    assert simple_html("<b>" * 100).count("<b>") == DEEPEST
    assert simple_html("<b>" * LONGEST).startswith("<pre>")


def test_what_is_too_long_in_all_is_cut_and_says_so(preview, qtbot):
    browser = show(preview, qtbot, *(f"<p>{n} {'x ' * 20_000}</p>" for n in range(10)))
    assert "too long" in browser.toPlainText()
