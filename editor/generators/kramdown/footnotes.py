"""Footnotes: their marks in the text, and the notes at its end.

Source: https://kramdown.gettalong.org/syntax.html#footnotes
"""

from collections.abc import Callable

from editor.generators.kramdown.document import Document
from editor.generators.kramdown.tree import Element, Kind


class Footnotes:
    """Numbers the notes in the order of their first marks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._marks: dict[str, int] = {}  # how often each note is referred to, by its name

    def mark(self, name: str, attributes: str) -> str:
        """The HTML of a mark, a further one where there was one before."""
        is_first = name not in self._marks
        repeated = 0 if is_first else self._marks[name]
        self._marks[name] = repeated + 1
        number = self._document.options.footnote_nr + list(self._marks).index(name)
        anchor = f"fnref:{name}" + (f":{repeated}" if repeated else "")
        return (
            f'<sup id="{anchor}" role="doc-noteref"{attributes}>'
            f'<a href="#fn:{name}" class="footnote" rel="footnote">{number}</a></sup>'
        )

    def html(self, inner: Callable[[Element], str]) -> str:
        """All notes that are referred to, `inner` writing their blocks; "" where there are none."""
        done: list[str] = []
        written: list[str] = []
        # A note may refer to one that nothing above refers to.
        while len(done) < len(self._marks):
            name = list(self._marks)[len(done)]
            done.append(name)
            written.append(inner(self._document.footnotes[name]))
        if not done:
            return ""
        items = "".join(
            f'<li id="fn:{name}" role="doc-endnote">\n{self._with_links(name, note)}</li>\n'
            for name, note in zip(done, written, strict=True)
        )
        first = self._document.options.footnote_nr
        start = f' start="{first}"' if first != 1 else ""
        return f'<div class="footnotes" role="doc-endnotes">\n<ol{start}>\n{items}</ol>\n</div>\n'

    def _with_links(self, name: str, note: str) -> str:
        """`note` with links back to its marks at the end of its last paragraph."""
        links = "\N{NO-BREAK SPACE}".join(
            self._link(name, number) for number in range(self._marks[name])
        )
        blocks = [
            block
            for block in self._document.footnotes[name].children
            if block.kind is not Kind.BLANK
        ]
        ends_with_paragraph = bool(blocks) and blocks[-1].kind is Kind.PARAGRAPH
        if ends_with_paragraph and note.rstrip().endswith("</p>"):
            return f"{note.rstrip()[:-4]}\N{NO-BREAK SPACE}{links}</p>\n"
        return f"{note}<p>{links}</p>\n"

    @staticmethod
    def _link(name: str, number: int) -> str:
        anchor = f"fnref:{name}" + (f":{number}" if number else "")
        count = f"<sup>{number + 1}</sup>" if number else ""
        return f'<a href="#{anchor}" class="reversefootnote" role="doc-backlink">&#8617;{count}</a>'
