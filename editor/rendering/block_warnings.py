"""What the site's build leaves out of the blocks of a post."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.generators.dialect import BuildWarning
from editor.rendering.article import Block


class BlockWarnings:
    """The warnings about blocks, found when their HTML changes."""

    def __init__(self, find: Callable[[str], Sequence[BuildWarning]] | None) -> None:
        """`find` tells them by the HTML of a block, on lines of the block."""
        self._find = find
        self._of_block: dict[Block, Sequence[BuildWarning]] = {}

    def change(self, gone: Iterable[Block], changed: Iterable[Block]) -> None:
        """The blocks `gone` are no more, the HTML of others has `changed`."""
        if self._find is None:
            return
        for block in gone:
            self._of_block.pop(block, None)
        for block in changed:
            self._of_block.pop(block, None)
            if found := self._find(block.html):
                self._of_block[block] = found

    def each(self, blocks: Sequence[Block]) -> Iterator[tuple[int, BuildWarning]]:
        """The first warning of each kind and name, with the number of its block."""
        met: set[tuple[str, str]] = set()
        for index, block in enumerate(blocks) if self._of_block else ():
            for warning in self._of_block.get(block, ()):
                if (warning.kind, warning.name) not in met:
                    met.add((warning.kind, warning.name))
                    yield index, warning
