"""Footnotes: their marks in the text, and the notes at its end.

Source: https://kramdown.gettalong.org/syntax.html#footnotes
"""

from collections.abc import Callable

from editor.generators.kramdown.document import Document
from editor.generators.kramdown.entities import escape, written
from editor.generators.kramdown.tree import Element, Kind


class Footnotes:
    """Numbers the notes in the order of their first marks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        options = document.options
        self._prefix = options.footnote_prefix
        self._backlink = escape(options.footnote_backlink)
        self._space = written("\N{NO-BREAK SPACE}", options.entity_output)
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._marks: dict[str, int] = {}  # how often each note is referred to

    def mark(self, name: str, attributes: str) -> str:
        """The HTML of a mark, a further one where there was one before."""
        if name not in self._numbers:
            self._numbers[name] = self._document.options.footnote_nr + len(self._names)
            self._names.append(name)
        repeated = self._marks.get(name, 0)
        self._marks[name] = repeated + 1
        anchor = _anchor(self._prefix + name, repeated)
        return (
            f'<sup id="{anchor}" role="doc-noteref"{attributes}>'
            f'<a href="#fn:{self._prefix}{name}" class="footnote" rel="footnote">'
            f"{self._numbers[name]}</a></sup>"
        )

    def html(self, inner: Callable[[Element], str]) -> str:
        """All notes that are referred to, `inner` writing their blocks; "" where there are none."""
        items: list[str] = []
        for name in self._names:  # which grows: a note may refer to one that no other refers to
            note = self._document.footnotes[name]
            text = inner(note)
            marks = range(self._marks[name] if self._backlink else 0)
            links = self._space.join(self._link(name, mark) for mark in marks)
            text = _with_links(note, text, links, self._space)
            items.append(f'<li id="fn:{self._prefix}{name}" role="doc-endnote">\n{text}</li>\n')
        if not items:
            return ""
        first = self._document.options.footnote_nr
        start = f' start="{first}"' if first != 1 else ""
        notes = "".join(items)
        return f'<div class="footnotes" role="doc-endnotes">\n<ol{start}>\n{notes}</ol>\n</div>\n'

    def _link(self, name: str, repeated: int) -> str:
        count = f"<sup>{repeated + 1}</sup>" if repeated else ""
        anchor = _anchor(self._prefix + name, repeated)
        return (
            f'<a href="#{anchor}" class="reversefootnote" role="doc-backlink">'
            f"{self._backlink}{count}</a>"
        )


def _with_links(note: Element, text: str, links: str, space: str) -> str:
    """The `text` of `note` with `links` back to its marks at the end of its last paragraph."""
    blocks = [block for block in note.children if block.kind is not Kind.BLANK]
    if blocks and blocks[-1].kind is Kind.PARAGRAPH and text.endswith("</p>\n"):
        return f"{text[:-5]}{space}{links}</p>\n" if links else text
    return f"{text}<p>{links}</p>\n"


def _anchor(name: str, repeated: int) -> str:
    return f"fnref:{name}:{repeated}" if repeated else f"fnref:{name}"
