"""Every command that changes the text, by its keys in the real window; and the keys of typing.

`|` is the caret, `⟦` and `⟧` are the ends of a selection.
"""

import re

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest

from editor.gui import commands_menu, commands_writing
from editor.gui.main_window import MainWindow
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.theme import LIGHT
from editor.gui.writing.table_size import TableSize
from editor.settings import Settings
from tests.gui.documents import open_document
from tests.marked_texts import put_together, taken_apart

# name: text before, keys, text after
COMMANDS = {
    "undo": ("a|", "x Ctrl+Z", "a|"),
    "redo": ("a|", "x Ctrl+Z Ctrl+Shift+Z", "ax|"),
    "cut": ("a⟦b⟧c", "Ctrl+X", "a|c"),
    "paste": ("a⟦b⟧c", "Ctrl+X Ctrl+V Ctrl+V", "abb|c"),
    "paste_plain": ("a⟦b⟧c", "Ctrl+X Ctrl+Shift+V", "ab|c"),
    "bold": ("a ⟦word⟧ b", "Ctrl+B", "a **⟦word⟧** b"),
    "italic": ("a ⟦word⟧ b", "Ctrl+I", "a *⟦word⟧* b"),
    "strike": ("a ⟦word⟧ b", "Ctrl+Shift+X", "a ~~⟦word⟧~~ b"),
    "code": ("a ⟦word⟧ b", "Ctrl+E", "a `⟦word⟧` b"),
    "heading": ("Ti|tle", "Ctrl+Shift+H", "## Ti|tle"),
    **{f"heading_{n}": ("Ti|tle", f"Ctrl+{n}", f"{'#' * n} Ti|tle") for n in range(1, 7)},
    "promote": ("### Ti|tle", "Alt+PgUp", "## Ti|tle"),
    "demote": ("### Ti|tle", "Alt+PgDown", "#### Ti|tle"),
    "list": ("⟦one\ntwo⟧", "Ctrl+Shift+L", "- ⟦one\n- two⟧"),
    "numbers": ("⟦one\ntwo⟧", "Ctrl+Shift+7", "1. ⟦one\n2. two⟧"),
    "tasks": ("⟦one\ntwo⟧", "Ctrl+Shift+9", "- [ ] ⟦one\n- [ ] two⟧"),
    "task_done": ("- [ ] o|ne", "Ctrl+Return", "- [x] o|ne"),
    "quote": ("a |b", "Ctrl+Shift+B", "> a |b"),
    "code_block": ("⟦one⟧", "Ctrl+Shift+E", "```|\none\n```"),
    "table_tidy": (
        "|a|b|\n|-|-:|\n|c⟦⟧|d|",
        "Alt+Shift+T",
        "| a   |   b |\n| --- | --: |\n| ⟦c⟧   |   d |",
    ),
    "footnote": ("a| b", "Ctrl+Shift+R x", "a[^1] b\n\n[^1]: x|"),
    "rule": ("a|", "Ctrl+Shift+Return b", "a\n\n---\nb|"),
    "excerpt": ("a|\n\nb", "Ctrl+Shift+M", "a\n\n<!--more-->\n|\nb"),
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
    "a list ends": ("- one|", "Return Return t", "- one\n\nt|"),
    "numbers follow": ("1. a|\n2. b", "Return x", "1. a\n2. x|\n3. b"),
    "a task goes on": ("- [x] a|", "Return b", "- [x] a\n- [ ] b|"),
    "a quote goes on and ends": ("> a|", "Return b Return Return c", "> a\n> b\n\nc|"),
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
    "tab in a table": (
        "| ⟦⟧a | b |\n|---|---|\n| c | d |",
        "Tab Tab x Tab y Tab z Shift+Tab",
        "| a | b |\n|---|---|\n| x | ⟦y⟧ |\n| z |  |",
    ),
    "enter in a table": (
        "| a | b |\n|---|---|\n| ⟦⟧c | d |",
        "Return e Return Return f",
        "| a | b |\n|---|---|\n| c | d |\n| e |  |\n\nf⟦⟧",
    ),
    "a table by hand": (
        "⟦⟧",
        "| Space a Space | Space b Space | Tab c Tab d",
        "| a   | b   |\n| --- | --- |\n| c   | d⟦⟧    |",
    ),
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
    shared = SharedPosts(folder / "safety", qapp)
    window = MainWindow(Settings(), LIGHT, shared)
    window.show()
    window.open_path(open_document(folder, "").path)
    yield window
    window.leave()
    shared.stop()
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
    source.shown.replace_text(text)
    source.select(start, end)


def shown(source, like: str) -> str:
    cursor: QTextCursor = source.textCursor()
    text = source.shown.text
    return put_together(text, cursor.selectionStart(), cursor.selectionEnd(), like)


# Commands without keys, from their menu: text before, text after
T = "| a | b |\n|---|---|\n"
FROM_THE_MENU = {
    "highlight": ("⟦one⟧", "```|\none\n```"),  # CommonMark has no tags
    "row_above": (T + "| c⟦⟧ | d |", T + "| ⟦⟧ |  |\n| c | d |"),
    "row_below": (T + "| c⟦⟧ | d |", T + "| c | d |\n| ⟦⟧ |  |"),
    "row_up": (T + "| c | d |\n| e⟦⟧ | f |", T + "| ⟦e⟧ | f |\n| c | d |"),
    "row_down": (T + "| c⟦⟧ | d |\n| e | f |", T + "| e | f |\n| ⟦c⟧ | d |"),
    "delete_row": (T + "| c⟦⟧ | d |\n| e | f |", T + "| ⟦e⟧ | f |"),
    "column_before": (T + "| c⟦⟧ | d |", "|     | a | b |\n| --- |---|---|\n| ⟦⟧    | c | d |"),
    "column_behind": (T + "| c | d⟦⟧ |", "| a | b |     |\n|---|---| --- |\n| c | d | ⟦⟧    |"),
    "delete_column": (T + "| c⟦⟧ | d |", "| b |\n|---|\n| ⟦d⟧ |"),
    "align_left": (T + "| c⟦⟧ | d |", "| a | b |\n|:--|---|\n| ⟦c⟧ | d |"),
    "align_centre": (T + "| c⟦⟧ | d |", "| a | b |\n|:-:|---|\n| ⟦c⟧ | d |"),
    "align_right": (T + "| c⟦⟧ | d |", "| a | b |\n|--:|---|\n| ⟦c⟧ | d |"),
}

ALL = COMMANDS | TYPING


@pytest.mark.parametrize(("before", "keys", "after"), ALL.values(), ids=ALL)
def test_keys_do_what_they_say(source, before, keys, after):
    write(source, before)
    press(source, keys)
    assert shown(source, after) == after


RICH = "<p>un <b>été</b> <a href='https://x.org'>là</a></p>"
PASTED = {
    "rich text": (RICH, "un été là", "a |", "Ctrl+V", "a un **été** [là](https://x.org)|"),
    "rich text as plain": (RICH, "un été là", "a |", "Ctrl+Shift+V", "a un été là|"),
    "rich text undone": (RICH, "un été là", "a |", "Ctrl+V Ctrl+Z", "a |"),
    "an address over words": ("", "https://x.org", "⟦a⟧ b", "Ctrl+V", "[a](https://x.org)| b"),
    "an address as plain": ("", "https://x.org", "⟦a⟧ b", "Ctrl+Shift+V", "https://x.org| b"),
    "a line for each caret": ("", "1\n2", "a|a aa", "Ctrl+D Ctrl+D Ctrl+V", "1 2|"),
    "all for each caret": ("", "1", "a|a aa", "Ctrl+D Ctrl+D Ctrl+V", "1 1|"),
}


@pytest.mark.parametrize(("html", "text", "before", "keys", "after"), PASTED.values(), ids=PASTED)
def test_what_is_pasted_becomes_markdown(source, html, text, before, keys, after):
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
    write(source, before)
    press(source, keys)
    assert shown(source, after) == after


def test_what_several_carets_select_is_copied_line_by_line(source):
    write(source, "a|a b aa")
    press(source, "Ctrl+D Ctrl+D Ctrl+C")
    assert QGuiApplication.clipboard().text() == "aa\naa"


def test_rich_text_dropped_becomes_markdown_where_it_is_dropped(source):
    write(source, "one |two")
    place = QPointF(source.cursorRect().center())
    press(source, "Ctrl+Home")
    mime = QMimeData()
    mime.setText("b")
    mime.setHtml("<b>b</b>")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDropEvent):
        at = place if kind is QDropEvent else place.toPoint()
        event = kind(at, Qt.DropAction.CopyAction, mime, left, none)
        QGuiApplication.sendEvent(source.viewport(), event)
    assert source.shown.text == "one **b**two"
    source.undo()
    assert source.shown.text == "one two"


def test_a_dead_key_s_text_closes_and_reaches_all_carets(source):
    write(source, "a |")
    QGuiApplication.sendEvent(source, QInputMethodEvent("`", []))  # pressed, and nothing yet
    assert source.shown.text == "a "
    event = QInputMethodEvent()
    event.setCommitString("`")
    QGuiApplication.sendEvent(source, event)
    assert shown(source, "|") == "a `|`"
    write(source, "a|a b aa")
    press(source, "Ctrl+D Ctrl+D")
    event = QInputMethodEvent()
    event.setCommitString("ê")
    QGuiApplication.sendEvent(source, event)
    assert source.shown.text == "ê b ê"


def test_alt_and_the_mouse_select_a_block(qtbot, source):
    write(source, "abcd\nefgh\nijkl|")
    corners = []
    for line, column in ((0, 1), (2, 3)):
        cursor = QTextCursor(source.document().findBlockByNumber(line))
        cursor.movePosition(QTextCursor.MoveOperation.Right, n=column)
        corners.append(source.cursorRect(cursor).center())
    left, alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    for kind, place in zip(
        (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove), corners, strict=True
    ):
        global_ = QPointF(source.viewport().mapToGlobal(place))
        event = QMouseEvent(kind, QPointF(place), global_, left, left, alt)
        QGuiApplication.sendEvent(source.viewport(), event)
    press(source, "x")
    assert source.shown.text == "axd\nexh\nixl"
    qtbot.mouseClick(source.viewport(), left, pos=corners[0])
    assert not source.carets.are_several


@pytest.mark.parametrize("name", FROM_THE_MENU)
def test_commands_without_keys_are_in_a_menu(source, only_window, name):
    before, after = FROM_THE_MENU[name]
    write(source, before)
    action = only_window.actions_.by_name[name]
    menus = [only_window.menuBar(), *only_window.actions_.submenus.values()]
    menus += [action.menu() for action in only_window.menuBar().actions()]
    assert any(action in menu.actions() for menu in menus)
    action.trigger()
    assert shown(source, after) == after


def test_a_table_s_size_is_chosen_with_the_arrows(qtbot, source):
    write(source, "words|")
    press(source, "Ctrl+Shift+Y")
    size = source.findChild(TableSize)
    press(size, "Up Left")
    assert size.accessibleName() == "2 rows × 2 columns"
    press(size, "Return")
    table = "|     |     |\n| --- | --- |\n|     |     |\n"
    assert source.shown.text == f"words\n\n{table}"
    qtbot.waitUntil(source.hasFocus)
    press(source, "a Tab b Tab c")
    assert "| a   | b   |\n| --- | --- |\n| c" in source.shown.text


def test_escape_gives_a_table_up(source):
    write(source, "words|")
    press(source, "Ctrl+Shift+Y")
    press(source.findChild(TableSize), "Escape")
    assert source.shown.text == "words"


def test_each_command_of_the_text_is_tested():
    for name in commands_writing.COMMANDS:
        assert name in COMMANDS or name in FROM_THE_MENU, name


def test_each_command_of_the_text_is_pressed_by_its_own_keys():
    for command in commands_menu.commands():
        if command.name in COMMANDS and command.keys:
            pressed = COMMANDS[command.name][1].split()
            assert set(command.keys.split("; ")) & set(pressed), command.name


OTHERS = [
    (command.name, keys)
    for command in commands_menu.commands()
    for keys in filter(None, command.keys.split("; "))
    if command.name not in COMMANDS
]


@pytest.fixture(scope="module")
def still_window(qapp, tmp_path_factory):
    """A window whose commands do nothing but say that they were asked for."""
    shared = SharedPosts(tmp_path_factory.mktemp("still") / "safety", qapp)
    window = MainWindow(Settings(), LIGHT, shared)
    window.posts.ensure_one()
    for action in window.actions_.by_name.values():
        for signal in ("2triggered(bool)", "2toggled(bool)"):
            QObject.disconnect(action, signal, None, None)
    window.show()
    yield window
    window.leave()
    shared.stop()


@pytest.mark.parametrize(("name", "keys"), OTHERS, ids=[name for name, _ in OTHERS])
def test_the_keys_of_every_other_command_ask_for_it(qtbot, still_window, name, keys):
    still_window.activateWindow()
    still_window.setFocus()
    qtbot.waitUntil(still_window.hasFocus)
    with qtbot.waitSignal(still_window.actions_.by_name[name].triggered):
        press(still_window, keys)


def test_no_two_commands_have_the_same_keys():
    seen: dict[str, str] = {}
    for command in commands_menu.commands():
        for keys in filter(None, re.split("; ", command.keys)):
            assert keys not in seen, (command.name, seen[keys])
            seen[keys] = command.name
