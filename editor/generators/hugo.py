"""Hugo: its Markdown is goldmark's."""

import string

from editor.generators.dialect import Dialect, Generator
from editor.generators.heading_ids import heading_id


def _goldmark() -> Dialect:
    from editor.generators.markdown_extensions import AttributeLists, Backslashes, ListUnderLine
    from editor.generators.python_markdown import PythonMarkdown

    return PythonMarkdown(
        [
            Backslashes(string.punctuation),
            ListUnderLine(r"[-*+]|1[.)]"),
            AttributeLists(r"\{[ ]*([#.][^\}\n]*)\}", headings_only=True),
            "def_list",
            "footnotes",
            "sane_lists",
            "smarty",
            "tables",
            "pymdownx.magiclink",
            "pymdownx.saneheaders",
            "pymdownx.highlight",
            "pymdownx.superfences",
            "pymdownx.tasklist",
            "pymdownx.tilde",
        ],
        heading_id,
    )


HUGO = Generator("hugo", "Hugo", "goldmark", _goldmark)
