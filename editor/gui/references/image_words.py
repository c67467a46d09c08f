"""The words for what happens to images."""

from PySide6.QtCore import QCoreApplication

from editor.images import LARGEST, ImageRefusedError, Refusal

translate = QCoreApplication.translate


def not_taken(name: str, error: Exception) -> str:
    """Why the image in the file `name`, "" for one from the clipboard, is not in the post."""
    what = name or translate("images", "The image")
    return f"{what}: {_why(error)}"


def _why(error: Exception) -> str:
    if isinstance(error, ImageRefusedError):
        match error.why:
            case Refusal.TOO_LARGE:
                text = translate("images", "it is larger than {size} MB or than 60 million pixels.")
                return text.format(size=LARGEST // 2**20)
            case Refusal.NOT_A_PICTURE:
                return translate(
                    "images",
                    "it is no picture that browsers show. PNG, JPEG, GIF, WebP, AVIF and SVG are.",
                )
            case _:
                return translate("images", "it cannot be read; the file may be damaged.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return translate("images", "it could not be kept in the site: {reason}").format(reason=reason)
