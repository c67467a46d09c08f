"""Every command that changes the text, by its keys in the real window; and the keys of typing.

`|` is the caret, `⟦` and `⟧` are the ends of a selection.
"""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from editor.gui import commands_menu
from editor.gui.main_window import MainWindow
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.theme import LIGHT
from editor.settings import Settings
from tests.gui.documents import open_document
from tests.marked_texts import put_together, taken_apart

# What is no change of the text, and tested elsewhere by its keys.
NOT_OF_THE_TEXT = set(
    re.findall(
        r"\w+",
        """new open open_folder go_to_post save save_as new_window close quit copy select_all
        go_to_line go_to_heading find replace find_next find_previous suggest next_mistake
        add_field link image to_form to_source show_form show_preview show_head
        zoom_in zoom_out zoom_reset full_screen""",
    )
)

# name: text before, keys, text after
COMMANDS = {
    "undo": ("a|", "x Ctrl+Z", "a|"),
    "redo": ("a|", "x Ctrl+Z Ctrl+Shift+Z", "ax|"),
    "cut": ("a⟦b⟧c", "Ctrl+X", "a|c"),
    "paste": ("a⟦b⟧c", "Ctrl+X Ctrl+V Ctrl+V", "abb|c"),
    "paste_plain": ("a⟦b⟧c", "Ctrl+X Ctrl+Shift+V", "ab|c"),
    "bold": ("a ⟦word⟧ b", "Ctrl+B", "a **⟦word⟧** b"),
    "italic": ("a ⟦word⟧ b", "Ctrl+I", "a *⟦word⟧* b"),
    "code": ("a ⟦word⟧ b", "Ctrl+E", "a `⟦word⟧` b"),
    "heading": ("Ti|tle", "Ctrl+Shift+H", "## Ti|tle"),
    "list": ("⟦one\ntwo⟧", "Ctrl+Shift+L", "- ⟦one\n- two⟧"),
    "quote": ("a |b", "Ctrl+Shift+B", "> a |b"),
    "select_next": ("one t|wo two", "Ctrl+D Ctrl+D x", "one x x|"),
    "move_up": ("a\nb|", "Alt+Up", "b|\na"),
    "move_down": ("a|\nb", "Alt+Down", "b\na|"),
    "duplicate": ("a|", "Ctrl+Shift+D", "a\na|"),
    "join": ("a|\nb", "Ctrl+J", "a| b"),
    "delete_lines": ("a\nb|\nc", "Ctrl+Shift+K", "a\nc|"),
}

# what: text before, keys, text after
TYPING = {
    "a list goes on": ("- one|", "Return t w o", "- one\n- two|"),
    "a list ends": ("- one|", "Return Return t", "- one\nt|"),
    "numbers follow": ("1. a|\n2. b", "Return x", "1. a\n2. x|\n3. b"),
    "a task goes on": ("- [x] a|", "Return b", "- [x] a\n- [ ] b|"),
    "a quote goes on and ends": ("> a|", "Return b Return Return c", "> a\n> b\nc|"),
    "the same paragraph": ("- a|", "Shift+Return b", "- a\n  b|"),
    "an entry nests": ("- a|", "Return Tab b", "- a\n  - b|"),
    "an entry goes up": ("- a\n  - b|", "Shift+Tab", "- a\n- b|"),
    "a pair of brackets": ("a |", "( b )", "a (b)|"),
    "a pair undone": ("a |", "( Ctrl+Z", "a |"),
    "a pair undone behind other letters": ("|", "a Space ( Ctrl+Z", "a |"),
    "what was typed into a pair is undone before it": ("|", "( b Ctrl+Z", "(|)"),
    "a pair taken back": ("a |", "( Backspace", "a |"),
    "a selection in brackets": ("a ⟦b⟧", "(", "a (⟦b⟧)"),
    "a selection in stars twice": ("a ⟦b⟧", "* *", "a **⟦b⟧**"),
    "an apostrophe": ("l|", "' a", "l'a|"),
    "a fence": ("|", "` ` `", "```|"),
    "two and two": ("|", "2 Space * Space 2", "2 * 2|"),
    "bold by hand": ("|", "* * a * *", "**a**|"),
    "home goes to the words, then to the start": ("- wo|rd", "Home x Home Home y", "y|- xword"),
    "home selects": ("- wo|rd", "Shift+Home", "- ⟦wo⟧rd"),
    "typing at several": ("a|a b aa", "Ctrl+D Ctrl+D x y", "xy b xy|"),
    "typing at several is one step": ("a|a b aa", "Ctrl+D Ctrl+D x y Ctrl+Z Esc", "aa b aa|"),
    "brackets at several": ("a|a b aa", "Ctrl+D Ctrl+D (", "(aa) b (⟦aa⟧)"),
    "backspace at several": ("a|a b aa", "Ctrl+D Ctrl+D x y Backspace", "x b x|"),
    "delete at several": ("a|a b aa", "Ctrl+D Ctrl+D Delete", " b |"),
    "a word deleted at several": ("a|a b aa", "Ctrl+D Ctrl+D Right Ctrl+Backspace", " b |"),
    "arrows at several": ("a|a b aa", "Ctrl+D Ctrl+D Left x", "xaa b x|aa"),
    "a new line at several": ("a|a b aa", "Ctrl+D Ctrl+D Return", "\n b \n|"),
    "cut at several": ("a|a b aa", "Ctrl+D Ctrl+D Ctrl+X", " b |"),
    "bold at several": ("a|a b aa", "Ctrl+D Ctrl+D Ctrl+B", "**aa** b **⟦aa⟧**"),
    "one again": ("a|a b aa", "Ctrl+D Ctrl+D Esc x", "aa b x|"),
    "a block": ("a|b\ncd\nef", "Alt+Shift+Down Alt+Shift+Down x", "axb\ncxd\nex|f"),
    "a block with a width": (
        "|ab\ncd",
        "Alt+Shift+Right Alt+Shift+Down x",
        "xb\nx|d",
    ),
    "lines past the end of a block": ("abc|\nd", "Alt+Shift+Down x", "abcx\ndx|"),
}


def press(widget, keys: str) -> None:
    """Press keys written as in the catalogue, one after the other with blanks between."""
    for name in keys.split():
        if len(name) == 1:
            QTest.keyClicks(widget, name)
            continue
        combination = QKeySequence(name)[0]
        key, modifiers = combination.key(), combination.keyboardModifiers()
        if key == Qt.Key.Key_Tab and modifiers == Qt.KeyboardModifier.ShiftModifier:
            key = Qt.Key.Key_Backtab
        QTest.keyClick(widget, key, modifiers)


@pytest.fixture(scope="module")
def only_window(qapp, tmp_path_factory):
    """One window for all: to open one takes longer than a test."""
    folder = tmp_path_factory.mktemp("keys")
    window = MainWindow(Settings(), LIGHT, SharedPosts(folder / "safety", qapp))
    window.show()
    window.open_path(open_document(folder, "").path)
    yield window
    window.leave()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def source(qtbot, only_window):
    """The source of a window in which key combinations reach the commands."""
    only_window.activateWindow()
    only_window.source.setFocus()
    qtbot.waitUntil(only_window.source.hasFocus)
    return only_window.source


def write(source, marked: str) -> None:
    text, start, end = taken_apart(marked)
    source.carets.end()
    source._document.replace_text(text)
    source.select(start, end)


def shown(source, like: str) -> str:
    cursor: QTextCursor = source.textCursor()
    text = source._document.text
    return put_together(text, cursor.selectionStart(), cursor.selectionEnd(), like)


ALL = COMMANDS | TYPING


@pytest.mark.parametrize(("before", "keys", "after"), ALL.values(), ids=ALL)
def test_keys_do_what_they_say(source, before, keys, after):
    write(source, before)
    press(source, keys)
    assert shown(source, after) == after


def test_each_command_with_keys_is_tested_by_its_keys():
    for command in commands_menu.commands():
        if not command.keys or command.name in NOT_OF_THE_TEXT:
            continue
        assert command.name in COMMANDS, command.name
        pressed = COMMANDS[command.name][1].split()
        assert set(command.keys.split("; ")) & set(pressed), command.name


def test_no_two_commands_have_the_same_keys():
    seen: dict[str, str] = {}
    for command in commands_menu.commands():
        for keys in filter(None, re.split("; ", command.keys)):
            assert keys not in seen, (command.name, seen[keys])
            seen[keys] = command.name
