"""Hugo: its Markdown is goldmark's."""

from editor.generators.dialect import Dialect, Generator, Settings
from editor.generators.goldmark.settings import GoldmarkSettings, goldmark_settings


def _goldmark(settings: Settings) -> Dialect:
    return hugo_dialect(goldmark_settings(settings))


def hugo_dialect(settings: GoldmarkSettings) -> Dialect:
    """The dialect of a site with these settings."""
    from editor.generators.goldmark.dialect import Goldmark

    return Goldmark(settings)


HUGO = Generator("hugo", "Hugo", "goldmark", _goldmark)
