"""Whether and where Pelican publishes a file of its content.

Source: Pelican 4's pelican/{contents,generators,readers,settings}.py. Of its settings, those that
are plain values are known; the program that holds them is never run.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from editor.generators.jekyll_liquid.dates import formatted, parsed
from editor.slugs import is_quick_pattern, pelican_slug

from .model import Asked, Publication, Reason, unpublished, untold

_ENDINGS = {"md", "markdown", "mkd", "mdown", "rst", "html", "htm"}
_DEFAULTS = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "DRAFT_ARTICLE_URL": "drafts/{slug}.html",
    "DRAFT_ARTICLE_LANG_URL": "drafts/{slug}-{lang}.html",
    "DRAFT_PAGE_URL": "drafts/pages/{slug}.html",
    "DRAFT_PAGE_LANG_URL": "drafts/pages/{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
}
_FIELD = re.compile(r"\{(\w+)(?::([^{}]*))?\}")


def publication(asked: Asked) -> Publication:
    """What Pelican makes of a file of its site."""
    folders, settings = asked.site.folders, asked.settings
    assert folders is not None
    path = asked.below(folders.content)
    if path is None:
        return unpublished(Reason.OUTSIDE, folder=folders.content.name)
    kind = _kind(path, settings)
    hidden = next((name for name in path.split("/") if name.startswith(".")), "")
    if hidden:
        return unpublished(Reason.HIDDEN_NAME, name=hidden)
    if not kind:
        return unpublished(Reason.OUTSIDE, folder=path.partition("/")[0])
    if PurePosixPath(path).suffix[1:].lower() not in _ENDINGS:
        return unpublished(Reason.COPIED)
    return _made(asked, kind, path, _fields(asked, path))


def _kind(path: str, settings: Mapping[str, object]) -> str:
    """ "PAGE" or "ARTICLE"; "" of a file that lies in no folder of either."""
    pages = _folders(settings, "PAGE_PATHS", ["pages"])
    excluded = _folders(settings, "ARTICLE_EXCLUDES", [])
    if any(_is_in(path, folder) for folder in pages):
        return "PAGE"
    articles = _folders(settings, "ARTICLE_PATHS", [""])
    is_article = any(_is_in(path, folder) for folder in articles)
    return "ARTICLE" if is_article and not any(_is_in(path, one) for one in excluded) else ""


def _is_in(path: str, folder: str) -> bool:
    folder = folder.strip("/").removeprefix("./")
    return not folder or path == folder or path.startswith(f"{folder}/")


def _folders(settings: Mapping[str, object], name: str, default: list[str]) -> list[str]:
    found = settings.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else default


def _fields(asked: Asked, path: str) -> dict[str, str]:
    """What the file says, else its name and its folder, else the settings; keys in lower case."""
    settings = asked.settings
    found: dict[str, str] = {}
    given = settings.get("DEFAULT_METADATA")
    if isinstance(given, Mapping):
        found |= {str(key).lower(): str(value) for key, value in given.items()}
    found["category"] = str(settings.get("DEFAULT_CATEGORY") or "misc")
    found |= _told_by_path(path, settings)
    for field in asked.front.fields:
        value = field.raw if asked.front.format == "yaml" else field.value
        if isinstance(value, str | int | float) and str(value).strip():
            found[field.key.lower()] = str(value).strip()
    return found


def _told_by_path(path: str, settings: Mapping[str, object]) -> dict[str, str]:
    inner = PurePosixPath(path)
    found: dict[str, str] = {}
    for name, text in (("FILENAME_METADATA", inner.stem), ("PATH_METADATA", path)):
        pattern = settings.get(name) or _DEFAULTS.get(name)
        if isinstance(pattern, str) and is_quick_pattern(pattern):
            found = {**_groups(pattern, text), **found}
    folder = inner.parent.name
    if folder and settings.get("USE_FOLDER_AS_CATEGORY") is not False:
        found.setdefault("category", folder)
    return found


def _groups(pattern: str, text: str) -> dict[str, str]:
    try:
        match = re.match(pattern, text)
    except (re.error, RecursionError, OverflowError):
        return {}
    groups = match.groupdict() if match else {}
    return {key.lower(): value for key, value in groups.items() if value}


def _made(asked: Asked, kind: str, path: str, fields: Mapping[str, str]) -> Publication:
    settings = asked.settings
    zone = _zone(settings)
    date = parsed(fields.get("date", "").replace("_", " "), zone)
    when = date if date is None or date.tzinfo else date.replace(tzinfo=zone)
    day = when.date() if when else None
    if "title" not in fields:
        return unpublished(Reason.NO_TITLE, day)
    if when is None and (kind == "ARTICLE" or fields.get("date")):
        if "date" not in fields and settings.get("DEFAULT_DATE"):
            return untold(Reason.NO_DATE)
        return unpublished(Reason.NO_DATE)
    status = fields.get("status", "published").lower()
    if status == "draft":
        address = _address(f"DRAFT_{kind}", path, fields, when, settings)
        return Publication(False, address, day, Reason.DRAFT_APART, {"key": "status"})
    if status not in ("published", "hidden"):
        return unpublished(Reason.UNPUBLISHED, day, key="status")
    waits = kind == "ARTICLE" and settings.get("WITH_FUTURE_DATES") is False
    if waits and when and when > asked.now:
        return unpublished(Reason.FUTURE, day, time="")
    address = _address(kind, path, fields, when, settings)
    reason = Reason.UNLISTED if status == "hidden" else Reason.NONE
    return Publication(True, address, day, reason)


def _address(
    kind: str,
    path: str,
    fields: Mapping[str, str],
    when: datetime | None,
    settings: Mapping[str, object],
) -> str | None:
    """The address, None where only Pelican itself could fill its pattern in."""
    if own := fields.get("url"):
        return f"/{own.lstrip('/')}"
    language = str(settings.get("DEFAULT_LANG") or "en").lower()
    is_other = fields.get("lang", language) != language
    name = f"{kind}_LANG_URL" if is_other else f"{kind}_URL"
    set_as = name.replace("DRAFT_ARTICLE", "DRAFT")  # the names of Pelican's settings
    pattern = settings.get(set_as, _DEFAULTS[name])
    if not isinstance(pattern, str):
        return None
    stem = PurePosixPath(path).stem
    source = stem if settings.get("SLUGIFY_SOURCE") == "basename" else fields["title"]
    author = fields.get("author") or fields.get("authors", "").partition(",")[0]
    author = author or str(settings.get("AUTHOR") or "")
    parts = {
        **fields,
        "slug": fields.get("slug") or pelican_slug(source, settings),
        "lang": fields.get("lang", language),
        "category": _named_slug(fields["category"], "CATEGORY", settings),
        "author": _named_slug(author.strip(), "AUTHOR", settings) if author else "",
        "path": path,
    }
    return _filled(pattern, parts, when)


def _named_slug(name: str, kind: str, settings: Mapping[str, object]) -> str:
    """The slug of a category or an author."""
    own = settings.get(f"{kind}_REGEX_SUBSTITUTIONS")
    given = {**settings, "SLUG_REGEX_SUBSTITUTIONS": own} if own is not None else settings
    return pelican_slug(name, given)


def _filled(pattern: str, parts: Mapping[str, str], when: datetime | None) -> str | None:
    def part(field: re.Match[str]) -> str:
        name, form = field.groups()
        if name == "date" and when is not None:
            return formatted(when, form) if form else f"{when}"
        return parts[name]

    try:
        filled = _FIELD.sub(part, pattern)
    except KeyError:
        return None
    return None if "{" in filled else f"/{filled.lstrip('/')}"


def _zone(settings: Mapping[str, object]) -> tzinfo:
    name = settings.get("TIMEZONE")
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else UTC
    except (KeyError, OSError, ValueError):
        return UTC
