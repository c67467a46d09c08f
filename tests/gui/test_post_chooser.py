"""The chooser of posts: what it lists, how it is searched, what Enter opens."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget

from editor.gui.library.post_library import PostLibrary
from editor.gui.posts.post_chooser import PostChooser
from tests.conftest import SAMPLES

Key = Qt.Key
POSTS = {
    "_posts/2009-06-24-biz-stone.md": "---\ntitle: Biz Stone et l'été\n---\n",
    "_posts/2012-08-19-vacances.md": "---\ntitle: <b>Vacances</b>\n---\n",
    "_drafts/later.md": "---\ntitle: Later\n---\n",
    "about.md": "No front matter.\n",
    "notes.txt": "no post\n",
}


@pytest.fixture(autouse=True)
def american_dates():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def folder(tmp_path):
    for name, text in POSTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def choose(qtbot):
    """Gives a function: the chooser of a folder, its posts read."""

    def chooser_of(folder):
        library = PostLibrary(None)
        with qtbot.waitSignal(library.read):
            library.open(folder)
        chooser = PostChooser(library)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(chooser)
        chooser.show()
        qtbot.waitUntil(lambda: "of" in count_of(chooser))
        return chooser

    return chooser_of


def count_of(chooser):
    return chooser.findChild(QLabel).text()


def test_the_posts_of_a_folder_are_listed_drafts_first_then_the_newest(choose, folder):
    chooser = choose(folder)
    assert chooser.listed == [
        "Later  ·  draft",
        "<b>Vacances</b>  ·  August 19, 2012",
        "Biz Stone et l'été  ·  June 24, 2009",
        "about  ·  about.md",
    ]
    assert count_of(chooser) == "4 of 4 posts"
    assert chooser.windowTitle() == f"Posts of {folder.name}"


def test_the_search_takes_words_in_any_order_without_case_and_accents(qtbot, choose, folder):
    chooser = choose(folder)
    qtbot.keyClicks(chooser.findChild(QLineEdit), "ETE stone")
    assert chooser.listed == ["Biz Stone et l'été  ·  June 24, 2009"]
    assert count_of(chooser) == "1 of 4 posts"
    qtbot.keyClicks(chooser.findChild(QLineEdit), " nothing")
    assert chooser.listed == []


def test_a_post_is_found_by_its_file_s_name(qtbot, choose, folder):
    chooser = choose(folder)
    qtbot.keyClicks(chooser.findChild(QLineEdit), "2012-08")
    assert len(chooser.listed) == 1


def test_enter_opens_the_first_and_the_arrows_choose_another(qtbot, choose, folder):
    chooser = choose(folder)
    search = chooser.findChild(QLineEdit)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(search, Key.Key_Return)
    assert chosen.args == [folder / "_drafts" / "later.md"]
    assert chooser.result() == QDialog.DialogCode.Accepted

    chooser = choose(folder)
    search = chooser.findChild(QLineEdit)
    qtbot.keyClick(search, Key.Key_Down)
    qtbot.keyClick(search, Key.Key_Down)
    qtbot.keyClick(search, Key.Key_Up)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(search, Key.Key_Enter)
    assert chosen.args == [folder / "_posts" / "2012-08-19-vacances.md"]


def test_a_double_click_opens(qtbot, choose, folder):
    chooser = choose(folder)
    posts = chooser.findChild(QListWidget)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        posts.itemActivated.emit(posts.item(3))
    assert chosen.args == [folder / "about.md"]


def test_enter_on_nothing_chooses_nothing(qtbot, choose, tmp_path):
    chooser = choose(tmp_path)
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(chooser.findChild(QLineEdit), Key.Key_Return)
    assert chooser.isVisible()
    assert count_of(chooser) == "0 of 0 posts"


def test_escape_chooses_nothing(qtbot, choose, folder):
    chooser = choose(folder)
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(chooser, Key.Key_Escape)
    assert not chooser.isVisible()


def test_it_can_be_closed_while_the_folder_is_being_read(qtbot, folder):
    library = PostLibrary(None)
    library.open(folder)
    chooser = PostChooser(library)
    qtbot.addWidget(chooser)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    chooser.show()
    chooser.reject()
    assert not chooser.isVisible()


def test_a_long_list_is_cut_and_its_count_told(choose, tmp_path):
    for number in range(230):
        (tmp_path / f"post-{number}.md").write_text("")
    chooser = choose(tmp_path)
    assert len(chooser.listed) == 200
    assert count_of(chooser) == "230 of 230 posts"


def test_the_sample_site_is_listed(choose):
    assert "Vacances" in " ".join(choose(SAMPLES).listed)


def test_a_path_is_never_html_in_a_tooltip(choose, tmp_path):
    (tmp_path / "<b>x<i>.md").write_text("")
    chooser = choose(tmp_path)
    assert "<b>" not in chooser.findChild(QListWidget).item(0).toolTip()


def test_everything_that_takes_the_focus_has_a_name(choose, folder):
    chooser = choose(folder)
    assert chooser.findChild(QLineEdit).accessibleName() == "Search titles and names"
    assert chooser.findChild(QListWidget).accessibleName() == "Posts"
