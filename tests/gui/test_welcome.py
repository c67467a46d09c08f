"""The ways to begin: when they are shown, and what they do."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor.gui.main_window import MainWindow
from editor.gui.theme import DARK, LIGHT
from editor.gui.welcome.welcome_page import WelcomePage
from editor.settings import Settings


@pytest.fixture
def empty(window):
    """A window with a new post, as the program starts without a file."""
    window.posts.ensure_one()
    return window


def ways(window):
    page = window.findChild(WelcomePage)
    return {button.accessibleName(): button for button in page.findChildren(QToolButton)}


def test_a_window_with_nothing_open_says_how_to_begin(empty):
    assert empty.welcome.is_shown
    assert list(ways(empty)) == ["New post", "Open…", "Open folder…", "Try the sample blog"]


def test_the_first_letter_takes_it_away_and_is_kept(empty):
    empty.source.setFocus()
    QTest.keyClicks(empty.source, "Bonjour")
    assert empty.posts.current.text == "Bonjour"
    assert not empty.welcome.is_shown


def test_it_is_gone_with_a_post_and_back_with_an_empty_one(empty, interview):
    empty.open_path(interview)
    assert not empty.welcome.is_shown
    empty.posts.new()
    assert empty.welcome.is_shown
    empty.posts.close()
    assert not empty.welcome.is_shown


def test_it_takes_no_focus(qtbot, empty):
    empty.activateWindow()
    empty.source.setFocus()
    qtbot.waitUntil(empty.source.hasFocus)
    empty.posts.new()
    assert empty.source.hasFocus()


def test_posts_and_sites_that_were_open_are_a_click_away(shared, site, interview):
    gone = site / "gone.md"
    settings = Settings(recent=(str(interview), str(gone)))
    window = MainWindow(settings, LIGHT, shared)
    window.show()
    window.later.finish()
    window.posts.ensure_one()
    shown = ways(window)
    assert interview.name in shown
    assert site.name in shown
    assert gone.name not in shown
    shown[interview.name].click()
    assert window.posts.current.path == interview
    window.leave()


def test_the_sample_blog_is_copied_and_opened(empty, tmp_path):
    empty.welcome.copy_sample(tmp_path)
    path = empty.posts.current.path
    assert path is not None
    assert path.is_relative_to(tmp_path / "blog-editor-sample")
    assert str(tmp_path) in empty.messages.texts["sample"]


def test_a_sample_that_cannot_be_copied_is_told(empty, tmp_path):
    empty.welcome.copy_sample(tmp_path / "none")
    assert "could not be copied" in empty.messages.texts["sample"]
    assert empty.posts.current.path is None


def test_it_follows_the_look_and_the_size_of_the_pane(empty):
    page = empty.findChild(WelcomePage)
    empty.welcome.set_theme(DARK)
    empty.resize(1024, 700)
    assert page.geometry().right() < empty.source.width()
    assert page.geometry().left() >= 0
