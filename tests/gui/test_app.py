import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor import files, history, recovery
from editor.gui.app import Program, _EarlySignals, _Guards
from editor.gui.posts.texts_dialog import TextsDialog
from editor.gui.theme import DARK, LIGHT
from editor.history import Why
from editor.settings import Settings, state_folder


@pytest.fixture(autouse=True)
def plain_look(qapp):
    """What follows a test looks as it did before."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.fixture
def program(qapp, tmp_path):
    """The running program with its settings in a file of its own; its windows close at the end."""
    program = Program(qapp, Settings(theme="light"), tmp_path / "settings.json")
    yield program
    for window in list(program.windows):
        window.leave()
    program.end()
    for translator in program.translators:
        qapp.removeTranslator(translator)


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


def test_the_commands_list_earlier_versions_and_unsaved_texts(qtbot, program, interview):
    window = program.open_window()
    window.open_path(interview)
    document = window.posts.current
    document.replace_text(document.text + "More.\n")
    with qtbot.waitSignal(document.saved):
        window.posts.save()
    window.actions_.by_name["versions"].trigger()
    window.actions_.by_name["unsaved_texts"].trigger()
    versions, unsaved = window.findChildren(TextsDialog)
    assert len(versions.titles) == 1
    assert unsaved.titles == []


def test_what_the_program_kept_when_it_crashed_is_offered_and_recovered(qtbot, program, interview):
    path = interview
    stored = files.read(path)
    session = recovery.begin(state_folder() / "recovery")
    text = stored.text + "Typed before the crash.\n"
    recovery.write(session.file(path), recovery.snapshot(stored, text, 1, stored.text))
    session.end()
    window = program.open_window()
    window.posts.new()
    window.recovery.offer()
    assert path.name in window.messages.texts["unsaved texts"]
    window.messages.take_way("unsaved texts", "Recover")
    assert window.posts.current.text == text
    assert window.windowTitle().startswith(path.name)
    assert window.isWindowModified()
    with qtbot.waitSignal(window.posts.current.saved):
        window.actions_.by_name["save"].trigger()
    assert path.read_text(encoding="utf-8").endswith("Typed before the crash.\n")


def test_a_program_that_ends_keeps_what_is_not_saved(program, interview):
    window = program.open_window()
    window.open_path(interview)
    window.posts.current.replace_text("unsaved")
    program.flush()
    program.end()
    texts = [found.snapshot.text for found in recovery.find(state_folder() / "recovery")]
    assert texts == ["unsaved"]


def test_old_versions_are_forgotten_from_the_start_and_again_and_again(qtbot, program, tmp_path):
    post = tmp_path / "a.md"
    history.keep(state_folder() / "history", post, b"old", Why.SAVED_OVER)
    (listed,) = (state_folder() / "history" / "posts").iterdir()
    listed.write_text(listed.read_text().replace('"time": 1', '"time": 0.1'))
    with qtbot.waitSignal(program._tidier.done):
        program.tidy()
    assert history.versions(state_folder() / "history", post) == []
    with qtbot.waitSignal(program._tidier.done):
        program._tidying.timeout.emit()


def test_what_was_typed_is_kept_at_once_when_the_writer_goes_to_another_program(program, interview):
    window = program.open_window()
    window.open_path(interview)
    window.posts.current.replace_text("typed")
    guards = _Guards(program, QApplication.instance(), _EarlySignals())
    guards._note_state(Qt.ApplicationState.ApplicationInactive)
    (file,) = (state_folder() / "recovery").glob("*.unsaved")
    assert recovery.read(file).text == "typed"
