"""Looks at the files of a site off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.gui.worker import Worker

_SOON = 300  # milliseconds after which the writer is told that it takes a while


@dataclass(frozen=True)
class _Question:
    work: Callable[[], object]
    then: Callable[[Any], object]


class SiteReader(QObject):
    """Asks one question at a time; of several the newest is answered."""

    took_long = Signal()
    ended = Signal()  # also where it failed
    failed = Signal(Exception)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._newest: _Question | None = None
        self._worker: Worker | None = None  # made with the first question
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.took_long)

    def ask(self, work: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Have `work` done by another thread, and call `then` with what it gave."""
        if self._worker is None:
            self._worker = Worker(_answer, self)
            self._worker.done.connect(self._take)
            self._worker.failed.connect(self._give_up)
        self._newest = _Question(work, then)
        self._soon.start()
        self._worker.ask(self._newest)

    def forget(self) -> None:
        """Nobody waits for the answer any more."""
        self._newest = None
        self._soon.stop()

    def stop(self) -> None:
        """End; no answer comes any more."""
        self.forget()
        if self._worker is not None:
            self._worker.stop()

    @Slot(object)
    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        question: _Question = answer[0]
        if question is self._newest:
            self.forget()
            self.ended.emit()
            question.then(answer[1])

    @Slot(Exception)
    def _give_up(self, error: Exception) -> None:
        self.forget()
        self.ended.emit()
        self.failed.emit(error)


def _answer(question: object) -> tuple[_Question, object]:
    assert isinstance(question, _Question)
    return question, question.work()
