"""The carets of the source pane: the pane's own, and more of them where the writer set some."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui import qt_units
from editor.gui.posts.document import Document
from editor.writing.carets import Command, next_occurrence, typing

_MOST = 2000  # carets; each key acts at all of them
_WIDTH = 2  # pixels
_SELECTED = 70  # how opaque the colour of a selection is over its words, of 255
_Move = QTextCursor.MoveOperation
_Mode = QTextCursor.MoveMode


class Carets(QObject):
    """Runs commands at all carets as one undo step, and draws those that are not the pane's own."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__(pane)
        self._pane = pane
        self._document: Document | None = None
        self._others: list[QTextCursor] = []
        self._corner: tuple[int, int] | None = None  # line and column where a block starts
        self._reach = (0, 0)  # where it ends

    def use(self, document: Document) -> None:
        """Act on `document`, with one caret."""
        self._document = document
        self.end()

    @property
    def are_several(self) -> bool:
        """Whether there is more than the pane's own."""
        return bool(self._others)

    def run(self, command: Command, group: str = "") -> bool:
        """Run `command` at each caret, as one undo step; False where it does nothing.

        Steps in a row with the same `group` become one.
        """
        document = self._document
        if document is None or document.is_read_only:
            return False
        cursors = self._ordered()
        selections = [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]
        own = cursors.index(self._pane.textCursor()) if len(cursors) > 1 else 0
        after = document.format(selections, command, group)
        if after is None:
            return False
        for cursor, (start, end) in zip(cursors, after, strict=True):
            cursor.setPosition(start)
            cursor.setPosition(end, _Mode.KeepAnchor)
        self._set(cursors, own)
        return True

    def end(self) -> bool:
        """Leave the pane's own caret alone; False where it was alone."""
        self._corner = None
        if not self._others:
            return False
        self._others.clear()
        self._pane.viewport().update()
        return True

    def add_next(self, first: int) -> None:
        """Select the caret's word; asked again, also where it stands next, from `first` on.

        The search is for the very characters, and begins anew at the end of the text.
        """
        cursor = self._pane.textCursor()
        document = self._document
        if document is None or len(self._others) >= _MOST:
            return
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self._pane.setTextCursor(cursor)
            return
        text, words = document.text, cursor.selectedText().replace("\u2029", "\n")
        wide = qt_units.is_wide(text)
        places = qt_units.to_code_points(text, (first, cursor.selectionEnd()), is_wide=wide)
        found = next_occurrence(text, words, places[1], places[0])
        span = qt_units.from_code_points(text, (found, found + len(words)), is_wide=wide)
        if found < 0 or any(each.selectionStart() == span[0] for each in self._ordered()):
            return
        self._others.append(cursor)
        self._pane.setTextCursor(_cursor(self._pane, span[0], span[1]))
        self._pane.viewport().update()

    def move(self, operation: _Move, mode: _Mode) -> None:
        """Move all carets alike; those that meet become one."""
        cursors = self._ordered()
        own = cursors.index(self._pane.textCursor())
        for cursor in cursors:
            cursor.movePosition(operation, mode)
        self._set(cursors, own)

    def select_block(self, corner: QTextCursor | None, to: QTextCursor, columns: int = 0) -> None:
        """Select from the column of `corner` to that of `to`, on each line between them.

        Without a `corner` the block goes on that was begun, and reaches `columns` further.
        """
        place = (to.blockNumber(), to.positionInBlock() + columns)
        if corner is not None:
            self._corner = (corner.blockNumber(), corner.positionInBlock() + columns)
        corner_line, corner_column = self._corner or place
        self._reach = place
        lines = range(min(corner_line, place[0]), max(corner_line, place[0]) + 1)[:_MOST]
        cursors = [
            _span(self._pane.document().findBlockByNumber(line), corner_column, place[1])
            for line in lines
        ]
        self._set(cursors, len(cursors) - 1 if place[0] >= corner_line else 0)
        self._corner = (corner_line, corner_column)

    def grow_block(self, lines: int, columns: int, first_line: int) -> None:
        """Make the block selection reach further by lines or columns, not above `first_line`."""
        if self._corner is None:
            cursor = self._pane.textCursor()
            anchor = _cursor(self._pane, cursor.anchor(), cursor.anchor())
            self._corner = (anchor.blockNumber(), anchor.positionInBlock())
            self._reach = (cursor.blockNumber(), cursor.positionInBlock())
        last = self._pane.blockCount() - 1
        line = min(max(self._reach[0] + lines, first_line), last)
        column = max(0, self._reach[1] + columns)
        block = self._pane.document().findBlockByNumber(line)
        start = _cursor(self._pane, block.position(), block.position())
        self.select_block(None, start, column)

    def paste_lines(self, text: str) -> bool:
        """Give each caret a line of `text`, where there are as many; False where there are not."""
        lines = text.removesuffix("\n").split("\n")
        cursors = self._ordered()
        if len(cursors) < 2 or len(lines) != len(cursors):
            return False
        mine = iter(lines)
        return self.run(lambda *given: typing(next(mine))(*given))

    def copied(self) -> QMimeData:
        """What all carets select, a line for each."""
        mime = QMimeData()
        words = [cursor.selectedText() for cursor in self._ordered()]
        mime.setText("\n".join(words).replace("\u2029", "\n"))
        return mime

    def paint(self, painter: QPainter, colour: str) -> None:
        """Draw the carets that Qt does not, and what they select."""
        for cursor in self._others:
            if cursor.block().isVisible():
                self._paint_one(painter, cursor, colour)

    def _paint_one(self, painter: QPainter, cursor: QTextCursor, colour: str) -> None:
        if cursor.hasSelection():
            ends = [
                self._pane.cursorRect(_cursor(self._pane, place, place))
                for place in (cursor.selectionStart(), cursor.selectionEnd())
            ]
            wash = QColor(colour)
            wash.setAlpha(_SELECTED)
            right = self._pane.viewport().width()
            for top in range(ends[0].top(), ends[1].top() + 1, max(1, ends[0].height())):
                left = ends[0].left() if top == ends[0].top() else 0
                end = ends[1].left() if top >= ends[1].top() else right
                painter.fillRect(QRectF(left, top, end - left, ends[0].height()), wash)
        place = self._pane.cursorRect(cursor)
        painter.fillRect(QRectF(place.left(), place.top(), _WIDTH, place.height()), QColor(colour))

    def _ordered(self) -> list[QTextCursor]:
        cursors = [self._pane.textCursor(), *self._others]
        return sorted(cursors, key=lambda cursor: (cursor.selectionStart(), cursor.selectionEnd()))

    def _set(self, cursors: Sequence[QTextCursor], own: int) -> None:
        """Let `cursors` be all there are, the one numbered `own` the pane's."""
        self._pane.setTextCursor(cursors[own])
        taken = {(cursors[own].selectionStart(), cursors[own].selectionEnd())}
        self._others = []
        for cursor in cursors:
            span = (cursor.selectionStart(), cursor.selectionEnd())
            if span not in taken:
                taken.add(span)
                self._others.append(cursor)
        self._pane.viewport().update()


def _cursor(pane: QPlainTextEdit, anchor: int, place: int) -> QTextCursor:
    cursor = QTextCursor(pane.document())
    cursor.setPosition(anchor)
    cursor.setPosition(place, _Mode.KeepAnchor)
    return cursor


def _span(block: QTextBlock, one: int, two: int) -> QTextCursor:
    """From column `one` to column `two` of a line, as far as it goes."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + _whole(block, one))
    cursor.setPosition(block.position() + _whole(block, two), _Mode.KeepAnchor)
    return cursor


def _whole(block: QTextBlock, column: int) -> int:
    """A column of the line that is not inside a character of two units."""
    text, column = block.text(), min(column, block.length() - 1)
    if not qt_units.is_wide(text):
        return column
    places = qt_units.to_code_points(text, [column], is_wide=True)
    return qt_units.from_code_points(text, places, is_wide=True)[0]
