"""All of the main job without a mouse: every step is a key pressed where the focus is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.gui.fields.chips_box import ChipsBox
from editor.gui.finding.find_bar import FindBar
from editor.gui.main_window import MainWindow

GOOGLE = "_posts/2009-05-29-google-wave-en-avant-premiere.md"
IRAN = "2009-06-17-iran-la-rue-tweete.md"


def press(keys: str) -> None:
    """Press keys one after the other where the focus is."""
    for name in keys.split():
        combination = QKeySequence(name)[0]
        key, modifiers = combination.key(), combination.keyboardModifiers()
        if key == Qt.Key.Key_Tab and modifiers == Qt.KeyboardModifier.ShiftModifier:
            key = Qt.Key.Key_Backtab
        _strike(key, modifiers)


def type_(text: str) -> None:
    for letter in text:
        _strike(letter, Qt.KeyboardModifier.NoModifier)


def _strike(key, modifiers) -> None:
    """One key where the focus is; what it opens or closes gets its release."""
    QTest.keyPress(_in_front(), key, modifiers)
    QTest.keyRelease(_in_front(), key, modifiers)


def _in_front():
    """The window that has the focus; where a dialog has closed, a desktop gives it back."""
    if QApplication.focusWindow() is None:
        main = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        main.activateWindow()
        QApplication.processEvents()
    return QApplication.focusWindow()


def focused(kind: type) -> bool:
    return isinstance(QApplication.focusWidget(), kind)


@pytest.fixture
def ready(qtbot, window, site):
    """The window in front, its posts listed."""
    window.open_path(site / "_posts" / IRAN)
    window.posts_column.build()
    pane = window.posts_column.pane
    qtbot.waitUntil(lambda: len(pane.titles) > 15, timeout=20_000)
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    return window


def test_open_write_tag_save_look_and_find_by_keys_alone(qtbot, ready, site):
    window, path = ready, site / GOOGLE

    press("Ctrl+P")  # a post by a part of its title
    qtbot.waitUntil(lambda: focused(QLineEdit))
    type_("google wave")
    press("Return")
    qtbot.waitUntil(lambda: window.posts.current.path == path)

    press("Ctrl+T")  # the title, in the form
    qtbot.waitUntil(lambda: QApplication.focusWidget().accessibleName() == "Title")
    press("End")
    type_(" !")
    qtbot.waitUntil(lambda: "avant-première !" in window.posts.current.text)

    for _ in range(12):  # on to the tags
        if isinstance(QApplication.focusWidget().parent(), ChipsBox) and focused(QLineEdit):
            break
        press("Tab")
    assert QApplication.focusWidget().accessibleName() == "Tags"
    type_("essai")
    press("Return")
    qtbot.waitUntil(lambda: "essai" in window.posts.current.text)

    press("Ctrl+Shift+T")  # the source
    qtbot.waitUntil(window.source.hasFocus)
    press("Ctrl+End Return")
    type_("Du **gras**.")
    with qtbot.waitSignal(window.posts.current.saved):
        press("Ctrl+S")
    saved = path.read_text(encoding="utf-8")
    assert all(words in saved for words in ("avant-première !", "essai", "Du **gras**."))

    press("Ctrl+F7")  # the preview, and back
    qtbot.waitUntil(lambda: not window.source.hasFocus())
    assert window.preview.isAncestorOf(QApplication.focusWidget())
    press("Ctrl+Shift+T")
    qtbot.waitUntil(window.source.hasFocus)

    press("Ctrl+F")
    qtbot.waitUntil(lambda: focused(QLineEdit))
    type_("gras")
    bar = window.findChild(FindBar)
    qtbot.waitUntil(lambda: window.source.textCursor().selectedText() == "gras")
    press("Escape")
    qtbot.waitUntil(window.source.hasFocus)
    assert not bar.isVisible()


def test_posts_are_searched_and_opened_by_keys_alone(qtbot, ready):
    press("Shift+F9")
    pane = ready.posts_column.pane
    qtbot.waitUntil(pane.search.hasFocus)
    type_("bing moteur")
    only = ["2009", "Bing, le moteur de décision"]  # by its title at once; once read, by its text
    qtbot.waitUntil(lambda: not pane.is_asking and pane.titles == only, timeout=20_000)
    press("Down")
    qtbot.waitUntil(pane.list.hasFocus)
    press("Return")
    qtbot.waitUntil(lambda: "bing" in ready.posts.current.path.name)
    qtbot.waitUntil(ready.source.hasFocus)


def test_any_command_is_found_by_keys_alone(qtbot, ready):
    press("Ctrl+End Return")
    type_("mot")
    press("Ctrl+Shift+Left Ctrl+Shift+P")
    qtbot.waitUntil(lambda: focused(QLineEdit))
    type_("bold")
    press("Return")
    qtbot.waitUntil(lambda: ready.posts.current.text.endswith("**mot**"))
    qtbot.waitUntil(ready.source.hasFocus)


@pytest.mark.usefixtures("ready")
def test_tab_goes_through_the_form_from_the_top_to_its_end():
    press("Ctrl+T")
    names = []
    while len(names) < 20 and QApplication.focusWidget().accessibleName() != "Add a field":
        names.append(QApplication.focusWidget().accessibleName())
        press("Tab")
    assert names[0] == "Title"
    assert all(names)
    assert {"Date", "Layout", "Tags"} <= set(names)
    press("Shift+Tab")
    assert QApplication.focusWidget().accessibleName() == names[-1]


def test_nothing_that_comes_later_takes_the_focus(qtbot, window, site):
    window.activateWindow()
    window.open_path(site / GOOGLE)
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    took = []
    QApplication.instance().focusChanged.connect(lambda _old, new: took.append(new))
    window.posts_column.build()
    pane = window.posts_column.pane
    qtbot.waitUntil(lambda: len(pane.titles) > 15, timeout=20_000)
    assert took == []
    window.actions_.by_name["show_outline"].setChecked(True)
    assert window.source.hasFocus()
