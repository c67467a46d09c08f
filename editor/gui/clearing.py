"""The cross in a search box that empties it, with a name for who cannot see it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QToolButton


def add_cross(box: QLineEdit) -> None:
    """Let `box` have a cross while something is typed in it."""
    box.setClearButtonEnabled(True)
    for button in box.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("SearchBox", "Clear"))
