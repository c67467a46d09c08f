"""What is said below the preview of what the site's build stops at."""

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from editor.generators.dialect import BuildWarning
from editor.gui.preview import build_warnings
from editor.gui.preview.build_warnings import BuildWarnings, sentence

UNKNOWN = BuildWarning("unknown-tag", 11, "gallery", fails=True)
RAW = BuildWarning("raw-html", 4, "", fails=False)


@pytest.fixture
def bar(qtbot, monkeypatch):
    monkeypatch.setattr(build_warnings, "_PATIENCE", 0)
    bar = BuildWarnings()
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(
    ("warnings", "text"),
    [
        ([], ""),
        ([UNKNOWN], "The site’s build will stop at line 12: unknown tag “gallery”."),
        (
            [UNKNOWN, RAW],
            "The site’s build will stop at line 12: unknown tag “gallery”. There is one more.",
        ),
        (
            [BuildWarning("unclosed", 0, "if", fails=True), RAW, UNKNOWN],
            "The site’s build will stop at line 1: “if” is never closed. There are 2 more.",
        ),
        (
            [RAW],
            "The site leaves out the HTML in this post, because its settings do not allow any.",
        ),
        (
            [BuildWarning("unknown-filter", 2, "shout", fails=False)],
            "Line 3: unknown filter “shout”, which changes nothing.",
        ),
        (
            [BuildWarning("markdown-engine", -1, "redcarpet", fails=True)],
            "The site’s build will stop: the site reads Markdown by “redcarpet”, which the preview "
            "does not know.",
        ),
        (
            [BuildWarning("markdown-extension", -1, "my.own", fails=False)],
            "The site’s Markdown extension “my.own” is not run in the preview.",
        ),
        (
            [BuildWarning("never heard of", 0, "x{what}\u202e\n", fails=True)],
            "The site’s build will stop at line 1: “x{what}��” cannot be run.",
        ),
    ],
)
def test_what_the_writer_reads(warnings, text):
    assert sentence(warnings) == text


def test_it_speaks_when_a_warning_stays_and_leads_to_its_line(bar, qtbot):
    assert bar.text == ""
    bar.show_warnings([RAW, UNKNOWN])
    qtbot.waitUntil(lambda: "gallery" in bar.text)
    assert bar.property("level") == "warning"
    with qtbot.waitSignal(bar.line_chosen) as chosen:
        bar.findChild(QPushButton).click()
    assert chosen.args == [11]


def test_it_is_gone_with_the_last_warning(bar, qtbot):
    bar.show_warnings([UNKNOWN])
    qtbot.waitUntil(lambda: bar.text != "")
    bar.show_warnings([])
    qtbot.waitUntil(lambda: bar.text == "")


def test_half_a_tag_that_is_soon_whole_is_not_spoken_of(qtbot):
    bar = BuildWarnings()
    qtbot.addWidget(bar)
    bar.show_warnings([UNKNOWN])
    bar.show_warnings([])
    assert not bar._wait.isActive()
    assert bar.text == ""


def test_a_line_that_moves_is_followed(bar, qtbot):
    bar.show()
    bar.show_warnings([UNKNOWN])
    qtbot.waitUntil(lambda: "line 12" in bar.text)
    bar.show_warnings([BuildWarning("unknown-tag", 12, "gallery", fails=True)])
    assert "line 13" in bar.text


def test_waved_off_it_says_the_same_no_more_but_another_post_may(bar, qtbot):
    bar.show_warnings([RAW])
    qtbot.waitUntil(lambda: bar.text != "")
    bar.findChild(QToolButton).click()
    bar.show_warnings([])
    bar.show_warnings([RAW])
    assert not bar._wait.isActive()
    bar.show_warnings([UNKNOWN, RAW])
    qtbot.waitUntil(lambda: "gallery" in bar.text)
    bar.forget()
    bar.show_warnings([])
    bar.show_warnings([RAW])
    qtbot.waitUntil(lambda: "HTML" in bar.text)


def test_a_warning_of_the_settings_leads_to_no_line(bar, qtbot):
    bar.show_warnings([BuildWarning("markdown-extension", -1, "a", fails=False)])
    qtbot.waitUntil(lambda: bar.text != "")
    assert bar.findChild(QPushButton).isHidden()
    assert bar.property("level") == "notice"
