"""The template tags of a post at which the build of its site stops."""

import re
from collections.abc import Iterator
from pathlib import Path

from editor.generators import GENERATORS
from editor.post import Post

from . import words
from .model import Outcome, PostProblem, PostProblemKind
from .publishing import Context

_LIQUID = {
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
_SHORTCODE = re.compile(r"\{\{(?P<sign>[<%])(?P<inside>(?s:.{0,2000}?))(?P<end>[>%]\}\})")
_OPENED = re.compile(r"\{\{[<%](?!\s*/\*)\s*(?P<name>[\w/.\-]*)")
_NAME = re.compile(r"\s*(?P<slash>/?)\s*(?P<name>[\w/.\-]+)")
_MOST = 20


def problems(context: Context) -> Iterator[PostProblem]:
    """What is wrong with the template tags of the post's body."""
    if context.generator == "jekyll":
        yield from _of_liquid(context)
    elif context.generator == "hugo":
        yield from _of_shortcodes(context)


def _of_liquid(context: Context) -> Iterator[PostProblem]:
    run_tags = GENERATORS["jekyll"].run_tags
    no_liquid = context.front.field("render_with_liquid")
    if run_tags is None or (no_liquid and no_liquid.value is False):
        return
    post = Post.parse(context.text)
    root = context.site.root
    expanded = run_tags(post, context.settings, context.path, root)
    # What a site has is known where its settings lie; its plugins may bring tags of their own.
    knows_site = root is not None and bool(context.settings)
    for found in expanded.problems[:_MOST] if expanded else ():
        kind = _LIQUID.get(str(found.kind))
        if kind is None or not found.fails:
            continue
        if str(found.kind) in _OF_THE_SITE and not (knows_site and not _has_plugins(root)):
            continue
        yield words.told(
            kind,
            post.body_line + found.line,
            "",
            {**context.facts, "name": found.name},
            Outcome.BUILD_FAILS,
        )


def _has_plugins(root: Path | None) -> bool:
    try:
        gems = (root / "Gemfile").read_text("utf-8", "replace")[:65536] if root else ""
    except OSError:
        return False
    return _PLUGINS.search(gems) is not None


def _of_shortcodes(context: Context) -> Iterator[PostProblem]:
    """Shortcodes that are not complete, or end what was not begun."""
    text, start = context.text, context.front.end
    opened: list[str] = []
    at = start
    told = 0
    while (found := _OPENED.search(text, at)) and told < _MOST:
        whole = _SHORTCODE.match(text, found.start())
        at = whole.end() if whole else found.end()
        name = _NAME.match(whole["inside"]) if whole else None
        kind = None
        if whole is None or not whole["end"].startswith(_pair(whole["sign"])):
            kind, shown = PostProblemKind.MALFORMED_TAG, text[found.start() : found.end()]
        elif name is None:
            continue
        elif name["slash"]:
            shown = f"/{name['name']}"
            if name["name"] in opened:
                opened = opened[: len(opened) - 1 - opened[::-1].index(name["name"])]
            else:
                kind = PostProblemKind.UNEXPECTED_TAG
        else:
            opened.append(name["name"])
        if kind:
            told += 1
            line = text.count("\n", 0, found.start())
            facts = {**context.facts, "name": shown}
            yield words.told(kind, line, "", facts, Outcome.BUILD_FAILS)


def _pair(sign: str) -> str:
    return {"<": ">", "%": "%"}[sign]
