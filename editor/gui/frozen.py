"""What a frozen program must do by itself: start other programs with the system's libraries."""

import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from editor.child_processes import environment_for_others

_SCHEMES = ("file", "http", "https", "mailto")


class OtherPrograms(QObject):
    """Opens what Qt would open with the libraries of this program, on which others may fail."""

    def listen(self) -> None:
        """From now on, where that is needed."""
        if getattr(sys, "frozen", False) and sys.platform == "linux":
            for scheme in _SCHEMES:
                QDesktopServices.setUrlHandler(scheme, self, "open")  # type: ignore[arg-type]

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Have the desktop open `url`."""
        environment = QProcessEnvironment()
        for name, value in environment_for_others().items():
            environment.insert(name, value)
        process = QProcess()
        process.setProgram("xdg-open")
        process.setArguments([bytes(url.toEncoded().data()).decode("ascii")])
        process.setProcessEnvironment(environment)
        process.startDetached()
