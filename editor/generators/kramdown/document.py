"""What concerns a whole post: its definitions, wherever they stand, and its settings."""

import re
from dataclasses import dataclass, field

from editor.generators.kramdown.options import Options
from editor.generators.kramdown.tree import AttributeList, Element

DEEPEST = 40
"""Blocks within blocks, and spans within spans; deeper, marks are text."""


@dataclass(slots=True)
class LinkTarget:
    """Where `[text][name]` leads."""

    url: str
    title: str
    listed: AttributeList | None = None


@dataclass(slots=True)
class Document:
    """What reading a text has found so far, besides its tree."""

    options: Options
    links: dict[str, LinkTarget] = field(default_factory=dict)  # by `link_name`
    abbreviations: dict[str, tuple[str, AttributeList | None]] = field(default_factory=dict)
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)
    footnotes: dict[str, Element] = field(default_factory=dict)  # their blocks as children
    changes_options: bool = False
    to_waste: int = 100_000  # characters that spans may still read in vain


def link_name(name: str) -> str:
    """`name` as links find it: in any case, and over line ends."""
    return _SPACE.sub(" ", name).lower()


_SPACE = re.compile(r"\s+", re.ASCII)
