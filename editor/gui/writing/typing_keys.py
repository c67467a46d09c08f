"""What the source pane's keys do beyond Qt's own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)

from editor.gui.writing.carets import Carets
from editor.writing import carets, list_keys, pairs, pasting, signs, tables
from editor.writing.carets import Command
from editor.writing.dialects import manner_of
from editor.writing.lines import text_start

if TYPE_CHECKING:
    from editor.gui.source_pane import SourcePane

Key, _Standard = Qt.Key, QKeySequence.StandardKey
_Move, _Mode = QTextCursor.MoveOperation, QTextCursor.MoveMode
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TOGETHER = "carets"  # keys typed at several carets one after the other are one undo step


def _nothing(_text: str, _start: int, _end: int) -> None:
    """What a key means in Markdown that means nothing more there."""


_Rule = tuple[Command, Command | None]  # None: there is no plain meaning for several carets
_SOFT: _Rule = (list_keys.soft_enter, None)
_RULES: Mapping[tuple[int, bool], _Rule] = {  # by key, and whether with Shift
    (Key.Key_Return, True): _SOFT,
    (Key.Key_Enter, True): _SOFT,
    (Key.Key_Backspace, False): (pairs.backspace, carets.deleting(-1)),
    (Key.Key_Delete, False): (_nothing, carets.deleting(1)),
}
_BLOCK = {  # Alt and Shift with an arrow: lines and columns
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}
_MOVES = (
    (_Standard.MoveToNextChar, _Move.Right, _Mode.MoveAnchor),
    (_Standard.MoveToPreviousChar, _Move.Left, _Mode.MoveAnchor),
    (_Standard.MoveToNextLine, _Move.Down, _Mode.MoveAnchor),
    (_Standard.MoveToPreviousLine, _Move.Up, _Mode.MoveAnchor),
    (_Standard.MoveToNextWord, _Move.NextWord, _Mode.MoveAnchor),
    (_Standard.MoveToPreviousWord, _Move.PreviousWord, _Mode.MoveAnchor),
    (_Standard.MoveToStartOfLine, _Move.StartOfBlock, _Mode.MoveAnchor),
    (_Standard.MoveToEndOfLine, _Move.EndOfBlock, _Mode.MoveAnchor),
    (_Standard.SelectNextChar, _Move.Right, _Mode.KeepAnchor),
    (_Standard.SelectPreviousChar, _Move.Left, _Mode.KeepAnchor),
    (_Standard.SelectNextLine, _Move.Down, _Mode.KeepAnchor),
    (_Standard.SelectPreviousLine, _Move.Up, _Mode.KeepAnchor),
    (_Standard.SelectNextWord, _Move.NextWord, _Mode.KeepAnchor),
    (_Standard.SelectPreviousWord, _Move.PreviousWord, _Mode.KeepAnchor),
    (_Standard.SelectStartOfLine, _Move.StartOfBlock, _Mode.KeepAnchor),
    (_Standard.SelectEndOfLine, _Move.EndOfBlock, _Mode.KeepAnchor),
)
_WORDS = (
    (_Standard.DeleteStartOfWord, _Move.PreviousWord),
    (_Standard.DeleteEndOfWord, _Move.NextWord),
)
_ENDING = (Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End)


class TypingKeys(QObject):
    """Takes those keys of the source pane that mean more in Markdown, or act at several carets."""

    def __init__(self, pane: "SourcePane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._carets: Carets = pane.carets

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key means; False where Qt's own answer is right."""
        if self._pane.isReadOnly():
            return False
        if self._takes_text(event):
            return self.take_text(event.text())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == _ALT | _SHIFT and event.key() in _BLOCK:
            self._carets.grow_block(*_BLOCK[Key(event.key())], self._pane.first_line)
            return True
        if event.key() == Key.Key_Escape:
            return self._carets.end()
        if event.key() == Key.Key_Home and modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            return not self._carets.are_several and self._go_home(bool(modifiers & _SHIFT))
        rule = self._rule(event.key(), bool(modifiers & _SHIFT))
        if rule is not None and not modifiers & ~_SHIFT and self._run(*rule):
            return True
        return self._carets.are_several and self._at_all(event)

    def take_method(self, event: QInputMethodEvent) -> bool:
        """Text from an input method, such as a dead key: as if it had been typed."""
        text = event.commitString()
        if not text or event.preeditString() or event.replacementLength():
            return False
        if self._pane.isReadOnly() or not (text in pairs.TYPED or self._carets.are_several):
            return False
        self._pane.forget_preedit()
        return self.take_text(text)

    def take_mouse(self, event: QMouseEvent) -> bool:
        """With Alt: a click sets a caret more, a drag selects a block; else there is one again."""
        is_press = event.type() == QEvent.Type.MouseButtonPress
        is_left = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not is_left or not event.modifiers() & _ALT:
            if is_press:
                self._carets.end()
            return False
        place = self._pane.cursorForPosition(event.position().toPoint())
        beyond = self._columns_beyond(place, event)
        self._carets.select_block(place if is_press else None, place, beyond)
        return True

    def _columns_beyond(self, place: QTextCursor, event: QMouseEvent) -> int:
        """How many columns right of the line's end the mouse is."""
        right = event.position().x() - self._pane.cursorRect(place).right()
        letter = self._pane.fontMetrics().horizontalAdvance("n")
        return max(0, round(right / letter)) if place.atBlockEnd() else 0

    def take_text(self, text: str) -> bool:
        """Type `text`; False where nothing is special about it."""
        if self._is_sign(text):
            return self._set_sign(text)
        plain = carets.typing(text)
        return self._run(pairs.typing(text) if text in pairs.TYPED else plain, plain)

    def _is_sign(self, text: str) -> bool:
        """Whether the post's language may set `text` otherwise than it is typed."""
        pane = self._pane
        is_one = not self._carets.are_several and not pane.textCursor().hasSelection()
        return pane.signs is not None and text in signs.TYPED and is_one and not pane.is_in_head

    def _set_sign(self, text: str) -> bool:
        """Type a sign, then set it: two steps, so that Undo gives the sign as it was typed."""
        assert self._pane.signs is not None
        self._pane.textCursor().insertText(text)
        self._carets.run(signs.setting(self._pane.signs))
        self._pane.ensureCursorVisible()
        return True

    def cut(self) -> bool:
        """Cut what several carets select; False where there is one."""
        if not self._carets.are_several or self._pane.isReadOnly():
            return False
        QGuiApplication.clipboard().setMimeData(self._carets.copied())
        return self._carets.run(carets.deleting(-1))

    def paste(self, mime: QMimeData, *, is_plain: bool = False) -> None:
        """Put what `mime` holds in place of the selections; unless `is_plain`, as Markdown."""
        text, is_rich = self.words_of(mime, is_plain=is_plain)
        if not text or (not is_rich and self._carets.paste_lines(text)):
            return
        is_plain = is_plain or is_rich or self._pane.is_in_head
        self._carets.run(carets.typing(text) if is_plain else pasting.pasted(text))

    def words_of(self, mime: QMimeData, *, is_plain: bool = False) -> tuple[str, bool]:
        """The text of `mime`, and whether it is its rich text as Markdown."""
        if mime.hasHtml() and not is_plain and not self._pane.is_in_head:
            manner = manner_of(self._pane.site.generator)
            written = pasting.markdown_of(mime.html(), manner)
            if written is not None:
                return written, True
        return mime.text().replace("\r\n", "\n").replace("\r", "\n"), False

    def _run(self, rule: Command, plain: Command | None) -> bool:
        """Run a rule of Markdown; at several carets also what is plain."""
        if not self._carets.are_several:
            return not self._pane.is_in_head and self._carets.run(rule)
        return self._carets.run(carets.either(rule, plain) if plain else rule, _TOGETHER)

    def _rule(self, key: int, has_shift: bool) -> _Rule | None:
        """What a key means, in a table or elsewhere."""
        manner = manner_of(self._pane.site.generator)
        either = carets.either
        if key in (Key.Key_Return, Key.Key_Enter) and not has_shift:
            below = tables.in_table(tables.cell_below_words, manner)
            return either(below, list_keys.enter), carets.typing("\n")
        if key == Key.Key_Tab and not has_shift:
            following = either(tables.in_table(tables.next_cell, manner), tables.table_of_head)
            return either(following, list_keys.tab), None
        if key == Key.Key_Backtab:
            return either(tables.in_table(tables.cell_before, manner), list_keys.back_tab), None
        return _RULES.get((key, has_shift))

    def _takes_text(self, event: QKeyEvent) -> bool:
        text, modifiers = event.text(), event.modifiers()
        if len(text) == 0 or not text.isprintable():
            return False
        # AltGr is Ctrl and Alt on Windows, neither on Linux.
        if bool(modifiers & _CTRL) != bool(modifiers & _ALT):
            return False
        return text in pairs.TYPED or self._carets.are_several or self._is_sign(text)

    def _go_home(self, selects: bool) -> bool:
        """To the words of the line, behind its marker; from there to its start."""
        cursor = self._pane.textCursor()
        block, column = cursor.block(), cursor.positionInBlock()
        if block.layout().lineForTextPosition(column).lineNumber() > 0:
            return False  # of a line that is wrapped, to the start of this row
        words = text_start(block.text()) if not self._pane.is_in_head else 0
        place = block.position() + (0 if column == words else words)
        cursor.setPosition(place, _Mode.KeepAnchor if selects else _Mode.MoveAnchor)
        self._pane.setTextCursor(cursor)
        return True

    def _at_all(self, event: QKeyEvent) -> bool:
        """What Qt would do at its own caret; for what it does not do at several, they end."""
        for standard, operation, mode in _MOVES:
            if event.matches(standard):
                self._carets.move(operation, mode)
                return True
        for standard, operation in _WORDS:
            if event.matches(standard):
                self._carets.move(operation, _Mode.KeepAnchor)
                return self._carets.run(carets.deleting(-1))
        if event.matches(_Standard.Cut):
            return self.cut()
        if event.key() in _ENDING:
            self._carets.end()
        return False
