"""After a crash the unsaved texts are offered, compared, and brought back as one edit."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from editor import files, recovery
from editor.gui.messages import Messages
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.recovery_offer import RecoveryOffer
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.posts.texts_dialog import moment
from editor.recovery import Snapshot

POST = "---\ntitle: A\n---\n\nFirst.\n\nLast.\n"
TYPED = POST.replace("First", "My first")
TOPIC = "unsaved texts"


class Window(QWidget):
    """What open posts need of a window."""

    def __init__(self, folder):
        super().__init__()
        self.messages = Messages(self)
        self.posts = OpenPosts(self, self.messages, SharedPosts(folder / "state", self))
        self.posts.watch()
        self.outside = self.posts.shared.outside
        self.recovery = RecoveryOffer(self.posts, self.messages, self)

    def stop(self):
        self.outside.files.stop()
        self.posts.stop()


@pytest.fixture
def window(qtbot, tmp_path):
    window = Window(tmp_path)
    qtbot.addWidget(window, before_close_func=Window.stop)
    return window


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "state" / "recovery"


def post(tmp_path, name="a.md", text=POST) -> Path:
    (tmp_path / name).write_text(text)
    return tmp_path / name


def left(folder, path: Path | None, text: str, **facts) -> Snapshot:
    """What a program that was killed left of the post at `path`."""
    stored = files.read(path) if path else files.new_file()
    kept = recovery.snapshot(stored, text, 1, facts.pop("base", stored.text))
    session = recovery.begin(folder)
    recovery.write(session.file(path), kept)
    session.end()
    return kept


def said(window) -> str:
    return window.messages.texts.get(TOPIC, "")


def names(window):
    return [window.posts.name(document) for document in window.posts.documents]


def test_an_unsaved_text_is_offered_with_both_dates(window, folder, tmp_path):
    path = post(tmp_path)
    kept = left(folder, path, TYPED)
    window.recovery.offer()
    assert said(window) == (
        f"a.md has text of {moment(kept.time)} that was not saved. "
        f"The file is of {moment(path.stat().st_mtime)}."
    )


def test_recovered_it_is_one_edit_that_is_not_saved(qtbot, window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED)
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    document = window.posts.current
    assert (document.path, document.text, document.is_modified) == (path, TYPED, True)
    assert path.read_text() == POST
    document.qt.undo()
    assert document.text == POST
    document.qt.redo()
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    assert path.read_text() == TYPED
    window.stop()
    assert recovery.find(folder) == []


def test_what_was_recovered_and_is_not_saved_is_offered_again(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    window.stop()
    assert [found.snapshot.text for found in recovery.find(folder)] == [TYPED]


def test_several_posts_and_one_never_saved_are_recovered_at_once(window, folder, tmp_path):
    left(folder, post(tmp_path, "a.md"), TYPED)
    left(folder, post(tmp_path, "b.md"), TYPED + "b")
    left(folder, None, "A draft.")
    window.recovery.offer()
    assert said(window) == "3 posts have text that was not saved when the program ended."
    window.messages.take_way(TOPIC, "Recover all")
    texts = {window.posts.name(it): it.text for it in window.posts.documents}
    assert texts == {"a.md": TYPED, "b.md": TYPED + "b", "New post": "A draft."}


def test_a_text_that_is_on_the_disk_by_now_is_not_offered(window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED)
    path.write_text(TYPED)
    window.recovery.offer()
    assert said(window) == ""
    assert recovery.find(folder) == []


def test_decided_later_it_is_offered_at_the_next_start(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Decide later")
    assert len(recovery.find(folder)) == 1
    window.posts.open(tmp_path / "a.md")  # not asked twice in one run
    assert said(window) == ""


def test_a_post_that_is_opened_is_offered_its_text(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    window.posts.open(post(tmp_path, "b.md"))
    assert said(window) == ""
    window.posts.open(tmp_path / "a.md")
    assert said(window).startswith("a.md has text of ")


def test_typing_before_deciding_does_not_take_its_place(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    window.posts.open(tmp_path / "a.md")
    window.posts.current.replace_text(POST + "other")
    window.posts.safekeeping.flush()
    window.messages.take_way(TOPIC, "Recover")
    assert window.posts.current.text == TYPED
    window.posts.current.qt.undo()
    assert window.posts.current.text == POST + "other"


def test_a_post_whose_file_is_gone_is_recovered_and_saved_again(qtbot, window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED)
    path.unlink()
    window.recovery.offer()
    assert "The file is of no known time" in said(window)
    window.messages.take_way(TOPIC, "Recover")
    with qtbot.waitSignal(window.posts.current.saved):
        window.posts.save()
    assert path.read_text() == TYPED


def test_a_file_that_changed_since_is_merged_with_the_text(qtbot, window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED)
    path.write_text(POST.replace("Last", "Their last"))
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    both = TYPED.replace("Last", "Their last")
    window.outside.files.look()
    qtbot.waitUntil(lambda: window.posts.current.text == both)
    assert window.posts.current.is_modified


def test_a_file_that_changed_in_the_same_place_is_a_conflict(qtbot, window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED)
    path.write_text(POST.replace("First", "Their first"))
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    with qtbot.waitSignal(window.posts.current.save_failed):
        window.posts.save()
    assert "another program has changed a.md" in window.messages.texts["outside"]
    assert window.posts.current.text == TYPED


def test_without_its_base_a_text_is_never_merged(qtbot, window, folder, tmp_path):
    path = post(tmp_path)
    left(folder, path, TYPED, base=None)
    path.write_text(POST.replace("Last", "Their last"))
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    with qtbot.waitSignal(window.posts.current.save_failed):
        window.posts.save()
    assert window.posts.current.text == TYPED


def test_the_encoding_of_the_file_is_that_of_the_recovered_text(qtbot, window, folder, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("été\r\n".encode("cp1252"))
    stored = files.read(path, "cp1252")
    session = recovery.begin(folder)
    recovery.write(session.file(path), recovery.snapshot(stored, "été à\n", 1, stored.text))
    session.end()
    window.recovery.offer()
    window.messages.take_way(TOPIC, "Recover")
    with qtbot.waitSignal(window.posts.current.saved):
        window.posts.save()
    assert path.read_bytes() == "été à\r\n".encode("cp1252")


def test_the_list_shows_the_words_that_differ(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    dialog = window.recovery.show_all()
    assert dialog.titles == ["a.md"]
    shown = dialog.view.toPlainText()
    assert "The file, of" in shown
    assert "My first." in shown
    dialog.press("Recover")
    assert window.posts.current.text == TYPED


def test_a_text_the_writer_did_not_save_is_not_offered_but_listed(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Discard)
    window.posts.open(post(tmp_path))
    window.posts.current.replace_text(TYPED)
    window.posts.close()
    window.recovery.offer()
    assert said(window) == ""
    dialog = window.recovery.show_all()
    assert dialog.titles == ["a.md"]
    dialog.press("Recover")
    assert window.posts.current.text == TYPED


def test_closing_all_without_saving_keeps_all_texts_aside(window, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Discard)
    window.posts.open(post(tmp_path))
    window.posts.current.replace_text(TYPED)
    window.posts.new()
    window.posts.current.replace_text("A draft.")
    window.posts.close_all(window.stop)
    kept = {(found.snapshot.text, found.snapshot.given_up) for found in recovery.find(folder)}
    assert kept == {(TYPED, True), ("A draft.", True)}


def test_an_unsaved_text_can_be_deleted(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    window.recovery.show_all().press("Delete")
    assert recovery.find(folder) == []
    assert "There are no unsaved texts." in _texts(window.recovery.show_all())


def _texts(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_broken_snapshot_keeps_nobody_from_opening(window, folder, tmp_path):
    left(folder, post(tmp_path), TYPED)
    (file,) = folder.glob("*.unsaved")
    file.write_bytes(file.read_bytes()[:-30])
    window.recovery.offer()
    assert window.posts.open(tmp_path / "a.md")
    assert said(window) == ""


def test_a_folder_that_cannot_be_made_is_told_once_and_saving_works(qtbot, window, tmp_path):
    (tmp_path / "state").write_text("no folder")
    path = post(tmp_path)
    window.posts.open(path)
    document = window.posts.current
    document.replace_text(TYPED)
    qtbot.waitUntil(lambda: "recovery" in window.messages.texts)
    assert "Unsaved text is not kept aside for now" in window.messages.texts["recovery"]
    window.messages.clear("recovery")
    document.replace_text(TYPED + "more")
    with qtbot.waitSignal(window.posts.safekeeping._journals[document].failed):
        pass
    assert "recovery" not in window.messages.texts
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    assert path.read_text() == TYPED + "more"
    assert "The version before could not be kept" in window.messages.texts["history"]


def test_a_post_that_was_written_in_part_is_offered_and_brought_back(
    qtbot, window, tmp_path, monkeypatch
):
    path = post(tmp_path, text="---\ntit")
    kept = tmp_path / "kept"
    kept.write_text("{}")
    copy = files.SafetyCopy(file=kept, path=path, content=POST.encode())
    monkeypatch.setattr(files, "unfinished", lambda _folder: [copy])
    window.recovery.offer()
    [topic] = window.messages.texts
    window.messages.take_way(topic, "Bring it back")
    assert window.posts.current.text == POST
    assert window.posts.current.is_modified
    assert path.read_text() == "---\ntit"
    assert kept.exists()
    with qtbot.waitSignal(window.posts.current.saved):
        window.posts.save()
    assert path.read_text() == POST
    assert not kept.exists()
