"""What other programs do to the files of open posts: seen at once, told, never taken unasked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor import files, history, outside
from editor.files import ConflictError, StoredFile, UnencodableError
from editor.gui.messages import Way
from editor.gui.posts.document import Document, can_take
from editor.gui.posts.file_watch import FileWatch
from editor.gui.posts.merge_dialog import MergeDialog
from editor.gui.posts.texts_dialog import Comparison, compare
from editor.history import Why
from editor.merge import Merge
from editor.outside import Ask, Both, Look, State, Take

if TYPE_CHECKING:
    from editor.gui.posts.open_posts import OpenPosts
    from editor.gui.posts.shared_posts import SharedPosts


@dataclass(frozen=True)
class Notice:
    """What the windows that show a post say of its file."""

    text: str
    ways: Callable[[OpenPosts], tuple[Way, ...]]  # out of it, from the window of these posts
    level: str = "notice"
    about: object = None  # what it tells of: the same is not told twice
    once: bool = False  # there is nothing to decide: it need not come back


class OutsideChanges(QObject):
    """Follows what the files of the program's posts become, and asks where it must."""

    told = Signal(object, object)  # a Document, and the Notice of it
    forgotten = Signal(object)  # there is nothing to tell of this Document any more

    def __init__(self, shared: SharedPosts) -> None:
        super().__init__(shared)
        self._shared = shared
        self._notices: dict[Document, Notice] = {}  # what is to be decided
        self.files = FileWatch(lambda: shared.documents, shared.safekeeping.history, self)
        self.files.looked.connect(self._note_look)
        shared.changed.connect(self._note_posts)
        shared.save_failed.connect(self._note_conflict)
        shared.saved.connect(self._forget)

    def notice_of(self, document: Document) -> Notice | None:
        """What is to be decided about the file of `document`."""
        return self._notices.get(document)

    @Slot()
    def _note_posts(self) -> None:
        documents = self._shared.documents
        for gone in [document for document in self._notices if document not in documents]:
            del self._notices[gone]
        self.files.watch()

    # What was seen

    @Slot(object, object)
    def _note_look(self, document: Document, found: Look) -> None:
        if found.state is State.CHANGED and found.seen is not None:
            self._follow(document, found.seen)
        elif found.state is State.SAME:
            self._note_same(document)
        elif not self._is_told(document, found):
            document.mark_modified(is_modified=True)
            self._tell(document, self._missing(document, found))

    def _note_same(self, document: Document) -> None:
        """What was missing is there again, or what had changed is as it was."""
        notice = self._notices.get(document)
        if notice is not None:
            if document.base is not None:
                document.mark_modified(is_modified=document.text != document.base)
            self._forget(document)

    def _follow(self, document: Document, seen: StoredFile, *, saving: bool = False) -> None:
        """The file holds another text: take it, merge it, or ask."""
        if not document.is_exact:  # what was no text can only be looked at
            return
        meaning = outside.meaning(document.base, document.text, seen)
        if isinstance(meaning, Ask):
            if saving or not self._is_told(document, seen.sha256):
                self._tell(document, self._question(document, seen, meaning.merge, saving=saving))
        elif isinstance(meaning, Both):
            mine = document.text
            document.replace_text(meaning.text)
            document.rebase(seen)
            self._tell(document, self._merged(document, mine, saving=saving))
        elif isinstance(meaning, Take):
            document.take_from_disk(seen)
            text = self.tr("Another program has changed {name}. Its new text is shown.")
            undo = Way(self.tr("Undo"), partial(self._undo, document, document.revision))
            said = text.format(name=_name(document))
            self._tell(document, Notice(said, lambda _: (undo,), once=True))
        else:
            document.rebase(seen)
            self._forget(document)
        self._shared.changed.emit(document)

    @Slot(object, object)
    def _note_conflict(self, document: Document, error: Exception) -> None:
        """A save wrote nothing, because the file holds what nobody here has seen."""
        if not isinstance(error, ConflictError):
            return
        if document.path is not None and error.path == document.path:
            self._follow(document, error.on_disk, saving=True)
        else:
            text = self.tr("Not saved: another program has written {name} meanwhile.")
            said = text.format(name=error.path.name)
            ways = partial(self._ways_to_save, document)
            self._tell(document, Notice(said, ways, "warning", once=True))

    # What is said

    def _ways_to_save(self, document: Document, posts: OpenPosts) -> tuple[Way, ...]:
        return (Way(self.tr("Save as…"), partial(posts.save_as, document)),)

    def _missing(self, document: Document, found: Look) -> Notice:
        texts = {
            State.GONE: self.tr("{name} was deleted or moved. Your text is kept here."),
            State.FOLDER_GONE: self.tr(
                "The folder of {name} is not there any more: deleted, renamed or not mounted. "
                "Your text is kept here."
            ),
            State.UNREADABLE: self.tr("{name} cannot be read any more. Your text is kept here."),
        }
        text = texts[found.state]
        if found.renamed_to is not None:
            text = self.tr("{name} is now called {new}.")
        new = found.renamed_to.name if found.renamed_to else ""
        said = text.format(name=_name(document), new=new)
        return Notice(said, partial(self._ways_of_missing, document, found), "warning", found)

    def _ways_of_missing(
        self, document: Document, found: Look, posts: OpenPosts
    ) -> tuple[Way, ...]:
        ways = [*self._ways_to_save(document, posts)]
        if found.state is State.GONE:
            ways.insert(0, Way(self.tr("Save it again"), partial(posts.save, document)))
        if found.renamed_to is not None:
            text = self.tr("Go on with {new}").format(new=found.renamed_to.name)
            ways.insert(0, Way(text, partial(posts.follow, document, found.renamed_to)))
        return tuple(ways)

    def _merged(self, document: Document, mine: str, *, saving: bool) -> Notice:
        text = self.tr(
            "Another program has changed {name} too, in other places. "
            "Its changes and yours are both in the text, which is not saved yet."
        )
        titles = self.tr("Your text before"), self.tr("With both changes")
        comparison = Comparison(titles, (mine, document.text))

        def ways(posts: OpenPosts) -> tuple[Way, ...]:
            look = Way(self.tr("Compare…"), partial(self._compare, document, comparison, posts))
            save = Way(self.tr("Save both"), partial(posts.save, document))
            return (save, look) if saving else (look,)

        level = "warning" if saving else "notice"
        return Notice(text.format(name=_name(document)), ways, level, once=True)

    def _question(
        self, document: Document, seen: StoredFile, merge: Merge, *, saving: bool
    ) -> Notice:
        text = self.tr(
            "Another program has changed {name} in the same places as you. Both texts are kept."
        )
        if not can_take(seen):
            text = self.tr(
                "Another program has made of {name} what is no text. Yours is kept here."
            )
        elif saving:
            text = self.tr("Not saved: another program has changed {name}. Both texts are kept.")
        titles = self.tr("Your text"), self.tr("The file's text")
        comparison = Comparison(titles, (document.text, seen.text))

        def ways(posts: OpenPosts) -> tuple[Way, ...]:
            compare_ = partial(self._compare, document, comparison, posts)
            merge_ = partial(self._ask_merge, document, seen, posts)
            keep = partial(self._keep_mine, document, seen, posts if saving else None)
            take = partial(self._take_theirs, document, seen)
            is_text = can_take(seen)
            (elsewhere,) = self._ways_to_save(document, posts)
            possible = (
                (is_text, Way(self.tr("Compare…"), compare_)),
                (is_text and bool(merge.conflicts), Way(self.tr("Merge…"), merge_)),
                (True, Way(self.tr("Keep mine"), keep)),
                (is_text, Way(self.tr("Take the file's"), take)),
                (saving, elsewhere),
            )
            return tuple(way for is_possible, way in possible if is_possible)

        return Notice(text.format(name=_name(document)), ways, "warning", seen.sha256)

    # What the writer decides

    def _keep_mine(self, document: Document, seen: StoredFile, saving_in: OpenPosts | None) -> None:
        """What the file holds is seen, and to be overwritten; the history keeps it."""
        self._forget(document)
        if can_take(seen):
            document.rebase(seen)
        else:
            document.stored = replace(document.stored, sha256=seen.sha256)
        self._shared.changed.emit(document)
        if saving_in is not None:
            saving_in.save(document)

    def _take_theirs(self, document: Document, seen: StoredFile) -> None:
        """Take the file's text, as an edit; the history keeps the writer's."""
        self._forget(document)
        self._keep_text(document)
        document.take_from_disk(seen)
        self._shared.changed.emit(document)

    def _keep_text(self, document: Document) -> None:
        """Put the text into the history before another takes its place."""
        stored = document.stored
        if document.path is None:
            return
        try:
            mine = files.encode(stored, document.text)
        except UnencodableError:
            mine = document.text.encode("utf-8", "replace")
        with suppress(OSError):  # undo gives it back
            folder = self._shared.safekeeping.history
            history.keep(folder, document.path, mine, Why.GIVEN_UP, stored.chosen_encoding)

    def _compare(self, document: Document, comparison: Comparison, posts: OpenPosts) -> None:
        title = self.tr("Compare {name}").format(name=_name(document))
        compare(title, comparison, posts.window)
        self._tell_again(document)

    def _ask_merge(self, document: Document, seen: StoredFile, posts: OpenPosts) -> None:
        merged = outside.meaning(document.base, document.text, seen)  # with what was typed since
        if isinstance(merged, Ask) and merged.merge.conflicts:
            dialog = MergeDialog(merged.merge, _name(document), posts.window)
            dialog.merged.connect(partial(self._take_merged, document, document.revision, seen))
            dialog.open()
            self._tell_again(document)

    def _take_merged(self, document: Document, revision: int, seen: StoredFile, text: str) -> None:
        if document.revision == revision:
            self._forget(document)
            self._keep_text(document)
            document.replace_text(text)
            document.rebase(seen)
            self._shared.changed.emit(document)

    def _undo(self, document: Document, revision: int) -> None:
        """Take back what led to `revision`, unless the writer has gone on since."""
        self._forget(document)
        if document.revision == revision:
            document.qt.undo()

    # Telling

    def _is_told(self, document: Document, about: object) -> bool:
        notice = self._notices.get(document)
        return notice is not None and notice.about == about

    def _tell(self, document: Document, notice: Notice) -> None:
        self._notices.pop(document, None)
        if not notice.once:
            self._notices[document] = notice
        self.told.emit(document, notice)

    def _tell_again(self, document: Document) -> None:
        """The writer has only looked: it is still to be decided."""
        notice = self._notices.get(document)
        if notice is not None:
            self.told.emit(document, notice)

    @Slot(object)
    def _forget(self, document: Document) -> None:
        self._notices.pop(document, None)
        self.forgotten.emit(document)


def _name(document: Document) -> str:
    return document.path.name if document.path else ""
