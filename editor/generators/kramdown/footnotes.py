"""Footnotes: their marks in the text, and the notes at its end.

Source: https://kramdown.gettalong.org/syntax.html#footnotes
"""

from collections.abc import Sequence

from editor.generators import marks
from editor.generators.fragments import Note
from editor.generators.kramdown.entities import escape, written
from editor.generators.kramdown.options import Options
from editor.generators.kramdown.tree import Element, Kind


def reference_mark(name: str, options: Options, attributes: str) -> str:
    """The mark of a reference to the note `name`; `attributes` as HTML."""
    wanted = (name, options.footnote_prefix, str(options.footnote_nr), attributes)
    return marks.mark(marks.REFERENCE, "\n".join(wanted))


def reference(mark: str, number: int, repeated: int) -> str:
    """The HTML of a reference, a further one where there was one before."""
    name, prefix, first, attributes = mark.split("\n", 3)
    anchor = _anchor(prefix + name, repeated)
    return (
        f'<sup id="{anchor}" role="doc-noteref"{attributes}>'
        f'<a href="#fn:{prefix}{name}" class="footnote" rel="footnote">'
        f"{int(first) + number}</a></sup>"
    )


def note(element: Element, text: str, options: Options) -> str:
    """The HTML of a note, `text` being that of its blocks.

    Its end has a mark for the links back, in its last paragraph if it ends with one.
    """
    backlink = escape(options.footnote_backlink)
    space = written("\N{NO-BREAK SPACE}", options.entity_output)
    wanted = (element.value, options.footnote_prefix, space, backlink)
    links = marks.mark(marks.LINKS_BACK, "\n".join(wanted)) if backlink else ""
    blocks = [block for block in element.children if block.kind is not Kind.BLANK]
    if not (blocks and blocks[-1].kind is Kind.PARAGRAPH and text.endswith("</p>\n")):
        return f"{text}<p>{links}</p>\n"
    return f"{text[:-5]}{space}{links}</p>\n" if links else text


def links_back(mark: str, references: int) -> str:
    """The HTML of the links to all references."""
    name, prefix, space, backlink = mark.split("\n", 3)
    links = []
    for repeated in range(references):
        count = f"<sup>{repeated + 1}</sup>" if repeated else ""
        links.append(
            f'<a href="#{_anchor(prefix + name, repeated)}" class="reversefootnote" '
            f'role="doc-backlink">{backlink}{count}</a>'
        )
    return space.join(links)


def section(notes: Sequence[Note]) -> str:
    """The HTML of all notes that are referred to."""
    items = []
    for note in notes:
        name, prefix, first, _ = note.mark.split("\n", 3)
        items.append(f'<li id="fn:{prefix}{name}" role="doc-endnote">\n{note.html}</li>\n')
    start = f' start="{first}"' if first != "1" else ""
    return (
        f'<div class="footnotes" role="doc-endnotes">\n<ol{start}>\n{"".join(items)}</ol>\n</div>\n'
    )


def _anchor(name: str, repeated: int) -> str:
    return f"fnref:{name}:{repeated}" if repeated else f"fnref:{name}"
