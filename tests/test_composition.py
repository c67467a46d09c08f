"""What draws the window: the processor, unless a card has shown that it works."""

import os
from pathlib import Path

import pytest

from editor.composition import (
    Note,
    Verdict,
    cards,
    is_for_the_processor,
    is_real,
    recall,
    remember,
)


def machine(folder: Path, *drivers: str) -> Path:
    """A folder as the kernel shows the cards with these drivers."""
    for number, driver in enumerate(drivers, 128):
        place = folder / f"renderD{number}" / "device"
        place.mkdir(parents=True)
        (folder / "drivers" / driver).mkdir(parents=True, exist_ok=True)
        (place / "driver").symlink_to(folder / "drivers" / driver)
    return folder


@pytest.mark.skipif(os.name != "posix", reason="only Linux shows its cards so")
def test_the_cards_are_those_with_a_driver_that_draws(tmp_path: Path) -> None:
    assert cards(machine(tmp_path, "i915", "vgem", "nvidia")) == ("i915", "nvidia")
    assert cards(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_card_draws_only_where_it_is_known_to_work(verdict: Verdict) -> None:
    note = Note(("i915",), "6.11.3", verdict)
    assert is_for_the_processor(note, "linux") == (verdict is not Verdict.WORKS)


def test_without_a_card_the_processor_draws_and_elsewhere_qt_decides() -> None:
    assert is_for_the_processor(Note((), "6.11.3", Verdict.WORKS), "linux")
    assert not is_for_the_processor(Note((), "6.11.3"), "win32")
    assert not is_for_the_processor(Note((), "6.11.3"), "darwin")


def test_what_was_found_out_is_recalled_for_the_same_cards_and_the_same_qt(tmp_path: Path) -> None:
    file = tmp_path / "state" / "graphics.json"
    remember(file, Note(("i915",), "6.11.3", Verdict.WORKS))
    assert recall(file, ("i915",), "6.11.3").verdict is Verdict.WORKS
    assert recall(file, ("nvidia",), "6.11.3").verdict is Verdict.UNKNOWN
    assert recall(file, ("i915",), "6.12.1").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cards": 1}', b"\xff", b"null"])
def test_a_broken_note_tells_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "graphics.json"
    file.write_bytes(content)
    assert recall(file, ("i915",), "6.11.3") == Note(("i915",), "6.11.3")


@pytest.mark.parametrize(
    ("renderer", "real"),
    [
        ("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", True),
        ("NVIDIA GeForce RTX 3060/PCIe/SSE2", True),
        ("llvmpipe (LLVM 15.0.6, 256 bits)", False),
        ("Google SwiftShader", False),
        ("", False),
    ],
)
def test_a_renderer_on_the_processor_is_no_card(renderer: str, real: bool) -> None:
    assert is_real(renderer) == real
