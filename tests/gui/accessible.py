"""The tree that a screen reader sees of a window, as Qt builds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
# What the writer acts on: each must say what it is.
ROLES = {
    *(Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton),
    *(Role.EditableText, Role.ComboBox, Role.SpinBox, Role.Slider, Role.List, Role.Tree),
    *(Role.Table, Role.PageTab, Role.MenuItem, Role.Link, Role.Dialog, Role.ListItem),
    *(Role.TreeItem, Role.Cell),
}


@dataclass(frozen=True)
class Control:
    """One thing that a screen reader tells of."""

    role: str
    name: str
    description: str
    is_focusable: bool
    widget: str  # its class and the name of the object, for who has to mend it

    @property
    def is_unnamed(self) -> bool:
        """Whether the writer cannot know what it is."""
        return not self.name.strip()


def controls(root: QWidget) -> list[Control]:
    """All that can be acted on in `root`, whether it has the focus, a key or the mouse."""
    return list(_walk(QAccessible.queryAccessibleInterface(root)))


def _walk(one: QAccessibleInterface) -> Iterator[Control]:
    state = one.state()
    role = one.role()
    if state.invisible and role not in (Role.PopupMenu, Role.MenuItem):
        return  # a menu is closed, and still what it offers is part of the window
    separator = role is Role.MenuItem and not one.text(QAccessible.Text.Name) and state.disabled
    if (role in ROLES or state.focusable) and not separator:
        thing = one.object()
        yield Control(
            role.name,
            one.text(QAccessible.Text.Name),
            one.text(QAccessible.Text.Description),
            bool(state.focusable),
            f"{type(thing).__name__} {thing.objectName()}" if thing is not None else "",
        )
    for place in range(one.childCount()):
        child = one.child(place)
        if child is not None:
            yield from _walk(child)
