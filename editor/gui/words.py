"""The words for fields and for what went wrong: what happened, to which file, and the way out.

What is wrong with a post itself is worded in `problem_words`.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.files import (
    FileError,
    Kept,
    SaveError,
    StoredFile,
    Trouble,
    UnencodableError,
)

if TYPE_CHECKING:
    from editor.front_matter import FieldError

translate = QCoreApplication.translate

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp1252": "Windows-1252",
}
_LINE_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def field_label(key: str) -> str:
    """What stands before the box of a field; an unknown key stands as it is."""
    match key:
        case "title":
            return translate("words", "Title")
        case "date":
            return translate("words", "Date")
        case "layout":
            return translate("words", "Layout")
        case "tags":
            return translate("words", "Tags")
        case "categories":
            return translate("words", "Categories")
        case "category":
            return translate("words", "Category")
        case "description":
            return translate("words", "Description")
        case "summary":
            return translate("words", "Summary")
        case "excerpt":
            return translate("words", "Excerpt")
        case "draft":
            return translate("words", "Draft")
        case "published":
            return translate("words", "Published")
        case "author":
            return translate("words", "Author")
        case "image":
            return translate("words", "Image")
        case "lang":
            return translate("words", "Language")
        case "permalink":
            return translate("words", "Permalink")
        case "slug":
            return translate("words", "Slug")
        case "status":
            return translate("words", "Status")
        case "keywords":
            return translate("words", "Keywords")
        case "modified":
            return translate("words", "Modified")
        case "lastmod":
            return translate("words", "Modified")
        case "subtitle":
            return translate("words", "Subtitle")
        case "authors":
            return translate("words", "Authors")
        case "comments":
            return translate("words", "Comments")
        case "series":
            return translate("words", "Series")
        case "weight":
            return translate("words", "Weight")
        case "type":
            return translate("words", "Type")
        case "toc":
            return translate("words", "Table of contents")
        case "aliases":
            return translate("words", "Aliases")
        case "cover":
            return translate("words", "Cover")
        case "thumbnail":
            return translate("words", "Thumbnail")
    return key


def field_prompt(key: str) -> str:
    """What stands in the empty box of a field."""
    match key.lower():
        case "title":
            return translate("words", "The post's title")
        case "tags":
            return translate("words", "Add a tag")
        case "categories":
            return translate("words", "Add a category")
        case "keywords":
            return translate("words", "Add a keyword")
    return ""


def from_file_name(day: str) -> str:
    """Where the date of a post without a date comes from."""
    return translate("words", "{day} (from the file's name)").format(day=day)


def refusal(error: "FieldError") -> str:
    """Why a field was not changed."""
    from editor.front_matter import Refusal

    texts = {
        Refusal.READ_ONLY: translate("words", "This field can be changed in the source only."),
        Refusal.BROKEN_FRONT_MATTER: translate(
            "words",
            "The front matter is too broken to be changed here: please mend it in the source.",
        ),
        Refusal.NOT_WRITABLE: translate("words", "This value cannot be written in this place."),
        Refusal.NOT_EXACT: translate(
            "words",
            "The text was left as it is: written there, this value would change something else.",
        ),
    }
    return texts.get(
        error.problem, translate("words", "This field could not be changed; the text is as it was.")
    )


def encoding_label(stored: StoredFile) -> str:
    """Encoding and line ends, as in `UTF-8 · LF`."""
    name = _ENCODINGS.get(stored.encoding, stored.encoding)
    if stored.bom:
        name = translate("words", "{encoding} with BOM").format(encoding=name)
    ends = stored.line_ends
    kind = translate("words", "mixed") if ends.is_mixed else _LINE_ENDS[ends.usual]
    return f"{name} · {kind}"


def read_only(reason: Kept | None, path: Path | None) -> str:
    """Why a post opens read-only."""
    name = path.name if path else ""
    texts = {
        Kept.BINARY: translate("words", "{name} is not a text, so it is not shown or changed."),
        Kept.UTF_32: translate(
            "words", "{name} is written in UTF-32, which can be read here but not saved."
        ),
        Kept.NOT_WRITABLE: translate(
            "words", "{name} is write-protected. To keep changes, use “Save as”."
        ),
    }
    text = texts.get(
        reason,  # type: ignore[arg-type]
        translate(
            "words",
            "{name} holds characters that could not be saved exactly, so it opens read-only.",
        ),
    )
    return text.format(name=name)


def invalid_bytes(stored: StoredFile) -> str:
    """What is said of a file with bytes that are no characters of its encoding."""
    return translate(
        "words",
        "{name} is not all {encoding}: of its bytes, {number} stay as they are, "
        "being no characters.",
    ).format(
        name=stored.path.name if stored.path else "",
        encoding=_ENCODINGS.get(stored.encoding, stored.encoding),
        number=stored.invalid_bytes,
    )


def not_opened(error: FileError) -> str:
    """Why a file was not opened."""
    texts = {
        Trouble.FOLDER: translate("words", "{name} is a folder, not a post."),
        Trouble.NOT_REGULAR: translate("words", "{name} is a device or a pipe, not a post."),
        Trouble.TOO_LARGE: translate("words", "{name} is larger than 64 MB, too large for a post."),
        Trouble.MISSING: translate("words", "{name} is not there. Was it moved or renamed?"),
        Trouble.NO_FOLDER: translate("words", "The folder of {name} is not there."),
        Trouble.NOT_PERMITTED: translate("words", "You are not allowed to read {name}."),
    }
    text = texts.get(error.kind, translate("words", "{name} could not be read: {reason}."))
    return text.format(name=error.path.name or str(error.path), reason=_system_reason(error))


def not_saved(error: Exception, path: Path | None) -> str:
    """Why a text was not saved. It is still in the window."""
    name = path.name if path else ""
    if isinstance(error, UnencodableError):
        return translate(
            "words",
            "Not saved: {name} is written in {encoding}, which has no “{character}” (U+{code}).",
        ).format(
            name=name,
            encoding=_ENCODINGS.get(error.encoding, error.encoding),
            character=error.character,
            code=f"{ord(error.character):04X}",
        )
    if not isinstance(error, SaveError):
        return translate("words", "Not saved: {name}. Your text is kept. {reason}").format(
            name=name, reason=str(error)
        )
    texts = {
        Trouble.MISSING: translate("words", "Not saved: the folder of {name} is not there."),
        Trouble.NO_FOLDER: translate("words", "Not saved: the folder of {name} is not there."),
        Trouble.FOLDER: translate("words", "Not saved: {name} is a folder."),
        Trouble.NOT_PERMITTED: translate(
            "words", "Not saved: you are not allowed to write {name}."
        ),
        Trouble.READ_ONLY: translate("words", "Not saved: {name} is write-protected."),
        Trouble.DISK_FULL: translate("words", "Not saved: the disk of {name} is full."),
        Trouble.NAME_TOO_LONG: translate("words", "Not saved: the name {name} is too long."),
        Trouble.NO_SAFETY_COPY: translate(
            "words",
            "Not saved: {name} can only be overwritten, and no safety copy of it could be made.",
        ),
        Trouble.NOT_AS_WRITTEN: translate(
            "words", "Not saved: read again, {name} was not what had been written."
        ),
        Trouble.HALF_WRITTEN: translate(
            "words", "{name} was written only in part. What it held before is in {copy}."
        ),
    }
    text = texts.get(error.kind, translate("words", "Not saved: {name}. {reason}."))
    text = text.format(name=name, reason=_system_reason(error), copy=str(error.safety_copy or ""))
    if error.lacking:
        text += " " + translate("words", "{size} kB more are needed.").format(
            size=-(-error.lacking // 1000)
        )
    return text + " " + translate("words", "Your text is kept here.")


def not_rendered(error: Exception) -> str:
    """Why the preview does not follow the text."""
    from editor.render_process import Failure, RenderFailed

    if isinstance(error, RenderFailed) and error.kind is Failure.TIMED_OUT:
        return translate(
            "words",
            "This text takes too long to draw. The preview shows the last state that could be; "
            "writing and saving go on.",
        )
    return translate(
        "words",
        "This text cannot be drawn. The preview shows the last state that could be; "
        "writing and saving go on.",
    )


def reason(error: Exception) -> str:
    """Why something failed, in the words of the system where it has some."""
    if isinstance(error, FileError):
        return _system_reason(error)
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _system_reason(error: FileError) -> str:
    return os.strerror(error.errno) if error.errno else str(error.kind)
