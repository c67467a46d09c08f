"""Images that come into a post: pasted, dropped or chosen, kept in the site, written as it does."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageWriter, QTextCursor
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from editor.edits import Edit
from editor.formatting import Formatted
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.worker import Worker
from editor.site import Site

if TYPE_CHECKING:
    from editor.gui.references.image_bar import ImageBar
    from editor.image_links import ImageHabit, ImagePlace
    from editor.site_media import OwnAddress

_TOPIC = "image"  # of banners
_FRESH = 60.0  # seconds for which what a site's posts do is not learned again
_PATTERNS = "*.png *.jpg *.jpeg *.gif *.webp *.svg *.avif *.bmp *.tif *.tiff"


@dataclass(frozen=True)
class _Offer:
    """An image that is to be put in, and where."""

    document: Document
    cursor: QTextCursor  # moves with the text
    image: QImage | Path
    is_first: bool  # of those that came together


@dataclass(frozen=True)
class _Look:
    """What the worker is to look at."""

    image: QImage | Path
    site: Site
    post: Path
    text: str


@dataclass(frozen=True)
class _Order:
    """How the writer wants the image that was looked at."""

    alt: str
    width: int
    drops_metadata: bool


@dataclass(frozen=True)
class _Seen:
    look: _Look
    content: bytes
    suffix: str
    size: tuple[int, int]
    place: "ImagePlace"
    served_at: str | None  # the address of a file that lies in the site already
    thumbnail: QImage | None
    name: str  # of the file that it becomes


@dataclass(frozen=True)
class _Stored:
    source: str  # what comes into the post


class ImageInsertion(QObject):
    """Takes images, asks in a bar what they show, stores them, and writes them into the post.

    Nothing is stored before the writer says so. Reading, changing and storing are off the window's
    thread.
    """

    def __init__(
        self, source: SourcePane, posts: OpenPosts, messages: Messages, column: QVBoxLayout
    ) -> None:
        """`column` holds the source; the bar takes its place below it."""
        super().__init__(source)
        self._source, self._posts, self._messages = source, posts, messages
        self._column = column
        self._site = Site(None, "commonmark")
        self._waiting: deque[_Offer] = deque()
        self._offer: _Offer | None = None
        self._seen: _Seen | None = None
        self._bar: ImageBar | None = None
        self._habits: dict[Path, tuple[float, ImageHabit | None]] = {}
        self._worker = Worker(self._work, self)
        self._worker.done.connect(self._take_work)
        self._worker.failed.connect(self._tell)
        source.images_offered.connect(self.take)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    def ask(self) -> None:
        """Let the writer choose images to put in where the caret is."""
        kinds = self.tr("Images ({patterns})").format(patterns=_PATTERNS)
        names, _ = QFileDialog.getOpenFileNames(
            self._source.window(), self.tr("Insert an image"), str(self._posts.folder), kinds
        )
        if names:
            self.take([Path(name) for name in names], self._source.textCursor())

    @Slot(object, object)
    def take(self, images: Sequence[QImage | Path], cursor: QTextCursor) -> None:
        """Put `images` in at `cursor`, once the writer has said what they show."""
        document = self._posts.current
        if document.is_read_only:
            return
        if document.path is None:
            self._ask_to_save(document, images, cursor)
            return
        self._messages.clear(_TOPIC)
        for number, image in enumerate(images):
            self._waiting.append(_Offer(document, QTextCursor(cursor), image, number == 0))
        if self._offer is None:
            self._next()

    def _ask_to_save(
        self, document: Document, images: Sequence[QImage | Path], cursor: QTextCursor
    ) -> None:
        """An image is kept beside its post or in its site: without a file it has neither."""
        text = self.tr("Save the post first: then its image has a place to be kept in.")

        def save() -> None:
            self._posts.save_as(document, then=lambda: self.take(images, cursor))

        self._messages.show_banner(_TOPIC, text, [Way(self.tr("Save as…"), save)])

    # One image after the other

    def _next(self) -> None:
        self._offer, self._seen = None, None
        if not self._waiting:
            if self._bar is not None:
                had_focus = self._bar.isAncestorOf(
                    self._source.window().focusWidget() or self._source
                )
                self._bar.hide()
                if had_focus:
                    self._source.setFocus()
            return
        offer = self._offer = self._waiting.popleft()
        self._shown_bar().wait_for(offer.cursor.selectedText())
        assert offer.document.path is not None
        path = offer.document.path.absolute()
        self._worker.ask(_Look(offer.image, self._site, path, offer.document.text))

    def _shown_bar(self) -> "ImageBar":
        if self._bar is None:
            from editor.gui.references.image_bar import ImageBar

            self._bar = ImageBar()
            self._bar.accepted.connect(self._store)
            self._bar.refused.connect(self._next)
            self._column.insertWidget(self._column.indexOf(self._source) + 1, self._bar)
        return self._bar

    @Slot()
    def _store(self) -> None:
        bar, seen = self._bar, self._seen
        if bar is not None and seen is not None:
            self._worker.ask((seen, _Order(bar.alt, bar.width_wanted, bar.drops_metadata)))

    @Slot(object)
    def _take_work(self, done: object) -> None:
        if isinstance(done, _Stored):
            self._write(done.source)
        elif isinstance(done, _Seen) and self._offer and done.look.image is self._offer.image:
            self._seen = done
            root = self._site.root or done.look.post.parent
            self._shown_bar().show_image(
                done.thumbnail,
                done.size,
                self._goes_to(done, root),
                is_kept=done.served_at is not None or done.size == (0, 0),
            )

    def _goes_to(self, seen: _Seen, root: Path) -> str:
        if seen.served_at is not None:
            return self.tr("It lies in the site already: {address}").format(address=seen.served_at)
        folder = seen.place.folder
        shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
        return self.tr("It is kept as {file}").format(file=str(shown / seen.name))

    def _write(self, source: str) -> None:
        offer = self._offer
        if offer is None:
            return
        before = "" if offer.is_first else "\n"
        new = f"{before}{source}"

        def put(_text: str, start: int, end: int) -> Formatted:
            return Formatted([Edit(start, end, new)], start + len(new), start + len(new))

        place = (offer.cursor.selectionStart(), offer.cursor.selectionEnd())
        after = offer.document.format([place], put)
        if after and self._posts.current is offer.document:
            self._source.select(*after[0])
        self._next()

    @Slot(Exception)
    def _tell(self, error: Exception) -> None:
        """Say why there is no image, and go on with the next."""
        from editor.gui.references.image_words import not_taken

        offer = self._offer
        name = offer.image.name if offer and isinstance(offer.image, Path) else ""
        self._messages.show_banner(_TOPIC, not_taken(name, error), level="error")
        self._next()

    # On the worker's thread

    def _work(self, asked: object) -> object:
        if isinstance(asked, _Look):
            return self._look(asked)
        assert isinstance(asked, tuple)
        return _stored(*asked)

    def _look(self, look: _Look) -> _Seen:
        from editor import images
        from editor.image_links import address_in, in_folder, place_of
        from editor.post import slug
        from editor.site_media import OwnAddress

        own = OwnAddress.of(look.site.settings)
        habit = in_folder(
            self._habit(look, own), _wished(look.site.root), look.site, look.post, own
        )
        place = place_of(habit, look.site, look.post, look.text, own)
        suffix, served_at = ".png", None
        if isinstance(look.image, Path):
            content, suffix = images.read_bytes(look.image), look.image.suffix
            served_at = address_in(look.image, place, look.site, look.post)
        else:
            content = _png(look.image)
        whole = images.made_ready(content, images.Wish(drops_metadata=False), suffix)
        name = look.post.parent.name if look.post.stem in ("index", "_index") else look.post.name
        name = next(images.free_names(place.folder, slug(name), whole.suffix))
        size = (whole.width, whole.height)
        thumbnail = _thumbnail(whole.content)
        return _Seen(look, content, suffix, size, place, served_at, thumbnail, name)

    def _habit(self, look: _Look, own: "OwnAddress") -> "ImageHabit | None":
        from editor.gui.references.teachers import newest_posts
        from editor.image_links import learn

        key = look.site.root or look.post.parent
        when, habit = self._habits.get(key, (0.0, None))
        if not when or time.monotonic() - when > _FRESH:
            habit = learn(newest_posts(look.site, look.post, look.text), look.site, own)
            self._habits[key] = (time.monotonic(), habit)
        return habit


def _wished(root: Path | None) -> str:
    """The folder that the writer chose for the images of a site, or ""."""
    from editor.settings import settings_path
    from editor.site_settings import SiteSettings

    return SiteSettings.load(settings_path().parent, root).image_folder if root else ""


def _stored(seen: _Seen, order: _Order) -> _Stored:
    from editor import images
    from editor.image_links import markup
    from editor.post import slug

    place = seen.place
    if seen.served_at is not None:
        return _Stored(markup(place.habit, seen.served_at, order.alt))
    wish = images.Wish(order.width, order.drops_metadata)
    picture = images.made_ready(seen.content, wish, seen.suffix)
    post = seen.look.post
    name = post.parent.name if post.stem in ("index", "_index") else post.name
    path = images.store(place.folder, slug(name), picture)
    return _Stored(place.written(path.name, order.alt))


def _png(image: QImage) -> bytes:
    """A picture of the clipboard as a file. Raises ImageRefusedError."""
    from editor.images import MOST_PIXELS, ImageRefusedError, Refusal

    if image.width() * image.height() > MOST_PIXELS:
        raise ImageRefusedError(Refusal.TOO_LARGE)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not QImageWriter(buffer, b"png").write(image):
        raise ImageRefusedError(Refusal.UNREADABLE)
    return bytes(buffer.data().data())


def _thumbnail(content: bytes) -> QImage | None:
    """A small picture of what our own reader has taken; None of a drawing."""
    from editor.gui.references.image_bar import THUMBNAIL
    from editor.images import small_png

    small = small_png(content, THUMBNAIL)
    image = QImage.fromData(small) if small else None
    if image is None or image.isNull():
        return None
    return image.scaled(QSize(*THUMBNAIL), Qt.AspectRatioMode.KeepAspectRatio)
