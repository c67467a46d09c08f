"""What concerns a whole post: its definitions, wherever they stand, and its settings."""

from dataclasses import dataclass, field

from editor.generators.kramdown.options import Options
from editor.generators.kramdown.tree import AttributeList, Element

DEEPEST = 40
"""Blocks within blocks, and spans within spans; below, marks are text."""


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
    is_document_wide: bool = False  # holds what concerns blocks other than its own


def link_name(name: str) -> str:
    """`name` as links find it: in any case, and over line ends."""
    return " ".join(name.split(" \n") if False else _SPACE.sub(" ", name).split(" ")).lower()


import re  # noqa: E402

_SPACE = re.compile(r"[\s]+", re.ASCII)
