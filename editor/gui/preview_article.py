"""What a preview shows: the blocks of the article, and the lines of the file they come from.

The page knows blocks alone; lines change with every line end typed above, and stay here.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from editor.rendering import LineMap, Rendering, patched


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

    def _span(self, index: int) -> tuple[int, int]:
        """The first line of block `index`, and the line after its last."""
        first = self.lines[index]
        if index + 1 < len(self.lines):  # mostly, one blank line comes between
            return first, max(first + 1, self.lines[index + 1] - 1)
        # How many lines the last block has is not told; HTML has about as many as its source.
        return first, first + 1 + self.blocks[index].rstrip("\n").count("\n")
