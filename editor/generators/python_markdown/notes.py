"""Python-Markdown's footnotes and abbreviations, with what other blocks define of them.

Source: markdown/extensions/footnotes.py and abbr.py in Python-Markdown, by what they print.
"""

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor

from editor.generators import marks
from editor.generators.fragments import Note

_REFERENCE = r"\[\^([^\]]*)\]"
_NOTE = re.compile(r"^[ \t>]*\[\^[^\]\n]*\]:", re.MULTILINE)
_ABBREVIATION = re.compile(r"^[ \t>]*\*\[[^\]\n]+\][ ]?:", re.MULTILINE)
# One that takes the meaning of an abbreviation away.
_TAKEN_BACK = re.compile(r"\*\[[^\]\n]+\][ ]?:[ ]*\n?[ ]*(?:''|\"\")")
_SECTION_START = r'\n?<div class="footnote">\n<hr ?/?>\n<ol>\n'
_SECTION_END = r"\n</li>\n</ol>\n</div>"
_SECTION = re.compile(rf"{_SECTION_START}(?P<notes>.*){_SECTION_END}\Z", re.DOTALL)
_PLACED_SECTION = re.compile(rf"{_SECTION_START}(?P<notes>.*?){_SECTION_END}", re.DOTALL)
_OWN_NAME = "in-a-block:"  # with the separator that the extension looks for
_ITEM = re.compile(rf'<li id="{_OWN_NAME}(?P<name>(?:[0-9a-f]{{2}})*)">')
_LINK_BACK = re.compile(r'<a class="footnote-backref"[^>]*>(?P<text>.*?)</a>')


class SplitNotes:
    """The footnotes and abbreviations that `markdown` reads in a block of a post."""

    def __init__(self, markdown: Markdown) -> None:
        self._footnotes = _footnotes_of(markdown)
        # Versions before 3.7 find abbreviations in another way.
        processors: Any = markdown.treeprocessors
        self._abbreviations = processors["abbr"] if "abbr" in processors else None  # noqa: SIM401
        self._own_abbreviations = self._abbreviations.abbrs if self._abbreviations else {}
        self._places: Mapping[str, int] = {}  # of the notes of the whole post
        if self._footnotes:
            self._footnotes.makeFootnoteId = lambda id: _OWN_NAME + _encoded(id)
            markdown.inlinePatterns.register(_References(self), "footnote", 175)

    def is_of_one_piece(self, text: str) -> bool:
        """Whether a text has what can be told for a whole post alone."""
        if self._footnotes is None and _NOTE.search(text):
            return True
        if self._footnotes and self._footnotes.getConfig("PLACE_MARKER") in text:
            return True
        is_abbreviation = "*[" in text and _ABBREVIATION.search(text)
        return bool(is_abbreviation and (not self._abbreviations or _TAKEN_BACK.search(text)))

    @property
    def names(self) -> Sequence[str]:
        """Those of the footnotes in the block read last."""
        return list(self._footnotes.footnotes) if self._footnotes else []

    @property
    def abbreviations(self) -> Mapping[str, str]:
        """Those that the block read last defines."""
        return dict(self._own_abbreviations)

    def use(self, places: Mapping[str, int], abbreviations: Mapping[str, str]) -> None:
        """Read the next block with these, whatever it defines."""
        self._places = places
        if self._abbreviations:
            self._abbreviations.abbrs = abbreviations

    def mark_of(self, name: str) -> str | None:
        """The mark of a reference to the note `name`; None where there is no such note."""
        place = self._places.get(name)
        return None if place is None else marks.mark(marks.REFERENCE, _key(name, place))

    def separated(self, markup: str) -> tuple[str, dict[str, str]]:
        """The HTML of a block without its footnotes, and that of these."""
        if _OWN_NAME not in markup:
            return markup, {}
        section = _SECTION.search(markup)
        place = "" if section else f"\n{marks.mark(marks.NOTES)}"
        section = section or _PLACED_SECTION.search(markup)
        if section is None:
            return markup, {}
        notes: dict[str, str] = {}
        _, *pieces = _ITEM.split(section["notes"])
        for encoded, rest in zip(pieces[::2], pieces[1::2], strict=True):
            name = _decoded(encoded)
            number = self._places.get(name)
            if number is not None:
                rest = rest.rstrip("\n").removesuffix("\n</li>")
                notes[_key(name, number)] = self._note(name, number, rest)
        return markup[: section.start()] + place + markup[section.end() :], notes

    def _note(self, name: str, place: int, rest: str) -> str:
        assert self._footnotes
        title = self._footnotes.getConfig("BACKLINK_TITLE").format(place + 1)
        link = _LINK_BACK.search(rest)
        if link is not None:
            back = (
                f'<a class="footnote-backref" href="#fnref:{html.escape(name)}"'
                f' title="{html.escape(title)}">{link["text"]}</a>'
            )
            rest = rest[: link.start()] + marks.mark(marks.LINKS_BACK, back) + rest[link.end() :]
        return f'<li id="fn:{html.escape(name)}">{rest}\n</li>'


def _footnotes_of(markdown: Markdown) -> Any:
    """The extension, None where there is none or a site has it count in a way of its own."""
    for extension in markdown.registeredExtensions:
        if isinstance(extension, FootnoteExtension):
            config = extension.getConfigs()
            is_usual = not config["UNIQUE_IDS"] and config.get("USE_DEFINITION_ORDER", True)
            text = config.get("SUPERSCRIPT_TEXT", "{}")
            return extension if is_usual and (config["SEPARATOR"], text) == (":", "{}") else None
    return None


class _References(InlineProcessor):
    def __init__(self, notes: SplitNotes) -> None:
        super().__init__(_REFERENCE)
        self._notes = notes

    def handleMatch(  # type: ignore[override]
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        mark = self._notes.mark_of(m[1])
        return (None, None, None) if mark is None else (mark, m.start(0), m.end(0))


def _key(name: str, place: int) -> str:
    """A word for a note in marks: no extension finds anything to change in it."""
    return f"n{_encoded(name)}x{place}"


def _encoded(name: str) -> str:
    return name.encode("utf-8", "surrogatepass").hex()


def _decoded(encoded: str) -> str:
    return bytes.fromhex(encoded).decode("utf-8", "surrogatepass")


def reference(mark: str, repeated: int) -> str:
    """The HTML at the mark of a reference."""
    encoded, _, place = mark[1:].partition("x")
    name = html.escape(_decoded(encoded))
    return (
        f'<sup id="fnref{repeated + 1 if repeated else ""}:{name}">'
        f'<a class="footnote-ref" href="#fn:{name}">{int(place) + 1}</a></sup>'
    )


def links_back(mark: str, references: int) -> str:
    """The HTML at the mark of the link from a note to its references."""
    more = (mark.replace("#fnref:", f"#fnref{number}:", 1) for number in range(2, references + 1))
    return "".join((mark, *more))


def section(notes: Sequence[Note]) -> str:
    """The HTML of the footnotes."""
    items = "\n".join(note.html for note in notes)
    return f'<div class="footnote">\n<hr>\n<ol>\n{items}\n</ol>\n</div>'
