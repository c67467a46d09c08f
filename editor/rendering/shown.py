"""Which blocks of a post a page shows, and the patches that lead from one rendering to the next.

A long post is shown in part at first: around the caret, then ever more above and below it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from editor.blocks import Splice
from editor.rendering.article import Block
from editor.rendering.model import Patch

PART = 24_000  # characters of blocks in a part: 10 ms of rendering


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
    left = PART
    missing = sum(len(b.text) for b in blocks[place.start : place.stop] if b.fragment is None)
    if around not in place or missing > PART:
        place, may_grow = range(around, around), True
    else:
        left -= missing
    start, end = place.start, place.stop
    # A later part is on one side alone: a patch then brings it without what is shown already.
    is_first = not place
    is_below = start == 0 or (end < len(blocks) and end - around <= around - start)
    while may_grow and left > 0 and (start > 0 or end < len(blocks)):
        if (is_first or is_below) and end < len(blocks):
            left -= len(blocks[end].text)
            end += 1
        if (is_first or not is_below) and start > 0 and left > 0:
            start -= 1
            left -= len(blocks[start].text)
        if not is_first and (end == len(blocks) if is_below else start == 0):
            break
    return range(start, end)


def patches(
    old: Sequence[Block],
    new: Sequence[Block],
    changed: Set[Block],
    spans: Callable[[int, int], Sequence[int]],
    splices: Sequence[Splice[Block]] | None = None,
) -> Iterator[Patch]:
    """What leads from a page of the blocks `old` to one of the blocks `new`.

    `changed` are those whose HTML did; `spans` gives the lines of some of `new`. If `splices` made
    `new` of `old`, and they are told, nothing need be compared.
    """
    if splices is None:
        splices = [_difference(old, new)]
    told = {block for splice in splices for block in splice.parts}
    first = splices[0].start if len(splices) == 1 else 0
    last = first + len(told) if len(splices) == 1 else len(new)
    places = {block: at for at, block in enumerate(new[first:last], first) if block in told}
    for splice in splices:
        if splice.old or splice.parts:
            # One that a later splice takes away again is nowhere.
            at = [places.get(block, -1) for block in splice.parts]
            if at and min(at) >= 0 and at == list(range(at[0], at[0] + len(at))):
                lines = list(spans(at[0], at[0] + len(at)))
            else:
                lines = [spans(place, place + 1)[0] if place >= 0 else 0 for place in at]
            yield _told(splice.start, splice.end, splice.parts, lines)
    if changed - told:
        for index, block in enumerate(new):
            if block in changed and block not in told:
                yield _told(index, index + 1, [block], spans(index, index + 1))


def _told(start: int, end: int, blocks: Sequence[Block], spans: Sequence[int]) -> Patch:
    for block, span in zip(blocks, spans, strict=True):
        block.span = span
    return Patch(start, end, tuple(block.html for block in blocks), tuple(spans))


def _difference(old: Sequence[Block], new: Sequence[Block]) -> Splice[Block]:
    """What makes `new` of `old`: all between their common head and their common tail."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    return Splice(head, len(old) - tail, tuple(gone), tuple(come))


def _common(old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many blocks both begin with."""
    shorter = min(len(old), len(new))
    return bisect_left(range(shorter), True, key=lambda n: old[: n + 1] != new[: n + 1])
