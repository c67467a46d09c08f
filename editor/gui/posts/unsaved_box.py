"""The one question that stops the writer: what is to become of text that is not saved."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

_ROOM_AT_THE_ENDS = 24  # pixels of a button

translate = QCoreApplication.translate


def ask_unsaved(window: QWidget, names: Sequence[str]) -> QMessageBox.StandardButton:
    """Whether to save the posts of these names, to discard their changes, or to cancel."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("unsaved_box", "Unsaved changes"))
    box.setTextFormat(box.textFormat().PlainText)
    box.setText(translate("unsaved_box", "These changes are not saved yet:"))
    box.setInformativeText("\n".join(names))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    box.button(buttons.Save).setText(translate("unsaved_box", "Save"))
    box.button(buttons.Discard).setText(translate("unsaved_box", "Don't save"))
    box.button(buttons.Cancel).setText(translate("unsaved_box", "Cancel"))
    kept = translate("unsaved_box", "What you do not save is kept aside for 30 days.")
    box.button(buttons.Discard).setToolTip(kept)
    for button in box.buttons():  # the box has measured the words of Qt
        button.setMinimumWidth(button.sizeHint().width() + _ROOM_AT_THE_ENDS)
    return buttons(box.exec())
