"""The colours of the source: what is what, across lines, and no line that takes long."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from editor.gui.source.highlighter import Highlighter
from editor.gui.theme import DARK, LIGHT
from tests.conftest import SAMPLES

pytestmark = pytest.mark.usefixtures("qapp")

PLAIN = ""


def coloured(text, theme=LIGHT):
    """A document with its colours; the caller keeps it alive."""
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(text)
    document.setModified(False)
    document.colours = Highlighter(document, theme)
    QCoreApplication.processEvents()  # a new highlighter colours once it is back in the event loop
    return document


def colour_at(document, line, column):
    """The colour of a character as the theme names it, or "" for the pane's own."""
    for part in document.findBlockByNumber(line).layout().formats():
        if part.start <= column < part.start + part.length:
            return part.format.foreground().color().name() if has_colour(part) else PLAIN
    return PLAIN


def has_colour(part):
    return part.format.hasProperty(part.format.Property.ForegroundBrush)


def style_at(document, line, column):
    """Whether a character is bold, and whether it is italic."""
    for part in document.findBlockByNumber(line).layout().formats():
        if part.start <= column < part.start + part.length:
            return part.format.fontWeight() == QFont.Weight.Bold, part.format.fontItalic()
    return False, False


def colours_of(document, line):
    """The words of a line with their colours, one for each change of colour."""
    text = document.findBlockByNumber(line).text()
    found = []
    for column, character in enumerate(text):
        colour = colour_at(document, line, column)
        if found and found[-1][1] == colour:
            found[-1][0] += character
        else:
            found.append([character, colour])
    return [(word, colour) for word, colour in found]


FAINT, MUTED, CODE, STRING, ACCENT = (
    QColor(colour).name()
    for colour in (LIGHT.faint, LIGHT.muted, LIGHT.code, LIGHT.string, LIGHT.accent)
)


def test_front_matter_has_its_fences_keys_and_comments():
    document = coloured("---\ntitle: A  # why\n  - b\n---\n# Body\n---\n")
    assert colours_of(document, 0) == [("---", FAINT)]
    assert colours_of(document, 1) == [("title:", MUTED), (" A  ", PLAIN), ("# why", FAINT)]
    assert colours_of(document, 3) == [("---", FAINT)]
    assert style_at(document, 4, 3) == (True, False)


def test_a_rule_in_the_body_starts_no_front_matter():
    document = coloured("Text\n---\nkey: value\n")
    assert colours_of(document, 2) == [("key: value", PLAIN)]


def test_front_matter_that_is_opened_or_closed_recolours_what_follows():
    document = coloured("---\ntitle: A\n\nkey: value\n")
    assert colour_at(document, 3, 0) == MUTED
    cursor = QTextCursor(document.findBlockByNumber(2))
    cursor.insertText("---")
    assert colour_at(document, 3, 0) == PLAIN


def test_fenced_code_is_code_up_to_a_fence_of_its_kind():
    document = coloured("````zz\n**a**\n```\n~~~~\n`````\n**b**\n")
    assert colours_of(document, 0) == [("````zz", FAINT)]
    for line in (1, 2, 3):
        assert {colour for _, colour in colours_of(document, line)} == {CODE}
    assert colours_of(document, 4) == [("`````", FAINT)]
    assert colour_at(document, 5, 0) == FAINT
    assert style_at(document, 5, 2) == (True, False)


def test_backquotes_in_a_line_open_no_fence():
    document = coloured("```a``` b\nplain\n")
    assert colours_of(document, 1) == [("plain", PLAIN)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a **b** c", [("a ", PLAIN), ("**", FAINT), ("b", PLAIN), ("**", FAINT), (" c", PLAIN)]),
        ("`a` b", [("`", FAINT), ("a", CODE), ("`", FAINT), (" b", PLAIN)]),
        ("[a](b)", [("[", FAINT), ("a", ACCENT), ("](b)", FAINT)]),
        ("![a](b)", [("![", FAINT), ("a", ACCENT), ("](b)", FAINT)]),
        ("{% include a.html %} b", [("{% include a.html %}", CODE), (" b", PLAIN)]),
        ("{{ page.title }}", [("{{ page.title }}", CODE)]),
        ("a &quot; b", [("a ", PLAIN), ("&quot;", FAINT), (" b", PLAIN)]),
        ("- a", [("- ", FAINT), ("a", PLAIN)]),
        ("> a", [("> ", FAINT), ("a", PLAIN)]),
        ("1. a", [("1. ", FAINT), ("a", PLAIN)]),
        ("<!-- a -->", [("<!-- a -->", FAINT)]),
        ("* * *", [("* * *", FAINT)]),
        ("snake_case_word", [("snake_case_word", PLAIN)]),
        ("2 * 3 * 4", [("2 * 3 * 4", PLAIN)]),
    ],
)
def test_the_marks_of_markdown_are_faint_and_their_words_are_not(line, wanted):
    assert colours_of(coloured(f"Text.\n{line}\n"), 1) == wanted


def test_a_tag_of_html_has_its_attributes_in_the_colour_of_strings():
    assert colours_of(coloured('<img src="a" alt="">\n'), 0) == [
        ("<img src=", CODE),
        ('"a"', STRING),
        (" alt=", CODE),
        ('""', STRING),
        (">", CODE),
    ]


def test_emphasis_is_italic_and_strong_bold_also_in_a_heading():
    document = coloured("# One *two* [three](x)\n*a* __b__\n")
    assert style_at(document, 1, 1) == (False, True)
    assert style_at(document, 1, 6) == (True, False)
    assert [style_at(document, 0, column) for column in (2, 7, 13)] == [
        (True, False),
        (True, True),
        (True, False),
    ]
    assert colour_at(document, 0, 0) == FAINT


def test_another_theme_recolours_everything():
    document = coloured("---\ntitle: A\n---\n`code`\n")
    document.colours.set_theme(DARK)
    assert colour_at(document, 0, 0) == QColor(DARK.faint).name()
    assert colour_at(document, 3, 2) == QColor(DARK.code).name()


def test_colours_are_no_edit():
    document = coloured("---\ntitle: A\n---\n**b**\n")
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert document.toRawText() == "---\u2029title: A\u2029---\u2029**b**\u2029"


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "**a ",
        "*a ",
        "__a ",
        "_a ",
        "`a ",
        "<a ",
        "<a href='",
        "{{",
        "{% ",
        "[a](",
        "&a",
        "{:",
        "<!--",
        "(",
        "\\",
    ],
)
@pytest.mark.parametrize("start", ["", "---\n", "```\n"], ids=["body", "head", "code"])
def test_a_line_of_marks_that_are_never_closed_is_soon_done(start, unit):
    document = coloured(start + unit * (8000 // len(unit)) + "\nnext\n")
    assert document.blockCount() >= 3


def test_a_very_long_line_stays_plain_and_the_next_has_its_colours():
    document = coloured("**a** " * 4000 + "\n**b**\n")
    assert document.firstBlock().layout().formats() == []
    assert colour_at(document, 1, 0) == FAINT


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_every_sample_is_coloured(path):
    document = coloured(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n"))
    assert any(
        document.findBlockByNumber(line).layout().formats() for line in range(document.blockCount())
    )


def test_a_long_post_is_coloured_bit_by_bit_and_as_a_short_one_in_the_end(qtbot):
    parts = ["---\ntitle: A\n---\n", "word *word*\n" * 900, "```\n", "code\n" * 300, "```\n**b**\n"]
    document = coloured("".join(parts))
    first, code, last = 4, 3 + 900 + 50, document.blockCount() - 2
    assert colour_at(document, first, 5)
    assert not colour_at(document, code, 0)
    document.colours.set_theme(DARK)
    qtbot.waitUntil(lambda: style_at(document, last, 2) == (True, False))
    assert colour_at(document, code, 0) == QColor(DARK.code).name()
    assert colour_at(document, 3 + 899, 5) == QColor(DARK.faint).name()


def test_what_is_typed_below_what_is_coloured_yet_gets_its_colours(qtbot):
    document = coloured("word\n" * 2_000)
    cursor = QTextCursor(document.findBlockByNumber(1_990))
    cursor.insertText("**b** ")
    qtbot.waitUntil(lambda: style_at(document, 1_990, 2) == (True, False))


# Larger headings


def size_at(document, line):
    """How many of Qt's steps the first letters of a line are larger than the text."""
    part = document.findBlockByNumber(line).layout().formats()[-1]
    return part.format.intProperty(part.format.Property.FontSizeAdjustment)


def test_headings_are_larger_the_higher_they_stand_and_also_by_an_underline():
    document = coloured("# A\n## B\n### C\n#### D\nTitle\n=====\nOther\n---\n")
    assert [size_at(document, line) for line in (0, 1, 2, 3, 4, 6)] == [3, 2, 1, 0, 3, 2]
    assert colours_of(document, 5) == [("=====", FAINT)]


def test_an_underline_that_is_typed_makes_the_line_above_a_heading(qtbot):
    document = coloured("Title\n\n")
    QTextCursor(document.findBlockByNumber(1)).insertText("===")
    qtbot.waitUntil(lambda: style_at(document, 0, 1) == (True, False))


# Dialects


@pytest.mark.parametrize(
    ("generator", "line", "colour"),
    [
        ("jekyll", "{: .note}", FAINT),
        ("hugo", "{: .note}", PLAIN),
        ("jekyll", "$$x^2$$", CODE),
        ("commonmark", "$$x^2$$", PLAIN),
        ("hugo", "{{< figure >}}", CODE),
        ("commonmark", "{{ page.title }}", PLAIN),
        ("hugo", "[^1]: A note", ACCENT),
        ("commonmark", "[^1] A note", PLAIN),
        ("pelican", ": a definition", FAINT),
        ("commonmark", ": none", PLAIN),
        ("commonmark", "~~gone~~", FAINT),
        ("jekyll", "~~here~~", PLAIN),
    ],
)
def test_what_a_dialect_knows_is_coloured_and_no_more(qtbot, generator, line, colour):
    document = coloured(f"Text\n{line}\n")
    document.colours.set_dialect(generator)
    qtbot.waitUntil(lambda: colour_at(document, 1, 0) == colour)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- [x] done", [("- ", FAINT), ("[x]", CODE), (" done", PLAIN)]),
        ("[a]: https://b.c", [("[a]: ", FAINT), ("https://b.c", ACCENT)]),
        ("see https://b.c/d.", [("see ", PLAIN), ("https://b.c/d.", ACCENT)]),
        ("| --- | --- |", [("| --- | --- |", FAINT)]),
    ],
)
def test_more_marks(line, wanted):
    assert colours_of(coloured(f"Text.\n\n{line}\n"), 2) == wanted


def test_a_comment_goes_over_lines():
    document = coloured("a <!-- b\nc\nd --> e\n**f**\n")
    assert colours_of(document, 1) == [("c", FAINT)]
    assert colours_of(document, 2) == [("d -->", FAINT), (" e", PLAIN)]
    assert style_at(document, 3, 2) == (True, False)


# Front matter


def test_toml_and_json_are_front_matter_too():
    document = coloured('+++\ntitle = "A" # why\n[extra]\ndraft = true\n+++\n# T\n')
    assert colours_of(document, 1)[:2] == [("title =", MUTED), (" ", PLAIN)]
    assert colour_at(document, 1, 9) == STRING
    assert colour_at(document, 1, 13) == FAINT
    assert colour_at(document, 2, 0) == MUTED
    assert colour_at(document, 3, 9) == CODE
    assert style_at(document, 5, 2) == (True, False)
    document = coloured('{\n "title": "A"\n}\n# T\n')
    assert colour_at(document, 1, 10) == STRING
    assert style_at(document, 3, 2) == (True, False)


# Code in its language


@pytest.mark.parametrize(
    ("opening", "closing"), [("```python", "```"), ("{% highlight python %}", "{% endhighlight %}")]
)
def test_code_is_coloured_by_its_language_also_over_lines(qtbot, opening, closing):
    document = coloured(
        f'{opening}\ndef f():\n    """doc\n    more"""\n    return 1\n{closing}\n**b**\n'
    )
    qtbot.waitUntil(lambda: colour_at(document, 1, 4) == ACCENT)
    assert colour_at(document, 1, 0) == CODE
    assert colour_at(document, 2, 5) == STRING
    assert colour_at(document, 3, 5) == STRING
    assert colour_at(document, 4, 5) == CODE
    assert style_at(document, 6, 2) == (True, False)
    QTextCursor(document.findBlockByNumber(3)).insertText("x")
    assert colour_at(document, 3, 0) == STRING


def test_code_in_yaml_is_coloured_like_front_matter():
    document = coloured("```yaml\ntitle: A\n```\n")
    assert colour_at(document, 1, 0) == MUTED


@pytest.mark.parametrize("language", ["java", "c", "make", "autohotkey", "systemd", "perl6"])
def test_code_that_lexers_are_slow_at_does_not_hold_the_typing(qtbot, language):
    line = "a " * 190 + "\t" * 20
    document = coloured(f"```{language}\n" + f"{line}\n" * 40 + "```\n**b**\n")
    qtbot.wait(50)
    QTextCursor(document.findBlockByNumber(3)).insertText("x")
    assert colour_at(document, 42, 0) == FAINT


def test_what_comes_after_the_end_is_no_more_coloured(qtbot):
    document = coloured("Title\n\n```python\nx = 1\n```\n")
    QTextCursor(document.findBlockByNumber(1)).insertText("===")
    document.colours.end()
    qtbot.wait(100)
