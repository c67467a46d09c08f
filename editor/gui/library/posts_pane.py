"""The posts pane: a search box over the list of a folder's posts."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.clearing import add_cross
from editor.gui.flat_label import FlatLabel
from editor.gui.icons import icon
from editor.gui.library import post_words, posts_menu
from editor.gui.library.post_library import Answer, PostLibrary
from editor.gui.library.posts_list import PostsList
from editor.gui.library.posts_model import Mark
from editor.gui.theme import Theme
from editor.library import query
from editor.library.entry import Entry
from editor.library.hits import Hit
from editor.library.query import Query

_MARGIN = 12  # pixels
_QUIET = 300  # milliseconds of reading before its progress is shown
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PostsPane(QWidget):
    """Shows the posts of a library; says which one to open, and what is asked of one."""

    chosen = Signal(Path, int)  # a post to open, and the line to go to, -1 for none
    asked = Signal(str, Path)  # a command of `posts_menu`, and the post, or the folder for "new"
    left = Signal()  # the writer goes back to writing

    def __init__(
        self,
        library: PostLibrary,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        sort: str = "newest",
    ) -> None:
        """`sort` is one of `query.SORTS`."""
        super().__init__(parent)
        self._library, self._theme = library, theme
        self._sort = sort if sort in query.SORTS else "newest"
        self._query = Query()
        self._ordered: dict[str, Entry] = {}  # all posts by place, in the order chosen
        self._answer: Answer | None = None  # to the words of the query
        self._hits: dict[str, Hit] = {}
        self._number = 0  # of the search that was asked for last
        self._asked_lines: set[int] = set()  # the numbers of questions for lines
        self._front = ""
        self._is_reading = False
        self._build()
        self._connect()
        self._follow(None)

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("postsSearch")
        add_cross(self.search)
        self.search.installEventFilter(self)
        self._filter = QToolButton()
        self._filter.setObjectName("postsFilter")
        self._filter.setToolTip(self.tr("Sort and filter"))
        self._filter.setAccessibleName(self._filter.toolTip())
        self._filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._filter.setIcon(icon("filter", self._theme))
        self._menu = QMenu(self._filter)
        self._filter.setMenu(self._menu)
        self.list = PostsList(self._theme)
        self._nothing = FlatLabel()
        self._nothing.setObjectName("postsNothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._progress = FlatLabel()
        self._progress.setObjectName("postsProgress")
        self._progress.hide()
        self._note = FlatLabel()
        self._note.setObjectName("postsProgress")
        self._note.setWordWrap(True)
        self._note.hide()
        self._arrange()

    def _arrange(self) -> None:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN - 6, 6)
        row.setSpacing(4)
        row.addWidget(self.search)
        row.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, stretch=1)
        # Only now: it shows the first one, which without a window of its own would be one.
        for widget in (self.list, self._nothing):
            self._stack.addWidget(widget)
        column.addWidget(self._progress)
        column.addWidget(self._note)

    def _connect(self) -> None:
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._show_progress)
        self.search.textChanged.connect(self._search)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.list.chosen.connect(self._choose)
        self.list.asked.connect(lambda name, entry: self._run(name, entry))
        self.list.menu_asked.connect(self._show_menu)
        self.list.typed.connect(self._type)
        self.list.left.connect(self._leave_list)
        self.list.scrolled.connect(self._ask_lines)
        self._library.changed.connect(self._follow)
        self._library.progressed.connect(self._note_progress)
        self._library.answered.connect(self._take_answer)
        self._library.failed.connect(self._tell_failure)

    # What is shown

    @property
    def titles(self) -> list[str]:
        """What is listed, from the top, headings too."""
        return [row if isinstance(row, str) else row.title for row in self.list.rows.rows]

    @property
    def message(self) -> str:
        """What stands in place of the list, or ""."""
        return self._nothing.text() if self._stack.currentWidget() is self._nothing else ""

    @property
    def is_asking(self) -> bool:
        """Whether the list still shows what was searched for before."""
        return bool(self._number) and (self._answer is None or self._answer.number != self._number)

    @property
    def progress(self) -> str:
        """The quiet line below, or ""."""
        return self._progress.text() if self._progress.isVisibleTo(self) else ""

    def show_front(self, path: Path | None) -> None:
        """Mark the post in front, and bring it into view."""
        place = self._library.place(path)
        if place != self._front:
            self._front = place
            self.list.set_front(place)
            if not self.list.hasFocus():
                self.list.choose(place)

    def show_marks(self, marks: Mapping[str, Mark], note: str) -> None:
        """Mark the posts at these places, and no others; `note` is a quiet line below."""
        self.list.show_marks(marks)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._filter.setIcon(icon("filter", theme))
        self.list.set_theme(theme)

    @property
    def sort(self) -> str:
        """The order, one of `query.SORTS`."""
        return self._sort

    @Slot(object)
    def _follow(self, others: Mapping[str, Entry] | None) -> None:
        """The posts are others, or those at these places: what was found may be too.

        While thousands are being read, few of them move: those that stay cost next to nothing.
        """
        known = self._ordered
        stay = others is not None and all(
            place in known and query.stays(known[place], entry, self._sort)
            for place, entry in others.items()
        )
        if stay and others is not None:
            self._ordered.update(others)
        else:
            self._order()
        if stay and others and self._query == Query():
            self.list.rows.replace(others)
            return
        self._show()
        words = self._query.text_words
        if words:
            self._number = self._library.find(words)

    def _order(self) -> None:
        ordered = query.in_order(self._library.entries.values(), self._sort)
        self._ordered = {entry.place: entry for entry in ordered}

    def _show(self) -> None:
        """The list as the library and the query are now."""
        entries = self._library.entries.values()
        count = post_words.number(len(entries))
        self.search.setPlaceholderText(
            self.tr("Search {number} posts").format(number=count)
            if entries
            else self.tr("Search posts")
        )
        self.search.setAccessibleName(self.search.placeholderText())
        in_text = self._answer.places if self._answer and self._answer.places else frozenset()
        found = query.select(self._ordered.values(), self._query, in_text)
        was_empty = not self.list.rows.rows
        years = self._sort in ("newest", "oldest")
        self.list.show_rows(self._rows(found), self._found_lines, years=years)
        if was_empty and not self.list.hasFocus():
            self.list.choose(self._front)
        self._say_nothing(len(found))
        self._ask_lines()

    @property
    def _found_lines(self) -> dict[str, Hit]:
        return {place: hit for place, hit in self._hits.items() if hit.text}

    def _rows(self, found: Iterable[Entry]) -> list[Entry | str]:
        rows: list[Entry | str] = []
        last: str | None = None
        for entry in found:
            group = query.group_of(entry, self._sort)
            if group is not None and group != last:
                rows.append(post_words.heading(group))
                last = group
            rows.append(entry)
        return rows

    def _say_nothing(self, found: int) -> None:
        """In words that nothing is listed, and why."""
        said = ""
        if not found and self._library.entries:
            said = self.tr("No post has “{words}”.").format(words=self.search.text().strip())
        elif not found and self._library.is_listed:
            said = self.tr("No posts here yet.")
        elif not found and self._library.folder:
            said = self.tr("Looking for posts…")
        self._nothing.setText(said)
        self._stack.setCurrentWidget(self.list if found else self._nothing)

    # Search

    def focus_search(self) -> None:
        """Go to the search box."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot(str)
    def _search(self, text: str) -> None:
        before, self._query = self._query, query.parse(text)
        if self._query == before:
            return
        words = self._query.text_words
        if words == before.text_words and self._answer is not None:
            self._show()
        elif words:
            self._number = self._library.find(words)  # shown when the answer is there
        else:
            self._number, self._answer, self._hits = 0, None, {}
            self._asked_lines.clear()
            self._show()

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.number in self._asked_lines:
            self._hits = {**self._hits, **answer.lines}
            self.list.rows.show_hits(self._found_lines)
        elif answer.number == self._number:
            self._answer, self._hits = answer, answer.lines
            self._asked_lines.clear()
            self._show()

    @Slot()
    def _ask_lines(self) -> None:
        """The lines of posts found that have come into view."""
        if self._answer is None or self._answer.places is None:
            return
        lacking = [
            entry.place
            for entry in self.list.entries_in_view
            if entry.place in self._answer.places and entry.place not in self._hits
        ]
        if lacking:
            self._hits = {**self._hits, **dict.fromkeys(lacking, _NO_LINE)}
            words = self._query.text_words
            self._asked_lines.add(self._library.find_lines(words, lacking))

    @Slot(str)
    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search box the arrow keys go into the list, Enter opens, Esc clears."""
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _TO_LIST:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in _ENTER:
            self.list.open_chosen()
        elif event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.left.emit()
        else:
            return False
        return True

    @Slot(bool)
    def _leave_list(self, upwards: bool) -> None:
        if upwards:
            self.focus_search()
        elif self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    # Order and filters

    @Slot()
    def _fill_menu(self) -> None:
        entries = self._library.entries.values()
        posts_menu.fill_filters(self._menu, entries, self._sort, self.set_sort, self._toggle)

    def set_sort(self, sort: str) -> None:
        """Show the posts in another order."""
        self._sort = sort
        self._order()
        self._show()
        self.list.choose(self._front)

    def _toggle(self, name: str, value: str) -> None:
        self.search.setText(query.with_filter(self.search.text(), name, value))
        self.search.setFocus()

    # What is asked

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        hit = self._hits.get(entry.place) if self._query.words else None
        line = hit.line if hit is not None and hit is not _NO_LINE else -1
        self.chosen.emit(self._library.path(entry), line)

    @Slot(object, QPoint)
    def _show_menu(self, entry: Entry | None, at: QPoint) -> None:
        menu = posts_menu.of_post(entry, lambda name: self._run(name, entry), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _run(self, name: str, entry: Entry | None) -> None:
        if name == "open" and entry is not None:
            self._choose(entry)
        elif self._library.folder is not None:
            folder = self._library.folder
            self.asked.emit(name, self._library.path(entry) if entry else folder)

    # Progress

    @Slot(int, int)
    def _note_progress(self, done: int, of: int) -> None:
        if done == of:
            self._quiet.stop()
            self._is_reading = False
            self._progress.hide()
            return
        text = self.tr("Reading: {done} of {all} posts")
        self._progress.setText(text.format(done=post_words.number(done), all=post_words.number(of)))
        if not self._is_reading:
            self._is_reading = True
            self._quiet.start()

    @Slot()
    def _show_progress(self) -> None:
        self._progress.setVisible(self._is_reading)

    @Slot()
    def _tell_failure(self) -> None:
        self._quiet.stop()
        self._progress.setText(self.tr("The folder cannot be read any further."))
        self._progress.show()


_NO_LINE = Hit(0, "", ())  # of a post whose line is on its way
