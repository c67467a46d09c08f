"""What a dialect tells of a block: where it ends, what it gives to other blocks and needs of them.

A block is rendered without the others. What only the whole post decides, such as the number of a
footnote, stands as a mark in its HTML, see `editor.generators.marks`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = tuple[str, str]
"""The kind of what a block defines and its name: ("link", "home"), ("note", "1")."""

Definitions = Mapping[Key, object]

ONE_PIECE: Key = ("one piece", "")
"""Defined by a block that lets others be read in another way: the post is rendered as one."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a block goes; offsets in the body."""

    end: int  # behind its last character, blank lines below it included
    reach: int  # what stands from here on has no say in what the block is


@dataclass(slots=True)
class Fragment:
    """The HTML of a block, with marks.

    `lacks` and `leaves` count quotation marks, by kind: those that would close another if one was
    still open above, and those that are left open for blocks below.
    """

    html: str
    needs: Set[Key] = frozenset()  # what was looked up, whether it was found or not
    notes: Mapping[str, str] = field(default_factory=dict)  # the HTML of the footnotes, by name
    lacks: tuple[int, int] = (0, 0)
    leaves: tuple[int, int] = (0, 0)


class Asked(dict[str, _Value], Generic[_Value]):
    """What is defined of one kind, by name; notes in `needs` what is looked up.

    What a block defines itself is defined already, and changes nothing.
    """

    def __init__(self, kind: str, defined: Definitions, needs: set[Key]) -> None:
        super().__init__()
        self._kind, self._defined, self._needs = kind, defined, needs

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        key = (self._kind, name)
        self._needs.add(key)
        return self._defined.get(key, default)

    def __contains__(self, name: object) -> bool:
        return self.get(str(name)) is not None

    def __getitem__(self, name: str) -> _Value:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found  # type: ignore[return-value]

    def __setitem__(self, name: str, value: _Value) -> None:
        pass

    def add(self, name: str) -> None:
        """As for a set: nothing changes."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as a table of contents names it: its text is HTML."""

    level: int
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that is referred to."""

    name: str
    number: int  # from 0, in the order of the first references
    mark: str  # the value of the mark of its first reference; "" without any
    html: str


class Dialect(ABC):
    """Markdown as one generator reads it, block by block. It may keep what it met, not more."""

    prints_all_notes = False
    """Whether also footnotes are printed that nothing refers to, all in the order of `notes`."""

    @abstractmethod
    def extents(self, body: str, start: int) -> Iterator[Extent]:
        """The blocks of `body` from `start` on, where one begins; each is read when asked for."""

    @abstractmethod
    def fragment(
        self, text: str, defined: Definitions, open_quotes: tuple[int, int] = (0, 0)
    ) -> Fragment:
        """A block rendered; `defined` is what all blocks together define.

        Code is coloured, see `editor.code_colours`. May raise anything (RecursionError for one), or
        take any time: what comes from outside is rendered in a process of its own.
        """

    def definitions(self, text: str) -> Definitions:  # noqa: ARG002
        """What a block defines for all others."""
        return {}

    def combined(self, definitions: Iterable[Definitions]) -> Definitions:
        """What blocks define together: where a name is defined twice, the first counts."""
        combined: dict[Key, object] = {}
        for of_block in definitions:
            for key, value in of_block.items():
                combined.setdefault(key, value)
        return combined

    def combined_notes(self, notes: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
        """The footnotes of all blocks: of two by one name, the one that `combined` would take."""
        combined: dict[str, str] = {}
        for of_block in notes:
            for name, html in of_block.items():
                combined.setdefault(name, html)
        return combined

    def is_concerned(self, text: str, needs: Set[Key], changed: Set[Key]) -> bool:  # noqa: ARG002
        """Whether a block that needs `needs` changes where the definitions in `changed` do."""
        return not needs.isdisjoint(changed)

    def reference(self, mark: str, number: int, repeated: int) -> str:
        """The HTML at `mark`, of a reference to a footnote.

        `number` is the note's, from 0; `repeated` is how many references to it stand above.
        """
        raise NotImplementedError

    def links_back(self, mark: str, number: int, references: int) -> str:
        """The HTML at `mark` in a footnote, of the links to its references."""
        raise NotImplementedError

    def notes(self, notes: Sequence[Note]) -> str:
        """The HTML of the section of the footnotes."""
        raise NotImplementedError

    def contents(self, mark: str, headings: Sequence[Heading]) -> str:
        """The HTML of the table of contents at `mark`."""
        raise NotImplementedError

    def render(self, text: str, definitions: str = "") -> str:  # noqa: ARG002
        """The HTML of a whole text."""
        from editor.generators.marks import rendered  # which needs this class

        return rendered(self, text)
