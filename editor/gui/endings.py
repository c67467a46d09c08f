"""How the program ends when it is not the writer who ends it: with every text on the disk."""

import os
import signal
import socket
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_FOR_TEXTS = 0.6  # seconds until the process ends even if the window's thread does not answer
_FOR_THE_REST = 0.3  # seconds more, to close what is open


class Endings(QObject):
    """Hears signals of the system and the end of the session, and has the texts kept at once.

    A thread of its own waits for signals, so that a window that is busy does not keep the process
    alive: what its journal wrote last is on the disk.
    """

    _heard = Signal(int)

    def __init__(self, app: QGuiApplication, flush: Callable[[], object]) -> None:
        """`flush` puts all unsaved texts on the disk before it returns."""
        super().__init__(app)
        self._app = app
        self._flush = flush
        self._is_kept = threading.Event()
        self._number = 0  # of the signal that ends the program
        self._heard.connect(self._end)
        app.commitDataRequest.connect(self._keep)
        app.aboutToQuit.connect(self._keep)

    def listen(self, early: int = 0) -> None:
        """From now on, end as the system's signals ask for; to be called once, in `main`.

        `early` is the number of a signal that came before, 0 for none.
        """
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            if hasattr(signal, name):
                # Python's own handler runs when the loop comes back to Python; the number of the
                # signal is in the socket before that.
                signal.signal(getattr(signal, name), lambda _number, _frame: None)
        threading.Thread(target=self._wait, name="signals", daemon=True).start()
        if early:
            signal.raise_signal(early)  # now it is heard

    def leave(self) -> None:
        """End the process here and now if a signal asked for that; to be called after the loop.

        The windows are still open then: to take them down would take time, and may crash.
        """
        if self._number:
            os._exit(128 + self._number)

    def _wait(self) -> None:
        known = {getattr(signal, name, None) for name in _SIGNALS}
        while True:
            number = self._ear.recv(1)[0]
            if number in known:
                break
        self._heard.emit(number)
        if self._is_kept.wait(_FOR_TEXTS):
            threading.Event().wait(_FOR_THE_REST)
        os._exit(128 + number)

    @Slot(int)
    def _end(self, number: int) -> None:
        self._keep()
        self._number = number
        self._app.exit(128 + number)

    @Slot()
    def _keep(self) -> None:
        self._flush()
        self._is_kept.set()
