"""The post in front and what the last commit has of it: compared, or brought back as an edit."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor import git_changes
from editor.git import Repository
from editor.gui.git.git_telling import GitTelling
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker

if TYPE_CHECKING:
    from editor.gui.git.changes_dialog import ChangesDialog


@dataclass(frozen=True)
class _Wish:
    document: Document
    path: Path
    is_to_restore: bool
    has_repository: bool = True  # this and the next are the answer
    text: str | None = None  # None where the last commit has none


class PostInGit(QObject):
    """Has the committed text read off the window's thread, and shows it or puts it back."""

    def __init__(self, posts: OpenPosts, telling: GitTelling) -> None:
        super().__init__(posts)
        self._posts, self._telling = posts, telling
        self.dialog: ChangesDialog | None = None  # the one shown last
        self._worker = Worker(_read, self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(telling.tell_failure)

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    @Slot()
    def show(self) -> None:
        """Show how the post in front differs from the last commit."""
        self._ask(is_to_restore=False)

    @Slot()
    def restore(self) -> None:
        """Give the post in front the text of the last commit, as an edit."""
        self._ask(is_to_restore=True)

    def _ask(self, *, is_to_restore: bool) -> None:
        document = self._posts.current
        if not self._telling.has_git():
            return
        if document.path is None:
            self._telling.say(self.tr("Save the post first: Git knows files alone."))
        else:
            self._worker.ask(_Wish(document, document.path.absolute(), is_to_restore))

    @Slot(object)
    def _take(self, answer: _Wish) -> None:
        if answer.document not in self._posts.documents:
            return
        if not answer.has_repository:
            self._telling.say_there_is_none(answer.path.parent)
        elif answer.text is None:
            text = self.tr("{name} is new: no commit has it yet.")
            self._telling.say(text.format(name=self._posts.name(answer.document)))
        elif answer.is_to_restore:
            self._restore(answer.document, answer.text)
        else:
            self._show(answer.document, answer.text)

    def _show(self, document: Document, committed: str) -> None:
        from editor.gui.git.changes_dialog import ChangesDialog
        from editor.gui.posts.texts_dialog import Comparison

        title = self.tr("Changes of {name} in Git").format(name=self._posts.name(document))
        titles = self.tr("Last commit"), self.tr("Now")
        comparison = Comparison(titles, (committed, document.text))
        self.dialog = ChangesDialog(title, comparison, self._posts.window)
        self.dialog.restore_wanted.connect(lambda: self._restore(document, committed))
        self.dialog.show()

    def _restore(self, document: Document, committed: str) -> None:
        if document not in self._posts.documents:
            return
        if document.text == committed:
            text = self.tr("{name} is as the last commit has it.")
        elif document.is_read_only:
            text = self.tr("{name} can only be read.")
        else:
            document.replace_text(committed)
            text = self.tr("{name} has the text of the last commit again. Undo brings yours back.")
        self._telling.say(text.format(name=self._posts.name(document)))


def _read(wish: object) -> object:
    """On the worker's thread."""
    assert isinstance(wish, _Wish)
    repository = Repository.find(wish.path.parent)
    if repository is None:
        return replace(wish, has_repository=False)
    return replace(wish, text=git_changes.committed_text(repository, wish.path))
