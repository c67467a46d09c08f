"""Which blocks of a post a page shows, and the patches that lead from one rendering to the next.

A long post is shown in part at first: around the caret, then ever more above and below it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from editor.blocks import Splice
from editor.rendering.article import Block
from editor.rendering.model import Patch

_PART = 24_000  # characters of blocks in a part: 10 ms of rendering


def moved(place: range, splices: Iterable[Splice[Block]]) -> range:
    """Where the blocks at `place` are after `splices`, with all that came among them."""
    start, end = place.start, place.stop
    for splice in splices:
        more = len(splice.parts) - len(splice.old)
        if splice.end <= start:
            start, end = start + more, end + more
        elif splice.start < end:
            start, end = min(start, splice.start), max(end, splice.end) + more
    return range(start, end)


def part(blocks: Sequence[Block], place: range, around: int, may_grow: bool) -> range:
    """The blocks to show: those at `place`, if `around` is among them, and more if it `may_grow`.

    No more are left out or added than can be rendered in no time.
    """
    left = _PART
    missing = sum(len(b.text) for b in blocks[place.start : place.stop] if b.fragment is None)
    if around not in place or missing > _PART:
        place, may_grow = range(around, around), True
    else:
        left -= missing
    start, end = place.start, place.stop
    while may_grow and left > 0 and (start > 0 or end < len(blocks)):
        if end < len(blocks):
            left -= len(blocks[end].text)
            end += 1
        if start > 0 and left > 0:
            start -= 1
            left -= len(blocks[start].text)
    return range(start, end)


def patches(
    old: Sequence[Block],
    new: Sequence[Block],
    changed: Set[Block],
    spans: Callable[[int, int], Sequence[int]],
    splices: Sequence[Splice[Block]] = (),
) -> Iterator[Patch]:
    """What leads from a page of the blocks `old` to one of the blocks `new`.

    `changed` are those whose HTML did; `spans` gives the lines of some of `new`. If `splices` made
    `new` of `old`, and they are told, there is less to compare.
    """
    if len(splices) == 1:
        head, old_end = splices[0].start, splices[0].end
    else:
        head = _common(old, new)
        old_end = len(old) - _common(old[head:][::-1], new[head:][::-1])
    end = len(new) - (len(old) - old_end)
    if head < end or head < old_end:
        html = tuple(block.html for block in new[head:end])
        yield Patch(head, old_end, html, tuple(spans(head, end)))
    if changed - set(new[head:end]):
        for index, block in enumerate(new):
            if block in changed and not head <= index < end:
                yield Patch(index, index + 1, (block.html,), tuple(spans(index, index + 1)))


def _common(old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many blocks both begin with."""
    shorter = min(len(old), len(new))
    return bisect_left(range(shorter), True, key=lambda n: old[: n + 1] != new[: n + 1])
