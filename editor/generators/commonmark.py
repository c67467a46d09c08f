"""CommonMark with GitHub's additions (GFM), for posts of no known generator."""

from editor.generators.dialect import Dialect, Generator


def _gfm() -> Dialect:
    from editor.generators.markdown_it_gfm import MarkdownItGfm

    return MarkdownItGfm()


COMMONMARK = Generator("commonmark", "CommonMark", "GFM", _gfm)
