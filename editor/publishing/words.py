"""The words for what comes of a post when its site is built, in English."""

from urllib.parse import unquote

from .model import Publication, Reason

_WHY = {
    Reason.OUTSIDE: "it lies outside the site's content",
    Reason.EXCLUDED: "the site's settings leave it out, by “{pattern}”",
    Reason.HIDDEN_NAME: "a name such as “{name}” is passed over",
    Reason.DRAFT_FOLDER: "it is a draft, in “{folder}”",
    Reason.DRAFT: "it is a draft, its field “{key}” says so",
    Reason.DRAFT_APART: "it is a draft, its field “{key}” says so; written apart at {address}",
    Reason.UNPUBLISHED: "its field “{key}” says so",
    Reason.FUTURE: "its date is still to come, {day} {time}",
    Reason.EXPIRED: "it has expired, {end}",
    Reason.NAME_WITHOUT_DATE: "its file's name has no date",
    Reason.NO_OUTPUT: "no pages are made of the collection “{collection}”",
    Reason.COPIED: "it is copied as it stands, for it has no front matter",
    Reason.NOT_UTF8: "the file is not UTF-8",
    Reason.NO_PAGE: "it is part of another page, or told to have none",
    Reason.NO_TITLE: "it has no title",
    Reason.NO_DATE: "it has no date",
}
_BUT = {
    Reason.SPOILED: "its front matter cannot be read",
    Reason.DATE_SHIFTED: "it is dated {written}, another day in the site's time zone",
    Reason.DATE_WINS: "its file's name says {named}",
    Reason.MARK_IGNORED: "the generator takes no notice of “{key}”",
    Reason.UNLISTED: "no list shows it",
}


def told(made: Publication) -> str:
    """Whether a post will be published, where and when, or why not: a sentence without its stop."""
    names = ("pattern", "name", "folder", "key", "time", "end", "collection", "written", "named")
    facts = {**dict.fromkeys(names, ""), **made.facts, "day": str(made.day or "")}
    facts["address"] = unquote(made.address or "an address not known here")
    if made.is_published is None:
        return _untold(made)
    if not made.is_published:
        return f"will not be published: {_WHY[made.reason].format_map(facts).strip()}"
    place = f" at {unquote(made.address)}" if made.address else ""
    day = f" on {made.day}" if made.day else ""
    but = _BUT.get(made.reason, "").format_map(facts)
    return f"will be published{place}{day}" + (f", but {but}" if but else "")


def _untold(made: Publication) -> str:
    if made.reason is Reason.BUILD_FAILS:
        return "stops the build of its site"
    return "lies in no site whose rules are known"
