"""The guide, what the program says of itself, and the report of it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from editor.gui import commands_menu
from editor.gui.help.about import About
from editor.gui.help.guide import Guide, guide_text, with_keys
from editor.gui.help.report import report, without_home
from editor.settings import Settings

NAMES = {command.name for command in commands_menu.commands()}


def shown(qtbot, window) -> Guide:
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    QTest.keyClick(window.source, Qt.Key.Key_F1)
    guide = window.findChild(Guide)
    qtbot.waitUntil(guide.isVisible)
    return guide


def test_its_key_shows_the_guide_with_the_keys_as_they_are(qtbot, window):
    window.posts.new()
    guide = shown(qtbot, window)
    assert guide.shown.startswith("A short guide")
    assert "Ctrl+Shift+P" in guide.shown
    assert "{key" not in guide.shown
    window.actions_.set_keys({"bold": "Ctrl+Alt+F12", "italic": ""})
    again = shown(qtbot, window)
    assert again is guide
    assert "Ctrl+Alt+F12, in the menu" in guide.shown
    QTest.keyClick(guide.focusWidget() or guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_guide_names_commands_there_are(language):
    named = set(re.findall(r"\{key:(\w+)\}", guide_text(language)))
    assert named <= NAMES
    assert {"palette", "preferences", "bold", "show_head"} <= named


def test_both_guides_tell_the_same():
    def parts(language):
        text = guide_text(language)
        return len(re.findall("^#", text, re.MULTILINE)), re.findall(r"\{key:\w+\}", text)

    assert parts("en") == parts("fr")


def test_french_has_its_no_break_spaces_in_the_guide():
    missing = re.compile(r"(?<!\u00a0)»|«(?!\u00a0)|(?<!\u202f)[;!?]|(?<=\w) :|'")
    assert missing.findall(re.sub(r"\{key:\w+\}", "", guide_text("fr"))) == []


def test_a_language_without_a_guide_has_the_english_one():
    assert guide_text("de") == guide_text("en")


def test_keys_of_backquotes_are_shown(qapp):  # noqa: ARG001 - there must be an application
    action = QAction("x")
    action.setShortcut("Ctrl+`")
    assert with_keys("{key:a} {key:b}", {"a": action}, "none") == "`` Ctrl+` `` none"


def test_a_report_has_versions_and_settings_and_no_name_of_a_file():
    settings = Settings(theme="dark", recent=("/home/me/secret.md",), window="AAAA")
    text = report(settings, "jekyll")
    assert "Python" in text
    assert "PySide6" in text
    assert "jekyll" in text
    assert '"theme": "dark"' in text
    assert "secret" not in text
    assert "AAAA" not in text
    assert without_home(f"{Path.home()}/x") == "~/x"


def test_the_report_is_copied_by_its_button(qtbot, window):
    window.posts.new()
    window.actions_.by_name["about"].trigger()
    about = window.findChild(About)
    about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.waitUntil(about.isVisible)
    copy, close = about.findChildren(QPushButton)
    copy.setFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == about.report
    QTest.keyClick(close, Qt.Key.Key_Space)
    assert not about.isVisible()
    QGuiApplication.clipboard().clear()
