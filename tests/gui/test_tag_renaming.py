"""A tag renamed in all posts of a blog, from the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from editor.gui.posts import file_plans
from editor.gui.tags.tag_dialog import TagDialog

POST = "---\ntitle: {title}\ntags: [Old, x]  # kept\n---\nOld stays here.\n"


@pytest.fixture
def posts(tmp_path) -> dict[str, Path]:
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: x\n")
    made = {}
    for number, title in enumerate(("One", "Two", "Three"), 1):
        made[title] = root / "_posts" / f"2024-01-0{number}-{title.lower()}.md"
        made[title].write_text(POST.format(title=title))
    made["Other"] = root / "_posts" / "2024-01-09-other.md"
    made["Other"].write_text("---\ntitle: Other\ntags: [old]\ncategory: Old\n---\n")
    return made


@pytest.fixture
def dialog(qtbot, window, posts) -> TagDialog:
    window.open_path(posts["One"])
    window.actions_.by_name["rename_tag"].trigger()
    dialog = window.tags.dialog
    qtbot.waitUntil(lambda: dialog.tag_box.count() == 4)
    dialog.choose("tags", "Old")
    return dialog


def name_it(qtbot, dialog, name: str) -> None:
    dialog.new_box.clear()
    qtbot.keyClicks(dialog.new_box, name)
    qtbot.waitUntil(dialog.rename_button.isEnabled)


def rename(qtbot, dialog, name: str) -> None:
    name_it(qtbot, dialog, name)
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)


def test_the_terms_are_offered_with_their_counts_and_near_duplicates_told(dialog):
    shown = [dialog.tag_box.itemText(row) for row in range(4)]
    assert shown == [
        "Old   (tag, 3 posts)",
        "old   (tag, 1 post)",
        "x   (tag, 3 posts)",
        "Old   (category, 1 post)",
    ]
    assert dialog.note.text() == "Almost the same: Old / old"


def test_each_post_is_shown_with_what_changes(qtbot, dialog):
    name_it(qtbot, dialog, "New")
    assert [dialog.list.item(row).text() for row in range(3)] == ["One", "Two", "Three"]
    assert dialog.summary.text() == "3 posts change."
    assert "New" in dialog.view.toPlainText()


def test_all_posts_that_have_it_change_and_the_way_back_is_offered(qtbot, window, dialog, posts):
    before = {path: path.read_text() for path in posts.values()}
    rename(qtbot, dialog, "New")
    for title in ("One", "Two", "Three"):
        assert posts[title].read_text() == POST.format(title=title).replace("[Old,", "[New,")
    assert posts["Other"].read_text() == before[posts["Other"]]
    said = window.messages.texts["post-files"]
    assert said == "“Old” is now “New” in 3 posts."
    assert "[New, x]" in window.posts.current.text
    window.messages.take_way("post-files", "Undo")
    assert {path: path.read_text() for path in posts.values()} == before
    assert "[Old, x]" in window.posts.current.text


def add_posts(posts, number: int = 20) -> list[Path]:
    """As many more that have the tag."""
    folder = posts["One"].parent
    added = [folder / f"2023-01-{day:02}-more.md" for day in range(1, number + 1)]
    for path in added:
        path.write_text(POST.format(title=path.stem))
    return added


def test_many_posts_change_off_the_window_s_thread_and_a_save_waits_for_its_post(
    qtbot, window, posts
):
    added = add_posts(posts)
    window.open_path(posts["One"])
    window.actions_.by_name["rename_tag"].trigger()
    dialog = window.tags.dialog
    qtbot.waitUntil(lambda: dialog.tag_box.count() == 4)
    dialog.choose("tags", "Old")
    rename(qtbot, dialog, "New")
    document = window.posts.current
    assert document.is_saving  # until all files are written
    document.replace_text(document.text + "typed\n")
    window.posts.save()
    qtbot.waitUntil(lambda: "post-files" in window.messages.texts)
    qtbot.waitUntil(lambda: not document.is_saving and not document.is_modified)
    new = POST.format(title="One").replace("[Old,", "[New,")
    assert posts["One"].read_text() == document.text == new + "typed\n"
    assert all("[New, x]" in path.read_text() for path in added)
    assert window.messages.texts["post-files"] == "“Old” is now “New” in 23 posts."


def test_of_many_posts_none_changes_where_one_cannot(qtbot, window, posts):
    added = add_posts(posts)
    window.open_path(posts["One"])
    window.actions_.by_name["rename_tag"].trigger()
    dialog = window.tags.dialog
    qtbot.waitUntil(lambda: dialog.tag_box.count() == 4)
    dialog.choose("tags", "Old")
    name_it(qtbot, dialog, "New")
    posts["Three"].write_text("---\ntags: [Old]\n---\nAnother program's.\n")
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    told = lambda: window.messages.texts.get("post-files", "")  # noqa: E731
    qtbot.waitUntil(lambda: "has changed meanwhile" in told())
    assert all("[Old, x]" in path.read_text() for path in [*added, posts["One"], posts["Two"]])
    document = window.posts.current
    assert not document.is_saving
    document.replace_text(document.text + "typed\n")
    with qtbot.waitSignal(document.saved):
        window.posts.save()


def test_after_an_error_that_nobody_expected_the_next_change_goes(
    qtbot, window, dialog, posts, monkeypatch
):
    def fail(_plan, _state):
        raise RuntimeError("broken")

    name_it(qtbot, dialog, "New")
    with monkeypatch.context() as fault:
        fault.setattr(file_plans, "carry_out", fail)
        qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    assert window.messages.texts["post-files"].startswith("Nothing was changed")
    assert posts["One"].read_text() == POST.format(title="One")
    window.actions_.by_name["rename_tag"].trigger()
    again = window.tags.dialog
    qtbot.waitUntil(lambda: again.tag_box.count() == 4)
    again.choose("tags", "Old")
    rename(qtbot, again, "New")
    assert "[New, x]" in posts["One"].read_text()


def test_a_post_left_out_stays_as_it_is(qtbot, dialog, posts):
    name_it(qtbot, dialog, "New")
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.summary.text() == "2 posts change."
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    assert posts["Two"].read_text() == POST.format(title="Two")
    assert "[New, x]" in posts["Three"].read_text()


def test_a_post_with_changes_of_its_own_changes_in_its_document(qtbot, window, dialog, posts):
    document = window.posts.current
    document.replace_text(document.text + "typed\n")
    rename(qtbot, dialog, "New")
    assert document.text == POST.format(title="One").replace("[Old,", "[New,") + "typed\n"
    assert document.is_modified
    assert posts["One"].read_text() == POST.format(title="One")
    assert "[New, x]" in posts["Two"].read_text()
    document.qt.undo()
    assert document.text == POST.format(title="One") + "typed\n"


def test_a_name_that_is_in_use_is_told(qtbot, dialog):
    name_it(qtbot, dialog, "x")
    assert "both become one" in dialog.note.text()
    name_it(qtbot, dialog, "X")
    assert dialog.note.text() == "Almost the same is in use: x."


def test_a_post_that_changed_meanwhile_stops_all(qtbot, window, dialog, posts):
    name_it(qtbot, dialog, "New")
    posts["Three"].write_text("---\ntags: [Old]\n---\nAnother program's.\n")
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    assert "has changed meanwhile" in window.messages.texts["post-files"]
    assert posts["Two"].read_text() == POST.format(title="Two")


def test_without_a_blog_it_says_so(window):
    window.posts.new()
    window.actions_.by_name["rename_tag"].trigger()
    assert "Open a post of the blog first" in window.messages.texts["tags"]
