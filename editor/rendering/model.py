"""What is asked of a renderer, and what it answers: renderings as patches of earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from editor.edits import Edit
from editor.generators.build_warning import BuildWarning


@dataclass(frozen=True)
class RenderRequest:
    """A post to render: the whole file's text, as it was at `revision`.

    Instead of a `text`, `edits` lead to it from that of revision `since`, one after the other. With
    `around` the rendering may be in part: the blocks around that line of the file come first.
    """

    revision: int
    text: str | None
    generator: str  # a name in GENERATORS
    path: Path | None = None  # of the post; None where it was never saved
    root: Path | None = None  # of its site; None: there are no settings, and tags read no file
    is_shown: bool = False  # formulas are drawn, as by the scripts of the site's pages
    since: int = -1
    edits: tuple[Edit, ...] = ()
    around: int | None = None


@dataclass(frozen=True)
class Patch:
    """Blocks `start` up to `end`, not included, of a rendering are replaced by those in `html`.

    `spans` is for each of these how many lines below it the next block begins; less than none,
    where template tags repeat lines.
    """

    start: int
    end: int
    html: tuple[str, ...]
    spans: tuple[int, ...]


@dataclass(frozen=True)
class LineMap:
    """On which lines of the file the blocks of a rendering begin, counted from 0."""

    first: int = 0
    spans: tuple[int, ...] = ()

    def patched(self, rendering: "Rendering") -> "LineMap":
        """The lines after `rendering`, whose base has these."""
        spans = () if rendering.base == -1 else self.spans
        for patch in rendering.patches:
            spans = spans[: patch.start] + patch.spans + spans[patch.end :]
        return LineMap(rendering.first_line, spans)

    @cached_property
    def starts(self) -> Sequence[int]:
        """The line of each block."""
        return list(accumulate(self.spans, initial=self.first))[:-1]


@dataclass(frozen=True)
class Header:
    """What stands above an article, in plain texts; the window words the day."""

    title: str = ""
    day: str = ""  # 2009-06-24; "" where there is none,
    written: str = ""  # and then this is what stands in its place
    lists: tuple[str, ...] = ()
    language: str = ""  # of the post, such as "fr"


@dataclass(frozen=True)
class Rendering:
    """What leads from the rendering of revision `base` to that of `revision`.

    A base of -1 is a page without a block. Each patch is of what those before it made. The first
    block begins on `first_line` of the file, counted from 0.
    """

    revision: int
    base: int
    patches: tuple[Patch, ...]
    first_line: int = 0
    is_complete: bool = True  # else there is more to show: ask for it by a request without edits
    warnings: tuple[BuildWarning, ...] = ()  # by the lines of the file
    header: Header | None = None  # of a request that is shown, where the base is -1

    @property
    def html(self) -> tuple[str, ...]:
        """The blocks of a rendering with the base -1."""
        return patched((), self)

    @property
    def lines(self) -> Sequence[int]:
        """The lines of the file on which the blocks of a rendering with the base -1 begin."""
        return LineMap().patched(self).starts


def patched(blocks: tuple[str, ...], rendering: Rendering) -> tuple[str, ...]:
    """The blocks after `rendering`, whose base has `blocks`."""
    for patch in rendering.patches:
        blocks = blocks[: patch.start] + patch.html + blocks[patch.end :]
    return blocks


class TextMissing(ValueError):  # noqa: N818 - an answer like others
    """Edits of a text that is not known: the whole text is wanted."""
