"""Tells when the settings of the site in front change on disk."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from editor.site import Site, settings_stamp

_SOON = 400  # milliseconds: the window comes first, and editors write in several steps


class SiteWatch(QObject):
    """Watches the files in which a site keeps its settings, and the folder they lie in."""

    changed = Signal()  # they are others than before, or not there any more

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root: Path | None = None
        self._stamp: object = None
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)

    def look_at(self, site: Site) -> None:
        """Watch the settings of `site`. Returns at once."""
        if site.root != self._root:
            self._root, self._stamp = site.root, None
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        if self._root is None:
            self._watch([])
            return
        stamp = settings_stamp(self._root)
        before, self._stamp = self._stamp, stamp
        self._watch([str(self._root), *(str(path) for path, *_ in stamp)])
        if before is not None and stamp != before:
            self.changed.emit()

    def _watch(self, wanted: list[str]) -> None:
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._soon.start)
            self._watcher.directoryChanged.connect(self._soon.start)
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(watched - set(wanted)):
            self._watcher.removePaths(gone)
        if new := [path for path in wanted if path not in watched and Path(path).exists()]:
            self._watcher.addPaths(new)
