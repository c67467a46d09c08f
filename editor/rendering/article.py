"""The blocks of a post with their HTML, which follows edits: what an edit concerns is rendered."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from editor.blocks import BlockList, Part, Splice
from editor.edits import Edit
from editor.generators.fragments import (
    ONE_PIECE,
    Definitions,
    Dialect,
    Extent,
    Fragment,
)
from editor.generators.marks import Count, filled, marks_in

_NO_QUOTES = (0, 0)


class Block(Part):
    """A block and what is known of it. Without a `fragment` it is to be rendered."""

    __slots__ = (
        *("definitions", "fragment", "has_quotes", "html", "marks", "notes", "open_quotes"),
        *("span", "values"),
    )

    def __init__(self, text: str, definitions: Definitions) -> None:
        super().__init__(text)
        self.definitions = definitions
        self.fragment: Fragment | None = None
        self.open_quotes = _NO_QUOTES  # those above it that it closes
        self.marks: tuple[str, ...] | None = None  # None: never rendered
        self.values: list[str] = []  # in the place of the marks
        self.notes: Mapping[str, str] = {}
        self.has_quotes = False  # that concern other blocks, or may
        self.span = 0  # lines from it to the next, as they were told last
        self.html = ""


class Article:
    """The blocks of a body, rendered by one dialect."""

    def __init__(self, dialect: Dialect, drawn: Callable[[str], str] | None = None) -> None:
        """`drawn` gives the HTML of a block with the formulas in it drawn."""
        self._dialect, self._drawn = dialect, drawn
        self._is_one_piece = False
        self._list = self._new_list()
        self._defined: Definitions = dialect.combined([])
        self._splices: list[Splice[Block]] = []  # since the last rendering
        self._stale: set[Block] = set()
        self.section = ""  # the footnotes, where they stand at the end

    @property
    def blocks(self) -> Sequence[Block]:
        """All blocks of the body."""
        return self._list.parts

    @property
    def to_render(self) -> int:
        """How many characters of it are to be rendered."""
        return sum(len(block.text) for block in self._stale)

    def line_of(self, index: int) -> int:
        """The line on which the text of the block of that number begins, from 0."""
        return self._list.line_of(index)

    def index_at(self, line: int) -> int:
        """The number of the block that holds `line`, or of the last."""
        return self._list.index_at(line)

    def change(self, edits: Sequence[Edit], body: str | None = None) -> list[Splice[Block]]:
        """Make `edits` to the body. What that does to its blocks, one splice after the other.

        The new blocks, and others that the edits concern, are to be rendered. `body` is the one
        that the edits make, where that is known.
        """
        known = body if len(edits) == 1 else None  # after the last edit, not after each
        splices = [splice for edit in edits for splice in self._list.change(edit, known)]
        self._note(splices)
        if any(_definitions(splice.old) != _definitions(splice.parts) for splice in splices):
            self._define()
        if self._is_one_piece and ONE_PIECE not in self._defined:
            splices.append(self._cut_anew())
        if not self._is_one_piece and ONE_PIECE in self._defined:  # also where it was so before
            splices.append(self._cut_anew())
        return splices

    def _new_list(self) -> BlockList[Block]:
        extents = _whole if self._is_one_piece else self._dialect.extents
        return BlockList(extents, lambda text: Block(text, self._dialect.definitions(text)))

    def _note(self, splices: Iterable[Splice[Block]]) -> None:
        for splice in splices:
            self._splices.append(splice)
            self._stale.difference_update(splice.old)
            self._stale.update(block for block in splice.parts if block.fragment is None)

    def _cut_anew(self) -> Splice[Block]:
        self._is_one_piece = not self._is_one_piece
        old, self._list = self._list, self._new_list()
        self._list.change(Edit(0, 0, old.body))
        splice = Splice(0, len(old.parts), tuple(old.parts), tuple(self._list.parts))
        self._note([splice])
        self._define()
        return splice

    def _define(self) -> None:
        """Gather what the blocks define; those that a change of it concerns are to be rendered."""
        before = self._defined
        found = (block.definitions for block in self.blocks if block.definitions)
        now = self._defined = self._dialect.combined(found)
        changed = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
        for block in self.blocks if changed else ():
            if block.fragment is not None and self._dialect.is_concerned(
                block.text, block.fragment.needs, changed
            ):
                block.fragment = None
                self._stale.add(block)

    def render(self, start: int, end: int, must_count: bool = False) -> set[Block]:
        """Render what is to be rendered of the blocks from `start` up to `end`.

        Those whose HTML changed. `must_count` says that another part of the post is counted than
        before: ids are told apart and footnotes numbered within it.
        """
        splices, self._splices = self._splices, []
        before = {block: block.html for block in self._stale_between(start, end, splices)}
        for block in before:
            known = block.marks, block.notes
            self._render(block, _NO_QUOTES)
            must_count |= known[0] is not None and known != (block.marks, block.notes)
        must_count |= not all(_inherits(splice) for splice in splices)
        gone = (block for splice in splices for block in splice.old)
        if must_count or any(block.has_quotes for block in (*before, *gone)):
            self._carry_quotes(self.blocks[start:end], before)
        if must_count:
            self._count(start, end, before)
        for block in before:
            assert block.fragment is not None
            block.html = filled(block.fragment.html, block.values)
        return {block for block, html in before.items() if block.html != html}

    def _stale_between(
        self, start: int, end: int, splices: Sequence[Splice[Block]]
    ) -> Sequence[Block]:
        if not self._stale:
            return ()
        if len(splices) == 1 and self._stale.issubset(splices[0].parts):  # as at most keys
            first = splices[0].start
            place = slice(max(start, first), min(end, first + len(splices[0].parts)))
        else:
            place = slice(start, end)
        return [block for block in self.blocks[place] if block in self._stale]

    def _render(self, block: Block, open_quotes: tuple[int, int]) -> None:
        fragment = self._dialect.fragment(block.text, self._defined, open_quotes)
        if self._drawn:
            fragment.html = self._drawn(fragment.html)
        block.fragment, block.open_quotes = fragment, open_quotes
        block.marks, block.notes = marks_in(fragment.html), fragment.notes
        block.has_quotes = fragment.lacks != _NO_QUOTES or fragment.leaves != _NO_QUOTES
        self._stale.discard(block)

    def _carry_quotes(self, blocks: Iterable[Block], before: dict[Block, str]) -> None:
        """Let each block close the quotes that are open above it."""
        still_open = _NO_QUOTES
        for block in blocks:
            if not block.has_quotes or block.fragment is None:
                continue
            lacks, leaves = block.fragment.lacks, block.fragment.leaves
            closed = (min(still_open[0], lacks[0]), min(still_open[1], lacks[1]))
            if closed != block.open_quotes:
                before.setdefault(block, block.html)
                self._render(block, closed)
            still_open = (
                still_open[0] - closed[0] + leaves[0],
                still_open[1] - closed[1] + leaves[1],
            )

    def _count(self, start: int, end: int, before: dict[Block, str]) -> None:
        """Count the marks of all blocks, and let their values be what comes of it."""
        blocks = self.blocks[start:end]
        marked = [block for block in blocks if block.marks]
        notes = [block.notes for block in blocks if block.notes]
        count = Count(self._dialect)
        values = [count.values(block.marks or ()) for block in marked]
        is_complete = start == 0 and end == len(self.blocks)
        section = count.section(self._dialect.combined_notes(notes)) if is_complete else ""
        for block, of_block in zip(marked, values, strict=True):
            now = count.late(block.marks or (), of_block, section)
            if now != block.values:
                before.setdefault(block, block.html)
                block.values = now
        self.section = "" if count.are_notes_placed else section


def _inherits(splice: Splice[Block]) -> bool:
    """Give the values of the old blocks' marks to the new blocks, if they have the same marks."""
    old, new = splice.old, splice.parts
    if any(block.marks is None for block in (*old, *new)):
        return False
    if [mark for block in old for mark in block.marks or ()] != [
        mark for block in new for mark in block.marks or ()
    ]:
        return False
    if [block.notes for block in old if block.notes] != [b.notes for b in new if b.notes]:
        return False
    values = [value for block in old for value in block.values]
    for block in new:
        count = len(block.marks or ())
        block.values, values = values[:count], values[count:]
    return True


def _definitions(blocks: Iterable[Block]) -> list[Definitions]:
    return [block.definitions for block in blocks if block.definitions]


def _whole(body: str, start: int) -> Iterator[Extent]:  # noqa: ARG001 - it is 0
    if body.strip(" \t\n"):
        yield Extent(len(body), len(body))
