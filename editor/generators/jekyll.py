"""Jekyll: it runs Liquid over a post, then kramdown with GitHub's additions."""

from collections.abc import Sequence
from pathlib import Path

from editor import front_matter
from editor.generators.commonmark import COMMONMARK
from editor.generators.dialect import (
    BuildWarning,
    Delimiters,
    Dialect,
    Expanded,
    Generator,
    Settings,
)
from editor.post import Post

_COMMONMARK = frozenset(("commonmark", "commonmarkghpages"))  # brought by plugins


def _markdown(settings: Settings) -> Dialect:
    """The dialect that the setting `markdown` names."""
    if _engine(settings) in _COMMONMARK:
        return COMMONMARK.dialect(settings)
    from editor.generators.kramdown import Kramdown
    from editor.generators.kramdown.settings import kramdown_options

    return Kramdown(kramdown_options(settings))


def _engine(settings: Settings) -> str:
    return str(settings.get("markdown") or "kramdown").lower()


def _warnings(settings: Settings) -> Sequence[BuildWarning]:
    """That the site asks for an engine that Jekyll 4 does not know."""
    engine = _engine(settings)
    if engine == "kramdown" or engine in _COMMONMARK:
        return []
    return [BuildWarning("markdown-engine", -1, engine[:100], fails=True)]


def _formulas(_post: Post, settings: Settings) -> Sequence[Delimiters]:
    """Those of MathJax: kramdown writes them for `$$`, though drawing is for the site's theme."""
    if _engine(settings) != "kramdown":
        return ()
    from editor.generators.formulas import MATHJAX

    return MATHJAX


def _run_tags(
    post: Post, settings: Settings, path: Path | None, root: Path | None
) -> Expanded | None:
    if "{{" not in post.body and "{%" not in post.body:
        return None
    from editor.generators.jekyll_liquid import LiquidContext, expand

    # Of front matter that YAML refuses, Jekyll keeps nothing.
    fields = {} if front_matter.read(post.head).refused else post.values

    def markdownify(text: str) -> str:
        return _markdown(settings).render(text, "")

    return expand(post.body, LiquidContext(fields, settings, root, path, markdownify))


def _settings(root: Path) -> Settings:
    from editor.generators.jekyll_liquid import site_settings

    return site_settings(root)


JEKYLL = Generator(
    "jekyll", "Jekyll", "kramdown", _markdown, _settings, _run_tags, _warnings, formulas=_formulas
)
