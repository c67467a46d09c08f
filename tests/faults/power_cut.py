"""What a disk may hold after a power cut, from the calls of the system that a save has made.

A call has happened for sure only once it was synced: what a file holds by `fsync` of the file, its
name by `fsync` of its folder. Of all others any may have happened, in any order: what a journal of
the drive might promise is not believed.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.test_files import System


@dataclass(frozen=True)
class Call:
    """A call that changes the disk: a name of a folder, or what a file holds."""

    kind: str  # "create", "unlink", "move", "swap", "write", "truncate"
    file: int = 0  # that is created, written or truncated
    path: Path = Path()
    new: Path = Path()
    offset: int = 0
    content: bytes = b""


@dataclass(frozen=True)
class Sync:
    """From here on all calls of this file, or of this folder, have happened."""

    file: int | None
    folder: Path | None


class Recorder(System):
    """The `os` module, which does as asked and notes what a disk would have to keep."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__()
        self.calls: list[Call | Sync] = []
        self.start = {path: path.read_bytes() for folder in folders for path in _files(folder)}
        self._numbers = itertools.count(1)
        self.files = {path: next(self._numbers) for path in self.start}
        self._now = dict(self.files)  # by name, as the program sees it
        self._open: dict[int, tuple[int | None, Path]] = {}
        self._offsets: dict[int, int] = {}
        self._most: dict[int, int] = {}  # bytes that a write takes: half of what is to be written

    def __getattr__(self, name: str) -> Any:
        real = super().__getattr__(name)
        note: Callable[..., None] | None = getattr(type(self), f"_note_{name}", None)
        if note is None:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            if name == "write":
                descriptor, content = arguments
                most = self._most.setdefault(descriptor, -(-len(content) // 2))
                done = os.write(descriptor, content[:most])
            else:
                done = real(*arguments, **named)
            note(self, done, *arguments)
            return done

        return call

    def _note_open(self, descriptor: int, path: Path, flags: int, *_: int) -> None:
        path = Path(path)
        if flags & os.O_CREAT and path not in self._now:
            self._now[path] = next(self._numbers)
            self.calls.append(Call("create", self._now[path], path))
        self._most.pop(descriptor, None)
        self._open[descriptor] = (self._now.get(path), path)
        at_end = flags & os.O_APPEND
        self._offsets[descriptor] = os.fstat(descriptor).st_size if at_end else 0

    def _note_write(self, done: int, descriptor: int, content: bytes) -> None:
        file, _ = self._open[descriptor]
        assert file is not None
        offset = self._offsets[descriptor]
        written = bytes(content[:done])
        self.calls.append(Call("write", file, offset=offset, content=written))
        self._offsets[descriptor] += done

    def _note_ftruncate(self, _done: None, descriptor: int, length: int) -> None:
        file, _ = self._open[descriptor]
        assert file is not None
        self.calls.append(Call("truncate", file, offset=length))

    def _note_fsync(self, _done: None, descriptor: int) -> None:
        file, path = self._open[descriptor]
        self.calls.append(Sync(file, None if file else path))

    def _note_unlink(self, _done: None, path: Path) -> None:
        self._now.pop(path, None)
        self.calls.append(Call("unlink", path=path))

    def _note_replace(self, _done: None, path: Path, new: Path) -> None:
        self._now[new] = self._now.pop(path)
        self.calls.append(Call("move", path=path, new=new))

    _note_rename_to_new = _note_replace

    def _note_swap(self, _done: None, path: Path, new: Path) -> None:
        self._now[new], self._now[path] = self._now[path], self._now[new]
        self.calls.append(Call("swap", path=path, new=new))


def disks(recorder: Recorder) -> Iterator[tuple[int, dict[Path, bytes]]]:
    """Every disk that a power cut may leave: after how many calls, and its files by name."""
    for cut in range(len(recorder.calls) + 1):
        sure, maybe = _settled(recorder.calls[:cut])
        seen = set()
        for number in range(len(maybe) + 1):
            for late in itertools.permutations(maybe, number):
                disk = _disk(recorder, [*sure, *late])
                key = tuple(sorted(disk.items()))
                if key not in seen:
                    seen.add(key)
                    yield cut, disk


def _settled(calls: list[Call | Sync]) -> tuple[list[Call], list[Call]]:
    """The calls that have happened for sure, and those that may have."""
    sure: list[Call] = []
    maybe: list[Call] = []
    for call in calls:
        if isinstance(call, Call):
            maybe.append(call)
            continue
        settled = [one for one in maybe if _settles(call, one)]
        sure += settled
        maybe = [one for one in maybe if one not in settled]
    return sure, maybe


def _settles(sync: Sync, call: Call) -> bool:
    if call.kind in ("write", "truncate"):
        return call.file == sync.file
    return sync.folder in (call.path.parent, call.new.parent)


def _disk(recorder: Recorder, calls: list[Call]) -> dict[Path, bytes]:
    names = dict(recorder.files)
    contents = {recorder.files[path]: content for path, content in recorder.start.items()}
    for call in calls:
        if call.kind == "create":
            names[call.path] = call.file
        elif call.kind == "unlink":
            names.pop(call.path, None)
        elif call.kind == "move" and call.path in names:
            names[call.new] = names.pop(call.path)
        elif call.kind == "swap" and {call.path, call.new} <= names.keys():
            names[call.path], names[call.new] = names[call.new], names[call.path]
        elif call.kind == "write":
            old = contents.get(call.file, b"").ljust(call.offset, b"\0")
            end = call.offset + len(call.content)
            contents[call.file] = old[: call.offset] + call.content + old[end:]
        elif call.kind == "truncate":
            contents[call.file] = contents.get(call.file, b"")[: call.offset]
    return {path: contents.get(file, b"") for path, file in names.items()}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []
