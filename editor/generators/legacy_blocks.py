"""Dialects that are cut as a whole and rendered block by block, as dialects of blocks."""

from collections.abc import Iterable, Iterator, Set

from editor.generators.dialect import ID_START, Dialect
from editor.generators.fragments import BlockDialect, Definitions, Extent, Fragment, Key
from editor.generators.marks import ID

_TARGETS: Key = ("targets", "")


class CutDialect(BlockDialect):
    """A dialect that finds blocks by reading all of a body."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    def extents(self, body: str, start: int) -> Iterator[Extent]:
        end = 0
        for block in self._dialect.cut(body).blocks:
            end += len(block.text)
            if end > start:
                yield Extent(end, end)

    def definitions(self, text: str) -> Definitions:
        found = self._dialect.cut(text).definitions if "]:" in text else ""
        return {_TARGETS: found} if found else {}

    def combined(self, definitions: Iterable[Definitions]) -> Definitions:
        return {_TARGETS: "\n\n".join(str(of_block[_TARGETS]) for of_block in definitions)}

    def is_concerned(self, text: str, needs: Set[Key], changed: Set[Key]) -> bool:  # noqa: ARG002
        return "[" in text and bool(changed)

    def fragment(
        self,
        text: str,
        defined: Definitions,
        open_quotes: tuple[int, int] = (0, 0),  # noqa: ARG002
    ) -> Fragment:
        targets = str(defined[_TARGETS]) if "[" in text else ""
        html = self._dialect.render(text, targets)
        return Fragment(html.replace(ID_START, ID_START + ID))
