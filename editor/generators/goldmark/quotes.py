"""Quotes left open, which goldmark counts over the whole post and closes in a later paragraph."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from editor.blocks import Block


@dataclass(slots=True)
class QuoteCount:
    """Quotes of one kind, single or double, on the way through a text."""

    open: int = 0
    lacking: int = 0  # quotes that would have closed another, if one had been open

    def close(self) -> bool:
        """Close the last that is open; whether there was one."""
        if self.open:
            self.open -= 1
            return True
        self.lacking += 1
        return False


Quotes = tuple[QuoteCount, QuoteCount]  # single and double


def joined(blocks: Iterable[Block], quotes_of: Callable[[Block], Quotes]) -> Iterator[Block]:
    """`blocks`, those joined between which a quote opens and closes.

    Each can be rendered alone: no quote in it depends on one in another.
    """
    groups: list[tuple[list[Block], tuple[int, int]]] = []  # and how many quotes each leaves open
    still_open = [0, 0]
    for block in blocks:
        group, counts = [block], quotes_of(block)
        lacking = [count.lacking for count in counts]
        left = [count.open for count in counts]
        while any(need and among for need, among in zip(lacking, still_open, strict=True)):
            above, opened = groups.pop()
            group[:0] = above
            for kind, number in enumerate(opened):
                used = min(number, lacking[kind])
                lacking[kind] -= used
                left[kind] += number - used
                still_open[kind] -= number
        for kind, number in enumerate(left):
            still_open[kind] += number
        groups.append((group, (left[0], left[1])))
    for group, _ in groups:
        first = group[0]
        yield Block("".join(block.text for block in group), first.line) if group[1:] else first
