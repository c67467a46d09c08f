"""Setting the typographic signs of a selection or a post, after a look at what would change."""

from functools import partial

from PySide6.QtCore import QObject

from editor.edits import Edit, apply
from editor.gui import qt_units
from editor.gui.messages import Messages
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.texts_dialog import Button, Choice, Comparison, TextsDialog
from editor.gui.source_pane import SourcePane
from editor.typography import mended, signs_of

_TOPIC = "typography"


class Typography(QObject):
    """Sets signs in the post in front, once the writer has seen the changes."""

    def __init__(self, source: SourcePane, posts: OpenPosts, messages: Messages) -> None:
        super().__init__(source)
        self._source = source
        self._posts = posts
        self._messages = messages

    def show(self, language: str) -> TextsDialog | None:
        """Show what would change in the selection, or else in the post, written in `language`."""
        document = self._posts.current
        signs = signs_of(language)
        self._messages.clear(_TOPIC)
        if signs is None:
            self._say(self.tr("Signs can be set in French and English posts: name it in `lang`."))
            return None
        edits = mended(document.text, *self._span(document), signs)
        if not edits or document.is_read_only:
            self._say(self.tr("All signs are set as they should be."))
            return None
        return self._ask(document, edits)

    def _ask(self, document: Document, edits: list[Edit]) -> TextsDialog:
        text = document.text
        titles = self.tr("Now"), self.tr("With the signs set")
        comparison = Comparison(titles, (text, apply(text, edits)))
        number = len(edits)
        note = self.tr("1 change") if number == 1 else self.tr("{number} changes")
        choice = Choice(self._posts.name(document), note.format(number=number), lambda: comparison)
        dialog = TextsDialog(
            self.tr("Typographic signs"),
            self.tr("Quotes, apostrophes, dashes and spaces; code, tags and addresses stay."),
            [choice],
            [Button(self.tr("Set them"), partial(self._set, document, text, edits), True)],
            self._source.window(),
        )
        dialog.open()
        return dialog

    def _set(self, document: Document, text: str, edits: list[Edit], _rows: list[int]) -> None:
        if document.text != text:
            raise ValueError(self.tr("The post has changed meanwhile. Close this and try again."))
        document.apply(edits)

    def _span(self, document: Document) -> tuple[int, int]:
        cursor, text = self._source.textCursor(), document.text
        if not cursor.hasSelection():
            return 0, len(text)
        places = cursor.selectionStart(), cursor.selectionEnd()
        start, end = qt_units.to_code_points(text, places, is_wide=qt_units.is_wide(text))
        return start, end

    def _say(self, text: str) -> None:
        self._messages.show_banner(_TOPIC, text)
