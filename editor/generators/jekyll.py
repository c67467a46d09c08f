"""Jekyll: it runs Liquid over a post, then kramdown with GitHub's additions."""

from pathlib import Path

from editor import front_matter
from editor.generators.commonmark import COMMONMARK
from editor.generators.dialect import Dialect, Expanded, Generator, Settings
from editor.post import Post

_COMMONMARK = frozenset(("commonmark", "commonmarkghpages"))  # brought by plugins


def _markdown(settings: Settings) -> Dialect:
    """The dialect that the setting `markdown` names."""
    if str(settings.get("markdown")).lower() in _COMMONMARK:
        return COMMONMARK.dialect(settings)
    from editor.generators.kramdown import Kramdown
    from editor.generators.kramdown.settings import kramdown_options

    return Kramdown(kramdown_options(settings))


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


JEKYLL = Generator("jekyll", "Jekyll", "kramdown", _markdown, _settings, _run_tags)
