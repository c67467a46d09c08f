from PySide6.QtWidgets import QApplication

from editor.gui.self_check import SelfCheck


def checked(qtbot, window, monkeypatch):
    """What a self-check says, and the exit code it ends with."""
    said, ended = [], []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    SelfCheck(window, said.append).begin()
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    return sorted(said), ended


def test_what_works_is_told(qtbot, window, interview, monkeypatch):
    window.posts.open(interview)
    said, ended = checked(qtbot, window, monkeypatch)
    assert said == ["posts: works", "preview: works", "spelling: works"]
    assert ended == [0]


def test_a_part_that_does_not_work_ends_it(qtbot, window, interview, monkeypatch):
    window.posts.open(interview)
    monkeypatch.setattr("editor.gui.self_check._WORDS", ("hhouse", "house"))
    said, ended = checked(qtbot, window, monkeypatch)
    assert "spelling: does not work" in said
    assert ended == [1]


def test_without_a_post_there_is_nothing_to_check(qtbot, window, monkeypatch):
    said, ended = checked(qtbot, window, monkeypatch)
    assert (said, ended) == (["posts: does not work"], [1])
