"""The search in all posts, off the window's thread: what is found comes bit by bit."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from editor.finding import PatternError, Search, Wanted
from editor.post_search import NotReplaced, PostHits, Replaced, search_posts

_PACE = 0.15  # seconds between two reports
_MOST_HITS = 5_000  # that a list is to show


@dataclass(frozen=True)
class Progress:
    """How far a search has come."""

    number: int  # of the search
    posts: tuple[PostHits, ...] = ()  # found since the last report
    searched: int = 0
    is_done: bool = False
    is_cut: bool = False  # there is more than a list can show
    error: PatternError | None = None


class PostSearching(QObject):
    """Runs the newest search that was asked for, and writes; the rest is dropped at once."""

    progress = Signal(object)  # Progress
    written = Signal(object)  # what `write` gave, a list
    _ran = Signal(object)
    _wrote = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._ran.connect(self._report)
        self._wrote.connect(self._report_written)

    def start(
        self, folder: Path, wanted: Wanted, replacement: str | None, texts: Mapping[Path, str]
    ) -> None:
        """Look in the posts below `folder`; see `search_posts` for `texts`."""
        self.cancel()
        with suppress(RuntimeError):  # stopped: the window is about to go
            self._thread.submit(self._run, self._number, folder, wanted, replacement, dict(texts))

    def cancel(self) -> None:
        """Nothing more comes of what was asked for."""
        self._number += 1

    def write(self, work: Callable[[], list[Replaced | NotReplaced]]) -> None:
        """Do `work` in the thread; `written` follows."""
        self.cancel()
        with suppress(RuntimeError):
            self._thread.submit(self._write, work)

    def stop(self) -> None:
        """End the thread; a file that is being written is written."""
        self.cancel()
        self._thread.shutdown(cancel_futures=False)

    def _run(
        self,
        number: int,
        folder: Path,
        wanted: Wanted,
        replacement: str | None,
        texts: Mapping[Path, str],
    ) -> None:
        found: list[PostHits] = []
        searched = hits = 0
        told = time.monotonic()
        try:
            for searched, post in search_posts(folder, Search(wanted, replacement), texts):
                if number != self._number:
                    return
                if post is not None:
                    found.append(post)
                    hits += len(post.hits)
                if hits > _MOST_HITS:
                    self._tell(Progress(number, tuple(found), searched, is_done=True, is_cut=True))
                    return
                if time.monotonic() - told > _PACE:
                    self._tell(Progress(number, tuple(found), searched))
                    found, told = [], time.monotonic()
        except PatternError as error:
            self._tell(Progress(number, is_done=True, error=error))
            return
        self._tell(Progress(number, tuple(found), searched, is_done=True))

    def _write(self, work: Callable[[], list[Replaced | NotReplaced]]) -> None:
        result = work()
        if shiboken6.isValid(self):
            self._wrote.emit(result)

    def _tell(self, progress: Progress) -> None:
        if shiboken6.isValid(self):
            self._ran.emit(progress)

    @Slot(object)
    def _report(self, progress: Progress) -> None:
        if progress.number == self._number:
            self.progress.emit(progress)

    @Slot(object)
    def _report_written(self, result: object) -> None:
        self.written.emit(result)
