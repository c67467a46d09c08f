"""Ctrl+K: a link to a post of the blog, or to any address."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from editor.gui.references.link_box import LinkBox

POST = "---\nlayout: post\ntitle: Here\n---\nSee this one.\n"


@pytest.fixture
def opened(window, tmp_path):
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: x\n")
    for name, title in (("2024-02-02-ete", "Un été à vélo"), ("2024-03-03-b", "Autre <b>chose")):
        (root / "_posts" / f"{name}.md").write_text(f"---\ntitle: {title}\n---\n")
    path = root / "_posts" / "2024-01-01-here.md"
    path.write_text(POST)
    QGuiApplication.clipboard().clear()
    window.open_path(path)
    select(window, "this one")
    window.source.setFocus()
    return window


def select(window, words: str) -> None:
    start = POST.index(words)
    window.source.select(start, start + len(words))


def box_of(qtbot, window) -> LinkBox:
    """The box, once it has the posts."""
    qtbot.keyClick(window.source, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(LinkBox)
    qtbot.waitUntil(lambda: box.list.count() > 0)
    assert box.search.hasFocus()
    return box


def test_a_post_is_offered_by_its_title_and_linked_as_jekyll_reads_it(qtbot, opened):
    box = box_of(qtbot, opened)
    assert [text.split("   ")[0] for text in box.listed] == ["Autre <b>chose", "Un été à vélo"]
    qtbot.keyClicks(box.search, "velo")
    assert len(box.listed) == 1
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    assert "See [this one]({% post_url 2024-02-02-ete %})." in opened.posts.current.text
    assert not box.isVisible()
    assert opened.source.hasFocus()


def test_without_a_selection_the_title_is_the_links_text(qtbot, opened):
    select(opened, "")
    opened.source.select(POST.index("this"), POST.index("this"))
    box = box_of(qtbot, opened)
    qtbot.keyClick(box.search, Qt.Key.Key_Down)
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    written = "See [Un été à vélo]({% post_url 2024-02-02-ete %})this"
    assert written in opened.posts.current.text
    opened.posts.current.qt.undo()
    assert opened.posts.current.text == POST


def test_an_address_typed_is_taken_as_it_is(qtbot, opened):
    box = box_of(qtbot, opened)
    qtbot.keyClicks(box.search, "https://example.org/?a=b")
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    assert "[this one](https://example.org/?a=b)." in opened.posts.current.text


def test_an_address_in_the_clipboard_is_offered_first(qtbot, opened):
    QGuiApplication.clipboard().setText("https://example.org/copied")
    box = box_of(qtbot, opened)
    assert box.listed == ["https://example.org/copied"]
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    assert "[this one](https://example.org/copied)" in opened.posts.current.text


def test_words_that_no_post_has_are_an_address_too(qtbot, opened):
    box = box_of(qtbot, opened)
    qtbot.keyClicks(box.search, "nowhere.html")
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    assert "[this one](nowhere.html)" in opened.posts.current.text


def test_esc_changes_nothing(qtbot, opened):
    box = box_of(qtbot, opened)
    qtbot.keyClick(box.search, Qt.Key.Key_Escape)
    assert opened.posts.current.text == POST
    assert not box.isVisible()
    assert opened.source.hasFocus()


def test_a_click_elsewhere_closes_the_box_and_keeps_the_focus_there(qtbot, opened):
    box = box_of(qtbot, opened)
    opened.form.focus_field("title")
    assert not box.isVisible()
    assert not opened.source.hasFocus()


def test_a_click_on_a_post_chooses_it(qtbot, opened):
    box = box_of(qtbot, opened)
    place = box.list.visualItemRect(box.list.item(0)).center()
    qtbot.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "[this one]({% post_url 2024-03-03-b %})" in opened.posts.current.text


def test_the_box_stays_inside_a_small_window(qtbot, opened):
    opened.resize(700, 500)
    box = box_of(qtbot, opened)
    around = box.parentWidget().rect()
    assert around.contains(box.geometry())
