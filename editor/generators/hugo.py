"""Hugo: its Markdown is goldmark's."""

from editor.generators.dialect import Dialect, Generator
from editor.generators.goldmark.settings import GoldmarkSettings


def _goldmark() -> Dialect:
    return hugo_dialect(GoldmarkSettings())


def hugo_dialect(settings: GoldmarkSettings) -> Dialect:
    """The dialect of a site with these settings."""
    from editor.generators.goldmark.dialect import Goldmark

    return Goldmark(settings)


HUGO = Generator("hugo", "Hugo", "goldmark", _goldmark)
