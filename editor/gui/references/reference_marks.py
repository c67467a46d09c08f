"""Marks in the source the images and links that lead nowhere, and says so at the pointer."""

import html
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.site import Site

if TYPE_CHECKING:  # what looks is loaded on the worker's thread, once the window is drawn
    from editor.problems.references import Broken
    from editor.site_media import OwnAddress
    from editor.site_pages import PagesRead, SitePages

_FRESH = 60.0  # seconds for which the names in a site are not read again
_MOST = 500  # marks


@dataclass(frozen=True)
class _Asked:
    text: str
    path: Path | None
    site: Site


@dataclass(frozen=True)
class _Answer:
    asked: _Asked
    broken: "Sequence[Broken]"
    own: "OwnAddress"
    files: str


class ReferenceMarks(QObject):
    """Looks, at a pause of the keys and off the window's thread, where a post's addresses lead."""

    # The OwnAddress of the site in front, and the folder of what it serves, from its root, or "".
    own_address_found = Signal(object, str)
    marked = Signal(int)  # how many addresses are marked now

    def __init__(self, source: SourcePane, posts: OpenPosts, theme: Theme) -> None:
        super().__init__(source)
        self._source = source
        self._posts = posts
        self._theme = theme
        self._site = Site(None, "commonmark")
        self._broken: Sequence[Broken] = ()
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._pages_read: PagesRead | None = None
        self._pages: tuple[Path, float, SitePages] | None = None
        self._worker = Worker(self._look, self)
        self._worker.done.connect(self._show)
        source.viewport().installEventFilter(self)
        posts.current_changed.connect(self._forget)
        posts.saved.connect(self._look_anew)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site

    def follow_text(self) -> None:
        """Look at the post in front, as its text is now. Returns at once."""
        document = self._posts.current
        path = document.path.absolute() if document.path else None
        self._worker.ask(_Asked(document.text, path, self._site))

    def set_theme(self, theme: Theme) -> None:
        """Mark in the colours of `theme`."""
        self._theme = theme
        self._mark()

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    # On the worker's thread

    def _look(self, asked: object) -> _Answer:
        assert isinstance(asked, _Asked)
        from editor.problems.finding import settings_of
        from editor.problems.references import Around, broken
        from editor.site_media import OwnAddress, files_folder

        settings = settings_of(asked.site, asked.site.generator)
        root = asked.site.root
        around = Around(asked.site, asked.path, settings, lambda: self._pages_of(root))
        found = broken(asked.text, around)[:_MOST]
        return _Answer(asked, found, OwnAddress.of(settings), files_folder(asked.site))

    def _pages_of(self, root: Path | None) -> "SitePages":
        from editor.site_pages import PagesRead, SitePages

        if root is None:
            return SitePages()
        known = self._pages
        if known is not None and known[0] == root and time.monotonic() - known[1] < _FRESH:
            return known[2]
        self._pages_read = self._pages_read or PagesRead()
        pages = self._pages_read.pages(root)
        self._pages = (root, time.monotonic(), pages)
        return pages

    # On the window's

    @Slot(object)
    def _forget(self, _document: Document) -> None:
        self._broken = ()
        self._mark()

    @Slot()
    def _look_anew(self) -> None:
        self._pages = None
        self.follow_text()

    @Slot(object)
    def _show(self, answer: _Answer) -> None:
        if answer.asked.site == self._site:
            self.own_address_found.emit(answer.own, answer.files)
        if answer.asked.text is self._posts.current.text:  # else a newer one is under way
            self._broken = answer.broken
            self._mark()

    def _mark(self) -> None:
        document = self._posts.current
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(self._theme.warning))
        marks = []
        units = document.units.of
        for one in self._broken:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._source.document())
            mark.cursor.setPosition(units(one.reference.start))
            mark.cursor.setPosition(units(one.reference.end), QTextCursor.MoveMode.KeepAnchor)
            mark.format = style
            marks.append(mark)
        self._source.mark("references", marks)
        self._marks = marks
        self.marked.emit(len(marks))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At a marked address the pointer is told what is wrong with it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._broken:
            text = self.told_at(self._source.cursorForPosition(event.pos()).position())
            if text:
                plain = f"<span>{html.escape(text)}</span>"  # Qt would take some text for HTML
                QToolTip.showText(event.globalPos(), plain, self._source)
                return True
        return super().eventFilter(watched, event)

    def told_at(self, position: int) -> str:
        """What is wrong with the address at `position`, in Qt's units, or ""."""
        from editor.gui.fields.problem_words import told
        from editor.problems.references import problem

        for mark, one in zip(self._marks, self._broken, strict=True):
            if mark.cursor.selectionStart() <= position <= mark.cursor.selectionEnd():
                return told(problem(one, self._site.generator))[0]
        return ""
