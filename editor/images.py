"""Pictures made ready for a post, and kept in the site under a name from the post's slug.

Pictures come from anywhere: they are read within limits, and by no other reader than those named
here. Decoding takes its time: not for the window's thread.
"""

import io
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Pillow comes when the first picture does
    from PIL.Image import Image

LARGEST = 64 * 1024 * 1024  # bytes
MOST_PIXELS = 60_000_000
SUFFIXES = frozenset(
    (".apng", ".avif", ".bmp", ".gif", ".jfif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff")
) | {".webp"}
_READERS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_SUFFIX_OF = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}
_QUALITY = {"JPEG": 90, "WEBP": 90}
_SVG = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg)", re.IGNORECASE)
_MOST_TRIES = 10_000


class Refusal(StrEnum):
    """Why a picture is not taken."""

    TOO_LARGE = "too large"
    NOT_A_PICTURE = "no picture that a browser shows"
    UNREADABLE = "cannot be read"


class ImageRefusedError(Exception):
    """A picture that is not taken; the GUI words it."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True)
class Wish:
    """What is to be done to a picture."""

    width: int = 0  # pixels at most; 0 leaves it as it is
    drops_metadata: bool = True  # where and when it was taken, with what, by whom


@dataclass(frozen=True)
class Picture:
    """A picture as it goes into a file."""

    content: bytes
    suffix: str  # ".png"
    width: int = 0  # pixels; 0 where it has none of its own, as drawings in SVG
    height: int = 0


def read_bytes(path: Path) -> bytes:
    """The bytes of a picture's file. Raises ImageRefusedError."""
    try:
        if not path.is_file():  # to open a pipe would wait for its writer
            raise ImageRefusedError(Refusal.UNREADABLE)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ImageRefusedError(Refusal.UNREADABLE) from error
    return content


def made_ready(content: bytes, wish: Wish, suffix: str = "") -> Picture:
    """`content`, a picture's file, as a post can show it. Raises ImageRefusedError.

    What moves and what is drawn (SVG) stays to the byte, and so does what has nothing to be done
    to it. A picture that says it lies on its side is turned, as dropping its metadata loses that.
    """
    if len(content) > LARGEST:
        raise ImageRefusedError(Refusal.TOO_LARGE)
    if _SVG.match(content[:1000]) and b"<svg" in content[:10_000].lower():
        return Picture(content, ".svg")
    if suffix.lower() == ".avif" and content[4:12] in (b"ftypavif", b"ftypavis"):
        return Picture(content, ".avif")
    with _opened(content) as image:
        return _changed(image, content, wish)


def _opened(content: bytes) -> "Image":
    import warnings

    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        image = Image.open(io.BytesIO(content), formats=_READERS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageRefusedError(Refusal.TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise ImageRefusedError(Refusal.NOT_A_PICTURE) from error
    except Exception as error:  # readers of broken files raise anything
        raise ImageRefusedError(Refusal.UNREADABLE) from error
    if image.width * image.height > MOST_PIXELS:
        raise ImageRefusedError(Refusal.TOO_LARGE)
    return image


def _changed(image: "Image", content: bytes, wish: Wish) -> Picture:
    from PIL import ImageOps

    form = image.format if image.format in _SUFFIX_OF else "PNG"
    assert form is not None
    try:
        if getattr(image, "is_animated", False) and image.format in _SUFFIX_OF:
            return Picture(content, _SUFFIX_OF[form], image.width, image.height)
        has_more = bool(image.getexif()) or any(key in image.info for key in _METADATA)
        image.load()
        turned = ImageOps.exif_transpose(image)
        made = _narrowed(turned, wish.width)
        same = turned.size == image.size and made is turned and form == image.format
        is_turned = image.getexif().get(_ORIENTATION, 1) != 1
        if same and not is_turned and not (wish.drops_metadata and has_more):
            return Picture(content, _SUFFIX_OF[form], image.width, image.height)
        out = io.BytesIO()
        made.save(out, form, **_options(image, turned, form, wish))
    except ImageRefusedError:
        raise
    except Exception as error:  # readers of broken files raise anything
        raise ImageRefusedError(Refusal.UNREADABLE) from error
    return Picture(out.getvalue(), _SUFFIX_OF[form], made.width, made.height)


_ORIENTATION = 0x0112  # a tag of EXIF
_METADATA = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Comment", "Software")


def _narrowed(image: "Image", width: int) -> "Image":
    from PIL.Image import Resampling

    if not 0 < width < image.width:
        return image
    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Resampling.LANCZOS)


def _options(image: "Image", turned: "Image", form: str, wish: Wish) -> dict[str, object]:
    """What to write it with: its colours' profile stays, which is how it looks."""
    options: dict[str, object] = {}
    if profile := image.info.get("icc_profile"):
        options["icc_profile"] = profile
    if form in _QUALITY:
        options["quality"] = _QUALITY[form]
    if form == "PNG":
        options["optimize"] = True
    if not wish.drops_metadata and form in ("PNG", "JPEG", "WEBP"):
        options["exif"] = turned.getexif()
    return options


def store(folder: Path, slug: str, picture: Picture) -> Path:
    """Write `picture` to a new file in `folder`, named by `slug`. Raises OSError.

    Never over a file that is there, whoever writes it meanwhile.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in free_names(folder, slug, picture.suffix):
        path = folder / name
        try:
            with path.open("xb") as file:
                _write(file, picture.content, path)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{folder}/{slug}-1{picture.suffix}")


def _write(file: io.BufferedWriter, content: bytes, path: Path) -> None:
    try:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    except OSError:  # a full disk: no half of a picture stays
        with suppress(OSError):
            path.unlink()
        raise


def free_names(folder: Path, slug: str, suffix: str) -> Iterator[str]:
    """Names for a picture that no file of `folder` has, whatever its ending, the first first."""
    taken = set()
    with suppress(OSError):
        taken = {entry.name.rpartition(".")[0].casefold() for entry in os.scandir(folder)}
    for number in range(1, _MOST_TRIES):
        if f"{slug}-{number}".casefold() not in taken:
            yield f"{slug}-{number}{suffix}"


def small_png(content: bytes, size: tuple[int, int]) -> bytes:
    """A picture in PNG that fits `size`, of what `made_ready` has taken; b"" of a drawing."""
    with suppress(Exception):  # it is for the eye alone
        image = _opened(content)
        image.draft("RGB", size)  # a JPEG is read in small at once
        image = _turned(image)
        image.thumbnail(size)
        out = io.BytesIO()
        image.convert("RGBA").save(out, "PNG")
        return out.getvalue()
    return b""


def _turned(image: "Image") -> "Image":
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)
