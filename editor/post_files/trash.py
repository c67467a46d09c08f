"""The system's trash: nothing is deleted for good, and where there is no trash nothing is moved."""

from pathlib import Path


class TrashError(Exception):
    """What is at `path` was not moved to the trash, and is where it was."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


def trash(path: Path) -> None:
    """Move the file or the folder at `path` to the trash. Raises TrashError."""
    from send2trash import send2trash

    try:
        send2trash(str(path.absolute()))
    except Exception as error:  # whatever the system says: gio and Windows have errors of their own
        if not path.exists():
            return  # it went there all the same
        reason = error.strerror if isinstance(error, OSError) else None
        raise TrashError(path, reason or str(error) or type(error).__name__) from error
    if path.exists():
        raise TrashError(path, "it is still there")
