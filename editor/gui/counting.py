"""Words, reading time and language of the text, found off the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui.worker import Worker
from editor.post import Post
from editor.prose import WordCounter

_REST = 60  # milliseconds


@dataclass(frozen=True)
class Counts:
    """What a text amounts to."""

    words: int
    minutes: int  # of reading, rounded up
    language: str  # an ISO 639 code, "" where unknown
    characters: int = 0  # code points that are read


class Counting(QObject):
    """Counts the newest text it is given; those overtaken meanwhile are dropped."""

    counted = Signal(object)  # Counts

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = WordCounter()
        self._worker = Worker(self._count, self)
        self._worker.done.connect(self.counted)

    def count(self, text: str) -> None:
        """Count `text`, a whole file. Returns at once."""
        self._worker.ask(text)

    @property
    def took(self) -> int:
        """The milliseconds that the last count took."""
        return self._worker.took

    def stop(self) -> None:
        """Let the counting under way finish, then end the thread."""
        self._worker.stop()

    def _count(self, text: object) -> Counts:
        post = Post.parse(str(text))
        count = self._counter.count(post.body)
        return Counts(count.words, count.reading_minutes, post.language, count.length)


class SelectionCounting(QObject):
    """Counts what is selected in the source, once the selection rests."""

    counted = Signal(object)  # Counts, None where nothing is selected

    def __init__(self, source: QPlainTextEdit) -> None:
        super().__init__(source)
        self._source = source
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        self._worker = Worker(_counted, self)
        self._worker.done.connect(self._tell)
        source.selectionChanged.connect(self._follow)

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    @Slot()
    def _follow(self) -> None:
        if self._source.textCursor().hasSelection():
            self._rest.start()
        else:
            self._rest.stop()
            self.counted.emit(None)

    @Slot()
    def _ask(self) -> None:
        self._worker.ask(self._source.textCursor().selectedText().replace("\u2029", "\n"))

    @Slot(object)
    def _tell(self, counts: Counts) -> None:
        if self._source.textCursor().hasSelection():
            self.counted.emit(counts)


def _counted(selected: object) -> Counts:
    count = WordCounter().count(str(selected))
    return Counts(count.words, count.reading_minutes, "", count.length)
