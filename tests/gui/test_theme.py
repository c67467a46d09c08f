"""The looks: complete, readable, chosen by the writer or the system."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from editor.gui import theme as themes
from editor.gui.theme import (
    CONTRAST,
    CONTRAST_DARK,
    DARK,
    LIGHT,
    THEMES,
    chosen_theme,
    palette,
    style_sheet,
    theme_of,
)

pytestmark = pytest.mark.usefixtures("qapp")
ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


def luminance(colour):
    """As WCAG 2.2 defines it."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@ALL
def test_every_colour_is_one(theme):
    for name, colour in asdict(theme).items():
        assert name == "name" or re.fullmatch("#[0-9a-f]{6}", colour), name


@ALL
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "paper"),
        ("text", "panel"),
        ("text", "field"),
        ("text", "selection"),
        ("text", "caret_line"),
        ("muted", "paper"),
        ("muted", "panel"),
        ("accent", "paper"),
        ("accent", "accent_ground"),
        ("accent_text", "accent"),
        ("warning", "warning_ground"),
        ("error", "error_ground"),
        ("code", "paper"),
        ("string", "paper"),
        ("text", "found"),
    ],
)
def test_what_is_read_stands_out_from_its_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= (
        7 if theme.is_contrast else 4.5
    )


@ALL
def test_line_numbers_and_marks_can_still_be_seen(theme):
    assert contrast(theme.faint, theme.paper) >= (7 if theme.is_contrast else 3)
    assert contrast(theme.faint, theme.caret_line) >= (7 if theme.is_contrast else 3)


@pytest.mark.parametrize("theme", [CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_in_high_contrast_the_borders_of_what_one_types_in_can_be_seen(theme):
    """WCAG 2.2, 1.4.11."""
    assert contrast(theme.line, theme.panel) >= 3
    assert contrast(theme.line, theme.field) >= 3


@ALL
def test_a_look_is_known_again_by_its_colours_and_has_its_opposite(theme):
    assert theme_of(palette(theme)) is theme
    assert THEMES[theme.opposite].is_dark is not theme.is_dark
    assert THEMES[theme.opposite].is_contrast is theme.is_contrast


def test_the_writer_s_choice_comes_before_the_system_s(monkeypatch):
    monkeypatch.setattr(themes, "system_is_dark", lambda: True)
    assert chosen_theme("light") is LIGHT
    assert chosen_theme("dark") is DARK
    assert chosen_theme("contrast") is CONTRAST
    assert chosen_theme("a look of another version") is DARK
    assert chosen_theme("") is DARK
    monkeypatch.setattr(themes, "system_is_dark", lambda: False)
    assert chosen_theme("") is LIGHT


def test_the_system_can_be_asked():
    assert themes.system_is_dark() in (True, False)


def test_the_dark_look_is_dark():
    assert DARK.is_dark
    assert not LIGHT.is_dark
    assert luminance(DARK.paper) < luminance(DARK.text)
    assert luminance(LIGHT.paper) > luminance(LIGHT.text)


@ALL
def test_qt_s_own_widgets_get_the_colours(theme):
    colours = palette(theme)
    assert colours.color(QPalette.ColorRole.Base).name() == theme.paper
    assert colours.color(QPalette.ColorRole.Text).name() == theme.text
    disabled = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == theme.faint


@ALL
def test_the_style_sheet_has_no_placeholder_left_and_qt_takes_it(qtbot, theme):
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)  # what Qt cannot read it warns of, which fails the test
    widget.show()
