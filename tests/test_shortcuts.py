"""Which keys ask for which command once the writer has chosen some."""

import pytest

from editor import shortcuts
from editor.gui import commands_menu
from editor.shortcuts import PRESETS, bound, effective, holders, is_fixed, is_typed, of_preset

DEFAULTS = {"bold": "Ctrl+B", "redo": "Ctrl+Shift+Z; Ctrl+Y", "about": ""}
CATALOGUE = {command.name: command.keys for command in commands_menu.commands()}


def test_keys_that_another_command_has_are_taken_from_it_alone():
    chosen = bound(DEFAULTS, {}, "about", "Ctrl+Y")
    assert chosen == {"about": "Ctrl+Y", "redo": "Ctrl+Shift+Z"}
    assert effective(DEFAULTS, chosen)["bold"] == "Ctrl+B"


def test_keys_given_back_are_no_choice_any_more():
    chosen = bound(DEFAULTS, {}, "bold", "Ctrl+M")
    assert bound(DEFAULTS, chosen, "bold", "Ctrl+B") == {}


def test_who_has_keys_is_told():
    assert holders("Ctrl+Y", DEFAULTS) == ["redo"]
    assert holders("Ctrl+Y", DEFAULTS, but="redo") == []
    assert holders("", DEFAULTS) == []


@pytest.mark.parametrize("keys", ["Tab", "Alt+Shift+Up", "Ctrl+Left", "Return", "Esc", "Home"])
def test_keys_of_every_text_cannot_be_had(keys):
    assert is_fixed(keys)


@pytest.mark.parametrize(
    ("keys", "typed"),
    [("A", True), ("Shift+A", True), ("F5", False), ("Shift+F5", False), ("Ctrl+A", False)],
)
def test_letters_are_for_writing(keys, typed):
    assert is_typed(keys) is typed


def test_no_command_has_a_key_of_every_text():
    assert [name for name, keys in CATALOGUE.items() if is_fixed(keys) or is_typed(keys)] == []


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_names_commands_there_are_and_leaves_no_keys_to_two(preset):
    assert set(preset.keys) <= set(CATALOGUE)
    now = effective(CATALOGUE, of_preset(CATALOGUE, preset))
    assert {name: now[name] for name in preset.keys} == dict(preset.keys)
    seen: dict[str, str] = {}
    for name, keys in now.items():
        for one in shortcuts.single(keys):
            assert one not in seen, (name, seen[one])
            seen[one] = name
    assert not [name for name in preset.keys if is_fixed(now[name]) or is_typed(now[name])]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_leaves_the_palette_its_keys(preset):
    assert "Ctrl+Shift+P" in effective(CATALOGUE, of_preset(CATALOGUE, preset))["palette"]
