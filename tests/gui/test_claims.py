"""A post is changed by one run of the program at a time; the other shows it, or is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from editor import locks, recovery
from editor.edits import Edit
from editor.gui.messages import Messages
from editor.gui.posts import claims
from editor.gui.posts.claims import Address
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.safekeeping import questions
from editor.gui.posts.shared_posts import SharedPosts
from editor.locks import HeldError

POST = "---\ntitle: A\n---\n\nBody.\n"

# Another run of the program: holds the post, and asks the address it is given to show another.
_OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from editor.gui.posts import claims
app = QCoreApplication([])
address = claims.Address(Path(sys.argv[3]))
address.asked.connect(lambda path: print("asked", path, flush=True))
lock = claims.claim(Path(sys.argv[1]), Path(sys.argv[2]), address.name)
print("held", flush=True)
app.exec()
"""


class Window(QWidget):
    """What open posts need of a window."""

    def __init__(self, folder):
        super().__init__()
        self.messages = Messages(self)
        self.posts = OpenPosts(self, self.messages, SharedPosts(folder / "state", self))
        self.posts.safekeeping.address = "here"


@pytest.fixture
def window(qtbot, tmp_path):
    window = Window(tmp_path)
    qtbot.addWidget(window, before_close_func=lambda window: window.posts.stop())
    return window


@pytest.fixture
def post(tmp_path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(POST)
    return path


@pytest.fixture
def other(tmp_path, post):
    """Another run of the program that has the post open."""
    command = [sys.executable, "-c", _OTHER, str(tmp_path / "state" / "locks"), str(post)]
    command.append(str(questions(tmp_path / "state")))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "held\n"
        yield child
        child.kill()


def said(window) -> str:
    return window.messages.texts.get("read-only", "")


@pytest.mark.usefixtures("other")
def test_a_post_open_in_another_run_is_told_and_read_only(window, post):
    assert window.posts.open(post)
    assert said(window) == "a.md is open in another Blog Editor, so it is read-only here."
    document = window.posts.current
    document.apply([Edit(0, 0, "x")])
    assert document.text == POST


@pytest.mark.usefixtures("other")
def test_it_is_told_again_when_the_post_comes_in_front_again(window, post):
    window.posts.open(post)
    held = window.posts.current
    window.posts.new()
    assert said(window) == ""
    window.posts.show(held)
    assert said(window) == "a.md is open in another Blog Editor, so it is read-only here."


def test_the_other_run_is_asked_to_show_it(window, post, other):
    window.posts.open(post)
    window.messages.take_way("read-only", "Show it there")
    assert other.stdout.readline() == f"asked {post}\n"
    assert "another Blog Editor" in said(window)


def test_once_the_other_has_ended_the_post_can_be_edited(window, post, other):
    window.posts.open(post)
    window.messages.take_way("read-only", "Edit it here")
    assert window.posts.current.is_read_only
    post.write_text(POST + "theirs")
    other.kill()
    other.wait()
    window.messages.take_way("read-only", "Edit it here")
    assert not window.posts.current.is_read_only
    assert window.posts.current.text == POST + "theirs"
    assert said(window) == ""
    assert len(window.posts.documents) == 1


def test_another_run_that_does_not_answer_is_told(window, post, tmp_path, monkeypatch):
    monkeypatch.setattr(claims, "_PATIENCE", 0.05)
    lock = locks.hold(tmp_path / "state" / "locks" / f"{recovery.post_key(post)}.lock", "no note")
    window.posts.open(post)
    window.messages.take_way("read-only", "Show it there")
    assert said(window) == "The other Blog Editor does not answer. a.md is read-only here."
    lock.release()


def test_a_post_that_another_is_just_being_saved_as_is_told(window, post):
    claim = window.posts.safekeeping.claim(post)
    assert not window.posts.open(post)
    assert "just being saved as a.md" in window.messages.texts["open"]
    claim.release()
    window.messages.take_way("open", "Open it")
    assert window.posts.current.path == post
    assert "open" not in window.messages.texts


def test_a_closed_post_is_free(window, post, tmp_path):
    window.posts.open(post)
    lock = tmp_path / "state" / "locks" / f"{recovery.post_key(post)}.lock"
    assert locks.is_held(lock)
    window.posts.close()
    assert not locks.is_held(lock)


def test_a_post_saved_elsewhere_holds_the_new_file_alone(
    qtbot, window, post, tmp_path, monkeypatch
):
    new = tmp_path / "b.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(new), ""))
    window.posts.open(post)
    with qtbot.waitSignal(window.posts.current.saved):
        window.posts.save_as()
    folder = tmp_path / "state" / "locks"
    assert locks.is_held(folder / f"{recovery.post_key(new)}.lock")
    assert not locks.is_held(folder / f"{recovery.post_key(post)}.lock")


@pytest.mark.usefixtures("other")
def test_nothing_is_saved_onto_a_post_that_another_run_has_open(window, post, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(post), ""))
    window.posts.new()
    window.posts.current.apply([Edit(0, 0, "mine")])
    window.posts.save_as()
    text = "Not saved: a.md is open in another Blog Editor. Close it there first."
    assert window.messages.texts["save"] == text
    assert post.read_text() == POST


def test_a_save_elsewhere_that_failed_lets_go_of_the_file(
    qtbot, window, post, tmp_path, monkeypatch
):
    gone = tmp_path / "gone" / "b.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
    window.posts.open(post)
    with qtbot.waitSignal(window.posts.current.save_failed):
        window.posts.save_as()
    assert not locks.is_held(tmp_path / "state" / "locks" / f"{recovery.post_key(gone)}.lock")


def test_a_question_for_another_run_is_left_to_it(qtbot, tmp_path):
    address = Address(tmp_path)
    with qtbot.assertNotEmitted(address.asked, wait=50):
        (tmp_path / f"{'0' * 16}.1.ask").write_text("/a.md")
    with qtbot.waitSignal(address.asked) as asked:
        (tmp_path / f"{address.name}.1.ask").write_text("/b.md")
    assert asked.args == [Path("/b.md")]
    assert [path.name[:3] for path in tmp_path.iterdir()] == ["000"]
    address.close()


@pytest.mark.usefixtures("qtbot")
def test_a_run_that_cannot_be_asked_starts_all_the_same(tmp_path):
    (tmp_path / "file").write_text("")
    address = Address(tmp_path / "file" / "questions")
    assert address.name
    address.close()


@pytest.mark.parametrize("note", ["", "[]", "{", '{"address": 3}', '{"address": "../x"}'])
@pytest.mark.usefixtures("qtbot")
def test_a_note_that_says_nothing_reaches_nobody(note, tmp_path, monkeypatch):
    monkeypatch.setattr(claims, "_PATIENCE", 0.05)
    assert not claims.ask_to_show(tmp_path, HeldError(Path("x"), note), Path("a.md"))
    assert list(tmp_path.iterdir()) == []
