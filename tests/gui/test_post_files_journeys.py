"""From a title to the trash in the real window, for a site of Jekyll and one of Hugo."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from editor import history
from editor.gui.posts import claims
from editor.gui.posts.naming_bar import NamingBar
from editor.gui.posts.rename_offer import RenameOffer
from editor.gui.posts.site_reader import SiteReader
from editor.gui.posts.texts_dialog import TextsDialog
from editor.post import Post
from tests.sites_of_posts import HUGO, JEKYLL, written

TODAY = datetime.now(ZoneInfo("Europe/Paris")).date()
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jekyll(tmp_path):
    return written(tmp_path / "jekyll", JEKYLL)


@pytest.fixture
def hugo(tmp_path):
    return written(tmp_path / "hugo", HUGO)


def bar(qtbot, window) -> NamingBar:
    """The bar that asks, once it says what comes of what was typed."""
    qtbot.waitUntil(
        lambda: window.post_files.bar is not None and bool(window.post_files.bar.note.text())
    )
    return window.post_files.bar


def run(window, command):
    window.actions_.by_name[command].trigger()


def told(qtbot, window, text) -> str:
    qtbot.waitUntil(lambda: text in window.messages.texts.get("post-files", ""))
    return window.messages.texts["post-files"]


def saved(qtbot, window):
    with qtbot.waitSignal(window.posts.current.saved):
        qtbot.keyClick(window.source, Qt.Key.Key_S, CTRL)


def write_new(qtbot, window, beside, title, *, draft=False):
    """A new post, from Ctrl+N to Ctrl+S."""
    window.open_path(beside)
    qtbot.keyClick(window.source, Qt.Key.Key_N, CTRL)
    asked = window.post_files.bar
    qtbot.waitUntil(asked.box.hasFocus)
    qtbot.keyClicks(asked.box, title)
    if draft:
        asked.choice.click()
    bar(qtbot, window)
    before = window.posts.current
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.posts.current is not before)
    path = window.posts.current.path
    assert not path.exists()
    qtbot.keyClicks(window.source, "Bonjour.")
    saved(qtbot, window)
    return path


def test_jekyll_from_a_title_to_the_trash(qtbot, window, jekyll, tmp_path_factory):
    one = jekyll / "_posts/2024-01-05-one.md"
    draft = write_new(qtbot, window, one, "Un : deux", draft=True)
    assert draft == jekyll / "_drafts/un-deux.md"
    assert draft.read_text() == ("---\nlayout: post\ntitle: 'Un : deux'\ntags: []\n---\n\nBonjour.")

    run(window, "publish")
    text = told(qtbot, window, "A post from now on")
    assert text.endswith(f"puts it at /{TODAY:%Y/%m/%d}/un-deux/")
    post = jekyll / f"_posts/{TODAY}-un-deux.md"
    assert window.posts.current.path == post
    assert not draft.exists()
    text = post.read_text()
    assert window.posts.current.text == text
    assert f"date: {TODAY}" in text
    assert not window.posts.current.is_modified
    folder = window.posts.safekeeping.history
    assert [v.sha256 for v in history.versions(folder, post)]

    run(window, "rename")
    asked = bar(qtbot, window)
    assert asked.text == f"{TODAY}-un-deux"
    qtbot.keyClicks(asked.box, f"{TODAY}-trois")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    told(qtbot, window, "Renamed")
    renamed = post.with_name(f"{TODAY}-trois.md")
    assert window.posts.current.path == renamed
    assert window.windowTitle().startswith(renamed.name)

    run(window, "trash")
    told(qtbot, window, "trash")
    assert not renamed.exists()
    assert window.posts.find(renamed) is None
    assert list(tmp_path_factory.getbasetemp().rglob(renamed.name))
    window.messages.take_way("post-files", "Put it back")
    assert renamed.read_text() == text
    assert window.posts.current.path == renamed


def test_hugo_from_a_title_to_the_trash(qtbot, window, hugo):
    one = hugo / "content/posts/one/index.md"
    path = write_new(qtbot, window, one, "Un : deux", draft=True)
    assert path == hugo / "content/posts/un-deux/index.md"
    assert Post.parse(path.read_text()).values["draft"] is True

    run(window, "publish")
    assert told(qtbot, window, "A post from now on").endswith("puts it at /posts/un-deux/")
    assert Post.parse(path.read_text()).values["draft"] is False
    assert window.posts.current.text == path.read_text()

    window.open_path(one)
    run(window, "rename")
    asked = bar(qtbot, window)
    qtbot.keyClicks(asked.box, "first")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    dialog = window.findChild(TextsDialog)
    assert sorted(dialog.titles) == [
        str(Path("content/posts/three/index.md")),
        str(Path("content/posts/two/index.md")),
    ]
    dialog.press("Rename and mend the links")
    told(qtbot, window, "Renamed")
    assert window.posts.current.path == hugo / "content/posts/first/index.md"
    assert (hugo / "content/posts/first/x.png").exists()
    assert "../first/index.md#top" in (hugo / "content/posts/two/index.md").read_text()
    window.messages.take_way("post-files", "Undo")
    assert window.posts.current.path == one
    assert "../one/index.md#top" in (hugo / "content/posts/two/index.md").read_text()

    window.posts.show_path(path)
    run(window, "trash")
    told(qtbot, window, "un-deux, with all that lies in it, is in the trash")
    assert not path.parent.exists()


def test_a_post_can_be_taken_back_and_the_links_of_others_follow(qtbot, window, jekyll):
    one = jekyll / "_posts/2024-01-05-one.md"
    two = jekyll / "_posts/2024-02-06-two.md"
    window.open_path(two)
    qtbot.keyClicks(window.source, "Mine. ")
    window.open_path(one)
    run(window, "unpublish")
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    window.findChild(TextsDialog).press("Take it back and mend the links")
    told(qtbot, window, "A draft again")
    assert window.posts.current.path == jekyll / "_drafts/one.md"
    other = window.posts.find(two)
    assert "{% post_url one %}" in other.text
    assert "Mine." in other.text
    assert other.is_modified
    assert "{% post_url one %}" in two.read_text()
    assert "Mine." not in two.read_text()
    window.messages.take_way("post-files", "Undo")
    assert "{% post_url 2024-01-05-one %}" in other.text
    assert "Mine." in other.text
    assert one.exists()


def test_unsaved_text_follows_a_renamed_post(qtbot, window, jekyll):
    path = jekyll / "_posts/2024-03-07-three.md"
    window.open_path(path)
    before = path.read_text()
    qtbot.keyClicks(window.source, "Mine. ")
    qtbot.keyClick(window.source, Qt.Key.Key_F2)
    asked = bar(qtbot, window)
    qtbot.keyClicks(asked.box, "2024-03-07-third")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    window.findChild(TextsDialog).press("Rename alone")
    renamed = path.with_name("2024-03-07-third.md")
    assert window.posts.current.path == renamed
    assert "Mine." in window.posts.current.text
    assert window.posts.current.is_modified
    assert renamed.read_text() == before
    with qtbot.waitSignal(window.posts.current.saved):
        run(window, "save")
    assert "Mine." in renamed.read_text()
    assert not path.exists()


def test_the_name_can_be_taken_from_title_and_date_and_a_bad_one_is_told(qtbot, window, jekyll):
    path = jekyll / "_drafts/later.md"
    path.write_text(path.read_text().replace("Later", "L'été"), encoding="utf-8")
    window.open_path(path)
    run(window, "rename")
    asked = bar(qtbot, window)
    qtbot.keyClicks(asked.box, "a/b")
    assert asked.note.property("problem")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    assert window.post_files.bar is asked
    asked.suggest.click()
    qtbot.waitUntil(lambda: asked.text == "l-été")
    qtbot.keyClick(asked.box, Qt.Key.Key_Escape)
    assert window.post_files.bar is None
    assert window.source.hasFocus()
    assert path.exists()


def test_a_file_called_by_its_title_is_offered_the_new_one(qtbot, window, jekyll):
    path = jekyll / "_posts/2024-03-07-three.md"
    window.open_path(path)
    title = window.form.box("title")
    title.selectAll()
    qtbot.keyClicks(title, "Quatre")
    with qtbot.waitSignal(window.posts.current.saved):
        run(window, "save")
    qtbot.waitUntil(lambda: "2024-03-07-quatre" in window.messages.texts.get("rename-offer", ""))
    window.messages.take_way("rename-offer", "Rename it")
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    window.findChild(TextsDialog).press("Rename and mend the links")
    assert window.posts.current.path == path.with_name("2024-03-07-quatre.md")
    one = jekyll / "_posts/2024-01-05-one.md"
    assert "{% link _posts/2024-03-07-quatre.md %}" in one.read_text()


def test_a_file_with_a_name_of_its_own_is_left_alone(qtbot, window, jekyll):
    path = jekyll / "_posts/2024-03-07-three.md"
    path = path.rename(path.with_name("2024-03-07-own.md"))
    window.open_path(path)
    window.posts.current.replace_text(window.posts.current.text.replace("Three", "Quatre"))
    reader = window.posts.findChild(RenameOffer).findChild(SiteReader)
    with qtbot.waitSignal(reader.ended):
        run(window, "save")
    assert "rename-offer" not in window.messages.texts


def test_the_bar_for_a_name_goes_with_its_post(qtbot, window, jekyll):
    window.open_path(jekyll / "_posts/2024-01-05-one.md")
    window.open_path(jekyll / "_posts/2024-02-06-two.md")
    run(window, "rename")
    bar(qtbot, window)
    window.open_path(jekyll / "_posts/2024-01-05-one.md")
    assert window.post_files.bar is None


def test_what_changed_since_is_not_taken_back(qtbot, window, jekyll):
    path = jekyll / "_drafts/later.md"
    window.open_path(path)
    run(window, "publish")
    told(qtbot, window, "A post from now on")
    post = window.posts.current.path
    post.write_text(post.read_text() + "Theirs.\n", encoding="utf-8")
    window.messages.take_way("post-files", "Undo")
    told(qtbot, window, "has changed meanwhile, so nothing was done")
    assert post.read_text().endswith("Theirs.\n")
    assert not path.exists()


def test_a_copy_is_opened(qtbot, window, jekyll):
    window.open_path(jekyll / "_posts/2024-03-07-three.md")
    run(window, "duplicate_post")
    told(qtbot, window, "A copy of")
    copy = jekyll / f"_posts/{TODAY}-three-copy.md"
    assert window.posts.current.path == copy
    assert "title: Three (copy)" in copy.read_text()


def test_a_post_open_in_another_program_is_left_alone(qtbot, window, jekyll, tmp_path):
    path = jekyll / "_posts/2024-03-07-three.md"
    held = claims.claim(tmp_path / "safety/locks", path, "another")
    window.open_path(jekyll / "_posts/2024-01-05-one.md")
    for command in ("rename", "publish", "trash"):
        window.messages.clear("post-files")
        window.post_files.run(command, path)
        told(qtbot, window, "is open in another Blog Editor")
    held.release()
    assert path.exists()


def test_what_is_so_already_is_told(qtbot, window, jekyll):
    window.open_path(jekyll / "_posts/2024-03-07-three.md")
    run(window, "publish")
    told(qtbot, window, "no draft")


def test_in_no_site_an_empty_post_opens_at_once(qtbot, window, tmp_path):
    written(tmp_path / "loose", {"a.txt": "hello"})
    window.open_path(tmp_path / "loose/a.txt")
    qtbot.keyClick(window.source, Qt.Key.Key_N, CTRL)
    assert window.posts.current.path is None
    assert window.post_files.bar is None


def test_without_a_title_an_empty_post_opens(qtbot, window, jekyll):
    window.open_path(jekyll / "_posts/2024-03-07-three.md")
    run(window, "new")
    asked = bar(qtbot, window)
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    assert window.posts.current.path is None


def test_a_new_post_that_is_not_saved_leaves_nothing_on_the_disk(qtbot, window, hugo):
    window.open_path(hugo / "content/posts/one/index.md")
    run(window, "new")
    qtbot.keyClicks(window.post_files.bar.box, "Un")
    asked = bar(qtbot, window)
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.posts.current.path.parent.name == "un")
    assert window.posts.current.is_modified
    run(window, "rename")
    told(qtbot, window, "no file yet")
    assert not (hugo / "content/posts/un").exists()
    window.messages.take_way("post-files", "Save")
    qtbot.waitUntil((hugo / "content/posts/un/index.md").exists)


@pytest.mark.skipif(not shutil.which("jekyll"), reason="Jekyll is not installed")
def test_real_jekyll_builds_what_the_journey_left(qtbot, window, jekyll):
    write_new(qtbot, window, jekyll / "_posts/2024-01-05-one.md", "Un : deux", draft=True)
    run(window, "publish")
    told(qtbot, window, "A post from now on")
    window.open_path(jekyll / "_posts/2024-02-06-two.md")
    run(window, "rename")
    asked = bar(qtbot, window)
    qtbot.keyClicks(asked.box, "2024-02-07-second")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    window.findChild(TextsDialog).press("Rename and mend the links")
    told(qtbot, window, "Renamed")
    command = ["jekyll", "build", "--quiet", "--disable-disk-cache"]
    subprocess.run(command, cwd=jekyll, check=True)
    page = jekyll / f"_site/{TODAY:%Y/%m/%d}/un-deux/index.html"
    assert "Bonjour." in page.read_text()
    # The field `date` says the day, the name the rest.
    assert (jekyll / "_site/2024/02/06/second/index.html").exists()
    one = (jekyll / "_site/2024/01/05/one/index.html").read_text()
    assert "/2024/02/06/second/" in one


@pytest.mark.skipif(not shutil.which("hugo"), reason="Hugo is not installed")
def test_real_hugo_builds_what_the_journey_left(qtbot, window, hugo):
    shutil.copy(hugo / "hugo.toml", hugo / "config.toml")  # as Hugo before 0.110 calls it
    write_new(qtbot, window, hugo / "content/posts/one/index.md", "Un : deux", draft=True)
    run(window, "publish")
    told(qtbot, window, "A post from now on")
    window.open_path(hugo / "content/posts/two/index.md")
    run(window, "rename")
    asked = bar(qtbot, window)
    qtbot.keyClicks(asked.box, "second")
    qtbot.keyClick(asked.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TextsDialog) is not None)
    window.findChild(TextsDialog).press("Rename and mend the links")
    told(qtbot, window, "Renamed")
    subprocess.run(["hugo", "--quiet"], cwd=hugo, check=True)
    assert "Bonjour." in (hugo / "public/posts/un-deux/index.html").read_text()
    assert (hugo / "public/posts/second/index.html").exists()
    assert "/posts/second/" in (hugo / "public/posts/one/index.html").read_text()
