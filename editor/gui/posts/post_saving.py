"""Saving open posts: where, over what, and what the writer can do where it failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from editor import recovery
from editor.files import ConflictError, SaveError, Trouble
from editor.gui import words
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.locks import HeldError

if TYPE_CHECKING:
    from editor.gui.posts.open_posts import OpenPosts


class PostSaving(QObject):
    """Saves the posts of one window, and tells how that ended."""

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._unconfirmed: set[Path | None] = set()  # folders of disks of which it was told
        self._asked: set[Document] = set()  # this window asked, and has not heard yet
        self._after_save: dict[Document, Callable[[], object]] = {}

    def save(self, document: Document, then: Callable[[], object] | None = None) -> None:
        """Save a post; call `then` once it lies on disk."""
        if document.path is None:
            self.save_as(document, then)
            return
        self._note_asked(document, then)
        document.save()

    def save_as(self, document: Document, then: Callable[[], object] | None = None) -> None:
        """Ask for another path, and save there."""
        if document.path is not None:
            suggestion = str(document.path)
        else:
            suggestion = str(self._posts.folder / "post.md")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the post as"), suggestion)
        if name and self._posts.shared.find(Path(name)) not in (None, document):
            text = self.tr(
                "Not saved: {name} is open here too, in a tab or another window. "
                "Close it there first."
            )
            self._messages.show_banner("save", text.format(name=Path(name).name), level="warning")
        elif name:
            # The dialog has asked already whether a file of that name may be overwritten.
            self._save_elsewhere(document, Path(name), then)

    def _save_elsewhere(
        self, document: Document, path: Path, then: Callable[[], object] | None = None
    ) -> None:
        try:
            claim = None if _is_own(document, path) else self._posts.safekeeping.claim(path)
        except HeldError:
            text = self.tr(
                "Not saved: {name} is open in another Blog Editor. Close it there first."
            )
            self._messages.show_banner("save", text.format(name=path.name), level="warning")
            return
        self._note_asked(document, then)
        self._posts.shared.save(document, path, claim)

    def _note_asked(self, document: Document, then: Callable[[], object] | None) -> None:
        self._asked.add(document)
        if then is not None:
            self._after_save[document] = then

    def note_saved(self, document: Document) -> None:
        """A post of this window is saved, whichever window asked for it."""
        for topic in ("save", "read-only"):
            self._messages.clear(topic)
        folder = document.path.parent if document.path else None
        if not document.stored.confirmed and folder not in self._unconfirmed:
            self._unconfirmed.add(folder)
            text = self.tr("Saved, but the disk did not confirm that it is written.")
            self._messages.show_banner("save", text, level="warning")
        self._asked.discard(document)
        self._posts.saved.emit(document)
        then = self._after_save.pop(document, None)
        if then is not None:
            then()

    def note_failure(self, document: Document, error: Exception) -> None:
        """A post of this window is not saved: told where that was asked, and where it is shown."""
        self._after_save.pop(document, None)
        if document in self._asked:
            self._asked.discard(document)
            self._posts.show(document)
        if document is not self._posts.current or isinstance(error, ConflictError):
            return  # what another program wrote is told by those who follow that
        ways = [
            Way(self.tr("Try again"), lambda: self._save_again(document, error)),
            Way(self.tr("Save as…"), lambda: self.save_as(document)),
        ]
        copy = error.safety_copy if isinstance(error, SaveError) else None
        if copy is not None:
            folder = QUrl.fromLocalFile(str(copy.parent))
            ways.append(Way(self.tr("Show the copy"), lambda: QDesktopServices.openUrl(folder)))
        path = error.path if isinstance(error, SaveError) else document.path
        self._messages.show_banner("save", words.not_saved(error, path), ways, level="error")

    def _save_again(self, document: Document, error: Exception) -> None:
        """Save where it failed; over what was overwritten in part, or what a dialog gave free."""
        if isinstance(error, SaveError) and error.path != document.path:
            self._save_elsewhere(document, error.path)
        elif isinstance(error, SaveError) and error.kind is Trouble.HALF_WRITTEN:
            self._note_asked(document, None)
            document.save(force=True)
        else:
            self.save(document)


def _is_own(document: Document, path: Path) -> bool:
    """Whether `path` leads to the file that `document` has already, maybe through links."""
    own = document.path
    return own is not None and recovery.post_key(own) == recovery.post_key(path)
