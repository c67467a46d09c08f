"""What a command makes of a text and a selection; and of both a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.edits import Edit


@dataclass(frozen=True)
class Formatted:
    """The edits of a formatting command, and the selection after them."""

    edits: Sequence[Edit]
    start: int
    end: int


def make_link(text: str, start: int, end: int, address: str = "") -> Formatted:
    """Make the selection the text of a link to `address`; the caret goes where something lacks."""
    label = text[start:end]
    if not address and re.fullmatch(r"(?:https?://|www\.)\S+", label):
        label, address = "", label
    new = f"[{label}]({address})"
    caret = start + (1 if not label else len(label) + 3)
    return Formatted([Edit(start, end, new)], caret, caret + (0 if not label else len(address)))
