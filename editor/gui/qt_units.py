"""Places in a text as Qt counts them: a character beyond U+FFFF counts two units."""

from collections.abc import Sequence


def is_wide(text: str) -> bool:
    """Whether a character of `text` takes two of Qt's units, so that places must be converted."""
    return not text.isascii() and max(text) > "\uffff"


def length(text: str) -> int:
    """The length of `text` in Qt's units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_code_points(text: str, positions: Sequence[int], *, is_wide: bool) -> list[int]:
    """Qt's `positions` in `text` in characters."""
    if not is_wide:
        return list(positions)
    units = text.encode("utf-16-le", "surrogatepass")
    places, done, place = {}, 0, 0
    for position in sorted(set(positions)):
        place += len(units[2 * done : 2 * position].decode("utf-16-le", "replace"))
        done = position
        places[position] = place
    return [places[position] for position in positions]


def from_code_points(text: str, places: Sequence[int], *, is_wide: bool) -> list[int]:
    """The `places` in `text`, in characters, as Qt's positions."""
    if not is_wide:
        return list(places)
    positions, done, position = {}, 0, 0
    for place in sorted(set(places)):
        position += length(text[done:place])
        done = place
        positions[place] = position
    return [positions[place] for place in places]
