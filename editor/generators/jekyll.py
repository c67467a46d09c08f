"""Jekyll: its Markdown is kramdown's, with GitHub's additions."""

from editor.generators.dialect import Dialect, Generator
from editor.generators.heading_ids import heading_id


def _kramdown() -> Dialect:
    from editor.generators.liquid import html_of_tags
    from editor.generators.python_markdown import AttributeLists, PythonMarkdown

    return PythonMarkdown(
        [
            AttributeLists(r"\{:[ ]*([^\}\n ][^\}\n]*)\}"),
            "abbr",
            "def_list",
            "footnotes",
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
        heading_id,
        prepare=html_of_tags,
    )


JEKYLL = Generator("jekyll", "Jekyll", "kramdown", _kramdown)
