"""Reads the posts of a folder in a process of its own: no post stops, slows or kills the window."""

import contextlib
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from editor import child_processes
from editor.render_messages import receive, send

_MOST_STARTS = 25  # of children, after ends that nobody wanted
_PATIENCE = 3  # ends without a post to blame, after which nothing is kept on the disk any more


class LibraryProcess:
    """The posts of one folder, as a child reads them. The child is replaced when it ends."""

    def __init__(
        self, folder: Path, index: Path | None, tell: Callable[[dict[str, Any]], object]
    ) -> None:
        """`index` is the file it is kept in, None for memory.

        `tell` gets each message of `Librarian`, on a thread of its own; {"failed": True} is the
        last one, when no child goes on for long.
        """
        self._folder, self._index, self._tell = folder, index, tell
        self._is_over = False
        self._process: subprocess.Popen[bytes] | None = None
        self._hopeless: list[str] = []
        self._lock = threading.Lock()  # of `_process` and `_is_over`
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def id(self) -> int:
        """The system's number for the child; 0 where there is none now."""
        process = self._process
        return process.pid if process is not None else 0

    def ask(self, question: dict[str, Any]) -> None:
        """Ask the child; the answer comes by `tell`. Returns at once."""
        with self._lock:
            if self._process is not None and self._process.stdin is not None:
                with contextlib.suppress(OSError):  # it has ended: the next one looks all through
                    send(self._process.stdin, question)

    def stop(self) -> None:
        """End the child. Nothing is told any more."""
        with self._lock:
            self._is_over = True
            if self._process is not None:
                self._process.kill()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        handle, noted = tempfile.mkstemp(prefix="blog-editor-")
        os.close(handle)
        try:
            blameless = 0
            for _ in range(_MOST_STARTS):
                if not self._serve(noted):
                    return
                place = os.fsdecode(Path(noted).read_bytes().split(b"\n")[0])
                if place and place not in self._hopeless:
                    self._hopeless.append(place)
                else:
                    blameless += 1
                if blameless == _PATIENCE:
                    self._index = None
            self._tell({"failed": True})
        except OSError:
            self._tell({"failed": True})
        finally:
            with contextlib.suppress(OSError):
                Path(noted).unlink()

    def _serve(self, noted: str) -> bool:
        """Start a child and pass its messages on until it ends; whether another is wanted."""
        process = self._start(noted)
        if process is None:
            return False
        assert process.stdout
        try:
            while True:
                message = receive(process.stdout)
                if self._is_over:
                    break
                self._tell(message)
        except (EOFError, OSError, ValueError):
            pass
        with self._lock:
            _end(process)
            self._process = None
            return not self._is_over

    def _start(self, noted: str) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._is_over:
                return None
            process = subprocess.Popen(
                _command(self._folder, self._index, noted),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=child_processes.FOLDER,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._process = process
            assert process.stdin
            with contextlib.suppress(OSError):
                send(process.stdin, {"hopeless": self._hopeless})
            return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    pipes: tuple[IO[bytes] | None, ...] = (process.stdin, process.stdout)
    for pipe in pipes:
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def _command(folder: Path, index: Path | None, noted: str) -> list[str]:
    """What starts a child."""
    arguments = str(folder), str(index or ""), noted
    return child_processes.command("editor.library.child", *arguments)
