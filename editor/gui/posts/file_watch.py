"""Looks at the files of open posts: when the system tells of a change, and now and then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from editor import outside
from editor.files import StoredFile
from editor.gui.posts.document import Document
from editor.gui.worker import Worker
from editor.outside import Look, State

_CALM = 150  # milliseconds after the system told of a change
_POLL = 2000  # milliseconds between looks while the writer is here: network drives tell nothing


@dataclass(frozen=True)
class _Job:
    document: int  # its id
    stored: StoredFile
    inode: tuple[int, int] | None


@dataclass(frozen=True)
class _Seen:
    job: _Job
    look: Look
    inode: tuple[int, int] | None


class FileWatch(QObject):
    """Watches the files of documents, each together with its folder.

    A file that is saved by renaming is another file, of which the system forgets to tell; one that
    is written in place leaves its folder as it was.
    """

    looked = Signal(object, object)  # a Document, and the Look at its file

    def __init__(
        self, documents: Callable[[], Sequence[Document]], versions: Path, parent: QObject
    ) -> None:
        """`documents` gives those that are open; `versions` is the folder of the history."""
        super().__init__(parent)
        self._documents = documents
        self._inodes: dict[Document, tuple[int, int]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_CALM)
        self._poll = QTimer(self, interval=_POLL)
        self._looker = Worker(partial(_look_at_all, versions), self)
        self._looker.done.connect(self._note_looks)
        self._looker.failed.connect(_tell_the_program)
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged):
            signal.connect(self._soon.start)
        self._soon.timeout.connect(self.look)
        self._poll.timeout.connect(self._look_while_here)
        self._poll.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._note_focus)

    @property
    def paths(self) -> list[str]:
        """The files that the system is to tell of."""
        return self._watcher.files()

    @Slot()
    def watch(self) -> None:
        """Have the system tell of the files that are open now."""
        documents = self._documents()
        for gone in [document for document in self._inodes if document not in documents]:
            del self._inodes[gone]
        paths = [document.path.absolute() for document in documents if document.path]
        wanted = {str(path) for path in paths} | {str(path.parent) for path in paths}
        wanted |= {str(path.resolve().parent) for path in paths}  # where links lead
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        there = [path for path in sorted(wanted - watched) if Path(path).exists()]
        if there:
            self._watcher.addPaths(there)

    @Slot()
    def look(self) -> None:
        """Look now what has become of the files."""
        self.watch()
        jobs = [
            _Job(id(document), document.stored, self._inodes.get(document))
            for document in self._documents()
            if document.path is not None and not document.is_saving
        ]
        if jobs:
            self._looker.ask(jobs)

    def stop(self) -> None:
        """Look no more."""
        self._poll.stop()
        self._soon.stop()
        self._looker.stop()

    @Slot()
    def _look_while_here(self) -> None:
        if QGuiApplication.focusWindow() is not None:  # one of the program's
            self.look()

    @Slot(Qt.ApplicationState)
    def _note_focus(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    @Slot(object)
    def _note_looks(self, looks: list[_Seen]) -> None:
        documents = {id(document): document for document in self._documents()}
        for seen in looks:
            document = documents.get(seen.job.document)
            if document is None:
                continue
            if document.is_saving or document.stored is not seen.job.stored:
                self._soon.start()  # it was our own save that was seen, maybe
                continue
            if seen.look.state is State.SAME and seen.inode is not None:
                self._inodes[document] = seen.inode
            self.looked.emit(document, seen.look)


def _tell_the_program(error: Exception) -> None:
    raise error  # nothing is to fail here: it is reported as what nobody expected


def _look_at_all(versions: Path, jobs: object) -> list[_Seen]:
    """What has become of the files; what others have overwritten goes into the history first."""
    assert isinstance(jobs, list)
    found = []
    for job in jobs:
        inode = outside.inode_of(job.stored.path)
        look = outside.look(job.stored, job.inode)
        if look.state is State.CHANGED:
            outside.keep_base(versions, job.stored)
        found.append(_Seen(job, look, inode))
    return found
