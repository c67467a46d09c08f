"""What a generator is, and what it makes of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.generators.build_warning import BuildWarning as BuildWarning
from editor.generators.fragments import Dialect as Dialect

if TYPE_CHECKING:
    from editor.post import Post


class Problem(Protocol):
    """A warning as those who run template tags have it."""

    @property
    def kind(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def fails(self) -> bool: ...


class Expanded(Protocol):
    """A body whose template tags have been run."""

    @property
    def text(self) -> str:
        """What Markdown gets to read."""

    @property
    def lines(self) -> Sequence[int]:
        """For each line of `text` the line of the body it comes from, from 0."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What the build stops at, on lines of the body."""

    @property
    def reads_body(self) -> bool:
        """Whether tags look at the body itself, so that what they write may change with it."""


@dataclass(frozen=True, slots=True)
class Delimiters:
    """What a formula stands between."""

    opening: str
    closing: str
    is_block: bool  # a formula on a line of its own


# The settings of a site, as its own files have them; {} where there are none.
Settings = Mapping[str, object]


def no_settings(root: Path) -> Settings:  # noqa: ARG001 - what a generator without settings has
    return {}


@dataclass(frozen=True)
class Generator:
    """A program that makes a site of posts."""

    name: str  # in settings and on the command line
    label: str
    dialect_label: str  # the name of its Markdown
    # Makes a new one, as a site's settings have it; imports its engine only then.
    dialect: Callable[[Settings], Dialect]
    # The settings of the site at a root, read again when a file of theirs has changed. Never
    # raises, and is bounded like the reading of front matter.
    read_settings: Callable[[Path], Settings] = no_settings
    # Runs its template tags over the body of the post at a path in the site at a root, where it
    # runs any before Markdown; None for a body without tags.
    run_tags: Callable[[Post, Settings, Path | None, Path | None], Expanded | None] | None = None
    # What the build stops at, or does otherwise than the preview, by the site's settings.
    warnings: Callable[[Settings], Sequence[BuildWarning]] | None = None
    # What the build leaves out of a block, told by its HTML; lines are those of the block.
    block_warnings: Callable[[str], Sequence[BuildWarning]] | None = None
    # Between what the site's pages find the formulas that they draw by a script; () for none.
    formulas: Callable[[Post, Settings], Sequence[Delimiters]] | None = None
