"""The posts pane: what it lists, how it is searched, what keys and the mouse ask for."""

import os
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from editor.gui.library.posts_pane import PostsPane
from editor.gui.theme import DARK, LIGHT

Key = Qt.Key
BIZ = "Biz Stone : testons"
PRESS = "Les blogs et la presse"
ALL = ["Drafts", "Later", "2012", "<b>Vacances</b>", "2009", PRESS, BIZ, "Without a date", "About"]


def said(pane):
    """What a screen reader says of each row."""
    rows = pane.list.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    return [rows.data(rows.index(row, 0), role) for row in range(rows.rowCount())]


def type_(qtbot, pane, text):
    qtbot.keyClicks(pane.search, text)


def test_drafts_come_first_then_the_years(pane):
    assert pane.titles == ALL
    assert pane.search.placeholderText() == "Search 5 posts"


def test_a_row_tells_day_tags_and_what_is_wrong(pane):
    assert said(pane)[1] == "Later, draft · edited today"
    assert said(pane)[5] == f"{PRESS}, Jun 30, 2009 · presse, web"
    assert said(pane)[6] == f"{BIZ}, Jun 24, 2009, front matter needs a fix"


def test_a_draft_says_when_it_was_edited(qtbot, library, folder, pane):
    day_before = time.time() - 86_400
    os.utime(folder / "_drafts" / "later.md", (day_before, day_before))
    library.look()
    qtbot.waitUntil(lambda: said(pane)[1] == "Later, draft · edited yesterday", timeout=20_000)


def test_what_is_wrong_is_told_in_full_in_the_tooltip(pane):
    rows = pane.list.rows
    tip = rows.data(rows.index(6, 0), Qt.ItemDataRole.ToolTipRole)
    assert "Line 2: the title holds “:”, which needs quotes in YAML." in tip
    assert "<b>" not in rows.data(rows.index(3, 0), Qt.ItemDataRole.ToolTipRole)


def test_each_row_is_as_high_as_what_stands_in_it(pane):
    for sort in ("title", "oldest", "title", "newest"):  # headings move and go
        pane.set_sort(sort)
        rows = range(pane.list.rows.rowCount())
        lacking = [pane.list.sizeHintForRow(row) - pane.list.rowHeight(row) for row in rows]
        assert not any(lacking), sort


def test_texts_are_searched_as_one_types(qtbot, pane):
    type_(qtbot, pane, "evenem")
    qtbot.waitUntil(lambda: pane.titles == ["2009", PRESS, BIZ])
    assert said(pane)[1].endswith(", Les événements.")


def test_titles_tags_and_names_are_searched(qtbot, pane):
    type_(qtbot, pane, "ETE")
    qtbot.waitUntil(lambda: pane.titles == ["2012", "<b>Vacances</b>"])
    pane.search.clear()
    type_(qtbot, pane, "2009-06-24")
    qtbot.waitUntil(lambda: pane.titles == ["2009", BIZ])


def test_filters_are_typed_or_chosen_from_a_menu(qtbot, pane):
    type_(qtbot, pane, "year:2009 tag:pre")
    assert pane.titles == ["2009", PRESS]
    pane.search.clear()
    menu = pane.findChild(QToolButton, "postsFilter").menu()
    menu.aboutToShow.emit()
    tags = next(action.menu() for action in menu.actions() if action.text() == "By t&ag")
    next(action for action in tags.actions() if action.text() == "été  (1)").trigger()
    assert pane.search.text() == 'tag:"été"'
    assert pane.titles == ["2012", "<b>Vacances</b>"]


def test_the_order_is_chosen_from_the_menu(pane):
    menu = pane.findChild(QToolButton, "postsFilter").menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "By &title").trigger()
    assert pane.titles == ["<b>Vacances</b>", "About", BIZ, "Later", PRESS]


def test_an_order_is_kept_from_the_last_time_if_it_is_one(qtbot, library):
    for sort, first in (("title", "<b>Vacances</b>"), ("by magic", "Drafts")):
        pane = PostsPane(library, LIGHT, sort=sort)
        qtbot.addWidget(pane)
        assert pane.titles[0] == first


def test_nothing_found_is_said(qtbot, pane):
    type_(qtbot, pane, "nowhere")
    qtbot.waitUntil(lambda: pane.message == "No post has “nowhere”.")
    qtbot.keyClick(pane.search, Key.Key_Escape)
    assert pane.titles == ALL
    assert pane.message == ""


def test_a_folder_without_posts_says_so(qtbot, new_library, tmp_path):
    library = new_library()
    pane = PostsPane(library, LIGHT)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(library.read):
        library.open(tmp_path)
    assert pane.message == "No posts here yet."


def test_enter_opens_the_hit_s_line(qtbot, pane, folder):
    type_(qtbot, pane, "evenements")
    qtbot.waitUntil(lambda: len(pane.titles) == 3)
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane.search, Key.Key_Return)
    assert chosen.args == [folder / "_posts/2009-06-30-presse.md", 6]


def test_arrows_go_into_the_list_past_its_headings_and_back(qtbot, pane, folder):
    qtbot.keyClick(pane.search, Key.Key_Down)
    assert pane.list.current_entry.title == "Later"
    qtbot.keyClick(pane.list, Key.Key_Down)
    assert pane.list.current_entry.title == "<b>Vacances</b>"
    qtbot.keyClick(pane.list, Key.Key_End)
    assert pane.list.current_entry.title == "About"
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane.list, Key.Key_Enter)
    assert chosen.args == [folder / "about.md", -1]
    qtbot.keyClick(pane.list, Key.Key_Home)
    pane.activateWindow()
    qtbot.keyClick(pane.list, Key.Key_Up)
    qtbot.waitUntil(pane.search.hasFocus)


def test_letters_in_the_list_are_searched_for(qtbot, pane):
    pane.list.setFocus()
    qtbot.keyClicks(pane.list, "v")
    assert pane.search.text() == "v"


def test_escape_clears_the_search_then_leaves(qtbot, pane):
    type_(qtbot, pane, "x")
    with qtbot.assertNotEmitted(pane.left):
        qtbot.keyClick(pane.search, Key.Key_Escape)
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane.search, Key.Key_Escape)


def test_a_double_click_opens(qtbot, pane, folder):
    view = pane.list.viewport()
    at = pane.list.visualRect(pane.list.rows.index(1, 0)).center()
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [folder / "_drafts/later.md", -1]


def test_the_post_in_front_is_chosen_and_stays_so(qtbot, pane, folder):
    pane.show_front(folder / "about.md")
    assert pane.list.current_entry.title == "About"
    type_(qtbot, pane, "a")
    pane.search.clear()
    assert pane.list.current_entry.title == "About"


def menu_of(pane, entry, monkeypatch):
    shown = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    pane.list.menu_asked.emit(entry, QPoint(0, 0))
    return shown[0]


def test_the_menu_offers_what_can_be_done_with_a_draft(qtbot, pane, library, folder, monkeypatch):
    entry = library.entries["_drafts/later.md"]
    menu = menu_of(pane, entry, monkeypatch)
    names = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert names == [
        *("Open", "Open in a new window"),
        *("New post", "Rename…", "Duplicate the post", "Publish"),
        *("Show its folder", "Move to the trash"),
    ]
    with qtbot.waitSignal(pane.asked) as asked:
        next(action for action in menu.actions() if "Rename" in action.text()[1:]).trigger()
    assert asked.args == ["rename", folder / "_drafts/later.md"]


@pytest.mark.parametrize(("key", "name"), [(Key.Key_F2, "rename"), (Key.Key_Delete, "trash")])
def test_keys_ask_for_what_the_menu_has(qtbot, pane, folder, key, name):
    qtbot.keyClick(pane.search, Key.Key_Down)
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.keyClick(pane.list, key)
    assert asked.args == [name, folder / "_drafts/later.md"]


def test_everything_that_takes_the_focus_has_a_name(pane):
    assert pane.search.accessibleName() == "Search 5 posts"
    assert pane.list.accessibleName() == "Posts"
    assert pane.findChild(QToolButton, "postsFilter").accessibleName() == "Sort and filter"


def test_rows_are_drawn_in_both_looks(pane):
    light = pane.grab().toImage()
    pane.set_theme(DARK)
    assert pane.grab().toImage() != light


def test_a_post_far_down_is_brought_into_view(qtbot, new_library, tmp_path):
    for number in range(300):
        (tmp_path / f"2020-01-01-{number:03}.md").write_text("")
    library = new_library()
    pane = PostsPane(library, LIGHT)
    qtbot.addWidget(pane)
    pane.resize(260, 500)
    pane.show()
    with qtbot.waitSignal(library.read):
        library.open(tmp_path)
    assert 5 < len(pane.list.entries_in_view) < 20
    pane.list.choose("2020-01-01-000.md")
    bar = pane.list.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_a_post_read_anew_is_shown_in_its_row_without_laying_the_list_anew(qtbot, pane, library):
    resets = []
    pane.list.rows.modelReset.connect(lambda: resets.append(True))
    path = library.folder / "_posts/2009-06-24-biz-stone.md"
    path.write_text("---\ntitle: Biz\n---\nx\n")
    library.look()
    qtbot.waitUntil(lambda: "Biz" in pane.titles)
    assert resets == []
    path.write_text("---\ntitle: Biz 2\ndate: 2013-01-01\n---\nx\n")
    library.look()
    qtbot.waitUntil(lambda: pane.titles[:4] == ["Drafts", "Later", "2013", "Biz 2"])


def test_a_post_read_anew_is_searched_by_what_it_is_now(qtbot, pane, library):
    (library.folder / "about.md").write_text("---\ntitle: Zebra\n---\nx\n")
    library.look()
    qtbot.waitUntil(lambda: "Zebra" in pane.titles)
    qtbot.keyClicks(pane.search, "zeb")
    qtbot.waitUntil(lambda: pane.titles[1:] == ["Zebra"])
