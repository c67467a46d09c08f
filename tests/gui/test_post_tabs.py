import pytest
from PySide6.QtWidgets import QWidget

from editor.edits import Edit
from editor.gui.messages import Messages
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.post_tabs import PostTabs
from editor.gui.posts.shared_posts import SharedPosts


@pytest.fixture
def tabs(qtbot, tmp_path):
    window = QWidget()
    posts = OpenPosts(window, Messages(window), SharedPosts(tmp_path / "safety", window))
    tabs = PostTabs(posts, window)
    tabs.posts, tabs.window = posts, window
    qtbot.addWidget(window)
    window.show()
    return tabs


def open_posts(tabs, folder, *names):
    for name in names:
        (folder / name).write_text("text")
        tabs.posts.open(folder / name)


def names(tabs):
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_one_post_needs_no_tabs(tabs, tmp_path):
    open_posts(tabs, tmp_path, "a.md")
    assert not tabs.isVisible()
    open_posts(tabs, tmp_path, "b.md")
    assert tabs.isVisible()
    assert names(tabs) == ["a.md", "b.md"]
    assert tabs.currentIndex() == 1
    tabs.posts.close()
    assert not tabs.isVisible()


def test_choosing_a_tab_brings_its_post_in_front(qtbot, tabs, tmp_path):
    open_posts(tabs, tmp_path, "a.md", "b.md", "c.md")
    with qtbot.waitSignal(tabs.posts.current_changed):
        tabs.setCurrentIndex(0)
    assert tabs.posts.current.path == tmp_path / "a.md"
    tabs.posts.show(tabs.posts.documents[1])
    assert tabs.currentIndex() == 1


def test_closing_a_tab_closes_its_post(tabs, tmp_path):
    open_posts(tabs, tmp_path, "a.md", "b.md", "c.md")
    tabs.tabButton(0, PostTabs.ButtonPosition.RightSide).click()
    assert names(tabs) == ["b.md", "c.md"]
    assert tabs.posts.current.path == tmp_path / "c.md"


def test_a_post_that_is_not_saved_has_a_dot(tabs, tmp_path):
    open_posts(tabs, tmp_path, "a.md", "b.md")
    tabs.posts.current.apply([Edit(0, 0, "x")])
    assert names(tabs) == ["a.md", "b.md •"]
    tabs.posts.current.qt.undo()
    assert names(tabs) == ["a.md", "b.md"]


def test_a_name_is_shown_as_it_is(tabs, tmp_path):
    open_posts(tabs, tmp_path, "R&D.md", "<b>x<i>.md")
    assert names(tabs) == ["R&&D.md", "<b>x<i>.md"]
    assert "<b>" not in tabs.tabToolTip(1)
    assert tabs.tabToolTip(0) == str(tmp_path / "R&D.md")
