"""A folder of posts, and the pane that shows it."""

import pytest
import shiboken6
from PySide6.QtCore import QLocale

from editor.gui.library.post_library import PostLibrary
from editor.gui.library.posts_pane import PostsPane
from editor.gui.theme import LIGHT

POSTS = {
    "_config.yml": "title: Blog\n",
    "_posts/2009-06-24-biz-stone.md": (
        "---\ntitle: Biz Stone : testons\n---\nEncore une fois, des événements.\n"
    ),
    "_posts/2009-06-30-presse.md": (
        "---\ntitle: Les blogs et la presse\ntags: [presse, web]\n---\nUn.\n\nLes événements.\n"
    ),
    "_posts/2012-08-19-vacances.md": "---\ntitle: <b>Vacances</b>\ntags: [été]\n---\nAu gîte.\n",
    "_drafts/later.md": "---\ntitle: Later\n---\nSoon.\n",
    "about.md": "---\ntitle: About\n---\nMe.\n",
}


@pytest.fixture(autouse=True)
def american_dates():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def folder(tmp_path):
    blog = tmp_path / "blog"
    for name, text in POSTS.items():
        (blog / name).parent.mkdir(parents=True, exist_ok=True)
        (blog / name).write_text(text, encoding="utf-8")
    return blog


@pytest.fixture
def new_library():
    """Gives a function: a library, deleted on this thread and not by Python on any."""
    made = []

    def make():
        made.append(PostLibrary(None))
        return made[-1]

    yield make
    for library in made:
        library.stop()
        shiboken6.delete(library)


@pytest.fixture
def library(qtbot, folder, new_library):
    """The folder's posts, all read."""
    known = new_library()
    with qtbot.waitSignal(known.read):
        known.open(folder)
    return known


@pytest.fixture
def pane(qtbot, library):
    shown = PostsPane(library, LIGHT)
    qtbot.addWidget(shown)
    shown.resize(260, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown
