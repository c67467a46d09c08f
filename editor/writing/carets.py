"""One command at several carets at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.edits import Edit
from editor.formatting import Formatted

# What a key or a command does to a text and a selection; None: nothing of its own.
Command = Callable[[str, int, int], Formatted | None]


@dataclass(frozen=True)
class FormattedAll:
    """The edits of a command at several carets, and their selections after them."""

    edits: Sequence[Edit]
    selections: Sequence[tuple[int, int]]


def at_all(
    text: str, selections: Sequence[tuple[int, int]], command: Command
) -> FormattedAll | None:
    """`command` at each of `selections`, which stand in the order of the text and do not overlap.

    Where it would change what it has changed for a caret before, it is left out. None where it
    does nothing anywhere.
    """
    done: list[Edit] = []
    after: list[tuple[int, int]] = []
    last, total, is_done = 0, 0, False
    for start, end in selections:
        formatted = command(text, start, end)
        is_done = is_done or formatted is not None
        edits = sorted(formatted.edits if formatted else (), key=lambda edit: edit.start)
        if edits and edits[0].start < last:
            formatted, edits = None, []
        grown = total if start >= last else _growth(done, start)
        places = (formatted.start, formatted.end) if formatted else (start, end)
        after.append((places[0] + grown, places[1] + grown))
        done += edits
        total += _growth(edits, len(text))
        last = max([last, *(edit.end for edit in edits)])
    return FormattedAll(done, after) if is_done else None


def _growth(edits: Sequence[Edit], place: int) -> int:
    """How much longer `edits` make what stands before `place`."""
    return sum(len(edit.new) - (edit.end - edit.start) for edit in edits if edit.end <= place)


def typing(new: str) -> Command:
    """The command that puts `new` in place of the selection."""

    def command(_text: str, start: int, end: int) -> Formatted:
        return Formatted([Edit(start, end, new)], start + len(new), start + len(new))

    return command


def deleting(by: int) -> Command:
    """The command that deletes the selection, else the character before (-1) or behind (1)."""

    def command(text: str, start: int, end: int) -> Formatted:
        if start == end:
            start, end = (max(0, start - 1), end) if by < 0 else (start, min(len(text), end + 1))
        return Formatted([Edit(start, end, "")] if start < end else [], start, start)

    return command


def either(first: Command, second: Command) -> Command:
    """`first`, and where it has nothing to do `second`."""
    return lambda text, start, end: first(text, start, end) or second(text, start, end)


def next_occurrence(text: str, words: str, behind: int, first: int) -> int:
    """Where `words` stand next behind a place, else from `first` on; -1 for nowhere."""
    found = text.find(words, behind)
    return found if found >= 0 else text.find(words, first)
