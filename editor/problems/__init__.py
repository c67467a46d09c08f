"""What is wrong with a post, what its site makes of it, and the edits that surely mend it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from time import monotonic

from editor.edits import Edit, apply, diff
from editor.front_matter import FrontMatter, Problem, ProblemKind, read
from editor.front_matter.formats import FORMATS, find
from editor.generators import GENERATORS
from editor.post import named_day
from editor.site import Site

from . import json_mends, publishing, template_tags, words
from .dating import named_in_posts
from .mends import mend
from .model import Outcome, PostProblem, PostProblemKind
from .publishing import Context

__all__ = [
    "Outcome",
    "PostProblem",
    "PostProblemKind",
    "find_problems",
    "generator_of",
    "mend_all",
    "settings_of",
]

_MOST_MENDS = 200
_MEND_SECONDS = 1.0  # spent on mends: what is left then is told without
_NOT_SEEN = {  # as front matter: Jekyll prints it
    ProblemKind.UNCLOSED,
    ProblemKind.BLANK_BEFORE_FENCE,
    ProblemKind.BAD_FENCE,
    ProblemKind.NO_OPENING_FENCE,
}
_ALONE = re.compile(r"\{\{ *[\w.]+ *\}\}")
_HUGO_END = re.compile(r"^---", re.MULTILINE)
_NEVER_ENDS = re.compile(r"\ufeff?---[ \t]*\n(?!(?s:.*?)^---)", re.MULTILINE)
_TAB = re.compile(r"(?<=[:,\[\-])[ \t]*\t[ \t]*|[ \t]*\t[ \t]*(?=\n|\Z|#)")


def find_problems(
    text: str,
    path: Path | None,
    site: Site,
    today: date | None = None,
    usual: frozenset[str] = frozenset(),
    *,
    is_utf8: bool = True,
) -> list[PostProblem]:
    """The problems of the post `text`, in the order of its lines, each with its mend.

    `today` tells which dates are to come; `usual` are the keys that the site's other posts have;
    `is_utf8`, whether the file is, as generators want it.
    The edits of each are of `text`: applied, they leave the others to be found again.
    """
    found = list(_problems(text, path, site, today or date.today(), _Clock()))
    front = read(text)
    if not is_utf8:
        found.append(_not_utf8(text, front, generator_of(site, front, path, text)))
    if front.fields and not front.refused:
        facts = {"generator": words.LABELS.get(generator_of(site, front, path, text), "")}
        line = text.count("\n", 0, front.start)
        found += [
            words.told(PostProblemKind.FIELD_MISSING, line, key, facts)
            for key in sorted(usual)
            if not front.field(key)
        ]
    return sorted(found, key=lambda problem: problem.line)


def mend_all(text: str, path: Path | None, site: Site, today: date | None = None) -> list[Edit]:
    """The edits that mend all that has one sure mend; [] where nothing has."""
    mended = text
    clock = _Clock()
    for _ in range(_MOST_MENDS):
        found = list(_first_mendable(mended, path, site, today or date.today(), clock))
        if not found:
            break
        mended = apply(mended, found)
    return diff(text, mended)


def generator_of(site: Site, front: FrontMatter, path: Path | None, text: str = "") -> str:
    """The generator of a post; in no site at all the likeliest one.

    TOML and JSON are Hugo's there, whatever the name, and so is YAML below a folder `content`.
    """
    in_content = path is not None and any(folder.name == "content" for folder in path.parents)
    is_hugo = front.format in ("toml", "json") or (front.format == "yaml" and in_content)
    if site.root is None and (is_hugo or (not front.format and json_mends.starts(text))):
        return "hugo"
    return site.generator


def settings_of(site: Site, generator: str) -> Mapping[str, object]:
    """The settings of the site; {} where it has none or none are known."""
    known = GENERATORS.get(generator)
    return known.read_settings(site.root) if known and site.root else {}


class _Clock:
    """How long mends may still be looked for."""

    def __init__(self) -> None:
        self._end = monotonic() + _MEND_SECONDS

    @property
    def is_over(self) -> bool:
        return monotonic() > self._end


def _first_mendable(
    text: str, path: Path | None, site: Site, today: date, clock: _Clock
) -> tuple[Edit, ...]:
    for problem in _problems(text, path, site, today, clock, with_tags=False):
        if problem.kind == PostProblemKind.MERGE_CONFLICT:
            return ()
        if problem.edits:
            return problem.edits
    return ()


def _problems(
    text: str,
    path: Path | None,
    site: Site,
    today: date,
    clock: _Clock,
    *,
    with_tags: bool = True,
) -> Iterator[PostProblem]:
    front = read(text)
    generator = generator_of(site, front, path, text)
    site = Site(site.root, generator)
    context = Context(text, front, path, site, today, settings_of(site, generator))
    beyond = list(publishing.problems(context))
    conflict = any(one.kind == PostProblemKind.MERGE_CONFLICT for one in beyond)
    dated = {one.line for one in beyond if one.kind == PostProblemKind.DATE_UNREADABLE}
    yield from beyond
    for problem in front.problems:
        if problem.kind is ProblemKind.BAD_DATE and problem.line in dated:
            continue  # told with what comes of it
        if generator == "hugo" and _is_fine_to_hugo(problem):
            continue
        mendable = not conflict and not clock.is_over
        yield _told(context, problem, mend(text, problem) if mendable else ())
    yield from _unseen(context)
    if with_tags:
        yield from template_tags.problems(context)


def _told(context: Context, problem: Problem, edits: tuple[Edit, ...]) -> PostProblem:
    form = context.front.format
    facts = {
        **context.facts,
        "found": problem.found.strip() or problem.found,
        "format": words.FORMATS.get(form, "the header"),
    }
    outcome = _outcome(problem, context)
    return words.told(problem.kind, problem.line, problem.key, facts, outcome, edits)


def _is_fine_to_hugo(problem: Problem) -> bool:
    """Whether Hugo takes the start of the front matter: blank lines and spaces may stand before."""
    kind = problem.kind
    fence = problem.found.strip(" \t") if kind is ProblemKind.BAD_FENCE else ""
    return (
        re.fullmatch(r"---(?:[ \t]+#.*)?", fence) is not None
        or kind is ProblemKind.BLANK_BEFORE_FENCE
    )


def _outcome(problem: Problem, context: Context) -> Outcome:
    kind, generator, path = problem.kind, context.generator, context.path
    if kind is ProblemKind.DUPLICATE_KEY and context.front.format != "toml":
        return Outcome.LAST_COUNTS
    known = generator in ("jekyll", "hugo")
    raw = context.text[problem.start : problem.end]
    if not problem.spoils_all or (known and kind is ProblemKind.UNKNOWN_TAG):
        return Outcome.SOME_REFUSE
    if generator == "jekyll" and kind is ProblemKind.NEEDS_QUOTES and _ALONE.fullmatch(raw):
        return Outcome.SOME_REFUSE  # to Psych `{{ x }}` is a mapping
    if generator == "hugo":
        if kind is ProblemKind.NO_OPENING_FENCE:
            return Outcome.PRINTED
        ends = kind is ProblemKind.UNCLOSED and _HUGO_END.search(context.text, context.front.end)
        return Outcome.PRINTED if ends else Outcome.BUILD_FAILS
    if generator == "jekyll":
        if kind in _NOT_SEEN:
            return Outcome.PRINTED
        dated = path is None or named_in_posts(path) or named_day(path.name) is not None
        return Outcome.BARE_TODAY if dated else Outcome.BARE
    return Outcome.UNREAD


def _not_utf8(text: str, front: FrontMatter, generator: str) -> PostProblem:
    """Of a file in another encoding, or with bytes of none."""
    outcome = Outcome.LEFT_OUT if generator == "jekyll" else Outcome.NONE
    if generator == "hugo" and not text[: front.end].isascii():
        outcome = Outcome.BUILD_FAILS
    facts = {"generator": words.LABELS.get(generator, "A generator")}
    return words.told(PostProblemKind.NOT_UTF8, 0, "", facts, outcome)


def _unseen(context: Context) -> Iterator[PostProblem]:
    """Front matter that is not found, or that this program reads and others do not."""
    text, front = context.text, context.front
    if not front.format and text.startswith("\ufeff\ufeff"):
        yield words.told(
            PostProblemKind.MARK_BEFORE_FENCE,
            0,
            "",
            context.facts,
            Outcome.PRINTED if context.generator == "jekyll" else Outcome.UNREAD,
            (Edit(1, 2, ""),),
        )
    if not front.format and context.generator == "hugo" and json_mends.starts(text):
        edits = tuple(json_mends.edits(text))
        after = read(apply(text, edits)) if edits else front
        sure = after.format == "json" and not after.problems and bool(after.fields)
        yield words.told(
            PostProblemKind.NOT_JSON,
            0,
            "",
            context.facts,
            Outcome.BUILD_FAILS,
            edits if sure else (),
        )
    if not front.format and context.generator == "hugo" and _NEVER_ENDS.match(text):
        facts = {**context.facts, "format": "YAML", "found": ""}
        yield words.told(ProblemKind.UNCLOSED, 0, "", facts, Outcome.BUILD_FAILS)
    head = find(text) if front.format == "yaml" and front.fields and not front.refused else None
    content = text[head.fields_start : head.fields_end] if head else ""
    if head and "\t" in content and not FORMATS["yaml"].reads_whole(content):
        edits = tuple(
            Edit(head.fields_start + tab.start(), head.fields_start + tab.end(), _space(tab))
            for tab in _TAB.finditer(content)
        )
        line = text.count("\n", 0, text.index("\t", head.fields_start))
        values = [field.value for field in read(apply(text, edits)).fields]
        same = values == [field.value for field in front.fields]
        facts = {**context.facts, "found": "", "format": "YAML"}
        yield words.told(
            ProblemKind.TAB, line, "", facts, Outcome.SOME_REFUSE, edits if same else ()
        )


def _space(tab: re.Match[str]) -> str:
    return "" if tab.end() == len(tab.string) or tab.string[tab.end()] == "\n" else " "
