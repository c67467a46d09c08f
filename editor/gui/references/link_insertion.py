"""Links put into a post: to a post of the blog, as its posts write links, or to any address."""

import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.formatting import Formatted, make_link
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.worker import Worker
from editor.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.gui.references.link_box import LinkBox
    from editor.link_targets import TargetsRead
    from editor.links import LinkHabit, Target

_FRESH = 60.0  # seconds for which the site's way with links is not learned again
_LONGEST_COPIED = 2_000  # characters of an address in the clipboard


@dataclass(frozen=True)
class _Asked:
    site: Site
    post: Path | None
    text: str


@dataclass(frozen=True)
class _Answer:
    asked: _Asked
    targets: "Sequence[Target]"
    habit: "LinkHabit | None"


class LinkInsertion(QObject):
    """Opens a box at the caret, and writes the link that is chosen in it."""

    def __init__(self, source: SourcePane, posts: OpenPosts, around: QWidget) -> None:
        """`around` holds the source; the box lies upon it."""
        super().__init__(source)
        self._around = around
        self._source, self._posts = source, posts
        self._site = Site(None, "commonmark")
        self._box: LinkBox | None = None
        self._cursor: QTextCursor | None = None
        self._answer: _Answer | None = None
        self._read: TargetsRead | None = None
        self._habits: dict[Path, tuple[float, LinkHabit | None]] = {}
        self._worker = Worker(self._look, self)
        self._worker.done.connect(self._take)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    def ask(self) -> None:
        """Ask what the selection is to lead to; an address that is selected leads there itself."""
        document = self._posts.current
        if document.is_read_only:
            return
        cursor = self._source.textCursor()
        if re.fullmatch(r"(?:https?://|www\.)\S+", cursor.selectedText()):
            self._format(cursor, make_link)
            return
        self._cursor = cursor
        box = self._shown_box()
        known = self._answer
        is_known = known is not None and known.asked.site == self._site
        box.show_targets(known.targets if known and is_known else None)
        path = document.path.absolute() if document.path else None
        self._worker.ask(_Asked(self._site, path, document.text))
        rect = self._source.cursorRect()
        at = self._source.viewport().mapTo(self._around, rect.topLeft())
        box.ask(at, rect.height(), _copied_address())

    def _shown_box(self) -> "LinkBox":
        if self._box is None:
            from editor.gui.references.link_box import LinkBox

            self._box = LinkBox(self._around)
            self._box.post_chosen.connect(self._link_to_post)
            self._box.address_chosen.connect(self._link_to_address)
            self._box.closed.connect(self._source.setFocus)
        return self._box

    @Slot(object)
    def _link_to_post(self, target: "Target") -> None:
        from editor.link_targets import address_of
        from editor.links import link_to, usual, written

        path = self._posts.current.path
        habit = self._answer.habit if self._answer else None
        if (habit or usual(self._site)).form == "address":
            target = replace(target, address=address_of(target, self._site))
        address = written(habit, target, self._site, path.absolute() if path else None)
        self._put(lambda text, start, end: link_to(text, start, end, address, target.title))

    @Slot(str)
    def _link_to_address(self, address: str) -> None:
        from editor.links import link_to

        if address and self._cursor and self._cursor.hasSelection():
            self._put(lambda text, start, end: link_to(text, start, end, address, ""))
        else:
            self._put(lambda text, start, end: make_link(text, start, end, address))

    def _put(self, command: "Callable[[str, int, int], Formatted]") -> None:
        if self._cursor is not None:
            self._format(self._cursor, command)
            self._cursor = None

    def _format(self, cursor: QTextCursor, command: "Callable[[str, int, int], Formatted]") -> None:
        place = (cursor.selectionStart(), cursor.selectionEnd())
        after = self._posts.current.format([place], command)
        if after:
            self._source.select(*after[0])
        self._source.setFocus()

    @Slot(object)
    def _take(self, answer: _Answer) -> None:
        self._answer = answer
        if self._box is not None:
            self._box.show_targets(answer.targets)

    # On the worker's thread

    def _look(self, asked: object) -> _Answer:
        assert isinstance(asked, _Asked)
        from editor.gui.library.indexes import heads_of_posts
        from editor.link_targets import TargetsRead

        self._read = self._read or TargetsRead(heads_of_posts())
        folder = asked.site.root or (asked.post.parent if asked.post else None)
        if folder is None:
            return _Answer(asked, (), None)
        targets = [one for one in self._read.targets(asked.site, folder) if one.path != asked.post]
        return _Answer(asked, targets, self._habit(asked, folder))

    def _habit(self, asked: _Asked, folder: Path) -> "LinkHabit | None":
        from editor.gui.references.teachers import newest_posts
        from editor.links import learn
        from editor.site_media import OwnAddress

        when, habit = self._habits.get(folder, (0.0, None))
        if not when or time.monotonic() - when > _FRESH:
            own = OwnAddress.of(asked.site.settings)
            found = newest_posts(asked.site, asked.post, asked.text) if asked.post else []
            habit = learn(found, own)
            self._habits[folder] = (time.monotonic(), habit)
        return habit


def _copied_address() -> str:
    """The address that the clipboard holds, or ""."""
    mime = QGuiApplication.clipboard().mimeData()
    text = mime.text().strip() if mime is not None and mime.hasText() else ""
    is_one = len(text) < _LONGEST_COPIED and re.fullmatch(r"(?:https?://|www\.)\S+", text)
    return text if is_one else ""
