"""The posts of one folder as the window knows them, read by a process of their own."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.gui.library.folder_watch import FolderWatch
from editor.library.entry import Entry
from editor.library.hits import Hit
from editor.library.index import index_path
from editor.library.process import LibraryProcess

_CALM = 250  # milliseconds between two signals that entries changed, at least,
_SHARE = 15  # and as many times as long as showing them took


@dataclass(frozen=True)
class Answer:
    """Which posts have the words of a search in their text."""

    number: int  # of the question
    places: frozenset[str] | None  # None where only lines were asked for
    lines: dict[str, Hit]  # by place, of some of them; the lines are those of the files


class _Voice(QObject):
    """What the process's thread tells by: the library may just be being destroyed."""

    told = Signal(object, object)  # the process that told, and what


class PostLibrary(QObject):
    """Knows the posts of a folder and finds texts in them. Asking returns at once."""

    changed = Signal(object)  # entries by place that are others; None where some came or went
    progressed = Signal(int, int)  # posts read, of how many; both are the same at the end
    read = Signal()  # all that was new or changed has been read
    answered = Signal(object)  # an Answer
    failed = Signal()  # the folder is not read any more

    def __init__(self, cache: Path | None, parent: QObject | None = None) -> None:
        """`cache` is the folder for indexes; None keeps them in memory."""
        super().__init__(parent)
        self.folder: Path | None = None
        self.entries: dict[str, Entry] = {}
        self.is_read = False  # whether all that was new has been read
        self.is_listed = False  # whether each post of the folder is in `entries`
        self._cache = cache
        self._process: LibraryProcess | None = None
        self._asked = 0
        self._watch = FolderWatch(self)
        self._watch.looked.connect(self.look)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._tell_changed)
        self._is_changed = False
        self._others: dict[str, Entry] | None = {}  # what `changed` will tell
        self._voice = _Voice()
        self._voice.told.connect(self._take)

    def open(self, folder: Path) -> None:
        """Know the posts of `folder` from now on, and no others."""
        folder = folder.absolute()
        if folder == self.folder:
            return
        self.stop()
        self.folder, self.entries = folder, {}
        self.is_listed = self.is_read = False
        self._calm.stop()
        self._others = None
        self._tell_changed()
        index = index_path(self._cache, folder) if self._cache else None
        process = LibraryProcess(folder, index, lambda message: self._pass(process, message))
        self._process = process

    @Slot()
    def look(self) -> None:
        """Look what has become of the folder."""
        if self._process is not None:
            self._process.ask({"do": "look"})

    def find(self, words: Sequence[str]) -> int:
        """Ask in which posts the `words` stand; gives the number of the answer to come."""
        return self._ask({"do": "find", "words": list(words)})

    def find_lines(self, words: Sequence[str], places: Sequence[str]) -> int:
        """Ask for the lines with `words` in the posts at `places`."""
        return self._ask({"do": "lines", "words": list(words), "places": list(places)})

    def path(self, entry: Entry) -> Path:
        """The file of a post."""
        assert self.folder is not None
        return self.folder / entry.place

    def place(self, path: Path | None) -> str:
        """Where a file lies below the folder; "" where it does not."""
        if path is None or self.folder is None:
            return ""
        try:
            return path.absolute().relative_to(self.folder).as_posix()
        except ValueError:
            return ""

    @property
    def process_id(self) -> int:
        """Of the process that reads; 0 where there is none."""
        return self._process.id if self._process is not None else 0

    def stop(self) -> None:
        """Read no more."""
        process, self._process = self._process, None
        self._watch.watch(())
        if process is not None:
            process.stop()

    def _ask(self, question: dict[str, Any]) -> int:
        self._asked += 1
        if self._process is not None:
            self._process.ask({"number": self._asked, **question})
        return self._asked

    # On the process's thread

    def _pass(self, process: LibraryProcess, message: dict[str, Any]) -> None:
        told: Any = message
        if "entries" in message:
            entries = [Entry.of_row(row) for row in message["entries"]]
            told = {**message, "entries": {entry.place: entry for entry in entries}}
        elif "number" in message:
            places = message.get("places")
            lines = {
                place: Hit(line, text, tuple((start, end) for start, end in marks))
                for place, (line, text, marks) in message["lines"].items()
            }
            known = None if places is None else frozenset(places)
            told = {"answer": Answer(message["number"], known, lines)}
        self._voice.told.emit(process, told)

    # On the window's

    @Slot(object, object)
    def _take(self, process: LibraryProcess, message: dict[str, Any]) -> None:
        if process is not self._process:
            return
        entries, gone = message.get("entries", {}), message.get("gone", ())
        self._note_others(entries, gone)
        self.entries.update(entries)
        for place in gone:
            self.entries.pop(place, None)
        if "entries" in message or "gone" in message:
            self._note_change()
        if "listed" in message:
            self.is_listed = True
            self._note_change()
            self._watch.watch(self._folders())
        if "of" in message:
            self.progressed.emit(message["done"], message["of"])
        if "read" in message:
            self.is_read = True
            self._tell_changed()
            self.read.emit()
        if "answer" in message:
            self.answered.emit(message["answer"])
        if "failed" in message:
            self.failed.emit()

    def _folders(self) -> list[Path]:
        """The folders that hold posts."""
        assert self.folder is not None
        below = {place.rpartition("/")[0] for place in self.entries}
        return [self.folder, *(self.folder / place for place in sorted(below) if place)]

    def _note_others(self, entries: Mapping[str, Entry], gone: Sequence[str]) -> None:
        """These are about to change."""
        if gone or self._others is None or not self.entries.keys() >= entries.keys():
            self._others = None
        else:
            self._others |= entries

    def _note_change(self) -> None:
        """Tell of a change now, unless it was done a moment ago."""
        self._is_changed = True
        if not self._calm.isActive():
            self._tell_changed()

    @Slot()
    def _tell_changed(self) -> None:
        if self._is_changed or not self.entries:
            self._is_changed = False
            others, self._others = self._others, {}
            began = time.perf_counter()
            self.changed.emit(others)
            took = round((time.perf_counter() - began) * 1000)
            self._calm.start(max(_CALM, _SHARE * took))
