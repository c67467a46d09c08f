"""Posts rendered as HTML, block by block; what was rendered before is remembered.

Nothing here is guarded: a hostile post may take for ever. The window renders by `render_process`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.generators import GENERATORS, Dialect, Generator
from editor.generators.dialect import (
    ID_END,
    ID_START,
    BuildWarning,
    Delimiters,
    Problem,
    Settings,
)
from editor.generators.formulas import DrawnFormulas
from editor.post import Post


@dataclass(frozen=True)
class RenderRequest:
    """A post to render: the whole file's text, as it was at `revision`."""

    revision: int
    text: str
    generator: str  # a name in GENERATORS
    path: Path | None = None  # of the post; None where it was never saved
    root: Path | None = None  # of its site; None: there are no settings, and tags read no file
    is_shown: bool = False  # formulas are drawn, as by the scripts of the site's pages


@dataclass(frozen=True)
class Patch:
    """Blocks `start` up to `end`, not included, of a rendering are replaced by those in `html`."""

    start: int
    end: int
    html: tuple[str, ...]


@dataclass(frozen=True)
class Rendering:
    """What leads from the rendering of revision `base` to that of `revision`.

    A base of -1 is a page without a block. `lines` tells where in the file each block of the new
    rendering begins, counted from 0.
    """

    revision: int
    base: int
    patch: Patch
    lines: tuple[int, ...]
    warnings: tuple[BuildWarning, ...] = ()  # by the lines of the file


class Renderer:
    """Renders one post again and again. A block that did not change is not rendered again.

    It remembers its last rendering and no other.
    """

    def __init__(self, generators: Mapping[str, Generator] = GENERATORS) -> None:
        self._generators = generators
        self._made_for: tuple[object, ...] = ()  # the dialect
        self._dialect: Dialect | None = None
        self._remembered: dict[tuple[str, str], str] = {}  # HTML by definitions and text
        self._revision = -1
        self._html: tuple[str, ...] = ()

    def render(self, request: RenderRequest, base: int) -> Rendering:
        """The post, as a patch of revision `base` where that was rendered last, else of nothing."""
        post = Post.parse(request.text)
        generator = self._generators[request.generator]
        settings = generator.read_settings(request.root) if request.root else {}
        find = generator.formulas if request.is_shown else None
        formulas = find(post, settings) if find else ()
        dialect = self._dialect_of(generator, settings, formulas)
        run_tags = generator.run_tags
        expanded = run_tags(post, settings, request.path, request.root) if run_tags else None
        cut = dialect.cut(post.body if expanded is None else expanded.text)
        remembered: dict[tuple[str, str], str] = {}
        fragments = []
        for block in cut.blocks:
            # Without a bracket there is no link that the definitions could concern.
            definitions = cut.definitions if "[" in block.text else ""
            key = (definitions, block.text)
            html = self._remembered.get(key)
            if html is None:
                html = dialect.render(block.text, definitions)
            remembered[key] = html
            fragments.append(html)
        if base < 0 or base != self._revision:
            base, self._html = -1, ()
        new = tuple(_with_unique_ids(fragments))
        places = [block.line for block in cut.blocks]
        if expanded is not None:
            last = len(expanded.lines) - 1
            places = [expanded.lines[min(place, last)] for place in places]
        lines = tuple(post.body_line + place for place in places)
        warnings: list[Problem] = [*expanded.problems] if expanded else []
        if generator.warnings:
            warnings += generator.warnings(cut.blocks, fragments, settings)
        rendering = Rendering(
            request.revision,
            base,
            patch(self._html, new),
            lines,
            _in_file(warnings, post.body_line),
        )
        self._remembered, self._html, self._revision = remembered, new, request.revision
        return rendering

    def _dialect_of(
        self, generator: Generator, settings: Settings, formulas: Sequence[Delimiters] = ()
    ) -> Dialect:
        wanted = (generator.name, settings, formulas)
        if self._dialect is None or wanted != self._made_for:
            dialect = generator.dialect(settings)
            self._dialect = DrawnFormulas(dialect, formulas) if formulas else dialect
            self._made_for, self._remembered = wanted, {}
        return self._dialect


def _in_file(warnings: Sequence[Problem], body_line: int) -> tuple[BuildWarning, ...]:
    """`warnings` on lines of the file, and not too many."""
    return tuple(
        BuildWarning(
            str(one.kind), body_line + one.line if one.line >= 0 else -1, one.name, one.fails
        )
        for one in warnings[:_MOST_WARNINGS]
    )


_MOST_WARNINGS = 100


def article(text: str, generator: str) -> str:
    """The HTML that `generator` makes of the body of the post `text`."""
    rendering = Renderer().render(RenderRequest(0, text, generator), base=-1)
    blocks = (html.rstrip("\n") for html in rendering.patch.html)
    return "".join(f"{html}\n" for html in blocks if html)


def patch(old: Sequence[str], new: Sequence[str]) -> Patch:
    """What leads from the blocks `old` to `new`: all between their common head and common tail."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return Patch(head, len(old) - tail, tuple(new[head : len(new) - tail]))


def _with_unique_ids(blocks: Iterable[str]) -> Iterator[str]:
    """`blocks` with the ids that the dialect gave to headings, told apart as Jekyll and Hugo do."""
    used: Counter[str] = Counter()

    def unique(match: re.Match[str]) -> str:
        wished = match[1]
        used[wished] += 1
        return f"{wished}-{used[wished] - 1}" if used[wished] > 1 else wished

    for html in blocks:
        yield _HEADING_ID.sub(unique, html) if ID_START in html else html


_HEADING_ID = re.compile(f"{ID_START}([^{ID_END}]*){ID_END}")
