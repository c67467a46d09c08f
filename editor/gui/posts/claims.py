"""Which posts this program has open, told to its other runs, and how they are asked to show one.

A question is a file in a folder that every run watches: Qt's sockets would need libraries that a
bare system lacks, and those of Python have no names on Windows.
"""

import json
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from editor import disk, locks, recovery
from editor.disk import FileRefusedError
from editor.locks import HeldError, Lock

_PATIENCE = 1.0  # seconds for another run to answer
_STEP = 0.01  # seconds between looks for the answer
_QUESTION = ".ask"


class Address(QObject):
    """Where other runs of the program reach this one."""

    asked = Signal(Path)  # another run asks to show this post

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the one for questions, the same for all runs."""
        super().__init__(parent)
        self.name = secrets.token_hex(8)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)
        with suppress(OSError):  # without it this run cannot be asked, and nothing else is lost
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._watcher.addPath(str(folder))

    def close(self) -> None:
        """Be reached no more."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    @Slot()
    def _answer(self) -> None:
        for question in self._folder.glob(f"{self.name}.*{_QUESTION}"):
            with suppress(OSError, FileRefusedError):
                path = Path(os.fsdecode(disk.read_bytes(question)))
                question.unlink()  # that is the answer
                self.asked.emit(path)


def claim(folder: Path, path: Path, address: str) -> Lock:
    """Hold the post at `path` for this run, reached at `address`. Raises HeldError."""
    return locks.hold(folder / f"{recovery.post_key(path)}.lock", _note(address))


def is_own(error: HeldError, address: str) -> bool:
    """Whether it is this very run, reached at `address`, that holds the post."""
    return error.note == _note(address)


def ask_to_show(folder: Path, error: HeldError, path: Path) -> bool:
    """Have the run that holds the post show it; False where it does not answer within a second."""
    address = _facts(error.note).get("address")
    if not isinstance(address, str) or not address.isalnum():
        return False
    question = folder / f"{address}.{secrets.token_hex(4)}{_QUESTION}"
    try:
        disk.put(question, os.fsencode(path.absolute()))
    except OSError:
        return False
    ends = time.monotonic() + _PATIENCE
    while question.exists() and time.monotonic() < ends:
        time.sleep(_STEP)
    is_answered = not question.exists()
    disk.discard(question, os)
    return is_answered


def _note(address: str) -> str:
    return json.dumps({"pid": os.getpid(), "address": address})


def _facts(note: str) -> dict[str, object]:
    try:
        facts = json.loads(note)
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
