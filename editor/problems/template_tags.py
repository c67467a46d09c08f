"""The template tags of a post at which the build of its site stops."""

import re
from collections.abc import Iterator
from pathlib import Path

from editor.generators import GENERATORS
from editor.post import Post

from . import words
from .model import Outcome, PostProblem, PostProblemKind
from .publishing import Context

_KINDS = {  # by the words of the generators
    "unknown-tag": PostProblemKind.UNKNOWN_TEMPLATE_TAG,
    "malformed": PostProblemKind.MALFORMED_TAG,
    "unclosed": PostProblemKind.UNCLOSED_TAG,
    "unexpected": PostProblemKind.UNEXPECTED_TAG,
    "syntax": PostProblemKind.MALFORMED_TAG,
    "missing-include": PostProblemKind.MISSING_TARGET,
    "missing-post": PostProblemKind.MISSING_TARGET,
    "missing-file": PostProblemKind.MISSING_TARGET,
}
_OF_THE_SITE = {"unknown-tag", "missing-include", "missing-post", "missing-file"}
_PLUGINS = re.compile(r"jekyll_plugins|github-pages|gem\s+[\"']jekyll-")
_PLAIN_NAME = re.compile(r"[\w/.\-]+")
_MOST = 20


def problems(context: Context) -> Iterator[PostProblem]:
    """What is wrong with the template tags of the post's body."""
    known = GENERATORS.get(context.generator)
    no_liquid = context.front.field("render_with_liquid")
    if known is None or known.run_tags is None or (no_liquid and no_liquid.value is False):
        return
    post = Post.parse(context.text)
    root = context.site.root
    # Without the site, as its other posts are too many to be read for each one that is checked.
    expanded = known.run_tags(post, context.settings, context.path, None)
    # What a site has is known where its settings lie; its plugins may bring tags of their own.
    knows_site = root is not None and bool(context.settings) and not _has_plugins(root)
    for found in expanded.problems[:_MOST] if expanded else ():
        kind = _KINDS.get(str(found.kind))
        if kind is None or not (found.fails or kind is PostProblemKind.MISSING_TARGET):
            continue
        if str(found.kind) in _OF_THE_SITE and not (knows_site and root):
            continue
        if root and kind is PostProblemKind.MISSING_TARGET and _is_there(context, root, found.name):
            continue
        line = post.body_line + found.line
        facts = {**context.facts, "name": found.name}
        yield words.told(kind, line, "", facts, Outcome.BUILD_FAILS)


def _is_there(context: Context, root: Path, name: str) -> bool:
    """Whether the site has the include, the file or the post that a tag names, or may have it."""
    settings = context.settings
    if settings.get("theme") or settings.get("remote_theme") or not _PLAIN_NAME.fullmatch(name):
        return True
    name = name.removeprefix("/")
    if ".." in Path(name).parts:
        return True  # of no other folder is anything asked
    places = [root / name, root / str(settings.get("includes_dir") or "_includes") / name]
    if any(place.exists() for place in places):
        return True
    folder, _, slug = name.rpartition("/")
    return any(path.stem == slug for path in (root / folder / "_posts").rglob("*")) or any(
        path.stem == slug for path in (root / "_posts" / folder).rglob("*")
    )


def _has_plugins(root: Path) -> bool:
    if (root / "_plugins").is_dir():
        return True
    try:
        gems = (root / "Gemfile").read_text("utf-8", "replace")[:65536]
    except OSError:
        return False
    return _PLUGINS.search(gems) is not None
