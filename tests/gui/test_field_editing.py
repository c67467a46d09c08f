"""The form on a site: what its posts teach, files that fields name, values set back, mends."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from editor import front_matter
from editor.gui.fields.file_pictures import FilesAsked, find_files, picture_of
from editor.site import Site

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # to raise a popup


@pytest.fixture
def jekyll(tmp_path):
    """A site of five posts that agree on their fields."""
    (tmp_path / "jekyll" / "_posts").mkdir(parents=True)
    (tmp_path / "jekyll" / "_config.yml").write_text("title: Blog\n")
    for day in range(1, 6):
        post = tmp_path / "jekyll" / "_posts" / f"2024-01-0{day}-a.md"
        post.write_text(
            f"---\nlayout: post\ntitle: Post {day}\nauthor: claire\nrating: {day}\n"
            "tags: [web, twitter]\nimage: /img/a.png\n---\nBody.\n"
        )
    (tmp_path / "jekyll" / "img").mkdir()
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.save(str(tmp_path / "jekyll" / "img" / "a.png"))
    return tmp_path / "jekyll"


def opened(window, path: Path, text: str | None = None):
    if text is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert window.open_path(path)
    return window.posts.current


def typed(qtbot, window, key: str, text: str):
    window.form.focus_field(key)
    box = window.form.box(key)
    qtbot.keyClicks(box.focusProxy() or box, text)


USUAL = ["title", "layout", "author", "rating", "tags", "image"]


def test_an_empty_post_shows_the_site_s_fields_in_their_order(qtbot, window, jekyll):
    document = opened(window, jekyll / "_drafts" / "new.md", "")
    qtbot.waitUntil(lambda: window.form.keys == USUAL)
    assert all(window.form.box(key).property("absent") for key in USUAL)
    typed(qtbot, window, "rating", "4")
    typed(qtbot, window, "title", "[New]")
    assert front_matter.read(document.text).field("title").value == "[New]"
    assert front_matter.read(document.text).field("rating").value == 4
    assert not window.form.box("title").property("absent")


def test_tags_and_authors_of_the_site_are_offered(qtbot, window, jekyll):
    opened(window, jekyll / "_posts" / "2024-01-01-a.md")
    qtbot.waitUntil(lambda: bool(window.form.box("author").completion.values))
    assert window.form.box("author").completion.values == (("claire", 5),)
    assert window.form.box("tags").completion.values == ()  # it has both already
    opened(window, jekyll / "_drafts" / "new.md", "")
    assert window.form.box("tags").completion.values == (("twitter", 5), ("web", 5))


def test_a_saved_post_teaches_too(qtbot, window, jekyll):
    document = opened(window, jekyll / "_posts" / "2024-01-01-a.md")
    qtbot.waitUntil(lambda: bool(window.form.box("author").completion.values))
    typed(qtbot, window, "author", "x")
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    wanted = (("claire", 4), ("xclaire", 1))
    qtbot.waitUntil(lambda: set(window.form.box("author").completion.values) == set(wanted))


def test_front_matter_comes_in_the_format_of_the_site_s_posts(qtbot, window, tmp_path):
    posts = tmp_path / "hugo" / "content" / "posts"
    posts.mkdir(parents=True)
    (tmp_path / "hugo" / "hugo.toml").write_text('title = "Blog"\n')
    for number in range(4):
        (posts / f"{number}.md").write_text('+++\ntitle = "A"\nweight = 1\n+++\n')
    document = opened(window, posts / "new.md", "Body.\n")
    qtbot.waitUntil(lambda: window.form.keys == ["title", "weight"])
    typed(qtbot, window, "title", "New")
    assert document.text == '+++\ntitle = "New"\n+++\n\nBody.\n'


def test_a_value_set_back_has_its_own_characters_again(qtbot, window, tmp_path):
    text = "---\ntitle: >-\n  A title that is\n  folded by hand\nlayout: 'post'\n---\nBody.\n"
    document = opened(window, tmp_path / "post.md", text)
    typed(qtbot, window, "title", "xy")
    assert document.text != text
    box = window.form.box("title")
    for _ in range(2):
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert document.text == text


def test_a_file_is_named_as_the_site_names_files(qtbot, window, jekyll):
    document = opened(window, jekyll / "_drafts" / "new.md", "---\ntitle: A\n---\n")
    qtbot.waitUntil(lambda: window.form.keys == USUAL)
    window.fields.take_file("image", jekyll / "img" / "a.png")
    assert "image: /img/a.png\n" in document.text
    qtbot.waitUntil(lambda: window.form.box("image").has_picture)
    window.fields.take_file("image", jekyll.parent / "elsewhere.png")
    assert "elsewhere" not in document.text
    assert any("outside the site" in note.accessibleName() for note in window.form.problem_notes)


def test_a_file_that_is_not_there_is_told(qtbot, window, jekyll):
    text = "---\ntitle: A\nimage: /img/gone.png\n---\n"
    opened(window, jekyll / "_drafts" / "new.md", text)
    qtbot.waitUntil(lambda: window.form.box("image").is_missing)


def test_a_mend_is_made_where_the_fault_stands_by_now(qtbot, window, tmp_path):
    text = "---\nlayout: post\ntitle: A : b\n---\nBody.\n"
    document = opened(window, tmp_path / "post.md", text)
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    problem = window.form._problems[0]
    document.replace_text(text.replace("layout: post\n", "layout: post\nlang: fr\nx: y\n"))
    window.form.mend_asked.emit(problem)
    assert front_matter.read(document.text).field("title").value == "A : b"
    assert front_matter.read(document.text).problems == ()
    document.qt.undo()
    assert "title: A : b\n" in document.text


def test_pictures_of_what_is_none_or_no_plain_picture_are_not_made(tmp_path, jekyll):
    (tmp_path / "x.png").write_bytes(b"no picture")
    (tmp_path / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert picture_of(tmp_path / "x.png") is None
    assert picture_of(tmp_path / "x.svg") is None
    assert picture_of(tmp_path / "gone.png") is None
    picture = picture_of(jekyll / "img" / "a.png")
    assert (picture.width(), picture.height()) == (58, 44)


def test_addresses_on_the_web_are_not_looked_for(jekyll):
    asked = FilesAsked(("https://example.org/a.png", "/no.png"), Site(jekyll, "jekyll"), None)
    found = find_files(asked)
    assert [file.is_missing for file in found.values()] == [False, True]


def test_a_tag_that_is_told_beside_the_preview_is_not_told_in_the_form(qtbot, window, jekyll):
    opened(window, jekyll / "_posts" / "2024-02-01-a.md", "---\ntitle: A\n---\n{% nosuch %}\n")
    preview = window.actions_.by_name["show_preview"]
    preview.setChecked(False)
    qtbot.waitUntil(lambda: len(window.form.problem_notes) == 1)
    assert "nosuch" in window.form.problem_notes[0].accessibleName()
    preview.setChecked(True)
    qtbot.waitUntil(lambda: not window.form.problem_notes)
