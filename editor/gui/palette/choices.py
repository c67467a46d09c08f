"""What the palette lists: commands, settings, headings and posts, each with its name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from editor.fuzzy import Name
from editor.gui.fields.dates import long_date
from editor.headings import Heading
from editor.library.entry import Entry

translate = QCoreApplication.translate


class Kind(Enum):
    """What a choice leads to."""

    COMMAND = "command"
    SETTING = "setting"
    HEADING = "heading"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the palette."""

    kind: Kind
    key: str | int  # a command's or setting's name, a heading's line, a post's place
    name: Name  # its text, and words that find it too
    beside: str = ""  # what is shown beside the name, more quietly
    keys: str = ""  # in the notation of the system
    is_enabled: bool = True
    is_on: bool = False


def of_commands(actions: Mapping[str, QAction], places: Mapping[str, str]) -> list[Choice]:
    """The commands, in the order of the menus; `places` tell which menu each stands in."""
    order = {name: number for number, name in enumerate(places)}
    names = sorted(actions, key=lambda name: order.get(name, len(order)))
    return [_of_command(name, actions[name], places.get(name, "")) for name in names]


def _of_command(name: str, action: QAction, place: str) -> Choice:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = plain(action.text())
    is_on = action.isCheckable() and action.isChecked()
    known = Name.of(text, place)
    return Choice(Kind.COMMAND, name, known, place, keys, action.isEnabled(), is_on)


def of_settings(settings: Iterable[tuple[str, str]]) -> list[Choice]:
    """The settings, given by name and label."""
    beside = translate("palette", "Preferences")
    return [Choice(Kind.SETTING, name, Name.of(label, beside), beside) for name, label in settings]


def of_headings(headings: Sequence[Heading]) -> list[Choice]:
    """The headings of the post in front, in their order."""
    beside = translate("palette", "Heading")
    return [
        Choice(Kind.HEADING, heading.line, Name.of(heading.text), beside) for heading in headings
    ]


def of_post(entry: Entry) -> Choice:
    """A post of the site."""
    draft = translate("palette", "Draft")
    beside = draft if entry.is_draft else long_date(entry.date)
    words = " ".join((entry.place, *entry.tags, *entry.categories))
    return Choice(Kind.POST, entry.place, Name.of(entry.title, words), beside or entry.place)


def places_of(
    menus: Sequence[tuple[str, str]], submenus: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """In which menu each command stands, in the order of the menus; see `commands_menu.menus`."""
    places: dict[str, str] = {}

    def walk(names: str, path: str) -> None:
        for name in names.split():
            if name.startswith(">"):
                title, inside = submenus[name[1:]]
                walk(inside, f"{path} › {plain(title)}")
            elif name != "-":
                places.setdefault(name, path)

    for title, names in menus:
        walk(names, plain(title))
    return places


def plain(text: str) -> str:
    """The text of an action or a menu without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
