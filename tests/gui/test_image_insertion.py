"""Images pasted, dropped and chosen, in the real window, on real files."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.gui.references.image_bar import ImageBar

POST = "---\nlayout: post\ntitle: x\n---\nBefore. After.\n\n![old](/assets/img/2023/old.png)\n"


@pytest.fixture
def post(tmp_path) -> Path:
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "assets" / "img").mkdir(parents=True)
    (root / "_config.yml").write_text("title: x\n")
    path = root / "_posts" / "2024-01-01-a-day-out.md"
    path.write_text(POST)
    return path


@pytest.fixture
def opened(window, post):
    window.open_path(post)
    cursor = window.source.textCursor()
    cursor.setPosition(POST.index("After"))
    window.source.setTextCursor(cursor)
    window.source.setFocus()
    return window


def bar_of(qtbot, window) -> ImageBar:
    """The bar, once it has looked at the image."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ImageBar)))
    bar = window.findChild(ImageBar)
    qtbot.waitUntil(bar.insert_button.isEnabled)
    return bar


def photo(path: Path, size=(2000, 1000)) -> Path:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", size, "green").save(path, "JPEG", exif=exif)
    return path


def drop(window, *paths: Path, at: QPoint | None = None) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = at or window.source.cursorRect().center()
    action = Qt.DropAction.CopyAction
    viewport = window.source.viewport()
    entering = QDragEnterEvent(place, action, mime, buttons, keys)
    QApplication.sendEvent(viewport, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(place), action, mime, buttons, keys))


def paste_picture(qtbot, window) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window.source, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_picture_pasted_is_described_kept_and_written(qtbot, opened, post):
    paste_picture(qtbot, opened)
    bar = bar_of(qtbot, opened)
    assert "a-day-out-1.png" in bar.goes_to.text()
    qtbot.keyClicks(bar.alt_box, "Red [sea]")
    qtbot.keyClick(bar.alt_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.isVisible())
    written = r"Before. ![Red \[sea\]](/assets/img/2023/a-day-out-1.png)After."
    assert written in opened.posts.current.text
    kept = post.parents[1] / "assets/img/2023/a-day-out-1.png"
    assert QImage(str(kept)).size().width() == 30
    opened.posts.current.qt.undo()
    assert opened.posts.current.text == POST


def test_esc_leaves_no_file_and_no_change(qtbot, opened, post):
    paste_picture(qtbot, opened)
    bar = bar_of(qtbot, opened)
    qtbot.keyClick(bar.alt_box, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert opened.posts.current.text == POST
    assert list((post.parents[1] / "assets" / "img").rglob("*.*")) == []
    assert opened.source.hasFocus()


def test_one_can_go_on_typing_while_the_bar_waits(qtbot, opened):
    paste_picture(qtbot, opened)
    bar = bar_of(qtbot, opened)
    cursor = opened.source.textCursor()
    cursor.setPosition(POST.index("Before"))
    opened.source.setTextCursor(cursor)
    qtbot.keyClicks(opened.source, "Long ")
    bar.insert_button.click()
    qtbot.waitUntil(lambda: not bar.isVisible())
    written = "Long Before. ![](/assets/img/2023/a-day-out-1.png)After."
    assert written in opened.posts.current.text


def test_photos_dropped_are_narrowed_and_lose_place_and_camera(qtbot, opened, post, tmp_path):
    drop(opened, photo(tmp_path / "one.jpg"), photo(tmp_path / "two.jpg"))
    for alt in ("One", "Two"):
        bar = bar_of(qtbot, opened)
        bar.width_box.setCurrentIndex(bar.width_box.findData(800))
        bar.alt_box.setText(alt)
        text = opened.posts.current.text
        bar.insert_button.click()
        qtbot.waitUntil(lambda text=text: opened.posts.current.text != text)
    text = opened.posts.current.text
    folder = "/assets/img/2023"
    assert f"![One]({folder}/a-day-out-1.jpg)\n![Two]({folder}/a-day-out-2.jpg)" in text
    for kept in (post.parents[1] / "assets/img/2023").glob("a-day-out-*"):
        assert b"A camera" not in kept.read_bytes()
        assert QImage(str(kept)).size().toTuple() == (800, 400)


def test_a_file_of_the_site_is_linked_where_it_lies(qtbot, opened, post):
    there = photo(post.parents[1] / "assets" / "already.jpg", (20, 10))
    drop(opened, there)
    bar = bar_of(qtbot, opened)
    assert "/assets/already.jpg" in bar.goes_to.text()
    bar.insert_button.click()
    qtbot.waitUntil(lambda: "![](/assets/already.jpg)" in opened.posts.current.text)


def test_images_are_chosen_by_the_command(qtbot, opened, tmp_path, monkeypatch):
    chosen = photo(tmp_path / "one.jpg", (20, 10))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(chosen)], ""))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(opened.source, Qt.Key.Key_I, keys)
    bar_of(qtbot, opened).insert_button.click()
    qtbot.waitUntil(lambda: "a-day-out-1.jpg" in opened.posts.current.text)


def test_what_is_no_picture_is_told_with_its_name(qtbot, opened, tmp_path):
    broken = tmp_path / "<b>broken.png"
    broken.write_bytes(b"no picture")
    drop(opened, broken)
    qtbot.waitUntil(lambda: "image" in opened.messages.texts)
    assert opened.messages.texts["image"].startswith("<b>broken.png: it is no picture")
    assert not opened.findChild(ImageBar).isVisible()


def test_a_folder_that_takes_no_file_is_told(qtbot, opened, post):
    (post.parents[1] / "assets" / "img" / "2023").write_text("a file in the way")
    paste_picture(qtbot, opened)
    bar_of(qtbot, opened).insert_button.click()
    qtbot.waitUntil(lambda: "image" in opened.messages.texts)
    assert "could not be kept in the site" in opened.messages.texts["image"]
    assert opened.posts.current.text == POST


def test_a_new_post_is_to_be_saved_first(qtbot, window, post, monkeypatch):
    window.posts.new()
    paste_picture(qtbot, window)
    assert "Save the post first" in window.messages.texts["image"]
    path = post.with_name("2024-02-02-new.md")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.messages.take_way("image", "Save as…")
    bar_of(qtbot, window).insert_button.click()
    qtbot.waitUntil(lambda: "new-1.png" in window.posts.current.text)


def test_text_beside_a_picture_is_pasted_as_text(qtbot, opened):
    mime = QMimeData()
    mime.setText("cells")
    mime.setImageData(QImage(3, 3, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(opened.source, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Before. cellsAfter." in opened.posts.current.text
    assert not opened.findChildren(ImageBar)


def test_a_post_dropped_is_opened(opened, post):
    other = post.with_name("2024-03-03-other.md")
    other.write_text("other")
    drop(opened, other)
    assert opened.posts.current.path == other


def test_a_drawing_is_kept_to_the_byte(qtbot, opened, post, tmp_path):
    drawing = tmp_path / "a.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    drop(opened, drawing)
    bar = bar_of(qtbot, opened)
    assert not bar.width_box.isVisible()
    bar.insert_button.click()
    qtbot.waitUntil(lambda: "a-day-out-1.svg" in opened.posts.current.text)
    kept = post.parents[1] / "assets/img/2023/a-day-out-1.svg"
    assert kept.read_bytes() == drawing.read_bytes()


def test_a_bmp_is_kept_as_png(qtbot, opened, tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (5, 5)).save(out, "BMP")
    (tmp_path / "a.bmp").write_bytes(out.getvalue())
    drop(opened, tmp_path / "a.bmp")
    bar_of(qtbot, opened).insert_button.click()
    qtbot.waitUntil(lambda: "a-day-out-1.png" in opened.posts.current.text)
