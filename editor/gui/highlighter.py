"""Colours for the source: front matter, Markdown marks, HTML, template tags, code."""

import re

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.gui.theme import Theme

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_KEY = re.compile(r"[ \t]*(?:- )?[^\s:#\"'{\[][^:#]*:(?=\s|$)|[ \t]*[\w.-]+[ \t]*=(?=\s)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+\S.*")
_LINE_MARKS = re.compile(r"\s*(?:(?:[-*_][ \t]*){3,}$|(?:>\s?)+|[-*+]\s|\d{1,9}[.)]\s)")

# Every stretch between two marks is bounded, so that a line of unclosed marks costs no n².
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?![\s*_])([^*_\n]{1,1000}?)(\1)(?!\w)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)(\1)")
_LINK = re.compile(r"(!?\[)([^\]\n]{0,500})(\])(\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])")
_HTML_COMMENT = re.compile(r"(<!--.{0,1000}?-->)")
_HTML_TAG = re.compile(
    r"(</?[A-Za-z][\w:-]{0,40}(?:[^<>\"']|\"[^\"]{0,1000}\"|'[^']{0,1000}'){0,500}>)"
)
_HTML_ATTRIBUTE = re.compile(r"[\w:-]+\s*=\s*(\"[^\"]*\"|'[^']*')")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,9})(?!`)(.{1,1000}?)(?<!`)(\1)(?!`)")
_TEMPLATE_TAG = re.compile(r"(\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\})")
_ENTITY = re.compile(r"(&(?:#\d+|#[xX][\da-fA-F]+|\w{1,32});)")
_ATTRIBUTE_LIST = re.compile(r"(\{:[^}\n]{0,500}\})")
_LONGEST_LINE = 10_000  # code points; beyond it a line stays plain, and typing stays quick

_AT_ONCE, _AT_A_TIME = 500, 150  # lines: 9 ms and 4 ms

_OUTSIDE, _HEAD, _FIRST_FENCE = -1, 1, 16
_BACKQUOTE, _TILDE = 0, 1


class Highlighter(QSyntaxHighlighter):
    """Colours a post line by line; a line's state says what its neighbour starts in.

    Of a long post the first lines are coloured at once, the rest bit by bit while nothing else is
    to be done: its text is not to wait for its colours.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._reached = 0  # the line up to which all are coloured
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew in `theme`."""
        faint = _style(theme.faint)
        code = _style(theme.code)
        string = _style(theme.string)
        self._faint, self._code, self._string = faint, code, string
        self._key = _style(theme.muted)
        self._heading = _style(theme.text, bold=True)
        strong, emphasis = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        emphasis.setFontItalic(True)
        link = _style(theme.accent)
        # In the order of painting: the later wins. The groups of a pattern take the styles in turn.
        self._inline: tuple[tuple[re.Pattern[str], tuple[QTextCharFormat, ...]], ...] = (
            (_EMPHASIS, (faint, emphasis, faint)),
            (_STRONG, (faint, strong, faint)),
            (_LINK, (faint, link, faint, faint)),
            (_HTML_COMMENT, (faint,)),
            (_HTML_TAG, (code,)),
            (_CODE_SPAN, (faint, code, faint)),
            (_TEMPLATE_TAG, (code,)),
            (_ENTITY, (faint,)),
            (_ATTRIBUTE_LIST, (faint,)),
        )
        self._reached = _AT_ONCE
        if self.document().blockCount() > _AT_ONCE:
            self._next.start()
        self.rehighlight()

    def end(self) -> None:
        """Colour no more, and take the colours away."""
        self._next.stop()
        self.setDocument(None)
        self.deleteLater()

    def highlightBlock(self, text: str) -> None:
        """Colour one line (Qt calls this for each line that changed)."""
        if self._next.isActive() and self.currentBlock().blockNumber() >= self._reached:
            self.setCurrentBlockState(_OUTSIDE)
            return
        state = self._state_before(text)
        self.setCurrentBlockState(state)
        if len(text) > _LONGEST_LINE:
            return
        if state == _HEAD:
            self._colour_front_matter(text)
        elif state >= _FIRST_FENCE:
            self.setFormat(0, len(text), self._code)
            self._continue_fence(text, state)
        elif self._colour_fence_start(text):
            return
        elif self.previousBlockState() == _HEAD and text.rstrip() in ("---", "...", "+++"):
            self.setFormat(0, len(text), self._faint)
        else:
            self._colour_markdown(text)

    @Slot()
    def _go_on(self) -> None:
        """Colour the next lines of a long post."""
        block = self.document().findBlockByNumber(self._reached)
        self._reached += _AT_A_TIME
        for _ in range(_AT_A_TIME):
            if not block.isValid():
                self._next.stop()
                return
            self.rehighlightBlock(block)
            block = block.next()

    def _state_before(self, text: str) -> int:
        """What this line is part of: the head, a fence, or the body."""
        before = self.previousBlockState()
        if self.currentBlock().blockNumber() == 0:
            return _HEAD if text.rstrip() in ("---", "+++") else _OUTSIDE
        if before == _HEAD:
            return _OUTSIDE if text.rstrip() in ("---", "...", "+++") else _HEAD
        return before if before >= _FIRST_FENCE else _OUTSIDE

    def _colour_front_matter(self, text: str) -> None:
        if text.rstrip() in ("---", "+++"):
            self.setFormat(0, len(text), self._faint)
        key = _KEY.match(text)
        if key:
            self.setFormat(0, key.end(), self._key)
        for comment in _COMMENT.finditer(text):
            self.setFormat(comment.start(), len(text), self._faint)

    def _colour_fence_start(self, text: str) -> bool:
        fence = _FENCE.match(text)
        if not fence or (fence[1][0] == "`" and "`" in text[fence.end() :]):
            return False
        kind = _BACKQUOTE if fence[1][0] == "`" else _TILDE
        self.setCurrentBlockState(_FIRST_FENCE + 2 * min(len(fence[1]), 1000) + kind)
        self.setFormat(0, len(text), self._faint)
        return True

    def _continue_fence(self, text: str, state: int) -> None:
        length, kind = divmod(state - _FIRST_FENCE, 2)
        fence = _FENCE.match(text)
        closes = fence and not text[fence.end() :].strip()
        if fence and closes and fence[1][0] == "`~"[kind] and len(fence[1]) >= length:
            self.setCurrentBlockState(_OUTSIDE)
            self.setFormat(0, len(text), self._faint)

    def _colour_markdown(self, text: str) -> None:
        heading = _HEADING.match(text)
        if heading:
            self.setFormat(0, len(text), self._heading)
            self.setFormat(heading.start(1), heading.end(1) - heading.start(1), self._faint)
        marks = _LINE_MARKS.match(text)
        if marks:
            self.setFormat(0, marks.end(), self._faint)
        for pattern, styles in self._inline:
            for match in pattern.finditer(text):
                for group, style in enumerate(styles, 1):
                    self._blend(match.start(group), match.end(group), style)
                if pattern is _HTML_TAG:
                    self._colour_attributes(text, match.start(), match.end())

    def _colour_attributes(self, text: str, start: int, end: int) -> None:
        for attribute in _HTML_ATTRIBUTE.finditer(text, start, end):
            self._blend(attribute.start(1), attribute.end(1), self._string)

    def _blend(self, start: int, end: int, style: QTextCharFormat) -> None:
        """Lay `style` over what is there, so that a heading stays bold under its links."""
        if end > start:
            merged = QTextCharFormat(self.format(start))
            merged.merge(style)
            self.setFormat(start, end - start, merged)


def _style(colour: str, *, bold: bool = False) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    if bold:
        style.setFontWeight(QFont.Weight.Bold)
    return style
