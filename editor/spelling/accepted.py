"""Words that a writer has said are right: for all posts, or for those of one site."""

from contextlib import suppress
from pathlib import Path

from editor import disk
from editor.disk import FileError
from editor.site_settings import folder_of_site

_NAME = "words.txt"


def personal(folder: Path) -> Path:
    """The file of the words right in all posts, in the program's `folder` of settings."""
    return folder / _NAME


def of_site(folder: Path, root: Path) -> Path:
    """The file of the words right in the posts of the site at `root`; it lies outside the site."""
    return folder_of_site(folder, root) / _NAME


def words_in(*files: Path) -> frozenset[str]:
    """The words of `files`, one on a line. One that cannot be read has none."""
    found: set[str] = set()
    for file in files:
        with suppress(OSError, FileError):
            lines = disk.read_bytes(file).decode("utf-8", "replace").split("\n")
            found.update(line.strip() for line in lines)
    return frozenset(found - {""})


def add(file: Path, word: str) -> None:
    """Put `word` among those of `file`, in the order of the alphabet. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    words = sorted(words_in(file) | {word}, key=lambda one: (one.casefold(), one))
    disk.put(file, "".join(f"{one}\n" for one in words).encode("utf-8"))
