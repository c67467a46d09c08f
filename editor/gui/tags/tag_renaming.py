"""Renames a tag in all posts of the blog: what is open in its document, the rest on the disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker
from editor.site import Site

if TYPE_CHECKING:
    from editor.gui.posts.file_plans import FilePlans
    from editor.gui.tags.tag_dialog import TagDialog
    from editor.tag_renaming import Concerned, Term
    from editor.tags_read import TagsRead

_TOPIC = "tags"  # of banners


@dataclass(frozen=True)
class _Scan:
    site: Site
    folder: Path
    opened: Mapping[Path, str]  # texts with changes that are not on the disk


@dataclass(frozen=True)
class _Wish:
    scan: _Scan
    term: "Term"
    new: str


@dataclass(frozen=True)
class _Found:
    wish: _Wish
    concerned: "Sequence[Concerned]"


class TagRenaming(QObject):
    """Shows the dialog, has the posts read off the window's thread, and makes the changes."""

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._posts, self._messages, self._window = posts, messages, window
        self._site = Site(None, "commonmark")
        self.dialog: TagDialog | None = None
        self._plans: FilePlans | None = None
        self._scan: _Scan | None = None
        self._read: TagsRead | None = None
        self._worker = Worker(self._work, self)
        self._worker.done.connect(self._take)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()
        if self._plans is not None:
            self._plans.stop()

    @Slot()
    def show(self) -> None:
        """Let the writer rename a tag of the blog that the post in front belongs to."""
        if self._folder is None:
            text = self.tr("Open a post of the blog first: its tags are those of its posts.")
            self._messages.show_banner(_TOPIC, text)
            return
        self._messages.clear(_TOPIC)
        dialog = self._shown_dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._look()

    @property
    def _folder(self) -> Path | None:
        """Where the posts of the blog lie."""
        path = self._posts.current.path
        return self._site.root or (path.absolute().parent if path else None)

    def _look(self) -> None:
        """Read the posts for the dialog, unless the writer has closed it meanwhile."""
        if self._folder is not None and self.dialog is not None and self.dialog.isVisible():
            self._scan = _Scan(self._site, self._folder, self._opened())
            self._worker.ask(self._scan)

    def _shown_dialog(self) -> "TagDialog":
        if self.dialog is None:
            from editor.gui.tags.tag_dialog import TagDialog

            self.dialog = TagDialog(self._window)
            self.dialog.plan_wanted.connect(self._ask_for_plan)
            self.dialog.rename_wanted.connect(self._rename)
        return self.dialog

    def _opened(self) -> Mapping[Path, str]:
        changed = (one for one in self._posts.documents if one.path and one.is_modified)
        return {one.path.absolute(): one.text for one in changed if one.path}

    @Slot(object, str)
    def _ask_for_plan(self, term: "Term", new: str) -> None:
        if self._scan is not None:
            scan = _Scan(self._scan.site, self._scan.folder, self._opened())
            self._worker.ask(_Wish(scan, term, new))

    @Slot(object)
    def _take(self, answer: object) -> None:
        if self.dialog is None:
            return
        if isinstance(answer, _Found):
            if (answer.wish.term, answer.wish.new) == (self.dialog.term, self.dialog.new_name):
                self.dialog.show_plan(answer.concerned)
        elif isinstance(answer, list):
            self.dialog.show_terms(answer)

    # The changes

    @Slot(object, str, object)
    def _rename(self, term: "Term", new: str, wanted: "Sequence[Concerned]") -> None:
        in_documents = [(one, self._changed_document(one)) for one in wanted]
        on_disk = [one for one, document in in_documents if document is None]
        opened = [(one, document) for one, document in in_documents if document is not None]
        if any(document.text != one.text for one, document in opened):
            text = self.tr("A post has changed meanwhile, so nothing was done. Try again.")
            self._messages.show_banner(_TOPIC, text, level="warning")
            self._look()
            return
        self._messages.clear(_TOPIC)
        done = self.tr("“{old}” is now “{new}” in {number} posts.")
        if len(wanted) == 1:
            done = self.tr("“{old}” is now “{new}” in 1 post.")
        done = done.format(old=term.name, new=new, number=len(wanted))
        apply = partial(self._apply, opened, term.name)
        if on_disk:
            self._on_disk(on_disk, done, opened, apply)
            return
        undo = partial(self._take_back, opened)
        self._messages.show_banner(_TOPIC, done, [Way(self.tr("Undo"), undo)])
        apply()

    def _apply(self, opened: "Sequence[tuple[Concerned, Document]]", old: str) -> None:
        """Change the posts that are open, unless they went on while files were written."""
        still_open = self._posts.documents
        for one, document in opened:
            if document in still_open and document.text == one.text:
                document.apply(one.edits)
            else:
                text = self.tr("{name} has changed meanwhile, and still has “{old}”.")
                said = text.format(name=one.path.name, old=old)
                self._messages.show_banner(_TOPIC, said, level="warning")
        assert self.dialog is not None
        self.dialog.new_box.clear()
        self._look()

    def _on_disk(
        self,
        posts: "Sequence[Concerned]",
        done: str,
        opened: "Sequence[tuple[Concerned, Document]]",
        then: Callable[[], object],
    ) -> None:
        from editor.gui.posts.file_plans import FilePlans
        from editor.post_files import Changed, Plan

        if self._plans is None:
            self._plans = FilePlans(self._posts, self._messages, self._window)
        changed = tuple(Changed(one.path, one.text, one.edits) for one in posts)
        told = done.replace("{", "{{").replace("}", "}}")  # names may hold braces
        ways = []
        if opened:
            back = partial(self._take_back, opened)
            ways = [Way(self.tr("Undo in open posts"), back)]
        plan = Plan(posts[0].path, changed)
        self._plans.carry_out(plan, told, *ways, then=then, otherwise=self._look)

    def _changed_document(self, one: "Concerned") -> Document | None:
        """The open post that has changes of its own, which the disk does not know."""
        document = self._posts.find(one.path)
        return document if document is not None and document.is_modified else None

    def _take_back(self, opened: "Sequence[tuple[Concerned, Document]]") -> None:
        for one, document in opened:
            if document.text == one.new_text:
                document.replace_text(one.text)

    # On the worker's thread

    def _work(self, asked: object) -> object:
        from editor.gui.library.indexes import heads_of_posts
        from editor.tags_read import TagsRead

        self._read = self._read or TagsRead(heads_of_posts())
        if isinstance(asked, _Scan):
            return self._read.terms(asked.site, asked.folder, asked.opened)
        assert isinstance(asked, _Wish)
        scan = asked.scan
        found = self._read.concerned(scan.site, scan.folder, scan.opened, asked.term, asked.new)
        return _Found(asked, found)
