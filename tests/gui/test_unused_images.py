"""The images that a site does not use, listed in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage

from editor.gui.references.unused_dialog import UnusedDialog
from editor.post_files import trash as trash_module
from editor.post_files.trash import TrashError


@pytest.fixture
def images(tmp_path) -> Path:
    root = tmp_path / "blog"
    (root / "_posts").mkdir(parents=True)
    (root / "assets" / "images").mkdir(parents=True)
    (root / "_config.yml").write_text("title: x\n")
    (root / "_posts" / "2024-01-01-a.md").write_text("![x](/assets/images/used.png)\n")
    for name in ("used", "one", "two"):
        image = QImage(40, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        assert image.save(str(root / "assets" / "images" / f"{name}.png"))
    return root / "assets" / "images"


@pytest.fixture
def dialog(qtbot, window, images) -> UnusedDialog:
    window.open_path(images.parents[1] / "_posts" / "2024-01-01-a.md")
    window.actions_.by_name["unused_images"].trigger()
    dialog = window.unused_images.dialog
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    return dialog


def test_they_are_listed_in_small_with_their_sizes(qtbot, dialog):
    shown = [dialog.list.item(row).text() for row in range(2)]
    assert [text.split("   ")[0] for text in shown] == [
        "assets/images/one.png",
        "assets/images/two.png",
    ]
    assert "2 images" in dialog.says.text()

    def is_red() -> bool:
        icon = dialog.list.item(0).icon().pixmap(72, 48).toImage()
        return icon.pixelColor(icon.width() // 2, icon.height() // 2).red() == 255

    qtbot.waitUntil(is_red)


def test_those_chosen_go_to_the_trash_and_no_other(qtbot, dialog, images, monkeypatch):
    thrown = []
    monkeypatch.setattr(trash_module, "trash", thrown.append)
    assert not dialog.trash_button.isEnabled()
    dialog.list.item(0).setSelected(True)
    qtbot.mouseClick(dialog.trash_button, Qt.MouseButton.LeftButton)
    assert thrown == [images / "one.png"]
    assert dialog.list.count() == 1


def test_a_trash_that_refuses_is_told(qtbot, window, dialog, monkeypatch):
    def refuse(path):
        raise TrashError(path, "there is none")

    monkeypatch.setattr(trash_module, "trash", refuse)
    dialog.list.item(0).setSelected(True)
    qtbot.mouseClick(dialog.trash_button, Qt.MouseButton.LeftButton)
    assert "there is none" in window.messages.texts["unused-images"]
    assert dialog.list.count() == 2


def test_the_folder_is_shown(qtbot, dialog, images, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.list.item(0).setSelected(True)
    qtbot.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    assert opened[0].toLocalFile() == str(images)


def test_what_is_written_and_not_saved_uses_an_image_too(qtbot, window, dialog):
    document = window.posts.current
    document.replace_text(document.text + "![y](/assets/images/two.png)\n")
    window.actions_.by_name["unused_images"].trigger()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)


def test_without_a_site_it_says_so(window):
    window.posts.new()
    window.actions_.by_name["unused_images"].trigger()
    assert "Open a post of a site first" in window.messages.texts["unused-images"]
