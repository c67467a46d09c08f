"""The open posts: opened once, saved with ways out, never closed over text that is not saved."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from editor import files
from editor.edits import Edit
from editor.files import SaveError, Trouble
from editor.gui.messages import Messages
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.shared_posts import SharedPosts

POST = "---\ntitle: A\n---\n\nBody.\n"
Answer = QMessageBox.StandardButton


class Window(QWidget):
    """What open posts need of a window: a place for messages."""

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
def posts(qtbot, tmp_path):
    window = Window(tmp_path)
    qtbot.addWidget(window, before_close_func=Window.stop)
    posts = window.posts
    posts.window = window  # kept while the test runs
    posts.texts = lambda: window.messages.texts
    posts.take_way = window.messages.take_way
    return posts


@pytest.fixture
def answer(monkeypatch):
    """Gives a function that sets what the writer answers to "unsaved changes"; gives the boxes."""
    asked = []

    def answers(*buttons):
        answers_left = list(buttons)

        def exec_box(box):
            asked.append(box)
            return answers_left.pop(0)

        monkeypatch.setattr(QMessageBox, "exec", exec_box)
        return asked

    return answers


@pytest.fixture
def save_dialog(monkeypatch):
    """Gives a function that sets which path the writer chooses to save at; gives what was asked."""
    asked = []

    def chooses(path):
        def get(_parent, _title, suggestion):
            asked.append(suggestion)
            return (str(path) if path else "", "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", get)
        return asked

    return chooses


def post(folder, name="a.md", text=POST):
    (folder / name).write_text(text)
    return folder / name


def typed(document, text="typed "):
    end = len(document.text)
    document.apply([Edit(end, end, text)])


def names(posts):
    return [posts.name(document) for document in posts.documents]


# Opening


def test_a_post_opened_is_in_front_and_told(qtbot, posts, tmp_path):
    path = post(tmp_path)
    with qtbot.waitSignals([posts.opened, posts.current_changed, posts.changed]):
        assert posts.open(path)
    assert posts.current.path == path
    assert names(posts) == ["a.md"]


def test_a_post_opened_twice_is_one_document(posts, tmp_path):
    path = post(tmp_path)
    (tmp_path / "link.md").symlink_to(path)
    posts.open(path)
    first = posts.current
    typed(first)
    posts.open(post(tmp_path, "b.md"))
    for same in (path, tmp_path / "x" / ".." / "a.md", tmp_path / "link.md"):
        (tmp_path / "x").mkdir(exist_ok=True)
        assert posts.open(same)
        assert posts.current is first
    assert names(posts) == ["a.md", "b.md"]
    assert "typed" in first.text


def test_there_is_always_a_post_in_front(posts):
    assert posts.documents == []
    assert posts.current.text == ""
    assert names(posts) == ["New post"]
    posts.close()
    assert names(posts) == ["New post"]


def test_an_untouched_new_post_gives_way_to_a_file(posts, tmp_path):
    posts.new()
    posts.open(post(tmp_path))
    assert names(posts) == ["a.md"]


def test_a_new_post_with_text_stays(posts, tmp_path):
    posts.new()
    typed(posts.current)
    posts.open(post(tmp_path))
    assert names(posts) == ["New post", "a.md"]


def test_a_new_post_stays_where_the_file_is_refused(posts, tmp_path):
    posts.new()
    assert not posts.open(tmp_path / "gone.md")
    assert names(posts) == ["New post"]


REFUSED = {
    "a folder": (lambda path: path.mkdir(), "post.md is a folder, not a post."),
    "missing": (lambda _path: None, "post.md is not there. Was it moved or renamed?"),
    "a pipe": (lambda path: os.mkfifo(path), "post.md is a device or a pipe, not a post."),
    "no folder": (
        lambda path: path.parent.rmdir() or path.parent.write_text(""),
        "The folder of post.md is not there.",
    ),
}


@pytest.mark.parametrize(("make", "text"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_opened_is_told_in_a_sentence(posts, tmp_path, make, text):
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "post.md"
    make(path)
    assert not posts.open(path)
    assert posts.texts() == {"open": text}


def test_a_post_that_opens_clears_what_was_said_of_one_that_did_not(posts, tmp_path):
    posts.open(tmp_path / "gone.md")
    posts.open(post(tmp_path))
    assert posts.texts() == {}


def test_the_dialog_opens_all_that_was_chosen(posts, tmp_path, monkeypatch):
    chosen = [str(post(tmp_path, "a.md")), str(post(tmp_path, "b.md"))]
    asked = []

    def get(_parent, title, folder, kinds):
        asked.append((title, folder, kinds))
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", get)
    posts.ask_open()
    assert names(posts) == ["a.md", "b.md"]
    posts.ask_open()
    assert asked[1][1] == str(tmp_path)
    assert "*.md" in asked[0][2]


def test_messages_of_one_post_go_as_another_comes_in_front(posts, tmp_path):
    posts.open(tmp_path / "gone.md")
    posts.new()
    assert posts.texts() == {}


def test_invalid_bytes_are_told_with_the_way_to_read_them(posts, tmp_path):
    (tmp_path / "old.md").write_bytes(b"caf\xe9\n")
    posts.open(tmp_path / "old.md")
    [text] = posts.texts().values()
    assert text == "old.md is not all UTF-8: of its bytes, 1 stay as they are, being no characters."
    posts.take_way("encoding", "Open as Windows-1252")
    assert posts.current.text == "café\n"
    assert names(posts) == ["old.md"]
    assert posts.texts() == {}


def test_a_post_that_is_modified_is_not_read_anew_in_another_encoding(posts, tmp_path):
    (tmp_path / "old.md").write_bytes(b"caf\xe9\n")
    posts.open(tmp_path / "old.md")
    typed(posts.current)
    posts.take_way("encoding", "Open as Windows-1252")
    assert "typed" in posts.current.text
    assert len(posts.documents) == 1


def test_a_binary_file_opens_read_only_and_says_so(posts, tmp_path):
    (tmp_path / "x.md").write_bytes(bytes(range(256)) * 8)
    posts.open(tmp_path / "x.md")
    assert posts.current.is_read_only
    assert posts.texts()["read-only"] == "x.md is not a text, so it is not shown or changed."


# Saving


def test_saving_keeps_the_post_open_and_tells(qtbot, posts, tmp_path):
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current)
    with qtbot.waitSignal(posts.current.saved), qtbot.waitSignal(posts.changed):
        posts.save()
    assert path.read_text() == POST + "typed "
    assert not posts.current.is_modified
    assert posts.texts() == {}


def test_a_new_post_is_saved_where_the_writer_says(qtbot, posts, tmp_path, save_dialog):
    asked = save_dialog(tmp_path / "new.md")
    posts.new()
    typed(posts.current)
    with qtbot.waitSignal(posts.opened):
        posts.save()
    assert (tmp_path / "new.md").read_text() == "typed "
    assert names(posts) == ["new.md"]
    assert Path(asked[0]).name == "post.md"


def test_a_save_dialog_waved_off_saves_nothing(posts, save_dialog):
    save_dialog(None)
    posts.new()
    typed(posts.current)
    posts.save()
    assert posts.current.path is None
    assert posts.current.is_modified


def test_save_as_goes_on_under_the_new_name(qtbot, posts, tmp_path, save_dialog):
    asked = save_dialog(tmp_path / "b.md")
    posts.open(post(tmp_path))
    typed(posts.current)
    with qtbot.waitSignal(posts.opened) as opened:
        posts.save_as()
    assert asked == [str(tmp_path / "a.md")]
    assert opened.args == [tmp_path / "b.md"]
    assert (tmp_path / "a.md").read_text() == POST
    assert (tmp_path / "b.md").read_text() == POST + "typed "
    assert names(posts) == ["b.md"]


def conflict(qtbot, posts, tmp_path):
    """A post changed here and, meanwhile, on disk; saved, which is refused."""
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current, "mine")
    path.write_text(POST + "theirs")
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save()
    [text] = posts.texts().values()
    assert text == "Not saved: another program has changed a.md. Both texts are kept."
    assert path.read_text() == POST + "theirs"
    return path


def test_after_a_conflict_the_file_s_text_can_be_taken(qtbot, posts, tmp_path):
    conflict(qtbot, posts, tmp_path)
    posts.take_way("outside", "Take the file's")
    assert posts.current.text == POST + "theirs"
    assert not posts.current.is_modified
    posts.current.qt.undo()
    assert posts.current.text == POST + "mine"


def test_after_a_conflict_the_file_can_be_overwritten(qtbot, posts, tmp_path):
    path = conflict(qtbot, posts, tmp_path)
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("outside", "Keep mine")
    assert path.read_text() == POST + "mine"
    assert posts.texts() == {}


def test_after_a_conflict_the_text_can_be_saved_elsewhere(qtbot, posts, tmp_path, save_dialog):
    path = conflict(qtbot, posts, tmp_path)
    save_dialog(tmp_path / "mine.md")
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("outside", "Save as…")
    assert path.read_text() == POST + "theirs"
    assert (tmp_path / "mine.md").read_text() == POST + "mine"


def test_a_conflict_with_what_is_no_text_any_more_does_not_offer_to_take_it(qtbot, posts, tmp_path):
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current, "mine")
    path.write_bytes(bytes(range(256)) * 8)
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save()
    with pytest.raises(KeyError):
        posts.take_way("outside", "Take the file's")


def test_a_save_that_failed_can_be_tried_again(qtbot, posts, tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    posts.open(post(folder))
    typed(posts.current)
    (folder / "a.md").unlink()
    folder.rmdir()
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save()
    text = "Not saved: the folder of a.md is not there. Your text is kept here."
    assert posts.texts() == {"save": text}
    assert posts.current.is_modified
    folder.mkdir()
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("save", "Try again")
    assert (folder / "a.md").read_text() == POST + "typed "
    assert posts.texts() == {}


def test_save_as_that_failed_is_tried_again_where_it_was_meant(qtbot, posts, tmp_path, save_dialog):
    save_dialog(tmp_path / "gone" / "b.md")
    posts.open(post(tmp_path))
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save_as()
    assert "the folder of b.md is not there" in posts.texts()["save"]
    (tmp_path / "gone").mkdir()
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("save", "Try again")
    assert (tmp_path / "gone" / "b.md").read_text() == POST
    assert names(posts) == ["b.md"]


def test_a_file_written_in_part_is_written_anew(qtbot, posts, tmp_path, monkeypatch):
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current)
    path.write_text("---\nti")
    error = SaveError(path, Trouble.HALF_WRITTEN)

    def fail(*_arguments, **_options):
        raise error

    with monkeypatch.context() as broken, qtbot.waitSignal(posts.current.save_failed):
        broken.setattr(files, "save", fail)
        posts.save()
    assert "written only in part" in posts.texts()["save"]
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("save", "Try again")
    assert path.read_text() == POST + "typed "


def test_a_second_conflict_offers_the_newest_text(qtbot, posts, tmp_path):
    path = conflict(qtbot, posts, tmp_path)
    path.write_text(POST + "theirs, later")
    with qtbot.waitSignal(posts.current.save_failed):
        posts.save()
    posts.take_way("outside", "Take the file's")
    assert posts.current.text == POST + "theirs, later"


def test_a_failure_of_a_post_behind_brings_it_in_front(qtbot, posts, tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    posts.open(post(folder))
    behind = posts.current
    typed(behind)
    posts.open(post(tmp_path, "b.md"))
    (folder / "a.md").unlink()
    folder.rmdir()
    with qtbot.waitSignal(behind.save_failed):
        posts.save(behind)
    assert posts.current is behind
    assert "save" in posts.texts()


def test_a_save_the_disk_did_not_confirm_is_told(qtbot, posts, tmp_path, monkeypatch):
    posts.open(post(tmp_path))
    typed(posts.current)
    real = files.save

    def unconfirmed(*arguments, **options):
        saved = real(*arguments, **options)
        object.__setattr__(saved, "confirmed", False)
        return saved

    monkeypatch.setattr(files, "save", unconfirmed)
    with qtbot.waitSignal(posts.current.saved):
        posts.save()
    assert posts.texts()["save"].startswith("Saved, but the disk did not confirm")
    assert not posts.current.is_modified
    typed(posts.current)
    with qtbot.waitSignal(posts.current.saved):  # once for each folder
        posts.save()
    assert "save" not in posts.texts()


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="root may write everything; modes of POSIX"
)
def test_a_write_protected_post_says_so_and_is_saved_elsewhere(qtbot, posts, tmp_path, save_dialog):
    path = post(tmp_path)
    path.chmod(0o444)
    posts.open(path)
    assert "write-protected" in posts.texts()["read-only"]
    typed(posts.current)
    with qtbot.waitSignal(posts.current.save_failed) as failed:
        posts.save()
    assert failed.args[0].kind is Trouble.READ_ONLY
    save_dialog(tmp_path / "b.md")
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("save", "Save as…")
    assert posts.texts() == {}


# Closing


def test_a_post_without_changes_closes_unasked(posts, tmp_path, answer):
    asked = answer()
    posts.open(post(tmp_path))
    posts.open(post(tmp_path, "b.md"))
    posts.close()
    assert names(posts) == ["a.md"]
    assert posts.current.path == tmp_path / "a.md"
    assert asked == []


def test_closing_asks_and_cancel_keeps_everything(posts, tmp_path, answer):
    asked = answer(Answer.Cancel)
    posts.open(post(tmp_path))
    typed(posts.current)
    posts.close()
    assert posts.current.text == POST + "typed "
    [box] = asked
    assert box.informativeText() == "a.md"
    assert [box.button(kind).text() for kind in (Answer.Save, Answer.Discard, Answer.Cancel)] == [
        "Save",
        "Don't save",
        "Cancel",
    ]


def test_closing_without_saving_leaves_the_file(posts, tmp_path, answer):
    answer(Answer.Discard)
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current)
    posts.close()
    assert path.read_text() == POST
    assert names(posts) == ["New post"]


def test_closing_saves_first_where_the_writer_says_so(qtbot, posts, tmp_path, answer):
    answer(Answer.Save)
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current)
    posts.close()
    qtbot.waitUntil(lambda: names(posts) == ["New post"])
    assert path.read_text() == POST + "typed "


def test_a_post_that_could_not_be_saved_stays_open(qtbot, posts, tmp_path, answer):
    answer(Answer.Save)
    path = post(tmp_path)
    posts.open(path)
    typed(posts.current)
    path.write_text("theirs")
    with qtbot.waitSignal(posts.current.save_failed):
        posts.close()
    assert names(posts) == ["a.md"]
    with qtbot.waitSignal(posts.current.saved):
        posts.take_way("outside", "Keep mine")
    assert names(posts) == ["a.md"]  # the wish to close is over


def test_closing_a_new_post_asks_where_to_save_it(posts, answer, save_dialog):
    answer(Answer.Save)
    asked = save_dialog(None)
    posts.new()
    typed(posts.current)
    posts.close()
    assert len(asked) == 1
    assert posts.current.text == "typed "


def test_several_unsaved_posts_are_asked_for_in_one_dialog(qtbot, posts, tmp_path, answer):
    asked = answer(Answer.Save)
    for name in ("a.md", "b.md", "c.md"):
        posts.open(post(tmp_path, name))
        if name != "b.md":
            typed(posts.current)
    gone = []
    posts.close_all(lambda: gone.append(True))
    qtbot.waitUntil(lambda: gone == [True])
    [box] = asked
    assert box.informativeText() == "a.md\nc.md"
    texts = [(tmp_path / name).read_text() for name in ("a.md", "b.md", "c.md")]
    assert texts == [POST + "typed ", POST, POST + "typed "]


def test_cancel_keeps_all_posts(posts, tmp_path, answer):
    answer(Answer.Cancel)
    for name in ("a.md", "b.md"):
        posts.open(post(tmp_path, name))
        typed(posts.current)
    posts.close_all(lambda: pytest.fail("closed"))
    assert [document.is_modified for document in posts.documents] == [True, True]
    assert (tmp_path / "a.md").read_text() == POST


def test_giving_all_up_goes_at_once(posts, tmp_path, answer):
    answer(Answer.Discard)
    posts.open(post(tmp_path))
    typed(posts.current)
    gone = []
    posts.close_all(lambda: gone.append(True))
    assert gone == [True]
    assert (tmp_path / "a.md").read_text() == POST


def test_without_unsaved_texts_nothing_is_asked(posts, tmp_path, answer):
    asked = answer()
    posts.open(post(tmp_path))
    gone = []
    posts.close_all(lambda: gone.append(True))
    assert (gone, asked) == ([True], [])


def test_one_that_cannot_be_saved_stops_the_closing(qtbot, posts, tmp_path, answer):
    answer(Answer.Save)
    for name in ("a.md", "b.md"):
        posts.open(post(tmp_path, name))
        typed(posts.current)
    (tmp_path / "b.md").write_text("theirs")
    second = posts.current
    with qtbot.waitSignal(second.save_failed):
        posts.close_all(lambda: pytest.fail("closed"))
    assert posts.current is second
    assert (tmp_path / "a.md").read_text() == POST + "typed "
    assert (tmp_path / "b.md").read_text() == "theirs"


def test_a_new_post_among_those_closed_is_asked_a_name_and_may_stop_it(
    qtbot, posts, tmp_path, answer, save_dialog
):
    answer(Answer.Save)
    asked = save_dialog(None)
    posts.open(post(tmp_path))
    typed(posts.current)
    posts.new()
    typed(posts.current)
    posts.close_all(lambda: pytest.fail("closed"))
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert [document.is_modified for document in posts.documents] == [False, True]


def test_a_file_s_name_is_never_html_in_the_dialog(posts, tmp_path, answer):
    asked = answer(Answer.Cancel)
    posts.open(post(tmp_path, "<b>x<i>.md"))
    typed(posts.current)
    posts.close()
    for label in asked[0].findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


# A save cut short when the program last ended


def test_documents_closed_let_their_saves_finish(posts, tmp_path):
    path = post(tmp_path)
    posts.open(path)
    document = posts.current
    assert isinstance(document, Document)
    typed(document)
    posts.save()
    posts.stop()
    assert path.read_text() == POST + "typed "


def test_save_as_onto_a_post_that_is_open_is_refused(posts, tmp_path, save_dialog):
    save_dialog(tmp_path / "b.md")
    (tmp_path / "b.md").write_text("b")
    posts.open(tmp_path / "b.md")
    posts.open(post(tmp_path))
    typed(posts.current)
    posts.save_as()
    assert "b.md is open here too" in posts.texts()["save"]
    assert posts.current.is_modified
    assert (tmp_path / "b.md").read_text() == "b"


def test_a_post_saved_as_itself_through_a_link_is_not_held_by_others(
    qtbot, posts, tmp_path, save_dialog
):
    path = post(tmp_path)
    (tmp_path / "link.md").symlink_to(path)
    save_dialog(tmp_path / "link.md")
    posts.open(path)
    typed(posts.current)
    with qtbot.waitSignal(posts.current.saved):
        posts.save_as()
    assert path.read_text() == POST + "typed "
    assert (tmp_path / "link.md").is_symlink()
