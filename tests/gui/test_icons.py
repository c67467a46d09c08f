"""The icons: every drawing can be drawn, sharp, in the theme's colours."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from editor import resources
from editor.gui import icons
from editor.gui.icons import app_icon, icon
from editor.gui.theme import DARK, LIGHT

DRAWINGS = sorted(path.stem for path in resources.path("icons").glob("*.svg"))
USED = re.compile(r'icon\("([\w-]+)"')

pytestmark = pytest.mark.usefixtures("qapp")


def colours(drawing, size, state=QIcon.State.Off):
    image = drawing.pixmap(QSize(size, size), QIcon.Mode.Normal, state).toImage()
    found = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    return found, image.size()


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name != "blog-editor"])
def test_a_drawing_is_drawn_in_the_colours_of_the_theme(monkeypatch, name):
    monkeypatch.setattr(icons, "_finest_scale", lambda: 4.0)
    found, _ = colours(icon(name, LIGHT), 72)
    assert QColor(LIGHT.muted).name() in found
    found, _ = colours(icon(name, DARK), 72, QIcon.State.On)
    assert QColor(DARK.accent).name() in found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_drawing_is_drawn_anew_for_each_size(monkeypatch, scale):
    monkeypatch.setattr(icons, "_finest_scale", lambda: scale)
    drawing = icon("save", LIGHT)
    for size in (16, 18, round(16 * scale), round(18 * scale)):
        assert colours(drawing, size)[1] == QSize(size, size)
        assert QSize(size, size) in drawing.availableSizes()


def test_an_icon_that_is_not_there_is_an_error():
    with pytest.raises(OSError, match="no-such"):
        icon("no-such", LIGHT)


def test_the_program_has_its_own():
    assert not app_icon().isNull()
    assert not app_icon().pixmap(64, 64).isNull()


def test_every_icon_the_source_names_is_there():
    for path in (Path(resources.__file__).parent / "gui").rglob("*.py"):
        for name in USED.findall(path.read_text(encoding="utf-8")):
            assert name in DRAWINGS, (path.name, name)
