"""Commits of posts and images that the writer chooses."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from editor import git_changes
from editor.git import Repository
from editor.git_changes import FileChange, Look
from editor.gui.git.git_telling import GitTelling
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker

if TYPE_CHECKING:
    from editor.gui.git.commit_dialog import CommitDialog


@dataclass(frozen=True)
class _Comparison:
    repository: Repository
    change: FileChange
    texts: tuple[str, str] = ("", "")  # the answer


@dataclass(frozen=True)
class _Commit:
    repository: Repository
    changes: Sequence[FileChange]
    message: str
    stopped: threading.Event


class Commits(QObject):
    """Shows the dialog, and has Git look, compare and commit off the window's thread."""

    ended = Signal()  # a commit, whatever came of it

    def __init__(
        self, posts: OpenPosts, telling: GitTelling, folder: Callable[[], Path | None]
    ) -> None:
        """`folder` gives the site, or the folder, that the post in front lies in."""
        super().__init__(posts)
        self._posts, self._telling, self._folder = posts, telling, folder
        self.dialog: CommitDialog | None = None
        self._found: Look | None = None  # what the dialog lists
        self._stopped = threading.Event()
        self._looking = self._worker(git_changes.look, self._show_changes, telling.tell_failure)
        self._comparing = self._worker(_compare, self._show_comparison, telling.tell_failure)
        self._committing = self._worker(_commit, self._tell_done, self._tell_failure)
        posts.saved.connect(self._look_again)
        posts.changed.connect(self._show_unsaved)

    def _worker(
        self,
        work: Callable[[Any], object],
        done: Callable[..., object],
        failed: Callable[..., object],
    ) -> Worker:
        worker = Worker(work, self)
        worker.done.connect(done)
        worker.failed.connect(failed)
        return worker

    def stop(self) -> None:
        """End a commit that is under way, and the threads."""
        self._stopped.set()
        for worker in (self._looking, self._comparing, self._committing):
            worker.stop()

    @Slot()
    def show(self) -> None:
        """Let the writer choose what to commit."""
        if not self._telling.has_git():
            return
        folder = self._folder()
        if folder is None:
            self._telling.say(self.tr("Open a post or a folder first."))
        else:
            self._looking.ask(folder.absolute())

    @Slot(object)
    def _show_changes(self, found: Look) -> None:
        if found.repository is None:
            self._telling.say_there_is_none(found.folder)
            return
        self._found = found
        dialog = self._shown_dialog()
        front = self._posts.current.path
        dialog.show_changes(found.changes, front.absolute() if front else None)
        self._show_unsaved()
        if not dialog.isVisible():
            dialog.show()
            dialog.message.setFocus()

    def _shown_dialog(self) -> "CommitDialog":
        if self.dialog is None:
            from editor.gui.git.commit_dialog import CommitDialog

            self.dialog = CommitDialog(self._posts.window)
            self.dialog.comparison_wanted.connect(self._ask_comparison)
            self.dialog.commit_wanted.connect(self._commit)
            self.dialog.save_wanted.connect(self._save)
            self.dialog.stop_wanted.connect(self._stopped.set)
        return self.dialog

    # What is chosen and looked at

    @Slot(object)
    def _ask_comparison(self, change: FileChange) -> None:
        if self._found is not None and self._found.repository is not None:
            self._comparing.ask(_Comparison(self._found.repository, change))

    @Slot(object)
    def _show_comparison(self, answer: _Comparison) -> None:
        from editor.gui.posts.texts_dialog import Comparison

        titles = self.tr("Last commit"), self.tr("On the disk")
        if self.dialog is not None:
            self.dialog.show_comparison(answer.change, Comparison(titles, answer.texts))

    @Slot()
    def _show_unsaved(self) -> None:
        if self.dialog is not None:
            changed = (one.path for one in self._posts.documents if one.is_modified)
            self.dialog.show_unsaved({path.absolute() for path in changed if path})

    @Slot(object)
    def _save(self, paths: Sequence[Path]) -> None:
        for document in map(self._posts.find, paths):
            if document is not None:
                self._posts.save(document)

    @Slot()
    def _look_again(self) -> None:
        if self.dialog is not None and self.dialog.isVisible() and self._found is not None:
            self._looking.ask(self._found.folder)

    # The commit

    @Slot(object, str)
    def _commit(self, changes: Sequence[FileChange], message: str) -> None:
        if self.dialog is None or self._found is None or self._found.repository is None:
            return
        self._stopped.clear()
        self.dialog.show_running(is_running=True)
        job = _Commit(self._found.repository, changes, message, self._stopped)
        self._committing.ask(job)

    @Slot(object)
    def _tell_done(self, job: _Commit) -> None:
        if self.dialog is not None:
            self.dialog.show_running(is_running=False)
            self.dialog.message.clear()
            self.dialog.close()
        self.ended.emit()
        subject = job.message.partition("\n")[0]
        self._telling.say(self.tr("Committed: {subject}").format(subject=subject))

    @Slot(Exception)
    def _tell_failure(self, error: Exception) -> None:
        self.ended.emit()
        if self.dialog is None:
            return
        self.dialog.show_running(is_running=False)
        stopped = self.tr("You stopped it: nothing was committed.")
        self.dialog.tell_failure(stopped if self._stopped.is_set() else str(error))


# On the workers' threads


def _compare(asked: _Comparison) -> _Comparison:
    path = asked.change.path
    before = git_changes.committed_text(asked.repository, path)
    return replace(asked, texts=(before or "", git_changes.text_now(path)))


def _commit(job: _Commit) -> _Commit:
    job.repository.commit([one.path for one in job.changes], job.message, job.stopped)
    return job
