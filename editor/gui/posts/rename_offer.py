"""Offers a post's file the name that its title and its date ask for, after these have changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot

from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.site_reader import SiteReader
from editor.post_files.naming import Naming
from editor.site import find_site

if TYPE_CHECKING:
    from editor.post_files.manner import Manner

_TOPIC = "rename-offer"


class RenameOffer(QObject):
    """Speaks after a save, and only of a file that was called by its title until then."""

    def __init__(
        self,
        posts: OpenPosts,
        messages: Messages,
        rename: Callable[[Path, Manner, str], object],
    ) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._rename = rename
        self._known: WeakKeyDictionary[Document, Naming] = WeakKeyDictionary()
        self._reader = SiteReader(self)
        posts.current_changed.connect(self._note_shown)
        posts.saved.connect(self._note_saved)
        for document in posts.documents:  # opened before
            if not document.is_modified:
                self._note_shown(document)

    def stop(self) -> None:
        """Offer nothing more."""
        self._reader.stop()

    @Slot(object)
    def _note_shown(self, document: Document) -> None:
        self._messages.clear(_TOPIC)
        if document.path is not None:
            self._known.setdefault(document, _naming(document))

    @Slot(object)
    def _note_saved(self, document: Document) -> None:
        before, naming, path = self._known.get(document), _naming(document), document.path
        self._known[document] = naming
        if before is None or before == naming or path is None:
            return
        name = partial(_name, path.absolute(), before, naming)
        self._reader.ask(name, partial(self._offer, document, path.absolute()))

    def _offer(self, document: Document, path: Path, found: tuple[Manner, str] | None) -> None:
        own = document.path
        if found is None or own is None or own.absolute() != path:
            return
        if document is not self._posts.current:
            return
        manner, name = found
        text = self.tr("By its title and date the file would be called {name}.")
        rename = Way(self.tr("Rename it"), partial(self._rename, path, manner, name))
        self._messages.show_banner(_TOPIC, text.format(name=name), [rename])


def manner_at(path: Path) -> Manner:
    """How the site keeps its posts in which the post at `path` lies, or would lie."""
    from editor.post_files.manner import manner_of

    site = find_site(path)
    return manner_of(site, path.parent, None if path.parent == site.root else path)


def _naming(document: Document) -> Naming:
    return Naming.of(document.front_matter)


def _name(path: Path, before: Naming, naming: Naming) -> tuple[Manner, str] | None:
    """The name that the post asks for; None where it was called otherwise before, or has it."""
    from editor.post_files.manner import name_of
    from editor.post_files.renaming_posts import name_by_fields, renamed

    manner = manner_at(path)
    old, new = (name_by_fields(manner, path, one) for one in (before, naming))
    is_wanted = old == name_of(path) != new and not renamed(path, new).to.exists()
    return (manner, new) if is_wanted else None
