"""Who colours the texts of a source pane: a highlighter for each that was shown in it."""

from PySide6.QtGui import QTextDocument

from editor.gui.posts.document import Document
from editor.gui.source.highlighter import Highlighter
from editor.gui.theme import Theme


class Colours:
    """Colours the documents that are shown, save long ones."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._dialect = ""  # not known yet
        self._is_held = False
        self._highlighters: dict[Document, Highlighter] = {}

    def use(self, document: Document, text: QTextDocument) -> None:
        """Colour `text`, in which `document` is shown, from now on."""
        if document not in self._highlighters and not document.is_long:
            self._highlighters[document] = Highlighter(
                text, self._theme, self._dialect, is_held=self._is_held
            )

    def leave(self, document: Document) -> None:
        """Colour `document` no more."""
        highlighter = self._highlighters.pop(document, None)
        if highlighter is not None:
            highlighter.end()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for highlighter in self._highlighters.values():
            highlighter.set_theme(theme)

    def set_dialect(self, generator: str, document: Document | None) -> None:
        """Colour `document`, and those to come, as the Markdown of `generator` reads them."""
        self._dialect = generator
        if document is not None and document in self._highlighters:
            self._highlighters[document].set_dialect(generator)

    def hold(self) -> None:
        """Colour no more than the first lines of what is shown, until `go_on`."""
        self._is_held = True

    def go_on(self) -> None:
        """Colour everything, from now on."""
        self._is_held = False
        for highlighter in self._highlighters.values():
            highlighter.go_on()
