"""The posts open in a window: opened, put in front, saved, closed; no unsaved text goes unasked."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from editor import files
from editor.files import FileError, StoredFile
from editor.gui import words
from editor.gui.messages import Messages, Way
from editor.gui.posts import claims
from editor.gui.posts.document import Document
from editor.gui.posts.safekeeping import Safekeeping
from editor.gui.posts.shared_posts import SharedPosts, is_same
from editor.locks import HeldError, Lock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from editor.gui.posts.held_elsewhere import HeldElsewhere
    from editor.gui.posts.post_saving import PostSaving

# Topics of banners.
_OF_ONE_POST = ("open", "save", "read-only", "encoding", "render", "outside")
_POST_PATTERNS = "*.md *.markdown *.mdown *.mkd *.html *.txt"


class OpenPosts(QObject):
    """The documents of one window, and which of them is in front."""

    current_changed = Signal(object)  # the Document now in front
    changed = Signal()  # posts came, went, or have another name or state
    opened = Signal(Path)  # a file was opened or saved under this path
    saved = Signal(object)  # a Document lies on disk now
    left = Signal(object)  # a Document is closed here; other windows may go on with it

    def __init__(self, window: QWidget, messages: Messages, shared: SharedPosts) -> None:
        """`shared` are the posts of all windows."""
        super().__init__(window)
        self.window = window  # for dialogs to stand before
        self._messages = messages
        self.shared = shared
        self._documents: list[Document] = []
        self._current: Document | None = None
        shared.changed.connect(self._note_change)
        shared.moved.connect(self._note_moved)
        shared.saved.connect(self._note_saved)
        shared.save_failed.connect(self._note_failure)
        self.safekeeping.warned.connect(self._warn)
        self.safekeeping.settled.connect(messages.clear)

    def watch(self) -> None:
        """From now on follow what other programs do to the files, and tell it."""
        from editor.gui.posts.outside_notices import OutsideNotices

        OutsideNotices(self, self._messages)
        self.shared.outside.files.look()  # at what was opened before

    @cached_property
    def _held(self) -> "HeldElsewhere":
        from editor.gui.posts.held_elsewhere import HeldElsewhere

        return HeldElsewhere(self, self._messages)

    @cached_property
    def _saving(self) -> "PostSaving":
        from editor.gui.posts.post_saving import PostSaving  # not before the first save

        return PostSaving(self, self._messages, self.window)

    @property
    def safekeeping(self) -> Safekeeping:
        """What keeps the posts safe, the same for all windows."""
        return self.shared.safekeeping

    @property
    def documents(self) -> list[Document]:
        """The open posts, in the order of their tabs."""
        return list(self._documents)

    @property
    def current(self) -> Document:
        """The post in front. There is always one, an empty one if need be."""
        self.ensure_one()
        assert self._current is not None
        return self._current

    def ensure_one(self) -> None:
        """Open an empty post if none is open."""
        if self._current is None:
            self.new()

    # Opening

    def new(self) -> None:
        """Open an empty post that has no file yet."""
        self._take(Document(files.new_file(), self.shared.state))

    def open(self, path: Path, encoding: str | None = None) -> bool:
        """Open the file at `path`, or put it in front if it is open; False where it is refused."""
        if self.show_path(path):
            return True
        elsewhere = self.shared.find(path)
        if elsewhere is not None:
            self.share(elsewhere)
            return True
        try:
            stored = files.read(path, encoding)
            claim = self.safekeeping.claim(path)
        except FileError as error:
            self._messages.show_banner("open", words.not_opened(error), level="error")
            return False
        except HeldError as error:
            if claims.is_own(error, self.safekeeping.address):
                self._tell_saving(path)
                return False
            document = Document(stored, self.shared.state)
            self.safekeeping.note_refusal(document, error)
            self._open(document, None)
            return True
        files.remove_stale_temporaries(path)
        self._open(Document(stored, self.shared.state), claim)
        return True

    def _tell_saving(self, path: Path) -> None:
        text = self.tr("A post is just being saved as {name}. Open it again when that is done.")
        again = Way(self.tr("Open it"), partial(self.open, path))
        self._messages.show_banner("open", text.format(name=path.name), [again])

    def share(self, document: Document) -> None:
        """Show a post that another window shows too: one text, one undo history, one file."""
        self._messages.clear("open")
        blank = self._blank_document()
        self._add(document)
        if blank is not None:
            self._remove(blank)
        if document.path is not None:
            self.opened.emit(document.path)

    def _open(self, document: Document, claim: Lock | None) -> None:
        """Put in front a document with a file; without a claim to it, read-only."""
        document.is_held_elsewhere = claim is None
        self._messages.clear("open")
        blank = self._blank_document()
        self._take(document, claim)
        if blank is not None:
            self._remove(blank)
        assert document.path is not None
        self.opened.emit(document.path)

    def open_missing(self, path: Path) -> Document | None:
        """An empty post at `path`, where no file is now; None where another run has it."""
        try:
            claim = self.safekeeping.claim(path)
        except HeldError:
            return None
        document = Document(files.new_file(path), self.shared.state)
        self._open(document, claim)
        return document

    def open_new(self, path: Path, text: str) -> Document | None:
        """A post of that `text` that the first save writes to `path`; None as in `open_missing`."""
        document = self.open_missing(path)
        if document is not None:
            document.makes_folder = True
            document.replace_text(text)
            document.qt.clearUndoRedoStacks()
            document.mark_modified(is_modified=True)
        return document

    def drop(self, document: Document) -> None:
        """Close a post everywhere, unasked: its file is where the writer has sent it."""
        for posts in self.shared.windows(document):
            posts._remove(document)

    def ask_open(self) -> None:
        """Let the writer choose files to open."""
        title = self.tr("Open a post")
        kinds = self.tr("Posts ({patterns})").format(patterns=_POST_PATTERNS)
        everything = self.tr("All files (*)")
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(
            self.window, title, str(self.folder), f"{kinds};;{everything}"
        )
        for name in chosen:
            self.open(Path(name))

    def show(self, document: Document) -> None:
        """Put `document` in front."""
        if document is not self._current:
            self._current = document
            for topic in _OF_ONE_POST:
                self._messages.clear(topic)
            self._tell_state(document)
            self.current_changed.emit(document)
            self.changed.emit()

    def show_path(self, path: Path) -> bool:
        """Put in front the post at `path`; False where it is not open here."""
        document = self.find(path)
        if document is not None:
            self.show(document)
        return document is not None

    # Saving

    def save(
        self, document: Document | None = None, then: Callable[[], object] | None = None
    ) -> None:
        """Save a post, by default the one in front; call `then` once it lies on disk."""
        self._saving.save(document or self.current, then)

    def save_as(
        self, document: Document | None = None, then: Callable[[], object] | None = None
    ) -> None:
        """Ask for another path, and save there."""
        self._saving.save_as(document or self.current, then)

    def follow(self, document: Document, path: Path) -> None:
        """Go on with `document` at `path`, where another program has moved its file."""
        assert document.path is not None
        try:
            claim = self.safekeeping.claim(path)
        except HeldError:
            text = self.tr("{name} is open in another Blog Editor.").format(name=path.name)
            self._messages.show_banner("open", text, level="warning")
            return
        from editor import history

        with suppress(OSError):  # without its versions the post is there all the same
            history.follow(self.safekeeping.history, document.path, path)
        self.safekeeping.move(document, claim)
        document.rebase(replace(document.stored, path=path))
        self.shared.moved.emit(document)
        self.shared.changed.emit(document)

    # Closing

    def close(self, document: Document | None = None) -> None:
        """Close a post, by default the one in front, after asking about text not saved."""
        document = document or self.current
        if document.is_modified and self._is_last(document):
            from PySide6.QtWidgets import QMessageBox

            answer = self._ask_unsaved([document])
            if answer == QMessageBox.StandardButton.Cancel:
                return
            if answer == QMessageBox.StandardButton.Save:
                self.save(document, then=lambda: self.close(document))
                return
            self.safekeeping.give_up(document)
        self._remove(document)

    def close_all(self, then: Callable[[], object], *, everywhere: bool = False) -> None:
        """Ask once about all texts not saved, and call `then` when none is left.

        With `everywhere` about those of all windows, which are to close together.
        """
        unsaved = self._unsaved(everywhere=everywhere)
        if unsaved:
            from PySide6.QtWidgets import QMessageBox

            answer = self._ask_unsaved(unsaved)
            if answer == QMessageBox.StandardButton.Cancel:
                return
            if answer == QMessageBox.StandardButton.Save:
                self._close_rest(then, everywhere=everywhere)
                return
            for document in unsaved:
                self.safekeeping.give_up(document)
                document.mark_modified(is_modified=False)
        then()

    def _close_rest(self, then: Callable[[], object], *, everywhere: bool) -> None:
        """The writer said "save" once: save one after the other, then go on."""
        unsaved = self._unsaved(everywhere=everywhere)
        if unsaved:
            posts = self._posts_with(unsaved[0])
            posts.window.raise_()  # it may have to ask for a name, or tell that it failed
            posts.show(unsaved[0])
            posts.save(unsaved[0], partial(self._close_rest, then, everywhere=everywhere))
        else:
            then()

    def _unsaved(self, *, everywhere: bool) -> list[Document]:
        """The posts whose text would be given up with this window, or with all windows."""
        if everywhere:
            return [document for document in self.shared.documents if document.is_modified]
        return [
            document
            for document in self._documents
            if document.is_modified and self._is_last(document)
        ]

    def _posts_with(self, document: Document) -> "OpenPosts":
        """This window's posts or, if `document` is not among them, another window's."""
        return self if document in self._documents else self.shared.windows(document)[0]

    def _is_last(self, document: Document) -> bool:
        """Whether no other window shows `document`."""
        return self.shared.windows(document) == [self]

    def stop(self) -> None:
        """Let saves under way finish; what is still unsaved will be offered."""
        self.safekeeping.flush()
        documents, self._documents = self._documents, []
        for document in documents:
            self.left.emit(document)
            self.shared.leave(document, self)

    def _ask_unsaved(self, documents: list[Document]) -> "QMessageBox.StandardButton":
        from editor.gui.posts.unsaved_box import ask_unsaved

        return ask_unsaved(self.window, [self.name(document) for document in documents])

    # The list

    def name(self, document: Document) -> str:
        """What a post is called in its tab and in the window's title."""
        return document.path.name if document.path else self.tr("New post")

    def find(self, path: Path) -> Document | None:
        """The open post whose file is at `path`."""
        for document in self._documents:
            if document.path is not None and is_same(document.path, path):
                return document
        return None

    def _blank_document(self) -> Document | None:
        """The untouched new post in front, which an opened file takes the place of."""
        current = self._current
        if current and current.path is None and not current.is_modified and not current.text:
            return current
        return None

    def _take(self, document: Document, claim: Lock | None = None) -> None:
        self.shared.take(document, claim)
        self._add(document)

    def _add(self, document: Document, *, to_front: bool = True) -> None:
        self._documents.append(document)
        self.shared.join(document, self)
        if to_front:
            self.show(document)
        self.shared.changed.emit(document)

    def _remove(self, document: Document) -> None:
        place = self._documents.index(document)
        self._documents.remove(document)
        if document is self._current:
            self._current = None
            if self._documents:
                self.show(self._documents[max(0, place - 1)])
            else:
                self.new()
        self.left.emit(document)
        self.shared.leave(document, self)
        self.changed.emit()

    # What the program's posts tell, of those of this window

    @Slot(object)
    def _note_change(self, document: Document) -> None:
        if document in self._documents:
            self.changed.emit()

    @Slot(object)
    def _note_moved(self, document: Document) -> None:
        if document in self._documents and document.path is not None:
            self.opened.emit(document.path)

    @Slot(object)
    def _note_saved(self, document: Document) -> None:
        if document in self._documents:
            self._saving.note_saved(document)

    @Slot(object, object)
    def _note_failure(self, document: Document, error: Exception) -> None:
        if document in self._documents:
            self._saving.note_failure(document, error)

    @Slot(str, str)
    def _warn(self, topic: str, text: str) -> None:
        self._messages.show_banner(topic, text, level="warning")

    def _tell_state(self, document: Document) -> None:
        """Say what the writer must know of the file just put in front."""
        stored = document.stored
        if document.is_held_elsewhere:
            self._held.tell(document)
            return
        if document.is_read_only or stored.read_only is not None:
            text = words.read_only(stored.read_only, stored.path)
            ways = []
            if document.is_read_only and stored.encoding == "utf-8":
                ways = [Way(self.tr("Open as Windows-1252"), lambda: self._reopen(document))]
            self._messages.show_banner("read-only", text, ways, level="warning")
        elif stored.invalid_bytes:
            ways = [Way(self.tr("Open as Windows-1252"), lambda: self._reopen(document))]
            self._messages.show_banner(
                "encoding", words.invalid_bytes(stored), ways, level="warning"
            )

    def _reopen(self, document: Document, encoding: str = "cp1252") -> None:
        path = document.path
        if path is None or document.is_modified:
            return
        try:
            stored = files.read(path, encoding)
        except FileError as error:
            self._messages.show_banner("open", words.not_opened(error), level="error")
            return
        self.put_in_place(document, stored, self.safekeeping.claim_of(document))

    def put_in_place(self, document: Document, stored: StoredFile, claim: Lock | None) -> None:
        """Let `stored`, what the same file holds, be shown instead of `document`, everywhere."""
        other = Document(stored, self.shared.state)
        other.is_held_elsewhere = claim is None
        self.shared.take(other, claim)
        for posts in self.shared.windows(document):
            posts.exchange(document, other)

    def exchange(self, document: Document, other: Document) -> None:
        """Show `other` instead of `document`, which holds what the same file held."""
        is_in_front = document is self._current
        self._add(other, to_front=is_in_front)
        self._remove(document)
        if other.path is not None:
            self.opened.emit(other.path)  # so that its unsaved text is offered

    @property
    def folder(self) -> Path:
        """Where a dialog starts: beside the post in front, or at home."""
        path = self._current.path if self._current else None
        return path.parent if path else Path.home()
