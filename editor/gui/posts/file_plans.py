"""Plans for the files of posts: shown where they touch other posts, carried out, taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from editor import files, outside
from editor.disk import FileError
from editor.gui import words
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.site_reader import SiteReader
from editor.gui.posts.texts_dialog import Button, Choice, Comparison, TextsDialog
from editor.gui.worker import Worker
from editor.locks import HeldError
from editor.outside import Both
from editor.post_files import Changed, Plan
from editor.post_files.carrying import NameTakenError, OutdatedError, carry_out

TOPIC = "post-files"  # of the banners
# Each takes some 10 ms, for it is synced: more of them are changed by another thread.
_FEW = 8
_SOON = 300  # milliseconds after which the writer is told that it takes a while


@dataclass(frozen=True)
class Told:
    """What is said of a plan: where it is shown, and once it is carried out."""

    title: str
    question: str  # with {number}: how many other posts link to the post
    go: str  # the button that does all
    go_alone: str  # and the one that leaves the links
    done: str  # with {name} and {place}


@dataclass(frozen=True)
class _Job:
    """A plan that is being carried out."""

    plan: Plan
    done: str
    ways: tuple[Way, ...]
    then: Callable[[], object]
    otherwise: Callable[[], object]
    held: tuple[Document, ...]


class FilePlans(QObject):
    """Carries out plans; the open posts follow their files, with what is unsaved in them."""

    carried_out = Signal(object)  # the Plan

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._state = posts.safekeeping.history.parent
        self.reader = SiteReader(self)
        self.reader.took_long.connect(self._tell_of_reading)
        self.reader.ended.connect(partial(messages.clear, TOPIC))
        self.reader.failed.connect(self.tell_failure)
        self._job: _Job | None = None
        self._carrier = Worker(self._work, self)
        self._carrier.done.connect(self._end)
        self._carrier.failed.connect(self._fail)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._tell_of_writing)

    def stop(self) -> None:
        """Look at no more files; a plan that is being carried out comes to its end."""
        self.reader.stop()
        self._soon.stop()
        self._carrier.stop()

    def is_free(self, path: Path) -> bool:
        """Whether the file at `path` is open nowhere else; says so where it is."""
        document = self._posts.shared.find(path)
        if document is not None and not document.is_held_elsewhere:
            return True
        try:
            if document is None:
                self._posts.safekeeping.claim(path).release()
                return True
        except HeldError:
            pass
        text = self.tr("{name} is open in another Blog Editor: close it there first.")
        self.say(text.format(name=path.name), level="warning")
        return False

    def offer(self, plan: Plan, own: Path, told: Told) -> TextsDialog | None:
        """Carry out `plan`, about the post at `own`; before, show what it changes in others."""
        others = [one for one in plan.changed if one.path != own]
        if not others:
            self.carry_out(plan, told.done)
            return None
        alone = replace(plan, changed=tuple(one for one in plan.changed if one.path == own))
        dialog = TextsDialog(
            told.title,
            told.question.format(number=len(others)),
            [self._choice(one) for one in others],
            [
                Button(told.go_alone, lambda _rows: self.carry_out(alone, told.done)),
                Button(told.go, lambda _rows: self.carry_out(plan, told.done), is_default=True),
            ],
            self._window,
        )
        dialog.open()
        return dialog

    def _choice(self, change: Changed) -> Choice:
        titles = self.tr("Now"), self.tr("With the links mended")
        comparison = Comparison(titles, (change.text, change.new_text))
        number = len(change.edits)
        note = self.tr("1 link") if number == 1 else self.tr("{number} links")
        return Choice(self.place(change.path), note.format(number=number), lambda: comparison)

    def carry_out(
        self,
        plan: Plan,
        done: str,
        *ways: Way,
        then: Callable[[], object] = lambda: None,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do what `plan` says, then say `done`, with a way back, and call `then`.

        Where it fails that is said, and `otherwise` is called. A plan for many files is carried out
        by another thread; saves of the posts concerned wait for it.
        """
        if self._job is not None:
            text = self.tr("Other files are still being changed. Try again in a moment.")
            self._messages.show_banner(f"{TOPIC}-busy", text, level="warning")
            return
        self._job = _Job(plan, done, ways, then, otherwise, self._concerned(plan))
        if len(plan.changed) > _FEW:
            for document in self._job.held:
                document.hold_saves()
            self._soon.start()
            self._carrier.ask(plan)
            return
        try:
            undo = self._work(plan)
        except Exception as error:  # as by the other thread: whatever it was, the next plan may go
            self._fail(error)
        else:
            self._end(undo)

    def _work(self, plan: object) -> Plan:
        """Carry out a plan, in any thread."""
        assert isinstance(plan, Plan)
        return carry_out(plan, self._state)

    def _concerned(self, plan: Plan) -> tuple[Document, ...]:
        """The open posts whose files change or move."""
        changed = {one.path for one in plan.changed}
        found = []
        for document in self._posts.shared.documents:
            path = document.path.absolute() if document.path else None
            if path is not None and (path in changed or plan.now(path) != path):
                found.append(document)
        return tuple(found)

    @Slot(object)
    def _end(self, undo: Plan) -> None:
        job = self._released()
        plan, found = job.plan, list(job.ways)
        self._follow(plan)
        if not undo.is_empty:
            found.append(Way(self.tr("Undo"), partial(self._take_back, undo)))
        self.say(job.done.format(name=plan.path.name, place=self.place(plan.path)), *found)
        self._go_on(job)
        self.carried_out.emit(plan)
        job.then()

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        job = self._released()
        self.tell_failure(error)
        self._go_on(job)
        job.otherwise()

    def _released(self) -> _Job:
        """The job under way, which is no more."""
        job, self._job = self._job, None
        assert job is not None
        self._soon.stop()
        self._messages.clear(f"{TOPIC}-busy")
        return job

    def _go_on(self, job: _Job) -> None:
        """The posts of the job may be saved again, where they lie now."""
        still_open = self._posts.shared.documents
        for document in job.held:
            if document in still_open:
                document.go_on_saving()

    def _take_back(self, undo: Plan) -> None:
        self.carry_out(undo, self.tr("Taken back: {place}"))

    def _follow(self, plan: Plan) -> None:
        """Let the open posts lie where their files are now, and say what these say."""
        for document in self._posts.shared.documents:
            path = document.path
            if path is not None and plan.now(path.absolute()) != path.absolute():
                self._posts.follow(document, plan.now(path.absolute()))
        for change in plan.changed:
            changed = self._posts.shared.find(plan.now(change.path))
            if changed is not None:
                _take(changed)

    def place(self, path: Path) -> str:
        """Where a file lies, from the folder of its site, as it is shown."""
        from editor.site import find_site

        root = find_site(path).root
        return str(path.relative_to(root)) if root and path.is_relative_to(root) else str(path)

    # Telling

    def say(self, text: str, *ways: Way, level: str = "notice") -> None:
        """Say what has become of a file, or why nothing has."""
        self._messages.show_banner(TOPIC, text, ways, level=level)

    def tell_failure(self, error: Exception) -> None:
        """Say why a plan was not made or carried out."""
        if isinstance(error, NameTakenError):
            text = self.tr("There is something called {name} there already. Nothing was changed.")
        elif isinstance(error, OutdatedError):
            text = self.tr("{name} has changed meanwhile, so nothing was done. Try again.")
        else:
            text = self.tr("Nothing was changed: {name}: {reason}.")
        path = getattr(error, "path", None)
        name = path.name if isinstance(path, Path) else ""
        self.say(text.format(name=name, reason=words.reason(error)), level="warning")

    def _tell_of_writing(self) -> None:
        assert self._job is not None
        text = self.tr("Changing {number} files…").format(number=len(self._job.plan.changed))
        self.say(text)

    def _tell_of_reading(self) -> None:
        self.say(self.tr("Looking at the posts of the site…"))


def now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)


def _take(document: Document) -> None:
    """Let an open post say what its file says now, beside what is unsaved in it."""
    assert document.path is not None
    try:
        stored = files.read(document.path, document.stored.chosen_encoding)
    except FileError:
        return  # it is told where the file is watched
    if not document.is_modified:
        document.take_from_disk(stored)
        return
    meaning = outside.meaning(document.base, document.text, stored)
    if isinstance(meaning, Both):
        document.replace_text(meaning.text)
        document.rebase(stored)
