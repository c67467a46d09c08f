"""What Git says of a site's files, through the user's own `git`; commits of files that were chosen.

A site may come from anybody, and so may the settings in its `.git`: they can name programs to run
on mere looking (`core.fsmonitor`, hooks, filters of `.gitattributes`). So states are read with
commands that read the index and trees alone, and contents are compared here. What a commit runs is
the writer's wish, and the writer's repository. Sources: git-config(1), gitattributes(5).
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from editor.child_processes import environment_for_others

_PATIENCE = 20.0  # seconds for a question
_COMMIT_PATIENCE = 300.0  # seconds: hooks may check a whole site
_QUIET = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
)
_STEP = 0.1  # seconds between two looks whether a commit is to be stopped
_ENTRY = re.compile(rb"\d+ ([0-9a-f]+) \d\t([^\0]+)\0((?:  [^\n]*\n)*)")
_MTIME = re.compile(rb"mtime: (\d+):(\d+)")
_SIZE = re.compile(rb"size: (\d+)")
_LARGEST = 64 << 20  # bytes of a file that is compared


def is_installed() -> bool:
    """Whether there is a `git` to ask."""
    return shutil.which("git") is not None


class State(StrEnum):
    """How a file differs from the last commit."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"


class GitError(Exception):
    """What `git` could not do; the text is git's own, for the writer."""


@dataclass(frozen=True)
class Repository:
    """A work tree of Git."""

    root: Path

    @classmethod
    def find(cls, folder: Path) -> "Repository | None":
        """The repository that holds `folder`; None where there is none, or no `git`."""
        try:
            told = _ask(folder, "rev-parse", "--show-toplevel")
        except GitError:
            return None
        return cls(Path(os.fsdecode(told.rstrip(b"\n"))))

    def own_name(self, folder: Path) -> Path:
        """The path of `folder` as the repository has it: without links, in its own case.

        Raises GitError.
        """
        told = _ask(folder, "rev-parse", "--show-prefix")
        return self.root / os.fsdecode(told.rstrip(b"\n"))

    def states(self, folder: Path) -> dict[Path, State]:
        """The files below `folder` that differ from the last commit. Raises GitError."""
        found = dict.fromkeys(self._others(folder), State.NEW)
        for path, status in self._staged(folder):
            found[path] = State.NEW if status == "A" else State.CHANGED
        for path, entry in self._differing(folder):
            if not os.path.lexists(path):
                found[path] = State.DELETED
            elif path not in found and entry.differs_from(path):
                found[path] = State.CHANGED
        return found

    def committed(self, path: Path) -> bytes | None:
        """The content of `path` in the last commit; None where it holds none. Raises GitError."""
        name = self._name(path)
        try:
            return _ask(self.root, "cat-file", "blob", f"HEAD:{name}")
        except GitError:
            if self._is_committed(name):
                raise
            return None

    def commit(
        self, paths: Sequence[Path], message: str, stopped: threading.Event | None = None
    ) -> str:
        """Commit `paths`, and nothing else that may be staged; gives git's words. Raises GitError.

        Runs what the repository sets to be run at a commit: hooks, filters, signatures. All of it
        ends once `stopped` is set.
        """
        names = [self._name(path) for path in paths]
        present = [name for name in names if os.path.lexists(self.root / name)]
        if present:
            _run(self.root, ("add", "--", *present), _COMMIT_PATIENCE, stopped)
        arguments = ("commit", "-m", message, "--", *names)
        told = _run(self.root, arguments, _COMMIT_PATIENCE, stopped)
        return told.decode("utf-8", "replace").strip()

    def _name(self, path: Path) -> str:
        # The folder is resolved, the file is not: a link is committed as one.
        try:
            inside = (path.parent.resolve() / path.name).relative_to(self.root.resolve())
        except ValueError as error:
            raise GitError(f"{path} is not in the repository {self.root}") from error
        return inside.as_posix()

    def _is_committed(self, name: str) -> bool:
        try:
            return bool(_ask(self.root, "ls-tree", "-z", "HEAD", "--", name))
        except GitError:  # there is no commit yet
            return False

    def _others(self, folder: Path) -> Iterator[Path]:
        told = _ask(folder, "ls-files", "-z", "-o", "--exclude-standard", "--full-name", "--", ".")
        return (self.root / os.fsdecode(name) for name in told.split(b"\0") if name)

    def _staged(self, folder: Path) -> Iterator[tuple[Path, str]]:
        options = ("--cached", "--name-status", "--no-renames", "--no-ext-diff", "-z")
        try:
            told = _ask(folder, "diff-index", *options, "HEAD", "--", ".")
        except GitError:  # there is no commit yet: all that is staged is new
            told = _ask(folder, "ls-files", "-z", "--cached", "--full-name", "--", ".")
            told = b"".join(b"A\0" + name + b"\0" for name in told.split(b"\0") if name)
        parts = told.split(b"\0")
        for status, name in zip(parts[::2], parts[1::2], strict=False):
            if status != b"D":  # told of the work tree
                yield self.root / os.fsdecode(name), status.decode("ascii", "replace")

    def _differing(self, folder: Path) -> Iterator[tuple[Path, "_Entry"]]:
        """The files of the index that were written since: one in thousands is worth a `Path`."""
        told = _ask(folder, "ls-files", "-z", "-s", "--debug", "--full-name", "--", ".")
        root = f"{self.root}{os.sep}"
        for name, entry in _entries(told):
            try:
                status = os.lstat(root + name)
            except OSError:
                yield self.root / name, entry
                continue
            if (status.st_mtime_ns, status.st_size) != (entry.mtime_ns, entry.size):
                yield self.root / name, entry


@dataclass(frozen=True)
class _Entry:
    """What the index holds of a file."""

    blob: str
    mtime_ns: int
    size: int

    def differs_from(self, path: Path) -> bool:
        try:
            status = path.lstat()
            if path.is_symlink() or not path.is_file() or status.st_size > _LARGEST:
                return not path.is_symlink()
            content = path.read_bytes()
        except OSError:
            return True
        # With `core.autocrlf` the commit holds other line ends than the file.
        versions = (content, content.replace(b"\r\n", b"\n"))
        return all(_blob(version, self.blob) != self.blob for version in versions)


def _blob(content: bytes, like: str) -> str:
    """The name Git gives `content`, by the kind of hash that `like` is.

    Source: "Git Objects" in the Git book
    """
    digest = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return digest(b"blob %d\0" % len(content) + content).hexdigest()


def _entries(told: bytes) -> Iterator[tuple[str, _Entry]]:
    """The entries that `ls-files -s --debug -z` prints: name, NUL, then lines of facts."""
    for blob, name, facts in _ENTRY.findall(told):
        mtime, size = _MTIME.search(facts), _SIZE.search(facts)
        nanoseconds = int(mtime[1]) * 10**9 + int(mtime[2]) if mtime else -1
        length = int(size[1]) if size else -1
        yield os.fsdecode(name), _Entry(blob.decode("ascii"), nanoseconds, length)


def _ask(folder: Path, *arguments: str) -> bytes:
    """What a `git` that runs nothing of the repository's answers. Raises GitError."""
    return _run(folder, (*_QUIET, *arguments), _PATIENCE)


def _run(
    folder: Path,
    arguments: Iterable[str],
    patience: float,
    stopped: threading.Event | None = None,
) -> bytes:
    command = ("git", "--no-pager", "--literal-pathspecs", *arguments)
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,  # so that what it runs can be ended with it
        )
    except OSError as error:
        raise GitError(str(error.strerror)) from error
    with process:
        said, complained = _heard(process, patience, stopped)
    if process.returncode:
        told = (complained or said).decode("utf-8", "replace").strip()
        raise GitError(told or f"git ended with {process.returncode}")
    return said


def _heard(
    process: "subprocess.Popen[bytes]", patience: float, stopped: threading.Event | None
) -> tuple[bytes, bytes]:
    """What a process says and complains of. Ends it, and raises GitError, when time is up."""
    end = time.monotonic() + patience
    while True:
        left = end - time.monotonic()
        if left <= 0 or (stopped is not None and stopped.is_set()):
            _end(process)
            raise GitError("stopped" if left > 0 else f"git did not answer within {patience:.0f} s")
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=min(left, _STEP) if stopped is not None else left)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End `git`, which removes its locks at this signal, and what it runs."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        process.kill()
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


def _environment() -> dict[str, str]:
    environment = {
        **environment_for_others(),
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "none",  # nothing is fetched, whatever a repository asks for
        "GIT_NO_LAZY_FETCH": "1",
    }
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        environment.pop(name, None)
    return environment
