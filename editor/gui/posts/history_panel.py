"""The earlier versions of a post: when they were replaced, how they differ, and the way back."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor import history
from editor.disk import FileError
from editor.encoding import decode
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.texts_dialog import Button, Choice, Comparison, TextsDialog, moment
from editor.history import Version, Why


class HistoryPanel(QObject):
    """Shows the earlier versions of the post in front, and puts one back as an edit."""

    def __init__(self, posts: OpenPosts, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._window = window

    def show(self) -> TextsDialog:
        """List the versions of the post in front."""
        document = self._posts.current
        folder = self._posts.safekeeping.history
        versions = history.versions(folder, document.path) if document.path else []
        choices = [
            Choice(
                moment(version.time, exact=True),
                self._why(version),
                partial(self._compare, document, version),
            )
            for version in versions
        ]
        name = self._posts.name(document)
        explained = self.tr(
            "Each save and each reload keeps the version before for 30 days, "
            "outside your site's folder. Bringing one back is a change that can be undone."
        )
        if not versions:
            explained = self.tr("{name} has no earlier versions yet.").format(name=name)
        back = Button(
            self.tr("Bring this version back"),
            lambda rows: self._bring_back(document, versions[rows[0]]),
            is_default=True,
        )
        title = self.tr("Earlier versions of {name}").format(name=name)
        dialog = TextsDialog(title, explained, choices, [back], self._window)
        dialog.show()
        return dialog

    def _why(self, version: Version) -> str:
        texts = {
            Why.SAVED_OVER: self.tr("replaced by your save"),
            Why.THEIRS_SAVED_OVER: self.tr("of another program, replaced by your save"),
            Why.RELOADED: self.tr("replaced by another program"),
            Why.GIVEN_UP: self.tr("your unsaved text, given up for the file's"),
        }
        return texts[version.why]

    def _compare(self, document: Document, version: Version) -> Comparison:
        titles = moment(version.time, exact=True), self.tr("Now")
        return Comparison(titles, (self._text(version), document.text))

    def _bring_back(self, document: Document, version: Version) -> None:
        if document in self._posts.documents:
            document.replace_text(self._text(version))

    def _text(self, version: Version) -> str:
        """The text of a version. Raises ValueError, in words."""
        try:
            content = history.content(self._posts.safekeeping.history, version.sha256)
        except (FileError, ValueError) as error:
            raise ValueError(self.tr("This version can no longer be read.")) from error
        return decode(content, version.encoding).text
