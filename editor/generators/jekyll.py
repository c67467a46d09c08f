"""Jekyll: its Markdown is kramdown's, with GitHub's additions."""

import html
import re

from editor.generators.dialect import Dialect, Generator
from editor.generators.heading_ids import heading_id


def _kramdown() -> Dialect:
    from editor.generators.liquid import html_of_tags
    from editor.generators.markdown_extensions import (
        AttributeLists,
        Backslashes,
        FootnotesWithoutRule,
        ListUnderLine,
    )
    from editor.generators.python_markdown import PythonMarkdown

    return PythonMarkdown(
        [
            Backslashes("<:|\"'$=~"),
            FootnotesWithoutRule(),
            ListUnderLine(r"[-*+]|\d+\."),
            AttributeLists(r"\{:[ ]*([^\}\n ][^\}\n]*)\}"),
            "abbr",
            "def_list",
            "md_in_html",
            "sane_lists",
            "smarty",
            "tables",
            "pymdownx.saneheaders",
            "pymdownx.highlight",
            "pymdownx.superfences",
            "pymdownx.tasklist",
            "pymdownx.tilde",
        ],
        _heading_id,
        prepare=html_of_tags,
    )


def _heading_id(markdown: str) -> str:
    return heading_id(_LINK_TARGET.sub("]", html.unescape(markdown)))


_LINK_TARGET = re.compile(r"\]\([^()]*\)")

JEKYLL = Generator("jekyll", "Jekyll", "kramdown", _kramdown)
