"""CommonMark with GitHub's additions (GFM), for posts of no known generator."""

from editor.generators.dialect import Dialect, Generator, Settings


def _gfm(settings: Settings) -> Dialect:  # noqa: ARG001 - no site has any for it
    from editor.generators.markdown_it.gfm import MarkdownItGfm

    return MarkdownItGfm()


COMMONMARK = Generator("commonmark", "CommonMark", "GFM", _gfm)
