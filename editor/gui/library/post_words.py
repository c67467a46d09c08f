"""The words of a post's row: its day, its tags, what is wrong with it."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from editor.front_matter import ProblemKind
from editor.gui.fields.dates import day_of
from editor.library.entry import UNREADABLE, Entry
from editor.problems import OF_TEMPLATE_TAGS, PostProblem, PostProblemKind

translate = QCoreApplication.translate

_DOT = " · "
_NAMES = {PostProblemKind.NAME_WITHOUT_DATE, PostProblemKind.NAME_WITH_BAD_DATE}
_FRONT_MATTER = {
    *ProblemKind,
    *(PostProblemKind.FORMAT_IGNORED, PostProblemKind.NOT_JSON, PostProblemKind.CLOSING_DOTS),
    *(PostProblemKind.BYTE_ORDER_MARK, PostProblemKind.MARK_BEFORE_FENCE),
}


def heading(group: str) -> str:
    """What a group of `query.group_of` is called."""
    if group == "draft":
        return translate("PostsPane", "Drafts")
    return group or translate("PostsPane", "Without a date")


def about(entry: Entry, *, with_year: bool) -> str:
    """The day and the tags of a post, or what stands for them; the problem is not in it."""
    if entry.is_draft and entry.problem is not None:
        return translate("PostsPane", "draft")
    if entry.is_draft:
        edited = _edited(date.fromtimestamp(entry.changed), date.today())
        return translate("PostsPane", "draft · edited {day}").format(day=edited)
    day = short_day(entry.date, with_year=with_year)
    words = ", ".join(entry.tags or entry.categories)
    if entry.problem is not None:
        return day
    return _DOT.join(part for part in (day, words) if part) or entry.place


def warning(problem: PostProblem | None) -> str:
    """In few words what is wrong with a post; "" for nothing."""
    if problem is None:
        return ""
    kind = problem.kind
    if kind == UNREADABLE:
        return translate("PostsPane", "cannot be read")
    if kind in _FRONT_MATTER:
        return translate("PostsPane", "front matter needs a fix")
    if kind in OF_TEMPLATE_TAGS:
        return translate("PostsPane", "a template tag needs a fix")
    if kind in _NAMES:
        return translate("PostsPane", "its name needs a date")
    if kind == PostProblemKind.MERGE_CONFLICT:
        return translate("PostsPane", "two versions to merge")
    if kind.startswith("date_"):
        return translate("PostsPane", "its date needs a fix")
    if kind in (PostProblemKind.MARK_IGNORED, PostProblemKind.MARK_EMPTY):
        return translate("PostsPane", "its draft mark needs a look")
    return translate("PostsPane", "needs a fix")


def in_full(problem: PostProblem) -> str:
    """What is wrong with a post, in whole sentences."""
    if problem.kind == UNREADABLE:
        return translate("PostsPane", "This post cannot be read.")
    from editor.gui.fields.problem_words import told  # not needed before somebody asks

    return told(problem)[0]


def spoken(entry: Entry, *, with_year: bool = True) -> str:
    """What a screen reader says of a post."""
    parts = (entry.title, about(entry, with_year=with_year), warning(entry.problem))
    return ", ".join(part for part in parts if part)


def number(count: int) -> str:
    """A number as the locale writes it."""
    return QLocale().toString(count)


def short_day(iso: str, *, with_year: bool) -> str:
    """The day as the locale writes it, its month short; "" for no day."""
    return _short_day(iso, with_year, QLocale()) if iso else ""


@lru_cache(maxsize=4096)
def _short_day(iso: str, with_year: bool, locale: QLocale) -> str:
    day = day_of(iso)
    return in_short(day, locale, with_year=with_year) if day else iso


def in_short(day: QDate, locale: QLocale, *, with_year: bool) -> str:
    """`day` as the locale orders its parts."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    is_month_first = "d" in pattern.partition("MMM")[2].replace("dddd", "")
    pattern = "MMM d" if is_month_first else "d MMM"
    if with_year:
        pattern += ", yyyy" if is_month_first else " yyyy"
    return locale.toString(day, pattern)


def _edited(day: date, today: date) -> str:
    if day == today:
        return translate("PostsPane", "today")
    if (today - day).days == 1:
        return translate("PostsPane", "yesterday")
    on = QDate(day.year, day.month, day.day)
    return in_short(on, QLocale(), with_year=day.year != today.year)
