"""What other programs did to the file of the post in front, told in one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.gui.messages import Messages
from editor.gui.posts.document import Document
from editor.gui.posts.outside_changes import Notice

if TYPE_CHECKING:
    from editor.gui.posts.open_posts import OpenPosts

_TOPIC = "outside"


class OutsideNotices(QObject):
    """Shows the notice of the post in front; those of the others once they come in front."""

    def __init__(self, posts: OpenPosts, messages: Messages) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._outside = posts.shared.outside
        self._once: dict[Document, Notice] = {}  # not shown yet, and only once to be
        self._outside.told.connect(self._note_notice)
        self._outside.forgotten.connect(self._forget)
        posts.current_changed.connect(self._show_notice)
        posts.changed.connect(self._note_posts)
        if posts.documents:
            self._show_notice(posts.current)

    @Slot(object, object)
    def _note_notice(self, document: Document, notice: Notice) -> None:
        if document not in self._posts.documents:
            return
        self._once.pop(document, None)
        if notice.once:
            self._once[document] = notice
        if document is self._posts.current:
            self._show_notice(document)

    @Slot(object)
    def _show_notice(self, current: Document) -> None:
        notice = self._once.pop(current, None) or self._outside.notice_of(current)
        if notice is not None:
            ways = notice.ways(self._posts)
            self._messages.show_banner(_TOPIC, notice.text, ways, level=notice.level)

    @Slot(object)
    def _forget(self, document: Document) -> None:
        self._once.pop(document, None)
        if document in self._posts.documents and document is self._posts.current:
            self._messages.clear(_TOPIC)

    @Slot()
    def _note_posts(self) -> None:
        documents = self._posts.documents
        for gone in [document for document in self._once if document not in documents]:
            del self._once[gone]
