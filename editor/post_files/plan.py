"""What is to be done with files, before it is done."""

from dataclasses import dataclass
from pathlib import Path

from editor.edits import Edit, apply


@dataclass(frozen=True)
class Created:
    """A file that is to be made."""

    path: Path
    text: str


@dataclass(frozen=True)
class Copied:
    """A file that is to be copied, byte by byte."""

    path: Path
    to: Path


@dataclass(frozen=True)
class Moved:
    """A file, or a folder with all that is in it, that is to get another path."""

    path: Path
    to: Path

    def now(self, path: Path) -> Path:
        """Where `path` lies after the move."""
        if path == self.path:
            return self.to
        inside = path.is_relative_to(self.path)
        return self.to / path.relative_to(self.path) if inside else path


@dataclass(frozen=True)
class Changed:
    """A file whose text is to change. It lies at `path` before anything is moved."""

    path: Path
    text: str  # as it was read
    edits: tuple[Edit, ...]

    @property
    def new_text(self) -> str:
        """The text after the edits."""
        return apply(self.text, self.edits)


@dataclass(frozen=True)
class Plan:
    """What is to be done, all of it or nothing: texts change, files are made, then all is moved."""

    path: Path  # where the post that it is about lies afterwards
    changed: tuple[Changed, ...] = ()
    created: tuple[Created, ...] = ()
    copied: tuple[Copied, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.changed or self.created or self.copied or self.moved)

    def now(self, path: Path) -> Path:
        """Where the file at `path` lies afterwards."""
        for move in self.moved:
            path = move.now(path)
        return path
