"""Keeps the unsaved text of a post on the disk, never more than a second older than what is typed.

The first change starts a short wait that further keys do not prolong; then the whole text is
written by another thread, and whatever came meanwhile starts the next wait.
"""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor import recovery
from editor.gui.posts.document import Document
from editor.gui.worker import Worker
from editor.recovery import Found, Session, Snapshot

_WAIT = 200  # milliseconds from a change until its text is written
_LONG_WAIT = 2000  # the same for a long text
_RETRY = 5000  # milliseconds after which a text that could not be written is tried again


@dataclass(frozen=True)
class _Request:
    number: int  # of those asked for, so that none is written after a newer one
    snapshot: Snapshot | None  # None: nothing is unsaved any more


class Journal(QObject):
    """The unsaved text of one document, in a folder of ours."""

    failed = Signal(Exception)  # the text is not on the disk; tried again with the next change
    kept = Signal()  # it is

    def __init__(self, document: Document, folder: Path) -> None:
        super().__init__(document)
        self._document = document
        self._folder = folder
        self._session: Session | None = None  # made when there is something to keep
        self._file: Path | None = None  # where the last text is
        self._asked, self._done = 0, 0
        self._kept = -1  # the revision whose text is there
        self._is_closed = False
        self._lock = Lock()  # one writes at a time: the worker, or who cannot wait for it
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._keep)
        self._worker = Worker(self._write, self)
        self._worker.done.connect(self._after)
        self._worker.failed.connect(self._after_failure)
        document.text_changed.connect(self._note_change)
        document.modified_changed.connect(self._note_change)
        document.saved.connect(self._note_change)

    def flush(self) -> None:
        """Have the text on the disk when this returns: the program is about to end. OSError."""
        self._wait.stop()
        if self._document.is_modified:
            self._write(self._request())

    def hurry(self) -> None:
        """Have the text on the disk, unless it was put there as it is. OSError."""
        if self._document.is_modified and self._kept != self._document.revision:
            self.flush()

    def adopt(self, found: Found) -> None:
        """Go on with what was `found`: from now on it is this document's.

        Raises FileNotFoundError where another program has taken it.
        """
        self._file = recovery.take_over(found, self._begun())

    def give_up(self) -> None:
        """Keep the text aside for 30 days: the writer chose not to save it. OSError."""
        request = self._request()
        if request.snapshot is not None:
            with self._lock:
                self._done = request.number
                file = self._file or self._begun().file(self._document.path)
                recovery.give_up(file, request.snapshot)
                self._file = None

    def close(self) -> None:
        """End. What is unsaved and was not given up is offered from now on."""
        self._is_closed = True
        self._wait.stop()
        self._worker.stop()
        if not self._is_needed and self._file is not None:
            recovery.drop(self._file)
        if self._session is not None:
            self._session.end()

    @property
    def _is_needed(self) -> bool:
        """Whether the text may not be on the disk: not saved, or the disk did not confirm that."""
        return self._document.is_modified or not self._document.stored.confirmed

    @Slot()
    def _note_change(self) -> None:
        is_needed = self._is_needed or self._file is not None
        is_waiting = self._wait.isActive() and self._wait.interval() != _RETRY
        if self._is_closed or is_waiting or not is_needed:
            return
        self._wait.start(_LONG_WAIT if self._document.is_long else _WAIT)

    @Slot()
    def _keep(self) -> None:
        self._worker.ask(self._request())

    def _request(self) -> _Request:
        """What to write now. Nothing, where all is saved."""
        self._asked += 1
        self._begun()
        document = self._document
        if not self._is_needed:
            return _Request(self._asked, None)
        kept = recovery.snapshot(document.stored, document.text, document.revision, document.base)
        return _Request(self._asked, kept)

    def _begun(self) -> Session:
        if self._session is None:
            self._session = recovery.begin(self._folder)
        return self._session

    def _write(self, request: object) -> None:
        """Write what was asked for, unless something newer is there. In any thread. OSError."""
        assert isinstance(request, _Request)
        with self._lock:
            if request.number < self._done:
                return
            self._done = request.number
            before, kept = self._file, request.snapshot
            if kept is not None:
                file = self._begun().file(Path(kept.path) if kept.path else None)
                recovery.write(file, kept)
                self._file, self._kept = file, kept.revision
            if before is not None and (kept is None or before != self._file):
                recovery.drop(before)
                self._file = None if kept is None else self._file

    @Slot(object)
    def _after(self, _nothing: object) -> None:
        self.kept.emit()

    @Slot(Exception)
    def _after_failure(self, error: Exception) -> None:
        if not self._wait.isActive() and not self._is_closed:
            self._wait.start(_RETRY)
        self.failed.emit(error)
