"""How the fields of a head of YAML are written, for what is written beside them to look alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .entries import Entry, Item, Spacing, Style, item_style, spacing
from .model import AsTyped
from .yaml_reading import read_entry
from .yaml_texts import plain_is_text
from .yaml_writing import needed_quotes

QUOTED = (Style.SINGLE, Style.DOUBLE)
USUAL = Spacing()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the fields around are written: for a field to add, and a value where none stood."""

    indent: str = ""  # of the keys
    spacing: Spacing = USUAL
    lists: Style = Style.FLOW
    list_indent: str = "  "
    habit: frozenset[Style] = frozenset()  # the quotes around texts that need none

    def style(self, part: Entry | Item, lines: str, *, in_flow: bool = False) -> Style:
        """The style that a new text in place of `part` of `lines` keeps.

        That is PLAIN where quotes stand because the old text needs them, and no other field shows
        that the writer puts them around all texts.
        """
        text = part.value if isinstance(part, Entry) else part.shown
        if part.style not in QUOTED or part.style in self.habit or not isinstance(text, str):
            return part.style
        start, end = _span(part)
        by_need = not plain_is_text(text, in_flow=in_flow)
        if by_need and lines[start:end] == needed_quotes(text, self.habit):
            return Style.PLAIN
        return part.style

    def item_style(self, entry: Entry, lines: str) -> Style:
        """The style of all items of a list, PLAIN where they differ or there are none."""
        style = item_style(entry)
        in_flow = entry.style is Style.FLOW
        kept = {self.style(item, lines, in_flow=in_flow) for item in entry.items}
        return style if style in kept else Style.PLAIN


def manner(fields: list[str]) -> Manner:
    """The manner of `fields`, given as their lines."""
    entries = [(lines, entry) for lines in fields if isinstance(entry := read_entry(lines), Entry)]
    habit = frozenset(style for _, entry in entries for style in _needless_quotes(entry))
    found = Manner(spacing=spacing(entries, USUAL), habit=habit)
    for lines, entry in entries:
        found = replace(found, indent=leading(lines))
        if entry.style is Style.BLOCK and entry.items:
            item_line = lines.rfind("\n", 0, entry.items[0].start) + 1
            found = replace(found, lists=Style.BLOCK, list_indent=leading(lines[item_line:]))
        elif entry.style is Style.FLOW and entry.items:
            found = replace(found, lists=Style.FLOW)
    return found


def leading(line: str) -> str:
    """The spaces and tabs that `line` starts with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _needless_quotes(entry: Entry) -> Iterator[Style]:
    if entry.problem:
        return
    if entry.style in QUOTED and isinstance(entry.value, str) and plain_is_text(entry.value):
        yield entry.style
    in_flow = entry.style is Style.FLOW
    for item in entry.items:
        is_text = not isinstance(item.shown, AsTyped)
        if item.style in QUOTED and is_text and plain_is_text(item.shown, in_flow=in_flow):
            yield item.style


def _span(part: Entry | Item) -> tuple[int, int]:
    if isinstance(part, Item):
        return part.start, part.end
    return part.value_start, part.value_end
