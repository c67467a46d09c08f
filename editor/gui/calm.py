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

    def timerEvent(self, event: QTimerEvent) -> None:
        """Call, and measure."""
        began = time.perf_counter()
        super().timerEvent(event)
        took = round((time.perf_counter() - began) * 1000)
        self.setInterval(max(_SHORTEST, min(took * _SHARE, _LONGEST)))
