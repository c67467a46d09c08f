"""The date of a post: by its field and by its name, as the generator reads both."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from editor.edits import Edit
from editor.front_matter import Field, ProblemKind
from editor.post import named_day

from .dates import is_read_by_hugo, meant, read_by_ruby
from .model import Outcome, PostProblem, PostProblemKind

if TYPE_CHECKING:
    from .publishing import Context

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_ZONED = re.compile(r"\d:\d\d.*(?:Z|[-+]\d\d?:?\d{0,2})$", re.IGNORECASE)
_NAME = re.compile(r"(\d{4}-(\d{1,2})-(\d{1,2}))-")


def problems(context: "Context") -> Iterator[PostProblem]:
    """What is wrong with the date of the post, and when it has not come yet, or is past."""
    generator = context.generator
    if generator not in ("jekyll", "hugo"):
        yield from _of_no_known_generator(context)
        return
    named = None
    if generator == "jekyll" and context.path:
        yield from _name(context, context.path)
        named = named_day(context.path.name)
    field = context.front.field("date")
    day = None
    if field and not context.front.refused:
        unread = _unreadable(context, field)
        if unread:
            yield unread
            return
        day = day_of(field)
        yield from _shifted(context, field)
    yield from _to_come(context, field if day else None, day or named)
    if generator == "hugo":
        yield from _limits(context)
    published = _published_day(context, field, day)
    if not (published and day and named and field and named_in_posts(context.path)):
        return
    near = zone_of(context.settings) is None and _ZONED.search(field.raw.strip("'\""))
    if named not in (published, day) and not (near and abs(day - named) <= timedelta(days=1)):
        yield context.told(
            PostProblemKind.DATE_DIFFERS_FROM_NAME, field, value=str(day), named=str(named)
        )


def named_in_posts(path: Path | None) -> bool:
    """Whether the post lies in Jekyll's `_posts`. Hexo's `source/_posts` wants no dates."""
    parents = list(path.parents) if path else []
    return any(folder.name == "_posts" and folder.parent.name != "source" for folder in parents)


def in_drafts(path: Path | None) -> bool:
    """Whether the post lies in Jekyll's `_drafts`."""
    return path is not None and any(folder.name == "_drafts" for folder in path.parents)


def day_of(field: Field | None) -> date | None:
    """The day that a field's date is written as, whatever its time and zone."""
    if field is None:
        return None
    if isinstance(field.value, datetime):
        return _written_day(field.raw) or field.value.date()
    if isinstance(field.value, date):
        return field.value
    text = str(field.value)
    return _written_day(text) or read_by_ruby(text).day


def zone_of(settings: object) -> tzinfo | None:
    """The time zone of the site, None where it names none that is known here."""
    name = settings.get("timezone") if hasattr(settings, "get") else None
    try:
        return ZoneInfo(name) if name and isinstance(name, str) else None
    except (KeyError, OSError, ValueError):
        return None


def _written_day(text: str) -> date | None:
    found = _ISO.match(text.strip("'\" "))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _name(context: "Context", path: Path) -> Iterator[PostProblem]:
    if not named_in_posts(path):
        return
    dated = _NAME.match(path.name)
    if dated and not (1 <= int(dated[2]) <= 12 and 1 <= int(dated[3]) <= 31):
        yield context.told(
            PostProblemKind.NAME_WITH_BAD_DATE, None, Outcome.BUILD_FAILS, value=dated[1]
        )
    elif not dated and not named_day(path.name):
        yield context.told(PostProblemKind.NAME_WITHOUT_DATE, None, Outcome.LEFT_OUT)


def _unreadable(context: "Context", field: Field) -> PostProblem | None:
    """Of a date that the generator does not read, or not whole."""
    if field.problem and field.problem.kind is not ProblemKind.BAD_DATE:
        return None
    value = field.value
    text = field.raw if field.problem or not isinstance(value, str) else value
    kind, outcome = PostProblemKind.DATE_UNREADABLE, Outcome.BUILD_FAILS
    if context.generator == "jekyll":
        if isinstance(value, date) or not _is_document(context):
            return None
        read = read_by_ruby("" if isinstance(value, bool | list | dict) or value is None else text)
        if not read.fails and not read.is_guess:
            return None
        if read.is_guess:
            kind, outcome = PostProblemKind.DATE_GUESSED, Outcome.MISDATED
    else:
        is_native = isinstance(value, date) and context.front.format == "toml"
        if value is None or is_native or is_read_by_hugo(text):
            return None
        outcome = Outcome.UNDATED
    new = meant(text) if isinstance(value, str | date) else ""
    quote = field.raw[0] if field.raw[:1] in ("'", '"') else ""
    if context.front.format == "json" or (context.front.format == "toml" and quote):
        quote = '"'
    edit = Edit(field.value_start, field.value_end, f"{quote}{new}{quote}")
    return context.told(kind, field, outcome, (edit,) if new else (), value=text[:40], meant=new)


def _is_document(context: "Context") -> bool:
    """Whether Jekyll looks at the date of it, as at that of a post and not of a page."""
    path = context.path
    if path is None:
        return True
    return bool(_NAME.match(path.name)) or any(
        folder.name.startswith("_") and folder.name != "_drafts" for folder in path.parents
    )


def _of_no_known_generator(context: "Context") -> Iterator[PostProblem]:
    field = context.front.field("date")
    value = field.value if field and not field.problem else None
    if isinstance(value, str) and value.strip() and not any(map(str.isdigit, value)):
        yield context.told(PostProblemKind.DATE_UNREADABLE, field, value=value[:40], meant="")


def _shifted(context: "Context", field: Field) -> Iterator[PostProblem]:
    zone = zone_of(context.settings)
    day = day_of(field)
    published = _published_day(context, field, day)
    if zone and day and published and published != day:
        time = field.value if isinstance(field.value, datetime) else None
        offset = zone.utcoffset(time.replace(tzinfo=None)) if time else None
        hours = int(offset.total_seconds() // 60) if offset is not None else 0
        example = f"{'-' if hours < 0 else '+'}{abs(hours) // 60:02}:{abs(hours) % 60:02}"
        yield context.told(
            PostProblemKind.DATE_SHIFTED,
            field,
            Outcome.MISDATED,
            value=field.raw.strip("'\""),
            published=str(published),
            zone=str(context.settings.get("timezone")),
            example=example,
        )


def _published_day(context: "Context", field: Field | None, day: date | None) -> date | None:
    """The day in the site's zone; without a zone the one written."""
    zone = zone_of(context.settings)
    if field is None or zone is None or context.generator != "jekyll" or ":" not in field.raw:
        return day
    from editor.generators.jekyll_liquid.dates import moment

    when = moment(field.value, zone)
    return when.date() if when else day


def _to_come(context: "Context", field: Field | None, day: date | None) -> Iterator[PostProblem]:
    if day and day > context.today and not in_drafts(context.path):
        name = {"jekyll": "future", "hugo": "buildfuture"}[context.generator]
        if any(key.lower() == name and held is True for key, held in context.settings.items()):
            return
        yield context.told(PostProblemKind.DATE_IN_FUTURE, field, Outcome.LEFT_OUT, value=str(day))


def _limits(context: "Context") -> Iterator[PostProblem]:
    """Hugo's other dates: from when on, and till when, a post is built."""
    for field in context.front.fields:
        name = field.key.lower()
        day = day_of(field) if name in ("publishdate", "expirydate") else None
        if day and name == "publishdate" and day > context.today:
            yield context.told(
                PostProblemKind.DATE_IN_FUTURE, field, Outcome.LEFT_OUT, value=str(day)
            )
        if day and name == "expirydate" and day < context.today:
            yield context.told(PostProblemKind.DATE_PAST, field, Outcome.LEFT_OUT, value=str(day))
