"""Pages as the generator built them, shown by a plain web view, to be compared with the preview."""

import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote

import shiboken6
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineUrlSchemeHandler
from PySide6.QtWebEngineWidgets import QWebEngineView

from editor.gui.preview.preparing import SCHEME


class _Files(QWebEngineUrlSchemeHandler):
    """Serves a built site as a web server would: whatever is asked for, below its base."""

    def __init__(self, root: Path, base: str, hosts: tuple[str, ...], parent: QWebEngineProfile):
        super().__init__(parent)
        self._root, self._base, self._hosts = root, base, hosts

    def requestStarted(self, job) -> None:
        address = unquote(job.requestUrl().path())
        if self._base and address.startswith(f"{self._base}/"):
            address = address[len(self._base) :]
        file = self._root / address.lstrip("/")
        if not file.is_file():
            job.fail(job.Error.UrlNotFound)
            return
        content = file.read_bytes()
        if file.suffix in (".html", ".css"):
            for host in self._hosts:
                content = re.sub(rb"https?://" + re.escape(host.encode()) + rb"(?=/)", b"", content)
        buffer = QBuffer(job)
        buffer.setData(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        job.reply(kind.encode(), buffer)


class BuiltPage:
    """A built page in a plain web view of its own."""

    def __init__(self, page: Path, root: Path, base: str, hosts: tuple[str, ...]) -> None:
        self.profile = QWebEngineProfile()
        self._files = _Files(root, base, hosts, self.profile)
        self.profile.installUrlSchemeHandler(SCHEME, self._files)
        self.view = QWebEngineView()
        self.page = QWebEnginePage(self.profile, self.view)
        self.view.setPage(self.page)
        self.address = QUrl(f"post://site/{page.relative_to(root).as_posix()}")

    def close(self) -> None:
        """End it: the page before its profile."""
        for owned in (self.page, self.view, self.profile):
            shiboken6.delete(owned)


def share_that_differs(one: QImage, other: QImage, tolerance: int = 24) -> float:
    """The share of pixels of two pictures of one size that differ by more than `tolerance`."""
    assert one.size() == other.size()
    pictures = [image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, other)]
    rows = zip(*(_rows(picture) for picture in pictures), strict=True)
    differ = sum(_differing(left, right, tolerance) for left, right in rows)
    return differ / (one.width() * one.height())


def _rows(picture: QImage) -> list[bytes]:
    stride, width = picture.bytesPerLine(), 3 * picture.width()
    content = bytes(picture.constBits())
    return [content[row * stride : row * stride + width] for row in range(picture.height())]


def _differing(left: bytes, right: bytes, tolerance: int) -> int:
    if left == right:
        return 0
    pixels = range(0, len(left), 3)
    return sum(
        any(abs(left[at + part] - right[at + part]) > tolerance for part in range(3))
        for at in pixels
    )
