"""The commands of the catalogue that change the text, each as what it does to a selection."""

from collections.abc import Callable, Mapping
from functools import partial

from editor.formatting import Formatted
from editor.generators import GENERATORS
from editor.gui.posts.document import Document
from editor.site import Site
from editor.writing import insertions, line_commands, line_marks, marks, tables
from editor.writing.carets import Command
from editor.writing.dialects import Manner, manner_of


def command_of(name: str, document: Document, site: Site) -> Command:
    """What the command `name` does in `document`, written as the generator of `site` reads it."""
    manner = manner_of(site.generator)
    if name == "excerpt":
        return _with(insertions.excerpt_mark, _excerpt_mark(document, site, manner))
    if name == "code_block" and _writes_tags(document.text, manner):
        name = "highlight"
    for commands in (_LINES, _marks(manner), _blocks(manner), _tables(manner)):
        if name in commands:
            return commands[name]
    raise KeyError(name)


def _with(command: Callable[..., Formatted], *last: object, **named: object) -> Command:
    """`command` with what else it is to be given."""
    return lambda text, start, end: command(text, start, end, *last, **named)


_LINES: Mapping[str, Command] = {
    "move_up": _with(line_commands.move, -1),
    "move_down": _with(line_commands.move, 1),
    "duplicate": line_commands.duplicate,
    "join": line_commands.join,
    "delete_lines": line_commands.delete,
    "heading": line_marks.cycle_heading,
    **{f"heading_{level}": _with(line_marks.set_heading, level) for level in range(1, 7)},
    "promote": _with(line_marks.shift_headings, -1),
    "demote": _with(line_marks.shift_headings, 1),
    "quote": line_marks.toggle_quote,
    "task_done": line_marks.toggle_done,
    "footnote": insertions.footnote,
    "rule": insertions.rule,
}


def _marks(manner: Manner) -> Mapping[str, Command]:
    struck = marks.struck(*manner.strike)
    every = {"bold": marks.BOLD, "italic": marks.ITALIC, "strike": struck, "code": marks.CODE}
    return {name: _with(marks.toggle, mark) for name, mark in every.items()}


def _blocks(manner: Manner) -> Mapping[str, Command]:
    toggle_list = partial(line_marks.toggle_list, needs_blank=manner.list_needs_blank)
    return {
        "list": _with(toggle_list, "bullets"),
        "numbers": _with(toggle_list, "numbers"),
        "tasks": _with(toggle_list, "tasks"),
        "code_block": insertions.code_block,
        "highlight": _with(insertions.code_block, manner.highlight),
    }


def _tables(manner: Manner) -> Mapping[str, Command]:
    changes: Mapping[str, tuple[Callable[..., Formatted], tuple[object, ...]]] = {
        "table_tidy": (tables.tidy, ()),
        "row_above": (tables.add_row, (0,)),
        "row_below": (tables.add_row, (1,)),
        "row_up": (tables.move_row, (-1,)),
        "row_down": (tables.move_row, (1,)),
        "delete_row": (tables.delete_row, ()),
        "column_before": (tables.add_column, (0,)),
        "column_behind": (tables.add_column, (1,)),
        "delete_column": (tables.delete_column, ()),
        "align_left": (tables.align, ("left",)),
        "align_centre": (tables.align, ("centre",)),
        "align_right": (tables.align, ("right",)),
    }
    return {
        name: tables.in_table(change, manner, *last) for name, (change, last) in changes.items()
    }


def _writes_tags(text: str, manner: Manner) -> bool:
    """Whether the post writes its code by the generator's tags, and not by fences."""
    if manner.highlight is None or "```" in text or "~~~" in text:
        return False
    return manner.highlight[0].partition(" {}")[0] in text


def _excerpt_mark(document: Document, site: Site, manner: Manner) -> str:
    """What ends the excerpt by the post's front matter, or by the site's settings."""
    if site.generator != "jekyll":
        return manner.excerpt
    field = document.front_matter.field("excerpt_separator")
    settings = GENERATORS["jekyll"].read_settings(site.root) if site.root else {}
    mark = field.value if field is not None else settings.get("excerpt_separator")
    return mark.strip() if isinstance(mark, str) and mark.strip() else manner.excerpt
