"""Tells when the posts of a folder may have changed on the disk."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_CALM = 300  # milliseconds after the system told of a change
_POLL = 20_000  # milliseconds between looks while the program is used: not all is told of
_MOST_FOLDERS = 400  # of which the system is to tell; systems have limits


class FolderWatch(QObject):
    """Watches folders: when the system tells of a change, when the writer comes back, at times.

    A file written in place leaves its folder as it was, and network drives tell nothing.
    """

    looked = Signal()  # it is time to look

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_CALM)
        self._poll = QTimer(self, interval=_POLL)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.looked)
        self._poll.timeout.connect(self._look_while_here)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._note_focus)

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these folders and no others."""
        wanted = {str(folder) for folder in folders[:_MOST_FOLDERS] if folder.is_dir()}
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))
        if wanted:
            self._poll.start()
        else:
            self._poll.stop()
            self._soon.stop()

    @Slot()
    def _look_while_here(self) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        if app.applicationState() == Qt.ApplicationState.ApplicationActive:
            self.looked.emit()

    @Slot(Qt.ApplicationState)
    def _note_focus(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._poll.isActive():
            self._soon.start()
