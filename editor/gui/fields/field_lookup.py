"""What the form shows beside the post's own text, found on threads of their own."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.field_habits import Habits
from editor.files import StoredFile
from editor.gui.fields.file_pictures import FilesAsked, FoundFile, find_files
from editor.gui.worker import Worker
from editor.library_habits import Question, habits, type_of
from editor.problems import PostProblem
from editor.site import Site

if TYPE_CHECKING:
    from editor.library.heads import PostHeads
    from editor.publishing import Publication

_FRESH = 30.0  # seconds for which habits are not asked for again, unless a post was saved


@dataclass(frozen=True)
class _Text:
    text: str
    path: Path | None
    site: Site
    stored: StoredFile


class FieldLookup(QObject):
    """Asks what the site's posts teach, what is wrong with a post, and what its paths lead to.

    Each answer comes by its signal, for the newest question alone; asking returns at once.
    """

    habits_found = Signal(object)  # Habits
    problems_found = Signal(object)  # a list of PostProblem
    publication_found = Signal(object)  # the Publication of the same post
    files_found = Signal(object)  # FoundFile by what the post writes
    settled = Signal()  # once: habits and problems have been told for the first time

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: PostHeads | None = None
        self._known: dict[tuple[Path | None, str], tuple[float, Habits]] = {}
        self._wanted: tuple[Path | None, str] | None = None
        self._text: _Text | None = None
        self._is_over = False
        self._waits_for = {"habits", "problems"}  # until `settled`
        self._habits = Worker(self._learn, self)
        self._problems = Worker(self._find_problems, self)
        self._files = Worker(self._find_files, self)
        self._habits.done.connect(self._take_habits)
        self._problems.done.connect(self._take_problems)
        self._files.done.connect(self.files_found)

    def ask_habits(self, site: Site, path: Path | None, *, saved: bool = False) -> None:
        """Ask what posts like the one at `path` teach; what is known of them is told at once."""
        if self._is_over:  # the window closes after a last save
            return
        if path is None:
            self._wanted = None
            self.habits_found.emit(Habits())
            self._note_told("habits")
            return
        self._wanted = (
            (site.root, type_of(path, site.root)) if site.root else (path.absolute().parent, "/")
        )
        when, known = self._known.get(self._wanted, (None, Habits()))
        self.habits_found.emit(known)
        if saved or when is None or time.monotonic() - when > _FRESH:
            self._habits.ask((self._wanted, Question(site, path.absolute())))

    def ask_problems(self, text: str, path: Path | None, site: Site, stored: StoredFile) -> None:
        """Ask what is wrong with the post `text`, the file at `path`, as it was read: `stored`."""
        if not self._is_over:
            self._text = _Text(text, path, site, stored)
            self._problems.ask(self._text)

    def ask_files(self, written: Sequence[str], site: Site, path: Path | None) -> None:
        """Ask what lies where the paths that a post writes lead."""
        if not self._is_over:
            self._files.ask(FilesAsked(tuple(written), site, path))

    def stop(self) -> None:
        """End the threads; what is under way ends soon."""
        self._is_over = True
        for worker in (self._habits, self._problems, self._files):
            worker.stop()

    # On the workers' threads

    def _learn(self, asked: object) -> object:
        assert isinstance(asked, tuple)
        wanted, question = asked
        from editor.gui.library.indexes import heads_of_posts

        self._heads = self._heads or heads_of_posts()
        return wanted, habits(self._heads, question, go_on=lambda: not self._is_over)

    def _find_problems(self, asked: object) -> "tuple[object, list[PostProblem], Publication]":
        assert isinstance(asked, _Text)
        # The window is drawn before these come.
        from editor.problems.finding import find_problems
        from editor.publishing import publication

        found = find_problems(asked.text, asked.path, asked.site, stored=asked.stored)
        return asked, found, publication(asked.text, asked.path, asked.site, problems=found)

    def _find_files(self, asked: object) -> dict[str, FoundFile]:
        assert isinstance(asked, FilesAsked)
        return find_files(asked)

    # On the window's

    @Slot(object)
    def _take_habits(self, answer: tuple[tuple[Path | None, str], Habits]) -> None:
        wanted, habits = answer
        self._known[wanted] = (time.monotonic(), habits)
        if wanted == self._wanted:
            self.habits_found.emit(habits)
            self._note_told("habits")

    @Slot(object)
    def _take_problems(self, answer: tuple[object, list[PostProblem], object]) -> None:
        asked, problems, publication = answer
        if asked is self._text:  # else a newer one is under way
            self.problems_found.emit(problems)
            self.publication_found.emit(publication)
            self._note_told("problems")

    def _note_told(self, what: str) -> None:
        if what in self._waits_for:
            self._waits_for.remove(what)
            if not self._waits_for:
                self.settled.emit()
