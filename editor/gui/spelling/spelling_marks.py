"""Wavy lines under the wrong words of the source, of those lines alone that can be seen."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.gui.plain_text import units
from editor.gui.source_pane import SourcePane

_TOPIC = "spelling"

Lines = Mapping[str, tuple[tuple[int, int], ...]]  # by line, the code points of its wrong words


class SpellingMarks(QObject):
    """Marks the words it is told of. What is typed moves the marks; the word at the caret has none.

    A line that changed keeps its marks until it is told of anew.
    """

    def __init__(self, source: SourcePane) -> None:
        super().__init__(source)
        self._source = source
        self._lines: Lines = {}
        self._selections: list[QTextEdit.ExtraSelection] = []
        self._revision = -1  # of the text when the caret last moved
        self._is_typing = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._mark)
        source.verticalScrollBar().valueChanged.connect(self._soon.start)
        source.cursorPositionChanged.connect(self._follow_caret)

    def show(self, lines: Lines) -> None:
        """Mark the wrong words of `lines`; of those that can be seen, at once."""
        self._lines = lines
        self._mark(anew=True)

    def wrong_at(self, position: int) -> QTextCursor | None:
        """The wrong word at `position`, in Qt's units, selected; None where there is none."""
        for cursor in map(QTextCursor, self._cursors()):
            if cursor.selectionStart() <= position <= cursor.selectionEnd():
                return cursor
        block = self._source.document().findBlock(position)
        return next((word for word in self._words(block) if _holds(word, position)), None)

    def next_after(self, position: int) -> QTextCursor | None:
        """The first wrong word behind `position`, from the top again after the last."""
        document = self._source.document()
        block = document.findBlock(position)
        for passed in range(document.blockCount() + 1):
            for word in self._words(block):
                if passed or word.selectionStart() > position:
                    return word
            block = block.next() if block.next().isValid() else document.begin()
        return None

    @property
    def marked(self) -> list[str]:
        """The words that are marked, in the order of the text."""
        return [cursor.selectedText() for cursor in self._cursors()]

    def _cursors(self) -> list[QTextCursor]:
        return [selection.cursor for selection in self._selections]

    @Slot()
    def _follow_caret(self) -> None:
        revision = self._source.document().revision()
        was_typing, self._is_typing = self._is_typing, revision != self._revision
        self._revision = revision
        if was_typing and not self._is_typing:
            self._soon.start()  # the word just left may be wrong

    @Slot()
    def _mark(self, *, anew: bool = False) -> None:
        kept = {} if anew else self._marks_by_block()
        words: list[QTextCursor] = []
        for block in self._blocks():
            if block.text() not in self._lines and block.blockNumber() in kept:
                words += kept[block.blockNumber()]
            else:
                words += self._words(block)
        caret = self._source.textCursor().position()
        shown = [word for word in words if not (self._is_typing and _holds(word, caret))]
        self._selections = [self._selection(word) for word in shown]
        self._source.mark(_TOPIC, self._selections)

    def _marks_by_block(self) -> dict[int, list[QTextCursor]]:
        found: dict[int, list[QTextCursor]] = {}
        for cursor in self._cursors():
            if cursor.hasSelection():
                found.setdefault(cursor.blockNumber(), []).append(QTextCursor(cursor))
        return found

    def _blocks(self) -> list[QTextBlock]:
        area = self._source.viewport().rect()
        return [block for block, _ in self._source.in_view.blocks(area)]

    def _words(self, block: QTextBlock) -> Iterator[QTextCursor]:
        text = block.text()
        for start, end in self._lines.get(text, ()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + units(text[:start]))
            cursor.setPosition(block.position() + units(text[:end]), _KEEP)
            yield cursor

    def _selection(self, word: QTextCursor) -> QTextEdit.ExtraSelection:
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(self._source.theme.error))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = word, style
        return selection


_KEEP = QTextCursor.MoveMode.KeepAnchor


def _holds(word: QTextCursor, position: int) -> bool:
    return word.selectionStart() <= position <= word.selectionEnd()
