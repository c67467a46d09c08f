"""The live preview, and the one door to QtWebEngine.

`preview_choice` does without QtWebEngine where it cannot be loaded, so nothing else may import
`preview_page` or `preview_profile`.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from editor import resources
from editor.gui.preview.paper import PAPER, BlankPaper
from editor.gui.preview.preparing import is_root
from editor.media import Place
from editor.site_page.serving import PagePlace

if TYPE_CHECKING:
    from editor.gui.preview.build_warnings import BuildWarnings
    from editor.gui.preview.link_bar import LinkBar
    from editor.gui.preview.pause_panel import PausePanel
    from editor.gui.preview.preview_article import Article, ReadLines
    from editor.gui.preview.preview_page import Look, SealedView
    from editor.rendering import Rendering
    from editor.site_page.model import SitePage

_STARTS = 2  # attempts to start the page before it is given up
_RELAPSE = 60.0  # seconds: a page that is lost again within them is not started again


class PreviewPane(QWidget):
    """Shows an article as it will be read, in a sealed web page.

    To make one raises ImportError where QtWebEngine cannot be loaded. Until the page is loaded, and
    while it is started again, what the pane is told is kept, and shown when the page is there.

    What the empty page does without is imported when it is asked for, while the page loads.
    """

    opened = Signal()  # the page has come to its process, which needs a while to draw it
    line_clicked = Signal(int)  # the file's line
    word_chosen = Signal(int, int, int)  # the file's line, the word's first column, that behind it
    scrolled_to = Signal(float)  # the file's line the writer scrolled to; at the top third
    patched = Signal(int)  # the revision that is now in the page
    resync_needed = Signal()  # a patch was for another base: the next rendering must be whole
    zoom_asked = Signal(int)  # steps of Ctrl+wheel; more is larger
    notice = Signal(str)  # something the writer should know
    placed = Signal(object, bool)  # the SitePage; whether the article has a place in it
    unusable = Signal(str)  # why no page can be had; the plain preview still can

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from editor.gui.preview.preview_page import (  # the one place that loads QtWebEngine
            Look,
            SealedView,
        )

        self._make_view = SealedView
        self._view: SealedView | None = None  # it takes long: the text is drawn before it comes
        self._zoom = 1.0
        self._read: ReadLines = lambda _start, _end: ()
        self._revealed: float | None = None  # the line last brought into view, if still there
        self._calls = 0  # answers that belong to an earlier page are told by this
        self._awaited = -1  # that number, while a patch is not answered yet
        self._place = Place()
        self._hosts: list[str] = []  # on which the site itself lies
        self._header = {"title": "", "meta": "", "language": "", "day": ""}
        self._page: SitePage | None = None  # of the site, in which the article is shown
        self._is_whole = False  # no part of the article is still to come
        self._make_look = Look
        self._dark = self._contrast = False
        self._line: float | None = None  # where the writer is, to be found again after a reload
        self._is_new = True  # no page has been ready yet
        self._failed_starts = 0
        self._lost_at: float | None = None  # seconds, of a clock that only runs
        self._is_told = False  # that there is no sandbox

        self._stack = QStackedLayout()
        self._blank = BlankPaper(self)
        self._blank.drawn.connect(self._open_once)
        self._stack.addWidget(self._blank)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._stack, 1)
        # Once the window is drawn, and has said the place.
        self._opening = QTimer(self, interval=0, singleShot=True)
        self._opening.timeout.connect(self._open)

    @cached_property
    def _article(self) -> "Article":
        """What should be seen."""
        return _nothing()

    @cached_property
    def _sent(self) -> "Article":
        """What the page has been told to show."""
        return _nothing()

    @cached_property
    def _warnings(self) -> "BuildWarnings":
        from editor.gui.preview.build_warnings import BuildWarnings

        warnings = BuildWarnings(self)
        warnings.line_chosen.connect(self.line_clicked)
        self._column.insertWidget(1, warnings)
        return warnings

    @cached_property
    def _link(self) -> "LinkBar":
        from editor.gui.preview.link_bar import LinkBar

        link = LinkBar(self)
        self._column.addWidget(link)
        return link

    @cached_property
    def _pause(self) -> "PausePanel":
        from editor.gui.preview.pause_panel import PausePanel

        pause = PausePanel(self)
        pause.resume_asked.connect(self.resume)
        self._stack.addWidget(pause)
        return pause

    def show_header(self, title: str, meta: str, language: str, day: str = "") -> None:
        """Show plain texts above the article. `language` is a code like "fr", or "".

        `day` is for a page of the site, as 2009-06-24, or "".
        """
        header = {"title": title, "meta": meta, "language": language, "day": day}
        if header != self._header:
            self._header = header
            self._tell("header", header)

    def show_rendering(self, rendering: "Rendering") -> None:
        """Show `rendering`. `patched` follows, or `resync_needed` where its base is not shown."""
        article = self._article.patched(rendering)
        if article is None:
            self.resync_needed.emit()
            return
        is_another = rendering.base == -1 and self._article.is_unlike(article)
        if is_another:
            self._line = None
        if rendering.warnings or "_warnings" in self.__dict__:
            if is_another:
                self._warnings.forget()
            self._warnings.show_warnings(rendering.warnings)
        self._article = article
        self._hide_link()
        was_whole, self._is_whole = self._is_whole, rendering.is_complete
        if self._is_whole and not was_whole and self._page and self._page.is_own:
            self.resume()  # now that all is known of what to look for in the page
        else:
            self._send()

    def show_in(self, page: "SitePage | None") -> None:
        """Show the article in `page` of its site, or with None by itself; `placed` follows."""
        if page != self._page:
            self._page = page
            self.resume()

    @property
    def page(self) -> "SitePage | None":
        """The page of the site in which the article is shown."""
        return self._page

    def set_place(self, site_root: Path | None, folder: Path | None, generator: str = "") -> None:
        """Look media up in the site at `site_root`, for a post in `folder`."""
        place = Place.of(site_root, folder, generator)
        if place.root == self._place.root:
            place = replace(place, base=self._place.base, files=self._place.files)
        else:
            self._hosts = []
        if place != self._place:
            if place.root != self._place.root:
                self._page = None  # of another site
            self._place = place
            self.resume()

    def set_own_address(self, hosts: Sequence[str], base: str, files: str = "") -> None:
        """Take what lies on `hosts`, below the path `base`, for the site's own files.

        They lie in the folder `files` of the site, where its settings name one.
        """
        place = replace(self._place, base=base, files=files)
        if (list(hosts), place) == (self._hosts, self._place):
            return
        self._hosts, self._place = list(hosts), place
        if self._view:
            self._view.serve(self._where)
        if self._page is None:  # which brings its own
            self._tell("own", self._hosts)
        self.look_again()

    def set_dark(self, dark: bool, *, contrast: bool = False) -> None:
        """Draw light on dark, or dark on light; with `contrast` in black and white."""
        if (dark, contrast) != (self._dark, self._contrast):
            self._dark, self._contrast = dark, contrast
            self._look_changed()

    def set_zoom(self, factor: float) -> None:
        """Draw the article `factor` times as large as normal."""
        self._zoom = factor
        if self._view:
            self._view.set_zoom(factor)

    def read_source_by(self, read: "ReadLines") -> None:
        """Find lines within a block by what `read` gives; without it they count as equally high."""
        self._read = read

    def scroll_to(self, line: float) -> None:
        """Bring the place of the file's `line` to the top third of the page."""
        self._line, self._revealed = line, None
        index, spot = self._article.spot_of(line, self._read)
        self._tell("show", {"index": index, "spot": spot})

    def reveal(self, line: float) -> None:
        """Bring the place of the file's `line` into view, if it is not."""
        if line == self._revealed and self._article.is_long(line):
            return  # typing in one line
        self._revealed = line
        index, spot = self._article.spot_of(line, self._read)
        self._tell("reveal", {"index": index, "spot": spot})

    def look_again(self) -> None:
        """Ask the disk again for the images that were missing."""
        self._tell("lookAgain", None)

    @Slot()
    def resume(self) -> None:
        """Start the page again, also after it was paused."""
        self._failed_starts = 0
        self._lost_at = None
        if self._view is None:
            return  # it will be made when it can be seen
        self._stack.setCurrentWidget(self._view)
        self._view.leave()
        self._sent = _nothing()
        self._calls += 1
        self._opening.start()

    def start(self) -> None:
        """Load the page now, where it can be seen; by itself it would be once paper is drawn."""
        if self._view is None and self.isVisible():
            self._opening.stop()
            self._open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Back from another program: the missing image may be in its folder now.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()

    @Slot()
    def _open_once(self) -> None:
        if self._view is None:
            self._opening.start()

    @Slot()
    def _open(self) -> None:
        if self._view is None:
            self._view = self._new_view()
        quirks = self._page is not None and not _has_type(self._page.html)
        look = self._look()
        if self._page:
            look = replace(look, paper="#ffffff")
        self._view.open(self._where, look, quirks=quirks)

    @property
    def _where(self) -> Place | PagePlace:
        page = self._page
        if page is None:
            return self._place
        built = Place(page.root, page.folder, base=page.base)
        return PagePlace(built, replace(self._place, base=page.base), page.hosts)

    def _new_view(self) -> "SealedView":
        view = self._make_view(self)
        view.setAccessibleName(self.tr("Preview"))
        view.ready.connect(self._begin)
        view.lost.connect(self._recover)
        view.unsafe.connect(self._refuse)
        view.clicked.connect(self._report_click)
        view.scrolled.connect(self._report_scroll)
        view.word_chosen.connect(self._report_word)
        view.zoomed.connect(self.zoom_asked)
        view.link_chosen.connect(self._show_link)
        view.opened.connect(self.opened)
        view.set_zoom(self._zoom)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        return view

    def _tell(self, function: str, argument: object) -> None:
        if self._view:
            self._view.tell(function, argument)

    def _look(self) -> "Look":
        sheet = "contrast" if self._contrast else "code-dark" if self._dark else "code-light"
        return self._make_look(self._dark, resources.text(f"{sheet}.css"), self._paper)

    @property
    def _paper(self) -> str:
        return PAPER[self._dark, self._contrast]

    def _look_changed(self) -> None:
        look = self._look()
        self._blank.set_paper(self._paper)
        if self._view and self._page is None:
            self._view.set_paper(look)
        self._tell("look", {"dark": look.dark, "code": look.code})

    @Slot()
    def _begin(self) -> None:
        """A page has just loaded, and is empty."""
        self._is_new = False
        drawn_on = self._view.focusProxy() if self._view is not None else None
        if drawn_on is not None:  # a screen reader meets it ahead of the view
            drawn_on.setAccessibleName(self.tr("Preview"))
        look = self._look()
        self._tell(
            "begin",
            {
                "words": self._words(),
                "look": {"dark": look.dark, "code": look.code},
                "header": self._header,
                "own": list(self._page.hosts) if self._page else self._hosts,
            },
        )
        self._calls += 1
        self._sent = _nothing()
        self._tell_page()
        if self._article.revision != -1:
            self._send()
        if self._line is not None:
            self.scroll_to(self._line)
        if is_root() and not self._is_told:
            self._is_told = True
            self.notice.emit(
                self.tr("The program runs as root, so the preview runs without a sandbox.")
            )

    def _tell_page(self) -> None:
        page = self._page
        if page is None or self._view is None:
            return
        frame = {
            "html": page.html,
            "article": page.article or self._article.blocks,
            "was": {"title": page.title, "day": str(page.day or "")},
            "isOwn": page.is_own,
            "language": self._header["language"],
        }
        call = self._calls
        self._view.tell("frame", frame, lambda answer: self._note_placed(call, page, answer))

    def _note_placed(self, call: int, page: "SitePage", answer: object) -> None:
        if call == self._calls and page is self._page:
            self.placed.emit(page, answer == {"placed": True})

    def _words(self) -> dict[str, str]:
        """What preview.js writes itself; {} is the name of a host or a path."""
        return {
            "missing": self.tr("Image not found: {}"),
            "remote": self.tr("Image on {}, not loaded in the preview"),
            "embedded": self.tr("Embedded content, not loaded in the preview"),
            "embedded_from": self.tr("Content from {} – opens in your browser"),
            "video_from": self.tr("Video from {} – opens in your browser"),
            "sound_from": self.tr("Sound from {} – opens in your browser"),
            "map_from": self.tr("Map from {} – opens in your browser"),
            "code_from": self.tr("Code from {} – opens in your browser"),
            "script": self.tr("Script, not run in the preview"),
            "script_from": self.tr("Script from {}, not run in the preview"),
        }

    def _send(self) -> None:
        """Have the page show the article, by the one patch that leads there."""
        if not self._view or not self._view.is_ready or self._awaited == self._calls:
            return  # after the answer, what has come meanwhile goes in one
        self._awaited = self._calls
        article = self._article
        start, end, html = self._sent.change_to(article)
        patch = {
            "base": self._sent.revision,
            "revision": article.revision,
            "start": start,
            "end": end,
            "html": html,
            "top": self._sent.is_unlike(article),
        }
        is_whole = self._sent.revision == -1
        self._sent = article
        call = self._calls
        self._view.tell("patch", patch, lambda answer: self._check(call, article, is_whole, answer))

    def _check(self, call: int, article: "Article", was_whole: bool, answer: object) -> None:
        """The page has answered a patch that leads to `article`."""
        if call != self._calls:
            return
        self._awaited = -1
        if answer == {"revision": article.revision, "blocks": len(article.blocks)}:
            self.patched.emit(article.revision)
            if self._article.revision != article.revision:
                self._send()
            return
        # The page holds something else than it was sent. It is told everything, once.
        self._calls += 1
        self._sent = _nothing()
        if was_whole:
            self.notice.emit(self.tr("The preview could not show this text."))
        else:
            self._send()

    @Slot(QUrl)
    def _show_link(self, url: QUrl) -> None:
        self._link.show_link(url)

    def _hide_link(self) -> None:
        if "_link" in self.__dict__:
            self._link.hide()

    @Slot(int, float)
    def _report_click(self, index: int, spot: float) -> None:
        if self._article.lines:
            line = self._article.line_of_spot(index, min(spot, 0.999), self._read)
            self.line_clicked.emit(int(line))

    @Slot(int, float, str)
    def _report_word(self, index: int, spot: float, word: str) -> None:
        found = self._article.word_at(index, spot, word, self._read)
        if found:
            self.word_chosen.emit(*found)
        else:
            self._report_click(index, spot)

    @Slot(int, float)
    def _report_scroll(self, index: int, spot: float) -> None:
        self._revealed = None
        self._line = self._article.line_of_spot(index, spot, self._read)
        self.scrolled_to.emit(self._line)

    @Slot()
    def _recover(self) -> None:
        """The page's process is gone: start another once, and pause when that one goes too."""
        self._calls += 1
        if self._is_new:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                self._close(self.tr("The web engine stops as soon as it starts."))
                return
        else:
            now = time.monotonic()
            relapsed = self._lost_at is not None and now - self._lost_at < _RELAPSE
            self._lost_at = now
            if relapsed:
                self._pause_for(
                    self.tr(
                        "The preview stopped twice. Something in this post may be too much for it."
                    )
                )
                return
            self.notice.emit(self.tr("The preview stopped, and was started again."))
        self._opening.start()

    @Slot(str)
    def _refuse(self, _acted: str) -> None:
        """The page failed its test of itself."""
        self._close(self.tr("The preview is off: the test of its protection failed."))

    def _close(self, reason: str) -> None:
        self._pause_for(reason)
        self.unusable.emit(reason)

    def _pause_for(self, reason: str) -> None:
        self._hide_link()
        self._pause.show_reason(reason)
        self._stack.setCurrentWidget(self._pause)
        self.notice.emit(reason)


def _nothing() -> "Article":
    """What an empty page shows."""
    from editor.gui.preview.preview_article import Article

    return Article()


def _has_type(html: str) -> bool:
    """Whether a page tells its document type, without which it is drawn as in the nineties."""
    start = re.sub(r"<!--.*?-->", "", html[:5_000], flags=re.DOTALL).lstrip("\ufeff \t\r\n")
    return start[:9].lower() == "<!doctype"
