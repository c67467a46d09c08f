"""Dialects that markdown-it reads, block by block."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.generators import windows
from editor.generators.fragments import (
    Asked,
    Definitions,
    Dialect,
    Extent,
    Fragment,
    Key,
    Note,
)
from editor.generators.goldmark.footnotes import LABELS, NoteStyle, separated

_LINK, _NOTE = "link", "note"


class MarkdownItDialect(Dialect):
    """A dialect that `markdown` reads, with footnotes printed in a style."""

    def __init__(self, markdown: MarkdownIt, notes: NoteStyle) -> None:
        self._markdown, self._notes = markdown, notes

    def extents(self, body: str, start: int) -> Iterator[Extent]:
        def starts_in(text: str) -> list[int]:
            return self._starts(self.for_cutting(text))

        return windows.extents(body, start, starts_in, self.is_unended)

    def _starts(self, text: str) -> list[int]:
        """Where the blocks of `text` begin, each after a blank line; the first at its begin."""
        tokens: list[Token] = []
        text = _normal(text)
        self._markdown.block.parse(text, self._markdown, {}, tokens)
        lines = [0, *(match.end() for match in _LINE_END.finditer(text))]
        starts = [0]
        for token in tokens:
            if token.level == 0 and token.nesting >= 0 and token.map and token.map[0]:
                at = lines[token.map[0]]
                line_above = text[lines[token.map[0] - 1] : at]
                if not line_above.strip(" \t\n") and text[starts[-1] : at].strip(" \t\n"):
                    starts.append(at)
        return starts

    def for_cutting(self, text: str) -> str:
        """`text`, as long as it is, as it is to be read in search of blocks."""
        return text

    def is_unended(self, text: str) -> bool:  # noqa: ARG002
        """Whether what begins in `text` may end below it, and so change what it is."""
        return False

    def for_reading(self, text: str, defined: Definitions) -> str:  # noqa: ARG002
        """`text` as it is to be read."""
        return text

    def finished(self, html: str) -> str:
        """What becomes of `html`, which the engine made."""
        return html

    def definitions(self, text: str) -> Definitions:
        if "]:" not in text:
            return {}
        environment: MutableMapping[str, Any] = {}
        self._markdown.block.parse(
            _normal(self.for_reading(text, {})), self._markdown, environment, []
        )
        found: dict[Key, object] = {
            (_LINK, label): target for label, target in environment.get("references", {}).items()
        }
        return found | {(_NOTE, label): True for label in environment.get(LABELS, ())}

    def fragment(
        self, text: str, defined: Definitions, open_quotes: tuple[int, int] = (0, 0)
    ) -> Fragment:
        needs: set[Key] = set()
        environment: MutableMapping[str, Any] = {
            "references": Asked(_LINK, defined, needs),
            LABELS: Asked(_NOTE, defined, needs),
        }
        self.prepare(environment, open_quotes)
        tokens, notes = separated(
            self._markdown.parse(self.for_reading(text, defined), environment)
        )
        fragment = Fragment(self._html(tokens, environment), needs)
        fragment.notes = {label: self._html(note, environment) for label, note in notes.items()}
        self.conclude(environment, open_quotes, fragment)
        return fragment

    def prepare(self, environment: MutableMapping[str, Any], open_quotes: tuple[int, int]) -> None:
        """Set up what the reading of a block is to find."""

    def conclude(
        self,
        environment: MutableMapping[str, Any],
        open_quotes: tuple[int, int],
        fragment: Fragment,
    ) -> None:
        """Note what the reading of a block has left."""

    def _html(self, tokens: Sequence[Token], environment: MutableMapping[str, Any]) -> str:
        options = self._markdown.options
        return self.finished(str(self._markdown.renderer.render(tokens, options, environment)))

    def reference(self, mark: str, number: int, repeated: int) -> str:  # noqa: ARG002
        return self._notes.reference(number + 1, repeated)

    def links_back(self, mark: str, number: int, references: int) -> str:  # noqa: ARG002
        return "".join(self._notes.link_back(number + 1, count) for count in range(references))

    def notes(self, notes: Sequence[Note]) -> str:
        items = "".join(note.html for note in notes)
        return f"{self._notes.opening}{items}{self._notes.closing}"


def _normal(text: str) -> str:
    """`text`, as long as it was, as the engine makes it before it looks for blocks."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.replace("\0", "\ufffd")


_LINE_END = re.compile("\n")
