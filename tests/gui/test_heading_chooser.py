"""The outline: a post's headings to choose one from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from editor.gui.heading_chooser import HeadingChooser

TEXT = (
    "---\ntitle: x\n---\n\n## Été\n\nwords\n\n### Le *soir*\n\n```\n# no\n```\n\n## L'hiver & co\n"
)


@pytest.fixture
def choose(qtbot):
    def opened(text: str = TEXT, line: int = 0) -> HeadingChooser:
        chooser = HeadingChooser(text, line)
        qtbot.addWidget(chooser)
        chooser.show()
        return chooser

    return opened


def test_headings_stand_by_their_levels(choose):
    assert choose().listed == ["Été", "\u2003Le soir", "L'hiver & co"]


@pytest.mark.parametrize(("line", "row"), [(0, 0), (4, 0), (7, 0), (8, 1), (13, 1), (14, 2)])
def test_the_heading_above_the_caret_is_the_current_one(choose, line, row):
    assert choose(line=line).current_row == row


def test_typing_finds_headings_whatever_their_accents_and_enter_chooses(qtbot, choose):
    chooser = choose()
    search = chooser.findChild(QLineEdit)
    QTest.keyClicks(search, "SOIR le")
    assert chooser.listed == ["\u2003Le soir"]
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert chosen.args == [8]


def test_the_arrow_keys_move_while_one_types(qtbot, choose):
    chooser = choose()
    search = chooser.findChild(QLineEdit)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(search, Qt.Key.Key_Enter)
    assert chosen.args == [14]


def test_a_post_without_headings_says_so_and_enter_does_nothing(qtbot, choose):
    chooser = choose("words\n")
    assert chooser.findChild(QLabel).text() == "This post has no headings."
    with qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser.findChild(QLineEdit), Qt.Key.Key_Return)
    assert chooser.isVisible()


def test_what_is_not_found_leaves_enter_without_effect(qtbot, choose):
    chooser = choose()
    QTest.keyClicks(chooser.findChild(QLineEdit), "nowhere")
    assert chooser.listed == []
    with qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser.findChild(QLineEdit), Qt.Key.Key_Return)
