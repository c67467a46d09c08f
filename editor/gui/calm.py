"""Waits for the writer to pause."""

import time

from PySide6.QtCore import QObject, QTimer, QTimerEvent

_SHORTEST, _LONGEST = 80, 2500  # milliseconds after the last key
_SHARE = 5  # as long as what follows takes, at least, it is waited before


class Calm(QTimer):
    """Its `timeout` comes once after the last `start`, at a pause of the keys.

    The longer what it called took the last time, the longer a pause it waits for: a post that is
    slow to read is not read between two keys.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, singleShot=True, interval=_SHORTEST)
        self._here = self._elsewhere = 0  # milliseconds that it took on this thread, on others

    def allow_for(self, milliseconds: int) -> None:
        """What was called has gone on on another thread, which took so long."""
        self._elsewhere = milliseconds
        self._fit()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Call, and measure."""
        began = time.perf_counter()
        super().timerEvent(event)
        self._here = round((time.perf_counter() - began) * 1000)
        self._fit()

    def _fit(self) -> None:
        took = self._here + self._elsewhere
        self.setInterval(max(_SHORTEST, min(took * _SHARE, _LONGEST)))
