"""A card is tried beside the running program, and used from the next start on."""

import json

import pytest

from editor.composition import Verdict
from editor.gui.preview import graphics_card
from editor.gui.preview.graphics_card import GraphicsCard

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere the choice is Qt's"),
]


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine with a card, which works."""
    monkeypatch.setattr(graphics_card, "cards", lambda: ("i915",))
    monkeypatch.setattr(graphics_card, "_try", lambda _note: Verdict.WORKS)
    return monkeypatch


@pytest.fixture
def start(qtbot, tmp_path):
    """Start the program, and see its preview, or not: what a later start can know."""

    def run(*, shows_preview=True):
        card = GraphicsCard(tmp_path)
        if shows_preview:
            card.note_preview()
        if shows_preview and card.is_left_out and kept() != "fails":
            qtbot.waitUntil(lambda: kept() is not None)
        card.stop()
        return "processor" if card.is_left_out else "card"

    def kept():
        file = tmp_path / "graphics.json"
        return json.loads(file.read_text())["verdict"] if file.exists() else None

    return run


def test_a_card_that_works_is_used_from_the_second_start_on(start):
    assert [start(), start(), start()] == ["processor", "card", "card"]


def test_a_card_that_fails_its_trial_is_never_used(start, machine):
    machine.setattr(graphics_card, "_try", lambda _note: Verdict.FAILS)
    assert [start(), start(), start()] == ["processor", "processor", "processor"]


def test_a_card_under_which_the_program_ended_is_not_used_again(start):
    assert [start(), start(shows_preview=False)] == ["processor", "card"]
    assert [start(), start()] == ["processor", "processor"]


def test_a_machine_without_a_card_keeps_no_note(machine, tmp_path):
    machine.setattr(graphics_card, "cards", lambda: ())
    card = GraphicsCard(tmp_path)
    card.note_preview()
    card.stop()
    assert card.is_left_out
    assert not list(tmp_path.iterdir())


def test_the_trial_tells_a_renderer_on_the_processor(machine):
    machine.undo()
    assert graphics_card._try(None) is Verdict.FAILS  # offscreen there is no card


def test_a_trial_that_hangs_or_dies_fails(machine):
    machine.undo()
    machine.setattr("sys.executable", "/no/such/python")
    assert graphics_card._try(None) is Verdict.FAILS
