"""The files of posts as commands read and save them, the version before kept.

The versions are those of the window's history: what it keeps a command knows, and the other way.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from editor import files, history
from editor.disk import FileRefusedError, fingerprint
from editor.encoding import Decoded, decode, to_bytes
from editor.files import ConflictError, FileError, UnencodableError
from editor.front_matter import Remembered
from editor.history import Why
from editor.settings import state_folder

FINE, PROBLEMS, WRONG = 0, 1, 2  # exit codes
_NEWEST = 5  # versions of a post in which its fields are looked at
_LONGEST = 2**20  # bytes of such a version
_DAY = 86_400
_LEGACY = "windows-1252"  # what most text that is no UTF-8 is in


def read_post(path: Path) -> files.StoredFile:
    """The post at `path`; one without a character of UTF-8, but with other bytes, as windows-1252.

    So what is written is of one encoding with what stands there. Where both are mixed it stays
    UTF-8, and the other bytes stay as they are. Raises FileError.
    """
    stored = files.read(path)
    if stored.invalid_bytes and stored.invalid_bytes == sum(not c.isascii() for c in stored.text):
        legacy = files.read(path, encoding=_LEGACY)
        return stored if legacy.invalid_bytes or legacy.read_only else legacy
    return stored


def save(path: Path, stored: files.StoredFile, text: str) -> int:
    """Save `text` where `stored` was read, unless the bytes are the same; tells why not.

    What the file held is in the history then, as after a save of the window. Gives an exit code.
    """
    as_read = stored.read_only or fingerprint(to_bytes(stored)) == stored.sha256
    if text == stored.text and as_read:
        return FINE
    if stored.read_only:
        return complain(f"{path}: not saved: {stored.read_only}", WRONG)

    def keep(content: bytes, unseen: bool) -> None:
        why = Why.THEIRS_SAVED_OVER if unseen else Why.SAVED_OVER
        try:
            history.keep(_history(), path, content, why, stored.chosen_encoding)
        except OSError as error:
            complain(f"{path}: the version before was not kept: {error.strerror}", FINE)

    try:
        files.save(_as_before(path, stored, text), text, keep=keep)
    except ConflictError:
        return complain(f"{path}: not saved: another program has changed it meanwhile", WRONG)
    except UnencodableError as error:
        sign = f"U+{ord(error.character):04X}"
        return complain(f"{path}: not saved: {error.encoding} has no {sign}", WRONG)
    except FileError as error:
        return complain(f"{path}: not saved: {error.kind}", WRONG)
    _tidy_daily()
    return FINE


def remembered(path: Path, keys: set[str]) -> Remembered:
    """How the fields `keys` stood in the newest earlier versions of the post at `path`."""
    found = Remembered()
    for version in reversed(list(_versions(path))):
        for key in keys:
            found = found.seeing(version.text, key)
    return found


def _as_before(path: Path, stored: files.StoredFile, text: str) -> files.StoredFile:
    """`stored`, with the line ends of the earlier version that had this very `text`, if one had.

    A line that comes back would get the usual one, where that file had several kinds.
    """
    before = (one for one in _versions(path) if one.line_ends.is_mixed and one.text == text)
    ends = next((one.line_ends for one in before), None)
    return replace(stored, text=text, line_ends=ends) if ends else stored


def _versions(path: Path) -> Iterator[Decoded]:
    """The newest earlier versions of the post at `path`, the latest first."""
    for version in history.versions(_history(), path)[:_NEWEST]:
        with suppress(FileRefusedError, ValueError):
            content = history.content(_history(), version.sha256)
            if len(content) <= _LONGEST:
                yield decode(content, version.encoding)


def complain(text: str, code: int) -> int:
    """Say `text` on stderr; gives `code`."""
    sys.stderr.write(f"blog-editor: {text}\n")
    return code


def _history() -> Path:
    return state_folder() / "history"


def _tidy_daily() -> None:
    """Remove what is too old or too much, as the window does at its start, once a day."""
    mark = _history() / "tidied"
    with suppress(OSError):
        if not mark.exists() or time.time() - mark.stat().st_mtime > _DAY:
            mark.touch()
            history.tidy(_history(), time.time())
