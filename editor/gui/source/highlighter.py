"""Colours for the source: front matter, Markdown marks, HTML, template tags, code."""

import math
import re
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import (
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from editor.gui.source.code_states import CodeState, CodeStates
from editor.gui.source.inline_marks import HTML_TAG, inline_patterns, marks_of
from editor.gui.source.styles import Styles
from editor.gui.theme import Theme

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_KEY = re.compile(r"[ \t]*(?:- )?[^\s:#\"'{\[][^:#]*:(?=\s|$)|[ \t]*[\w.-]+[ \t]*=(?=\s)")
_COMMENT_OF_HEAD = re.compile(r"(?:^|(?<=\s))#.*")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+\S.*")
_LINE_MARKS = re.compile(r"\s*(?:(?:[-*_][ \t]*){3,}$|(?:>\s?)+|[-*+]\s|\d{1,9}[.)]\s)")

_HTML_ATTRIBUTE = re.compile(r"[\w:-]+\s*=\s*(\"[^\"]*\"|'[^']*')")
_SIGN = re.compile(r"[*_~`\[<{$&]|https?://")  # without one there is nothing within the line
_UNDERLINE_STARTS = ("=", "-", " ")
_DEFINITION_OF_LINK = re.compile(r" {0,3}\[[^\]^][^\]]{0,200}\]:\s+\S.*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_NO_TITLE = re.compile(r" {4}|\t| {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\||#|```|~~~|<|\{[%{:])")
_TASK = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(\[[ xX]\])\s")
_DEFINITION = re.compile(r" {0,3}:[ \t]+")
_HIGHLIGHT = re.compile(r"[ \t]*\{%-?\s*highlight\s+([\w+#.-]+).{0,200}?%\}")
_END_HIGHLIGHT = re.compile(r"[ \t]*\{%-?\s*endhighlight\b")
_TABLE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){0,100}\|?[ \t]*$")
_VALUE = re.compile(r"(\"[^\"]{0,1000}\"|'[^']{0,1000}')")
_PLAIN_VALUE = re.compile(
    r"(?<=[:=] )\s*(?:true|false|null|-?\d[\d_.:TZ+ -]*)\s*(?=$|#|,)|(?<=[:=] )\d{4}-\d\d-\d\d\S*"
)
_TABLE_OF_TOML = re.compile(r"\s*\[{1,2}[^\]]{0,200}\]{1,2}\s*$")
_LARGER = (3, 2, 1)  # Qt's steps of size, by level of heading; deeper ones are as large as text
_LONGEST_LINE = 10_000  # code points; beyond it a line stays plain, and typing stays quick

_AT_ONCE = 100  # lines: more than are seen at first
_SLICE = 0.005  # seconds that a key may have to wait for the others
_PAUSE = 10  # milliseconds, in which the window is drawn and keys get in between

_OUTSIDE, _HEAD, _TOML, _JSON, _COMMENT, _FIRST_CODE = -1, 1, 2, 3, 4, 16
_HEADS = {_HEAD: ("---", "..."), _TOML: ("+++",), _JSON: ("}",)}
_OPENINGS = {"---": _HEAD, "+++": _TOML, "{": _JSON}
_AS_FRONT_MATTER = {"yaml", "yml", "toml"}  # code in these is coloured like front matter


class _Sweep(QTimer):
    """Does something to each line of a highlighter's text, from `begin` on, bit by bit."""

    def __init__(
        self, highlighter: QSyntaxHighlighter, work: Callable[[QTextBlock], object]
    ) -> None:
        super().__init__(highlighter, interval=_PAUSE)
        self._highlighter = highlighter
        self._work = work
        self._reached = 0
        self._is_held = False
        self.timeout.connect(self.go_on)

    @property
    def end(self) -> float:
        """The first line that is still to come; behind all where none is."""
        return self._reached if self.isActive() else math.inf

    def begin(self, line: int) -> None:
        """Go through the lines from `line` on."""
        self._reached = line
        self.start()

    def hold(self) -> None:
        """Do nothing before `release`."""
        self._is_held = True

    def release(self) -> None:
        """Go on from now on."""
        self._is_held = False

    @Slot()
    def go_on(self) -> None:
        """Do the next lines."""
        if self._is_held:
            return
        until = time.perf_counter() + _SLICE
        document = self._highlighter.document()
        block = document.findBlockByNumber(self._reached) if document is not None else QTextBlock()
        while block.isValid():
            self._reached += 1
            self._work(block)
            if time.perf_counter() > until:
                return
            block = block.next()
        self.stop()


class Highlighter(QSyntaxHighlighter):
    """Colours a post line by line; a line's state says what its neighbour starts in.

    Of a long post the first lines are coloured at once, the rest bit by bit while nothing else is
    to be done: its text is not to wait for its colours.
    """

    def __init__(
        self, document: QTextDocument, theme: Theme, generator: str = "", *, is_held: bool = False
    ) -> None:
        """`generator` is whose Markdown it is, "" for all marks that any of them knows.

        One that is held colours the first lines alone, without lexers, until `go_on`.
        """
        super().__init__(document)
        self._code_states = CodeStates(self)
        self._code_states.loaded.connect(self._recolour_code)
        self._marks = marks_of(generator)
        self._titles: list[int] = []  # lines that what stands below has made headings
        self._rest = _Sweep(self, self.rehighlightBlock)
        self._code = _Sweep(self, self._recolour_line)
        self._is_passing = False  # all lines are looked at, one after the other,
        self._is_past = False  # and those that are coloured at once are behind
        if is_held:
            self._rest.hold()
            self._code_states.hold()
        self.set_theme(theme)

    def go_on(self) -> None:
        """Colour the rest too, from now on."""
        self._rest.release()
        self._code_states.go_on()

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew in `theme`."""
        self._styles = Styles(theme)
        self._inline = inline_patterns(self._styles, self._marks)
        if self.document().blockCount() > _AT_ONCE:
            self._rest.begin(_AT_ONCE)
        self._is_passing = True
        self.rehighlight()
        self._is_passing = self._is_past = False

    def end(self) -> None:
        """Colour no more, and take the colours away."""
        self._rest.stop()
        self._code.stop()
        self.setDocument(None)
        self.deleteLater()

    def set_dialect(self, generator: str) -> None:
        """Colour what the Markdown of `generator` knows, and no more."""
        marks = marks_of(generator)
        if marks != self._marks:
            self._marks = marks
            self._inline = inline_patterns(self._styles, marks)
            self._rest.begin(0)  # bit by bit: the colours are nearly those that are there

    def highlightBlock(self, text: str) -> None:
        """Colour one line (Qt calls this for each line that changed)."""
        if self._is_past:
            return
        if self.currentBlock().blockNumber() >= self._rest.end:
            self.setCurrentBlockState(_OUTSIDE)
            self._is_past = self._is_passing
            return
        state = self._state_before(text)
        self.setCurrentBlockState(state)
        if len(text) > _LONGEST_LINE:
            return
        if state in _HEADS:
            self._colour_front_matter(text)
        elif state == _COMMENT or self.previousBlockState() == _COMMENT:
            self._colour_comment(text)
        elif state >= _FIRST_CODE:
            self._colour_code(text, self._code_states.state(state - _FIRST_CODE))
        elif self._colour_code_start(text):
            return
        elif self._is_end_of_head(text):
            self.setFormat(0, len(text), self._styles.faint)
        else:
            self._colour_markdown(text)

    @Slot()
    def _recolour_code(self) -> None:
        """The lexer of a language is there: colour the lines of code anew."""
        self._code.begin(0)
        self._code.go_on()

    def _recolour_line(self, block: QTextBlock) -> None:
        if block.userState() >= _FIRST_CODE:
            self.rehighlightBlock(block)

    def _state_before(self, text: str) -> int:
        """What this line is part of: the head, code, a comment, or the body."""
        before = self.previousBlockState()
        if self.currentBlock().blockNumber() == 0:
            return _OPENINGS.get(text.rstrip(), _OUTSIDE)
        if before in _HEADS:
            return _OUTSIDE if text.rstrip() in _HEADS[before] else before
        if before == _COMMENT:
            return _OUTSIDE if "-->" in text else _COMMENT
        return before if before >= _FIRST_CODE else _OUTSIDE

    def _is_end_of_head(self, text: str) -> bool:
        ends = _HEADS.get(self.previousBlockState(), ())
        return text.rstrip() in ends

    def _colour_front_matter(self, text: str) -> None:
        if self.currentBlock().blockNumber() == 0:
            self.setFormat(0, len(text), self._styles.faint)
            return
        for value in _VALUE.finditer(text):
            self.setFormat(value.start(), len(value[0]), self._styles.string)
        for value in _PLAIN_VALUE.finditer(text):
            self.setFormat(value.start(), len(value[0]), self._styles.code)
        key = _KEY.match(text) or _TABLE_OF_TOML.match(text)
        if key:
            self.setFormat(0, key.end(), self._styles.key)
        for comment in _COMMENT_OF_HEAD.finditer(text):
            if not any(v.start() < comment.start() < v.end() for v in _VALUE.finditer(text)):
                self.setFormat(comment.start(), len(text), self._styles.faint)
                break

    def _colour_comment(self, text: str) -> None:
        end = text.find("-->") + 3 if "-->" in text else len(text)
        self.setFormat(0, end, self._styles.faint)

    def _colour_code_start(self, text: str) -> bool:
        """Whether the line begins a block of code."""
        fence, tag = _FENCE.match(text), _HIGHLIGHT.match(text)
        if fence and not (fence[1][0] == "`" and "`" in text[fence.end() :]):
            words = text[fence.end() :].replace("{", " ").replace("}", " ").split()
            language = words[0].lstrip(".").lower() if words else ""
            state = CodeState(fence[1][0], min(len(fence[1]), 1000), language)
        elif tag and "liquid" in self._marks and not _END_HIGHLIGHT.search(text):
            state = CodeState("%", 0, tag[1].lower())
        else:
            return False
        self._code_states.want(state.language)
        self._leave(state)
        self.setFormat(0, len(text), self._styles.faint if fence else self._styles.code)
        return True

    def _colour_code(self, text: str, state: CodeState) -> None:
        if self._ends(text, state):
            self.setCurrentBlockState(_OUTSIDE)
            style = self._styles.code if state.kind == "%" else self._styles.faint
            self.setFormat(0, len(text), style)
        elif state.language in _AS_FRONT_MATTER:
            self.setFormat(0, len(text), self._styles.plain)
            self._colour_front_matter(text)
        elif self._code_states.knows(state.language):
            self.setFormat(0, len(text), self._styles.plain)
            spans, after = self._code_states.line(text, state)
            for start, end, kind in spans:
                styled = self._styles.of_code(kind)
                if styled is not None:
                    self.setFormat(start, end - start, styled)
            self._leave(after)
        else:
            self.setFormat(0, len(text), self._styles.code)

    def _ends(self, text: str, state: CodeState) -> bool:
        if state.kind == "%":
            return bool(_END_HIGHLIGHT.match(text))
        fence = _FENCE.match(text)
        if not fence or text[fence.end() :].strip():
            return False
        return fence[1][0] == state.kind and len(fence[1]) >= state.length

    def _leave(self, state: CodeState) -> None:
        """The next line is in `state`."""
        self.setCurrentBlockState(_FIRST_CODE + self._code_states.number(state))

    def _colour_markdown(self, text: str) -> None:
        if not text:
            return
        self._colour_line(text)
        if not _SIGN.search(text):
            return
        for pattern, styles in self._inline:
            for match in pattern.finditer(text):
                for group, style in enumerate(styles, 1):
                    self._blend(match.start(group), match.end(group), style)
                if pattern is HTML_TAG:
                    self._colour_attributes(text, match.start(), match.end())

        self._open_comment(text)

    def _colour_line(self, text: str) -> None:
        """What the line is as a whole: a heading, one of a list, a rule."""
        heading = _HEADING.match(text)
        if heading:
            self._colour_heading(text, len(heading[1]))
            start, end = heading.span(1)
            self.setFormat(start, end - start, self._styles.faint_heading)
        elif level := self._level_by_underline(text):
            self._colour_heading(text, level)
        elif self._is_underline(text) or _TABLE.match(text) or _DEFINITION_OF_LINK.match(text):
            self.setFormat(0, len(text), self._styles.faint)
        elif "|" in text and self._is_in_table():
            for place in (i for i, character in enumerate(text[:1000]) if character == "|"):
                self.setFormat(place, 1, self._styles.faint)
        marks = _LINE_MARKS.match(text)
        if not marks and "definitions" in self._marks:
            marks = _DEFINITION.match(text)
        if marks:
            self.setFormat(0, marks.end(), self._styles.faint)
        task = _TASK.match(text)
        if task:
            self.setFormat(task.start(1), 3, self._styles.code)

    def _colour_heading(self, text: str, level: int) -> None:
        larger = _LARGER[level - 1] if level <= len(_LARGER) else 0
        for style in (self._styles.heading, self._styles.faint_heading):
            style.setProperty(QTextFormat.Property.FontSizeAdjustment, larger)
        self.setFormat(0, len(text), self._styles.heading)

    def _level_by_underline(self, text: str) -> int:
        """The level of a heading that is marked by the line below it; 0 for none."""
        below = self.currentBlock().next().text()
        if below[:1] not in _UNDERLINE_STARTS:
            return 0
        line = _UNDERLINE.match(below)
        if not line or not text.strip() or _NO_TITLE.match(text):
            return 0
        return 1 if line[1][0] == "=" else 2

    def _is_underline(self, text: str) -> bool:
        """Whether the line marks the one above as a heading; which is coloured anew if need be."""
        if not _UNDERLINE.match(text):
            return False
        above = self.currentBlock().previous()
        if not above.text().strip() or _NO_TITLE.match(above.text()):
            return False
        if self.previousBlockState() == _OUTSIDE and not _is_large(above):
            QTimer.singleShot(0, self, self._recolour_titles)
            self._titles.append(above.blockNumber())
        return self.previousBlockState() == _OUTSIDE

    @Slot()
    def _recolour_titles(self) -> None:
        titles, self._titles = self._titles, []
        document = self.document()
        for number in titles if document is not None else []:
            self.rehighlightBlock(document.findBlockByNumber(number))

    def _is_in_table(self) -> bool:
        above = self.currentBlock().previous().text()
        return "|" in above or bool(_TABLE.match(self.currentBlock().next().text()))

    def _open_comment(self, text: str) -> None:
        """A comment of HTML that does not end on its line goes on."""
        start = text.rfind("<!--")
        if start >= 0 and "-->" not in text[start:]:
            self.setFormat(start, len(text) - start, self._styles.faint)
            self.setCurrentBlockState(_COMMENT)

    def _colour_attributes(self, text: str, start: int, end: int) -> None:
        for attribute in _HTML_ATTRIBUTE.finditer(text, start, end):
            self._blend(attribute.start(1), attribute.end(1), self._styles.string)

    def _blend(self, start: int, end: int, style: QTextCharFormat) -> None:
        """Lay `style` over what is there, so that a heading stays bold under its links."""
        if end > start:
            merged = QTextCharFormat(self.format(start))
            merged.merge(style)
            self.setFormat(start, end - start, merged)


def _is_large(block: QTextBlock) -> bool:
    larger = QTextFormat.Property.FontSizeAdjustment
    return any(part.format.hasProperty(larger) for part in block.layout().formats())
