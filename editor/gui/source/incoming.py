"""What is pasted or dropped into the source: words, images, a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane

_IMAGE_ENDINGS = frozenset(
    (".apng", ".avif", ".bmp", ".gif", ".jfif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".webp")
)


class Incoming(QObject):
    """Puts words into the text, and offers the rest: what to do with it is for others to say."""

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self.is_dropping = False  # Qt takes words that were dropped, by an edit of its own

    def is_rich(self, mime: QMimeData) -> bool:
        """Whether there is more in it than Qt knows how to take."""
        return mime.hasHtml() or bool(_images_in(mime))

    def take(self, mime: QMimeData) -> None:
        """Paste, or take what was dropped: rich text as Markdown, an address as a link."""
        images = _images_in(mime)
        if images:
            self._pane.images_offered.emit(images, self._pane.textCursor())
        elif self.is_dropping:  # Qt is in the midst of an edit: that of the document waits for it
            self._pane.textCursor().insertText(self._pane.typing.words_of(mime)[0])
        else:
            self._pane.typing.paste(mime)

    def paste_plain(self) -> None:
        """Paste the clipboard's text as it is."""
        self._pane.typing.paste(QGuiApplication.clipboard().mimeData(), is_plain=True)

    def take_drag(self, event: QDragEnterEvent) -> bool:
        """Welcome a file or images; False for what Qt welcomes, or does not."""
        if not (_file_in(event.mimeData()) or _images_in(event.mimeData())):
            return False
        event.acceptProposedAction()
        return True

    def take_drop(self, event: QDropEvent) -> bool:
        """Offer a file to be opened, images for the post; False where it is words."""
        images, path = _images_in(event.mimeData()), _file_in(event.mimeData())
        if not (images or path):
            return False
        event.acceptProposedAction()
        if images:
            place = self._pane.cursorForPosition(event.position().toPoint())
            self._pane.images_offered.emit(images, place)
        else:
            self._pane.file_dropped.emit(path)
        return True


def _file_in(mime: QMimeData) -> Path | None:
    """The first local file that is being dropped, if there is one."""
    for url in mime.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


def _images_in(mime: QMimeData) -> Sequence[QImage | Path]:
    """The files that are images where all files are, else the picture of one without a text."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files if all(file.suffix.lower() in _IMAGE_ENDINGS for file in files) else ()
    if mime.hasImage() and not mime.hasText():
        image = mime.imageData()
        return [image] if isinstance(image, QImage) and not image.isNull() else ()
    return ()
