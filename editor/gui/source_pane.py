"""The Markdown source: the whole file, its front matter folded away behind the form."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QMenu,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from editor.gui.highlighter import Highlighter
from editor.gui.line_height import SpacedLayout, on_a_row
from editor.gui.plain_text import copied, units
from editor.gui.posts.document import Document
from editor.gui.posts.views import View, view_of
from editor.gui.theme import Theme
from editor.site import Site

if TYPE_CHECKING:
    from editor.gui.writing.carets import Carets
    from editor.gui.writing.typing_keys import TypingKeys
    from editor.typography import Signs

_SEEN_BLANKS = {"\u00a0": "°", "\u202f": "°", "\t": "→"}
_HARD_BREAK = 2  # spaces at a line's end that make a line break in Markdown
_TOP_MARGIN = 8  # pixels
_VERY_LONG_LINE = 20_000  # characters
_COMBINING = "".join(map(chr, range(0x300, 0x370)))
_IMAGE_ENDINGS = frozenset(
    (".apng", ".avif", ".bmp", ".gif", ".jfif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".webp")
)
_DELETE_BACK = (Qt.Key.Key_Backspace,)

# Paints on the viewport, given the lines that can be seen, each with its place there.
Layer = Callable[[QPainter, list[tuple[QTextBlock, QRectF]]], object]


class SourcePane(QPlainTextEdit):
    """Shows a document's text and takes the writer's keys. Line numbers are the file's."""

    caret_moved = Signal(int, int)  # line and column, from 0
    scrolled_to = Signal(float)  # the file line in focus, see focus_line; not after scroll_to
    file_dropped = Signal(Path)
    images_offered = Signal(object, object)  # QImages or paths, pasted or dropped; a QTextCursor
    zoom_asked = Signal(int)  # steps
    number_clicked = Signal(int, int)  # a line of the file, and how far from the left, in pixels
    menu_opening = Signal(QMenu, QTextCursor)  # to be filled; where in the text it opens
    drawn = Signal()  # for the first time

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Source"))
        self.setAccessibleDescription(self.tr("The post's text in Markdown"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self._theme = theme
        self._document: Document | None = None
        self.site = Site(None, "commonmark")  # whose Markdown is written here
        self.signs: Signs | None = None  # how signs are set while they are typed
        self._is_dropping = False
        self._folded = True
        self._has_form = True
        self._is_drawn = False
        self._hidden_lines = 0
        self._marks: dict[str, Sequence[QTextEdit.ExtraSelection]] = {}
        self._following = False  # scrolling because the preview was scrolled
        self._views: dict[Document, View] = {}
        self._highlighters: dict[Document, Highlighter] = {}
        self._holds_colours = False
        # The caret, the scroll and how many lines are hidden, of documents shown before.
        self._places: dict[Document, tuple[QTextCursor, int, int]] = {}
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._tell_scroll)
        self._dialect = ""  # not known yet
        self._family, self._line_height, self._text_width = "", 1.0, 0
        self.under_text: list[Layer] = []  # what else is painted, in this order
        self.over_text: list[Layer] = []
        self.on_numbers: list[Layer] = []  # the same beside the text, with the line numbers
        self._numbers = _LineNumbers(self)
        self.set_zoom(0)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._stay_below_fold)  # Ctrl+A at the end moves no caret
        self._make_room()

    # What is shown

    def show_document(self, document: Document, *, has_form: bool = True) -> None:
        """Show `document`, where the writer last was in it; without a form, with its head."""
        if self._document is document:
            return
        if self._document is not None:
            place = (self.textCursor(), self.verticalScrollBar().value(), self._hidden_lines)
            self._places[self._document] = place
            self._document.text_changed.disconnect(self._fold)
        self._document = document
        if "carets" in self.__dict__:
            self.carets.use(document)
        self._has_form = has_form
        if document not in self._views:
            self._views[document] = view_of(document)
        view = self._views[document]
        if document not in self._highlighters and not document.is_long:
            self._highlighters[document] = Highlighter(
                view.qt, self._theme, self._dialect, is_held=self._holds_colours
            )
        self.setDocument(view.qt)
        self._set_letters()
        self.setReadOnly(document.is_read_only)
        new_place = (QTextCursor(view.qt), 0, 0)
        cursor, scroll, self._hidden_lines = self._places.get(document, new_place)
        self._fold()
        self.setTextCursor(cursor)
        self._follow_caret()
        self.verticalScrollBar().setValue(scroll)
        document.text_changed.connect(self._fold)
        self._make_room()

    @Slot(object)
    def leave(self, document: Document) -> None:
        """Let go of `document`, which is closed in this window and may live on in another."""
        if document is self._document:
            document.text_changed.disconnect(self._fold)
            self._show_nothing()
        view, highlighter = self._views.pop(document, None), self._highlighters.pop(document, None)
        if view is not None:
            view.leave()
        if highlighter is not None:
            highlighter.end()
        self._places.pop(document, None)

    def _show_nothing(self) -> None:
        """The window is about to close."""
        self._document = None
        if "carets" in self.__dict__:
            self.carets.end()
        self._hidden_lines = 0
        self.blockSignals(True)  # what follows is no news
        nothing = QTextDocument(self)
        nothing.setDocumentLayout(QPlainTextDocumentLayout(nothing))
        self.setDocument(nothing)
        self._scrolled.stop()

    def look_at(self, site: Site) -> None:
        """Write as the generator of `site` reads it."""
        self.site = site

    def set_has_form(self, has_form: bool) -> None:
        """Whether a form shows the front matter; without one, its lines are not hidden."""
        self._has_form = has_form
        self._fold()
        self._follow_caret()

    def set_folded(self, folded: bool) -> None:
        """Hide or show the lines of the front matter."""
        self._folded = folded
        self._fold()
        self._follow_caret()
        if not folded:
            self.verticalScrollBar().setValue(0)

    def set_dialect(self, generator: str) -> None:
        """Colour the text in front as the Markdown of `generator` reads it."""
        self._dialect = generator
        if self._document is not None and self._document in self._highlighters:
            self._highlighters[self._document].set_dialect(generator)

    def hold_colours(self) -> None:
        """Colour no more than the first lines of what is shown, until `colour_rest`."""
        self._holds_colours = True

    def colour_rest(self) -> None:
        """Colour everything, from now on."""
        self._holds_colours = False
        for highlighter in self._highlighters.values():
            highlighter.go_on()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for highlighter in self._highlighters.values():
            highlighter.set_theme(theme)
        self.viewport().update()
        self._numbers.update()

    def set_text_look(self, family: str, line_height: float) -> None:
        """Use the font `family`, "" for the system's fixed font, with rows `line_height` times as
        high as it says. Seen from the next `set_zoom` on.
        """
        self._family = family
        self._line_height = min(max(line_height, 1.0), 3.0)

    def set_text_width(self, characters: int) -> None:
        """Keep rows to `characters`, in the middle of the pane; 0 for as long as it is wide."""
        if characters != self._text_width:
            self._text_width = characters
            self._make_room()

    @property
    def row_height(self) -> float:
        """The pixels from a row to the next."""
        return self.fontMetrics().lineSpacing() * self._line_height

    def set_zoom(self, steps: int) -> None:
        """Make the letters `steps` points larger than the system's fixed font."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        if self._family:
            font.setFamilies([self._family, *font.families()])
        font.setPointSizeF(max(6.0, size + steps))
        self.setFont(font)
        self._set_letters()
        self._make_room()

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
        return self._document is document

    def reveal(self, start: int, end: int) -> None:
        """Select from `start` to `end`, in Qt's units, well inside what can be seen."""
        self.select(start, end)
        if (
            not self.viewport()
            .rect()
            .adjusted(0, 0, 0, -self.height() // 6)
            .contains(self.cursorRect())
        ):
            self.centerCursor()

    def top_line(self) -> float:
        """The file line at the top of the pane, with the part of it already scrolled away."""
        return self._line_at(0)

    def focus_line(self) -> float:
        """The file line that stands for the view: at its top third, at either end the outermost."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        row = self.row_height
        above, below = bar.value() * row, (bar.maximum() - bar.value()) * row
        return self._line_at(max(min(height / 3, above), height - below))

    def scroll_to(self, line: float) -> None:
        """Bring the file's `line` to the top third of the pane, as far as the text goes."""
        block = self.document().findBlockByNumber(min(int(line), self.blockCount() - 1))
        row = self.row_height
        bar = self.verticalScrollBar()
        self._following = True
        bar.setValue(block.firstLineNumber() - round(self.viewport().height() / 3 / row))
        # Lines above that were never drawn counted as one row each: look where it really is now.
        geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
        y = geometry.top() + (line - int(line)) * geometry.height()
        bar.setValue(bar.value() + round((y - self.viewport().height() / 3) / row))
        self._following = False
        self._scrolled.stop()  # where it came from is no news

    def _line_at(self, y: float) -> float:
        block = self.firstVisibleBlock()
        geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while geometry.bottom() < y and block.next().isValid():
            block = block.next()
            geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
        passed = (y - geometry.top()) / geometry.height() if geometry.height() else 0.0
        return block.blockNumber() + min(max(passed, 0.0), 1.0)

    def mark(self, topic: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Lay `marks` over the text, in the place of those about the same `topic`."""
        self._marks[topic] = marks
        self.setExtraSelections([mark for marks in self._marks.values() for mark in marks])

    @property
    def caret_line(self) -> int:
        """The file line the caret is on, from 0."""
        return self.textCursor().blockNumber()

    # Folding

    @Slot()
    def _fold(self) -> None:
        if self._document is None:
            return
        document = self._document
        lines = document.head_lines if self._folded and self._has_form else 0
        text = self.document()
        block = text.begin()
        changed = False
        for number in range(max(lines, self._hidden_lines)):
            if not block.isValid():
                break
            visible = number >= lines
            if block.isVisible() != visible:  # also a line that an edit put below the fold
                block.setVisible(visible)
                block.setLineCount(max(1, block.layout().lineCount()) if visible else 0)
                changed = True
            block = block.next()
        self._hidden_lines = lines
        if not changed:
            return
        layout = text.documentLayout()
        text.markContentsDirty(0, block.position() if block.isValid() else 0)
        layout.documentSizeChanged.emit(layout.documentSize())
        self.repaint_all()

    def repaint_all(self) -> None:
        """Draw text and numbers anew."""
        self.viewport().update()
        self._numbers.update()

    @property
    def theme(self) -> Theme:
        """The colours it is painted in."""
        return self._theme

    def first_position(self) -> int:
        """Where the text below the front matter that is hidden starts, in Qt's units."""
        return self.document().findBlockByNumber(self._hidden_lines).position()

    @Slot()
    def _follow_caret(self) -> None:
        if self._stay_below_fold():
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        column = len(before.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        self.caret_moved.emit(cursor.blockNumber(), column)
        self.viewport().update()
        self._numbers.update()

    @Slot()
    def _stay_below_fold(self) -> bool:
        """Take caret and selection out of what is folded away; False where they are out of it."""
        cursor, first = self.textCursor(), self.first_position()
        if min(cursor.position(), cursor.anchor()) >= first:
            return False
        anchor, position = max(cursor.anchor(), first), max(cursor.position(), first)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    # Keys, wheel, files

    @cached_property
    def carets(self) -> "Carets":
        """The carets, and what runs commands at them."""
        from editor.gui.writing.carets import Carets  # not before the first key

        carets = Carets(self)
        self.over_text.append(lambda painter, _: carets.paint(painter, self._theme.accent))
        if self._document is not None:
            carets.use(self._document)
        return carets

    @cached_property
    def typing(self) -> "TypingKeys":
        """What the keys mean beyond Qt's own."""
        from editor.gui.writing.typing_keys import TypingKeys

        return TypingKeys(self)

    @property
    def first_line(self) -> int:
        """The first of the file's lines that can be seen, from 0."""
        return self._hidden_lines

    @property
    def is_in_head(self) -> bool:
        """Whether the caret is in the front matter, which is no Markdown."""
        document = self._document
        return document is not None and self.caret_line < document.head_lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's own keys; but what deletes backwards stops at the fold."""
        at_fold = self._hidden_lines and not self.textCursor().hasSelection()
        if (
            at_fold
            and event.key() in _DELETE_BACK
            and self.textCursor().position() <= self.first_position()
        ):
            event.accept()
            return
        if self._is_mirror and event.matches(QKeySequence.StandardKey.Undo):
            self._step(QTextDocument.undo)
        elif self._is_mirror and event.matches(QKeySequence.StandardKey.Redo):
            self._step(QTextDocument.redo)
        elif not self.typing.take(event):
            super().keyPressEvent(event)

    @property
    def _is_mirror(self) -> bool:
        """Whether the undo history is another's than that of what is shown."""
        return self._document is not None and self.document() is not self._document.qt

    def _step(self, step: Callable[[QTextDocument, QTextCursor], object]) -> None:
        """Undo or redo in the document, and go where that was."""
        if self._document is None or self.isReadOnly():
            return
        caret, own = QTextCursor(self._document.qt), self.textCursor()
        caret.setPosition(own.position())
        step(self._document.qt, caret)
        own.setPosition(caret.position())
        self.setTextCursor(own)
        self.ensureCursorVisible()

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
        if self._is_mirror and self._document is not None:
            self._mend_menu(menu, self._document.qt)
        self.menu_opening.emit(menu, at)
        caret = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(caret if by_key else event.globalPos())

    def _mend_menu(self, menu: QMenu, history: QTextDocument) -> None:
        """Let undo and redo of Qt's menu be those of the document."""
        undo, redo = QTextDocument.undo, QTextDocument.redo
        for name, step, is_available in (
            ("edit-undo", undo, history.isUndoAvailable()),
            ("edit-redo", redo, history.isRedoAvailable()),
        ):
            action = menu.findChild(QAction, name)
            if action is not None:
                action.setEnabled(is_available and not self.isReadOnly())
                action.triggered.connect(partial(self._step, step))

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
        is_rich = source.hasHtml() or bool(_images_in(source))
        return is_rich or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, or take what was dropped: rich text as Markdown, an address as a link.

        What to do with an image is for others to say.
        """
        images = _images_in(source)
        if images:
            self.images_offered.emit(images, self.textCursor())
        elif self._is_dropping:  # Qt is in the midst of an edit: that of the document waits for it
            self.textCursor().insertText(self.typing.words_of(source)[0])
        else:
            self.typing.paste(source)

    def paste_plain(self) -> None:
        """Paste the clipboard's text as it is."""
        self.typing.paste(QGuiApplication.clipboard().mimeData(), is_plain=True)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse between two rows means the nearer one."""
        layout = self.document().documentLayout()
        if isinstance(event, QMouseEvent) and isinstance(layout, SpacedLayout) and layout.is_spaced:
            block = self.document().findBlockByNumber(int(self._line_at(event.position().y())))
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            event = on_a_row(event, block, place.top())
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, in step with the preview."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file as well as text."""
        if _dropped_file(event) or _images_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A file is opened, not pasted as its address; an image is for the post."""
        images = _images_in(event.mimeData())
        path = _dropped_file(event)
        if images:
            event.acceptProposedAction()
            place = self.cursorForPosition(event.position().toPoint())
            self.images_offered.emit(images, place)
        elif path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
        else:
            self._is_dropping = True
            super().dropEvent(event)
            self._is_dropping = False

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The caret's line under the text, the blanks that matter over it."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.caret_rect(self.viewport().width()), QColor(self._theme.caret_line))
        blocks = self.visible_blocks(event.rect())
        for layer in self.under_text:
            layer(painter, blocks)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.faint))
        painter.setFont(self.font())
        for block, geometry in blocks:
            self._paint_blanks(painter, block, geometry)
        for layer in self.over_text:
            layer(painter, blocks)
        painter.end()  # now, not when nothing refers to it any longer
        if not self._is_drawn:
            self._is_drawn = True
            self.drawn.emit()

    def caret_rect(self, width: int) -> QRectF:
        """The caret's whole line, in the viewport's pixels, `width` pixels wide."""
        block = self.textCursor().block()
        geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
        return QRectF(0, geometry.top(), width, geometry.height())

    def visible_blocks(self, area: QRect) -> list[tuple[QTextBlock, QRectF]]:
        """The lines that can be seen in `area`, each with its place in the viewport."""
        found = []
        block = self.firstVisibleBlock()
        while block.isValid():
            geometry = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if geometry.top() > area.bottom():
                break
            if block.isVisible() and geometry.bottom() >= area.top():
                found.append((block, geometry))
            block = block.next()
        return found

    def _paint_blanks(self, painter: QPainter, block: QTextBlock, geometry: QRectF) -> None:
        text = block.text()
        trailing = len(text) - len(text.rstrip(" "))
        ends = range(len(text) - trailing, len(text)) if trailing >= _HARD_BREAK else range(0)
        marks = [(place, "·") for place in ends]
        marks += [
            (place, mark)
            for blank, mark in _SEEN_BLANKS.items()
            for place in _places_of(blank, text, self.viewport().height() * 50)
        ]
        for place, mark in marks:
            line = block.layout().lineForTextPosition(place)
            if line.isValid():
                x = geometry.left() + _x_of(line, place)
                painter.drawText(
                    QPoint(round(x), round(geometry.top() + line.y() + line.ascent())), mark
                )

    # Line numbers

    def numbers_width(self) -> int:
        """How many pixels the line numbers take."""
        digits = max(2, len(str(self.blockCount())))
        return 20 + self.fontMetrics().horizontalAdvance("9") * digits

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the line numbers beside the lines that can be seen."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(self._theme.paper))
        painter.fillRect(self.caret_rect(self._numbers.width()), QColor(self._theme.caret_line))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        blocks = self.visible_blocks(event.rect())
        for block, geometry in blocks:
            current = block.blockNumber() == self.caret_line
            painter.setPen(QColor(self._theme.muted if current else self._theme.faint))
            number, row = str(block.blockNumber() + 1), block.layout().lineAt(0)
            x = self._numbers.width() - 6 - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(x, geometry.top() + row.y() + row.ascent()), number)
        for layer in self.on_numbers:
            layer(painter, blocks)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers beside the text."""
        super().resizeEvent(event)
        if self._text_width:
            self._make_room()
        self._place_numbers()

    def _make_room(self) -> None:
        side = self._side()
        self.setViewportMargins(side + self.numbers_width(), _TOP_MARGIN, side, 0)
        self._place_numbers()

    def _side(self) -> int:
        """The pixels that stay free at either side of the numbers and the text."""
        if not self._text_width:
            return 0
        row = self.fontMetrics().horizontalAdvance("x") * self._text_width
        text = round(row + 2 * self.document().documentMargin() + self.cursorWidth())
        bar = self.verticalScrollBar().sizeHint().width()
        return max(0, (self.contentsRect().width() - self.numbers_width() - text - bar) // 2)

    def _place_numbers(self) -> None:
        area = self.contentsRect().adjusted(self._side(), _TOP_MARGIN, 0, 0)
        self._numbers.setGeometry(area.left(), area.top(), self.numbers_width(), area.height())

    def _set_letters(self) -> None:
        layout = self.document().documentLayout()
        if isinstance(layout, SpacedLayout):
            layout.set_line_height(self._line_height)
        font = QFont(self.font())
        if self._document is not None and _is_simple(self._document.text):
            font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self.document().setDefaultFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))

    @Slot(QRect, int)
    def _scroll_numbers(self, area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, then say so, once for all the steps that Qt may make of it."""
        super().scrollContentsBy(dx, dy)
        if dy and not self._following:
            self._scrolled.start()

    @Slot()
    def _tell_scroll(self) -> None:
        self.scrolled_to.emit(self.focus_line())


class _LineNumbers(QWidget):
    """The column of line numbers; the source pane knows what stands in it."""

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source

    def sizeHint(self) -> QSize:
        return QSize(self._source.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._source.paint_numbers(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number puts the caret on its line."""
        place = event.position().toPoint()
        cursor = self._source.cursorForPosition(QPoint(0, place.y()))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self._source.setTextCursor(cursor)
        self._source.setFocus()
        self._source.number_clicked.emit(cursor.blockNumber(), place.x())


def _places_of(character: str, text: str, at_most: int) -> list[int]:
    places: list[int] = []
    place = text.find(character)
    while place >= 0 and len(places) < at_most:
        places.append(place)
        place = text.find(character, place + 1)
    return places


def _is_simple(text: str) -> bool:
    """Whether a line is so long that the letters go without the font's fine points while one types.

    At each key Qt lays the whole line anew: one of 100 kB takes 14 ms so, and 25 ms otherwise.
    Scripts that need their font's rules keep them; a text with combining marks does as well.
    """
    if len(text) < _VERY_LONG_LINE or any(mark in text for mark in _COMBINING):
        return False
    return max(map(len, text.split("\n"))) >= _VERY_LONG_LINE


def _x_of(line: QTextLine, place: int) -> float:
    x = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]


def _dropped_file(event: QDropEvent) -> Path | None:
    """The local file that is being dropped, if it is one."""
    for url in event.mimeData().urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


def _images_in(source: QMimeData) -> Sequence[QImage | Path]:
    """The files that are images where all files are, else the picture of one without a text."""
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    if files:
        return files if all(file.suffix.lower() in _IMAGE_ENDINGS for file in files) else ()
    if source.hasImage() and not source.hasText():
        image = source.imageData()
        return [image] if isinstance(image, QImage) and not image.isNull() else ()
    return ()
