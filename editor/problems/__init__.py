"""What is wrong with a post, what its site makes of it, and the edits that surely mend it."""

from datetime import date
from pathlib import Path

from editor.edits import Edit, apply, diff
from editor.front_matter import FrontMatter, Problem, read
from editor.post import named_day
from editor.site import Site

from . import publishing, words
from .mends import mend
from .model import PostProblem, PostProblemKind

__all__ = ["PostProblem", "PostProblemKind", "find_problems", "generator_of", "mend_all"]

_MOST_MENDS = 100


def find_problems(
    text: str,
    path: Path | None,
    site: Site,
    today: date | None = None,
    usual: frozenset[str] = frozenset(),
) -> list[PostProblem]:
    """The problems of the post `text`, in the order of its lines.

    `today` tells which dates are to come; `usual` are the keys that the site's other posts have.
    """
    front = read(text)
    site = Site(site.root, generator_of(site, front, path))
    dated = path is None or publishing.named_in_posts(path) or named_day(path.name) is not None
    found = [_told(text, problem, front, site.generator, dated) for problem in front.problems]
    found += publishing.problems(text, front, path, site, today or date.today())
    if front.fields and not front.refused:
        found += [_missing(key, text, front) for key in sorted(usual) if not front.field(key)]
    return sorted(found, key=lambda problem: problem.line)


def mend_all(text: str, path: Path | None, site: Site, today: date | None = None) -> list[Edit]:
    """The edits that mend all that has one sure mend; [] where nothing has."""
    mended = text
    for _ in range(_MOST_MENDS):
        edits = next(
            (found.edits for found in find_problems(mended, path, site, today) if found.edits), ()
        )
        if not edits:
            break
        mended = apply(mended, edits)
    return diff(text, mended)


def generator_of(site: Site, front: FrontMatter, path: Path | None) -> str:
    """The generator of a post; in no site at all the likeliest one.

    TOML and JSON are Hugo's there, whatever the name, and so is YAML below a folder `content`.
    """
    in_content = path is not None and any(folder.name == "content" for folder in path.parents)
    if site.root is None and (
        front.format in ("toml", "json") or (front.format == "yaml" and in_content)
    ):
        return "hugo"
    return site.generator


def _told(
    text: str, problem: Problem, front: FrontMatter, generator: str, dated: bool
) -> PostProblem:
    edits = mend(text, problem)
    return PostProblem(
        problem.kind,
        problem.line,
        problem.key,
        words.what(problem, front.format, generator, dated=dated),
        words.how(problem, front.format, mendable=bool(edits)),
        edits,
    )


def _missing(key: str, text: str, front: FrontMatter) -> PostProblem:
    return PostProblem(
        PostProblemKind.FIELD_MISSING,
        text.count("\n", 0, front.start),
        key,
        f"“{key}” is missing, which the other posts of this folder have.",
        f"add “{key}”",
    )
