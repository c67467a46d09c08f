"""Lists of definitions: terms in lines of their own, and below each `: meaning`.

Source: https://kramdown.gettalong.org/syntax.html#definition-lists
"""

from typing import TYPE_CHECKING

from editor.generators.kramdown import attribute_lists
from editor.generators.kramdown.lists import first_line, item_start
from editor.generators.kramdown.patterns import BLANK_LINES, BLOCK_END
from editor.generators.kramdown.tree import AttributeList, Element, Kind

if TYPE_CHECKING:
    from editor.generators.kramdown.block_reader import BlockReader

_START = item_start(Kind.DEFINITIONS)


def read_definitions(reader: "BlockReader") -> bool:
    if not reader.match(_START):
        return False
    siblings = reader.tree.children
    has_blank = len(siblings) > 1 and siblings[-1].kind is Kind.BLANK and siblings[-1].value == "\n"
    above = siblings[-2:-1] if has_blank else siblings[-1:]
    if not above or above[0].kind is not Kind.PARAGRAPH:
        return False
    terms = above[0]
    del siblings[-2 if has_blank else -1 :]
    block = reader.add(Element(Kind.DEFINITIONS))
    siblings.pop()
    block.start = terms.start
    block.listed = terms.listed
    block.children = [_term(line) for line in terms.children[0].value.split("\n")]
    trailing = _read_meanings(reader, block, has_blank)
    _append(siblings, block)
    if trailing is not None:
        siblings.append(trailing)
    return True


def _term(line: str) -> Element:
    term = Element(Kind.TERM)
    if listed := attribute_lists.ITEM_LIST.match(line):
        term.listed = AttributeList()
        attribute_lists.read(listed["list"], term.listed)
        line = line[listed.end() :]
    term.add_text(line)
    return term


def _read_meanings(reader: "BlockReader", block: Element, is_loose: bool) -> Element | None:
    """Read the meanings into `block`. The blank lines below the last."""
    meanings: list[tuple[Element, list[str]]] = []
    loose: set[int] = set()  # which begin with a paragraph, not with bare text
    start, is_after_blank = _START, False
    while reader.position < len(reader.text):
        if match := reader.match(start):
            meaning = Element(Kind.MEANING)
            text, column = first_line(meaning, match)
            start = item_start(Kind.DEFINITIONS, column.indent)
            if is_loose:
                loose.add(len(meanings))
            meanings.append((meaning, [text]))
            is_loose = is_after_blank = False
        elif reader.match(BLOCK_END):
            break
        elif (match := reader.match(column.line)) or (
            not is_after_blank and (match := reader.match(column.lazy))
        ):
            meanings[-1][1].append(column.without_indent(match[0])[0])
            is_loose = is_after_blank = False
        elif match := reader.match(BLANK_LINES):
            meanings[-1][1].append(match[0])
            is_loose = is_after_blank = True
        else:
            break
        reader.position = match.end()
    trailing = None
    for number, (meaning, lines) in enumerate(meanings):
        reader.read_inside("".join(lines), meaning)
        block.children.append(meaning)
        if meaning.children:
            trailing = meaning.children.pop() if meaning.children[-1].kind is Kind.BLANK else None
            first = meaning.children[0] if meaning.children else None
            if first is not None and first.kind is Kind.PARAGRAPH and number not in loose:
                first.is_bare = True
                if len(meaning.children) > 1:
                    first.children[0].value += "\n"
    return trailing


def _append(siblings: list[Element], block: Element) -> None:
    """Append `block`, or its terms and meanings to the list of definitions right above."""
    blanks = 1 if siblings and siblings[-1].kind is Kind.BLANK else 0
    above = siblings[-1 - blanks] if len(siblings) > blanks else None
    if above is None or above.kind is not Kind.DEFINITIONS:
        siblings.append(block)
        return
    if blanks:
        siblings.pop()
    above.children.extend(block.children)
