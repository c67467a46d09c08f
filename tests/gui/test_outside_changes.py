"""What other programs do to the file of an open post is seen, told, and never taken unasked."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from editor import history
from editor.edits import Edit
from editor.gui.messages import Messages
from editor.gui.posts import file_watch
from editor.gui.posts.compare_view import CompareView
from editor.gui.posts.merge_dialog import MergeDialog
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.shared_posts import SharedPosts
from editor.history import Why
from editor.merge import Choice

POST = "---\ntitle: A\n---\n\nFirst.\n\nLast.\n"
MINE = POST.replace("First", "My first")
THEIRS = POST.replace("First", "Their first")


class Window(QWidget):
    """What open posts need of a window."""

    def __init__(self, folder):
        super().__init__()
        self.messages = Messages(self)
        self.posts = OpenPosts(self, self.messages, SharedPosts(folder / "state", self))
        self.posts.watch()
        self.outside = self.posts.shared.outside

    def stop(self):
        self.outside.files.stop()
        self.posts.stop()


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(file_watch, "_CALM", 5)
    window = Window(tmp_path)
    qtbot.addWidget(window, before_close_func=Window.stop)
    return window


@pytest.fixture
def post(window, tmp_path) -> Path:
    path = tmp_path / "site" / "a.md"
    path.parent.mkdir()
    path.write_text(POST)
    window.posts.open(path)
    return path


def said(window) -> str:
    return window.messages.texts.get("outside", "")


def make(document, text):
    """Let the writer make `text` of the post."""
    document.replace_text(text)


def by_renaming(path: Path, text: str) -> None:
    """Write as Vim does."""
    other = path.with_name("4913")
    other.write_text(text)
    other.replace(path)


def by_backup(path: Path, text: str) -> None:
    """Write as editors do that move the old file away first."""
    path.rename(path.with_name("a.md~"))
    path.write_text(text)
    path.with_name("a.md~").unlink()


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def unchanged_in_size_and_time(path: Path, text: str) -> None:
    times = path.stat()
    path.write_text(text)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


WAYS = (by_renaming, by_backup, in_place, unchanged_in_size_and_time)


def versions(window, path) -> list[tuple[str, Why]]:
    folder = window.posts.safekeeping.history
    found = history.versions(folder, path)
    return [(history.content(folder, it.sha256).decode(), it.why) for it in found]


# A text that nobody changed here


@pytest.mark.parametrize("write", WAYS)
def test_an_unchanged_post_shows_the_new_text_each_time(qtbot, window, post, write):
    for text in (THEIRS, POST, THEIRS + "More.\n"):
        write(post, text)
        qtbot.waitUntil(lambda text=text: window.posts.current.text == text)
        assert not window.posts.current.is_modified
        assert said(window) == "Another program has changed a.md. Its new text is shown."


def test_a_reload_is_one_step_of_undo_and_the_old_text_is_in_the_history(qtbot, window, post):
    document = window.posts.current
    in_place(post, THEIRS)
    qtbot.waitUntil(lambda: document.text == THEIRS)
    window.messages.take_way("outside", "Undo")
    assert document.text == POST
    assert document.is_modified
    document.qt.redo()
    assert document.text == THEIRS
    assert versions(window, post) == [(POST, Why.RELOADED)]


def test_a_reload_leaves_the_caret_and_what_is_folded_where_they_are(qtbot, window, post):
    qt = window.posts.current.qt
    caret = QTextCursor(qt)
    caret.setPosition(POST.index("Last") + 2)
    qt.firstBlock().next().setVisible(False)
    in_place(post, THEIRS)
    qtbot.waitUntil(lambda: window.posts.current.text == THEIRS)
    assert caret.position() == THEIRS.index("Last") + 2
    hidden = [number for number in range(7) if not qt.findBlockByNumber(number).isVisible()]
    assert hidden == [1]


def test_a_reload_is_not_undone_by_its_button_once_the_writer_has_gone_on(qtbot, window, post):
    document = window.posts.current
    in_place(post, THEIRS)
    qtbot.waitUntil(lambda: document.text == THEIRS)
    document.apply([Edit(0, 0, "x")])
    window.messages.take_way("outside", "Undo")
    assert document.text == "x" + THEIRS


def test_a_reload_undone_can_be_saved_and_then_theirs_is_in_the_history(qtbot, window, post):
    document = window.posts.current
    in_place(post, THEIRS)
    qtbot.waitUntil(lambda: document.text == THEIRS)
    document.qt.undo()
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    assert post.read_text() == POST
    assert (THEIRS, Why.SAVED_OVER) in versions(window, post)


def test_our_own_save_is_no_change_by_another_program(qtbot, window, post):
    document = window.posts.current
    for number in range(5):
        make(document, POST + f"{number}\n")
        with qtbot.waitSignal(document.saved):
            window.posts.save()
        with qtbot.waitSignal(window.outside.files._looker.done):
            window.outside.files.look()
    assert said(window) == ""
    assert document.text == post.read_text()


def test_many_posts_change_at_once_as_by_a_checkout(qtbot, window, tmp_path):
    paths = [tmp_path / f"{number}.md" for number in range(30)]
    for path in paths:
        path.write_text(POST)
        window.posts.open(path)
    for path in paths:
        path.unlink()
    for path in paths:
        path.write_text(THEIRS + path.name)
    wanted = [THEIRS + path.name for path in paths]
    qtbot.waitUntil(lambda: [it.text for it in window.posts.documents] == wanted)
    assert not any(document.is_modified for document in window.posts.documents)


def test_a_post_behind_tells_when_it_comes_in_front(qtbot, window, post, tmp_path):
    behind = window.posts.current
    (tmp_path / "b.md").write_text(POST)
    window.posts.open(tmp_path / "b.md")
    in_place(post, THEIRS)
    qtbot.waitUntil(lambda: behind.text == THEIRS)
    assert said(window) == ""
    window.posts.show(behind)
    assert said(window) == "Another program has changed a.md. Its new text is shown."


def test_a_file_emptied_for_a_moment_is_not_taken_for_empty(qtbot, window, post, monkeypatch):
    monkeypatch.setattr("editor.outside.time.sleep", lambda _: post.write_text(THEIRS))
    post.write_text("")
    qtbot.waitUntil(lambda: window.posts.current.text == THEIRS)


def test_a_network_drive_that_tells_nothing_is_looked_at_all_the_same(qtbot, window, post):
    window.outside.files._watcher.blockSignals(True)
    in_place(post, THEIRS)
    window.outside.files._note_focus(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: window.posts.current.text == THEIRS)


# A text that both changed


def test_changes_that_do_not_touch_are_both_in_the_text_which_is_not_saved(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    in_place(post, POST.replace("Last", "Their last"))
    both = MINE.replace("Last", "Their last")
    qtbot.waitUntil(lambda: document.text == both)
    assert document.is_modified
    assert "Its changes and yours are both in the text" in said(window)
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    assert post.read_text() == both
    document.qt.undo()
    assert document.text == MINE


def test_undoing_a_merge_is_not_taken_for_saved(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    in_place(post, POST.replace("Last", "Their last"))
    qtbot.waitUntil(lambda: "Their last" in document.text)
    document.qt.undo()
    document.qt.undo()
    assert document.text == POST
    assert document.is_modified


def test_the_same_change_on_both_sides_is_saved(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    in_place(post, MINE)
    qtbot.waitUntil(lambda: not document.is_modified)
    assert said(window) == ""


def conflict(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    by_renaming(post, THEIRS)
    qtbot.waitUntil(lambda: "in the same places" in said(window))
    assert document.text == MINE
    assert document.is_modified
    return document


def test_a_conflict_is_told_at_once_and_nothing_is_lost(qtbot, window, post):
    conflict(qtbot, window, post)
    assert post.read_text() == THEIRS
    assert versions(window, post) == [(POST, Why.RELOADED)]


def test_saving_into_a_conflict_asks(qtbot, window, post):
    document = conflict(qtbot, window, post)
    with qtbot.waitSignal(document.save_failed):
        window.posts.save()
    assert said(window) == "Not saved: another program has changed a.md. Both texts are kept."
    assert post.read_text() == THEIRS


def test_keeping_mine_overwrites_with_the_next_save_and_the_history_has_theirs(qtbot, window, post):
    document = conflict(qtbot, window, post)
    window.messages.take_way("outside", "Keep mine")
    assert said(window) == ""
    assert document.is_modified
    assert post.read_text() == THEIRS
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    assert post.read_text() == MINE
    assert (THEIRS, Why.SAVED_OVER) in versions(window, post)


def test_taking_theirs_keeps_mine_in_the_undo_and_in_the_history(qtbot, window, post):
    document = conflict(qtbot, window, post)
    window.messages.take_way("outside", "Take the file's")
    assert document.text == THEIRS
    assert not document.is_modified
    assert versions(window, post)[0] == (MINE, Why.GIVEN_UP)
    document.qt.undo()
    assert document.text == MINE


def test_a_merge_is_made_place_by_place(qtbot, window, post):
    document = window.posts.current
    make(document, MINE.replace("Last", "My last"))
    in_place(post, THEIRS.replace("Last", "Their last"))
    qtbot.waitUntil(lambda: "in the same places" in said(window))
    window.messages.take_way("outside", "Merge…")
    (dialog,) = window.findChildren(MergeDialog)
    dialog.choose(Choice.THEIRS)
    dialog.go(1)
    dialog.choose(Choice.BOTH)
    dialog.use()
    assert document.text == THEIRS.replace("Last.", "My last.\nTheir last.")
    assert document.is_modified
    assert said(window) == ""
    with qtbot.waitSignal(document.saved):
        window.posts.save()


def test_a_merge_of_a_text_that_went_on_changes_nothing(qtbot, window, post):
    document = conflict(qtbot, window, post)
    window.messages.take_way("outside", "Merge…")
    (dialog,) = window.findChildren(MergeDialog)
    document.apply([Edit(0, 0, "x")])
    dialog.use()
    assert document.text == "x" + MINE


def test_the_two_texts_can_be_compared_and_the_question_stays(qtbot, window, post):
    conflict(qtbot, window, post)
    window.messages.take_way("outside", "Compare…")
    (view,) = window.findChildren(CompareView)
    assert "Their" in view.toPlainText()
    assert "in the same places" in said(window)


def test_a_conflict_that_goes_away_is_told_no_more(qtbot, window, post):
    document = conflict(qtbot, window, post)
    by_renaming(post, POST)
    qtbot.waitUntil(lambda: said(window) == "")
    assert document.text == MINE
    assert document.is_modified


def test_a_merge_while_saving_is_not_saved_unseen(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    post.write_text(POST.replace("Last", "Their last"))
    with qtbot.waitSignal(document.save_failed):
        window.posts.save()
    both = MINE.replace("Last", "Their last")
    assert document.text == both
    assert "Their last" in post.read_text()
    assert "My first" not in post.read_text()
    with qtbot.waitSignal(document.saved):
        window.messages.take_way("outside", "Save both")
    assert post.read_text() == both


def test_what_a_save_finds_overwritten_is_in_the_history(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    make(document, MINE + "More.\n")
    post.write_text(POST.replace("Last", "Their last"))
    with qtbot.waitSignal(document.save_failed):
        window.posts.save()
    assert (MINE, Why.RELOADED) in versions(window, post)


def test_what_is_no_text_any_more_is_told_and_never_taken(qtbot, window, post):
    document = window.posts.current
    post.write_bytes(bytes(range(256)) * 8)
    qtbot.waitUntil(lambda: "no text" in said(window))
    assert document.text == POST
    with qtbot.waitSignal(document.save_failed):
        make(document, MINE)
        window.posts.save()
    with qtbot.waitSignal(document.saved):
        window.messages.take_way("outside", "Keep mine")
    assert post.read_text() == MINE


# What is gone


def test_a_deleted_file_is_told_and_saved_again(qtbot, window, post):
    document = window.posts.current
    post.unlink()
    qtbot.waitUntil(lambda: said(window) == "a.md was deleted or moved. Your text is kept here.")
    assert document.is_modified
    with qtbot.waitSignal(document.saved):
        window.messages.take_way("outside", "Save it again")
    assert post.read_text() == POST
    assert not document.is_modified
    assert said(window) == ""


def test_a_file_that_comes_back_is_as_it_was(qtbot, window, post):
    document = window.posts.current
    post.unlink()
    qtbot.waitUntil(lambda: document.is_modified)
    post.write_text(POST)
    qtbot.waitUntil(lambda: not document.is_modified)
    assert said(window) == ""


def test_a_renamed_file_is_followed_with_its_history(qtbot, window, post):
    document = window.posts.current
    make(document, MINE)
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    with qtbot.waitSignal(window.outside.files._looker.done):
        window.outside.files.look()
    new = post.with_name("b.md")
    post.rename(new)
    qtbot.waitUntil(lambda: said(window) == "a.md is now called b.md.")
    window.messages.take_way("outside", "Go on with b.md")
    assert document.path == new
    assert not document.is_modified
    assert versions(window, new) == [(POST, Why.SAVED_OVER)]


def test_a_folder_that_is_gone_is_told_and_the_text_stays(qtbot, window, post):
    document = window.posts.current
    away = post.parent.with_name("away")
    post.parent.rename(away)
    window.outside.files.look()  # as it is done every two seconds: the system does not tell
    qtbot.waitUntil(lambda: "The folder of a.md is not there any more" in said(window))
    assert document.is_modified
    assert document.text == POST
    make(document, MINE)
    journal = window.posts.shared.safekeeping._journals[document]
    with qtbot.waitSignal(journal.kept):
        pass  # what is typed is kept aside as ever
    window.posts.save()
    qtbot.waitUntil(lambda: "save" in window.messages.texts)
    assert "Not saved" in window.messages.texts["save"]
    make(document, POST)
    away.rename(post.parent)
    window.outside.files.look()
    qtbot.waitUntil(lambda: said(window) == "")
    assert not document.is_modified


def test_a_closed_post_is_watched_no_more(qtbot, window, post, tmp_path):
    (tmp_path / "b.md").write_text(POST)
    window.posts.open(tmp_path / "b.md")
    window.posts.close(window.posts.documents[0])
    assert str(post) not in window.outside.files.paths
    shutil.rmtree(post.parent)
    with qtbot.waitSignal(window.outside.files._looker.done):
        window.outside.files.look()
    assert said(window) == ""


def test_a_conflict_of_a_save_right_after_the_start_is_told(qtbot, tmp_path):
    """Before the window has begun to follow what other programs do."""
    window = QWidget()
    qtbot.addWidget(window)
    messages = Messages(window)
    posts = OpenPosts(window, messages, SharedPosts(tmp_path / "state", window))
    path = tmp_path / "a.md"
    path.write_text(POST)
    posts.open(path)
    posts.current.replace_text(MINE)
    path.write_text(THEIRS)
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save()
    posts.watch()
    assert messages.texts["outside"].startswith("Not saved: another program has changed a.md.")
    posts.stop()
