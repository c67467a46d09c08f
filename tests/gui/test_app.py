import json

import pytest
from PySide6.QtWidgets import QApplication

from editor.gui.app import Program
from editor.gui.theme import DARK, LIGHT
from editor.settings import Settings


@pytest.fixture
def program(qapp, tmp_path):
    """The running program with its settings in a file of its own; its windows close at the end."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    program = Program(qapp, Settings(theme="light"), tmp_path / "settings.json")
    yield program
    for window in list(program.windows):
        window.leave()
    for translator in program.translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def lightness(widget) -> int:
    shot = widget.grab().toImage()
    return shot.pixelColor(shot.width() // 2, shot.height() - 4).lightness()


def test_the_window_turns_dark_and_light_while_it_is_open(program, interview):
    window = program.open_window()
    window.open_path(interview)
    window.show()
    assert lightness(window.source) > 240
    window.actions_.by_name["theme"].trigger()
    assert lightness(window.source) < 60
    assert program.settings.theme == "dark"
    window.actions_.by_name["theme"].trigger()
    assert lightness(window.source) > 240


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_a_chosen_look_is_there_at_the_next_start(qapp, tmp_path, choice, theme):
    (tmp_path / "settings.json").write_text(json.dumps({"theme": choice}))
    settings = Settings.load(tmp_path / "settings.json")
    program = Program(qapp, settings, tmp_path / "settings.json")
    assert program.theme == theme


def test_the_windows_place_and_panes_are_found_again(qtbot, program):
    window = program.open_window()
    window.show()
    window.resize(777, 600)  # the screenless screen is 800 wide
    window.actions_.by_name["show_preview"].setChecked(False)
    window.actions_.by_name["show_head"].setChecked(True)
    with qtbot.waitSignal(window.closed):
        window.close()
    again = program.open_window()
    assert (again.width(), again.height()) == (777, 600)
    assert not again.actions_.by_name["show_preview"].isChecked()
    assert again.actions_.by_name["show_head"].isChecked()


def test_an_opened_file_is_offered_again(program, interview):
    window = program.open_window()
    window.open_path(interview)
    assert program.settings.recent == (str(interview),)
    assert Settings.load(interview.parent.parent / "settings.json").recent == (str(interview),)


def test_settings_that_cannot_be_kept_are_told_and_hold_all_the_same(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    program = Program(qapp, Settings(theme="light"), tmp_path / "file" / "settings.json")
    window = program.open_window()
    window.actions_.by_name["theme:dark"].trigger()
    assert "settings" in window.messages.texts
    assert program.theme == DARK
    window.leave()


def test_a_second_window_is_independent(qtbot, program, interview):
    first = program.open_window()
    first.open_path(interview)
    first.actions_.by_name["new_window"].trigger()
    assert len(program.windows) == 2
    assert program.windows[1].posts.current.path is None
    with qtbot.waitSignal(first.closed):
        first.close()
    assert len(program.windows) == 1
    assert QApplication.instance() is not None
