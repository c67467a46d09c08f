"""Blocks that follow edits: told by a reader that knows nothing but blank lines, and fences."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from editor.blocks import BlockList, Part
from editor.edits import Edit

Extents = Iterator["Extent"]


@dataclass(frozen=True)
class Extent:
    end: int
    reach: int


class Reader:
    """Paragraphs, and from one `<<` to the next `>>`, if there is one, one block."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def extents(self, body: str, start: int) -> Extents:
        while body[start:].strip("\n"):
            close = body.find(">>", start)
            opens = re.compile(r"\n*<<").match(body, start)
            reach = 0
            if opens and close >= 0:
                end = self._behind(body, close)
            else:
                end = self._behind(body, start)
                reach = sys.maxsize if opens else 0
            end = end if body[end:].strip("\n") else len(body)
            self.read.append(body[start:end])
            yield Extent(end, max(end, reach))
            start = end

    def _behind(self, body: str, at: int) -> int:
        blank = re.compile(r"[^\n]\n\n+").search(body, at)
        return blank.end() if blank else len(body)


def blocks_of(body: str) -> tuple[BlockList[Part], Reader]:
    reader = Reader()
    blocks = BlockList(reader.extents, Part)
    blocks.change(Edit(0, 0, body))
    reader.read.clear()
    return blocks, reader


def texts(blocks: BlockList[Part]) -> list[str]:
    return [part.text for part in blocks.parts]


def test_an_edit_replaces_its_block_and_no_other() -> None:
    blocks, _ = blocks_of("a\n\nb\n\nc\n\nd")
    before = list(blocks.parts)
    (splice,) = blocks.change(Edit(3, 4, "B"))
    assert (splice.start, splice.end) == (1, 2)
    assert [part.text for part in splice.parts] == ["B\n\n"]
    assert splice.old == (before[1],)
    assert blocks.parts == [before[0], *splice.parts, *before[2:]]


def test_an_edit_has_its_surroundings_read_and_not_the_body() -> None:
    blocks, reader = blocks_of("".join(f"word {n}\n\n" for n in range(10_000)))
    blocks.change(Edit(50_000, 50_000, "x"))
    assert len(reader.read) < 10


def test_what_opens_far_above_and_is_closed_by_an_edit_takes_in_what_is_between() -> None:
    body = "a\n\n<<b\n\n" + "c\n\n" * 100
    blocks, _ = blocks_of(body)
    blocks.change(Edit(200, 200, ">>"))
    assert len(blocks.parts[1].text) > 190
    blocks.change(Edit(200, 202, ""))
    assert texts(blocks) == texts(blocks_of(body)[0])


def test_the_line_of_a_block_and_the_block_of_a_line() -> None:
    blocks, _ = blocks_of("\n\na\nb\n\nc\n\nd")
    assert [blocks.line_of(index) for index in range(3)] == [0, 5, 7]
    assert [blocks.index_at(line) for line in (0, 4, 5, 6, 7, 90)] == [0, 0, 1, 1, 2, 2]


_TEXT = st.lists(st.sampled_from(["a", "b", "\n", "\n\n", "<<", ">>", "<<c\n\n"])).map("".join)


@given(_TEXT, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9), _TEXT), max_size=6))
def test_after_any_edits_the_blocks_are_those_of_the_body_read_anew(
    body: str, edits: list[tuple[int, int, str]]
) -> None:
    blocks, _ = blocks_of(body)
    shown = list(blocks.parts)
    for at, length, new in edits:
        start = min(at, len(body))
        edit = Edit(start, min(start + length, len(body)), new)
        body = body[: edit.start] + new + body[edit.end :]
        for splice in blocks.change(edit):
            assert tuple(shown[splice.start : splice.end]) == splice.old
            shown[splice.start : splice.end] = splice.parts
    assert texts(blocks) == texts(blocks_of(body)[0])
    assert shown == blocks.parts
