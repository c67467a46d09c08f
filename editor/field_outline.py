"""Fields within a field, laid out to be read: what a mapping or a list of mappings holds."""

from dataclasses import dataclass
from datetime import date, datetime, time

_LONGEST = 200  # characters shown of one value
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline."""

    depth: int  # from 0
    name: str  # the key; of the first line of a mapping in a list its number before it: `2. url`
    text: str  # "" where what belongs to it follows below


def outline(value: object, most: int) -> tuple[tuple[Line, ...], bool]:
    """At most `most` lines of what `value` holds, and whether that is all of it."""
    lines: list[Line] = []
    _add(lines, value, 0, "", most)
    return tuple(lines[:most]), len(lines) <= most


def _add(lines: list[Line], value: object, depth: int, mark: str, most: int) -> None:
    if len(lines) > most:
        return
    if isinstance(value, dict) and depth < _DEEPEST:
        for key, part in value.items():
            name, mark = f"{mark}{key}", ""
            if _is_open(part):
                lines.append(Line(depth, name, ""))
                _add(lines, part, depth + 1, "", most)
            else:
                lines.append(Line(depth, name, _flat(part)))
            if len(lines) > most:
                return
    elif isinstance(value, list) and depth < _DEEPEST:
        for number, part in enumerate(value, 1):
            if _is_open(part):
                _add(lines, part, depth, f"{number}. ", most)
            else:
                lines.append(Line(depth, f"{number}.", _flat(part)))
            if len(lines) > most:
                return
    else:
        lines.append(Line(depth, mark.strip(), _flat(value)))


def _is_open(value: object) -> bool:
    """Whether a value takes lines of its own."""
    if isinstance(value, list):
        return any(isinstance(part, dict | list) for part in value)
    return isinstance(value, dict) and bool(value)


def _flat(value: object) -> str:
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case list():
            text = ", ".join("…" if _is_open(part) else _flat(part) for part in value[:_LONGEST])
        case dict():
            text = "…" if value else ""
        case datetime() | date() | time():
            text = value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
        case _:
            text = " ".join(str(value)[: 4 * _LONGEST].split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
