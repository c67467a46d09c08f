"""The posts that the program has open: each once, however many of its windows show it."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.files import ConflictError
from editor.gui.posts.document import Document
from editor.gui.posts.safekeeping import Safekeeping
from editor.locks import Lock

if TYPE_CHECKING:
    from editor.gui.posts.open_posts import OpenPosts
    from editor.gui.posts.outside_changes import OutsideChanges


class SharedPosts(QObject):
    """What the windows share: one document, journal, claim and watch for each open post."""

    changed = Signal(object)  # a Document has another name or state
    moved = Signal(object)  # a Document lies under another path now
    saved = Signal(object)  # a Document lies on disk now
    save_failed = Signal(object, object)  # a Document was not saved for this error

    def __init__(self, state: Path, parent: QObject) -> None:
        """`state` is the program's folder for what it must remember."""
        super().__init__(parent)
        self.state = state
        self.safekeeping = Safekeeping(state, self)
        self._shown: dict[Document, list[OpenPosts]] = {}
        self._moving: dict[Document, Lock] = {}  # being saved under another path, held already

    @cached_property
    def outside(self) -> OutsideChanges:
        """What follows the files of the posts, from when it is first asked for."""
        from editor.gui.posts.outside_changes import OutsideChanges

        return OutsideChanges(self)

    @property
    def documents(self) -> list[Document]:
        """The posts that are open in any window."""
        return list(self._shown)

    def find(self, path: Path) -> Document | None:
        """The open post whose file is at `path`."""
        for document in self._shown:
            if document.path is not None and is_same(document.path, path):
                return document
        return None

    def take(self, document: Document, claim: Lock | None = None) -> None:
        """Keep `document`, and the claim to its file, until the last window leaves it."""
        self._shown[document] = []
        self.safekeeping.take(document, claim)
        document.modified_changed.connect(partial(self._note_state, document))
        document.saved.connect(partial(self._note_saved, document))
        document.save_failed.connect(partial(self._note_failure, document))

    def join(self, document: Document, posts: OpenPosts) -> None:
        """A window shows `document`."""
        self._shown[document].append(posts)

    def leave(self, document: Document, posts: OpenPosts) -> None:
        """A window shows `document` no more; after the last one it is closed."""
        self._shown[document].remove(posts)
        if self._shown[document]:
            return
        del self._shown[document]
        document.close()
        self.safekeeping.let_go(document)
        claim = self._moving.pop(document, None)
        if claim is not None:
            claim.release()
        document.deleteLater()
        self.changed.emit(document)

    def windows(self, document: Document) -> list[OpenPosts]:
        """The posts of the windows that show `document`."""
        return list(self._shown.get(document, ()))

    def save(self, document: Document, path: Path, claim: Lock | None) -> None:
        """Save at `path`, whatever lies there; `claim` is to that path, if it is another file."""
        if claim is not None:
            self._moving[document] = claim
        document.save(path, force=True)

    def stop(self) -> None:
        """Watch no more; the windows have left their posts."""
        if "outside" in self.__dict__:
            self.outside.files.stop()

    def _note_state(self, document: Document, _is_modified: bool) -> None:
        self.changed.emit(document)

    def _note_saved(self, document: Document) -> None:
        claim = self._moving.pop(document, None)
        if claim is not None:
            self.safekeeping.move(document, claim)
            document.is_held_elsewhere = False
            self.moved.emit(document)
        self.saved.emit(document)
        self.changed.emit(document)

    def _note_failure(self, document: Document, error: Exception) -> None:
        claim = self._moving.pop(document, None)
        if claim is not None:
            claim.release()
        if isinstance(error, ConflictError):
            _ = self.outside  # is to hear of it, also where nobody has asked for it yet
        self.save_failed.emit(document, error)
        self.changed.emit(document)


def is_same(one: Path, other: Path) -> bool:
    """Whether both lead to one file, or would if there was one."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
