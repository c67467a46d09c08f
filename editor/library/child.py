"""The process that reads the posts of a folder for `editor.library.process`."""

import contextlib
import os
import queue
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

from editor.library.index import discard, open_index, tidy
from editor.library.librarian import Librarian, Message
from editor.limits import lift_time, limit_memory, limit_time
from editor.render_messages import receive, send

_DEADLINE = 20  # seconds for a step of the work: a post that takes longer ends this process
_REST = 0.3  # seconds after a question in which another is waited for: somebody is typing


def main() -> None:
    """Serve the folder that the arguments name, until nobody asks any more.

    They are the folder, the file of the index or "" for none, and a file for the place of the post
    that is being read.
    """
    folder, index_path, noted = sys.argv[-3:]
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the editor to answer
    limit_memory()
    path = Path(index_path) if index_path else None
    with contextlib.suppress(BrokenPipeError, EOFError), Path(noted).open("wb", 0) as note:
        hopeless = receive(questions)["hopeless"]
        index = open_index(path)
        try:
            librarian = Librarian(Path(folder), index, _Note(note), hopeless)
            first = chain(librarian.known(), librarian.look(), _tidying(path))
            _serve(librarian, first, questions, answers)
        except sqlite3.OperationalError:  # locked, or the disk is full: it is there another time
            raise
        except sqlite3.DatabaseError:  # damaged
            index.close()
            discard(path)
            raise
        index.close()


class _Note:
    """Writes down which post is being read: who reads it knows what ended this process."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._length = 0

    def __call__(self, place: str) -> None:
        line = os.fsencode(place) + b"\n"
        self._file.seek(0)
        self._file.write(line.ljust(self._length))
        self._length = max(self._length, len(line))


def _tidying(index: Path | None) -> Iterator[None]:
    """The last step of the work: to throw away what is of no use any more beside the index."""
    if index is not None:
        tidy(index.parent, time.time())
    yield None


def _serve(
    librarian: Librarian,
    first: Iterator[Message | None],
    questions: IO[bytes],
    answers: IO[bytes],
) -> None:
    """Work, and answer between two steps of it; `first` is the work to begin with."""
    asked: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    held: list[Message | None] = []
    threading.Thread(target=_listen, args=(questions, asked), daemon=True).start()
    work: Iterator[Message | None] | None = first
    rest = 0.0
    while True:
        question = _next(asked, held, None if work is None else rest)
        rest = _REST if question else 0.0
        if question is None:
            return
        limit_time(_DEADLINE)
        if question.get("do") == "look":
            work = librarian.look()
        elif question:
            send(answers, librarian.answer(question))
        elif work is not None:
            message = next(work, _END)
            if message is _END:
                work = None
            elif message is not None:
                send(answers, message)
        lift_time()


_END: Message = {}


def _next(
    asked: "queue.SimpleQueue[Message | None]", held: list[Message | None], seconds: float | None
) -> Message | None:
    """The next question, {} where none comes in that time (None: ever), None after the last.

    Of searches typed faster than they are answered, the newest counts; what was asked behind it is
    `held` for the next time.
    """
    try:
        question = held.pop() if held else asked.get(seconds != 0, seconds)
        while _is_search(question) and not asked.empty():
            newer = asked.get_nowait()
            if not _is_search(newer):
                held.append(newer)
                break
            question = newer
    except queue.Empty:
        return {}
    return question


def _is_search(question: Message | None) -> bool:
    return question is not None and question.get("do") == "find"


def _listen(questions: IO[bytes], asked: "queue.SimpleQueue[Any]") -> None:
    with contextlib.suppress(EOFError, ValueError, OSError):
        while True:
            asked.put(receive(questions))
    asked.put(None)
