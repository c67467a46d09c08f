"""Posts too long for form and preview to follow each key: both wait until the writer asks."""

from weakref import WeakSet

from PySide6.QtCore import QObject, Signal, Slot

from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts


class LongPosts(QObject):
    """Says which posts of a window are shown without form, preview and counts, and tells why."""

    asked = Signal()  # the post in front is to have them

    def __init__(self, posts: OpenPosts, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._posts = posts
        self._messages = messages
        self._asked: WeakSet[Document] = WeakSet()
        posts.current_changed.connect(self.tell)

    def holds(self, document: Document) -> bool:
        """Whether form and preview wait: of a very long post always, of a long one until asked."""
        return document.is_very_long or (document.is_long and document not in self._asked)

    @Slot()
    def ask(self) -> None:
        """Show form and preview of the post in front after all, unless it is very long."""
        self._asked.add(self._posts.current)
        self.tell(self._posts.current)
        self.asked.emit()

    @Slot(object)
    def tell(self, document: Document) -> None:
        """Say what `document`, the post in front, is shown without."""
        self._messages.clear("long")
        ways = []
        if document.is_very_long:
            text = self.tr(
                "{name} is very long: it is shown as plain text, without form, preview, colours "
                "and counts. What you type is kept aside every two seconds."
            )
        elif self.holds(document):
            text = self.tr(
                "{name} is long: form, preview and counts wait until you ask for them. Its source "
                "has no colours, and what you type is kept aside every two seconds."
            )
            ways = [Way(self.tr("Show form and preview"), self.ask)]
        elif document.is_long:
            text = self.tr(
                "{name} is long: its source has no colours, and what you type is kept aside "
                "every two seconds."
            )
        else:
            return
        self._messages.show_banner("long", text.format(name=self._posts.name(document)), ways)
