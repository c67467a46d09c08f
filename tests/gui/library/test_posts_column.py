"""When the posts column is there, and whose posts it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from editor.gui.main_window import MainWindow
from editor.gui.theme import LIGHT
from editor.settings import Settings


def listed(qtbot, window, title):
    """Until the pane lists a post of that title."""
    column = window.posts_column
    qtbot.waitUntil(lambda: column.pane is not None, timeout=20_000)
    qtbot.waitUntil(lambda: title in column.pane.titles, timeout=20_000)
    return column.pane


def shows(window):
    return window.actions_.by_name["show_posts"]


def test_opening_a_folder_shows_its_posts(qtbot, window, folder):
    window.open_path(folder)
    pane = listed(qtbot, window, "About")
    assert window.posts_column.isVisible()
    assert shows(window).isChecked()
    pane.list.choose("about.md")
    pane.list.open_chosen()
    assert window.posts.current.path == folder / "about.md"


def test_a_post_of_a_site_brings_its_site_s_posts(qtbot, window, folder):
    window.open_path(folder / "_posts/2009-06-30-presse.md")
    pane = listed(qtbot, window, "About")
    qtbot.waitUntil(lambda: pane.list.current_entry is not None)
    assert pane.list.current_entry.title == "Les blogs et la presse"
    window.open_path(folder / "about.md")
    assert pane.list.current_entry.title == "About"


def test_a_post_without_a_site_has_no_list_until_it_is_asked_for(qtbot, window, tmp_path):
    path = tmp_path / "alone" / "a.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: Alone\n---\n")
    window.open_path(path)
    assert not window.posts_column.isVisible()
    assert not shows(window).isChecked()
    shows(window).trigger()
    listed(qtbot, window, "Alone")
    assert shows(window).isChecked()


def test_without_any_folder_one_is_asked_for(qtbot, window, folder, monkeypatch):
    window.posts.new()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    shows(window).trigger()
    listed(qtbot, window, "About")
    assert shows(window).isChecked()


def test_it_can_be_hidden_and_that_is_remembered(shared, folder):
    window = MainWindow(Settings(), LIGHT, shared)
    kept = []
    window.settings_changed.connect(kept.append)
    window.show()
    window.open_path(folder / "about.md")
    assert window.posts_column.isVisible()
    shows(window).trigger()
    assert not window.posts_column.isVisible()
    window.leave()
    assert kept[-1].posts_shown is False
    again = MainWindow(kept[-1], LIGHT, shared)
    again.show()
    again.open_path(folder / "about.md")
    assert not again.posts_column.isVisible()
    again.leave()


def test_the_order_of_the_posts_is_remembered(qtbot, shared, folder):
    window = MainWindow(Settings(), LIGHT, shared)
    kept = []
    window.settings_changed.connect(kept.append)
    window.show()
    window.open_path(folder)
    pane = listed(qtbot, window, "About")
    pane.set_sort("title")
    window.leave()
    assert kept[-1].posts_sort == "title"
    again = MainWindow(kept[-1], LIGHT, shared)
    again.show()
    again.open_path(folder)
    assert listed(qtbot, again, "About").sort == "title"
    again.leave()


@pytest.mark.parametrize("shown", [True, False])
def test_its_width_is_remembered(qtbot, shared, folder, shown):
    settings = Settings(columns=(300, 500, 480), posts_shown=shown)
    window = MainWindow(settings, LIGHT, shared)
    window.resize(1282, 800)
    window.open_path(folder / "about.md")
    window.show()
    qtbot.waitExposed(window)
    if not shown:
        shows(window).trigger()
    qtbot.waitUntil(lambda: window.posts_column.width() == 300)
    window.leave()


def test_nothing_is_built_before_the_window_is_drawn(window, folder):
    window.open_path(folder / "about.md")
    assert window.posts_column.pane is None


def test_the_search_is_reached_by_its_key(qtbot, window, folder):
    window.open_path(folder / "about.md")
    window.actions_.by_name["search_posts"].trigger()
    pane = window.posts_column.pane
    qtbot.waitUntil(pane.search.hasFocus)
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.source.hasFocus)


def test_a_hit_is_opened_at_its_line(qtbot, window, folder):
    window.open_path(folder)
    pane = listed(qtbot, window, "About")
    qtbot.keyClicks(pane.search, "evenements")
    qtbot.waitUntil(lambda: "Les blogs et la presse" in pane.titles and len(pane.titles) == 3)
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert window.source.caret_line == 6


def test_a_saved_post_has_its_new_title_in_the_list(qtbot, window, folder):
    window.open_path(folder / "about.md")
    pane = listed(qtbot, window, "About")
    document = window.posts.current
    document.replace_text(document.text.replace("About", "About me"))
    window.posts.save()
    listed(qtbot, window, "About me")
    assert pane.list.current_entry.title == "About me"
