"""Front matter that its generator does not find, and so reads nothing of."""

import re
from collections.abc import Iterator

from editor.edits import Edit, apply
from editor.front_matter import ProblemKind, read
from editor.front_matter.finding import find
from editor.front_matter.formats import FORMATS

from . import json_mends, words
from .model import Outcome, PostProblem, PostProblemKind
from .publishing import Context

_NEVER_ENDS = re.compile(r"\ufeff?---[ \t]*\n(?!(?s:.*?)^---)", re.MULTILINE)
_TAB = re.compile(r"(?<=[:,\[\-])[ \t]*\t[ \t]*|[ \t]*\t[ \t]*(?=\n|\Z|#)")
_PATCH = re.compile(r"(?P<mark>[+\-])---[ \t]*\n(?:(?P=mark)[^\n]*\n)+?(?P=mark)---[ \t]*(?:\n|\Z)")
_MARK = re.compile(r"^[+\-]", re.MULTILINE)


def problems(context: Context) -> Iterator[PostProblem]:
    """Why the post has no front matter to its generator, or, with tabs in it, to some readers."""
    if context.front.format:
        yield from _tabs(context)
        return
    yield from _second_mark(context)
    yield from _patch(context)
    if context.generator == "hugo":
        yield from _no_json(context)
        if _NEVER_ENDS.match(context.text):
            facts = {**context.facts, "format": "YAML", "found": ""}
            yield words.told(ProblemKind.UNCLOSED, 0, "", facts, Outcome.BUILD_FAILS)


def _second_mark(context: Context) -> Iterator[PostProblem]:
    """The first byte order mark is the file's; a second one is a sign of the text."""
    if context.text.startswith("\ufeff\ufeff"):
        outcome = context.unseen if context.generator == "jekyll" else Outcome.UNREAD
        kind = PostProblemKind.MARK_BEFORE_FENCE
        yield words.told(kind, 0, "", context.facts, outcome, (Edit(1, 2, ""),))


def _patch(context: Context) -> Iterator[PostProblem]:
    """Lines behind a plus or a minus, as in a patch; mended where all are, or those of the head."""
    text = context.text
    head = _PATCH.match(text)
    if not head:
        return
    mark, body = head["mark"], text[head.end() :]
    below = [line for line in body.split("\n") if line]
    marked = sum(line.startswith(mark) for line in below)
    end = len(text) if marked else head.end()
    edits = tuple(Edit(one.start(), one.end(), "") for one in _MARK.finditer(text, 0, end))
    sure = marked in (0, len(below)) and not read(apply(text, edits)).refused
    kind, facts = PostProblemKind.PATCH_MARKS, {**context.facts, "found": mark}
    yield words.told(kind, 0, "", facts, context.unseen, edits if sure else ())


def _no_json(context: Context) -> Iterator[PostProblem]:
    text = context.text
    if json_mends.starts(text):
        edits = tuple(json_mends.edits(text))
        after = read(apply(text, edits))
        sure = after.format == "json" and not after.problems and bool(after.fields)
        kind = PostProblemKind.NOT_JSON
        yield words.told(
            kind, 0, "", context.facts, Outcome.BUILD_FAILS, edits if sure and edits else ()
        )


def _tabs(context: Context) -> Iterator[PostProblem]:
    """Tabs behind colons and in lists, which Psych takes, and so this program; PyYAML does not.

    Not a problem of one field: each reads well, and keeps its style when it is written.
    """
    text, front = context.text, context.front
    head = find(text) if front.format == "yaml" and front.fields and not front.refused else None
    content = text[head.fields_start : head.fields_end] if head else ""
    if not head or "\t" not in content or FORMATS["yaml"].reads_whole(content):
        return
    edits = tuple(
        Edit(head.fields_start + tab.start(), head.fields_start + tab.end(), _space(tab))
        for tab in _TAB.finditer(content)
    )
    line = text.count("\n", 0, text.index("\t", head.fields_start))
    values = [field.value for field in read(apply(text, edits)).fields]
    same = values == [field.value for field in front.fields]
    facts = {**context.facts, "found": "", "format": "YAML"}
    yield words.told(ProblemKind.TAB, line, "", facts, Outcome.SOME_REFUSE, edits if same else ())


def _space(tab: re.Match[str]) -> str:
    return "" if tab.end() == len(tab.string) or tab.string[tab.end()] == "\n" else " "
