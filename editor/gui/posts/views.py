"""A document's text as one pane shows it, laid out and folded apart from other panes.

Qt lays a text document out once: two panes with one would wrap its lines at the wider of them, and
fold them alike. So the first pane shows the document's own text, and each further one a mirror.
"""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor import edits
from editor.edits import Edit
from editor.gui import qt_units
from editor.gui.posts.document import Document, edit_of, text_document


class View(QObject):
    """The document's own text: keys go straight into it, as if there were no other pane."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        document.is_shown = True

    @property
    def qt(self) -> QTextDocument:
        """What the pane is to show."""
        return self._document.qt

    def leave(self) -> None:
        """No pane shows it any more. What was folded in it is seen again by the next."""
        self._document.is_shown = False
        block = self.qt.begin()
        while block.isValid():
            if not block.isVisible():
                set_visible(block, True)
            block = block.next()
        self.deleteLater()


class Mirror(View):
    """A copy of the text that follows each edit, and hands on what is typed into it.

    It has no undo history: there is one, the document's, whichever pane its steps were made in.
    """

    def __init__(self, document: Document) -> None:
        QObject.__init__(self, document)
        self._document = document
        self._qt = text_document(document.text, self)
        self._qt.setUndoRedoEnabled(False)
        self._qt_revision = self._qt.revision()
        self._is_ours = False  # the edit under way comes from here, or goes here
        self._run = 0  # the number of the row of keys that are one step to undo
        self._last = Edit(-1, -1, "")
        document.edited.connect(self._follow)
        self._qt.contentsChange.connect(self._hand_on)

    @property
    def qt(self) -> QTextDocument:
        """What the pane is to show."""
        return self._qt

    def leave(self) -> None:
        """No pane shows it any more."""
        self._document.edited.disconnect(self._follow)
        self._qt.contentsChange.disconnect(self._hand_on)
        self.deleteLater()

    # What is typed here

    @Slot(int, int, int)
    def _hand_on(self, position: int, removed: int, added: int) -> None:
        # Colours and folding arrive here too; only an edit counts up Qt's revision.
        if self._qt.revision() == self._qt_revision:
            return
        self._qt_revision = self._qt.revision()
        if self._is_ours:
            return
        document = self._document
        edit = edit_of(self._qt, document.text, document.units, position, removed, added)
        if document.text[edit.start : edit.end] == edit.new:
            return  # colours that are taken away count it up too
        if not _goes_on(self._last, edit):
            self._run += 1
        self._last = edit
        self._is_ours = True
        document.apply([edit], f"typed:{id(self)}:{self._run}")
        self._is_ours = False
        if not self._is_true:  # the document has not taken it
            QTimer.singleShot(0, self._mend)

    # What is done elsewhere

    @Slot(object)
    def _follow(self, edit: Edit) -> None:
        if self._is_ours:
            return
        self._last = Edit(-1, -1, "")
        document = self._document
        start = document.units.of(edit.start)
        grown = document.units.total - (self._qt.characterCount() - 1)
        self._replace(start, start + qt_units.length(edit.new) - grown, edit.new)
        self._mend()

    @property
    def _is_true(self) -> bool:
        """Whether it is as long as the document: by each edit alike, it is the same then."""
        return self._document.units.total == self._qt.characterCount() - 1

    @Slot()
    def _mend(self) -> None:
        """Show what the document holds; never needed, as far as is known."""
        if not self._is_true:
            self._replace(0, self._qt.characterCount() - 1, self._document.text)

    def _replace(self, start: int, end: int, new: str) -> None:
        """Put `new` from `start` to `end`, in Qt's units; what stays of it keeps its carets."""
        cursor = QTextCursor(self._qt)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        old = cursor.selectedText().replace("\u2029", "\n")
        changes = edits.diff(old, new)
        places = [place for change in changes for place in (change.start, change.end)]
        units = qt_units.from_code_points(old, places, is_wide=qt_units.is_wide(old))
        self._is_ours = True
        cursor.beginEditBlock()
        for number in reversed(range(len(changes))):
            cursor.setPosition(start + units[2 * number])
            cursor.setPosition(start + units[2 * number + 1], QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(changes[number].new)
        cursor.endEditBlock()
        self._is_ours = False


def view_of(document: Document) -> View:
    """A view of `document` for one more pane."""
    return Mirror(document) if document.is_shown else View(document)


def set_visible(block: QTextBlock, is_visible: bool) -> None:
    """Show or hide a line of what a pane shows; laying it out anew is for the caller."""
    block.setVisible(is_visible)
    block.setLineCount(max(1, block.layout().lineCount()) if is_visible else 0)


def _goes_on(last: Edit, edit: Edit) -> bool:
    """Whether `edit` is one more key of those that Qt makes one step of: typed, or deleted."""
    if "\n" in edit.new or "\n" in last.new:
        return False
    if edit.start == edit.end and last.start == last.end:
        return edit.start == last.start + len(last.new)
    is_deletion = not edit.new and not last.new
    return is_deletion and last.start in (edit.start, edit.end)
