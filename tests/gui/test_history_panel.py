"""Earlier versions are listed with their dates, compared with the text, and brought back."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QLabel, QWidget

from editor import history
from editor.gui.messages import Messages
from editor.gui.posts.history_panel import HistoryPanel
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.posts.texts_dialog import moment


class Window(QWidget):
    """What open posts need of a window."""

    def __init__(self, folder):
        super().__init__()
        self.messages = Messages(self)
        self.posts = OpenPosts(self, self.messages, SharedPosts(folder / "state", self))
        self.history = HistoryPanel(self.posts, self)


@pytest.fixture
def window(qtbot, tmp_path):
    window = Window(tmp_path)
    qtbot.addWidget(window, before_close_func=lambda window: window.posts.stop())
    return window


@pytest.fixture
def saved(qtbot, window, tmp_path):
    """A post that was saved as "one", "two" and "three"."""
    path = tmp_path / "a.md"
    path.write_bytes(b"one\r\n")
    window.posts.open(path)
    document = window.posts.current
    for text in ("two\n", "three\n"):
        document.replace_text(text)
        with qtbot.waitSignal(document.saved):
            window.posts.save()
    return document


def texts(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.usefixtures("saved")
def test_each_save_is_listed_the_newest_first_and_compared_with_now(window):
    dialog = window.history.show()
    assert len(dialog.titles) == 2
    assert "two" in dialog.view.toPlainText()
    assert "three" in dialog.view.toPlainText()
    dialog.choose(1)
    assert "one" in dialog.view.toPlainText()


def test_a_version_is_brought_back_as_one_edit(qtbot, window, saved):
    dialog = window.history.show()
    dialog.choose(1)
    dialog.press("Bring this version back")
    assert saved.text == "one\n"
    assert saved.is_modified
    saved.qt.undo()
    assert saved.text == "three\n"
    saved.qt.redo()
    with qtbot.waitSignal(saved.saved):
        window.posts.save()
    assert saved.path.read_bytes() == b"one\r\n"


def test_a_version_that_a_disk_spoilt_is_told(window, saved, tmp_path):
    newest = history.versions(tmp_path / "state" / "history", saved.path)[0].sha256
    (tmp_path / "state" / "history" / "versions" / newest[:2] / newest).write_bytes(b"spoilt")
    dialog = window.history.show()
    assert "This version can no longer be read." in texts(dialog)
    dialog.press("Bring this version back")
    assert saved.text == "three\n"


def test_a_post_without_versions_says_so(window):
    window.posts.new()
    dialog = window.history.show()
    assert dialog.titles == []
    assert "New post has no earlier versions yet." in texts(dialog)
    dialog.press("Close")


@pytest.mark.usefixtures("saved")
def test_the_post_may_be_closed_while_its_versions_are_shown(window):
    dialog = window.history.show()
    window.posts.close()
    dialog.press("Bring this version back")
    assert window.posts.current.text == ""


@pytest.mark.parametrize(
    ("language", "short", "exact"),
    [("en", "6/24/09 9:05\u202fAM", "9:05:07"), ("fr", "24/06/2009 09:05", "09:05:07")],
)
def test_times_stand_as_the_language_writes_them(language, short, exact):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        seconds = QDateTime(QDate(2009, 6, 24), QTime(9, 5, 7)).toSecsSinceEpoch()
        assert moment(seconds).replace("\u202f", " ") == short.replace("\u202f", " ")
        assert exact in moment(seconds, exact=True)
        assert moment(0) == ""
    finally:
        QLocale.setDefault(before)
