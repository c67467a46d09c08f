"""What concerns a whole post: its definitions, wherever they stand, and its settings."""

import re
from collections.abc import Container
from dataclasses import dataclass, field

from editor.generators.kramdown.attribute_lists import set_attribute
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
    footnotes_elsewhere: Container[str] = ()  # names
    option_changes: list[dict[str, str]] = field(default_factory=list)  # that it asked for
    to_waste: int = 100_000  # characters that spans may still read in vain
    # Characters that names may still stand for: a short name of a long text, often used, would
    # else make a page of any length.
    to_expand: int = 2_000_000

    def has_note(self, name: str) -> bool:
        """Whether a footnote is defined, in this text or in another block of the post."""
        return name in self.footnotes_elsewhere or name in self.footnotes

    def may_expand(self, length: int) -> bool:
        """Whether a name may stand for a text of this length; it is deducted."""
        self.to_expand -= length
        return self.to_expand >= 0

    def apply(self, listed: AttributeList, to: dict[str, str]) -> None:
        """Set the attributes of `listed`, and of the lists it names, in `to`."""
        self._apply(listed, to, set())

    def _apply(self, listed: AttributeList, to: dict[str, str], done: set[str]) -> None:
        for name in listed.references:
            named = self.attribute_lists.get(name)
            if named is not None and name not in done and len(done) < _MOST_LISTS:
                done.add(name)
                self._apply(named, to, done)
        for key, value in listed.named.items():
            if self.may_expand(len(value)):
                set_attribute(to, key, value)


_MOST_LISTS = 50  # that one list may name, itself or by others


def link_name(name: str) -> str:
    """`name` as links find it: in any case, and over line ends."""
    return _SPACE.sub(" ", name).lower()


_SPACE = re.compile(r"\s+", re.ASCII)
