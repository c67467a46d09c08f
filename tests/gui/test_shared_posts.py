"""Two windows show one post: one text, one undo history, one save, one question at the end."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from editor import files, locks, recovery
from editor.edits import Edit
from editor.gui.app import Program
from editor.gui.plain_text import text_of
from editor.gui.posts import file_watch
from editor.gui.posts.document import Document
from editor.gui.posts.views import Mirror, View, view_of
from editor.settings import Settings

HEAD = "---\ntitle: A\ntags: [b]\n---\n"
POST = HEAD + "\nFirst 😀 line.\n\nLast line.\n"
Answer = QMessageBox.StandardButton
Key, Mode = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def program(qapp, tmp_path, monkeypatch):
    """The running program; its windows close at the end."""
    monkeypatch.setattr(file_watch, "_CALM", 5)
    sheet, palette = qapp.styleSheet(), qapp.palette()
    program = Program(qapp, Settings(theme="light"), tmp_path / "settings.json", tmp_path / "state")
    yield program
    for window in list(program.windows):
        window.leave()
    program.end()
    for translator in program.translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(POST)
    return path


@pytest.fixture
def windows(program, post):
    """Two windows of one program that show the post."""
    shown = []
    for _ in range(2):
        window = program.open_window()
        assert window.open_path(post)
        window.show()
        window.later.finish()
        shown.append(window)
    return shown


@pytest.fixture
def asked(monkeypatch):
    """The questions about unsaved text; each is answered with "Don't save"."""
    boxes = []

    def exec_box(box):
        boxes.append(box)
        return Answer.Discard

    monkeypatch.setattr(QMessageBox, "exec", exec_box)
    return boxes


def texts(windows) -> set[str]:
    """What the windows show, and what they take for the text; one, if all is well."""
    document = windows[0].posts.current
    return {document.text, *(text_of(window.source.document()) for window in windows)}


def put_caret(window, before: str) -> None:
    """Set the caret of a window's source in front of the first `before`."""
    text = window.source.document().toRawText()
    cursor = window.source.textCursor()
    cursor.setPosition(len(text[: text.index(before)].encode("utf-16-le")) // 2)
    window.source.setTextCursor(cursor)


def behind_caret(window) -> str:
    """The rest of the line that the caret is on."""
    cursor = window.source.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_a_post_opened_in_a_second_window_is_the_same_post(windows):
    first, second = windows
    assert second.posts.current is first.posts.current
    assert first.source.document() is not second.source.document()
    assert texts(windows) == {POST}
    assert "open" not in second.messages.texts


def test_what_is_typed_in_one_is_in_the_other_at_once(windows):
    for window, word in zip(windows, ("ab", "cd"), strict=True):
        put_caret(window, "line.")
        QTest.keyClicks(window.source, word)
        (text,) = texts(windows)
        assert f"{word}line." in text
    assert all(window.isWindowModified() for window in windows)


def test_each_keeps_its_own_caret_and_selection_behind_what_the_other_types(windows):
    first, second = windows
    put_caret(first, "First")
    put_caret(second, "Last")
    second.source.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    first.source.insertPlainText("😀 new\n")
    assert behind_caret(first) == "First 😀 line."
    assert second.source.textCursor().selectedText() == "Last line."


def test_the_first_window_keeps_its_caret_too(windows):
    first, second = windows
    put_caret(first, "Last")
    put_caret(second, "First")
    second.source.insertPlainText("new 😀\n")
    assert behind_caret(first) == "Last line."


@pytest.mark.parametrize("place", [0, 1])
def test_undo_takes_the_last_step_back_wherever_it_was_made(windows, place):
    first, second = windows
    put_caret(first, "First")
    QTest.keyClicks(first.source, "one ")
    put_caret(second, "Last")
    QTest.keyClicks(second.source, "two ")
    here = windows[place]
    QTest.keyClick(here.source, Key.Key_Z, Mode.ControlModifier)
    assert texts(windows) == {POST.replace("First", "one First")}
    assert behind_caret(here) == "Last line."
    QTest.keyClick(here.source, Key.Key_Z, Mode.ControlModifier)
    assert texts(windows) == {POST}
    assert not any(window.isWindowModified() for window in windows)
    QTest.keyClick(here.source, Key.Key_Z, Mode.ControlModifier | Mode.ShiftModifier)
    assert texts(windows) == {POST.replace("First", "one First")}


def test_keys_typed_in_a_row_are_one_step_in_the_second_window_too(windows):
    source = windows[1].source
    put_caret(windows[1], "Last")
    QTest.keyClicks(source, "abc")
    QTest.keyClick(source, Key.Key_Left)
    QTest.keyClicks(source, "de")
    for _ in range(2):
        QTest.keyClick(source, Key.Key_Backspace)
    document = windows[0].posts.current
    steps = []
    while document.qt.isUndoAvailable():
        document.qt.undo()
        steps.append(document.text.split("\n")[-2].removesuffix("Last line."))
    assert steps == ["abdec", "abc", ""]


def test_the_context_menu_of_the_second_window_undoes_what_the_first_did(windows):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    menu = second.source.createStandardContextMenu()
    second.source.mirror_undo.mend_menu(menu)
    assert isinstance(menu, QMenu)
    undo = menu.findChild(QAction, "edit-undo")
    assert undo.isEnabled()
    assert not menu.findChild(QAction, "edit-redo").isEnabled()
    undo.trigger()
    assert texts(windows) == {POST}
    menu.deleteLater()


def test_text_being_composed_stays_while_the_other_types(windows):
    first, second = windows
    put_caret(second, "Last")
    QApplication.sendEvent(second.source, QInputMethodEvent("compo", []))
    put_caret(first, "First")
    QTest.keyClicks(first.source, "x")
    event = QInputMethodEvent("", [])
    event.setCommitString("composed ")
    QApplication.sendEvent(second.source, event)
    assert texts(windows) == {POST.replace("First", "xFirst").replace("Last", "composed Last")}


def test_folding_is_each_windows_own(windows):
    first, second = windows
    second.actions_.by_name["show_head"].setChecked(True)
    assert second.source.document().firstBlock().isVisible()
    assert not first.source.document().firstBlock().isVisible()


def test_a_field_set_in_one_is_shown_in_the_other(qtbot, windows):
    first, second = windows
    second.form.field_edited.emit("title", "B 😀")
    assert texts(windows) == {POST.replace("title: A", "title: B 😀")}
    qtbot.waitUntil(lambda: first.form.box("title").text() == "B 😀")


def test_saved_in_one_it_is_saved_in_both(qtbot, windows, post):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    with qtbot.waitSignals([first.posts.saved, second.posts.saved]):
        second.actions_.by_name["save"].trigger()
    assert post.read_text() == first.posts.current.text
    assert not any(window.isWindowModified() for window in windows)


def test_a_save_that_failed_is_told_in_both(qtbot, windows, post):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    document = first.posts.current
    document.stored = replace(document.stored, path=post.parent / "gone" / "a.md")
    with qtbot.waitSignal(document.save_failed):
        first.posts.save()
    assert "Not saved" in first.messages.texts["save"]
    assert "Not saved" in second.messages.texts["save"]


@pytest.mark.parametrize("place", [0, 1])
def test_closing_one_asks_nothing_and_leaves_the_other_as_it_was(
    qtbot, program, windows, asked, place
):
    gone, kept = windows[place], windows[1 - place]
    put_caret(gone, "First")
    QTest.keyClicks(gone.source, "one ")
    put_caret(kept, "Last")
    QTest.keyClicks(kept.source, "two ")
    with qtbot.waitSignal(gone.closed):
        gone.close()
    qtbot.waitUntil(lambda: program.windows == [kept])
    assert asked == []
    assert kept.isWindowModified()
    QTest.keyClicks(kept.source, "three ")
    assert texts([kept]) == {POST.replace("First", "one First").replace("Last", "two three Last")}
    for _ in range(3):
        QTest.keyClick(kept.source, Key.Key_Z, Mode.ControlModifier)
    assert texts([kept]) == {POST}


def test_the_last_one_asks(qtbot, program, windows, asked, post):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    first.close()
    with qtbot.waitSignal(second.closed):
        second.close()
    assert len(asked) == 1
    assert post.read_text() == POST
    (found,) = recovery.find(program._state / "recovery")
    assert found.snapshot.given_up


def quit_from(window) -> None:
    window.actions_.by_name["quit"].trigger()


def test_quitting_asks_once_before_anything_closes_and_cancel_keeps_all(
    qtbot, program, windows, monkeypatch, tmp_path
):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    second.posts.new()
    QTest.keyClicks(second.source, "never saved")
    names = []

    def cancel(box):
        names.append(box.informativeText())
        return Answer.Cancel

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    quit_from(first)
    assert names == ["a.md\nNew post"]
    assert program.windows == windows
    assert all(window.isVisible() for window in windows)
    assert first.isWindowModified()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: Answer.Discard)
    quit_from(second)
    qtbot.waitUntil(lambda: not program.windows)
    kept = {one.snapshot.text for one in recovery.find(tmp_path / "state" / "recovery")}
    assert kept == {HEAD + "x" + POST.removeprefix(HEAD), "never saved"}


def test_quitting_saves_the_posts_of_all_windows(qtbot, program, windows, monkeypatch, tmp_path):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    second.posts.new()
    QTest.keyClicks(second.source, "new")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: Answer.Save)
    named = (str(tmp_path / "new.md"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: named)
    quit_from(first)
    qtbot.waitUntil(lambda: not program.windows)
    assert (tmp_path / "a.md").read_text() == HEAD + "x" + POST.removeprefix(HEAD)
    assert (tmp_path / "new.md").read_text() == "new"


def test_quitting_stops_where_a_post_of_another_window_cannot_be_saved(
    qtbot, program, windows, monkeypatch, tmp_path
):
    first, second = windows
    second.posts.new()
    QTest.keyClicks(second.source, "new")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: Answer.Save)
    named = (str(tmp_path / "gone" / "new.md"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: named)
    with qtbot.waitSignal(program._shared.save_failed):
        quit_from(first)
    assert program.windows == windows
    assert second.posts.current.text == "new"
    assert "save" in second.messages.texts
    assert "save" not in first.messages.texts


def test_a_tab_closed_leaves_the_post_open_in_the_other_window(windows, asked, program, post):
    first, second = windows
    QTest.keyClicks(first.source, "x")
    document = first.posts.current
    first.posts.close()
    assert asked == []
    assert second.posts.documents == [document]
    assert locks.is_held(program._state / "locks" / f"{recovery.post_key(post)}.lock")
    second.posts.close()
    assert len(asked) == 1
    assert not locks.is_held(program._state / "locks" / f"{recovery.post_key(post)}.lock")


def test_a_window_that_comes_after_the_first_has_gone_shows_the_whole_text(
    qtbot, program, windows, post
):
    first, second = windows
    with qtbot.waitSignal(first.closed):
        first.close()
    third = program.open_window()
    third.open_path(post)
    third.show()
    third.actions_.by_name["show_head"].setChecked(True)
    assert third.source.document().firstBlock().isVisible()
    QTest.keyClicks(third.source, "x")
    assert texts([second, third]) == {POST.replace("\n\nFirst", "\nx\nFirst")}


def test_what_another_program_writes_is_taken_once_and_told_in_both(qtbot, windows, post):
    first, second = windows
    put_caret(second, "Last")
    post.write_text(POST.replace("First", "Their first"))
    windows[0].posts.shared.outside.files.look()
    qtbot.waitUntil(lambda: texts(windows) == {POST.replace("First", "Their first")})
    assert behind_caret(second) == "Last line."
    assert all("Its new text is shown" in window.messages.texts["outside"] for window in windows)
    second.messages.take_way("outside", "Undo")
    assert texts(windows) == {POST}
    assert "outside" not in first.messages.texts


def test_a_conflict_is_told_in_both_and_settled_from_either(qtbot, windows, post):
    first, second = windows
    put_caret(first, "First")
    QTest.keyClicks(first.source, "my ")
    post.write_text(POST.replace("First", "Their first"))
    windows[0].posts.shared.outside.files.look()
    qtbot.waitUntil(lambda: all("outside" in window.messages.texts for window in windows))
    second.messages.take_way("outside", "Take the file's")
    assert texts(windows) == {POST.replace("First", "Their first")}
    assert "outside" not in first.messages.texts
    assert not any(window.isWindowModified() for window in windows)


def test_one_journal_keeps_what_is_typed_in_either(windows, program):
    for window in windows:
        put_caret(window, "Last")
        QTest.keyClicks(window.source, "x")
    program.flush()
    (kept,) = (program._state / "recovery").glob("*.unsaved")
    assert "xxLast" in kept.read_text()


def test_the_command_shows_the_post_in_a_new_window_also_one_without_a_file(program):
    first = program.open_window()
    first.posts.new()
    first.source.insertPlainText("New 😀")
    first.actions_.by_name["show_in_window"].trigger()
    second = program.windows[1]
    assert second.isVisible()
    assert second.posts.documents == [first.posts.current]
    QTest.keyClicks(second.source, "er ")
    assert texts([first, second]) == {"er New 😀"}


def test_another_run_asks_to_show_it_and_one_window_comes_in_front(windows, program, post):
    for window in windows:
        window.posts.new()
    program.show_post(post)
    assert windows[0].posts.current.path == post
    assert windows[1].posts.current.path is None


def test_a_post_of_another_run_saved_elsewhere_can_be_typed_in_in_both(
    qtbot, program, post, monkeypatch
):
    lock = program._state / "locks" / f"{recovery.post_key(post)}.lock"
    claim = locks.hold(lock, "another run")
    shown = []
    for _ in range(2):
        window = program.open_window()
        window.open_path(post)
        window.show()
        window.later.finish()
        assert window.source.isReadOnly()
        shown.append(window)
    new = str(post.with_name("b.md"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (new, ""))
    with qtbot.waitSignal(shown[0].posts.saved):
        shown[1].posts.save_as()
    for window in shown:
        assert "read-only" not in window.messages.texts
        QTest.keyClicks(window.source, "x")
        assert window.windowTitle().startswith("b.md")
    assert texts(shown) == {POST.replace("---\n\nFirst", "---\nxx\nFirst")}
    claim.release()


# One text document for each view

_LETTERS = st.text("ab \n😀é\u00a0\u2028", max_size=4)
_STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(0, 8), _LETTERS), max_size=12
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("ab \n😀é\u00a0", max_size=30), steps=_STEPS)
@pytest.mark.usefixtures("qapp")
def test_whatever_is_done_in_whichever_view_all_show_the_same(tmp_path, text, steps):
    document = Document(files.new_file(tmp_path / "a.md"), tmp_path)
    document.apply([Edit(0, 0, text)])
    views = [view_of(document) for _ in range(3)]
    assert [type(view) for view in views] == [View, Mirror, Mirror]
    for where, place, length, new in steps:
        if where == len(views):
            document.qt.undo() if length % 2 else document.qt.redo()
        else:
            cursor = QTextCursor(views[where].qt)
            cursor.movePosition(QTextCursor.MoveOperation.Right, n=place)
            cursor.movePosition(
                QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, length
            )
            cursor.insertText(new)
        assert {document.text} == {text_of(view.qt) for view in views}
    document.close()
    document.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_mirror_of_a_text_that_may_not_be_changed_shows_it_as_it_is(qtbot, tmp_path):
    document = Document(files.new_file(tmp_path / "a.md"), tmp_path)
    document.apply([Edit(0, 0, "text")])
    _first, mirror = view_of(document), view_of(document)
    document.is_held_elsewhere = True
    QTextCursor(mirror.qt).insertText("x")
    qtbot.waitUntil(lambda: text_of(mirror.qt) == "text")
    assert document.text == "text"
    document.close()
    document.deleteLater()


def test_what_is_typed_while_the_window_is_being_built_is_kept_before_each_step(program, post):
    window = program.open_window()
    window.open_path(post)
    window.source.insertPlainText("x")
    window.later._go_on()
    (kept,) = (program._state / "recovery").glob("*.unsaved")
    written = kept.stat().st_mtime_ns
    window.later._go_on()
    assert kept.stat().st_mtime_ns == written
    window.later.finish()


def test_a_post_is_opened_in_a_window_of_its_own(program, post):
    first = program.open_window()
    first.posts.new()
    first.post_files.run("open_in_window", post)
    second = program.windows[1]
    assert second.isVisible()
    assert second.posts.current.path == post
    assert first.posts.current.path is None
