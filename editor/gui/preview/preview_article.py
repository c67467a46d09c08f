"""What a preview shows: the blocks of the article, and the lines of the file they come from.

The page knows blocks alone; lines change with every line end typed above, and stay here.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.rendering import LineMap, Rendering, patched

if TYPE_CHECKING:
    from editor.gui.preview.block_places import BlockPlaces

ReadLines = Callable[[int, int], Sequence[str]]
"""The file's lines from one up to another, not included, or up to the last."""

_LONG = 5_000  # characters of a block's HTML; to look for their words takes 4 ms


@dataclass(frozen=True, slots=True)
class Article:
    """The blocks of one rendering, each with its HTML and the first of its lines in the file."""

    revision: int = -1  # -1 is the empty page, before any rendering
    blocks: tuple[str, ...] = ()
    line_map: LineMap = LineMap()  # noqa: RUF009 - it is frozen

    @property
    def lines(self) -> Sequence[int]:
        """The file's line on which each block begins."""
        return self.line_map.starts

    def patched(self, rendering: Rendering) -> "Article | None":
        """The article after `rendering`; None where that is a patch for another article."""
        if rendering.base not in (-1, self.revision):
            return None
        length = 0 if rendering.base == -1 else len(self.blocks)
        for patch in rendering.patches:
            if not 0 <= patch.start <= patch.end <= length or len(patch.html) != len(patch.spans):
                return None
            length += len(patch.html) - (patch.end - patch.start)
        blocks = patched(() if rendering.base == -1 else self.blocks, rendering)
        return Article(rendering.revision, blocks, self.line_map.patched(rendering))

    def change_to(self, other: "Article") -> tuple[int, int, tuple[str, ...]]:
        """What to do to these blocks to get the other's: replace [start, end) by the HTML."""
        shorter = min(len(self.blocks), len(other.blocks))
        start = 0
        while start < shorter and self.blocks[start] == other.blocks[start]:
            start += 1
        tail = 0
        while tail < shorter - start and self.blocks[-1 - tail] == other.blocks[-1 - tail]:
            tail += 1
        return start, len(self.blocks) - tail, other.blocks[start : len(other.blocks) - tail]

    def is_unlike(self, other: "Article") -> bool:
        """Whether nothing of these blocks is left in `other`: it is another post."""
        start, end, _ = self.change_to(other)
        return start == 0 and end == len(self.blocks) > 1

    def place_of(self, line: float) -> tuple[int, float]:
        """The block in which the file's `line` lies, and how far into it, from 0 to 1.

        Lines of the front matter are the very start of the first block.
        """
        index = bisect_right(self.lines, line) - 1
        if index < 0:
            return 0, 0.0
        first, after = self._span(index)
        return index, min(1.0, (line - first) / (after - first))

    def line_at(self, index: int, fraction: float) -> float:
        """The file's line that lies `fraction` into block `index`; 0 where there is no such."""
        if not 0 <= index < len(self.lines):
            return 0.0
        first, after = self._span(index)
        return first + max(0.0, min(1.0, fraction)) * (after - first)

    def is_long(self, line: float) -> bool:
        """Whether `line` is in so long a block that to find its spot at each key would be felt."""
        index, _ = self.place_of(line)
        return index < len(self.blocks) and len(self.blocks[index]) > _LONG

    def spot_of(self, line: float, read: ReadLines) -> tuple[int, float]:
        """The block of the file's `line`, and how much of what it draws stands above that.

        From 0 to 1 is in the block, by its characters; from 1 to 2 between it and the next.
        """
        index, _ = self.place_of(line)
        if index >= len(self.lines) or line < self.lines[index]:
            return index, 0.0
        places, span = self._places(index, read)
        within, height = line - self.lines[index], places.lines[-1]
        if within > height:
            return index, 1 + min(1.0, (within - height) / max(0.01, span - height))
        return index, places.character_of(within) / places.characters[-1]

    def line_of_spot(self, index: int, spot: float, read: ReadLines) -> float:
        """The file's line at a spot as `spot_of` gives it; 0 where there is no such block."""
        if not 0 <= index < len(self.lines):
            return 0.0
        places, span = self._places(index, read)
        height = places.lines[-1]
        if spot > 1:
            return self.lines[index] + height + min(spot - 1, 1.0) * max(0.0, span - height)
        return self.lines[index] + places.line_of(spot * places.characters[-1])

    def word_at(
        self, index: int, spot: float, word: str, read: ReadLines
    ) -> tuple[int, int, int] | None:
        """Where `word`, drawn at `spot`, stands in the file: line, first column, column behind.

        None where the source of the block has no such word, as where a tag has written it.
        """
        if not word or not 0 <= index < len(self.lines):
            return None
        at = self.line_of_spot(index, spot, read) - self.lines[index]
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        found = [
            (abs(number + match.start() / len(line) - at), number, match)
            for number, line in enumerate(self._source(index, read))
            for match in whole.finditer(line)
        ]
        if not found:
            return None
        _, number, match = min(found, key=lambda near: near[:2])
        return self.lines[index] + number, match.start(), match.end()

    def _places(self, index: int, read: ReadLines) -> "tuple[BlockPlaces, int]":
        """The places of a block, and how many lines there are from it to the next."""
        from editor.gui.preview.block_places import block_places  # once a page is there

        first, after = self._span(index)
        source = self._source(index, read) or ("",) * (after - first)
        is_last = index + 1 == len(self.lines)
        span = len(source) if is_last else self.lines[index + 1] - first
        return block_places(source, self.blocks[index]), span

    def _source(self, index: int, read: ReadLines) -> tuple[str, ...]:
        """The lines of block `index`, without the blank ones below it."""
        first, after = self._span(index)
        if index + 1 < len(self.lines):
            after = self.lines[index + 1]
        else:  # its end is not told, and where the rest is still to come, it is not the text's
            after += after - first
        source = read(first, after)
        length = len(source)
        while length and not source[length - 1].strip():
            length -= 1
        return tuple(source[:length])

    def _span(self, index: int) -> tuple[int, int]:
        """The first line of block `index`, and the line after its last."""
        first = self.lines[index]
        if index + 1 < len(self.lines):  # mostly, one blank line comes between
            return first, max(first + 1, self.lines[index + 1] - 1)
        # How many lines the last block has is not told; HTML has about as many as its source.
        return first, first + 1 + self.blocks[index].rstrip("\n").count("\n")
