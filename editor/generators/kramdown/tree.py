"""What kramdown's text is made of: a tree of blocks, with the spans of their text below them."""

from dataclasses import dataclass, field
from enum import StrEnum, auto


class Kind(StrEnum):
    """Of an element. What it needs besides children stands in `Element`."""

    ROOT = auto()
    BLANK = auto()  # value: the blank lines
    BOUNDARY = auto()  # no HTML; ends what was above, see `Element.value`
    PARAGRAPH = auto()
    HEADING = auto()
    CODE_BLOCK = auto()
    QUOTE = auto()
    RULE = auto()
    UNORDERED = auto()
    ORDERED = auto()
    ITEM = auto()
    DEFINITIONS = auto()
    TERM = auto()
    MEANING = auto()
    TABLE = auto()
    TABLE_PART = auto()  # value: thead, tbody, tfoot
    ROW = auto()
    CELL = auto()
    MATH = auto()  # block or span
    HTML = auto()  # value: the name of the element
    COMMENT = auto()  # value: with its marks
    RAW = auto()  # value: HTML as it is
    # Text whose spans are still to be read, and what they are.
    UNREAD = auto()
    TEXT = auto()
    SYMBOL = auto()  # value: what the site writes for a dash or the like
    CHARACTER = auto()  # value: a character that typography or an entity made
    BREAK = auto()
    EMPHASIS = auto()
    STRONG = auto()
    CODE = auto()
    LINK = auto()
    IMAGE = auto()
    FOOTNOTE = auto()  # value: its name
    ABBREVIATION = auto()  # value: the short form


class Content(StrEnum):
    """How what an HTML element holds is read."""

    BLOCK = auto()
    SPAN = auto()
    RAW = auto()


@dataclass(slots=True)
class AttributeList:
    """Attributes between `{:` and `}`: named, and by the names of lists defined elsewhere."""

    named: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Element:
    """A block or a span.

    `value` of a boundary tells what it stands for, "" where it is one of its own right.
    """

    kind: Kind
    value: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    listed: AttributeList | None = None  # what `{: }` adds to the attributes
    level: int = 0  # of a heading
    anchor: str = ""  # of a heading: the id it has where the writer gave it none
    is_span: bool = False  # HTML, math, comments: within a line of text
    content: Content = Content.SPAN
    is_closed: bool = False  # HTML: <name/>
    is_bare: bool = False  # a paragraph without its tags, in a tight list
    alignment: list[str] = field(default_factory=list)  # of a table's columns: "left", "" …
    start: int = -1  # where a block begins in its text, with the attribute list above it

    def add_text(self, text: str, kind: Kind = Kind.UNREAD) -> None:
        """Append `text` to what was there last, if that is of the same kind."""
        if self.children and self.children[-1].kind is kind:
            self.children[-1].value += text
        else:
            self.children.append(Element(kind, text))

    def refers_to(self, name: str) -> bool:
        """Whether its attribute list names the list `name`, such as "toc"."""
        return self.listed is not None and name in self.listed.references


DEFINITIONS = frozenset({"link", "abbreviation", "footnote"})
"""Values of boundaries that an attribute list below may add to."""
