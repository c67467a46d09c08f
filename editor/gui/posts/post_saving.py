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
from editor.locks import HeldError, Lock

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
        self._after_save: dict[Document, Callable[[], object]] = {}
        self._moving: dict[Document, Lock] = {}  # being saved under another path, held already

    def take(self, document: Document) -> None:
        """Hear how the saves of `document` end."""
        document.saved.connect(lambda: self._note_saved(document))
        document.save_failed.connect(lambda error: self._note_failure(document, error))

    def save(self, document: Document, then: Callable[[], object] | None = None) -> None:
        """Save a post; call `then` once it lies on disk."""
        if document.path is None:
            self.save_as(document, then)
            return
        self._save(document, None, then=then)

    def save_as(self, document: Document, then: Callable[[], object] | None = None) -> None:
        """Ask for another path, and save there."""
        if document.path is not None:
            suggestion = str(document.path)
        else:
            suggestion = str(self._posts.folder / "post.md")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the post as"), suggestion)
        if name and self._posts.find(Path(name)) not in (None, document):
            text = self.tr("Not saved: {name} is open in another tab. Close it there first.")
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
        if claim is not None:
            self._moving[document] = claim
        self._save(document, path, force=True, then=then)

    def _save(
        self,
        document: Document,
        path: Path | None,
        *,
        force: bool = False,
        then: Callable[[], object] | None = None,
    ) -> None:
        if then is not None:
            self._after_save[document] = then
        document.save(path, force=force)

    def _note_saved(self, document: Document) -> None:
        for topic in ("save", "read-only"):
            self._messages.clear(topic)
        folder = document.path.parent if document.path else None
        if not document.stored.confirmed and folder not in self._unconfirmed:
            self._unconfirmed.add(folder)
            text = self.tr("Saved, but the disk did not confirm that it is written.")
            self._messages.show_banner("save", text, level="warning")
        self._posts.saved.emit(document)
        self._posts.changed.emit()
        if document.path is not None and document in self._moving:
            self._posts.safekeeping.move(document, self._moving.pop(document))
            document.is_held_elsewhere = False
            self._posts.opened.emit(document.path)
        then = self._after_save.pop(document, None)
        if then is not None:
            then()

    def _note_failure(self, document: Document, error: Exception) -> None:
        self._after_save.pop(document, None)
        claim = self._moving.pop(document, None)
        if claim is not None:
            claim.release()
        self._posts.show(document)
        if isinstance(error, ConflictError):
            self._posts.conflict_found.emit(document, error)
        else:
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
        self._posts.changed.emit()

    def _save_again(self, document: Document, error: Exception) -> None:
        """Save where it failed; over what was overwritten in part, or what a dialog gave free."""
        if isinstance(error, SaveError) and error.path != document.path:
            self._save_elsewhere(document, error.path)
        elif isinstance(error, SaveError) and error.kind is Trouble.HALF_WRITTEN:
            self._save(document, None, force=True)
        else:
            self.save(document)


def _is_own(document: Document, path: Path) -> bool:
    """Whether `path` leads to the file that `document` has already, maybe through links."""
    own = document.path
    return own is not None and recovery.post_key(own) == recovery.post_key(path)
