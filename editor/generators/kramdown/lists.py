"""Lists. What belongs to an item is told by the column in which its text begins.

Source: https://kramdown.gettalong.org/syntax.html#lists
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.generators.kramdown import attribute_lists
from editor.generators.kramdown.html_syntax import STARTS_BLOCK
from editor.generators.kramdown.patterns import BLANK_LINES, BLOCK_END, LIST_START, RULE, SPACE
from editor.generators.kramdown.tree import AttributeList, Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_MARKS = {Kind.UNORDERED: r"[+*-]", Kind.ORDERED: r"[0-9]+\.", Kind.DEFINITIONS: ":"}
_DEEPEST_INDENT = 400  # columns; further to the right is text


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text of an item begins, and so which lines below belong to it."""

    indent: int
    line: re.Pattern[str]  # of the item, by its indent
    lazy: re.Pattern[str]  # of the item, although not indented

    def without_indent(self, line: str) -> tuple[str, bool]:
        """`line` as the item's blocks see it, and whether it was indented."""
        tabs = len(line) - len(line.lstrip("\t"))
        line = "    " * tabs + line[tabs:]
        if line.startswith(" " * self.indent):
            return line[self.indent :], True
        return line, False


@lru_cache(maxsize=64)
def _column(indent: int) -> Column:
    tabs, spaces = divmod(indent, 4)
    line = re.compile(
        rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}})"
        r"(?=[ \t\r\f\v]*[^ \t\r\f\v\n])[^\n]*\n"
    )
    lazy = re.compile(
        rf"(?! {{0,{min(indent, 3)}}}(?:{attribute_lists.INLINE.replace('?P<list>', '')}"
        rf"[ \t\r\f\v]*\n|{STARTS_BLOCK}))(?=[ \t\r\f\v]*[^ \t\r\f\v\n])[^\n]*\n",
        re.ASCII,
    )
    return Column(indent, line, lazy)


@lru_cache(maxsize=64)
def item_start(kind: Kind, indent: int = 4) -> re.Pattern[str]:
    """Begins an item of a list whose last item has its text in the column `indent`."""
    return re.compile(
        rf"(?P<mark> {{0,{max(0, min(3, indent - 1))}}}{_MARKS[kind]})(?P<text>[\t| ][^\n]*\n)"
    )


def first_line(item: Element, start: re.Match[str]) -> tuple[str, Column]:
    """The text of an item's first line, its attributes given to the item, and its column."""
    text = start["text"]
    indent = len(start["mark"])
    listed = attribute_lists.ITEM_LIST.match(text)
    if not text[listed.end() if listed else 0 :].strip(SPACE):
        indent = 4
    else:
        text = _tabs_expanded(text, indent)
        indent += len(text) - len(text.lstrip(" "))
    text = text.lstrip(SPACE)
    if listed := attribute_lists.ITEM_LIST.match(text):
        item.listed = AttributeList()
        attribute_lists.read(listed["list"], item.listed)
        text = text[listed.end() :]
    return text, _column(min(indent, _DEEPEST_INDENT))


def _tabs_expanded(text: str, column: int) -> str:
    """`text`, which stands at `column`, with spaces for the tabs before its first letter."""
    blank = len(text) - len(text.lstrip(" \t"))
    width = 0
    for character in text[:blank]:
        width += 4 - (column + width) % 4 if character == "\t" else 1
    return " " * width + text[blank:]


def read_list(reader: "BlockReader") -> bool:
    if not reader.match(LIST_START):
        return False
    kind = Kind.UNORDERED if reader.match(item_start(Kind.UNORDERED)) else Kind.ORDERED
    block = Element(kind)
    reader.add(block)
    texts, is_ended = _read_items(reader, block)
    for item, pieces in zip(block.children, texts, strict=True):
        for piece in pieces:
            reader.read_inside(piece, item)
    trailing = _tighten(block, is_ended)
    if trailing is not None and not is_ended:
        reader.tree.children.append(trailing)
    if reader.document.options.is_github:
        _mark_tasks(block)
    return True


def _read_items(reader: "BlockReader", block: Element) -> tuple[list[list[str]], bool]:
    """The texts of the items, each in pieces to be read one by one.

    A piece begins where the first list within the item does. True: a `^` ended the list.
    """
    items = _Items(block)
    while reader.position < len(reader.text):
        if items.is_after_blank and reader.match(RULE):
            break
        if end := reader.match(BLOCK_END):
            reader.position = end.end()
            return items.texts(), True
        match = items.take(reader)
        if match is None:
            break
        reader.position = match.end()
    return items.texts(), False


class _Items:
    """The items of a list that is being read."""

    def __init__(self, block: Element) -> None:
        self._block = block
        self._start = item_start(block.kind)
        self._column = _column(4)
        self._pieces: list[list[list[str]]] = []  # by item, by piece: lines
        self._holds_list = False
        self.is_after_blank = False

    def texts(self) -> list[list[str]]:
        return [["".join(lines) for lines in pieces] for pieces in self._pieces]

    def take(self, reader: "BlockReader") -> re.Match[str] | None:
        """What of the text belongs to the list next."""
        if start := reader.match(self._start):
            item = Element(Kind.ITEM)
            self._block.children.append(item)
            text, self._column = first_line(item, start)
            self._start = item_start(self._block.kind, self._column.indent)
            self._holds_list = LIST_START.match(text) is not None
            self._pieces.append([[text]])
            self.is_after_blank = False
            return start
        line = reader.match(self._column.line)
        if line is None and not self.is_after_blank:
            line = reader.match(self._column.lazy)
        if line is not None:
            self._add_line(line[0])
            self.is_after_blank = False
            return line
        blank = reader.match(BLANK_LINES)
        if blank is not None:
            self._holds_list = True
            self.is_after_blank = True
            self._pieces[-1][-1].append(blank[0])
        return blank

    def _add_line(self, line: str) -> None:
        line, is_indented = self._column.without_indent(line)
        if LIST_START.match(line):
            if not self._holds_list and is_indented:
                self._pieces[-1].append([])
                self._holds_list = True
            elif self._holds_list and not is_indented:
                line = " " * (self._column.indent + 4) + line
        self._pieces[-1][-1].append(line)


def _tighten(block: Element, is_ended: bool) -> Element | None:
    """Take the tags off the first paragraphs of tight items. The blank lines below the last."""
    trailing = None
    items = block.children
    has_bare_before = False  # an item that does not begin with a paragraph in its tags
    for item in items:
        if item.children:
            _drop_boundary(item)
            if _is_tight(item, items, is_ended, has_bare_before):
                _make_bare(item)
            trailing = item.children.pop() if item.children[-1].kind is Kind.BLANK else None
        first = item.children[0] if item.children else None
        has_bare_before |= first is None or first.kind is not Kind.PARAGRAPH or first.is_bare
    return trailing


def _drop_boundary(item: Element) -> None:
    """What marks an attribute list below the first paragraph does not make the item loose."""
    first = item.children[0]
    if (
        len(item.children) > 1
        and first.kind is Kind.PARAGRAPH
        and first.listed is not None
        and item.children[1].kind is Kind.BOUNDARY
    ):
        del item.children[1]


def _is_tight(item: Element, items: list[Element], is_ended: bool, has_bare_before: bool) -> bool:
    children = item.children
    is_last = item is items[-1]
    return (
        children[0].kind is Kind.PARAGRAPH
        and (
            len(children) < 2
            or children[1].kind is not Kind.BLANK
            or (is_last and len(children) == 2 and not is_ended)
        )
        and (not is_last or len(items) == 1 or has_bare_before)
    )


def _make_bare(item: Element) -> None:
    first = item.children[0]
    first.is_bare = True
    if len(item.children) > 1 and item.children[1].kind is not Kind.BLANK:
        first.children[0].value += "\n"


_TASK = re.compile(r"\s*\[(?P<mark>[ xX])\]\s+", re.ASCII)


def _mark_tasks(block: Element) -> None:
    """Make boxes of `[ ]` and `[x]` at the beginning of items: GitHub's task lists."""
    is_task_list = False
    for item in block.children:
        first = item.children[0] if item.children else None
        if first is None or first.kind is not Kind.PARAGRAPH:
            continue
        text = first.children[0]
        if box := _TASK.match(text.value):
            is_task_list = True
            checked = ' checked="checked"' if box["mark"] != " " else ""
            html = (
                '<input type="checkbox" class="task-list-item-checkbox"'
                f' disabled="disabled"{checked} />'
            )
            text.value = html + text.value[box.end() :]
        if is_task_list:
            item.attributes["class"] = "task-list-item"
    if is_task_list:
        block.attributes["class"] = "task-list"
