"""What the site's build leaves out of the blocks of a post, or stops at."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.blocks import Block as PlainBlock
from editor.generators.dialect import BuildWarning
from editor.rendering.article import Block

Find = Callable[[Sequence[PlainBlock], Sequence[str]], Sequence[BuildWarning]]
"""The warnings about blocks, by these and their HTML; about none, those about the site."""


class BlockWarnings:
    """The warnings about blocks, found when their HTML changes."""

    def __init__(self, find: Find | None) -> None:
        self._find = find
        self.of_site = find([], []) if find else ()
        self._of_block: dict[Block, Sequence[BuildWarning]] = {}

    def change(self, gone: Iterable[Block], changed: Iterable[Block]) -> None:
        """The blocks `gone` are no more, the HTML of others has `changed`."""
        if self._find is None:
            return
        for block in gone:
            self._of_block.pop(block, None)
        for block in changed:
            self._of_block.pop(block, None)
            found = self._find([PlainBlock(block.text, 0)], [block.html])
            if own := [warning for warning in found if warning.line >= 0]:
                self._of_block[block] = own

    def each(self, blocks: Sequence[Block]) -> Iterator[tuple[int, BuildWarning]]:
        """The first warning of each kind and name, with the number of its block."""
        met: set[tuple[str, str]] = set()
        for index, block in enumerate(blocks) if self._of_block else ():
            for warning in self._of_block.get(block, ()):
                if (warning.kind, warning.name) not in met:
                    met.add((warning.kind, warning.name))
                    yield index, warning
