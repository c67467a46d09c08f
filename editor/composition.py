"""What draws the window: the processor, or the graphics card.

Without a card the processor is the faster by far: a key is seen in the source after 2 ms instead
of 21, in the preview after 11 instead of 61 (measured on two cores under X11, see the README). With
one, large screens are better drawn by it. But a card whose drivers fail ends the whole program as
soon as Chromium asks for it; so it is tried in a process of its own, and used from the next start
on. Windows and macOS have drivers that do not fail so: there the choice is left to Qt.
"""

import json
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_CARDS = Path("/sys/class/drm")
# Drivers of the kernel that draw on the processor, or on none: nothing is gained by them.
_NO_CARD = frozenset({"vgem", "vkms", "bochs-drm", "simpledrm", "simple-framebuffer", "udl"})
# What a renderer of OpenGL calls itself that draws on the processor.
_ON_PROCESSOR = ("llvmpipe", "softpipe", "swrast", "swiftshader", "software")


class Verdict(StrEnum):
    """What is known of a card."""

    UNKNOWN = "unknown"
    WORKS = "works"
    FAILS = "fails"
    IN_USE = "in use"  # a program started with it, and has not shown its preview yet


@dataclass(frozen=True)
class Note:
    """What an earlier run found out about the cards it saw, with the Qt it ran on."""

    cards: tuple[str, ...]
    qt: str
    verdict: Verdict = Verdict.UNKNOWN


def cards(folder: Path = _CARDS) -> tuple[str, ...]:
    """The drivers of this machine's graphics cards; none where the choice is left to Qt."""
    try:
        nodes = sorted(folder.glob("renderD*/device/driver"))
        names = {node.resolve().name for node in nodes}
    except OSError:
        return ()
    return tuple(sorted(names - _NO_CARD))


def is_for_the_processor(note: Note, platform: str = sys.platform) -> bool:
    """Whether the processor is to draw the window, by what is known of the cards."""
    return platform == "linux" and not (note.cards and note.verdict is Verdict.WORKS)


def is_real(renderer: str) -> bool:
    """Whether the `renderer` that OpenGL names is a card: not the processor, and not nothing."""
    name = renderer.lower()
    return bool(name) and not any(word in name for word in _ON_PROCESSOR)


def recall(file: Path, found: tuple[str, ...], qt: str) -> Note:
    """What `file` says of the cards `found`; nothing of others, and nothing where it is broken."""
    unknown = Note(found, qt)
    try:
        content = json.loads(file.read_bytes())
        note = Note(tuple(content["cards"]), content["qt"], Verdict(content["verdict"]))
    except (OSError, ValueError, KeyError, TypeError):
        return unknown
    return note if (note.cards, note.qt) == (found, qt) else unknown


def remember(file: Path, note: Note) -> None:
    """Keep `note` in `file`; without a word where that cannot be: it is only found out again."""
    content = {"cards": note.cards, "qt": note.qt, "verdict": note.verdict}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
    except OSError:
        return
