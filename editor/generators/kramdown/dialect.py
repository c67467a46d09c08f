"""A post's body as kramdown renders it, whole or block by block."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, cast

from editor.generators.fragments import (
    ONE_PIECE,
    Asked,
    Definitions,
    Dialect,
    Extent,
    Fragment,
    Heading,
    Key,
    Note,
)
from editor.generators.kramdown import attribute_lists, footnotes
from editor.generators.kramdown.block_reader import BlockReader
from editor.generators.kramdown.converter import Converter
from editor.generators.kramdown.document import Document, LinkTarget, link_name
from editor.generators.kramdown.finishing import finish
from editor.generators.kramdown.options import Options, changed
from editor.generators.kramdown.patterns import SPACE
from editor.generators.kramdown.toc import table_of_contents
from editor.generators.kramdown.tree import AttributeList, Element, Kind

# The kinds of what blocks define. Of an abbreviation, the text of a block tells that it needs it.
_LINK, _NOTE, _ABBREVIATION, _ATTRIBUTES = "link", "note", "abbreviation", "attributes"
_OPTIONS: Key = ("options", "")
_ABBREVIATIONS: Key = ("abbreviations", "")  # all of them, by name


class Kramdown(Dialect):
    """A dialect as kramdown reads it with these settings."""

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()

    def extents(self, body: str, start: int) -> Iterator[Extent]:
        reader = BlockReader(Document(self._options), _lines(body), Element(Kind.ROOT))
        reader.position = start
        return _extents(reader, body)

    def definitions(self, text: str) -> Definitions:
        if "]:" not in text and "{:" not in text:
            return {}
        root, document = _read(text, self._options)
        found: dict[Key, object] = {}
        for kind, values in (
            (_LINK, document.links),
            (_NOTE, dict.fromkeys(document.footnotes, True)),
            (_ABBREVIATION, document.abbreviations),
            (_ATTRIBUTES, document.attribute_lists),
        ):
            found |= {(kind, name): value for name, value in cast("Any", values).items()}
        if document.option_changes:
            found[_OPTIONS] = tuple(document.option_changes)
        if "{::" in text:
            before = len(document.option_changes)
            finish(root, document)
            # Options within a line are for the spans read after it.
            is_within = len(document.option_changes) > before
            if is_within or document.options.parse_block_html != self._options.parse_block_html:
                found[ONE_PIECE] = True
        return found

    def combined(self, definitions: Iterable[Definitions]) -> Definitions:
        combined: dict[Key, object] = {
            (_LINK, link_name(name)): LinkTarget(*target)
            for name, target in self._options.link_defs.items()
        }
        options = self._options
        abbreviations: dict[str, object] = {}
        for of_block in definitions:
            for key, value in of_block.items():
                if key[0] == _ATTRIBUTES:
                    lists = [combined.get(key), value]
                    value = _merged([one for one in lists if isinstance(one, AttributeList)])
                elif key == _OPTIONS:
                    for change in cast("tuple[dict[str, str], ...]", value):
                        options = changed(options, change)
                elif key[0] == _ABBREVIATION:
                    abbreviations[key[1]] = value
                combined[key] = value  # of two definitions the last counts
        return {**combined, _OPTIONS: options, _ABBREVIATIONS: abbreviations}

    def combined_notes(self, notes: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
        return {name: html for of_block in notes for name, html in of_block.items()}

    def is_concerned(self, text: str, needs: Set[Key], changed: Set[Key]) -> bool:
        if _OPTIONS in changed or not needs.isdisjoint(changed):
            return True
        names = [name for kind, name in changed if kind == _ABBREVIATION]
        written = text.replace("\\", "") if names else ""
        return any(name in written for name in names)

    def fragment(
        self,
        text: str,
        defined: Definitions,
        open_quotes: tuple[int, int] = (0, 0),  # noqa: ARG002
    ) -> Fragment:
        options = cast("Options", defined[_OPTIONS])
        needs: set[Key] = set()
        root, document = _read(text, options)
        document.options = options
        document.links = Asked(_LINK, defined, needs)
        document.attribute_lists = Asked(_ATTRIBUTES, defined, needs)
        document.footnotes_elsewhere = Asked(_NOTE, defined, needs)
        document.abbreviations = cast("Any", defined[_ABBREVIATIONS])
        finish(root, document)
        converter = Converter(document)
        return Fragment(converter.html(root).strip("\n"), needs, converter.notes())

    def reference(self, mark: str, number: int, repeated: int) -> str:
        return footnotes.reference(mark, number, repeated)

    def links_back(self, mark: str, number: int, references: int) -> str:  # noqa: ARG002
        return footnotes.links_back(mark, references)

    def notes(self, notes: Sequence[Note]) -> str:
        return footnotes.section(notes)

    def contents(self, mark: str, headings: Sequence[Heading]) -> str:
        levels, tag, attributes, own_id = json.loads(mark)
        named = [heading for heading in headings if heading.level in levels]
        return table_of_contents(named, tag, attributes, own_id)


def _lines(text: str) -> str:
    """`text`, as long as it was, with line ends alone between lines and one at the end."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _read(text: str, options: Options) -> tuple[Element, Document]:
    """The blocks of `text`, their spans not yet read, and what it defines."""
    document = Document(options)
    root = Element(Kind.ROOT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    BlockReader(document, text.removesuffix("\n") + "\n", root).read()
    return root, document


def _merged(lists: Sequence[AttributeList]) -> AttributeList:
    merged = AttributeList()
    for one in lists:
        merged.references += one.references
        for key, value in one.named.items():
            attribute_lists.set_attribute(merged.named, key, value)
    return merged


def _extents(reader: BlockReader, body: str) -> Iterator[Extent]:
    """The blocks from where `reader` stands: they begin after blank lines."""
    begin = start = reader.position
    starts = _Starts(reader.tree.children, body)
    far: list[tuple[int, int]] = []  # where an element begins, and how far it looked
    while reader.position < len(reader.text):
        reader.source.reach = 0
        start = reader.read_next(start)
        if reader.source.reach > reader.position and reader.tree.children:
            far.append((reader.tree.children[-1].start, reader.source.reach))
        for end in starts.found(_DRAWN if reader.position < len(reader.text) else 0):
            if end > begin and body[begin:end].strip(SPACE) and not _BLANK.match(body, end):
                reach = max((reach for at, reach in far if at < end), default=end)
                yield Extent(end, _reach(body, begin, end, reach))
                far = [one for one in far if one[0] >= end]
                begin = end
    if body[begin:].strip(SPACE):
        yield Extent(len(body), len(body))


_BLANK = re.compile(rf"[{SPACE}]*\Z")

# So many elements may still be drawn to the one above them, for a definition that follows.
_DRAWN = 4


class _Starts:
    """Where blocks begin among elements, which are dropped when they have been looked at."""

    def __init__(self, elements: list[Element], body: str) -> None:
        self._elements, self._body = elements, body
        self._looked_at = 0
        self._is_after_blank = True

    def found(self, leave: int) -> list[int]:
        """The starts among what was not looked at yet, but for the last elements."""
        starts = []
        stable = max(self._looked_at, len(self._elements) - leave)
        for element in self._elements[self._looked_at : stable]:
            is_blank = element.kind is Kind.BLANK
            if self._is_after_blank and not is_blank and not self._is_listed_alone(element):
                starts.append(element.start)
            self._is_after_blank = is_blank
        self._looked_at = stable
        if stable > 2 * _DRAWN:
            del self._elements[: stable - _DRAWN]
            self._looked_at = _DRAWN
        return starts

    def _is_listed_alone(self, element: Element) -> bool:
        """Whether its attributes stand above a blank line, and read first would be that line's."""
        return _LISTED_ALONE.match(self._body, element.start) is not None


_LISTED_ALONE = re.compile(rf"(?:{attribute_lists.BLOCK_LIST.pattern})+[ \t\r\f\v]*\n", re.ASCII)


def _reach(body: str, begin: int, end: int, reach: int) -> int:
    """How far the reading of a block has looked."""
    if _UNENDED_LIST.search(body, begin, end):
        reach = max(reach, end + attribute_lists.LONGEST)
    return max(reach, end)


_UNENDED_LIST = re.compile(r"\{:[^}\n]*\n")
