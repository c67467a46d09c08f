"""Keeps the marks of the posts pane on what Git says of the posts."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from editor import git_changes
from editor.git_changes import Look
from editor.gui.git import git_words
from editor.gui.library.posts_column import PostsColumn
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker

_PAUSE = 500  # milliseconds: several files may change at once
_ACTIVE = Qt.ApplicationState.ApplicationActive


class GitStates(QObject):
    """Asks Git off the window's thread, after saves and when the window comes to the front."""

    def __init__(self, posts: OpenPosts, column: PostsColumn) -> None:
        super().__init__(column)
        self._column = column
        self._worker = Worker(git_changes.look, self)
        self._worker.done.connect(self._show)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        posts.saved.connect(self.look_soon)
        column.posts_changed.connect(self.look_soon)
        column.shown_changed.connect(self.look_soon)
        app = QCoreApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._note_focus)

    @Slot()
    def look_soon(self) -> None:
        """Ask in a moment."""
        self._pause.start()

    @Slot()
    def look(self) -> None:
        """Ask now, if the posts are shown."""
        if self._column.is_shown and self._column.folder is not None:
            self._worker.ask(self._column.folder)

    def stop(self) -> None:
        """Ask no more."""
        self._pause.stop()
        self._worker.stop()

    @Slot(object)
    def _show(self, found: Look) -> None:
        if found.folder == self._column.folder:
            marks = {one.place: git_words.mark(one.state) for one in found.changes}
            self._column.show_marks(marks, git_words.deleted_posts(found.changes))

    @Slot(Qt.ApplicationState)
    def _note_focus(self, state: Qt.ApplicationState) -> None:
        if state == _ACTIVE:
            self.look_soon()
