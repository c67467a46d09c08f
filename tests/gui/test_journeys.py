"""What a writer does from beginning to end, in the real window, on real files."""

import difflib
import hashlib
import shutil
import subprocess

import pytest
import yaml
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from editor import system_libraries
from editor.gui.fields.chips_box import ChipsBox
from editor.gui.main_window import MainWindow
from editor.gui.posts.post_chooser import PostChooser
from editor.gui.preview import preview_choice
from editor.gui.preview.plain_preview import PlainPreview
from editor.gui.preview.preview_column import PreviewColumn
from editor.gui.theme import LIGHT
from editor.settings import Settings
from editor.system_libraries import Library
from tests.conftest import SAMPLES
from tests.gui.conftest import INTERVIEW

SHA256 = "edebbf9c9c035661d80a4417414fbd4fcf0c0a00b81871a91f72a93b5e7f94ff"


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def save(qtbot, window):
    with qtbot.waitSignal(window.posts.current.saved):
        window.actions_.by_name["save"].trigger()


def in_page(qtbot, window, script: str):
    """What `script` gives in the preview's page."""
    found = []
    page = window.findChild(QWebEngineView).page()
    world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
    page.runJavaScript(script, world, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def page_text(qtbot, window) -> str:
    """What the preview's page shows now."""
    return in_page(qtbot, window, "document.body.innerText")


def test_opening_and_saving_the_interview_changes_no_byte(qtbot, window, interview):
    window.open_path(interview)
    window.posts.current.qt.setModified(True)
    save(qtbot, window)
    assert hashlib.sha256(interview.read_bytes()).hexdigest() == SHA256


def test_opening_any_sample_edits_nothing(qtbot, window, site):
    for path in sorted(site.rglob("*.md")):
        window.open_path(path)
        with qtbot.waitSignal(window.live.shown):
            pass
        assert not window.posts.current.is_modified, path.name


def test_one_click_quotes_the_title_and_the_diff_is_one_line(qtbot, window, interview):
    window.open_path(interview)
    before = window.posts.current.text
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    (note,) = window.form.problem_notes
    assert "Line 3" in note.accessibleName()
    assert "today's address" in note.accessibleName()
    qtbot.mouseClick(note.findChild(QToolButton, "mend"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.form.problem_notes == [])
    save(qtbot, window)
    after = interview.read_text(encoding="utf-8")
    assert [line[0] for line in changed_lines(before, after)] == ["-", "+"]
    head = yaml.safe_load(after.split("---\n")[1])
    assert head == {
        "layout": "post",
        "title": "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;",
    }


def test_the_mend_is_undone_like_any_other_edit(qtbot, window, interview):
    window.open_path(interview)
    before = window.posts.current.text
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    window.form.problem_notes[0].mend_asked.emit()
    assert window.posts.current.text != before
    window.source.setFocus()
    qtbot.keyClick(window.source, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.posts.current.text == before)
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    assert not window.posts.current.is_modified


def test_the_broken_title_hides_neither_body_nor_preview_nor_the_other_fields(
    qtbot, window, interview
):
    with qtbot.waitSignal(window.preview.patched, timeout=15_000):
        window.open_path(interview)
    title, layout = window.form.box("title"), window.form.box("layout")
    assert isinstance(title, QLineEdit)
    assert title.text() == "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;"
    assert layout.text() == "post"
    shown = page_text(qtbot, window)
    assert 'Biz Stone : "Testons les usages commerciaux de Twitter"' in shown
    assert "24 juin 2009" in shown
    assert "Comment est né Twitter" in shown


def test_typing_shows_in_the_preview(qtbot, window, interview):
    with qtbot.waitSignal(window.preview.patched, timeout=15_000):
        window.open_path(interview)
    window.source.go_to_line(8)
    with qtbot.waitSignal(window.preview.patched):
        qtbot.keyClicks(window.source, "Bonjour ")
    qtbot.waitUntil(lambda: "Bonjour Encore une fois" in page_text(qtbot, window))


def test_what_is_typed_far_below_comes_into_view(qtbot, window, interview):
    with qtbot.waitSignal(window.preview.patched, timeout=15_000):
        window.open_path(interview)
    window.source.moveCursor(window.source.textCursor().MoveOperation.End)
    window.source.setFocus()
    with qtbot.waitSignal(window.preview.patched):
        qtbot.keyClicks(window.source, " Fin.")
    last = "document.querySelector('main').lastElementChild.lastElementChild"
    in_view = f"{last}.getBoundingClientRect().top < innerHeight"
    qtbot.waitUntil(lambda: in_page(qtbot, window, in_view) is True)


def test_a_tag_added_in_the_form_is_one_line_in_the_diff(qtbot, window, site):
    path = site / "_posts" / "2008-12-11-le-web-a-t-il-encore-besoin-de-portails.md"
    before = path.read_text(encoding="utf-8")
    window.open_path(path)
    tags = window.form.box("tags")
    assert isinstance(tags, ChipsBox)
    qtbot.keyClicks(tags.focusProxy(), "histoire\r")
    save(qtbot, window)
    lines = changed_lines(before, path.read_text(encoding="utf-8"))
    assert len(lines) == 1
    assert "histoire" in lines[0]


def test_keys_typed_into_one_field_are_undone_at_once(qtbot, window, site):
    window.open_path(next((site / "_posts").glob("2009-06-03*.md")))
    before = window.posts.current.text
    title = window.form.box("title")
    title.setFocus()
    qtbot.keyClicks(title, "Bing")
    assert window.posts.current.text != before
    window.actions_.by_name["undo"].trigger()
    assert window.posts.current.text == before
    assert not window.posts.current.is_modified


def test_a_field_of_a_new_post_creates_its_front_matter(qtbot, window, tmp_path, monkeypatch):
    window.actions_.by_name["new"].trigger()
    qtbot.keyClicks(window.source, "Hello")
    qtbot.keyClicks(window.form.box("title"), "Un titre : le sous-titre")
    target = tmp_path / "2026-01-02-un-titre.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save(qtbot, window)
    text = target.read_text(encoding="utf-8")
    assert text.endswith(("---\nHello", "---\n\nHello"))
    assert yaml.safe_load(text.split("---\n")[1]) == {"title": "Un titre : le sous-titre"}
    assert window.windowTitle().startswith(target.name)


def test_another_programs_change_is_asked_about_and_never_overwritten_unasked(
    qtbot, window, interview
):
    window.open_path(interview)
    qtbot.keyClicks(window.source, "mine")
    interview.write_text("theirs", encoding="utf-8")
    with qtbot.waitSignal(window.posts.current.save_failed):
        window.actions_.by_name["save"].trigger()
    assert interview.read_text(encoding="utf-8") == "theirs"
    assert INTERVIEW in window.messages.texts["outside"]
    assert window.posts.current.is_modified
    window.messages.take_way("outside", "Take the file's")
    assert window.posts.current.text == "theirs"
    window.actions_.by_name["undo"].trigger()
    assert "mine" in window.posts.current.text


def test_a_write_protected_folder_is_told_and_the_text_kept(qtbot, window, interview, monkeypatch):
    window.open_path(interview)
    qtbot.keyClicks(window.source, "mine")
    shutil.move(interview.parent, interview.parent.with_name("gone"))
    with qtbot.waitSignal(window.posts.current.save_failed):
        window.actions_.by_name["save"].trigger()
    assert "folder" in window.messages.texts["save"]
    elsewhere = interview.parent.with_name("gone") / "kept.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    with qtbot.waitSignal(window.posts.current.saved):
        window.messages.take_way("save", "Save as…")
    assert "mine" in elsewhere.read_text(encoding="utf-8")
    assert window.messages.texts.get("save") is None


def test_closing_asks_about_unsaved_text_and_cancel_keeps_it(qtbot, window, interview, monkeypatch):
    window.open_path(interview)
    qtbot.keyClicks(window.source, "mine")
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    window.close()
    assert window.isVisible()
    assert "mine" in window.posts.current.text


def test_closing_with_save_writes_first(qtbot, window, interview, monkeypatch):
    window.open_path(interview)
    qtbot.keyClicks(window.source, "mine")
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Save)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert "mine" in interview.read_text(encoding="utf-8")


def test_several_posts_are_open_in_tabs_each_with_its_own_history(qtbot, window, site, interview):
    other = next((site / "_posts").glob("2009-06-03*.md"))
    window.open_path(interview)
    qtbot.keyClicks(window.source, "one")
    window.open_path(other)
    qtbot.keyClicks(window.source, "two")
    window.actions_.by_name["undo"].trigger()
    assert not window.posts.current.is_modified
    window.posts.show(window.posts.documents[0])
    assert window.posts.current.path == interview
    assert window.posts.current.is_modified


def test_a_file_dropped_on_the_window_is_opened(window, interview):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(interview))])
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.posts.current.path == interview


def test_opening_a_folder_lists_its_posts(qtbot, window, site):
    window.open_path(site)
    column = window.posts_column
    qtbot.waitUntil(lambda: column.pane is not None and len(column.pane.titles) > 8, timeout=20_000)
    assert column.pane.titles[0] == "Drafts"
    qtbot.keyClicks(column.pane.search, "teheran")
    found = ["2009", "Iran : la rue tweete"]
    qtbot.waitUntil(lambda: column.pane.titles == found, timeout=20_000)
    qtbot.keyClick(column.pane.search, Qt.Key.Key_Return)
    assert window.posts.current.path.name.startswith("2009-06-17")


def test_a_post_is_gone_to_by_a_part_of_its_title(qtbot, window, site):
    window.open_path(site / INTERVIEW)
    window.actions_.by_name["go_to_post"].trigger()
    chooser = window.findChild(PostChooser)
    qtbot.waitUntil(lambda: len(chooser.listed) > 8, timeout=20_000)
    search = chooser.findChild(QLineEdit)
    qtbot.keyClicks(search, "iran")
    assert len(chooser.listed) == 1
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.posts.current.path.name.startswith("2009-06-17")


@pytest.mark.parametrize(
    "text", ["[" * 8000, "---\nx: " + "[" * 60_000 + "\n---\n\nText\n"], ids=["body", "head"]
)
def test_a_post_that_kills_parsers_can_be_typed_in_and_saved(qtbot, window, tmp_path, text):
    path = tmp_path / "hostile.md"
    path.write_text(text)
    window.open_path(path)
    window.source.moveCursor(window.source.textCursor().MoveOperation.End)
    qtbot.keyClicks(window.source, "still here")
    save(qtbot, window)
    assert path.read_text() == text + "still here"


def test_a_rendering_that_hangs_is_told_and_the_last_good_one_stays(qtbot, window, tmp_path):
    (tmp_path / "pelicanconf.py").touch()  # Python-Markdown, which many brackets hang
    (tmp_path / "post.md").write_text("Title: A\n\nThe last good one.\n")
    with qtbot.waitSignal(window.preview.patched, timeout=15_000):
        window.open_path(tmp_path / "post.md")
    window.source.moveCursor(window.source.textCursor().MoveOperation.End)
    with qtbot.waitSignal(window.live.failed, timeout=15_000):
        window.source.insertPlainText("\n\n" + "[" * 8000)
    assert "writing and saving go on" in window.messages.texts["render"]
    assert "The last good one." in page_text(qtbot, window)
    with qtbot.waitSignal(window.live.recovered, timeout=15_000):
        window.actions_.by_name["undo"].trigger()
    assert "render" not in window.messages.texts


@pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll is not installed")
def test_jekyll_reads_the_interview_after_the_mend(qtbot, window, interview, tmp_path):
    window.open_path(interview)
    qtbot.waitUntil(lambda: bool(window.form.problem_notes))
    window.form.problem_notes[0].mend_asked.emit()
    save(qtbot, window)
    site = tmp_path / "blog"
    (site / "_posts").mkdir(parents=True)
    shutil.copy(interview, site / "_posts")
    (site / "_layouts").mkdir()
    (site / "_layouts" / "post.html").write_text("<h1>{{ page.title }}</h1>")
    subprocess.run(
        ["jekyll", "build", "--quiet", "--disable-disk-cache"], cwd=site, check=True, timeout=120
    )
    slug = INTERVIEW.removeprefix("2009-06-24-").removesuffix(".md")
    built = site / "_site" / "2009" / "06" / "24" / f"{slug}.html"
    assert built.read_text(encoding="utf-8") == (
        "<h1>Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;</h1>"
    )


def test_the_sample_is_the_interview_to_the_byte():
    assert hashlib.sha256((SAMPLES / INTERVIEW).read_bytes()).hexdigest() == SHA256


def test_without_the_web_engine_the_post_is_edited_and_previewed_all_the_same(
    qtbot, shared, interview, monkeypatch
):
    monkeypatch.setattr(
        preview_choice, "create_preview", lambda: (PlainPreview(), "libnss3.so is missing")
    )
    window = MainWindow(Settings(), LIGHT, shared)
    window.show()
    with qtbot.waitSignal(window.preview.patched):
        window.open_path(interview)
    assert window.messages.texts["preview"] == "libnss3.so is missing"
    browser = window.preview.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: "Comment est né Twitter" in browser.toPlainText())
    qtbot.keyClicks(window.source, "mine")
    save(qtbot, window)
    assert b"mine" in interview.read_bytes()
    window.leave()


def test_a_web_engine_that_gives_up_is_replaced_and_typing_goes_on(qtbot, window, interview):
    with qtbot.waitSignal(window.preview.patched, timeout=15_000):
        window.open_path(interview)
    window.preview.unusable.emit("It stops as soon as it starts.")
    assert window.messages.texts["preview"] == "It stops as soon as it starts."
    browser = window.preview.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: "Comment est né Twitter" in browser.toPlainText())


def test_everything_one_can_reach_by_keyboard_has_a_name(window, site):
    window.open_path(site / "_posts" / "2008-12-11-le-web-a-t-il-encore-besoin-de-portails.md")
    ours = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and type(widget).__module__.startswith(("editor", "PySide6.QtWidgets"))
    ]
    assert len(ours) > 15
    nameless = [
        widget
        for widget in ours
        if not (widget.accessibleName() or getattr(widget, "text", str)() or _is_container(widget))
    ]
    assert nameless == []


def _is_container(widget: QWidget) -> bool:
    return type(widget) in (QWidget, QSplitter) or widget.focusProxy() is not None


def test_every_command_has_its_place_in_a_menu(window):
    in_menus = {
        action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    }
    missing = [name for name, action in window.actions_.by_name.items() if action not in in_menus]
    assert missing == ["theme"]  # the button that goes from light to dark; the menu has each look


def test_no_two_commands_share_their_keys(window):
    keys = [
        sequence.toString()
        for action in window.actions_.by_name.values()
        for sequence in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.qt_log_ignore("This plugin does not support")  # to raise a popup
def test_the_main_job_by_keyboard_alone(qtbot, window, interview):
    """From the form's title through its mend and a tag to the source, and saved."""
    window.open_path(interview)
    window.activateWindow()
    before = interview.read_text(encoding="utf-8")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    qtbot.keyClick(window, Qt.Key.Key_T, control)
    title = window.form.box("title")
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    mend = window.form.problem_notes[0].findChild(QToolButton, "mend")
    qtbot.waitUntil(mend.hasFocus)
    qtbot.keyClick(mend, Qt.Key.Key_Space)
    window.form.ask_for("tags")
    qtbot.keyClicks(window.form.box("tags").focusProxy(), "twitter\r")
    qtbot.keyClick(window, Qt.Key.Key_T, control | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(window.source.hasFocus)
    qtbot.keyClick(window.source, Qt.Key.Key_End, control)
    qtbot.keyClicks(window.source, " Fin.")
    with qtbot.waitSignal(window.posts.current.saved):
        qtbot.keyClick(window, Qt.Key.Key_S, control)
    lines = changed_lines(before, interview.read_text(encoding="utf-8"))
    assert len([line for line in lines if line[0] == "-"]) == 2  # the title and the last line
    assert len([line for line in lines if line[0] == "+"]) == 3  # and the tags


def test_the_notice_of_a_missing_library_names_the_packages_that_bring_it(qtbot, monkeypatch):
    library = Library("libnss3.so", "libnss3", "nss")
    monkeypatch.setattr(preview_choice, "create_preview", lambda: (PlainPreview(), "It is missing"))
    monkeypatch.setattr(system_libraries, "missing_for_preview", lambda: [library])
    column = PreviewColumn()
    qtbot.addWidget(column)
    column.build()
    assert "apt-get install libnss3" in column.missing
    assert "dnf install nss" in column.missing
