"""Words, reading time and language of the text, found off the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from editor.gui.worker import Worker
from editor.post import Post
from editor.prose import WordCounter


@dataclass(frozen=True)
class Counts:
    """What a text amounts to."""

    words: int
    minutes: int  # of reading, rounded up
    language: str  # an ISO 639 code, "" where unknown


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

    def stop(self) -> None:
        """Let the counting under way finish, then end the thread."""
        self._worker.stop()

    def _count(self, text: object) -> Counts:
        post = Post.parse(str(text))
        count = self._counter.count(post.body)
        return Counts(count.words, count.reading_minutes, post.language)
