"""Finds what is wrong with a post, and mends all of it that has one sure mend."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from time import monotonic

from editor.edits import Edit, apply, diff
from editor.files import StoredFile
from editor.front_matter import FrontMatter, Problem, ProblemKind, read
from editor.front_matter.finding import find
from editor.front_matter.yaml_loader import is_yaml
from editor.generators import GENERATORS
from editor.post import named_day
from editor.problems import file_form, json_mends, publishing, template_tags, unseen, words
from editor.problems.dating import named_in_posts
from editor.problems.mends import mend
from editor.problems.model import Outcome, PostProblem, PostProblemKind
from editor.problems.publishing import Context
from editor.site import Site

_MOST_MENDS = 200
_MEND_SECONDS = 1.0  # spent on mends: what is left then is told without
_NOT_SEEN = {  # as front matter by Jekyll
    ProblemKind.BLANK_BEFORE_FENCE,
    ProblemKind.BAD_FENCE,
    ProblemKind.NO_OPENING_FENCE,
}
_ALONE = re.compile(r"\{\{ *[\w.]+ *\}\}")
_HUGO_END = re.compile(r"^---", re.MULTILINE)


def find_problems(
    text: str,
    path: Path | None,
    site: Site,
    today: date | None = None,
    usual: frozenset[str] = frozenset(),
    *,
    stored: StoredFile | None = None,
    settings: Mapping[str, object] | None = None,
) -> list[PostProblem]:
    """The problems of the post `text`, in the order of its lines, each with its mend.

    `today` tells which dates are to come; `usual` are the keys that the site's other posts have;
    `stored` is the file as it was read, where what its bytes are is to be told too. `settings` are
    those of the site, where they were read already.
    The edits of each are of `text`: applied, they leave the others to be found again.
    """
    context = _context(text, path, site, today or date.today(), settings)
    found = list(_problems(context, _Clock()))
    front = context.front
    if stored is not None:
        found += file_form.problems(context, stored)
    if front.fields and not front.refused:
        line = text.count("\n", 0, front.start)
        found += [
            words.told(PostProblemKind.FIELD_MISSING, line, key, context.facts)
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
    for problem in _problems(_context(text, path, site, today), clock, with_tags=False):
        if problem.kind == PostProblemKind.MERGE_CONFLICT:
            return ()
        if problem.edits:
            return problem.edits
    return ()


def _context(
    text: str,
    path: Path | None,
    site: Site,
    today: date,
    settings: Mapping[str, object] | None = None,
) -> Context:
    front = read(text)
    generator = generator_of(site, front, path, text)
    site = Site(site.root, generator)
    known = settings_of(site, generator) if settings is None else settings
    return Context(text, front, path, site, today, known)


def _problems(context: Context, clock: _Clock, *, with_tags: bool = True) -> Iterator[PostProblem]:
    beyond = list(publishing.problems(context))
    conflict = any(one.kind == PostProblemKind.MERGE_CONFLICT for one in beyond)
    dated = {one.line for one in beyond if one.kind == PostProblemKind.DATE_UNREADABLE}
    yield from beyond
    for problem in context.front.problems:
        if problem.kind is ProblemKind.BAD_DATE and problem.line in dated:
            continue  # told with what comes of it
        if context.generator == "hugo" and _is_fine_to_hugo(context, problem):
            continue
        mendable = not conflict and not clock.is_over
        yield _told(context, problem, mend(context.text, problem) if mendable else ())
    yield from unseen.problems(context)
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


def _is_fine_to_hugo(context: Context, problem: Problem) -> bool:
    """Whether Hugo takes the start of the front matter: blank lines and spaces may stand before."""
    kind = problem.kind
    fence = problem.found.strip(" \t") if kind is ProblemKind.BAD_FENCE else ""
    ends = _HUGO_END.search(context.text, problem.end)
    is_start = re.fullmatch(r"---(?:[ \t]+#.*)?", fence) or kind is ProblemKind.BLANK_BEFORE_FENCE
    return bool(is_start and ends)


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
        if kind is ProblemKind.UNCLOSED:
            return Outcome.PRINTED
        if kind in _NOT_SEEN:
            return context.unseen
        if kind is ProblemKind.NOT_A_MAPPING and context.is_page and _is_yaml(context):
            return Outcome.BUILD_FAILS  # validate_data! in Jekyll's lib/jekyll/convertible.rb
        dated = path is None or named_in_posts(path) or named_day(path.name) is not None
        return Outcome.BARE_TODAY if dated else Outcome.BARE
    return Outcome.UNREAD


def _is_yaml(context: Context) -> bool:
    head = find(context.text)
    return head is not None and is_yaml(context.text[head.fields_start : head.fields_end])
