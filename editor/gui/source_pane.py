"""The Markdown source: the whole file, its front matter folded away behind the form."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget

from editor.gui.plain_text import copied, units
from editor.gui.posts.document import Document
from editor.gui.posts.views import View, view_of
from editor.gui.source.blanks import paint_blanks
from editor.gui.source.colours import Colours
from editor.gui.source.head_fold import HeadFold
from editor.gui.source.line_numbers import LineNumbers
from editor.gui.source.lines_in_view import Layer, LinesInView
from editor.gui.source.text_column import TextColumn
from editor.gui.theme import Theme, fill
from editor.site import Site

if TYPE_CHECKING:
    from editor.gui.source.incoming import Incoming
    from editor.gui.source.mirror_undo import MirrorUndo
    from editor.gui.writing.carets import Carets
    from editor.gui.writing.typing_keys import TypingKeys
    from editor.typography import Signs


class SourcePane(QPlainTextEdit):
    """Shows a document's text and takes the writer's keys. Line numbers are the file's."""

    caret_moved = Signal(int, int)  # line and column, from 0
    file_dropped = Signal(Path)
    images_offered = Signal(object, object)  # QImages or paths, pasted or dropped; a QTextCursor
    zoom_asked = Signal(int)  # steps
    menu_opening = Signal(QMenu, QTextCursor)  # to be filled; where in the text it opens
    drawn = Signal()  # for the first time

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Source"))
        self.setAccessibleDescription(self.tr("The post's text in Markdown"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self.theme = theme
        self.shown: Document | None = None  # by show_document
        self.site = Site(None, "commonmark")  # whose Markdown is written here
        self.signs: Signs | None = None  # how signs are set while they are typed
        self._is_drawn = False
        self._marks: dict[str, Sequence[QTextEdit.ExtraSelection]] = {}
        self._views: dict[Document, View] = {}
        # The caret, the scroll and how many lines are hidden, of documents shown before.
        self._places: dict[Document, tuple[QTextCursor, int, int]] = {}
        self.under_text: list[Layer] = []  # what else is painted, in this order
        self.over_text: list[Layer] = []
        self._colours = Colours(theme)
        self._head = HeadFold(self)
        self.in_view = LinesInView(self)
        self.numbers = LineNumbers(self)
        self.column = TextColumn(self)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._head.take_caret_out)  # Ctrl+A at the end moves no caret

    # What is shown

    def show_document(self, document: Document, *, has_form: bool = True) -> None:
        """Show `document`, where the writer last was in it; without a form, with its head."""
        if self.shown is document:
            return
        if self.shown is not None:
            scroll = self.verticalScrollBar().value()
            self._places[self.shown] = (self.textCursor(), scroll, self._head.hidden_lines)
        self.shown = document
        if "carets" in self.__dict__:
            self.carets.use(document)
        self._head.has_form = has_form
        if document not in self._views:
            self._views[document] = view_of(document)
        view = self._views[document]
        self._colours.use(document, view.qt)
        self.setDocument(view.qt)
        self.column.use(document)
        self.setReadOnly(document.is_read_only)
        new_place = (QTextCursor(view.qt), 0, 0)
        cursor, scroll, hidden_lines = self._places.get(document, new_place)
        self._head.use(document, hidden_lines)
        self.setTextCursor(cursor)
        self._follow_caret()
        self.verticalScrollBar().setValue(scroll)
        self.column.make_room()

    @Slot(object)
    def leave(self, document: Document) -> None:
        """Let go of `document`, which is closed in this window and may live on in another."""
        if document is self.shown:
            self._show_nothing()
        view = self._views.pop(document, None)
        if view is not None:
            view.leave()
        self._colours.leave(document)
        self._places.pop(document, None)

    def _show_nothing(self) -> None:
        """The window is about to close."""
        self.shown = None
        self._head.use(None)
        if "carets" in self.__dict__:
            self.carets.end()
        self.blockSignals(True)  # what follows is no news
        nothing = QTextDocument(self)
        nothing.setDocumentLayout(QPlainTextDocumentLayout(nothing))
        self.setDocument(nothing)
        self.column.use(None)
        self.in_view.tell_nothing()

    def look_at(self, site: Site) -> None:
        """Write as the generator of `site` reads it."""
        self.site = site

    def set_has_form(self, has_form: bool) -> None:
        """Whether a form shows the front matter; without one, its lines are not hidden."""
        self._head.has_form = has_form
        self._head.follow()
        self._follow_caret()

    def set_folded(self, folded: bool) -> None:
        """Hide or show the lines of the front matter."""
        self._head.is_folded = folded
        self._head.follow()
        self._follow_caret()
        if not folded:
            self.verticalScrollBar().setValue(0)

    def set_dialect(self, generator: str) -> None:
        """Colour the text in front as the Markdown of `generator` reads it."""
        self._colours.set_dialect(generator, self.shown)

    def hold_colours(self) -> None:
        """Colour no more than the first lines of what is shown, until `colour_rest`."""
        self._colours.hold()

    def colour_rest(self) -> None:
        """Colour everything, from now on."""
        self._colours.go_on()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.theme = theme
        self._colours.set_theme(theme)
        self.repaint_all()

    def go_to_line(self, line: int) -> None:
        """Put the caret on the file's `line` (from 0) and the focus here."""
        block = self.document().findBlockByNumber(max(0, min(line, self.blockCount() - 1)))
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def lines_between(self, start: int, end: int) -> list[str]:
        """The file's lines from `start` up to `end`, not included, or up to the last."""
        block, lines = self.document().findBlockByNumber(max(0, start)), []
        while block.isValid() and block.blockNumber() < end:
            lines.append(block.text())
            block = block.next()
        return lines

    def select_in_line(self, line: int, start: int, end: int) -> None:
        """Select the columns from `start` up to `end` of the file's `line`, and take the focus."""
        self.go_to_line(line)
        block = self.document().findBlockByNumber(line)
        text = block.text()
        self.select(*(block.position() + units(text[:column]) for column in (start, end)))

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, in Qt's units."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def shows(self, document: Document) -> bool:
        """Whether it is `document` that is shown."""
        return self.shown is document

    def reveal(self, start: int, end: int) -> None:
        """Select from `start` to `end`, in Qt's units, well inside what can be seen."""
        self.select(start, end)
        inside = self.viewport().rect().adjusted(0, 0, 0, -self.height() // 6)
        if not inside.contains(self.cursorRect()):
            self.centerCursor()

    def mark(self, topic: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Lay `marks` over the text, in the place of those about the same `topic`."""
        self._marks[topic] = marks
        self.setExtraSelections([mark for marks in self._marks.values() for mark in marks])

    @property
    def caret_line(self) -> int:
        """The file line the caret is on, from 0."""
        return self.textCursor().blockNumber()

    def repaint_all(self) -> None:
        """Draw text and numbers anew."""
        self.viewport().update()
        self.numbers.update()

    def first_position(self) -> int:
        """Where the text below the front matter that is hidden starts, in Qt's units."""
        return self._head.first_position()

    @Slot()
    def _follow_caret(self) -> None:
        if self._head.take_caret_out():
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        column = len(before.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        self.caret_moved.emit(cursor.blockNumber(), column)
        self.repaint_all()

    # Keys, wheel, files

    @cached_property
    def carets(self) -> "Carets":
        """The carets, and what runs commands at them."""
        from editor.gui.writing.carets import Carets  # not before the first key

        carets = Carets(self)
        self.over_text.append(lambda painter, _: carets.paint(painter, self.theme.accent))
        if self.shown is not None:
            carets.use(self.shown)
        return carets

    @cached_property
    def typing(self) -> "TypingKeys":
        """What the keys mean beyond Qt's own."""
        from editor.gui.writing.typing_keys import TypingKeys

        return TypingKeys(self)

    @cached_property
    def incoming(self) -> "Incoming":
        """What takes that which is pasted or dropped."""
        from editor.gui.source.incoming import Incoming  # not before there is some

        return Incoming(self)

    @cached_property
    def mirror_undo(self) -> "MirrorUndo":
        """Undo and redo, where the text is shown in several windows."""
        from editor.gui.source.mirror_undo import MirrorUndo  # not before the first key

        return MirrorUndo(self)

    @property
    def first_line(self) -> int:
        """The first of the file's lines that can be seen, from 0."""
        return self._head.hidden_lines

    @property
    def is_in_head(self) -> bool:
        """Whether the caret is in the front matter, which is no Markdown."""
        return self.shown is not None and self.caret_line < self.shown.head_lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's own keys; but what deletes backwards stops at the fold."""
        if self._head.stops(event):
            event.accept()
        elif not (self.mirror_undo.take(event) or self.typing.take(event)):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text of an input method, typed like any other."""
        if not self.typing.take_method(event):
            super().inputMethodEvent(event)

    def forget_preedit(self) -> None:
        """Take back what an input method shows of a text that is not typed yet."""
        super().inputMethodEvent(QInputMethodEvent())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Alt a block is selected, or another caret set; without it there is one again."""
        if not self.typing.take_mouse(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With Alt the block goes on that a press began."""
        if not (event.buttons() and self.typing.take_mouse(event)):
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and what others put into it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mirror_undo.mend_menu(menu)
        self.menu_opening.emit(menu, at)
        caret = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(caret if by_key else event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, cut or dragged: the very characters."""
        if "carets" in self.__dict__ and self.carets.are_several:
            return self.carets.copied()
        return copied(self.textCursor())

    def cut(self) -> None:
        """Cut what all carets select."""
        if not self.typing.cut():
            super().cut()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and images."""
        return self.incoming.is_rich(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, or take words that were dropped."""
        self.incoming.take(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file as well as text."""
        if not self.incoming.take_drag(event):
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A file is opened, not pasted as its address; an image is for the post."""
        if not self.incoming.take_drop(event):
            self.incoming.is_dropping = True
            super().dropEvent(event)
            self.incoming.is_dropping = False

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse between two rows means the nearer one."""
        if isinstance(event, QMouseEvent):
            event = self.in_view.on_a_row(event)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, in step with the preview."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers beside the text."""
        super().resizeEvent(event)
        self.column.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and say so."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self.in_view.tell()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The caret's line under the text, the blanks that matter over it."""
        painter = QPainter(self.viewport())
        line = self.in_view.caret_rect(self.viewport().width())
        fill(painter, line, self.theme.caret_line)
        blocks = self.in_view.blocks(event.rect())
        for layer in self.under_text:
            layer(painter, blocks)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self.theme.faint))
        painter.setFont(self.font())
        most = self.viewport().height() * 50
        for block, place in blocks:
            paint_blanks(painter, block, place, most)
        for layer in self.over_text:
            layer(painter, blocks)
        painter.end()  # now, not when nothing refers to it any longer
        if not self._is_drawn:
            self._is_drawn = True
            self.drawn.emit()
