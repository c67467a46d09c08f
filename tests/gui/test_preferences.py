"""The page of preferences: searched, followed at once, kept; keys chosen by pressing them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QToolButton

from editor.gui.app import Program
from editor.settings import Settings
from editor.site_settings import NAME_IN_SITE, SiteSettings

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
POST = "---\ntitle: x\n---\n\nwords\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What lies on the disk: settings, and a site with a post."""
    folder = tmp_path_factory.mktemp("preferences")
    posts = folder / "site" / "_posts"
    posts.mkdir(parents=True)
    (folder / "site" / "_config.yml").write_text("title: x\n")
    (posts / "2020-01-02-a.md").write_text(POST)
    return folder


@pytest.fixture(scope="module")
def program(qapp, folder):
    """The running program, one for all: to open a window takes longer than a test."""
    sheet, colours = qapp.styleSheet(), qapp.palette()
    program = Program(qapp, Settings(theme="light"), folder / "s.json", folder / "state")
    yield program
    for window in list(program.windows):
        window.leave()
    program.end()
    for translator in program.translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(colours)


@pytest.fixture(scope="module")
def only_window(program, folder):
    window = program.open_window()
    window.open_path(folder / "site" / "_posts" / "2020-01-02-a.md")
    window.show()
    window.later.finish()
    return window


@pytest.fixture
def window(program, only_window):
    """A window with a post of a site; settings are those of a first run."""
    program.change_settings(Settings(theme="light"))
    only_window.posts.current.replace_text(POST)
    yield only_window
    for other in program.windows[1:]:
        other.leave()
    only_window.preferences.page.close()


@pytest.fixture
def page(qtbot, window):
    """The page, opened by its keys."""
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    QTest.keyClick(window.source, Key.Key_Comma, CTRL)
    page = window.preferences.page
    qtbot.waitUntil(page.isVisible)
    page.search.clear()
    return page


def kept(folder):
    return Settings.load(folder / "s.json")


def test_a_search_leaves_the_settings_and_the_keys_it_names(page):
    QTest.keyClicks(page.search, "interligne")
    assert page.shown == []
    page.search.clear()
    QTest.keyClicks(page.search, "LINE height")
    assert [row.box for row in page.shown] == [page._boxes["line_height"]]
    page.search.clear()
    QTest.keyClicks(page.search, "ctrl+shift+p")
    assert [row.box.focusProxy() for row in page.shown] == [page.keys.box("palette")]


def number(box, digits):
    """Write a number into a box."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, digits)
    QTest.keyClick(box, Key.Key_Return)


def test_a_number_is_followed_and_kept_at_once(page, window, folder):
    box = page._boxes["line_height"]
    assert isinstance(box, QSpinBox)
    number(box, "140")
    assert window.settings.line_height == 140
    assert kept(folder).line_height == 140


def test_the_least_width_stands_for_that_of_the_pane(page, window):
    box = page._boxes["source_width"]
    assert box.text() == "as wide as the pane"
    number(box, "60")
    assert window.settings.source_width == 60
    number(box, "35")
    assert window.settings.source_width == 0


def test_colours_change_in_all_windows(page, program):
    other = program.open_window()
    box = page._boxes["theme"]
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    assert program.theme.name == "dark"
    assert other.settings.theme == "dark"


def test_a_switch_is_its_command(page, window):
    box = page._switches["show_form"]
    assert isinstance(box, QCheckBox)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Space)
    assert not window.actions_.by_name["show_form"].isChecked()
    window.actions_.by_name["show_form"].setChecked(True)
    assert box.isChecked()


def test_wrong_words_are_marked_in_every_window_or_in_none(page, window, program):
    other = program.open_window()
    other.posts.new()
    page._switches["spelling"].click()
    assert not other.actions_.by_name["spelling"].isChecked()
    assert not window.actions_.by_name["spelling"].isChecked()


def test_what_changes_elsewhere_is_shown(page, window):
    window.actions_.by_name["zoom_in"].trigger()
    assert page._boxes["source_zoom"].value() == 1
    assert page._boxes["preview_zoom"].value() == 110


def press(page, name, key, modifiers):
    """Choose keys for a command."""
    box = page.keys.box(name)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClick(box, key, modifiers)
    return box


def test_keys_pressed_are_those_of_the_command_in_every_window(page, window, program, folder):
    other = program.open_window()
    box = press(page, "publish", Key.Key_F12, CTRL | ALT)
    assert box.text() == "Ctrl+Alt+F12"
    assert kept(folder).shortcuts == {"publish": "Ctrl+Alt+F12"}
    for one in (window, other, program.open_window()):
        action = one.actions_.by_name["publish"]
        assert action.shortcut().toString() == "Ctrl+Alt+F12"
        assert action.toolTip() == "Publish (Ctrl+Alt+F12)"


def test_the_new_keys_work_and_the_old_ones_do_not(qtbot, page, window):
    press(page, "bold", Key.Key_F12, CTRL | ALT)
    page.close()
    window.activateWindow()
    window.source.setFocus()
    qtbot.waitUntil(window.source.hasFocus)
    window.source.select(window.posts.current.text.index("words"), len(POST) - 1)
    QTest.keyClick(window.source, Key.Key_B, CTRL)
    assert "**" not in window.posts.current.text
    QTest.keyClick(window.source, Key.Key_F12, CTRL | ALT)
    assert "**words**" in window.posts.current.text


def test_keys_of_another_command_are_told_and_taken_over_on_request(page, window):
    press(page, "italic", Key.Key_B, CTRL)
    assert page.keys.note("italic") == "Ctrl+B is “Bold” already."
    assert window.settings.shortcuts == {}
    button = page.keys._rows["italic"].findChild(QToolButton, "mend")
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert window.settings.shortcuts == {"italic": "Ctrl+B", "bold": ""}
    assert window.actions_.by_name["bold"].toolTip() == "Bold"
    assert page.keys.note("italic") == ""


@pytest.mark.parametrize(
    ("key", "modifiers", "told"),
    [
        (Key.Key_Tab, NONE, "has its own meaning"),
        (Key.Key_Up, ALT | SHIFT, "has its own meaning"),
        (Key.Key_D, CTRL, "is “Select the next like it” already"),
        (Key.Key_A, NONE, "writes a letter"),
    ],
)
def test_keys_of_the_source_cannot_be_had(page, window, key, modifiers, told):
    press(page, "publish", key, modifiers)
    assert told in page.keys.note("publish")
    assert window.settings.shortcuts == {}


def test_escape_leaves_the_keys_and_backspace_takes_them_away(page, window):
    box = press(page, "bold", Key.Key_Escape, NONE)
    assert box.text() == "Ctrl+B"
    assert page.isVisible()
    QTest.keyClick(box, Key.Key_Backspace)
    assert window.settings.shortcuts == {"bold": ""}
    back = page.keys._backs["bold"]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.settings.shortcuts == {}
    assert box.text() == "Ctrl+B"


def test_a_preset_is_taken_whole_and_all_is_reset(page, window):
    presets = page.keys._presets
    presets.setFocus()
    presets.setCurrentIndex(presets.findText("ghostwriter"))
    presets.activated.emit(presets.currentIndex())
    assert window.actions_.by_name["strike"].shortcut().toString() == "Ctrl+K"
    assert window.actions_.by_name["link"].shortcut().toString() == ""
    page.keys._reset.click()
    assert window.settings.shortcuts == {}
    assert window.actions_.by_name["link"].shortcut().toString() == "Ctrl+K"


def test_the_settings_of_a_site_lie_outside_it_unless_asked(page, folder):
    root = folder / "site"
    box = page.site.rows["image_folder"].box
    box.setFocus()
    QTest.keyClicks(box, "../x")
    assert page.site.rows["image_folder"].note
    box.clear()
    QTest.keyClicks(box, "/assets/pics")
    assert page.site.rows["image_folder"].note == ""
    assert SiteSettings.load(page.site._folder, root).image_folder == "/assets/pics"
    assert not (root / NAME_IN_SITE).exists()
    page.site._in_site.setFocus()
    QTest.keyClick(page.site._in_site, Key.Key_Space)
    assert "/assets/pics" in (root / NAME_IN_SITE).read_text()
    QTest.keyClick(page.site._in_site, Key.Key_Space)
    assert not (root / NAME_IN_SITE).exists()


def test_the_language_of_a_site_holds_for_a_post_that_names_none(page, window):
    window.spelling.check("", window.following.site.root)
    box = page.site.rows["spelling_language"].box
    box.setCurrentIndex(box.findData("fr"))
    box.activated.emit(box.currentIndex())
    assert window.spelling.language == "fr"
    window.posts.current.replace_text("---\ntitle: x\nlang: en\n---\n\nwords\n")
    window.spelling.check("en", window.following.site.root)
    assert window.spelling.language == "en"


def test_without_a_site_there_are_no_settings_of_one(page, window):
    window.preferences.show(window.settings, None)
    assert page.search.text() == ""
    assert all(row.isHidden() for row in page.site.all_rows)


def test_the_palette_leads_to_a_setting(qtbot, window):
    window.show_preferences("line_height")
    page = window.preferences.page
    qtbot.waitUntil(page._boxes["line_height"].hasFocus)


def test_broken_keys_in_the_file_stop_no_start(qapp, tmp_path):
    (tmp_path / "s.json").write_text('{"shortcuts": {"bold": "Nonsense+Q", "gone": "Ctrl+B"}}')
    program = Program(qapp, Settings.load(tmp_path / "s.json"), tmp_path / "s.json", tmp_path)
    window = program.open_window()
    assert window.actions_.by_name["italic"].shortcut().toString() == "Ctrl+I"
    window.leave()
    program.end()
