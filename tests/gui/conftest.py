"""A real window on real files."""

import shutil
from pathlib import Path

import pytest
import shiboken6

from editor.gui.main_window import MainWindow
from editor.gui.plain_text import let_go_of_the_clipboard
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.preview.preparing import prepare_before_application
from editor.gui.theme import LIGHT
from editor.settings import Settings
from tests.conftest import SAMPLES

prepare_before_application()  # before pytest-qt makes the application

INTERVIEW = "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"


@pytest.fixture(scope="session", autouse=True)
def clean_end(qapp):  # noqa: ARG001 - there must be an application
    """What the program does before it ends."""
    yield
    let_go_of_the_clipboard()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the sample site."""
    return Path(shutil.copytree(SAMPLES, tmp_path / "site"))


@pytest.fixture
def interview(site: Path) -> Path:
    return site / INTERVIEW


@pytest.fixture
def shared(qapp, tmp_path):
    """The posts that the program has open: none."""
    shared = SharedPosts(tmp_path / "safety", qapp)
    yield shared
    shared.stop()
    shared.deleteLater()


@pytest.fixture
def window(qtbot, shared):
    """A window with nothing open; what is unsaved at the test's end is given up."""
    window = MainWindow(Settings(), LIGHT, shared)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.later.finish()
    yield window
    if shiboken6.isValid(window):  # the test has not closed it
        window.leave()
