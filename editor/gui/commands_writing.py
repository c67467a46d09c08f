"""The part of the catalogue that changes the post's text: lines, formats, tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from editor.gui.actions import Command

translate = QCoreApplication.translate


def submenus() -> dict[str, tuple[str, str]]:
    """The menus inside menus, by name: title and names."""
    return {
        "lines": (
            translate("commands", "L&ines"),
            "move_up move_down duplicate join delete_lines",
        ),
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
