"""Footnotes as GitHub prints them. They are read as goldmark reads them."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.generators.goldmark.footnotes import use_footnotes


def use_github_footnotes(markdown: MarkdownIt) -> None:
    use_footnotes(markdown)
    markdown.add_render_rule("footnote_reference", _reference)
    markdown.add_render_rule("footnote_return", _return)
    markdown.add_render_rule("footnotes_open", _open)
    markdown.add_render_rule("footnotes_close", _close)


def _place(token: Token) -> str:
    """The id of the reference that `token` is or leads back to."""
    count = token.meta["count"]
    return f"fnref-{token.meta['number']}" + (f"-{count + 1}" if count else "")


def _reference(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    number = tokens[index].meta["number"]
    return (
        f'<sup class="footnote-ref"><a href="#fn:{number}" id="{_place(tokens[index])}">'
        f"{number}</a></sup>"
    )


def _return(
    _renderer: object, tokens: Sequence[Token], index: int, _options: object, _environment: object
) -> str:
    count = tokens[index].meta["count"]
    again = f'<sup class="footnote-ref">{count + 1}</sup>' if count else ""
    return f' <a href="#{_place(tokens[index])}" class="footnote-backref">↩{again}</a>'


def _open(*_: object) -> str:
    return '<section class="footnotes">\n<ol>\n'


def _close(*_: object) -> str:
    return "</ol>\n</section>\n"
