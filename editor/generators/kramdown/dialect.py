"""A post's body as kramdown renders it, whole or block by block."""

import json
import re

from editor.blocks import Block, Cut
from editor.generators.kramdown.block_reader import BlockReader
from editor.generators.kramdown.converter import Converter
from editor.generators.kramdown.document import Document, LinkTarget, link_name
from editor.generators.kramdown.finishing import finish
from editor.generators.kramdown.options import Options
from editor.generators.kramdown.patterns import BLANK_LINES, SPACE
from editor.generators.kramdown.tree import AttributeList, Element, Kind


class Kramdown:
    """A dialect as kramdown reads it with these settings."""

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        self._targets: tuple[str, dict[str, LinkTarget]] = ("", {})

    def cut(self, body: str) -> Cut:
        """`body` cut where a block begins after a blank line.

        It stays whole where footnotes, a table of contents, abbreviations, or attributes and
        settings for what is below concern all of it. The definitions are JSON.
        """
        root, document = _read(body, self._options)
        starts = [] if _is_of_one_piece(document, body) else _starts(root)
        links = {
            name: [target.url, target.title, target.listed and target.listed.named]
            for name, target in document.links.items()
        }
        definitions = json.dumps(links, ensure_ascii=False) if links and starts else ""
        return Cut(_blocks(body, starts), definitions)

    def render(self, text: str, definitions: str) -> str:
        """The HTML of a block, or of a whole body."""
        root, document = _read(text, self._options)
        document.links.update(self._link_targets(definitions))
        finish(root, document)
        return Converter(document).html(root).strip("\n")

    def _link_targets(self, definitions: str) -> dict[str, LinkTarget]:
        if definitions != self._targets[0]:
            targets = {
                name: LinkTarget(url, title, AttributeList(named or {}))
                for name, (url, title, named) in json.loads(definitions or "{}").items()
            }
            self._targets = (definitions, targets)
        return self._targets[1]


def _read(text: str, options: Options) -> tuple[Element, Document]:
    """The blocks of `text`, their spans not yet read, and what it defines."""
    document = Document(options)
    for name, (url, title) in options.link_defs.items():
        document.links[link_name(name)] = LinkTarget(url, title)
    root = Element(Kind.ROOT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    BlockReader(document, text.removesuffix("\n") + "\n", root).read()
    return root, document


_WHOLE = re.compile(r"\{:[^{}]*\b(?:toc|footnotes)\b")


def _is_of_one_piece(document: Document, text: str) -> bool:
    return bool(
        document.footnotes
        or document.abbreviations
        or document.attribute_lists
        or document.changes_options
        or _WHOLE.search(text)
    )


def _starts(root: Element) -> list[int]:
    """Where the blocks begin that stand after a blank line."""
    starts = []
    is_after_blank = True
    for element in root.children:
        if element.kind is Kind.BLANK:
            is_after_blank = True
        else:
            if is_after_blank:
                starts.append(element.start)
            is_after_blank = False
    return starts


def _blocks(body: str, starts: list[int]) -> tuple[Block, ...]:
    """The blocks that begin at these offsets; blank lines above the first belong to it."""
    if not body.strip(SPACE):
        return ()
    blocks: list[Block] = []
    line = begin = 0
    for end in [*sorted(set(starts))[1:], len(body)]:
        text = body[begin:end]
        if not text.strip(SPACE):
            continue
        above = BLANK_LINES.match(text)
        blocks.append(Block(text, line + (above[0].count("\n") if above else 0)))
        line += text.count("\n")
        begin = end
    if begin < len(body) and blocks:
        blocks[-1] = Block(blocks[-1].text + body[begin:], blocks[-1].line)
    return tuple(blocks)
