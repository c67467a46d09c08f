"""One field as read on its own, whatever its format: an `Entry`, and what is done with any."""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from .head import Problem
from .model import AsTyped, Field, Value, same
from .notation import date_like, number_like, switch_like


class Style(Enum):
    """How a value is written."""

    EMPTY = auto()
    PLAIN = auto()
    SINGLE = auto()
    DOUBLE = auto()
    LITERAL = auto()  # | in YAML, ''' in TOML
    FOLDED = auto()  # > in YAML
    TRIPLE = auto()  # three double quotes in TOML
    FLOW = auto()  # [a, b]
    BLOCK = auto()  # - a
    OTHER = auto()  # what is only shown: mappings, lists of lists, YAML's anchors and tags


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, at `start` to `end` of its field."""

    start: int
    end: int
    style: Style
    shown: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as read on its own. Offsets and lines count from its start."""

    key: str
    value: Value
    shown: str | tuple[str, ...]
    key_end: int
    separator: int  # where the colon or equals sign stands
    value_start: int
    value_end: int
    style: Style
    editable: bool
    items: tuple[Item, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a field stands in a head."""

    start: int
    end: int
    entry: Entry | Problem  # a Problem: what stands there is no field
    may_repeat: bool = False  # more fields of that key may follow


@dataclass(frozen=True, slots=True)
class Spacing:
    """How keys, separators and values of the fields around stand, for a field to add."""

    before: str = ""  # the separator
    after: str = " "
    separator_at: int = 0  # the column of all separators, 0 where they follow their keys
    value_at: int = 0  # the column of all values, 0 where they follow their separators

    def before_separator(self, key: str) -> str:
        """What goes between `key`, with its indentation, and its separator."""
        return " " * (self.separator_at - len(key)) or self.before

    def before_value(self, separator: int) -> str:
        """What goes between a separator in that column and its value."""
        return " " * (self.value_at - separator - 1) or self.after


def spacing(fields: Sequence[tuple[str, Entry]], usual: Spacing) -> Spacing:
    """The spacing of `fields`, each its lines and what they were read as; without any, `usual`."""
    places = [
        (entry.key_end, entry.separator, entry.value_start)
        for lines, entry in fields
        if entry.value_end > entry.value_start and "\n" not in lines[: entry.value_start]
    ]
    if not places:
        return usual
    key_end, separator, value = places[-1]
    keys, separators, values = (set(column) for column in zip(*places, strict=True))
    aligned = len(keys) > 1
    one_by_one = not aligned or len(values) > 1
    return Spacing(
        before=" " * (separator - key_end) if one_by_one else usual.before,
        after=" " * (value - separator - 1) if one_by_one else usual.after,
        separator_at=separator if aligned and len(separators) == 1 else 0,
        value_at=value if aligned and len(values) == 1 else 0,
    )


def field_of(entry: Entry, text: str, piece: tuple[int, int], line: int, form: str) -> Field:
    """`entry`, read from that piece of `text`, which starts on that line, in that format."""
    offset, after = piece
    start, end = offset + entry.value_start, offset + entry.value_end
    problem = entry.problem.moved(line, offset, entry.key) if entry.problem else None
    # The entry may be remembered: a caller that changes the list it gets must not change that one.
    value = deepcopy(entry.value) if isinstance(entry.value, list | dict) else entry.value
    return Field(
        key=entry.key,
        value=value,
        raw=text[start:end],
        line=line,
        start=offset,
        end=after,
        value_start=start,
        value_end=end,
        problem=problem,
        editable=entry.editable,
        shown=entry.shown,
        format=form,
    )


def holds(entry: Entry, lines: str, value: Value) -> bool:
    """Whether `entry`, read from `lines`, is `value`, or stands as that was typed."""
    if isinstance(value, AsTyped):
        return lines[entry.value_start : entry.value_end] == value.strip()
    if entry.problem:
        return False
    if isinstance(value, list) and any(isinstance(part, AsTyped) for part in value):
        return isinstance(entry.shown, tuple) and list(entry.shown) == value
    return same(entry.value, value)


def first_that_holds(
    ways: Iterable[str], entry: Entry, value: Value, read_entry: Callable[[str], Entry | Problem]
) -> str:
    """Of the `ways` to write the lines of `entry` the first that reads back as `value`.

    Raises ValueError where there is none.
    """
    for written in ways:
        again = read_entry(written)
        if isinstance(again, Entry) and again.key == entry.key and holds(again, written, value):
            return written
    raise ValueError("no way to write it")


def in_notation(entry: Entry, raw: str, value: Value) -> Value:
    """`value`, where it is a date, a number or a switch, as the one it replaces is written."""
    if isinstance(value, AsTyped) or entry.problem:
        return value
    if isinstance(value, bool) and isinstance(entry.value, bool):
        return switch_like(raw, value)
    if isinstance(value, int | float) and type(value) is type(entry.value):
        return number_like(raw, value) or value
    if isinstance(value, date):
        if isinstance(entry.value, str) and raw != entry.value:  # in quotes
            written = date_like(entry.value, value)
            return value if written is None else str(written)
        return date_like(raw, value) or value
    return value


def kept_items(entry: Entry, values: Sequence[Value]) -> list[int | None]:
    """For each of `values` the old item that is that value, each used once, or None."""
    unused = list(range(len(entry.items)))
    kept: list[int | None] = []
    for value in values:
        old = next((i for i in unused if _is_item(entry, i, value)), None)
        if old is not None:
            unused.remove(old)
        kept.append(old)
    return kept


def _is_item(entry: Entry, i: int, value: Value) -> bool:
    shown = entry.items[i].shown
    if isinstance(value, str):
        return shown == value and isinstance(shown, AsTyped) == isinstance(value, AsTyped)
    return isinstance(entry.value, list) and same(entry.value[i], value)


def item_style(entry: Entry) -> Style:
    """The style of all items of a list, PLAIN where they differ or there are none."""
    styles = {item.style for item in entry.items}
    return styles.pop() if len(styles) == 1 else Style.PLAIN


def in_brackets(lines: str, entry: Entry, parts: Sequence[str]) -> str:
    """A list `[…]` of the items `parts`; its brackets and what stands between items stay."""
    start, end, items = entry.value_start, entry.value_end, entry.items
    if not parts:
        lead = lines[start + 1 : items[0].start] if items else ""
        return f"[{lead}]" if lead == " " else "[]"
    if not items:
        inside = lines[start + 1 : end - 1]
        return "[" + inside + ", ".join(parts) + inside + "]"
    tail = lines[items[-1].end : end]
    if "#" in tail and len(parts) > len(items):
        # The comment stays beside the item it stands by: what is added goes below.
        beside, _, closing = tail.partition("\n")
        below = in_brackets(lines, replace(entry, value_end=items[-1].end), parts[: len(items)])
        line_start = lines.rfind("\n", 0, items[-1].start) + 1
        indent = lines[line_start : items[-1].start]
        added = ",\n".join(indent + part for part in parts[len(items) :])
        comma = "" if beside.startswith(",") else ","
        return f"{below}{comma}{beside}\n{added}{'' if comma else ','}\n{closing}"
    between = [lines[item.end : following.start] for item, following in pairwise(items)]
    lead = lines[start + 1 : items[0].start]
    alone = (
        f",{lead}" if "\n" in lead and "#" not in lead else ", "
    )  # each item on a line of its own, or not
    usual = next((gap for gap in reversed(between) if "#" not in gap), alone)
    between += [usual] * (len(parts) - len(items))
    written = parts[0]
    for separator, part in zip(between, parts[1:], strict=False):
        written += separator + part
    return lines[start : items[0].start] + written + tail
