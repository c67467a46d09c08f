"""Pelican: its Markdown is Python-Markdown's own, with the extensions that the site turns on."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from editor.generators.dialect import BuildWarning, Delimiters, Dialect, Generator, Settings
from editor.post import Post

_DRAWS = frozenset(("render_math", "pelican.plugins.render_math"))


def _python_markdown(settings: Settings) -> Dialect:
    from editor.generators.pelican_links import PelicanLinks
    from editor.generators.pelican_settings import markdown_settings
    from editor.generators.python_markdown.dialect import PythonMarkdown, loadable

    asked = markdown_settings(settings)
    loaded = loadable(asked.extensions, asked.configs)
    return PythonMarkdown([*loaded, PelicanLinks()], configs=asked.configs)


_LEFT_OUT = "(left out)"  # no name of a program's: the extensions that the preview does not run


def _settings(root: Path) -> Settings:
    from editor.generators.pelican_settings import pelican_programs

    return _read(*pelican_programs(root))


@lru_cache(maxsize=4)
def _read(program: str, publishing: str) -> Settings:
    from editor.generators.pelican_settings import assigned, markdown_settings
    from editor.generators.python_markdown.dialect import loadable

    settings = {**assigned(program), **assigned(publishing)}
    if "MARKDOWN" not in settings:
        return settings
    asked = markdown_settings(settings)
    loaded = loadable(asked.extensions, asked.configs)
    left_out = [*asked.unknown, *(name for name in asked.extensions if name not in loaded)]
    return {**settings, _LEFT_OUT: left_out}


def _warnings(settings: Settings) -> Sequence[BuildWarning]:
    """The site's own extensions, which the preview does not run."""
    names = settings.get(_LEFT_OUT)
    return [
        BuildWarning("markdown-extension", -1, str(name)[:100], fails=False)
        for name in (names if isinstance(names, list) else ())
    ]


def _formulas(_post: Post, settings: Settings) -> Sequence[Delimiters]:
    """What the plugin render_math draws, and what the extension arithmatex marks."""
    from editor.generators.formulas import DOLLARS, MATHJAX
    from editor.generators.pelican_settings import markdown_settings

    plugins = settings.get("PLUGINS")
    if isinstance(plugins, list) and any(name in _DRAWS for name in plugins):
        return DOLLARS
    return MATHJAX if "pymdownx.arithmatex" in markdown_settings(settings).extensions else ()


PELICAN = Generator(
    "pelican",
    "Pelican",
    "Python-Markdown",
    _python_markdown,
    _settings,
    warnings=_warnings,
    formulas=_formulas,
)
