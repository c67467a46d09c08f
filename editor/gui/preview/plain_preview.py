"""The preview where QtWebEngine is missing: the article in a QTextBrowser, in plain type."""

import os
import time
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from editor.gui.preview.build_warnings import BuildWarnings
from editor.gui.preview.paper import PAPER
from editor.gui.preview.plain_html import simple_html, with_anchor
from editor.gui.preview.preview_article import Article, ReadLines
from editor.media import MediaRefusedError, Place, Refusal, open_media

if TYPE_CHECKING:
    from editor.rendering import Rendering

_PACE = 100  # milliseconds between two refreshes at least; a long article takes longer
_MOST = 300_000  # characters of HTML: laying them out takes about a second
_MARGIN = 32  # pixels
_ANCHOR = "block"
_IMAGES = {  # the kinds that Qt may read; SVG can be made to hang
    "image/png": b"png",
    "image/jpeg": b"jpeg",
    "image/gif": b"gif",
    "image/webp": b"webp",
    "image/bmp": b"bmp",
}
_STYLE = """
body {{ color: {ink}; font-family: "Noto Serif", Georgia, serif; font-size: {size}px; }}
h1, h2, h3 {{ margin-top: 24px; margin-bottom: 12px; }}
h1 {{ font-size: {h1}px; }}
h2 {{ font-size: {h2}px; }}
h3 {{ font-size: {h3}px; }}
p, pre, ul, ol, table {{ margin-top: 12px; margin-bottom: 12px; }}
p, li {{ line-height: 130%; }}
a {{ color: {accent}; }}
pre, code, kbd {{ font-family: monospace; }}
.meta {{ color: {quiet}; font-family: sans-serif; }}
"""
# As in preview.css and contrast.css, by whether it is dark, and of high contrast.
_COLOURS = {
    (False, False): {"ink": "#1f2124", "quiet": "#6b7076", "accent": "#2f6f5c"},
    (True, False): {"ink": "#e6e8ea", "quiet": "#979ca3", "accent": "#66c2a5"},
    (False, True): {"ink": "#000000", "quiet": "#2b2b2b", "accent": "#00463a"},
    (True, True): {"ink": "#ffffff", "quiet": "#e2e2e2", "accent": "#7fe5ca"},
}


class PlainPreview(QWidget):
    """Shows an article in plain type. It says and understands the same as `PreviewPane`."""

    line_clicked = Signal(int)  # the file's line
    word_chosen = Signal(int, int, int)  # never: a double click selects in the article alone
    scrolled_to = Signal(float)  # the file's line the writer scrolled to; at the top third
    patched = Signal(int)  # the revision that is now shown
    resync_needed = Signal()  # a patch was for another base: the next rendering must be whole
    zoom_asked = Signal(int)  # steps of Ctrl+wheel; more is larger
    notice = Signal(str)  # something the writer should know
    unusable = Signal(str)  # never; it needs nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = Article()
        self._header = ("", "", "")
        self._look = (False, False)
        self._zoom = 1.0
        self._starts: list[int] = []  # where each block begins in the document
        self._is_following = False  # scrolls because it was told to
        self._browser = _Browser(self)
        self._browser.setFrameShape(QFrame.Shape.NoFrame)
        self._browser.setAccessibleName(self.tr("Preview"))
        self._browser.clicked.connect(self._report_click)
        self._browser.zoomed.connect(self.zoom_asked)
        self._browser.verticalScrollBar().valueChanged.connect(self._report_scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        self._warnings = BuildWarnings(self)
        self._warnings.line_chosen.connect(self.line_clicked)
        column.addWidget(self._warnings)
        self.setFocusProxy(self._browser)
        self._refresh = QTimer(self, interval=0, singleShot=True)
        self._refresh.timeout.connect(self._show)

    def show_header(self, title: str, meta: str, language: str, day: str = "") -> None:  # noqa: ARG002
        """Show plain texts above the article."""
        if (title, meta, language) != self._header:
            self._header = (title, meta, language)
            self._ask()

    def show_rendering(self, rendering: "Rendering") -> None:
        """Show `rendering`. `patched` follows, or `resync_needed` where its base is not shown."""
        article = self._article.patched(rendering)
        if article is None:
            self.resync_needed.emit()
            return
        if rendering.base == -1 and self._article.is_unlike(article):
            self._warnings.forget()
        self._warnings.show_warnings(rendering.warnings)
        self._article = article
        self._ask()

    def set_place(self, site_root: Path | None, folder: Path | None, generator: str = "") -> None:
        """Look images up in the site at `site_root`, for a post in `folder`."""
        self._browser.place = Place.of(site_root, folder, generator)

    def set_own_address(self, hosts: Sequence[str], base: str, files: str = "") -> None:
        """Take what lies on `hosts`, below the path `base`, for the site's own files."""
        self._browser.place = replace(self._browser.place, base=base, files=files)
        self._browser.hosts = frozenset(hosts)
        self._ask()

    def set_dark(self, dark: bool, *, contrast: bool = False) -> None:
        """Draw light on dark, or dark on light; with `contrast` in black and white."""
        self._look = (dark, contrast)
        self._ask()

    def set_zoom(self, factor: float) -> None:
        """Draw the article `factor` times as large as normal."""
        self._zoom = factor
        self._ask()

    def read_source_by(self, read: ReadLines) -> None:
        """Lines of a block count as equally high here."""

    def scroll_to(self, line: float) -> None:
        """Bring the place of the file's `line` to the top third of the page."""
        index, fraction = self._article.place_of(line)
        if index < len(self._starts):
            top, bottom = self._span(index)
            third = self._browser.viewport().height() / 3
            self._scroll(top + fraction * (bottom - top) - third)

    def reveal(self, line: float) -> None:
        """Bring the place of the file's `line` into view, if it is not."""
        index, fraction = self._article.place_of(line)
        if index < len(self._starts):
            top, bottom = self._span(index)
            y = top + fraction * (bottom - top) - self._browser.verticalScrollBar().value()
            if not 0 < y < self._browser.viewport().height() * 0.9:
                self.scroll_to(line)

    def look_again(self) -> None:
        """Ask the disk again for the images that were missing."""
        self._ask()

    @Slot()
    def resume(self) -> None:
        """Nothing to start again here."""

    def _ask(self) -> None:
        if not self._refresh.isActive():  # not started anew: it shows while one types, too
            self._refresh.start()

    @Slot()
    def _show(self) -> None:
        started = time.monotonic()
        height = self._browser.verticalScrollBar().value()
        document = self._browser.document()
        document.setDefaultStyleSheet(_STYLE.format(**_sizes(self._zoom), **_COLOURS[self._look]))
        palette = self._browser.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(PAPER[self._look]))
        palette.setColor(QPalette.ColorRole.Text, QColor(_COLOURS[self._look]["ink"]))
        self._browser.setPalette(palette)
        count = self._shown_blocks()
        self._browser.setHtml(self._html(count))
        document.setDocumentMargin(_MARGIN)
        self._starts = _starts(document, count)
        self._scroll(height)
        self._refresh.setInterval(max(_PACE, round((time.monotonic() - started) * 4000)))
        if self._article.revision != -1:
            self.patched.emit(self._article.revision)

    def _shown_blocks(self) -> int:
        """How many blocks are shown: the first ones, when they are long."""
        sizes = accumulate(len(html) for html in self._article.blocks)
        return sum(size <= _MOST for size in sizes)

    def _html(self, count: int) -> str:
        title, meta, _ = self._header
        parts = [f"<h1>{escape(title)}</h1>" if title else ""]
        parts.append(f'<p class="meta">{escape(meta)}</p>' if meta else "")
        for index, html in enumerate(self._article.blocks[:count]):
            parts.append(with_anchor(simple_html(html), f"{_ANCHOR}{index}"))
        if count < len(self._article.blocks):
            rest = self.tr("The rest is too long for this simple preview.")
            parts.append(f'<p class="meta">{escape(rest)}</p>')
        return f"<body>{''.join(parts)}</body>"

    def _scroll(self, height: float) -> None:
        self._is_following = True
        self._browser.verticalScrollBar().setValue(round(height))
        self._is_following = False

    def _span(self, index: int) -> tuple[float, float]:
        """Where block `index` begins and ends, in pixels from the start of the document."""
        document = self._browser.document()
        bounds = [*self._starts[index : index + 2], document.characterCount() - 1]
        layout = document.documentLayout()
        first, after = (
            layout.blockBoundingRect(document.findBlock(position)) for position in bounds[:2]
        )
        return first.top(), after.top() if index + 1 < len(self._starts) else after.bottom()

    def _line_at(self, point: QPoint) -> float:
        """The file's line that is shown at `point` of the view."""
        position = self._browser.cursorForPosition(point).position()
        index = max(0, bisect_right(self._starts, position) - 1)
        top, bottom = self._span(index)
        height = point.y() + self._browser.verticalScrollBar().value()
        fraction = (height - top) / max(1.0, bottom - top)
        return self._article.line_at(index, min(fraction, 0.999))

    @Slot(QPoint)
    def _report_click(self, point: QPoint) -> None:
        if self._starts:
            self.line_clicked.emit(int(self._line_at(point)))

    @Slot()
    def _report_scroll(self) -> None:
        if self._starts and not self._is_following:
            third = self._browser.viewport().height() // 3
            self.scrolled_to.emit(self._line_at(QPoint(1, third)))


def _sizes(zoom: float) -> dict[str, int]:
    return {
        name: round(size * zoom)
        for name, size in {"size": 17, "h1": 29, "h2": 23, "h3": 19}.items()
    }


class _Browser(QTextBrowser):
    """A QTextBrowser that opens nothing, and loads nothing but images of the site."""

    clicked = Signal(QPoint)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = Place()
        self.hosts: frozenset[str] = frozenset()  # on which the site itself lies
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        # Whatever happens, not QTextBrowser's own way: that reads any file of the disk.
        with suppress(MediaRefusedError, OSError):
            if type == QTextDocument.ResourceType.ImageResource.value:
                return _image(
                    self.place, self._local(QUrl(name)), self.viewport().width() - 2 * _MARGIN
                )
        return self._stand_in(self.tr("Image not shown: {}").format(QUrl(name).toString()))

    def _stand_in(self, words: str) -> QImage:
        """A box that says `words`, in the place of an image."""
        metrics = self.fontMetrics()
        words = metrics.elidedText(
            words, Qt.TextElideMode.ElideMiddle, self.viewport().width() // 2
        )
        box = metrics.boundingRect(words).adjusted(-10, -8, 10, 8)
        image = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setPen(QPen(Qt.GlobalColor.darkYellow, 1, Qt.PenStyle.DashLine))
            painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
            painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, words)
        return image

    def _local(self, name: QUrl) -> QUrl:
        """`name` without the site's own host."""
        if name.scheme() in ("http", "https") and name.host() in self.hosts:
            return QUrl(name.path(QUrl.ComponentFormattingOption.FullyEncoded))
        return name

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


def _image(place: Place, name: QUrl, width: int) -> QImage:
    """The image that a post at `place` means by `name`, no wider than `width` pixels.

    Raises MediaRefusedError where there is none to be had.
    """
    url = QUrl(f"post://site{place.folder}").resolved(name)
    address = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    if place.root is None or url.scheme() != "post" or url.host() != "site":
        raise MediaRefusedError(address, Refusal.ADDRESS)
    media = open_media(place, address)
    with os.fdopen(media.descriptor, "rb") as file:
        if media.type not in _IMAGES:
            raise MediaRefusedError(address, Refusal.TYPE)
        buffer = QBuffer()
        buffer.setData(file.read())
    reader = QImageReader(buffer, _IMAGES[media.type])
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if size.width() > width > 0:
        reader.setScaledSize(size.scaled(width, size.height(), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise MediaRefusedError(address, Refusal.TYPE)
    return image


def _starts(document: QTextDocument, count: int) -> list[int]:
    """Where the anchors of `count` blocks lie in `document`.

    A block that shows nothing has none, and begins where the one after it does.
    """
    starts = [-1] * count
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            for name in fragments.fragment().charFormat().anchorNames():
                starts[int(name.removeprefix(_ANCHOR))] = fragments.fragment().position()
            fragments += 1
        block = block.next()
    after = document.characterCount() - 1
    for index in reversed(range(count)):
        after = starts[index] = after if starts[index] == -1 else starts[index]
    return starts
