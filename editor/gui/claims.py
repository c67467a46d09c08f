"""Which posts this program has open, told to its other runs, and how they are asked to show one."""

import json
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor import locks, recovery
from editor.locks import HeldError, Lock

_PATIENCE = 1000  # milliseconds for another run to answer


class Address(QObject):
    """Where other runs of the program reach this one."""

    asked = Signal(Path)  # another run asks to show this post

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(f"blog-editor-{os.getpid()}-{os.urandom(8).hex()}")

    @property
    def name(self) -> str:
        """What to ask for; "" where the system let us have none."""
        return self._server.serverName() if self._server.isListening() else ""

    def close(self) -> None:
        """Be reached no more."""
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.readyRead.connect(lambda connection=connection: self._read(connection))
            connection.disconnected.connect(connection.deleteLater)

    def _read(self, connection: QLocalSocket) -> None:
        if connection.canReadLine():
            line = bytes(connection.readLine().data())
            connection.write(b"shown\n")
            connection.flush()
            connection.disconnectFromServer()
            with suppress(ValueError):  # whoever asked does not speak our way
                self.asked.emit(Path(os.fsdecode(bytes.fromhex(line.decode("ascii")))))


def claim(folder: Path, path: Path, address: str) -> Lock:
    """Hold the post at `path` for this run, reached at `address`. Raises HeldError."""
    return locks.hold(folder / f"{recovery.post_key(path)}.lock", _note(address))


def is_own(error: HeldError, address: str) -> bool:
    """Whether it is this very run, reached at `address`, that holds the post."""
    return error.note == _note(address)


def ask_to_show(error: HeldError, path: Path) -> bool:
    """Have the run that holds the post show it; False where it does not answer within a second."""
    socket = QLocalSocket()
    socket.connectToServer(str(_facts(error.note).get("address", "")))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(os.fsencode(path.absolute()).hex().encode() + b"\n")
    return socket.waitForReadyRead(_PATIENCE)


def _note(address: str) -> str:
    return json.dumps({"pid": os.getpid(), "address": address})


def _facts(note: str) -> dict[str, object]:
    try:
        facts = json.loads(note)
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
