"""A page of one post as one generator makes it, which follows the post's edits."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, islice, pairwise

from editor.blocks import Splice
from editor.edits import Edit
from editor.generators import Generator
from editor.generators.dialect import BuildWarning, Delimiters, Expanded, Problem, Settings
from editor.generators.formulas import drawn
from editor.post import Post
from editor.rendering.article import Article, Block
from editor.rendering.block_warnings import BlockWarnings
from editor.rendering.model import Patch, Rendering, RenderRequest
from editor.rendering.shown import PART, moved, part, patches
from editor.rendering.template_tags import TemplateTags

_MOST_WARNINGS = 100
_SPACE = " \t\n\r\f\v"


class Page:
    """What was rendered last of a post, and what leads from there to the next rendering."""

    def __init__(
        self, generator: Generator, settings: Settings, formulas: Sequence[Delimiters]
    ) -> None:
        self._generator, self._settings = generator, settings
        self._article = Article(
            generator.dialect(settings), partial(drawn, delimiters=formulas) if formulas else None
        )
        self._tags = TemplateTags()
        self._revision = -1
        self._blocks: Sequence[Block] = ()  # that are shown
        self._place = range(0)  # where they are among those of the post
        self._section = ""
        self._of_site = generator.warnings(settings) if generator.warnings else ()
        self._of_blocks = BlockWarnings(generator.block_warnings)

    def rendering(
        self, request: RenderRequest, base: int, post: Post, edits: Sequence[Edit]
    ) -> Rendering:
        """What leads to `post`, which `edits` of its body made of the post rendered last."""
        if base < 0 or base != self._revision:
            base = -1
            self._blocks, self._section = (), ""
        article = self._article
        was_whole = bool(self._blocks) and len(self._place) == len(article.blocks)
        if base == -1 and not edits:
            self._tags.forget()  # a file that they include may have changed
        changes = self._change_tags(request, post, edits)
        splices = article.change(changes, self._tags.text)
        self._place = self._place_after(request, post, splices, bool(edits))
        is_whole = len(self._place) == len(article.blocks)
        changed = article.render(
            self._place.start, self._place.stop, must_count=not (was_whole and is_whole)
        )
        gone = (block for splice in splices for block in splice.old)
        self._of_blocks.change(gone, changed)
        found = self._patches(changed, splices if was_whole and is_whole else None)
        section = article.section if is_whole else ""
        if section != self._section:
            end = len(self._blocks)
            new = (section,) if section else ()
            found.append(Patch(end, end + bool(self._section), new, (0,) * len(new)))
        self._section, self._revision = section, request.revision
        return Rendering(
            request.revision,
            base,
            tuple(found),
            post.body_line + self._lines(self._place.start, self._place.start)[0],
            is_whole,
            self._all_warnings(post.body_line),
        )

    def _change_tags(
        self, request: RenderRequest, post: Post, edits: Sequence[Edit]
    ) -> Sequence[Edit]:
        run_tags = self._generator.run_tags

        def run() -> Expanded | None:
            return run_tags and run_tags(post, self._settings, request.path, request.root)

        return self._tags.change(post, edits, run)

    def _place_after(
        self, request: RenderRequest, post: Post, splices: Sequence[Splice[Block]], is_edited: bool
    ) -> range:
        """Which blocks to show after `splices`."""
        blocks = self._article.blocks
        whole = range(len(blocks))
        more = sum(len(splice.parts) - len(splice.old) for splice in splices)
        was_whole = len(self._place) + more == len(whole)
        if request.around is None or (was_whole and self._article.to_render <= PART):
            return whole
        place = whole if was_whole else moved(self._place, splices)
        line = self._tags.line_of(max(0, request.around - post.body_line))
        around = self._article.index_at(line)
        return part(blocks, place, around, may_grow=not (is_edited and self._blocks))

    def _patches(self, changed: set[Block], splices: Sequence[Splice[Block]] | None) -> list[Patch]:
        old, place = self._blocks, self._place
        self._blocks = self._article.blocks[place.start : place.stop]
        if self._tags.have_moved_lines:
            for block, span in zip(self._blocks, self._spans(0, len(place)), strict=True):
                if block.span != span:
                    changed.add(block)
        return list(patches(old, self._blocks, changed, self._spans, splices))

    def _spans(self, start: int, end: int) -> list[int]:
        """How far it is, in lines, from each of the blocks shown to the next."""
        lines = self._lines(self._place.start + start, self._place.start + end)
        return [below - line for line, below in pairwise(lines)]

    def _lines(self, start: int, end: int) -> list[int]:
        """On which lines of the body the blocks begin, from `start` up to `end` itself."""
        article = self._article
        counts = [block.lines for block in article.blocks[start:end]]
        lines = list(accumulate(counts, initial=article.line_of(start)))
        if start == 0 and article.blocks:
            text = article.blocks[0].text
            lines[0] = text.count("\n", 0, len(text) - len(text.lstrip(_SPACE)))
        return [self._tags.line_at(line) for line in lines]

    def _all_warnings(self, body_line: int) -> tuple[BuildWarning, ...]:
        """The warnings on lines of the file, and not too many."""
        found: list[Problem] = [*self._tags.problems[:_MOST_WARNINGS], *self._of_site]
        for index, warning in islice(self._of_blocks.each(self._blocks), _MOST_WARNINGS):
            line = self._lines(self._place.start + index, self._place.start + index)[0]
            found.append(replace(warning, line=line + warning.line))
        return tuple(
            BuildWarning(
                str(one.kind), body_line + one.line if one.line >= 0 else -1, one.name, one.fails
            )
            for one in found[:_MOST_WARNINGS]
        )
