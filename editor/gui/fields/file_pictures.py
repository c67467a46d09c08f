"""Finds the files that fields name, and makes small pictures of those that are images."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from editor.field_paths import find_file, is_path
from editor.media import LARGEST
from editor.site import Site

SIZE = (72, 44)  # pixels at most
_MOST_PIXELS = 60_000_000  # of the image itself
_PIXEL_FORMATS = {".bmp", ".gif", ".ico", ".jfif", ".jpeg", ".jpg", ".png", ".webp"}
# No SVG: Qt's reader follows the addresses of files within it.


@dataclass(frozen=True)
class FoundFile:
    """What lies where a field's path leads."""

    is_missing: bool  # False too for what is no path, such as an address on the web
    picture: QImage | None = None  # where it is an image that can be shown


@dataclass(frozen=True)
class FilesAsked:
    """What posts write, and whose post it is."""

    written: Sequence[str]
    site: Site
    post: Path | None


def find_files(asked: FilesAsked) -> dict[str, FoundFile]:
    """What lies where each of the paths leads. Reads files: not for the window's own thread."""
    return {written: _found(written, asked) for written in dict.fromkeys(asked.written)}


def _found(written: str, asked: FilesAsked) -> FoundFile:
    if not is_path(written) or (asked.site.root is None and asked.post is None):
        return FoundFile(is_missing=False)
    file = find_file(written, asked.site, asked.post)
    return FoundFile(is_missing=True) if file is None else FoundFile(False, picture_of(file))


def picture_of(file: Path, size: tuple[int, int] = SIZE) -> QImage | None:
    """The image in `file`, made to fit `size`; None where it is none, or too large to be read."""
    try:
        if file.suffix.lower() not in _PIXEL_FORMATS or file.stat().st_size > LARGEST:
            return None
    except OSError:
        return None
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid() or full.width() * full.height() > _MOST_PIXELS:
        return None
    box = QSize(*size)
    if full.width() > box.width() or full.height() > box.height():
        reader.setScaledSize(full.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
