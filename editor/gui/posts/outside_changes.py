"""What other programs do to the files of open posts: seen at once, told, never taken unasked."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from editor import files, history, outside
from editor.files import ConflictError, StoredFile, UnencodableError
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document, can_take
from editor.gui.posts.file_watch import FileWatch
from editor.gui.posts.merge_dialog import MergeDialog
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.texts_dialog import Comparison, compare
from editor.history import Why
from editor.merge import Merge
from editor.outside import Ask, Both, Look, State, Take

_TOPIC = "outside"


@dataclass(frozen=True)
class _Notice:
    """What is said of a post while it is in front."""

    text: str
    ways: tuple[Way, ...] = ()
    level: str = "notice"
    about: object = None  # what it tells of: the same is not told twice
    once: bool = False  # there is nothing to decide: it need not come back


class OutsideChanges(QObject):
    """Follows what the files of a window's posts become, and asks where it must."""

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._notices: dict[Document, _Notice] = {}
        self.files = FileWatch(lambda: posts.documents, posts.safekeeping.history, window)
        self.files.looked.connect(self._note_look)
        posts.changed.connect(self._note_posts)
        posts.current_changed.connect(self._show_notice)
        posts.conflict_found.connect(self._note_conflict)
        posts.saved.connect(self._forget)

    @Slot()
    def _note_posts(self) -> None:
        documents = self._posts.documents
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
        if notice is not None and not notice.once:
            if document.base is not None:
                document.mark_modified(is_modified=document.text != document.base)
            self._forget(document)

    def _follow(self, document: Document, seen: StoredFile, *, saving: bool = False) -> None:
        """The file holds another text: take it, merge it, or ask."""
        if not document.is_exact:  # what was no text can only be looked at
            return
        meaning = outside.meaning(document.base, document.text, seen)
        name = self._posts.name(document)
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
            undo = Way(self.tr("Undo"), partial(_undo, document, document.revision))
            self._tell(document, _Notice(text.format(name=name), (undo,), once=True))
        else:
            document.rebase(seen)
            self._forget(document)
        self._posts.changed.emit()

    @Slot(object, object)
    def _note_conflict(self, document: Document, error: ConflictError) -> None:
        """A save wrote nothing, because the file holds what nobody here has seen."""
        if document.path is not None and error.path == document.path:
            self._follow(document, error.on_disk, saving=True)
        else:
            text = self.tr("Not saved: another program has written {name} meanwhile.")
            again = Way(self.tr("Save as…"), partial(self._posts.save_as, document))
            said = text.format(name=error.path.name)
            self._tell(document, _Notice(said, (again,), "warning", once=True))

    # What is said

    def _missing(self, document: Document, found: Look) -> _Notice:
        texts = {
            State.GONE: self.tr("{name} was deleted or moved. Your text is kept here."),
            State.FOLDER_GONE: self.tr(
                "The folder of {name} is not there any more: deleted, renamed or not mounted. "
                "Your text is kept here."
            ),
            State.UNREADABLE: self.tr("{name} cannot be read any more. Your text is kept here."),
        }
        text = texts[found.state]
        ways = [Way(self.tr("Save as…"), partial(self._posts.save_as, document))]
        if found.state is State.GONE:
            ways.insert(0, Way(self.tr("Save it again"), partial(self._posts.save, document)))
        if found.renamed_to is not None:
            text = self.tr("{name} is now called {new}.")
            follow = partial(self._posts.follow, document, found.renamed_to)
            ways.insert(
                0, Way(self.tr("Go on with {new}").format(new=found.renamed_to.name), follow)
            )
        new = found.renamed_to.name if found.renamed_to else ""
        said = text.format(name=self._posts.name(document), new=new)
        return _Notice(said, tuple(ways), "warning", found)

    def _merged(self, document: Document, mine: str, *, saving: bool) -> _Notice:
        text = self.tr(
            "Another program has changed {name} too, in other places. "
            "Its changes and yours are both in the text, which is not saved yet."
        )
        titles = self.tr("Your text before"), self.tr("With both changes")
        texts = mine, document.text
        look = partial(self._compare, self._posts.name(document), Comparison(titles, texts))
        ways = [Way(self.tr("Compare…"), look)]
        if saving:
            ways.insert(0, Way(self.tr("Save both"), partial(self._posts.save, document)))
        said = text.format(name=self._posts.name(document))
        return _Notice(said, tuple(ways), "warning" if saving else "notice", once=True)

    def _question(
        self, document: Document, seen: StoredFile, merge: Merge, *, saving: bool
    ) -> _Notice:
        text = self.tr(
            "Another program has changed {name} in the same places as you. Both texts are kept."
        )
        if not can_take(seen):
            text = self.tr(
                "Another program has made of {name} what is no text. Yours is kept here."
            )
        elif saving:
            text = self.tr("Not saved: another program has changed {name}. Both texts are kept.")
        ways: list[Way] = []
        if can_take(seen):
            titles = self.tr("Your text"), self.tr("The file's text")
            texts = document.text, seen.text
            show = partial(self._compare, self._posts.name(document), Comparison(titles, texts))
            ways.append(Way(self.tr("Compare…"), show))
            if merge.conflicts:
                ask = partial(self._ask_merge, document, seen)
                ways.append(Way(self.tr("Merge…"), ask))
        keep = partial(self._keep_mine, document, seen, saving=saving)
        ways.append(Way(self.tr("Keep mine"), keep))
        if can_take(seen):
            ways.append(Way(self.tr("Take the file's"), partial(self._take_theirs, document, seen)))
        if saving:
            ways.append(Way(self.tr("Save as…"), partial(self._posts.save_as, document)))
        said = text.format(name=self._posts.name(document))
        return _Notice(said, tuple(ways), "warning", seen.sha256)

    # What the writer decides

    def _keep_mine(self, document: Document, seen: StoredFile, *, saving: bool) -> None:
        """What the file holds is seen, and to be overwritten; the history keeps it."""
        self._notices.pop(document, None)
        if can_take(seen):
            document.rebase(seen)
        else:
            document.stored = replace(document.stored, sha256=seen.sha256)
        self._posts.changed.emit()
        if saving:
            self._posts.save(document)

    def _take_theirs(self, document: Document, seen: StoredFile) -> None:
        """Take the file's text, as an edit; the history keeps the writer's."""
        self._notices.pop(document, None)
        self._keep_text(document)
        document.take_from_disk(seen)
        self._posts.changed.emit()

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
            folder = self._posts.safekeeping.history
            history.keep(folder, document.path, mine, Why.GIVEN_UP, stored.chosen_encoding)

    def _compare(self, name: str, comparison: Comparison) -> None:
        compare(self.tr("Compare {name}").format(name=name), comparison, self._window)
        self._show_notice(self._posts.current)

    def _ask_merge(self, document: Document, seen: StoredFile) -> None:
        merged = outside.meaning(document.base, document.text, seen)  # with what was typed since
        if isinstance(merged, Ask) and merged.merge.conflicts:
            dialog = MergeDialog(merged.merge, self._posts.name(document), self._window)
            dialog.merged.connect(partial(self._take_merged, document, document.revision, seen))
            dialog.open()
            self._show_notice(document)

    def _take_merged(self, document: Document, revision: int, seen: StoredFile, text: str) -> None:
        if document.revision == revision:
            self._forget(document)
            self._keep_text(document)
            document.replace_text(text)
            document.rebase(seen)
            self._posts.changed.emit()

    # Telling

    def _is_told(self, document: Document, about: object) -> bool:
        notice = self._notices.get(document)
        return notice is not None and notice.about == about

    def _tell(self, document: Document, notice: _Notice) -> None:
        self._notices[document] = notice
        self._show_notice(self._posts.current)

    @Slot(object)
    def _forget(self, document: Document) -> None:
        self._notices.pop(document, None)
        if document is self._posts.current:
            self._messages.clear(_TOPIC)

    @Slot(object)
    def _show_notice(self, current: Document) -> None:
        notice = self._notices.get(current)
        if notice is None:
            return
        self._messages.show_banner(_TOPIC, notice.text, notice.ways, level=notice.level)
        if notice.once:
            del self._notices[current]


def _undo(document: Document, revision: int) -> None:
    """Take back what led to `revision`, unless the writer has gone on since."""
    if document.revision == revision:
        document.qt.undo()
