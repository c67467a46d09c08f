"""The words for what comes of a post when its site is built: at which address, or why not."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from editor.gui.fields.dates import in_words
from editor.publishing import Publication, Reason

translate = QCoreApplication.translate


def short(made: Publication) -> str:
    """A line for the status line; "" where there is nothing to tell."""
    if made.reason in (Reason.NOT_SAVED, Reason.NO_SITE):
        return ""
    if made.is_published is None:
        return translate("words", "The site cannot be built")
    if not made.is_published:
        why = _why(made.reason).format_map(_facts(made))
        return translate("words", "Will not be published: {why}").format(why=why)
    if made.reason is Reason.SPOILED:
        text = translate("words", "Will be published broken, at {address}")
    elif made.reason is Reason.MARK_IGNORED:
        text = translate("words", "Will be published all the same, at {address}")
    elif made.day is not None:
        text = translate("words", "Will be published at {address} on {day}")
    else:
        text = translate("words", "Will be published at {address}")
    return text.format_map(_facts(made))


def whole(made: Publication) -> str:
    """The same in whole sentences, with the address on the web where the site tells it."""
    facts = _facts(made)
    lines = [short(made), made.url or "", _more(made.reason).format_map(facts)]
    if made.reason is Reason.BUILD_FAILS and facts["name"]:
        lines.append(translate("words", "It does not take “{name}”.").format_map(facts))
    return "\n".join(line for line in lines if line)


def _facts(made: Publication) -> Mapping[str, str]:
    days = {
        name: in_words(QDate.fromString(made.facts[name], "yyyy-MM-dd"), QLocale())
        for name in ("end", "written", "named")
        if name in made.facts
    }
    return {
        **dict.fromkeys(("folder", "pattern", "name", "key", "time", "collection"), ""),
        **made.facts,
        **days,
        "address": unquote(made.address or ""),
        "day": _day(made.day),
    }


def _day(day: date | None) -> str:
    return in_words(QDate(day.year, day.month, day.day), QLocale()) if day else ""


def _why(reason: Reason) -> str:
    """Why a post is not published, in a few words."""
    match reason:
        case Reason.OUTSIDE:
            return translate("words", "it lies outside the site's content")
        case Reason.EXCLUDED:
            return translate("words", "the site's settings leave it out")
        case Reason.HIDDEN_NAME:
            return translate("words", "a name such as “{name}” is passed over")
        case Reason.DRAFT_FOLDER | Reason.DRAFT | Reason.DRAFT_APART:
            return translate("words", "it is a draft")
        case Reason.UNPUBLISHED:
            return translate("words", "it says so itself")
        case Reason.FUTURE:
            return translate("words", "its date is still to come, {day} {time}").rstrip()
        case Reason.EXPIRED:
            return translate("words", "it has expired, {end}")
        case Reason.NAME_WITHOUT_DATE:
            return translate("words", "its file's name has no date")
        case Reason.NO_OUTPUT:
            return translate("words", "no pages are made of “{collection}”")
        case Reason.COPIED:
            return translate("words", "it is copied as it stands")
        case Reason.NOT_UTF8:
            return translate("words", "the file is not UTF-8")
        case Reason.NO_PAGE:
            return translate("words", "it makes no page of its own")
        case Reason.NO_TITLE:
            return translate("words", "it has no title")
        case Reason.NO_DATE:
            return translate("words", "it has no date")
    return translate("words", "the reason is not known")


def _more(reason: Reason) -> str:
    """What stands behind it, and the way out; "" where all is said."""
    match reason:
        case Reason.OUTSIDE:
            return translate("words", "The generator does not look into “{folder}”.")
        case Reason.EXCLUDED:
            return translate("words", "The setting “exclude” has “{pattern}”.")
        case Reason.DRAFT_FOLDER:
            return translate("words", "It lies in “{folder}”. Publishing moves it to the posts.")
        case Reason.DRAFT_APART:
            return translate("words", "Pelican writes it apart, in no list: {address}")
        case Reason.DRAFT | Reason.UNPUBLISHED:
            return translate("words", "Its field “{key}” says so.")
        case Reason.FUTURE:
            return translate("words", "The site has to be built again when that time has come.")
        case Reason.NAME_WITHOUT_DATE:
            return translate("words", "Jekyll wants names such as 2024-01-31-title.md.")
        case Reason.NO_OUTPUT:
            return translate("words", "The collection needs “output: true” in the site's settings.")
        case Reason.COPIED:
            return translate("words", "It has no front matter that the generator sees.")
        case Reason.NO_PAGE:
            return translate("words", "It is part of another page, or told to have none.")
        case Reason.BUILD_FAILS:
            return translate("words", "The build stops at this post.")
        case Reason.SPOILED:
            return translate(
                "words", "Its front matter cannot be read: title, layout and date are lost."
            )
        case Reason.DATE_SHIFTED:
            return translate(
                "words", "It is dated {written}; in the site's time zone that is another day."
            )
        case Reason.DATE_WINS:
            return translate("words", "The file's name says {named}, but the field “date” counts.")
        case Reason.MARK_IGNORED:
            return translate("words", "The generator takes no notice of “{key}”.")
        case Reason.UNLISTED:
            return translate("words", "It is found at its address alone: no list shows it.")
    return ""
