"""Which posts and images of a folder differ from the last commit, and how."""

from dataclasses import dataclass
from pathlib import Path

from editor import files
from editor.disk import FileError
from editor.encoding import decode
from editor.git import Repository, State
from editor.images import SUFFIXES
from editor.library.finding import is_post


@dataclass(frozen=True)
class FileChange:
    """A post or an image that is not as the last commit has it."""

    place: str  # below the folder that was looked at, with "/"
    path: Path
    state: State

    @property
    def is_image(self) -> bool:
        """Whether there is no text to compare."""
        return self.path.suffix.lower() in SUFFIXES


@dataclass(frozen=True)
class Look:
    """What was found in a folder: posts first, in the order of their places."""

    folder: Path
    repository: Repository | None  # None where there is none, or no `git`
    changes: tuple[FileChange, ...] = ()


def look(folder: Path) -> Look:
    """The posts and images below `folder` that the last commit has otherwise. Raises GitError."""
    repository = Repository.find(folder)
    if repository is None:
        return Look(folder, None)
    here = repository.own_name(folder)
    found = []
    for path, state in repository.states(folder).items():
        place = path.relative_to(here).as_posix()
        change = FileChange(place, folder / place, state)
        if is_post(path.name) or change.is_image:
            found.append(change)
    found.sort(key=lambda one: (one.is_image, one.place))
    return Look(folder, repository, tuple(found))


def committed_text(repository: Repository, path: Path) -> str | None:
    """The text of `path` in the last commit; None where it has none. Raises GitError."""
    content = repository.committed(path)
    return None if content is None else decode(content).text


def text_now(path: Path) -> str:
    """The text of `path` on the disk; "" where there is none that can be read."""
    try:
        return files.read(path).text
    except FileError:
        return ""
