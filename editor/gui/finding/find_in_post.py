"""Find and replace in the post in front: searched off the window's thread, marked in the source."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Slot

from editor import finding
from editor.edits import Edit
from editor.finding import Found, Hit, PatternError, Search, TooSlowError, Wanted
from editor.gui.calm import Calm
from editor.gui.finding.find_bar import FindBar
from editor.gui.finding.hit_marks import HitMarks
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.worker import Worker
from editor.units import Units

_ONE_BY_ONE = 50  # hits; more are replaced by one edit, for each reads the text once


@dataclass(frozen=True)
class _Ask:
    document: Document
    revision: int
    text: str
    start: int  # where the text that can be seen starts, in Qt's units
    wanted: Wanted
    replacement: str | None


@dataclass(frozen=True)
class _Answer:
    ask: _Ask | None = None
    found: Found = field(default_factory=Found)
    starts: tuple[int, ...] = ()  # of the hits, in Qt's units
    ends: tuple[int, ...] = ()
    error: Exception | None = None


class FindInPost(QObject):
    """What the find bar does to the post in front."""

    def __init__(self, source: SourcePane, posts: OpenPosts, bar: FindBar) -> None:
        super().__init__(source)
        self._source, self._posts, self._bar = source, posts, bar
        self._marks = HitMarks(source)
        self._answer = _Answer()
        self._then: Callable[[], object] | None = None  # done once the search has come back
        self._from = 0  # where the caret was when the writer began to say what to find
        self._document: Document | None = None
        self._worker = Worker(_search, self)
        self._worker.done.connect(self._take)
        self._calm = Calm(self)
        self._calm.timeout.connect(self._search)
        posts.current_changed.connect(self._follow)
        source.caret_moved.connect(self._show_place)
        source.destroyed.connect(self._worker.stop)
        bar.wanted_changed.connect(self._look)
        bar.step_asked.connect(self.step)
        bar.replace_asked.connect(self.replace)
        bar.replace_all_asked.connect(self.replace_all)
        bar.closed.connect(self.close)
        self._follow(posts.current)

    def start(self, *, replacing: bool) -> None:
        """Open the bar, with what is selected as what to find."""
        self._bar.show()
        self._bar.show_replace(on=replacing and not self._posts.current.is_read_only)
        cursor = self._source.textCursor()
        self._from = cursor.selectionStart()
        selected = cursor.selectedText()
        self._bar.start("" if "\u2029" in selected else selected)
        self._search()

    def close(self) -> None:
        """Put the bar away; what was found last stays selected."""
        self._bar.hide()
        self._marks.show((), ())
        self._source.setFocus()

    def step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before; at the end from the top again."""
        if not self._bar.wanted.is_nothing:
            self._when_found(lambda: self._step(by))

    def replace(self) -> None:
        """Replace the hit that is selected, and go on to the next."""
        self._when_found(self._replace)

    def replace_all(self) -> None:
        """Replace every hit, as one step to undo."""
        self._when_found(self._replace_all)

    # Searching

    @Slot(object)
    def _follow(self, document: Document) -> None:
        if self._document is not None:
            self._document.edited.disconnect(self._note_edit)
        self._document = document
        document.edited.connect(self._note_edit)
        self._answer, self._then = _Answer(), None
        if self._bar.isVisible():
            self._bar.show_replace(
                on=self._bar.replacement is not None and not document.is_read_only
            )
            self._search()

    @Slot(object)
    def _note_edit(self, edit: Edit) -> None:
        if self._bar.isVisible() and self._answer.ask is not None:
            grown = len(edit.new) - (edit.end - edit.start)
            self._marks.move(self._source.textCursor().position() - max(0, grown), grown)
            self._calm.start()

    @Slot()
    def _look(self) -> None:
        """Search for what the writer just typed in the bar, and show the first from the caret."""
        self._then = self._show_first
        self._search()

    @Slot()
    def _search(self) -> None:
        self._calm.stop()
        self._worker.ask(self._ask())

    def _ask(self) -> _Ask:
        document = self._posts.current
        start = self._source.first_position() if self._source.shows(document) else 0
        wanted, replacement = self._bar.wanted, self._bar.replacement
        return _Ask(document, document.revision, document.text, start, wanted, replacement)

    def _when_found(self, then: Callable[[], object]) -> None:
        """Call `then` when the hits are those of the text as it is."""
        if self._answer.ask == self._ask():
            then()
        else:
            self._then = then
            self._search()

    @Slot(object)
    def _take(self, answer: _Answer) -> None:
        if answer.ask != self._ask():  # typed meanwhile: the next answer is under way, or will be
            self._calm.start()
            return
        self._answer = answer
        if self._bar.isVisible():
            self._marks.show(answer.starts, answer.ends)
        then, self._then = self._then, None
        if then is not None:
            then()
        self._show_place()

    # Going and replacing

    def _show_first(self) -> None:
        starts = self._answer.starts
        if starts:
            self._select(bisect_left(starts, self._from) % len(starts))

    def _step(self, by: int) -> None:
        starts, cursor = self._answer.starts, self._source.textCursor()
        if not starts:
            return
        here = self._place()
        if here is not None:
            self._select((here + by) % len(starts))
        elif by > 0:
            self._select(bisect_left(starts, cursor.selectionEnd()) % len(starts))
        else:
            self._select(bisect_left(starts, cursor.selectionStart()) - 1)

    def _select(self, number: int) -> None:
        self._source.reveal(self._answer.starts[number], self._answer.ends[number])

    def _replace(self) -> None:
        here = self._place()
        if here is None:
            self._step(1)
            return
        changes = finding.edits_of(Found((self._answer.found.hits[here],)))
        self._posts.current.apply(changes)
        self._source.select(*[self._answer.starts[here] + _units(changes[0].new)] * 2)
        self.step(1)

    def _replace_all(self) -> None:
        found, document = self._answer.found, self._posts.current
        changes = finding.edits_of(found)
        if not found.is_all or not changes:
            return
        if len(changes) > _ONE_BY_ONE:
            changes = finding.as_one(document.text, changes)
        document.apply(changes)
        self._bar.show_count(self.tr("{number} replaced").format(number=len(found.hits)))

    def _place(self) -> int | None:
        """The number of the hit that is selected, from 0."""
        cursor = self._source.textCursor()
        span = cursor.selectionStart(), cursor.selectionEnd()
        number = bisect_left(self._answer.starts, span[0])
        known = number < len(self._answer.starts)
        is_hit = known and span == (self._answer.starts[number], self._answer.ends[number])
        return number if is_hit else None

    # What the bar says

    @Slot()
    def _show_place(self) -> None:
        if not self._bar.isVisible():
            return
        answer, here = self._answer, self._place()
        hits = answer.found.hits
        shown: Hit | None = hits[here or 0] if hits else None
        self._bar.show_count(self._count(here), self._problem())
        if shown is not None and answer.ask is not None:
            self._bar.show_preview(answer.ask.text[shown.start : shown.end], shown.new)
        else:
            self._bar.show_preview(None, None)
        self._bar.allow_replacing(one=bool(hits), every=bool(hits) and answer.found.is_all)

    def _count(self, here: int | None) -> str:
        found, error = self._answer.found, self._answer.error
        if error is not None or self._bar.wanted.is_nothing:
            return ""
        if not found.is_all:
            return self.tr("More than {number}").format(number=finding.MOST_HITS)
        if not found.hits:
            return self.tr("None")
        if here is None:
            return self.tr("{number} found").format(number=len(found.hits))
        return self.tr("{place} of {number}").format(place=here + 1, number=len(found.hits))

    def _problem(self) -> str:
        error = self._answer.error
        if isinstance(error, TooSlowError):
            return self.tr("This pattern takes too long. Make it simpler.")
        if isinstance(error, PatternError):
            if error.place is None:
                return self.tr("This is not a regular expression that can be used.")
            text = self.tr("This is not a regular expression: look at character {number}.")
            return text.format(number=error.place + 1)
        return ""


def _search(ask: object) -> _Answer:
    """In the worker's thread."""
    assert isinstance(ask, _Ask)
    if ask.wanted.is_nothing:
        return _Answer(ask)
    try:
        units = Units(ask.text)
        search = Search(ask.wanted, ask.replacement)
        found = search.find(ask.text, units.code_points(ask.start))
    except (PatternError, TooSlowError) as error:
        return _Answer(ask, error=error)
    starts = tuple(units.of(hit.start) for hit in found.hits)
    ends = tuple(units.of(hit.end) for hit in found.hits)
    return _Answer(ask, found, starts, ends)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
