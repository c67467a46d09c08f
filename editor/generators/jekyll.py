"""Jekyll: it runs Liquid over a post, then kramdown with GitHub's additions."""

from pathlib import Path

from editor import front_matter
from editor.generators.dialect import Dialect, Expanded, Generator
from editor.post import Post


def _kramdown() -> Dialect:
    from editor.generators.kramdown import Kramdown

    return Kramdown()


def _run_tags(post: Post, path: Path | None, root: Path | None) -> Expanded | None:
    if "{{" not in post.body and "{%" not in post.body:
        return None
    from editor.generators.jekyll_liquid import LiquidContext, expand, site_settings

    # Of front matter that YAML refuses, Jekyll keeps nothing.
    fields = {} if front_matter.read(post.head).refused else post.values
    settings = site_settings(root) if root else {}
    return expand(post.body, LiquidContext(fields, settings, root, path, _markdownify))


def _markdownify(text: str) -> str:
    return _kramdown().render(text, "")


JEKYLL = Generator("jekyll", "Jekyll", "kramdown", _kramdown, _run_tags)
