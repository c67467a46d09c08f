"""Texts of posts and files on labels and in tooltips: never taken for HTML."""

from PySide6.QtGui import Qt  # with mightBeRichText, which the one of QtCore lacks
from PySide6.QtWidgets import QLabel, QWidget


class FlatLabel(QLabel):
    """A text that is never taken for HTML."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def flat_tip(text: str) -> str:
    """`text` as a tooltip; Qt would take a text with tags for HTML, and load its images."""
    import html  # its list of entities takes long

    return f"<span>{html.escape(text)}</span>" if Qt.mightBeRichText(text) else text
