"""What a page would bring in from elsewhere, and formulas, in the preview."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from editor.generators.dialect import BuildWarning
from editor.generators.mathml import mathml
from editor.gui.preview import build_warnings
from editor.gui.preview.build_warnings import BuildWarnings
from editor.gui.preview.plain_html import simple_html, with_anchor
from tests.gui.preview_parts import Shown


@pytest.fixture(scope="module")
def one_preview(qapp):  # noqa: ARG001 - there must be one
    """One for the whole module: to start one takes a tenth of a second."""
    shown = Shown()
    yield shown
    shown.close()


@pytest.fixture
def shown(one_preview, qtbot):
    shown = one_preview
    shown.qtbot = qtbot
    shown.show("<p>nothing</p>", "<p>yet</p>")
    return shown


def test_an_embed_is_a_box_that_names_its_host(shown):
    shown.show(
        '<iframe src="https://www.youtube.com/embed/x"></iframe>',
        '<iframe src="//w.soundcloud.com/player/?url=a"></iframe>',
        '<iframe src="https://www.google.com/maps/embed?pb=a"></iframe>',
        '<embed src="https://example.org/a.swf">',
        '<script src="https://gist.github.com/a/1.js"></script>',
        '<script src="//platform.example/w.js"></script>',
        '<object data="a.swf"><p>inside</p></object>',
        '<iframe src="javascript:alert(1)"></iframe>',
    )
    assert shown.text() == [
        "Video from www.youtube.com – opens in your browser",
        "Sound from w.soundcloud.com – opens in your browser",
        "Map from www.google.com – opens in your browser",
        "Content from example.org – opens in your browser",
        "Code from gist.github.com – opens in your browser",
        "Script from platform.example, not run in the preview",
        "Embedded content, not loaded in the preview",
        "Embedded content, not loaded in the preview",
    ]


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://www.youtube.com/embed/a-b?start=3", "https://www.youtube.com/watch?v=a-b"),
        ("//www.youtube-nocookie.com/embed/a", "https://www.youtube.com/watch?v=a"),
        ("https://player.vimeo.com/video/12", "https://vimeo.com/12"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://youtube.com.example.org/embed/a", "https://youtube.com.example.org/embed/a"),
    ],
)
def test_an_embed_leads_to_the_page_that_shows_it_by_itself(shown, address, leads_to):
    shown.show(f'<p><iframe src="{address}"></iframe></p>')
    assert shown.run("[...document.querySelectorAll('main a')].map(a => a.href)") == [leads_to]


def test_no_box_leads_where_a_link_would_not(shown):
    for address in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,a", "tel:1", "/a"):
        shown.show(f'<iframe src="{address}"></iframe>', f'<object data="{address}"></object>')
        assert shown.run("document.querySelectorAll('main a').length") == 0


def test_a_film_on_another_site_is_a_box_that_leads_to_it(shown):
    shown.show('<video src="https://example.org/a.mp4"></video>')
    shown.wait_for("!!document.querySelector('a.stand-in')")
    assert shown.text() == ["Video from example.org – opens in your browser"]
    assert shown.run("document.querySelector('a.stand-in').href") == "https://example.org/a.mp4"


def test_what_a_click_on_a_box_opens_is_shown_first(shown, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    shown.show('<iframe src="https://example.org/a"></iframe>')
    shown.click("a.stand-in")
    qtbot.waitUntil(lambda: shown.pane.findChild(QLineEdit) is not None)
    address = shown.pane.findChild(QLineEdit)
    qtbot.waitUntil(address.isVisible)
    assert (address.text(), opened) == ("https://example.org/a", [])


def test_a_box_is_reached_and_chosen_by_the_keyboard(shown, qtbot):
    shown.show('<iframe src="https://example.org/b"></iframe>')
    shown.run("document.querySelector('a.stand-in').focus()")
    QTest.keyClick(shown.pane.focusProxy().focusProxy(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.pane.findChild(QLineEdit) is not None)
    address = shown.pane.findChild(QLineEdit)
    qtbot.waitUntil(lambda: address.isVisible() and address.text() == "https://example.org/b")


def test_formulas_are_drawn_by_the_page(shown):
    block = mathml(r"\frac{a}{b} = \begin{aligned} c &= d \\ e &= f \end{aligned}", is_block=True)
    shown.show(f"<p>x {mathml('x^2', is_block=False)}</p>", block)
    frac = "document.querySelector('mfrac').getBoundingClientRect()"
    assert shown.run(f"{frac}.height > 20 && {frac}.width < 40")
    assert shown.run("getComputedStyle(document.querySelector('annotation')).display") == "none"
    first, second = shown.run(
        "[...document.querySelectorAll('mtr')].map(row => row.getBoundingClientRect().top)"
    )
    assert second - first > 10


def test_the_plain_preview_shows_the_source_of_formulas():
    html = simple_html(f"<p>a {mathml('x^2 < y', is_block=False)} b</p>")
    assert with_anchor(html, "") == '<p><span id="">a </span><code>x^2 &lt; y</code> b</p>'
    assert simple_html("<p><math><mi>x</mi>") == "<p><code></code></p>"


def test_what_the_build_stops_at_is_said_below_the_article(shown, qtbot, monkeypatch):
    monkeypatch.setattr(build_warnings, "_PATIENCE", 0)
    unknown = BuildWarning("unknown-tag", 11, "gallery", fails=True)
    shown.show_rendering(replace(shown.rendering("<p>a</p>"), warnings=(unknown,)))
    bar = shown.pane.findChild(BuildWarnings)
    qtbot.waitUntil(bar.isVisible)
    with qtbot.waitSignal(shown.pane.line_clicked) as clicked:
        bar.findChild(QPushButton).click()
    assert clicked.args == [11]
    shown.show("<p>a</p>")
    qtbot.waitUntil(bar.isHidden)
