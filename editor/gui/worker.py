"""Work done off the GUI thread, where only the newest request counts."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


class _Voice(QObject):
    """What the other thread tells by. It lives as long as that thread needs it.

    To emit a signal of an object that is just being destroyed is a segmentation fault.
    """

    ran = Signal(object, object, int)  # result or None, error or None, milliseconds


class Worker(QObject):
    """Calls `work` with the newest argument asked for; those overtaken meanwhile are dropped."""

    done = Signal(object)  # what `work` returned; like `failed`, on the GUI thread
    failed = Signal(Exception)

    def __init__(self, work: Callable[[Any], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.took = 0  # milliseconds, of the work that was told of last
        self._work = work
        self._newest: deque[object] = deque(maxlen=1)  # append and pop are atomic: no lock
        self._thread: ThreadPoolExecutor | None = None  # made when there is something to do
        self._is_stopped = False
        self._voice = _Voice()
        self._voice.ran.connect(self._report)

    def ask(self, argument: object) -> None:
        """Ask for `work(argument)`. Returns at once; after `stop` nothing comes of it."""
        self._newest.append(argument)
        if self._thread is None and not self._is_stopped:
            from concurrent.futures import ThreadPoolExecutor  # a window is drawn before it comes

            self._thread = ThreadPoolExecutor(max_workers=1)
        with suppress(RuntimeError):  # it was stopped: who asks is about to go too
            if self._thread is not None:
                self._thread.submit(_run, self._work, self._newest, self._voice)

    def stop(self) -> None:
        """Let the work under way finish, then end the thread."""
        self._is_stopped = True
        self._newest.clear()
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)

    @Slot(object, object, int)
    def _report(self, result: object, error: Exception | None, took: int) -> None:
        # On the GUI thread, as a method of a QObject that lives there; a lambda would not be.
        self.took = took
        if error:
            self.failed.emit(error)
        else:
            self.done.emit(result)


def _run(work: Callable[[Any], object], newest: deque[object], voice: _Voice) -> None:
    try:
        argument = newest.pop()
    except IndexError:  # an earlier run took the newest
        return
    began = time.perf_counter()
    try:
        result, error = work(argument), None
    except Exception as raised:  # told by `failed`: whatever it was, typing goes on
        result, error = None, raised
    took = round((time.perf_counter() - began) * 1000)
    voice.ran.emit(result, error, took)  # to nobody, where the worker has gone
