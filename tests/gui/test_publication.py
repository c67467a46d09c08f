"""The status line says whether, where and when the post will be published."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage

from editor.edits import Edit
from editor.gui.publication_words import short, whole
from editor.publishing import Publication, Reason

HEAD = "---\ntitle: A\n---\n"


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def opened(window, tmp_path):
    """A window with a post of a Jekyll site in front."""
    (tmp_path / "_config.yml").write_text("permalink: /:year/:title/\nurl: https://a.org\n")
    path = tmp_path / "_posts" / "2024-01-09-l-été.md"
    path.parent.mkdir()
    path.write_text(f"{HEAD}Text.\n", encoding="utf-8")
    window.open_path(path)
    return window


def published(window):
    return window.status.findChild(object, "publication").text()


def test_the_address_and_the_day_are_told_and_follow_the_text(qtbot, opened):
    told = "Will be published at /2024/l-été/ on January 9, 2024"
    qtbot.waitUntil(lambda: published(opened) == told)
    label = opened.status.findChild(object, "publication")
    assert "https://a.org/2024/l-%C3%A9t%C3%A9/" in label.toolTip()
    text = opened.posts.current.text
    opened.posts.current.apply(_inserted(text, "title: A\n", "published: false\n"))
    qtbot.waitUntil(lambda: published(opened) == "Will not be published: it says so itself")


def _inserted(text, after, new):
    place = text.index(after) + len(after)
    return [Edit(place, place, new)]


def test_settings_that_change_on_disk_are_followed(qtbot, opened, tmp_path):
    qtbot.waitUntil(lambda: published(opened).startswith("Will be published at /2024/"))
    qtbot.waitUntil(lambda: opened.site_followers.site_watch._stamp is not None)
    (tmp_path / "_config.yml").write_text("permalink: /other/:title/\ntitle: Another\n")
    qtbot.waitUntil(lambda: published(opened).startswith("Will be published at /other/l-été/"))


def test_the_preview_follows_settings_that_change_on_disk(qtbot, opened, tmp_path):
    def shown():
        with qtbot.waitCallback() as answer:
            page = opened.preview.findChild(QWebEnginePage)
            page.runJavaScript("document.documentElement.innerHTML", 1, answer)
        return answer.args[0] or ""

    opened.posts.current.apply(_inserted(opened.posts.current.text, "Text.\n", "Next line.\n"))
    qtbot.waitUntil(lambda: opened.preview.findChild(QWebEnginePage) is not None)
    qtbot.waitUntil(lambda: "Next line." in shown())
    assert "Text.<br" not in shown()
    qtbot.waitUntil(lambda: opened.site_followers.site_watch._stamp is not None)
    (tmp_path / "_config.yml").write_text("kramdown: {hard_wrap: true}\n")
    qtbot.waitUntil(lambda: "Text.<br" in shown())


def test_a_post_in_no_site_tells_nothing(qtbot, window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# A\n")
    window.open_path(path)
    qtbot.waitUntil(lambda: "1 word" in window.status.texts)
    assert published(window) == ""


def test_a_click_and_enter_tell_the_reason(qtbot, opened):
    qtbot.waitUntil(lambda: published(opened) != "")
    label = opened.status.findChild(object, "publication")
    assert label.accessibleDescription().startswith("Will be published")
    assert label.focusPolicy() == Qt.FocusPolicy.TabFocus
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    QTest.keyClick(label, Qt.Key.Key_Return)


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("is_published", [True, False, None])
def test_every_reason_has_words_without_gaps(reason, is_published):
    facts = {"key": "draft", "name": "x", "end": "2024-01-01", "written": "2024-01-01"}
    made = Publication(is_published, "/a/", None, reason, {**facts, "named": "2024-01-02"})
    for text in (short(made), whole(made)):
        assert "{" not in text
        assert "not known" not in text or is_published is False


def test_what_a_post_says_is_never_html(window):
    made = Publication(True, "/%3Cb%3E/", None)
    window.status.show_publication(made)
    label = window.status.findChild(object, "publication")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<b>" in label.text()
    assert "&lt;b&gt;" in label.toolTip()
