"""What a generator would drop, misdate or print of a post whose fields can be read."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from editor.edits import Edit
from editor.front_matter import Field, FrontMatter
from editor.post import named_day
from editor.site import Site

from .model import PostProblem, PostProblemKind
from .words import LABELS

_CURLY = re.compile(r"[“”„](?P<inside>[^“”„\"\\\n]*)[“”„]")
_PLAIN_VALUE = re.compile(r"[\d:.+\-/TZ ]+|true|false|yes|no|on|off", re.IGNORECASE)
_SWITCHES = {"true", "false", "yes", "no", "on", "off"}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}")
_ZONED = re.compile(r"\d:\d\d.*(?:Z|[-+]\d\d?:?\d{0,2})$", re.IGNORECASE)
_RAW = re.compile(r"\{%-?\s*(?P<name>raw|comment)\s*-?%\}")
_ENDS = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment")}
_IGNORED_FORMATS = {
    "jekyll": {"toml": "TOML", "json": "JSON", "header": "a header without fences"},
    "hugo": {"header": "a header without fences"},
    "pelican": {"toml": "TOML", "json": "JSON"},
}


def problems(
    text: str, front: FrontMatter, path: Path | None, site: Site, today: date
) -> Iterator[PostProblem]:
    """The problems of a post that its generator would not, or not clearly, tell of."""
    generator = site.generator
    first_line = text.count("\n", 0, front.start)
    named = _IGNORED_FORMATS.get(generator, {}).get(front.format)
    if named:
        yield PostProblem(
            PostProblemKind.FORMAT_IGNORED,
            first_line,
            "",
            f"{LABELS[generator]} does not read {named}: it prints these lines on the page.",
            "write the fields as YAML, between two lines “---”",
        )
        return
    if generator == "hugo" and front.format == "yaml":
        yield from _closing_dots(text, front)
    for field in front.fields:
        if not field.problem:
            yield from _curly_quotes(field)
    yield from _name(path, generator)
    yield from _date(front, path, generator, today)
    yield from _marks(front, path, generator)
    if generator == "jekyll":
        yield from _unclosed_tag(text, front.end)


def named_in_posts(path: Path | None) -> bool:
    """Whether the post lies in Jekyll's `_posts`. Hexo's `source/_posts` wants no dates."""
    parents = list(path.parents) if path else []
    return any(folder.name == "_posts" and folder.parent.name != "source" for folder in parents)


def is_published(
    front: FrontMatter, found: Sequence[PostProblem], path: Path | None, generator: str
) -> bool | None:
    """Whether the site shows the post, as far as the post tells; None where it does not."""
    kinds = {problem.kind for problem in found}
    if generator not in ("jekyll", "hugo"):
        return None
    if kinds & {PostProblemKind.DATE_IN_FUTURE, PostProblemKind.NAME_WITHOUT_DATE}:
        return False
    fails = {PostProblemKind.DATE_UNREADABLE, PostProblemKind.UNCLOSED_TAG}
    if (front.refused and generator == "hugo") or (kinds & fails and generator == "jekyll"):
        return None  # nothing is built
    in_drafts = path is not None and any(folder.name == "_drafts" for folder in path.parents)
    if in_drafts and generator == "jekyll":
        return False
    if front.refused:
        return True  # its marks are not read
    draft, published = front.field("draft"), front.field("published")
    if published and published.value is False:
        return False
    return not (generator == "hugo" and draft and draft.value is True)


def day_of(field: Field | None) -> date | None:
    """The day that a field's date is written as, whatever its time and zone."""
    if field is None:
        return None
    if isinstance(field.value, datetime):
        return _written_day(field.raw) or field.value.date()
    if isinstance(field.value, date):
        return field.value
    return _written_day(str(field.value))


def _written_day(text: str) -> date | None:
    found = _ISO.match(text.strip("'\" "))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _closing_dots(text: str, front: FrontMatter) -> Iterator[PostProblem]:
    start = text.rfind("\n", 0, max(front.end - 1, 0)) + 1
    if text.startswith("...", start) and start < front.end:
        yield PostProblem(
            PostProblemKind.CLOSING_DOTS,
            text.count("\n", 0, start),
            "",
            "“...” does not end front matter for Hugo, which stops and builds nothing.",
            "Write “---”",
            (Edit(start, start + 3, "---"),),
        )


def _curly_quotes(field: Field) -> Iterator[PostProblem]:
    found = _CURLY.fullmatch(field.raw)
    if found and _PLAIN_VALUE.fullmatch(found["inside"]):
        # A switch in quotes would be a text.
        quote = "" if found["inside"].lower() in _SWITCHES else '"'
        edits = (
            Edit(field.value_start, field.value_start + 1, quote),
            Edit(field.value_end - 1, field.value_end, quote),
        )
        yield PostProblem(
            PostProblemKind.CURLY_QUOTES,
            field.line,
            field.key,
            f"The curly quotes are a part of “{field.key}”, which so is a text.",
            "Mend the quotes",
            edits,
        )


def _name(path: Path | None, generator: str) -> Iterator[PostProblem]:
    if generator == "jekyll" and path and named_in_posts(path) and not named_day(path.name):
        yield PostProblem(
            PostProblemKind.NAME_WITHOUT_DATE,
            0,
            "",
            "The file's name does not start with a date: Jekyll leaves the post out, silently.",
            "name it YYYY-MM-DD-….md",
        )


def _date(
    front: FrontMatter, path: Path | None, generator: str, today: date
) -> Iterator[PostProblem]:
    field = front.field("date")
    day = day_of(field)
    label = LABELS.get(generator, "A generator")
    if field and not field.problem and field.value is not None and day is None:
        yield from _unreadable(field, generator)
    named = named_day(path.name) if path and generator == "jekyll" else None
    line = field.line if field else 0
    when = day or named
    if when and when > today and generator in ("jekyll", "hugo"):
        silently = ", silently" if generator == "hugo" else ""
        yield PostProblem(
            PostProblemKind.DATE_IN_FUTURE,
            line,
            "date" if day else "",
            f"The post is dated {when}, which is to come: {label} leaves it out{silently}.",
            "wait, or give it a day that has come",
        )
    if day and named and field and named_in_posts(path):
        near = _ZONED.search(field.raw.strip("'\"")) and abs(day - named) <= timedelta(days=1)
        if day != named and not near:
            yield PostProblem(
                PostProblemKind.DATE_DIFFERS_FROM_NAME,
                line,
                "date",
                f"The file's name says {named}, “date” says {day}: for Jekyll “date” counts.",
                "make both the same",
            )


def _unreadable(field: Field, generator: str) -> Iterator[PostProblem]:
    written = str(field.value)
    has_digits = any(character.isdigit() for character in written)
    is_list = isinstance(field.value, list | dict | bool)
    outcome = {
        "jekyll": "the whole build of Jekyll fails",
        "hugo": "Hugo builds the post without a date",
    }.get(generator, "no generator reads it")
    bad_iso = _ISO.fullmatch(written.strip()) and generator != "jekyll"  # Ruby counts on
    if is_list or not has_digits or bad_iso or (generator == "hugo" and _SLASHED.match(written)):
        yield PostProblem(
            PostProblemKind.DATE_UNREADABLE,
            field.line,
            "date",
            f"“{written[:40]}” is no date: {outcome}.",
            "write it as 2024-01-31",
        )


def _marks(front: FrontMatter, path: Path | None, generator: str) -> Iterator[PostProblem]:
    draft, published = front.field("draft"), front.field("published")
    says_draft = draft is not None and (draft.value is True or draft.raw.strip("'\"") == "true")
    says_no = published is not None and str(published.value).lower() in ("false", "no")
    is_draft_file = path is not None and any(folder.name == "_drafts" for folder in path.parents)
    hidden = generator == "jekyll" and (
        is_draft_file or (published is not None and published.value is False)
    )
    if draft and says_draft and not hidden and generator in ("jekyll", "pelican"):
        way = "published: false" if generator == "jekyll" else "status: draft"
        yield _ignored(draft, generator, f"write “{way}”")
    if published and says_no:
        is_text = isinstance(published.value, str) and generator == "jekyll" and not is_draft_file
        if generator == "pelican":
            yield _ignored(published, generator, "write “status: draft”")
        elif is_text:
            yield _ignored(published, generator, "write “published: false”, without quotes")


def _ignored(field: Field, generator: str, fix: str) -> PostProblem:
    return PostProblem(
        PostProblemKind.MARK_IGNORED,
        field.line,
        field.key,
        f"{LABELS[generator]} does not heed “{field.key}: {field.raw}”: "
        "the post is published all the same.",
        fix,
    )


def _unclosed_tag(text: str, start: int) -> Iterator[PostProblem]:
    while opening := _RAW.search(text, start):
        closing = _ENDS[opening["name"]].search(text, opening.end())
        if closing is None:
            name = opening["name"]
            yield PostProblem(
                PostProblemKind.UNCLOSED_TAG,
                text.count("\n", 0, opening.start()),
                "",
                f"“{{% {name} %}}” is never closed: the whole build of Jekyll fails.",
                f"write “{{% end{name} %}}” where it ends",
            )
            return
        start = closing.end()
