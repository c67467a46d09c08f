"""The command palette, by its keys in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.gui.library.post_library import PostLibrary
from editor.gui.palette.choice_row import CHOICE
from editor.gui.palette.choices import Kind, places_of
from editor.gui.palette.command_palette import CommandPalette, PostNames
from editor.library.entry import Entry

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
POST = "---\ntitle: Été\n---\n\n## One heading\n\nwords\n\n## Another heading\n"


@pytest.fixture
def blog(tmp_path):
    """A site of two posts."""
    (tmp_path / "_config.yml").write_text("title: x\n")
    posts = tmp_path / "_posts"
    posts.mkdir()
    (posts / "2020-01-02-ete.md").write_text(POST, encoding="utf-8")
    (posts / "2020-01-03-hiver.md").write_text("---\ntitle: L'hiver en ville\n---\nx\n")
    return posts


@pytest.fixture
def asked(qtbot, window, blog):
    """Gives a function: the palette, opened by its keys over a post and typed into."""
    window.open_path(blog / "2020-01-02-ete.md")

    def opened(text: str = "") -> CommandPalette:
        window.activateWindow()
        window.source.setFocus()
        qtbot.waitUntil(window.source.hasFocus)
        QTest.keyClick(window.source, Key.Key_P, CTRL | SHIFT)
        palette = window.findChildren(CommandPalette)[-1]
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.waitUntil(palette.search.hasFocus)
        QTest.keyClicks(palette.search, text)
        return palette

    window.settings_changed.connect(lambda new: window.apply_settings(new, window.state.theme))
    return opened


def test_its_keys_open_it_with_every_command_and_escape_leaves_it(asked):
    palette = asked()
    choices = [palette.list.item(row).data(CHOICE) for row in range(palette.list.count())]
    assert {choice.kind for choice in choices} == {Kind.COMMAND}
    assert palette.listed[0] == "New post"
    assert choices[0].keys == "Ctrl+N"
    assert choices[0].beside == "File"
    QTest.keyClick(palette.search, Key.Key_Escape)
    assert not palette.isVisible()


def test_enter_runs_a_command_and_it_comes_first_the_next_time(asked, window):
    palette = asked("front matter in")
    assert palette.listed[0] == "Front matter in the source"
    QTest.keyClick(palette.search, Key.Key_Return)
    assert window.actions_.by_name["show_head"].isChecked()
    assert not palette.isVisible()
    assert window.settings.recent_commands == ("show_head",)
    again = asked()
    assert again.listed[0] == "Front matter in the source"
    assert again.list.item(0).data(CHOICE).is_on


def test_a_heading_is_gone_to(asked, window):
    palette = asked("another")
    assert palette.listed[0] == "Another heading"
    QTest.keyClick(palette.search, Key.Key_Return)
    assert window.source.caret_line == 8


def test_prefixes_look_among_one_kind(asked):
    palette = asked("@")
    assert palette.listed == ["One heading", "Another heading"]
    palette.search.clear()
    QTest.keyClicks(palette.search, ">heading")
    kinds = {palette.list.item(row).data(CHOICE).kind for row in range(palette.list.count())}
    assert kinds == {Kind.COMMAND}


def test_a_post_of_the_site_is_found_without_accents_and_opened(qtbot, asked, window, blog):
    palette = asked("hiver vil")
    qtbot.waitUntil(lambda: palette.listed == ["L'hiver en ville"])
    QTest.keyClick(palette.search, Key.Key_Return)
    assert window.posts.current.path == blog / "2020-01-03-hiver.md"


def test_what_cannot_be_done_now_is_greyed_and_enter_passes_it_by(asked, window):
    window.actions_.by_name["unused_images"].setEnabled(False)
    palette = asked("images that no post")
    assert palette.listed == ["Images that no post uses…"]
    assert palette.current_row == -1
    QTest.keyClick(palette.search, Key.Key_Return)
    assert palette.isVisible()


def test_arrows_choose_and_what_is_not_found_is_said(asked):
    palette = asked("level ")
    QTest.keyClick(palette.search, Key.Key_Down)
    assert palette.current_row == 1
    QTest.keyClicks(palette.search, "qqqq")
    assert palette.listed == []
    assert palette.count.text() == "Nothing of that name"
    QTest.keyClick(palette.search, Key.Key_Return)
    assert palette.isVisible()


def library_of(*entries):
    library = PostLibrary(None)
    library.entries = {entry.place: entry for entry in entries}
    return library


def test_ten_thousand_posts_are_made_ready_bit_by_bit(qtbot):
    entries = [Entry(f"{number}.md", f"Post number {number}") for number in range(10_000)]
    palette = CommandPalette([], [])
    qtbot.addWidget(palette)
    names = PostNames()
    palette.add_posts_of(library_of(*entries), names)
    palette.show()
    QTest.keyClicks(palette.search, "number 9876")
    qtbot.waitUntil(lambda: palette.is_whole)
    assert palette.listed == ["Post number 9876"]
    assert names.choice(entries[3]) is names.choice(entries[3])


def test_titles_are_never_taken_for_html(qtbot):
    palette = CommandPalette([], [])
    qtbot.addWidget(palette)
    palette.add_posts_of(library_of(Entry("<b>x</b>.md", "<i>t</i>")), PostNames())
    palette.show()
    QTest.keyClicks(palette.search, "t")
    qtbot.waitUntil(lambda: palette.listed == ["<i>t</i>"])
    assert "&lt;b&gt;" in palette.list.item(0).toolTip()
    palette.grab()


def test_menus_within_menus_are_told():
    places = places_of([("&File", "new - >more")], {"more": ("M&ore", "old")})
    assert places == {"new": "File", "old": "File › More"}


def test_a_library_of_its_own_is_read_no_longer_than_the_palette_is_open(qtbot, window, blog):
    libraries = []

    def library():
        libraries.append(PostLibrary(None))
        libraries[-1].open(blog)
        return libraries[-1]

    palette = window.palette_.show("", (), (), library)
    qtbot.waitUntil(lambda: bool(libraries))
    process = libraries[0]._process
    assert process is not None
    QTest.keyClick(palette.search, Key.Key_Escape)
    assert not process._thread.is_alive()
