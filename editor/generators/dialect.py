"""What a generator is, and what it makes of Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from editor.blocks import Cut
from editor.post import Post

# A dialect writes the id that it gives to a heading of its own accord between these two. The
# rendering of the post takes them away, and makes ids unique over all blocks. No text holds them:
# Qt keeps them for itself, so that `editor.files` carries them on other characters.
ID_START, ID_END = "\ufdd0", "\ufdd1"


class Expanded(Protocol):
    """A body whose template tags have been run."""

    @property
    def text(self) -> str:
        """What Markdown gets to read."""

    @property
    def lines(self) -> Sequence[int]:
        """For each line of `text` the line of the body it comes from, from 0."""


class Dialect(Protocol):
    """Markdown as one generator reads it. It may keep state between two calls, not more."""

    def cut(self, body: str) -> Cut:
        """`body` in blocks that can be rendered one by one."""

    def render(self, text: str, definitions: str) -> str:
        """The HTML of a block; `definitions` is what the cut found for all of its blocks.

        Code is coloured, see `editor.code_colours`. May raise anything (RecursionError for one), or
        take any time: what comes from outside is rendered in a process of its own.
        """


@dataclass(frozen=True)
class Generator:
    """A program that makes a site of posts."""

    name: str  # in settings and on the command line
    label: str
    dialect_label: str  # the name of its Markdown
    dialect: Callable[[], Dialect]  # makes a new one; imports its engine only then
    # Runs its template tags over the body of the post at a path in the site at a root, where it
    # runs any before Markdown; None for a body without tags.
    run_tags: Callable[[Post, Path | None, Path | None], Expanded | None] | None = None
