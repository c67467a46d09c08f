"""One open post: its text, its undo history, and the file it came from."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from editor import edits, files, front_matter
from editor.edits import Edit
from editor.files import ConflictError, Kept, StoredFile
from editor.front_matter import Head, ProblemKind
from editor.gui import qt_units
from editor.gui.line_height import SpacedLayout
from editor.gui.plain_text import text_of
from editor.gui.worker import Worker
from editor.units import ChangingUnits

if TYPE_CHECKING:
    from editor.formatting import Formatted
    from editor.front_matter import FrontMatter

_LONG = 2 * 2**20  # characters; what runs over the whole text at each key takes too long then
_VERY_LONG = 16 * 2**20  # characters; what reads the whole text once takes too long then
_HALF = re.compile("[\ud800-\udfff]")  # of a character; with another half it becomes a whole one
_MARGIN = 8  # pixels between the text and the edge of the pane that shows it


@dataclass(frozen=True)
class _SaveJob:
    stored: StoredFile
    text: str
    revision: int
    path: Path | None
    force: bool
    makes_folder: bool


@dataclass(frozen=True)
class _Saved:
    stored: StoredFile
    revision: int
    failure: Exception | None  # why what was replaced is not in the history
    overtook: bool  # nobody had seen what was replaced


class _Versions:
    """Puts what one save replaces into the history; the save goes on where that fails."""

    def __init__(self, folder: Path, path: Path, stored: StoredFile) -> None:
        self._folder, self._path, self._stored = folder, path, stored
        self.failure: Exception | None = None
        self.overtook = False

    def keep(self, content: bytes, unseen: bool) -> None:
        from editor import history
        from editor.history import Why

        is_own = not unseen and files.fingerprint(content) == self._stored.sha256
        why = Why.SAVED_OVER if is_own else Why.THEIRS_SAVED_OVER
        try:
            history.keep(self._folder, self._path, content, why, self._stored.chosen_encoding)
        except Exception as error:  # whatever it was, what is to be saved matters more
            self.failure = error
        self.overtook = self.overtook or unseen


class Document(QObject):
    """The text of a post, in one `QTextDocument`; everything that changes it passes here.

    Views read `text` and `front_matter`, and hand the writer's changes to `apply`.
    """

    text_changed = Signal()
    edited = Signal(object)  # the Edit that led to the text as it is now; before `text_changed`
    modified_changed = Signal(bool)
    saved = Signal()  # `stored` is what now lies on disk
    save_failed = Signal(Exception)  # the text stays, and stays modified
    version_lost = Signal(Exception)  # what a save replaced could not be kept in the history
    overtook = Signal()  # a save replaced what nobody had seen; it is in the history

    def __init__(self, stored: StoredFile, state: Path) -> None:
        """`state` is the program's folder for earlier versions, and for copies while saving."""
        super().__init__()
        self.stored = stored
        self.base: str | None = stored.text  # what the text was made from; None: not known
        self.is_held_elsewhere = False  # another program of ours has the post open
        self.makes_folder = False  # a new post, whose folder may have to be made for it
        self.is_shown = False  # a pane shows `qt` itself, so that others need a mirror of it
        self.qt = text_document(stored.text, self)
        self.revision = 0
        self._qt_revision = self.qt.revision()
        self._text = text_of(self.qt)
        self.units = ChangingUnits(self._text)  # of what Qt counts
        self._front_matter: FrontMatter | None = None  # not read yet
        self._find_head()
        self._group, self._group_revision = "", -1
        self._state = state
        self._saver = Worker(self._save, self)
        self._saver.done.connect(self._after_save)
        self._saver.failed.connect(self._after_failure)
        self._is_saving = False
        self._is_held = False
        self._next_save: Callable[[], None] | None = None
        # What Qt cannot hold to the character may be read, never saved.
        self.is_exact = self.text == stored.text
        self.qt.contentsChange.connect(self._note_change)
        self.qt.modificationChanged.connect(self.modified_changed)

    @property
    def path(self) -> Path | None:
        """Where the post lies; `None` before its first save."""
        return self.stored.path

    @property
    def is_read_only(self) -> bool:
        """Whether the text can be read but not changed: saving could not give it back exactly.

        A file that is only write-protected can be edited here and saved elsewhere.
        """
        return self.is_held_elsewhere or not self.is_exact or not can_take(self.stored)

    @property
    def is_long(self) -> bool:
        """Whether the text is too long to be coloured, or to be kept aside several times a second.

        Measured: the colours of 3 MB take 2 s to draw, those of 20 MB 17 s, before one can type.
        """
        return len(self._text) > _LONG

    @property
    def is_very_long(self) -> bool:
        """Whether the text is so long that it is no more than read and typed: plain text.

        Measured: to count the words of 15 MB takes 2 s, of 40 MB 6 s.
        """
        return len(self._text) > _VERY_LONG

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way, so that `stored` may no longer be what lies on disk."""
        return self._is_saving or self._is_held

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from the last state saved."""
        return self.qt.isModified()

    @property
    def text(self) -> str:
        """The whole file, front matter and body, as `files.read` gives it."""
        return self._text

    @property
    def front_matter(self) -> "FrontMatter":
        """The fields of the text as it is now. Read anew only where the head changed."""
        self._follow_head()
        if self._front_matter is None:
            self._front_matter = front_matter.read(self._text)
        return self._front_matter

    @property
    def head_lines(self) -> int:
        """How many whole lines the front matter takes; 0 while its closing fence is missing."""
        self._follow_head()
        return self._head_lines

    def _follow_head(self) -> None:
        if not (self._head and self._text.startswith(self._head)):
            self._find_head()

    def _find_head(self) -> None:
        """Find where the front matter ends. Its fields are read when they are asked for."""
        found = front_matter.find(self._text)
        is_open = found is not None and _is_open(found)
        head = self._text[: found.end] if found else ""
        self._head_lines = 0 if is_open else head.count("\n")
        # What follows a head without its last line end, or without its fence, may belong to it.
        self._head = "" if is_open or not head.endswith("\n") else head
        self._front_matter = None

    def apply(self, changes: Iterable[Edit], group: str = "") -> None:
        """Make `changes` to the text, as one undo step.

        Steps in a row with the same `group` (the keys typed into one field) become one.
        """
        if not self.is_read_only:
            self._apply(changes, group)

    def _apply(self, changes: Iterable[Edit], group: str = "", caret: int | None = None) -> None:
        ordered = sorted(changes, key=lambda edit: (edit.start, edit.end))
        if not ordered:
            return
        units = [self.units.of(place) for edit in ordered for place in (edit.start, edit.end)]
        cursor = QTextCursor(self.qt)
        # Where Qt puts the caret when the step is undone.
        cursor.setPosition(units[1] if caret is None else caret)
        goes_on = group and group == self._group and self.revision == self._group_revision
        if goes_on and self.is_modified:  # what was saved stays a step to undo to
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        for number in reversed(range(len(ordered))):
            cursor.setPosition(units[2 * number])
            cursor.setPosition(units[2 * number + 1], QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(ordered[number].new)
        # Else Qt takes the next key typed behind what was inserted for a part of this step.
        cursor.insertText(" ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        self._group, self._group_revision = group, self.revision

    def format(
        self,
        selections: Sequence[tuple[int, int]],
        command: "Callable[[str, int, int], Formatted | None]",
        group: str = "",
    ) -> list[tuple[int, int]] | None:
        """Run a command on each of `selections`, as one undo step; for `group` see `apply`.

        Gives the selections afterwards; None where the command has nothing to do anywhere. All
        selections are starts and ends in Qt's units, from the top, and do not overlap.
        """
        from editor.writing.carets import at_all

        code_points = self.units.code_points
        given = [(code_points(start), code_points(end)) for start, end in selections]
        done = at_all(self.text, given, command)
        if done is None:
            return None
        if not self.is_read_only:
            self._apply(done.edits, group, selections[-1][1])
        units, most = self.units.of, len(self.text)
        return [(units(min(start, most)), units(min(end, most))) for start, end in done.selections]

    def replace_text(self, text: str) -> None:
        """Make the text `text` by few small edits, as one undo step."""
        self.apply(edits.diff(self.text, text))

    def save(self, path: Path | None = None, *, force: bool = False) -> None:
        """Write the text to its file, or from now on to `path`; `saved` or `save_failed` follows.

        With `force` also over what another program wrote there meanwhile. Asked while a save is
        under way, it is done after that one, and their end is told once.
        """
        if self.is_saving:  # it must know what the one under way leaves on disk
            self._next_save = partial(self.save, path, force=force)
            return
        self._is_saving = True
        job = _SaveJob(self.stored, self.text, self.revision, path, force, self.makes_folder)
        self._saver.ask(job)

    def hold_saves(self) -> None:
        """The program is changing or moving the file: what is to be saved waits."""
        self._is_held = True

    def go_on_saving(self) -> None:
        """`stored` is what lies on disk again: save now what was to be saved meanwhile."""
        self._is_held = False
        if not self._is_saving:
            self._save_next()

    def take_from_disk(self, stored: StoredFile) -> None:
        """Let the file's text replace this one, as an edit that can be undone.

        Nothing happens where the file could only be read: see `can_take`.
        """
        if not can_take(stored):
            return
        self._apply(edits.diff(self.text, stored.text))  # also where the writer may not
        self.rebase(stored)

    def rebase(self, stored: StoredFile) -> None:
        """Go on with the text as one made from `stored`, which is what now lies on disk."""
        self.stored, self.base = stored, stored.text
        self.mark_modified(is_modified=self.text != stored.text)

    def mark_modified(self, *, is_modified: bool) -> None:
        """Say whether the text is what lies on disk, where that is not the writer's doing.

        If it is not, no undo leads back to a text that is.
        """
        was_modified = self.qt.isModified()
        with QSignalBlocker(self.qt):
            self.qt.setModified(False)  # so that Qt forgets which step of undo was saved
            self.qt.setModified(is_modified)
        if is_modified != was_modified:
            self.modified_changed.emit(is_modified)

    def close(self) -> None:
        """Let a save under way finish. The document takes no changes afterwards."""
        self._saver.stop()

    def _save(self, job: object) -> "_Saved":
        assert isinstance(job, _SaveJob)
        path = job.path or job.stored.path
        assert path is not None
        versions = _Versions(self._state / "history", path, job.stored)
        if job.makes_folder and job.path is None:
            with suppress(OSError):  # the save tells that there is no folder
                path.parent.mkdir(parents=True, exist_ok=True)
        try:
            stored = files.save(
                job.stored,
                job.text,
                job.path,
                force=job.force,
                state_folder=self._state / "safety",
                keep=versions.keep,
            )
        except ConflictError:
            from editor import outside

            outside.keep_base(self._state / "history", job.stored)
            raise
        return _Saved(stored, job.revision, versions.failure, versions.overtook)

    @Slot(object)
    def _after_save(self, saved: "_Saved") -> None:
        self.stored, self.base = saved.stored, saved.stored.text
        self.makes_folder = False
        if saved.revision == self.revision:  # what was typed meanwhile stays unsaved
            self.qt.setModified(False)
        if saved.failure is not None:
            self.version_lost.emit(saved.failure)
        if saved.overtook:
            self.overtook.emit()
        if not self._save_next():
            self.saved.emit()

    @Slot(Exception)
    def _after_failure(self, error: Exception) -> None:
        if not self._save_next():
            self.save_failed.emit(error)

    def _save_next(self) -> bool:
        """Start the save asked for while another was under way; False where none was."""
        self._is_saving = False
        if self._is_held:
            return False
        save, self._next_save = self._next_save, None
        if save is not None:
            save()
        return save is not None

    @Slot(int, int, int)
    def _note_change(self, position: int, removed: int, added: int) -> None:
        # Colours and folding arrive here too; only an edit counts up Qt's revision.
        if self.qt.revision() == self._qt_revision:
            return
        self._qt_revision = self.qt.revision()
        edit = edit_of(self.qt, self._text, self.units, position, removed, added)
        if self._text[edit.start : edit.end] == edit.new:
            return  # colours that are taken away count it up too
        self.units.change(edit.start, edit.end, edit.new)
        self._text = edits.apply(self._text, [edit])
        self.revision += 1
        self.edited.emit(edit)
        self.text_changed.emit()


def text_document(text: str, parent: QObject) -> QTextDocument:
    """A text document of Qt that holds `text` and lays it out for one pane."""
    qt = QTextDocument(parent)
    qt.setDocumentLayout(SpacedLayout(qt))
    qt.setDocumentMargin(_MARGIN)  # now: later Qt would take it for an edit
    qt.setPlainText(text)
    qt.setModified(False)
    return qt


def can_take(stored: StoredFile) -> bool:
    """Whether the text of `stored` may be changed here and saved, if need be elsewhere."""
    return stored.read_only in (None, Kept.NOT_WRITABLE)


def _is_open(head: Head) -> bool:
    return any(problem.kind is ProblemKind.UNCLOSED for problem in head.problems)


def edit_of(
    document: QTextDocument,
    old: str,
    units: ChangingUnits,
    position: int,
    removed: int,
    added: int,
) -> Edit:
    """What led from the text `old` to that of `document`, by what `contentsChange` tells.

    `units` are those of `old`. Only what changed is asked for: the whole of a long text at every
    key would take too long.
    """
    last = document.characterCount() - 1  # Qt counts the end of the last line too, at times
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(min(position + added, last), QTextCursor.MoveMode.KeepAnchor)
    new = cursor.selectedText().replace("\u2029", "\n")
    gone = min(position + removed, units.total)
    start, end = units.code_points(position), units.code_points(gone)
    is_whole = (units.of(start), units.of(end)) == (position, gone)  # no half of a character
    grown = qt_units.length(new) - (gone - position)
    if not is_whole or units.total + grown != last or _HALF.search(new):
        return Edit(0, len(old), text_of(document))
    return Edit(start, end, new)
