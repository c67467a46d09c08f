"""The menus of the posts pane: what can be done with a post, and which posts are shown."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from editor.library import query
from editor.library.entry import Entry

translate = QCoreApplication.translate

COMMANDS = "open open_in_window - new rename duplicate - publish unpublish - show_in_files trash"
_MOST_VALUES = 30  # of tags, categories and years


def of_post(entry: Entry | None, run: Callable[[str], object], parent: QWidget) -> QMenu:
    """What can be done with a post; without one, only a new one can be asked for."""
    menu = QMenu(parent)
    labels = _labels()
    for name in COMMANDS.split():
        if name == "-":
            menu.addSeparator()
        elif _fits(name, entry):
            menu.addAction(labels[name], partial(run, name))
    return menu


def _fits(name: str, entry: Entry | None) -> bool:
    if entry is None:
        return name == "new"
    if name == "publish":
        return entry.is_draft
    return name != "unpublish" or not entry.is_draft


def _labels() -> dict[str, str]:
    return {
        "open": translate("PostsPane", "&Open"),
        "open_in_window": translate("PostsPane", "Open in a ne&w window"),
        "new": translate("commands", "&New post"),
        "rename": translate("commands", "&Rename…"),
        "duplicate": translate("commands", "&Duplicate the post"),
        "publish": translate("commands", "&Publish"),
        "unpublish": translate("commands", "Make it a draft &again"),
        "show_in_files": translate("commands", "&Show its folder"),
        "trash": translate("commands", "Move to the &trash"),
    }


def fill_filters(
    menu: QMenu,
    entries: Iterable[Entry],
    sort: str,
    set_sort: Callable[[str], object],
    toggle: Callable[[str, str], object],
) -> None:
    """Fill `menu` with the orders and the filters; `toggle` gets a filter's name and value."""
    menu.clear()
    group = QActionGroup(menu)
    for name, label in _sorts().items():
        action = menu.addAction(label, partial(set_sort, name))
        action.setCheckable(True)
        action.setChecked(name == sort)
        group.addAction(action)
    menu.addSeparator()
    menu.addAction(translate("PostsPane", "Only &drafts"), partial(toggle, "draft", ""))
    menu.addAction(translate("PostsPane", "Only posts to &mend"), partial(toggle, "broken", ""))
    menu.addSeparator()
    entries = list(entries)
    for title, name, key in (
        (translate("PostsPane", "By t&ag"), "tags", "tag"),
        (translate("PostsPane", "By &category"), "categories", "category"),
        (translate("PostsPane", "By &year"), "year", "year"),
    ):
        values = query.counted(entries, name)[:_MOST_VALUES]
        submenu = menu.addMenu(title)
        submenu.setEnabled(bool(values))
        for value, count in values:
            label = f"{value}  ({count})".replace("&", "&&")
            submenu.addAction(label, partial(toggle, key, value))


def _sorts() -> dict[str, str]:
    return {
        "newest": translate("PostsPane", "&Newest first"),
        "oldest": translate("PostsPane", "&Oldest first"),
        "title": translate("PostsPane", "By &title"),
        "changed": translate("PostsPane", "&Last changed first"),
    }
