"""The files in which a site keeps its settings, read within limits; nothing is executed."""

import json
import os
import re
import stat
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from editor import front_matter

_LONGEST = 256 * 1024  # bytes, as many as front matter may have
_DEEPEST = 100  # tables and lists within each other
_ENDINGS = (".toml", ".yaml", ".yml", ".json")


def settings_in(file: Path, root: Path) -> Mapping[str, object]:
    """The settings in `file`; {} where it is none, or lies outside of `root`.

    It is read again when it has changed. A setting that cannot be read is left out, the others of
    a file in YAML stay.
    """
    stamp = _stamp(file, root)
    return {} if stamp is None else _read(file, stamp)


def text_in(file: Path, root: Path) -> str:
    """The text of `file`, "" where it is none, or lies outside of `root`."""
    stamp = _stamp(file, root)
    return "" if stamp is None else _text(file, stamp)


# A post is rendered at every key that is typed; a file that did not change is not read again.
_Stamp = tuple[int, int]  # when the file was written, and how long it is


def _stamp(file: Path, root: Path) -> _Stamp | None:
    try:
        real = Path(os.path.realpath(file))
        status = real.stat()
        is_inside = real.is_relative_to(os.path.realpath(root))
    except (OSError, ValueError):
        return None
    is_readable = is_inside and stat.S_ISREG(status.st_mode) and status.st_size <= _LONGEST
    return (status.st_mtime_ns, status.st_size) if is_readable else None


@lru_cache(maxsize=32)
def _text(file: Path, _: _Stamp) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LONGEST)
    except OSError:
        return ""
    text = content.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=32)
def _read(file: Path, stamp: _Stamp) -> Mapping[str, object]:
    text, ending = _text(file, stamp), file.suffix.lower()
    if ending not in _ENDINGS:
        return {}
    if ending == ".json":
        return _from_json(text)
    fence = "+++" if ending == ".toml" else "---"
    lines = (line for line in text.split("\n") if line.rstrip() not in ("---", "...", "+++"))
    return front_matter.values("\n".join([fence, *lines, fence, ""]))


def _from_json(text: str) -> Mapping[str, object]:
    if text.count("{") + text.count("[") > _DEEPEST * 100:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def merged(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Both settings, table by table; those `above` win. Names in any case are the same."""
    found = {key.lower(): value for key, value in below.items()}
    for key, value in above.items():
        name, there = key.lower(), found.get(key.lower())
        both = isinstance(value, Mapping) and isinstance(there, Mapping)
        found[name] = merged(_named(there), _named(value)) if both else value
    return found


def _named(table: object) -> Mapping[str, object]:
    return {str(key): value for key, value in table.items()} if isinstance(table, Mapping) else {}


@lru_cache(maxsize=200)
def glob_pattern(glob: str, *, through_folders: bool = False) -> re.Pattern[str]:
    """What a shell's pattern matches: `*` stays within a folder, or goes `through_folders`.

    Of a pattern that is too long, nothing.
    """
    if len(glob) > _LONGEST_PATTERN:
        return re.compile(r"(?!)")
    inner = "." if through_folders else "[^/]"
    made, place = "", 0
    while place < len(glob):
        piece = _GLOB_PIECE.match(glob, place)
        assert piece is not None
        place = piece.end()
        match piece[0]:
            case "**/" if not through_folders:
                made += "(?:[^/]+/)*"
            case "*" | "**" | "**/":
                made += f"{inner}*" if not made.endswith(f"{inner}*") else ""
            case "?":
                made += inner
            case text if len(text) > 2:  # a set of characters
                negated = text[1] in "!^"
                chosen = re.escape(text[1 + negated : -1]).replace(r"\-", "-")
                made += f"[{'^' if negated else ''}{chosen}]"
            case text:
                made += re.escape(text.removeprefix("\\") or text)
    try:
        return re.compile(made + r"\Z", re.DOTALL)
    except re.error:  # a set such as [z-a]
        return re.compile(re.escape(glob) + r"\Z")


_LONGEST_PATTERN = 200
_GLOB_PIECE = re.compile(r"\*\*/|\*+|\?|\[[!^]?[^\]]+\]|\\.|.", re.DOTALL)
