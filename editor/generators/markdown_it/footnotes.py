"""Footnotes as GitHub prints them. They are read as goldmark reads them."""

from editor.generators.goldmark.footnotes import NoteStyle


def _place(number: int, count: int) -> str:
    """The id of a reference."""
    return f"fnref-{number}" + (f"-{count + 1}" if count else "")


def _link_back(number: int, count: int) -> str:
    again = f'<sup class="footnote-ref">{count + 1}</sup>' if count else ""
    return f' <a href="#{_place(number, count)}" class="footnote-backref">↩{again}</a>'


GITHUB_NOTES = NoteStyle(
    lambda number, count: (
        f'<sup class="footnote-ref"><a href="#fn:{number}" id="{_place(number, count)}">'
        f"{number}</a></sup>"
    ),
    _link_back,
    '<section class="footnotes">\n<ol>\n',
    "</ol>\n</section>\n",
)
