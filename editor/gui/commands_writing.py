"""The part of the catalogue that changes the post's text: lines, formats, tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from editor.gui.actions import Command

translate = QCoreApplication.translate

_LINES = "move_up move_down duplicate join delete_lines"
_HEADINGS = "heading heading_1 heading_2 heading_3 heading_4 heading_5 heading_6 - promote demote"
# Where digits need Shift, as in France, Ctrl, Shift and the key are Ctrl and the digit to Qt.
_NUMBERS, _TASKS = "Ctrl+Shift+7; Ctrl+7", "Ctrl+Shift+9; Ctrl+9"
_TABLE = (
    "new_table table_tidy - row_above row_below row_up row_down delete_row - "
    "column_before column_behind delete_column - align_left align_centre align_right"
)
_FORMATS = (
    "bold italic strike code - >headings quote list numbers tasks task_done - "
    "code_block highlight >table link image footnote rule excerpt"
)
# What runs at the carets of the source, see `gui/writing/text_changes.py`.
COMMANDS = tuple(
    name
    for name in f"{_LINES} {_HEADINGS} {_TABLE} {_FORMATS}".split()
    if name[0] not in "->" and name not in ("link", "image", "new_table")
)


def menu_of_formats() -> str:
    """The names in the menu of formats."""
    return _FORMATS


def submenus() -> dict[str, tuple[str, str]]:
    """The menus inside menus, by name: title and names."""
    return {
        "lines": (translate("commands", "L&ines"), _LINES),
        "headings": (translate("commands", "&Heading"), _HEADINGS),
        "table": (translate("commands", "&Table"), _TABLE),
    }


def of_lines() -> Sequence[Command]:
    """What moves, doubles, joins and deletes lines, and selects in several places."""
    next_one = translate("commands", "Select the next li&ke it")
    return (
        Command("select_next", next_one, "Ctrl+D", in_source=True),
        Command("move_up", translate("commands", "Move &up"), "Alt+Up", in_source=True),
        Command("move_down", translate("commands", "Move &down"), "Alt+Down", in_source=True),
        Command("duplicate", translate("commands", "Du&plicate"), "Ctrl+Shift+D", in_source=True),
        Command("join", translate("commands", "&Join"), "Ctrl+J", in_source=True),
        Command("delete_lines", translate("commands", "De&lete"), "Ctrl+Shift+K", in_source=True),
    )


def of_formats() -> Sequence[Command]:
    """Marks around words and before lines, and blocks of their own."""
    struck = translate("commands", "&Struck out")
    numbers = translate("commands", "&Numbered list")
    block = translate("commands", "Code bl&ock")
    done = translate("commands", "Task &done")
    rule = translate("commands", "Horizontal &rule")
    return (
        Command("bold", translate("commands", "&Bold"), "Ctrl+B", "bold"),
        Command("italic", translate("commands", "&Italic"), "Ctrl+I", "italic"),
        Command("strike", struck, "Ctrl+Shift+X", "strikethrough"),
        Command("code", translate("commands", "&Code"), "Ctrl+E", "code"),
        *_of_headings(),
        Command("quote", translate("commands", "&Quote"), "Ctrl+Shift+B", "quote"),
        Command("list", translate("commands", "Bulleted &list"), "Ctrl+Shift+L", "list"),
        Command("numbers", numbers, _NUMBERS, "list-ordered"),
        Command("tasks", translate("commands", "T&ask list"), _TASKS, "task-list"),
        Command("task_done", done, "Ctrl+Return", in_source=True),
        Command("code_block", block, "Ctrl+Shift+E", "code-block"),
        Command("highlight", translate("commands", "Code in the &generator's tags")),
        *_of_tables(),
        Command("link", translate("commands", "Lin&k"), "Ctrl+K", "link"),
        Command("image", translate("commands", "I&mage…"), "Ctrl+Shift+I", "image"),
        Command("footnote", translate("commands", "&Footnote"), "Ctrl+Shift+R", "footnote"),
        Command("rule", rule, "Ctrl+Shift+Return", "rule", in_source=True),
        Command("excerpt", translate("commands", "&End of the excerpt"), "Ctrl+Shift+M"),
    )


def _of_headings() -> Sequence[Command]:
    return (
        Command("heading", translate("commands", "&Next level"), "Ctrl+Shift+H", "heading"),
        *(
            Command(
                f"heading_{level}",
                translate("commands", "Level &{number}").format(number=level),
                f"Ctrl+{level}",
            )
            for level in range(1, 7)
        ),
        Command("promote", translate("commands", "One level &up"), "Alt+PgUp", in_source=True),
        Command("demote", translate("commands", "One level &down"), "Alt+PgDown", in_source=True),
    )


def _of_tables() -> Sequence[Command]:
    return (
        Command("new_table", translate("commands", "&New table…"), "Ctrl+Shift+Y", "table"),
        Command("table_tidy", translate("commands", "&Tidy up"), "Alt+Shift+T", in_source=True),
        Command("row_above", translate("commands", "Row &above")),
        Command("row_below", translate("commands", "Row &below")),
        Command("row_up", translate("commands", "Move the row &up")),
        Command("row_down", translate("commands", "Move the row &down")),
        Command("delete_row", translate("commands", "Delete the r&ow")),
        Command("column_before", translate("commands", "Column be&fore")),
        Command("column_behind", translate("commands", "Column b&ehind")),
        Command("delete_column", translate("commands", "Delete the colu&mn")),
        Command("align_left", translate("commands", "Align &left")),
        Command("align_centre", translate("commands", "Align at the &centre")),
        Command("align_right", translate("commands", "Align &right")),
    )
