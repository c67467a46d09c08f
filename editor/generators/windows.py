"""Blocks looked for in a window of a body at a time, for readers that read a text as a whole."""

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

from editor.generators.fragments import Extent

_WINDOW, _MOST = 2_000, 30_000  # characters at first, and later on, of a window


def extents(
    body: str,
    start: int,
    starts_in: Callable[[str], list[int]],
    is_unended: Callable[[str], bool] = lambda _: False,
) -> Iterator[Extent]:
    """The blocks of `body` from `start` on; `starts_in` tells where those of a text begin.

    `is_unended` says of a text that something begins in it whose end may stand below it, so that
    it may be another thing than it seems.
    """
    size = _WINDOW
    while start < len(body):
        end = body.find("\n", start + size) + 1 or len(body)
        is_last = end == len(body)
        text = body[start:end]
        starts = [] if not is_last and is_unended(text) else starts_in(text)
        # More text may still go on with the last block, and have that go on with the one above.
        ends = starts[1:] if is_last else starts[1:-1]
        for begin, at in pairwise((0, *ends)):
            reach = sys.maxsize if is_unended(text[begin:at]) else start + at
            yield Extent(start + at, reach)
        if is_last:
            if text[ends[-1] if ends else 0 :].strip(" \t\n"):
                yield Extent(len(body), len(body))
            return
        start += ends[-1] if ends else 0
        size = min(2 * size, _MOST) if ends else size * 4
