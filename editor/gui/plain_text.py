"""What a text document of Qt holds, to the character; Qt's own plain text is not exact.

`toPlainText`, and what is copied by default, turn no-break spaces into spaces and U+2028 into line
ends. The raw text has U+2029 for line ends, which is why no text of ours holds that character.
"""

import shiboken6
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument


def text_of(document: QTextDocument) -> str:
    """The text of `document`, its lines ending with `\\n`."""
    return document.toRawText().replace("\u2029", "\n")


def units(text: str) -> int:
    """The length of `text` as Qt counts it: a character beyond U+FFFF counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def copied(cursor: QTextCursor) -> QMimeData:
    """The text that `cursor` selects, for the clipboard or to be dragged."""
    mime = QMimeData()
    mime.setText(cursor.selectedText().replace("\u2029", "\n"))
    return mime


def let_go_of_the_clipboard() -> None:
    """Give Qt the copied text as an object of its own; to be called before Python ends.

    Qt destroys what the clipboard holds when the process exits, and what `copied` made would
    then ask a Python that is no more (a crash seen with PySide6 6.11).
    """
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if held is not None and shiboken6.createdByPython(held):
        clipboard.setText(clipboard.text())
