"""Runs the command that builds a site."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

_PATIENCE = 3_000  # milliseconds to end after being asked to
_MOST_OUTPUT = 400_000  # characters kept


class Building(QObject):
    """One run of a command, without a shell, in a group of processes of its own."""

    told = Signal(str)  # more of its output
    ended = Signal(int)  # its exit code; -1 where it could not be started, or was stopped

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.output = ""
        self.is_stopped = False  # by the writer
        self.has_started = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        if sys.platform != "win32":
            parameters = QProcess.UnixProcessParameters()
            parameters.flags = QProcess.UnixProcessFlag.CreateNewSession
            self._process.setUnixProcessParameters(parameters)
        self._process.readyRead.connect(self._read)
        self._process.started.connect(self._note_start)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)
        self._group = 0
        self._kill = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._kill.timeout.connect(lambda: self._signal_group("SIGKILL"))

    @property
    def is_running(self) -> bool:
        """Whether the command has not ended yet."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, command: list[str], folder: Path) -> None:
        """Run `command` in `folder`. `ended` follows."""
        self.output, self.is_stopped, self.has_started = "", False, False
        self._process.setWorkingDirectory(str(folder))
        # Nothing can be typed: a command that asks gets the end of its input.
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.start(command[0], command[1:])

    def stop(self) -> None:
        """End the command and all that it has started."""
        if self.is_running:
            self.is_stopped = True
            self._signal_group("SIGTERM")
            self._kill.start()

    def close(self) -> None:
        """End it now: the window goes."""
        if self.is_running:
            self.is_stopped = True
            self._signal_group("SIGKILL")
            self._process.waitForFinished(_PATIENCE)

    def _signal_group(self, name: str) -> None:
        if sys.platform == "win32":
            QProcess.startDetached("taskkill", ["/F", "/T", "/PID", str(self._group)])
        elif self._group > 0:
            with suppress(OSError):  # it has ended
                os.killpg(self._group, getattr(signal, name))

    @Slot()
    def _note_start(self) -> None:
        self.has_started = True
        self._group = self._process.processId()

    @Slot()
    def _read(self) -> None:
        text = bytes(self._process.readAll().data()).decode("utf-8", "replace")
        self.output = (self.output + text)[-_MOST_OUTPUT:]
        self.told.emit(text)

    @Slot(int, QProcess.ExitStatus)
    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        self._kill.stop()
        if not self.is_stopped:
            self._group = 0
        else:
            self._signal_group("SIGKILL")  # what is left of it
        crashed = status == QProcess.ExitStatus.CrashExit
        self.ended.emit(-1 if crashed or self.is_stopped else code)

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1)
