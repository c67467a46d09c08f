"""Images and links that lead nowhere, marked in the source of the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QToolTip

POST = "---\nlayout: post\ntitle: x\n---\n😀 ![a](/assets/no.png)\n\n[b](#no) [c](#yes)\n\n## Yes\n"


@pytest.fixture
def opened(qtbot, window, tmp_path):
    (tmp_path / "blog" / "_posts").mkdir(parents=True)
    (tmp_path / "blog" / "assets").mkdir()
    (tmp_path / "blog" / "_config.yml").write_text("url: https://own.org\n")
    path = tmp_path / "blog" / "_posts" / "2024-01-01-x.md"
    path.write_text(POST)
    window.open_path(path)
    qtbot.waitUntil(lambda: len(marked(window)) == 2)
    return window


def marked(window) -> list[str]:
    return [mark.cursor.selectedText() for mark in window.source.extraSelections()]


def test_what_leads_nowhere_is_underlined(opened):
    assert marked(opened) == ["/assets/no.png", "#no"]


def test_a_mended_address_loses_its_mark(qtbot, opened):
    document = opened.posts.current
    document.replace_text(document.text.replace("#no", "#yes"))
    qtbot.waitUntil(lambda: marked(opened) == ["/assets/no.png"])


def test_a_file_put_there_is_seen_after_a_save(qtbot, opened, tmp_path):
    (tmp_path / "blog" / "assets" / "no.png").write_bytes(b"x")
    document = opened.posts.current
    document.replace_text(document.text + "\n")
    opened.posts.save()
    qtbot.waitUntil(lambda: marked(opened) == ["#no"])


def test_at_the_pointer_it_says_what_is_missing_as_plain_text(opened, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _pane: said.append(text))
    source = opened.source
    mark = source.extraSelections()[0]
    place = source.cursorRect(mark.cursor).center() - QPoint(6, 0)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, source.viewport().mapToGlobal(place))
    QApplication.sendEvent(source.viewport(), event)
    assert said[0].startswith("<span>Line 5: there is no file for the image “/assets/no.png”")


def test_another_post_has_its_own_marks(qtbot, opened):
    opened.posts.new()
    assert marked(opened) == []
    opened.posts.show(opened.posts.documents[0])
    qtbot.waitUntil(lambda: len(marked(opened)) == 2)


def test_the_preview_shows_images_in_each_form_in_which_the_site_writes_them(
    qtbot, window, tmp_path
):
    root = tmp_path / "forms"
    (root / "_posts").mkdir(parents=True)
    (root / "assets").mkdir()
    (root / "_config.yml").write_text("url: https://own.org\nbaseurl: /blog\n")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(root / "assets" / "a.png"))
    forms = (
        "![1](/assets/a.png)",
        "![2]({{ site.baseurl }}/assets/a.png)",
        '![3]({{ "/assets/a.png" | relative_url }})',
        '<img alt="4" src="{{ site.url }}{{ site.baseurl }}/assets/a.png">',
        "![5](https://own.org/blog/assets/a.png)",
        '![6]({{ "/assets/a.png" | absolute_url }})',
    )
    path = root / "_posts" / "2024-01-01-x.md"
    path.write_text("---\nlayout: post\ntitle: x\n---\n" + "\n\n".join(forms) + "\n")
    window.open_path(path)
    script = "[...document.images].filter(image => image.naturalWidth === 40).length"

    def shown() -> bool:
        view = window.findChild(QWebEngineView)
        found = []
        if view is not None:
            world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
            view.page().runJavaScript(script, world, found.append)
            qtbot.waitUntil(lambda: bool(found))
        return found == [len(forms)]

    qtbot.waitUntil(shown, timeout=10_000)
