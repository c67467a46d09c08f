"""The short guide, with the keys as they are now, in a quiet window beside the post."""

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from editor import resources
from editor.gui.theme import Theme, theme_of

_SIZE = (720, 640)  # pixels
_KEYS = re.compile(r"\{key:(\w+)\}")
_WORDS_OF = ("en", "fr")
_STYLE = """
body {{ font-size: 15px; line-height: 150%; color: {text}; }}
h1 {{ font-size: 24px; }}
h2 {{ font-size: 18px; }}
code {{ color: {accent}; background: {accent_ground}; }}
th {{ text-align: left; color: {muted}; }}
td, th {{ padding: 3px 18px 3px 0; }}
"""


class Guide(QDialog):
    """Shows the guide. It loads nothing and opens nothing; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("A short guide"))
        self.resize(*_SIZE)
        self._page = _Page(self)
        self._page.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def show_for(self, actions: Mapping[str, QAction], language: str = "") -> None:
        """Show it with the keys of these actions, in the `language` of the window."""
        from editor.rendering.renderer import article

        none = self.tr("in the menu")
        text = with_keys(guide_text(language), actions, none)
        document = self._page.document()
        document.setDefaultStyleSheet(_style(theme_of(self.palette())))
        self._page.setHtml(f"<body>{article(text, 'commonmark')}</body>")
        self.show()
        self.raise_()
        self.activateWindow()
        self._page.setFocus()

    @property
    def shown(self) -> str:
        """The text of what is shown."""
        return self._page.toPlainText()


def guide_text(language: str = "") -> str:
    """The guide in `language`, or in that of the program; in English where there is no other."""
    wanted = language or QLocale().name().partition("_")[0]
    return resources.text("help", f"guide-{wanted if wanted in _WORDS_OF else 'en'}.md")


def with_keys(text: str, actions: Mapping[str, QAction], none: str) -> str:
    """`text` with the keys that each `{key:name}` stands for; `none` for a command without."""

    def keys(found: re.Match[str]) -> str:
        action = actions.get(found[1])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if action else ""
        return f"`` {shown} ``" if shown else none

    return _KEYS.sub(keys, text)


def _style(theme: Theme) -> str:
    return _STYLE.format(
        text=theme.text,
        accent=theme.accent,
        accent_ground=theme.accent_ground,
        muted=theme.muted,
    )


class _Page(QTextBrowser):
    """A text to read: nothing is loaded, wherever an address leads."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(28)

    def loadResource(self, _type: int, _name: QUrl | str | Path) -> None:
        """Nothing."""
