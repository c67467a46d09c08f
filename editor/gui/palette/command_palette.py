"""The palette itself: one list of all that the window can do or show."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from editor import fuzzy
from editor.gui.chooser import Chooser
from editor.gui.flat_label import flat_tip
from editor.gui.library.post_library import PostLibrary
from editor.gui.palette.choice_row import CHOICE, ChoiceRow
from editor.gui.palette.choices import Choice, Kind, of_post
from editor.library.entry import Entry, newest_first

_SIZE = QSize(720, 480)
_MOST_SHOWN = 60
_AT_ONCE = 400  # posts made ready to be found before the keys get their turn
# What is found equally well comes in this order. A tenth decides between equals.
_OF_KIND = {Kind.COMMAND: 0.3, Kind.SETTING: 0.2, Kind.HEADING: 0.1, Kind.POST: 0.0}
_OF_RECENT = 0.9  # the last command that was run here; those before it less and less
_PREFIXES = {">": Kind.COMMAND, "@": Kind.HEADING}


class PostNames:
    """Posts made ready to be found, kept from one opening of the palette to the next."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Entry, Choice]] = {}

    def choice(self, entry: Entry) -> Choice:
        """The row of a post."""
        known = self._known.get(entry.place)
        if known is None or known[0] != entry:
            known = self._known[entry.place] = (entry, of_post(entry))
        return known[1]


class CommandPalette(Chooser):
    """Lists choices; says which one was made.

    With nothing typed it has the commands alone, those run from here last at the top. What starts
    with `>` looks among commands alone, with `@` among headings.
    """

    chosen = Signal(object)  # a Choice

    def __init__(
        self, choices: Sequence[Choice], recent: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """`recent` are the names of commands, the last one first."""
        super().__init__(_SIZE, parent)
        self.setWindowTitle(self.tr("Commands"))
        self.name_parts(self.tr("A command, setting, heading or post"), self.tr("What was found"))
        self.list.setItemDelegate(ChoiceRow(self.list))
        self._recent = {name: place for place, name in enumerate(recent)}
        self._fixed = sorted(choices, key=self._rank)  # in the order they have when all fit
        self._library: PostLibrary | None = None
        self._posts: list[Choice] = []
        self._waiting: list[Entry] = []
        self._names = PostNames()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._take_some)
        self.fill()

    def add_posts_of(self, library: PostLibrary, names: PostNames) -> None:
        """List the posts of a library too; one without a parent is read for this alone."""
        if library.parent() is None:
            library.setParent(self)
            self.finished.connect(library.stop)
        self._library, self._names = library, names
        library.changed.connect(self._take_posts)
        self._take_posts()

    @property
    def is_whole(self) -> bool:
        """Whether all posts given can be found."""
        return not self._waiting

    def fill(self) -> None:
        """List what fits, the best first."""
        query = self.search.text()
        kind = _PREFIXES.get(query[:1])
        choices = self._among(kind, query)
        bonus = ((place, self._bonus(choice)) for place, choice in enumerate(choices))
        names = [choice.name for choice in choices]
        found = fuzzy.best(query[1:] if kind else query, names, _MOST_SHOWN, bonus)
        self.list.clear()
        for place in found:
            self.list.addItem(_item(choices[place]))
        self._select_first()
        self._tell(len(found))

    def take(self, item: QListWidgetItem) -> None:
        """Say what was chosen."""
        self.chosen.emit(item.data(CHOICE))

    def _among(self, kind: Kind | None, query: str) -> Sequence[Choice]:
        """What is looked through."""
        if kind is None and query.strip():
            return [*self._fixed, *self._posts]
        return [choice for choice in self._fixed if choice.kind is (kind or Kind.COMMAND)]

    def _rank(self, choice: Choice) -> int:
        place = self._recent.get(str(choice.key)) if choice.kind is Kind.COMMAND else None
        return len(self._recent) if place is None else place

    def _bonus(self, choice: Choice) -> float:
        place = self._recent.get(str(choice.key)) if choice.kind is Kind.COMMAND else None
        lately = 0.0 if place is None else _OF_RECENT / (1 + place / 4)
        return _OF_KIND[choice.kind] + lately

    def _select_first(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                return

    def _tell(self, found: int) -> None:
        if not found:
            self.count.setText(self.tr("Nothing of that name"))
        elif self.search.text():
            self.count.setText(self.tr("Enter does it"))
        else:
            self.count.setText(self.tr("> commands alone   @ headings"))

    @Slot()
    def _take_posts(self) -> None:
        """Make the posts of the library ready, in place of those listed."""
        assert self._library is not None
        self._posts, self._waiting = [], newest_first(self._library.entries.values())[::-1]
        self._next.start()

    @Slot()
    def _take_some(self) -> None:
        """Make some posts ready; with the last of them, list again."""
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            self._posts.append(self._names.choice(self._waiting.pop()))
        if not self._waiting:
            self._next.stop()
            if self.search.text():
                self.fill()


def _item(choice: Choice) -> QListWidgetItem:
    item = QListWidgetItem(choice.name.text)
    item.setData(CHOICE, choice)
    spoken = ", ".join(filter(None, (choice.name.text, choice.beside, choice.keys)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    if choice.kind is Kind.POST:
        item.setToolTip(flat_tip(str(choice.key)))
    if not choice.is_enabled:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
