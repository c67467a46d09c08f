"""What only the whole post decides, marked in the HTML of its blocks and filled in at last.

These are the ids of headings, told apart, the numbers of footnotes, the section of the footnotes,
and the table of contents. No mark is parsed as Markdown: dialects write them into HTML.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from editor.generators.fragments import Dialect, Heading, Note

# What stands between these is a mark. No text holds them: Qt keeps them for itself, so that
# `editor.files` carries them on other characters.
_START, _END = "\ufdd0", "\ufdd1"

ID = "#"  # value: the id that a heading wishes to have
HEADING = "="  # for a table of contents. Value: the id ("" is that of the last ID), level and HTML
REFERENCE = "^"  # value: the name of the footnote, and in further lines what the dialect wants
LINKS_BACK = "<"  # in a footnote. Value: what the dialect wants
NUMBER = "n"  # in a footnote: its number, from 1. No value
NOTES = "_"  # where the section of the footnotes stands, if not at the end
CONTENTS = ":"  # a table of contents. Value: what the dialect wants

# Of the last two the first counts. In the place of others stands the HTML that follows the first
# line of their value.

_MARK = re.compile(f"{_START}([^{_END}]*){_END}")


def mark(kind: str, value: str = "") -> str:
    """A mark, to be written into HTML."""
    return f"{_START}{kind}{value}{_END}"


def marks_in(html: str) -> tuple[str, ...]:
    """The marks in `html`: their kinds, each with its value."""
    return tuple(_MARK.findall(html)) if _START in html else ()


def without_marks(html: str) -> str:
    """`html` with the ids that its headings wish for, and with nothing for other marks."""
    return _MARK.sub(lambda one: one[1][1:] if one[1][:1] == ID else "", html)


def filled(html: str, values: Sequence[str]) -> str:
    """`html` with its marks replaced by `values`."""
    if not values:
        return html
    following = iter(values)
    return _MARK.sub(lambda _: next(following), html)


class Count:
    """The marks of a post counted, from the first to the last."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._ids: Counter[str] = Counter()
        self._last_id = ""
        self._headings: list[Heading] = []
        self._placed: set[str] = set()  # which of NOTES and CONTENTS
        self._references: dict[str, list[str]] = {}  # to each note, in the order of the first
        self._notes: dict[str, int] = {}  # their numbers
        self._order: list[str] = []  # of the notes

    def values(self, marks: Sequence[str]) -> list[str]:
        """What stands in the place of these marks, which follow those counted so far.

        The section of the notes and the table of contents are not known yet: see `late`.
        """
        return [self._value(one[:1], one[1:]) for one in marks]

    def _value(self, kind: str, value: str) -> str:
        if kind == ID:
            before = self._ids[value]
            self._ids[value] += 1
            self._last_id = f"{value}-{before}" if before else value
            return self._last_id
        if kind == HEADING:
            id, level, html = value.split("\n", 2)
            self._headings.append(Heading(int(level), id or self._last_id, html))
        elif kind == REFERENCE:
            name = value.partition("\n")[0]
            if name not in self._references:
                self._references[name] = []
                self._notes[name] = len(self._notes)
                self._order.append(name)
            self._references[name].append(value)
            repeated = len(self._references[name]) - 1
            return self._dialect.reference(value, self._notes[name], repeated)
        return ""

    def section(self, notes: Mapping[str, str]) -> str:
        """The HTML of the footnotes that were referred to, "" where there are none.

        `notes` is that of all, by name.
        """
        order = list(notes) if self._dialect.prints_all_notes else self._order
        found = [  # while `_order` grows: a note may refer to others
            (name, self.values(marks_in(notes.get(name, "")))) for name in order
        ]
        section = [
            self._note(number, name, notes.get(name, ""), values)
            for number, (name, values) in enumerate(found)
        ]
        return self._dialect.notes(section) if section else ""

    def _note(self, number: int, name: str, html: str, values: list[str]) -> Note:
        references = self._references.get(name, [])
        for index, one in enumerate(marks_in(html)):
            if one[:1] == LINKS_BACK:
                values[index] = self._dialect.links_back(one[1:], number, len(references))
            elif one == NUMBER:
                values[index] = str(number + 1)
        return Note(name, number, references[0] if references else "", filled(html, values))

    def late(self, marks: Sequence[str], values: Sequence[str], section: str) -> list[str]:
        """`values`, which were those of `marks`, with what is known after all were counted."""
        return [
            self._late(one[:1], one[1:], section) if one[:1] in (NOTES, CONTENTS) else value
            for one, value in zip(marks, values, strict=True)
        ]

    def _late(self, kind: str, value: str, section: str) -> str:
        wanted, _, otherwise = value.partition("\n")
        if kind in self._placed:
            return otherwise
        self._placed.add(kind)
        return section if kind == NOTES else self._dialect.contents(wanted, self._headings)

    @property
    def are_notes_placed(self) -> bool:
        """Whether the section of the notes is among the values that `late` gave."""
        return NOTES in self._placed


def is_late(marks: Sequence[str]) -> bool:
    """Whether the values of some of these marks are known only after all were counted."""
    return any(one[:1] in (NOTES, CONTENTS) for one in marks)


def rendered(dialect: Dialect, text: str) -> str:
    """A text rendered in one piece."""
    defined = dialect.combined([dialect.definitions(text)])
    fragment = dialect.fragment(text, defined)
    count = Count(dialect)
    marks = marks_in(fragment.html)
    values = count.values(marks)
    section = count.section(fragment.notes)
    html = filled(fragment.html, count.late(marks, values, section))
    if count.are_notes_placed or not section:
        return html
    return "{}\n{}".format(html.rstrip("\n"), section)
