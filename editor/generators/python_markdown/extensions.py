"""Extensions of Python-Markdown that bring it nearer to kramdown and goldmark."""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import SubstituteTagInlineProcessor


class AttributeLists(Extension):
    """Attributes between braces, where they look like `pattern`; its group holds the attributes."""

    def __init__(self, pattern: str, headings_only: bool = False) -> None:
        super().__init__()
        self._pattern, self._headings_only = pattern, headings_only

    def extendMarkdown(self, md: Markdown) -> None:
        processor = AttrListTreeprocessor(md)
        elsewhere = "(?!)" if self._headings_only else self._pattern
        patterns = {
            "HEADER_RE": rf"[ ]+{self._pattern}[ ]*$",
            "BLOCK_RE": rf"\n[ ]*{elsewhere}[ ]*$",
            "INLINE_RE": rf"^{elsewhere}",
        }
        for name, pattern in patterns.items():
            setattr(processor, name, re.compile(pattern))
        md.treeprocessors.register(processor, "attr_list", 8)
        md.registerExtension(self)


class Backslashes(Extension):
    """A backslash breaks the line at its end, and takes the meaning of more characters away."""

    def __init__(self, escaped: str) -> None:
        super().__init__()
        self._escaped = escaped

    def extendMarkdown(self, md: Markdown) -> None:
        more = [character for character in self._escaped if character not in md.ESCAPED_CHARS]
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *more]
        # Like two spaces at the end of a line (100).
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash", 99)


class FootnotesWithoutRule(FootnoteExtension):
    """Footnotes as kramdown prints them: no rule above them, and ids it gives them."""

    def __init__(self) -> None:
        super().__init__(SEPARATOR=":")

    def makeFootnotesDiv(self, root: Element) -> Element | None:
        notes = super().makeFootnotesDiv(root)
        if notes is not None and (rule := notes.find("hr")) is not None:
            notes.remove(rule)
        return notes


class ListUnderLine(Extension):
    """A list may begin right under a line of a paragraph; `mark` is what begins one there."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def extendMarkdown(self, md: Markdown) -> None:
        # After the lists themselves (30), before paragraphs (10).
        processor = _ListUnderLineProcessor(md.parser, self._mark)
        md.parser.blockprocessors.register(processor, "list_under_line", 12)


class _ListUnderLineProcessor(BlockProcessor):
    def __init__(self, parser: BlockParser, mark: str) -> None:
        super().__init__(parser)
        self._list = re.compile(rf"\n(?= {{0,3}}(?:{mark})[ ]+\S)")

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return not self.parser.state.isstate("list") and bool(self._list.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        paragraph, items = self._list.split(blocks.pop(0), maxsplit=1)
        self.parser.parseBlocks(parent, [paragraph])
        blocks.insert(0, items)
