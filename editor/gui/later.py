"""What a window does once it has been drawn: bit by bit, so that keys get in between."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance, Slot

_AT_THE_LATEST = 500  # milliseconds: a window that starts minimized is not drawn at all


class Later(QObject):
    """Steps of building a window, each done when its turn comes, in the order given.

    Nothing runs before `begin`, which the window's first drawing calls. Then comes one step for
    each turn of the event loop. Who needs what a step builds calls `finish`, and has it at once.
    """

    def __init__(self, parent: QObject, before: Callable[[], object] = lambda: None) -> None:
        """`before` is called ahead of each step, which may keep the event loop for a while."""
        super().__init__(parent)
        self._before = before
        self._steps: deque[Callable[[], object]] = deque()
        self._is_over = False
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)
        self._latest = QTimer(self, interval=_AT_THE_LATEST, singleShot=True)
        self._latest.timeout.connect(self.begin)
        self._latest.start()

    def then(self, step: Callable[[], object]) -> None:
        """Do `step` after those given before; at once where they are done."""
        if self._is_over:
            step()
        else:
            self._steps.append(step)

    def hold(self, signal: SignalInstance, at_most: int) -> None:
        """As a step: let the next ones wait for `signal`, `at_most` milliseconds."""
        self._next.stop()
        signal.connect(self.begin, Qt.ConnectionType.SingleShotConnection)
        self._latest.start(at_most)

    def finish(self) -> None:
        """Do now what is left."""
        while self._steps:
            self._before()
            self._steps.popleft()()
        self._end()

    @Slot()
    def begin(self) -> None:
        """Go on from now on, once events that wait have been dealt with."""
        self._latest.stop()
        if not self._is_over:
            self._next.start()

    def _go_on(self) -> None:
        if self._steps:
            self._before()
            self._steps.popleft()()
        if not self._steps:
            self._end()

    def _end(self) -> None:
        self._is_over = True
        self._next.stop()
        self._latest.stop()
