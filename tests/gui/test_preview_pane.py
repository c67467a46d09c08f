"""The live preview: what it shows, and what it says."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from editor.gui.preview import preview_choice, preview_page, preview_profile
from editor.gui.preview.plain_preview import PlainPreview
from editor.gui.preview.preparing import prepare_before_application
from editor.gui.preview.preview_choice import create_preview
from editor.gui.preview.preview_pane import PreviewPane
from editor.rendering import Patch, Rendering
from tests.gui.preview_parts import Shown, lines_of, rendering

LONG = tuple(f"<p>Paragraph {n}. {'word ' * 60}</p>" for n in range(40))


@pytest.fixture(scope="module")
def one_preview(qapp):  # noqa: ARG001 - there must be one
    """One for the whole module: to start one takes a tenth of a second."""
    shown = Shown()
    yield shown
    shown.close()


@pytest.fixture
def shown(one_preview, qtbot):
    """A preview that shows two short blocks, in light colours, at the top."""
    shown = one_preview
    shown.qtbot = qtbot
    shown.pane.set_dark(False)
    shown.show("<p>nothing</p>", "<p>yet</p>")
    shown.show("<p>an</p>", "<p>article</p>")
    return shown


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("assets/a.png", "_posts/beside me.png"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True)
        picture(path)
    return tmp_path / "site"


def picture(path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(path))


# --- Patches


def test_the_web_engine_starts_when_the_pane_has_been_drawn(qtbot):
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.set_dark(True)
    pane.set_zoom(1.5)
    assert pane.findChild(QWebEngineView) is None
    pane.show()
    qtbot.waitUntil(lambda: pane.findChild(QWebEngineView) is not None)
    assert pane.findChild(QWebEngineView).zoomFactor() == 1.5


def test_what_is_shown_before_the_page_is_loaded_is_there_when_it_is(qtbot):
    early = Shown(qtbot)
    early.pane.show_rendering(early.rendering("<p>old</p>", "<p>same</p>"))
    early.pane.show_header("A title", "today", "en")
    early.show_rendering(early.patch(0, 1, ("<p>new</p>",)))
    assert early.text() == ["new", "same"]
    assert early.run("document.getElementById('title').textContent") == "A title"


def test_a_patch_leaves_the_other_blocks_alone(shown):
    shown.show("<p>a</p>", "<p>b</p>", "<p>c</p>")
    shown.run("[...document.querySelectorAll('main p')].forEach(p => p.mark = p.innerText)")
    shown.show_rendering(shown.patch(1, 2, ("<p>B</p>", "<p>+</p>")))
    assert shown.text() == ["a", "B", "+", "c"]
    marks = shown.run("[...document.querySelectorAll('main p')].map(p => p.mark ?? '')")
    assert marks == ["a", "", "", "c"]


@pytest.mark.parametrize(
    ("start", "end", "html", "text"),
    [
        (0, 0, ("<p>+</p>",), ["+", "a", "b", "c"]),
        (3, 3, ("<p>+</p>",), ["a", "b", "c", "+"]),
        (1, 3, (), ["a"]),
        (0, 3, ("<p>+</p>",), ["+"]),
        (0, 3, (), []),
        (1, 1, (), ["a", "b", "c"]),
    ],
)
def test_blocks_are_put_in_replaced_and_taken_out(shown, start, end, html, text):
    shown.show("<p>a</p>", "<p>b</p>", "<p>c</p>")
    shown.show_rendering(shown.patch(start, end, html))
    assert shown.text() == text


def test_what_comes_in_a_burst_goes_together_and_the_last_is_told(shown, qtbot):
    shown.show("<p>0</p>")
    revisions = []
    shown.pane.patched.connect(revisions.append)
    patches = [shown.patch(0, 1, (f"<p>{n}</p>",)) for n in range(1, 8)]
    for patch in patches:
        shown.pane.show_rendering(patch)
    qtbot.waitUntil(lambda: patches[-1].revision in revisions)
    shown.pane.patched.disconnect(revisions.append)
    assert revisions == sorted(revisions)
    assert len(revisions) < len(patches)  # one at a time is under way
    assert shown.text() == ["7"]


def test_only_what_changed_travels_also_in_a_whole_rendering(shown):
    shown.show("<p>a</p>", "<p>b</p>", "<p>c</p>")
    shown.run("[...document.querySelectorAll('main p')].forEach(p => p.mark = p.innerText)")
    shown.show("<p>a</p>", "<p>B</p>", "<p>c</p>")
    marks = shown.run("[...document.querySelectorAll('main p')].map(p => p.mark ?? '')")
    assert marks == ["a", "", "c"]


@pytest.mark.parametrize(
    "strange",
    [
        rendering(900, 899, 0, 1, ("<p>other</p>",)),  # another base
        Rendering(900, -1, (Patch(0, 0, ("<p>other</p>",), (3, 3)),)),  # more lines than blocks
    ],
)
def test_a_patch_for_another_base_is_asked_for_again_and_not_shown(shown, qtbot, strange):
    with qtbot.waitSignal(shown.pane.resync_needed):
        shown.pane.show_rendering(strange)
    assert shown.text() == ["an", "article"]
    shown.show_rendering(shown.rendering("<p>whole</p>"))
    assert shown.text() == ["whole"]


@pytest.mark.parametrize(("start", "end"), [(1, 0), (0, 3), (-1, 1)])
def test_a_patch_beyond_the_blocks_is_asked_for_again(shown, qtbot, start, end):
    patch = Patch(start, end, (), ())
    with qtbot.waitSignal(shown.pane.resync_needed):
        shown.pane.show_rendering(Rendering(900, shown.revision, (patch,), 5))


def test_a_page_that_holds_something_else_is_told_everything(shown):
    shown.run("preview.patch({base: -1, revision: 7, start: 0, end: 0, html: ['odd']})")
    shown.show_rendering(shown.patch(1, 2, ("<p>right</p>",)))
    assert shown.text() == ["an", "right"]


# --- The look


def test_the_header_is_plain_text(shown):
    shown.pane.show_header("<b>Bold</b> & plain", "24 juin 2009 · <i>x</i>", "fr")
    assert shown.run("document.getElementById('title').innerText") == "<b>Bold</b> & plain"
    assert shown.run("document.getElementById('meta').innerText") == "24 juin 2009 · <i>x</i>"
    assert shown.run("document.documentElement.lang") == "fr"


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("fr", "ltr"), ("art", "ltr"), ("", "ltr")],
)
def test_an_article_goes_the_way_that_its_language_is_read(shown, language, way):
    shown.pane.show_header("A title", "", language)
    assert shown.run("document.body.dir") == way


def test_dark_is_dark_behind_the_page_too(shown):
    shown.show('<p class="highlight"><span class="k">code</span></p>')
    colour = "getComputedStyle(document.querySelector('.k')).color"
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = shown.run(colour)
    assert shown.run(paper) == "rgb(255, 255, 255)"
    shown.pane.set_dark(True)
    assert shown.run(paper) == "rgb(25, 27, 30)"
    assert shown.run(colour) not in (light, "rgb(0, 0, 0)")
    assert shown.page.backgroundColor().name() == "#191b1e"


def test_margins_of_blocks_collapse_as_they_do_on_the_site(shown):
    shown.show('<p style="margin:0 0 30px">a</p>', '<p style="margin:20px 0 0">b</p>')
    gap = shown.run(
        "(([a, b]) => b.getBoundingClientRect().top - a.getBoundingClientRect().bottom)"
        "(document.querySelectorAll('main p'))"
    )
    assert gap == 30


# --- Images


def test_images_are_found_from_the_root_and_from_the_folder_of_the_post(shown, site):
    shown.pane.set_place(site, site / "_posts")
    shown.show(
        '<img src="/assets/a.png">', '<img src="beside%20me.png">', '<img src="../assets/a.png">'
    )
    shown.wait_for("[...document.querySelectorAll('main img')].every(i => i.naturalWidth === 40)")


def test_without_a_place_nothing_is_served(shown):
    shown.pane.set_place(None, None)
    shown.show('<img src="/assets/a.png">')
    shown.wait_for("!!document.querySelector('.missing')")


def test_a_change_of_place_shows_the_same_article_with_other_images(shown, site, qtbot):
    shown.pane.set_place(None, None)
    shown.show("<p>text</p>", '<img src="/assets/a.png">')
    shown.wait_for("!!document.querySelector('.missing')")
    with qtbot.waitSignal(shown.pane.patched):
        shown.pane.set_place(site, site)
    shown.wait_for("document.querySelector('main img').naturalWidth === 40")
    assert shown.text()[0] == "text"


def test_a_missing_image_is_a_box_with_its_path_and_comes_when_the_file_does(shown, site):
    shown.pane.set_place(site, site / "_posts")
    shown.show('<p><img src="/assets/l%C3%A0.png" alt="A hill"></p>')
    shown.wait_for("!!document.querySelector('.missing')")
    assert shown.text() == ["Image not found: /assets/l%C3%A0.png"]
    picture(site / "assets" / "là.png")
    shown.pane.look_again()
    shown.wait_for("document.querySelector('main img').naturalWidth === 40")
    assert shown.run("document.querySelector('.missing')") is None


def test_a_missing_image_comes_when_its_address_is_mended(shown, site):
    shown.pane.set_place(site, site)
    shown.show('<p>x <img src="/assets/b.png"></p>')
    shown.wait_for("!!document.querySelector('.missing')")
    shown.show_rendering(shown.patch(0, 1, ('<p>x <img src="/assets/a.png"></p>',)))
    shown.wait_for("document.querySelector('main img').naturalWidth === 40")
    assert shown.run("document.querySelector('.missing')") is None


def test_an_image_on_the_web_is_not_called_missing(shown):
    shown.show('<img src="https://example.org/a.png">')
    shown.wait_for("!!document.querySelector('.stand-in')")
    assert shown.text() == ["Image on example.org, not loaded in the preview"]
    shown.pane.look_again()
    shown.wait_for("document.querySelector('main img').complete")
    assert shown.text() == ["Image on example.org, not loaded in the preview"]


def test_an_image_stays_loaded_while_the_text_around_it_changes(shown, site):
    shown.pane.set_place(site, site)
    shown.show('<p>a <img src="/assets/a.png"></p>')
    shown.wait_for("document.querySelector('main img').naturalWidth === 40")
    shown.run("document.querySelector('main img').mark = 1")
    shown.show_rendering(shown.patch(0, 1, ('<p>ab <img src="/assets/a.png"></p>',)))
    assert shown.run("document.querySelector('main img').mark") == 1


# --- Lines, clicks and scrolling


def test_a_click_tells_the_line_of_the_block(shown, qtbot):
    shown.show("<p>a</p>", '<p id="here">b</p>', "<p>c</p>")
    with qtbot.waitSignal(shown.pane.line_clicked) as clicked:
        shown.click("#here")
    assert 8 <= clicked.args[0] <= 9


def test_lines_that_shift_need_no_patch(shown, qtbot):
    shown.show("<p>a</p>", '<p id="here">b</p>')
    shown.run("document.querySelector('main').mark = 1")
    shift = rendering(shown.revision + 500, shown.revision, 0, 0, (), first_line=105)
    shown.show_rendering(shift)
    with qtbot.waitSignal(shown.pane.line_clicked) as clicked:
        shown.click("#here")
    assert clicked.args[0] == 108


def test_a_line_is_brought_to_the_top_third(shown):
    shown.show(*LONG)
    with shown.scrolling():
        shown.pane.scroll_to(lines_of(LONG)[20])
    top = "document.querySelectorAll('main p')[20].getBoundingClientRect().top"
    assert shown.run(f"Math.abs({top} - innerHeight / 3)") < 2
    with shown.scrolling():
        shown.pane.scroll_to(0)
    assert shown.run("scrollY") == 0
    with shown.scrolling():
        shown.pane.scroll_to(10_000)
    assert shown.run("document.documentElement.scrollHeight - innerHeight - scrollY") < 2


def test_a_line_is_brought_into_view_only_where_it_is_not(shown):
    shown.show(*LONG)
    shown.run("scrollTo(0, 0)")
    shown.pane.reveal(lines_of(LONG)[1])
    assert shown.run("scrollY") == 0
    with shown.scrolling():
        shown.pane.reveal(lines_of(LONG)[30])
    top = "document.querySelectorAll('main p')[30].getBoundingClientRect().top"
    assert shown.run(f"0 < {top} && {top} < innerHeight") is True


def test_scrolling_of_the_writer_is_told_and_that_of_the_editor_is_not(shown):
    shown.show(*LONG)
    lines = []
    shown.pane.scrolled_to.connect(lines.append)
    with shown.scrolling():
        shown.pane.scroll_to(lines_of(LONG)[10])
    assert not lines
    with shown.scrolling():
        wheel(shown, -1200)
    assert lines[-1] > lines_of(LONG)[10]
    shown.pane.scrolled_to.disconnect(lines.append)


def test_what_is_read_stays_in_place_when_blocks_above_change(shown):
    shown.show(*LONG)
    shown.run("scrollTo(0, 2000)")
    read = "[...document.querySelectorAll('p')].find(p => p.innerText.startsWith('Paragraph 30.'))"
    before = shown.run(f"{read}.getBoundingClientRect().top")
    more = ("<p>changed</p>", "<p>one</p>" * 9)
    shown.show_rendering(shown.patch(2, 4, more))
    assert abs(shown.run(f"{read}.getBoundingClientRect().top") - before) <= 1


def test_another_article_begins_at_its_top(shown):
    shown.show(*LONG)
    shown.run("scrollTo(0, 2000)")
    shown.show(*(html.replace("Paragraph", "Other") for html in LONG))
    assert shown.run("scrollY") == 0


def test_a_reload_finds_the_place_again_but_not_in_another_article(shown, site, qtbot):
    shown.show(*LONG)
    with shown.scrolling():
        shown.pane.scroll_to(lines_of(LONG)[20])
    place = shown.run("scrollY")
    with qtbot.waitSignal(shown.pane.patched):
        shown.pane.set_place(site, site)
    shown.wait_for(f"Math.abs(scrollY - {place}) < 2")
    shown.pane.set_place(site, site / "_posts")
    shown.show(*(html.replace("Paragraph", "Other") for html in LONG))
    assert shown.run("scrollY") == 0


def wheel(shown: Shown, turn: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    view = shown.pane.focusProxy().focusProxy()
    where = QPointF(200, 200)
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_ctrl_and_wheel_ask_for_zoom_and_do_not_scroll(shown, qtbot):
    shown.show(*LONG)
    with qtbot.waitSignal(shown.pane.zoom_asked) as larger:
        wheel(shown, 120, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shown.pane.zoom_asked) as smaller:
        wheel(shown, -120, Qt.KeyboardModifier.ControlModifier)
    assert (larger.args, smaller.args) == ([1], [-1])
    assert shown.run("scrollY") == 0
    shown.pane.set_zoom(1.5)
    shown.wait_for("devicePixelRatio === 1.5")
    shown.pane.set_zoom(1.0)
    shown.wait_for("devicePixelRatio === 1")


def test_zoom_of_the_page_itself_is_undone_and_asked_for(shown, qtbot):
    with qtbot.waitSignal(shown.pane.zoom_asked) as larger:
        shown.page.setZoomFactor(1.1)
    with qtbot.waitSignal(shown.pane.zoom_asked) as smaller:
        shown.page.setZoomFactor(0.9)
    assert (larger.args, smaller.args) == ([1], [-1])
    assert shown.page.zoomFactor() == 1


def test_a_link_is_shown_before_it_is_opened(shown, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shown.show('<p><a id="link" href="https://example.org/é?a=b#c">there</a></p>')
    shown.click("#link")
    qtbot.waitUntil(lambda: shown.pane.findChild(QLineEdit) is not None)
    bar = shown.pane.findChild(QLineEdit)
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "https://example.org/%C3%A9?a=b#c"
    assert not opened
    buttons = {button.text(): button for button in bar.parent().findChildren(QPushButton)}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == bar.text()
    shown.click("#link")
    qtbot.waitUntil(bar.isVisible)
    buttons["Open"].click()
    assert opened == [QUrl("https://example.org/é?a=b#c")]


def test_a_link_inside_the_article_scrolls_to_its_target(shown):
    shown.show('<p><a id="link" href="#end">down</a></p>', *LONG, '<p id="end">end</p>')
    with shown.scrolling():
        shown.click("#link")
    assert shown.run("scrollY") > 1000
    shown.show("<p>and goes on</p>")
    assert shown.text() == ["and goes on"]


# --- Mishaps


def pid(shown: Shown) -> int:
    return shown.page.renderProcessPid()


def test_a_page_whose_process_dies_comes_back_once_and_then_waits_to_be_asked(qtbot):
    shown = Shown(qtbot)
    shown.show("<p>kept</p>")
    with qtbot.waitSignals([shown.pane.notice, shown.pane.patched], timeout=10_000):
        os.kill(pid(shown), signal.SIGKILL)
    assert shown.text() == ["kept"]
    with qtbot.waitSignal(shown.pane.notice):
        os.kill(pid(shown), signal.SIGKILL)
    again = shown.pane.findChild(QPushButton, "resume")
    assert again.isVisible()
    shown.pane.show_rendering(shown.rendering("<p>newer</p>"))  # kept, too
    with qtbot.waitSignal(shown.pane.patched, timeout=10_000):
        again.click()
    assert shown.text() == ["newer"]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to stop a process here")
def test_a_page_that_hangs_is_started_again(qtbot, monkeypatch):
    monkeypatch.setattr(preview_page, "PING", 20)
    shown = Shown(qtbot)
    shown.show("<p>kept</p>")
    first = pid(shown)
    with qtbot.waitSignals([shown.pane.notice, shown.pane.patched], timeout=10_000):
        os.kill(first, signal.SIGSTOP)
    assert shown.text() == ["kept"]
    assert pid(shown) != first


def test_a_page_that_never_starts_is_called_unusable(qtbot, monkeypatch):
    monkeypatch.setattr(preview_page, "START", 1)
    pane = PreviewPane()
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.unusable, timeout=10_000):
        pane.show()


def test_a_page_that_never_starts_is_tried_again_only_when_asked(qtbot, monkeypatch):
    monkeypatch.setattr(preview_page, "START", 1)
    shown = Shown(qtbot)
    told = []
    shown.pane.unusable.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    shown.pane.resume()
    qtbot.waitUntil(lambda: len(told) == 2)


def test_a_page_whose_end_nobody_tells_is_given_up_all_the_same(qtbot, monkeypatch):
    monkeypatch.setattr(preview_page, "START", 1)
    monkeypatch.setattr(preview_page, "LAST_BREATH", 1)
    monkeypatch.setattr(preview_page, "_kill", lambda _pid: True)
    pane = PreviewPane()
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.unusable, timeout=10_000):
        pane.show()


def test_a_page_without_its_policy_stays_off(qtbot, monkeypatch):
    monkeypatch.setattr(preview_profile, "POLICY", "default-src 'none'; img-src post: data:")
    pane = PreviewPane()
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.unusable, timeout=10_000):
        pane.show()


def test_an_image_on_the_sites_own_address_is_the_file_in_its_folder(shown, site):
    shown.pane.set_place(site, site, "jekyll")
    address = "https://own.org/blog/assets/a.png"
    shown.show(f'<img src="{address}">', '<img src="https://other.org/b.png">')
    shown.wait_for("document.querySelectorAll('.stand-in').length === 2")
    shown.pane.set_own_address(["own.org"], "/blog")
    shown.wait_for("document.querySelector('img').naturalWidth === 40")
    assert shown.run("document.querySelectorAll('.stand-in').length") == 1
    shown.show("<p>new</p>", f'<img src="{address}">')
    shown.wait_for("document.querySelector('img').naturalWidth === 40")
    shown.pane.set_own_address([], "")


def test_an_image_below_the_sites_base_or_its_own_folder_is_found_once_they_are_known(shown, site):
    (site / "src").mkdir()
    picture(site / "src" / "b.png")
    shown.pane.set_place(site, site, "jekyll")
    shown.show('<img src="/blog/assets/a.png">', '<img src="/b.png">')
    shown.wait_for("document.querySelectorAll('.missing').length === 2")
    shown.pane.set_own_address([], "/blog", "src")
    shown.wait_for("[...document.images].filter(i => i.naturalWidth === 40).length === 2")
    shown.wait_for("document.querySelectorAll('.missing').length === 0")
    shown.pane.set_own_address([], "")


def test_an_image_of_a_hugo_site_is_found_below_static(shown, site):
    (site / "static").mkdir()
    picture(site / "static" / "b.png")
    shown.pane.set_place(site, site / "_posts", "hugo")
    shown.show('<img src="/b.png">')
    shown.wait_for("document.querySelector('img').naturalWidth === 40")


def test_a_failure_while_answering_the_page_fails_its_request(shown, site, monkeypatch):
    def fail(*_):
        raise RuntimeError("on purpose")

    shown.pane.set_place(site, site)
    monkeypatch.setattr(preview_profile, "open_media", fail)
    shown.show('<img src="/assets/a.png">')
    shown.wait_for("!!document.querySelector('.missing')")


def test_without_qtwebengine_there_is_the_plain_preview_and_its_reason(qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "editor.gui.preview.preview_page", None)
    preview, reason = create_preview()
    qtbot.addWidget(preview)
    assert isinstance(preview, PlainPreview)
    assert "QtWebEngine" in reason


def test_a_missing_library_is_named(qtbot, monkeypatch):
    def fail():
        raise ImportError("libnss3.so: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(preview_choice, "_look_for_the_web_process", fail)
    preview, reason = create_preview()
    qtbot.addWidget(preview)
    assert "libnss3.so" in reason


@pytest.mark.skipif(sys.platform != "linux", reason="the process is found in other ways")
def test_a_missing_web_process_is_named(qtbot, monkeypatch):
    monkeypatch.setenv("QTWEBENGINEPROCESS_PATH", "/none/QtWebEngineProcess")
    preview, reason = create_preview()
    qtbot.addWidget(preview)
    assert isinstance(preview, PlainPreview)
    assert "QtWebEngineProcess" in reason


def test_the_environment_is_prepared_once_and_keeps_what_the_user_had(monkeypatch):
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--mine")
    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222")
    prepare_before_application()
    prepare_before_application()
    flags = os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert flags.startswith("--mine ")
    assert len(re.findall("host-resolver-rules", flags)) == 1
    assert flags.count("--no-unsandboxed-zygote") == (sys.platform == "linux")
    assert "QTWEBENGINE_REMOTE_DEBUGGING" not in os.environ


def test_it_says_when_the_page_has_come_to_its_process(qtbot):
    shown = Shown(qtbot)
    with qtbot.waitSignal(shown.pane.opened), qtbot.assertNotEmitted(shown.pane.patched):
        shown.pane.start()


def test_another_post_is_shown_from_its_top(shown):
    shown.show(*(f"<p>{n}</p>" for n in range(100)))
    shown.run("scrollTo(0, 500)")
    shown.show(*(f"<p>other {n}</p>" for n in range(100)))
    assert shown.run("scrollY") == 0


def test_a_preview_that_is_destroyed_hears_no_answer_any_more(qtbot):
    shown = Shown()
    shown.qtbot = qtbot
    shown.show("<p>one</p>")
    answers = []
    shown.pane.findChild(QWebEngineView).tell("ping", None, answers.append)
    shown.close()
    QApplication.processEvents()
    assert answers == []
