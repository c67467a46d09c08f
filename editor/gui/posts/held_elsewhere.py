"""A post that another run of the program has open: read-only here, and the ways out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor import files
from editor.files import FileError
from editor.gui import words
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.locks import HeldError

if TYPE_CHECKING:
    from editor.gui.posts.open_posts import OpenPosts


class HeldElsewhere(QObject):
    """Tells of such a post, has it shown where it is open, or opens it once it is let go."""

    def __init__(self, posts: OpenPosts, messages: Messages) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages

    def tell(self, document: Document) -> None:
        """Say why `document` is read-only."""
        text = self.tr("{name} is open in another Blog Editor, so it is read-only here.")
        show = Way(self.tr("Show it there"), partial(self._show_there, document))
        self._say(document, text, show)

    def _say(self, document: Document, text: str, *ways: Way) -> None:
        edit = Way(self.tr("Edit it here"), partial(self._try_to_hold, document))
        text = text.format(name=self._posts.name(document))
        self._messages.show_banner("read-only", text, [*ways, edit], level="warning")

    def _show_there(self, document: Document) -> None:
        if self._posts.safekeeping.ask_to_show(document):
            self.tell(document)
        else:
            text = self.tr("The other Blog Editor does not answer. {name} is read-only here.")
            self._say(document, text)

    def _try_to_hold(self, document: Document) -> None:
        """Make the post editable if the other run has let go of it."""
        assert document.path is not None
        try:
            claim = self._posts.safekeeping.claim(document.path)
        except HeldError as error:
            self._posts.safekeeping.note_refusal(document, error)
            self.tell(document)
            return
        try:
            stored = files.read(document.path, document.stored.chosen_encoding)
        except FileError as error:
            claim.release()
            self._messages.show_banner("open", words.not_opened(error), level="error")
            return
        self._posts.put_in_place(document, stored, claim)
