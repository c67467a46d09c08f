"""Find and replace in all posts, through the real window and on real files."""

import pytest
from PySide6.QtCore import Qt

from editor.gui.finding.find_in_posts import FindInPosts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
TEXTS = {
    "a.md": "---\ntitle: Chat\n---\nLe chat dort.\r\nUn chat.\n",
    "b.md": "Deux chats.\n",
    "c.md": "Rien.\n",
}


@pytest.fixture
def blog(tmp_path):
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: x\n")
    for name, text in TEXTS.items():
        (folder / "_posts" / name).write_bytes(text.encode())
    return folder / "_posts"


@pytest.fixture
def finder(qtbot, window, blog):
    window.open_path(blog / "c.md")
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    qtbot.keyClick(window.source, Key.Key_F, CTRL | SHIFT)
    finder = window.findChild(FindInPosts)
    qtbot.waitUntil(finder.isVisible)
    return finder


def look_for(qtbot, finder, text):
    qtbot.keyClicks(finder.find_box, text)
    qtbot.waitUntil(lambda: " of " in finder.says.text() or "Nothing" in finder.says.text())


def rows(finder):
    tops = [finder.tree.topLevelItem(i) for i in range(finder.tree.topLevelItemCount())]
    return {top.text(0): [top.child(i).text(0) for i in range(top.childCount())] for top in tops}


def replace_with(qtbot, finder, text, wanted="Replace 4 in 2 posts"):
    qtbot.mouseClick(finder.replace_switch, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(finder.replace_box, text)
    qtbot.waitUntil(lambda: rows_say(finder, text) and finder.replace_button.text() == wanted)


def rows_say(finder, new):
    found = finder.chosen_posts
    return bool(found) and all(line.hit.new == new for post, _ in found for line in post.hits)


def press_replace(qtbot, window, finder):
    qtbot.mouseClick(finder.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "replaced" in window.messages.texts)


def test_hits_are_listed_by_post_and_line(qtbot, finder):
    look_for(qtbot, finder, "chat")
    assert rows(finder) == {
        "_posts/a.md  (3)": ["2: title: Chat", "4: Le chat", "5: Un chat"],
        "_posts/b.md  (1)": ["1: Deux chat"],
    }
    assert finder.says.text() == "4 found in 2 of 3 posts"


def test_enter_on_a_hit_opens_its_post_and_selects_it(qtbot, window, finder):
    look_for(qtbot, finder, "chat")
    hit = finder.tree.topLevelItem(0).child(1)
    finder.tree.setCurrentItem(hit)
    qtbot.keyClick(finder.tree, Key.Key_Return)
    assert window.posts.current.path.name == "a.md"
    assert window.source.textCursor().selectedText() == "chat"
    assert window.source.caret_line == 3


def test_replacing_writes_the_files_and_can_be_taken_back_to_the_byte(qtbot, window, finder, blog):
    look_for(qtbot, finder, "chat")
    replace_with(qtbot, finder, "chien")
    press_replace(qtbot, window, finder)
    assert (blog / "a.md").read_bytes().decode() == TEXTS["a.md"].replace("Chat", "chien").replace(
        "chat", "chien"
    )
    assert window.messages.texts["replaced"].startswith("Replaced in 2 posts.")
    window.messages.take_way("replaced", "Take it back")
    qtbot.waitUntil(lambda: (blog / "b.md").read_bytes() == TEXTS["b.md"].encode())
    qtbot.waitUntil(lambda: (blog / "a.md").read_bytes() == TEXTS["a.md"].encode())


def test_a_hit_and_a_post_that_are_unchecked_stay(qtbot, window, finder, blog):
    look_for(qtbot, finder, "chat")
    replace_with(qtbot, finder, "chien")
    finder.tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    finder.tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert finder.replace_button.text() == "Replace 2 in one post"
    press_replace(qtbot, window, finder)
    assert (blog / "b.md").read_bytes() == TEXTS["b.md"].encode()
    assert b"title: Chat" in (blog / "a.md").read_bytes()
    assert b"Un chien" in (blog / "a.md").read_bytes()


def test_an_open_post_is_changed_in_its_window_as_one_step_and_not_on_disk(
    qtbot, window, finder, blog
):
    window.open_path(blog / "a.md")
    before = window.posts.current.text
    look_for(qtbot, finder, "chat")
    replace_with(qtbot, finder, "chien")
    press_replace(qtbot, window, finder)
    document = window.posts.current
    assert "Un chien" in document.text
    assert (blog / "a.md").read_bytes() == TEXTS["a.md"].encode()
    assert "not saved yet" in window.messages.texts["replaced"]
    document.qt.undo()
    assert document.text == before


def test_unsaved_text_is_what_is_searched(qtbot, window, finder):
    window.posts.current.replace_text("Un chat ici.\n")
    look_for(qtbot, finder, "chat ici")
    assert rows(finder) == {"_posts/c.md  (1)": ["1: Un chat ici"]}


def test_a_post_that_changed_since_is_told_and_left(qtbot, window, finder, blog):
    look_for(qtbot, finder, "chat")
    replace_with(qtbot, finder, "chien")
    (blog / "b.md").write_bytes(b"Autre chat.\n")
    press_replace(qtbot, window, finder)
    assert "b.md has changed since" in window.messages.texts["replaced"]
    assert (blog / "b.md").read_bytes() == b"Autre chat.\n"


def test_a_pattern_that_is_none_is_told(qtbot, finder):
    finder.options.pattern.setChecked(True)
    qtbot.keyClicks(finder.find_box, "(chat")
    qtbot.waitUntil(lambda: "not a regular expression" in finder.says.text())


def test_rows_are_painted_with_what_they_become(qtbot, finder):
    look_for(qtbot, finder, "chat")
    plain = finder.tree.visualItemRect(finder.tree.topLevelItem(0).child(0)).height()
    replace_with(qtbot, finder, "chien")
    assert finder.tree.visualItemRect(finder.tree.topLevelItem(0).child(0)).height() > plain
    finder.grab()
