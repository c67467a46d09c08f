"""Where the blocks of a text begin that Python-Markdown reads.

The cut errs on one side: what might belong together stays together. Its time is linear.
"""

import re
from dataclasses import dataclass

# Lines without a blank one between them.
_PARAGRAPH = re.compile(r"^(?:[ \t]*[^ \t\n][^\n]*(?:\n|\Z))+", re.MULTILINE)
_DEFINITION = re.compile(
    r"^(?P<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)\[[^\]\n^][^\]\n]*\]:", re.MULTILINE
)

# A list, a quote or a list of definitions goes on after a blank line where its mark comes again.
_LIST = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*>", re.MULTILINE)
_DEFINED_TERM = re.compile(r"^ {0,3}[:~][ \t]", re.MULTILINE)
_CONTAINERS = (_LIST, _QUOTE, _DEFINED_TERM)
# What hangs on to the block above it: a definition of its term, kramdown's attributes; and targets
# of links, for they make no HTML, and the list above them may go on below.
_CLINGING = re.compile(r"[:~][ \t]|\{:|\[[^\]\n^][^\]\n]*\]:")


def is_of_one_piece(text: str) -> bool:
    """Whether a text defines the target of a link within a list, or in a like place."""
    if "]:" not in text:
        return False
    most = 0 if any(mark.search(text) for mark in _CONTAINERS) else 3
    indents = (match["before"] for match in _DEFINITION.finditer(text))
    return any(indent.strip(" ") or len(indent) > most for indent in indents)


def block_starts(text: str) -> list[int]:
    """Where blocks begin: at an unindented line after a blank one, where nothing is open.

    Open are a code fence and raw HTML until they are closed, a list, a quote or a list of
    definitions until something else begins.
    """
    starts: list[_Start] = []
    still_open = _Open()
    for match in _PARAGRAPH.finditer(text):
        paragraph = match[0]
        containers = frozenset(mark for mark in _CONTAINERS if mark.search(paragraph))
        unindented = not paragraph[0].isspace()
        if not starts or (unindented and not still_open and not starts[-1].goes_on(paragraph)):
            starts.append(_Start(match.start(), containers))
        else:
            starts[-1] = _Start(starts[-1].offset, starts[-1].containers | containers)
            _join_definition_lists(starts)
        still_open.feed(paragraph, in_container=bool(starts[-1].containers))
    return [start.offset for start in starts]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a block begins, and which containers it holds so far."""

    offset: int
    containers: frozenset[re.Pattern[str]]

    def goes_on(self, paragraph: str) -> bool:
        if _CLINGING.match(paragraph):
            return True
        if any(mark.match(paragraph) for mark in self.containers):
            return True
        # "Term\n: meaning" after other such terms.
        return _DEFINED_TERM in self.containers and bool(_DEFINED_TERM.search(paragraph))


def _join_definition_lists(starts: list[_Start]) -> None:
    """Join the last two blocks where the last has only now turned out to define terms as well."""
    if len(starts) > 1 and all(_DEFINED_TERM in start.containers for start in starts[-2:]):
        last = starts.pop()
        starts[-1] = _Start(starts[-1].offset, starts[-1].containers | last.containers)


# Raw HTML: an element opens where a line begins with one of these tags, or right behind another
# tag, and lasts until it is closed. (Python-Markdown's list of block-level elements, and HTML's.)
_BLOCK_TAGS = (
    "address|article|aside|audio|blockquote|body|canvas|center|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frameset|h[1-6]|head|header|hgroup|html|iframe|legend|li|main"
    "|map|math|menu|menuitem|nav|noframes|noscript|object|ol|optgroup|option|output|p|pre|progress|script"
    "|search|section|select|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul"
    "|video"
)
_HTML = re.compile(
    r"(?P<comment><!--)|(?:^ {0,3}|(?<=>)[ \t]*)"
    r"(?:(?P<instruction><\?)|(?P<cdata><!\[CDATA\[)|(?P<declaration><![a-z])"
    rf"|<(?P<tag>{_BLOCK_TAGS})(?![\w-]))",
    re.IGNORECASE,
)
_UNTIL = {"comment": "-->", "instruction": "?>", "cdata": "]]>", "declaration": ">"}

_FENCE = re.compile(
    r"(?P<indent>[ \t]*+)(?:[> \t]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<marks>`{3,}|~{3,})"
)
_MARKS = re.compile(r"<|```|~~~")


class _Open:
    """What the lines fed so far leave open: a fence, raw HTML."""

    def __init__(self) -> None:
        self._fence = ""
        self._fence_indent = 0  # columns
        self._unclear = False  # the dialects part, so that all that follows stays together
        self._tag: re.Pattern[str] | None = None  # the element's opening and closing tags
        self._depth = 0
        self._until = ""  # closes a comment or the like

    def __bool__(self) -> bool:
        return bool(self._fence or self._tag or self._until or self._unclear)

    def feed(self, paragraph: str, in_container: bool) -> None:
        """Go on over the lines of `paragraph`, which may be part of a list or the like."""
        if not self and not _MARKS.search(paragraph):  # most paragraphs, and this is quick
            return
        for line in paragraph.split("\n"):
            if not self._feed_fence(line, in_container):
                self._feed_html(line)

    def _feed_fence(self, line: str, in_container: bool) -> bool:
        """Whether `line` belongs to a fence or is one."""
        match = _FENCE.match(line)
        if match is None:
            return bool(self._fence)
        marks, rest = match["marks"], line[match.end() :]
        indent = len(match["indent"].expandtabs(4))
        if self._fence:
            closes = marks.startswith(self._fence) and not rest.strip()
            if closes and indent <= self._fence_indent + 3:
                # Longer than the opening one, or indented by more or less: whether it closes, or
                # opens a fence of its own, is for each dialect to say.
                self._unclear |= marks != self._fence or indent != self._fence_indent
                self._fence = ""
            return True
        # The text behind backquotes holds none, else they are a code span.
        if (in_container or indent <= 3) and not (marks[0] == "`" and "`" in rest):
            self._fence, self._fence_indent = marks, indent
        return bool(self._fence)

    def _feed_html(self, line: str) -> None:
        at = 0
        while at >= 0:
            if self._tag:
                at = self._feed_element(line, at, self._tag)
            elif self._until:
                end = line.find(self._until, at)
                at = end + len(self._until) if end >= 0 else -1
                self._until = "" if end >= 0 else self._until
            elif match := _HTML.search(line, at):
                at = match.end()
                if match["tag"]:
                    at = match.start("tag") - 1
                    name = re.escape(match["tag"])
                    self._tag = re.compile(
                        rf"<{name}(?![\w-])(?P<empty>[^<>]*/>)?|(?P<close></{name}\s*>)",
                        re.IGNORECASE,
                    )
                else:
                    self._until = _UNTIL[match.lastgroup or "comment"]
            else:
                return

    def _feed_element(self, line: str, at: int, tag: re.Pattern[str]) -> int:
        """Go on from `at` within an element: where it ends, or -1 when the line ends first."""
        for match in tag.finditer(line, at):
            if match["close"]:
                self._depth -= 1
            elif not match["empty"]:
                self._depth += 1
            if self._depth <= 0:
                self._tag, self._depth = None, 0
                return match.end()
        return -1
