"""One open post: its text, its undo history, and the file it came from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from editor import edits, files, front_matter
from editor.edits import Edit
from editor.files import Kept, StoredFile
from editor.formatting import Formatted
from editor.front_matter import FrontMatter, ProblemKind
from editor.gui.plain_text import text_of
from editor.gui.worker import Worker

_MARGIN = 8  # pixels between the text and the edge of the pane that shows it


@dataclass(frozen=True)
class _SaveJob:
    stored: StoredFile
    text: str
    revision: int
    path: Path | None
    force: bool


class Document(QObject):
    """The text of a post, in one `QTextDocument`; everything that changes it passes here.

    Views read `text` and `front_matter`, and hand the writer's changes to `apply`.
    """

    text_changed = Signal()
    modified_changed = Signal(bool)
    saved = Signal()  # `stored` is what now lies on disk
    save_failed = Signal(Exception)  # the text stays, and stays modified

    def __init__(self, stored: StoredFile, safety: Path) -> None:
        super().__init__()
        self.stored = stored
        self.qt = QTextDocument(self)
        self.qt.setDocumentLayout(QPlainTextDocumentLayout(self.qt))
        self.qt.setDocumentMargin(_MARGIN)  # now: later Qt would take it for an edit
        self.qt.setPlainText(stored.text)
        self.qt.setModified(False)
        self.revision = 0
        self._qt_revision = self.qt.revision()
        self._text: str | None = None
        self._read_front_matter(self.text)
        self._group, self._group_revision = "", -1
        self._safety = safety
        self._saver = Worker(self._save, self)
        self._saver.done.connect(self._after_save)
        self._saver.failed.connect(self._after_failure)
        self._is_saving = False
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
        return not self.is_exact or not can_take(self.stored)

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from the last state saved."""
        return self.qt.isModified()

    @property
    def text(self) -> str:
        """The whole file, front matter and body, as `files.read` gives it."""
        if self._text is None:
            self._text = text_of(self.qt)
        return self._text

    @property
    def front_matter(self) -> FrontMatter:
        """The fields of the text as it is now. Read anew only where the head changed."""
        text = self.text
        if not (self._head and text.startswith(self._head)):
            self._read_front_matter(text)
        return self._front_matter

    @property
    def head_lines(self) -> int:
        """How many whole lines the front matter takes; 0 while its closing fence is missing."""
        front = self.front_matter
        return 0 if _is_open(front) else self.text.count("\n", 0, front.end)

    def _read_front_matter(self, text: str) -> None:
        read = self._front_matter = front_matter.read(text)
        head = text[: read.end]
        # What follows a head without its last line end, or without its fence, may belong to it.
        self._head = "" if _is_open(read) or not head.endswith("\n") else head

    def apply(self, changes: Iterable[Edit], group: str = "") -> None:
        """Make `changes` to the text, as one undo step.

        Steps in a row with the same `group` (the keys typed into one field) become one.
        """
        ordered = sorted(changes, key=lambda edit: (edit.start, edit.end))
        if not ordered or self.is_read_only:
            return
        text = self.text
        cursor = QTextCursor(self.qt)
        goes_on = group and group == self._group and self.revision == self._group_revision
        if goes_on and self.is_modified:  # what was saved stays a step to undo to
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        for edit in reversed(ordered):
            cursor.setPosition(_utf16_length(text[: edit.start]))
            cursor.setPosition(
                cursor.position() + _utf16_length(text[edit.start : edit.end]),
                QTextCursor.MoveMode.KeepAnchor,
            )
            cursor.insertText(edit.new)
        cursor.endEditBlock()
        self._group, self._group_revision = group, self.revision

    def format(
        self, cursor: QTextCursor, command: Callable[[str, int, int], Formatted]
    ) -> tuple[int, int]:
        """Run a formatting command on the selection of `cursor`, as one undo step.

        Gives the selection afterwards, in Qt's units.
        """
        text = self.text
        start = _code_points(text, cursor.selectionStart())
        end = _code_points(text, cursor.selectionEnd())
        formatted = command(text, start, end)
        self.apply(formatted.edits)
        after = self.text
        return _utf16_length(after[: formatted.start]), _utf16_length(after[: formatted.end])

    def replace_text(self, text: str) -> None:
        """Make the text `text` by few small edits, as one undo step."""
        self.apply(edits.diff(self.text, text))

    def save(self, path: Path | None = None, *, force: bool = False) -> None:
        """Write the text to its file, or from now on to `path`; `saved` or `save_failed` follows.

        With `force` also over what another program wrote there meanwhile. Asked while a save is
        under way, it is done after that one, and their end is told once.
        """
        if self._is_saving:  # it must know what the one under way leaves on disk
            self._next_save = partial(self.save, path, force=force)
            return
        self._is_saving = True
        self._saver.ask(_SaveJob(self.stored, self.text, self.revision, path, force))

    def take_from_disk(self, stored: StoredFile) -> None:
        """Let the file's text replace this one, as an edit that can be undone.

        Nothing happens where the file could only be read: see `can_take`.
        """
        if not can_take(stored):
            return
        self.stored = stored
        self.replace_text(stored.text)
        self.qt.setModified(False)

    def close(self) -> None:
        """Let a save under way finish. The document takes no changes afterwards."""
        self._saver.stop()

    def _save(self, job: object) -> tuple[StoredFile, int]:
        assert isinstance(job, _SaveJob)
        stored = files.save(
            job.stored, job.text, job.path, force=job.force, state_folder=self._safety
        )
        return stored, job.revision

    @Slot(object)
    def _after_save(self, result: tuple[StoredFile, int]) -> None:
        self.stored, revision = result
        if revision == self.revision:  # what was typed meanwhile stays unsaved
            self.qt.setModified(False)
        if not self._save_next():
            self.saved.emit()

    @Slot(Exception)
    def _after_failure(self, error: Exception) -> None:
        if not self._save_next():
            self.save_failed.emit(error)

    def _save_next(self) -> bool:
        """Start the save asked for while another was under way; False where none was."""
        save, self._next_save, self._is_saving = self._next_save, None, False
        if save is not None:
            save()
        return save is not None

    @Slot(int, int, int)
    def _note_change(self, _position: int, _removed: int, _added: int) -> None:
        # Colours and folding arrive here too; only an edit counts up Qt's revision.
        if self.qt.revision() == self._qt_revision:
            return
        self._qt_revision = self.qt.revision()
        self._text = None
        self.revision += 1
        self.text_changed.emit()


def can_take(stored: StoredFile) -> bool:
    """Whether the text of `stored` may be changed here and saved, if need be elsewhere."""
    return stored.read_only in (None, Kept.NOT_WRITABLE)


def _is_open(front: FrontMatter) -> bool:
    return any(problem.kind is ProblemKind.UNCLOSED for problem in front.problems)


def _utf16_length(text: str) -> int:
    """The length of `text` in Qt's units: a character beyond U+FFFF counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(text: str, position: int) -> int:
    """How many characters of `text` are `position` of Qt's units."""
    if text.isascii():
        return position
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "replace")
    )
