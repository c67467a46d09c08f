"""Whether and where Hugo publishes a file of its content.

Source: Hugo 0.111's hugolib/{page__meta,site,pagecollections}.go and
resources/page/pagemeta/page_frontmatter.go
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from editor import front_matter
from editor.generators.settings_files import text_in
from editor.problems import Outcome
from editor.problems.dates import is_read_by_hugo

from .hugo_addresses import PagePlace, UnknownAttribute, page_address
from .model import Asked, Publication, Reason, unpublished, untold

_ENDINGS = {"md", "markdown", "mdown", "html", "htm", "org", "adoc", "asciidoc", "ad", "rst", "pdc"}
_ENDINGS |= {"pandoc"}
_INDEX = re.compile(r"index(?:\.[a-zA-Z-]+)?\.(?:md|markdown|html|org|adoc|rst|pdc)")
_BUNDLE_ENDINGS = ("md", "markdown", "html", "org", "adoc")
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-?(.*)", re.DOTALL)
_DATE_KEYS = {
    "date": ("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    "publishdate": ("publishdate", "pubdate", "published", "date"),
    "expirydate": ("expirydate", "unpublishdate"),
}
_TRUE = {"1", "t", "T", "TRUE", "true", "True"}
_FALSE = {"0", "f", "F", "FALSE", "false", "False"}
_MOST_FOLDERS = 20  # above a file, looked into for a bundle


def publication(asked: Asked) -> Publication:
    """What Hugo makes of a file of its site."""
    assert asked.site.root is not None
    where = _content_of(asked)
    if where is None:
        return unpublished(Reason.OUTSIDE, folder=_content_name(asked.settings))
    content, path, language = where
    hidden = next((name for name in path.split("/") if _is_hidden(name)), "")
    if hidden:
        return unpublished(Reason.HIDDEN_NAME, name=hidden)
    if PurePosixPath(path).suffix[1:].lower() not in _ENDINGS:
        return unpublished(Reason.COPIED)
    start = asked.text.lstrip("\ufeff \t\r\n")
    is_html = start.startswith("<") and not start.startswith("<!--")
    if Outcome.BUILD_FAILS in asked.outcomes or (is_html and path.endswith(".md")):
        return untold(Reason.BUILD_FAILS)
    fields = _fields(asked, content, path)
    place = _place(asked, fields, content, path, language)
    day = place.date.date() if place.date else None
    if _is_in_bundle(content, path, _languages(asked.settings)):
        return unpublished(Reason.NO_PAGE, day)
    return (
        _hidden_by_fields(asked, fields, place)
        or _hidden_by_section(asked, content, path)
        or _published(asked, place, day)
    )


# --- where it lies


def _content_of(asked: Asked) -> tuple[Path, str, str] | None:
    """The content folder that holds the file, its path in it, and its language; None outside."""
    root, settings = asked.site.root, asked.settings
    assert root is not None
    languages = _languages(settings)
    default = str(_setting(settings, "defaultcontentlanguage") or "en")
    folders = [
        (str(folder), name)
        for name, one in languages.items()
        if isinstance(folder := _setting(one, "contentdir"), str)
    ]
    folders.sort(key=lambda pair: -len(pair[0]))
    for folder, name in [*folders, (_content_name(settings), "")]:
        path = asked.below(root / folder)
        if path is None:
            continue
        inner = path.rpartition("/")[2].split(".")
        if not name and len(inner) > 2 and inner[-2].lower() in languages:
            name = inner[-2].lower()
        return root / folder, path, _language_folder(name or default, default, languages, settings)
    return None


def _content_name(settings: Mapping[str, object]) -> str:
    named = _setting(settings, "contentdir")
    return named if isinstance(named, str) and named else "content"


def _languages(settings: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    found = _setting(settings, "languages")
    table = found if isinstance(found, Mapping) else {}
    return {str(name).lower(): one for name, one in table.items() if isinstance(one, Mapping)}


def _language_folder(
    name: str,
    default: str,
    languages: Mapping[str, object],
    settings: Mapping[str, object],
) -> str:
    """The folder of a language in addresses: the default one has none, unless that is asked for."""
    if not languages:
        return ""
    in_folder = _setting(settings, "defaultcontentlanguageinsubdir") is True
    return name if name.lower() != default.lower() or in_folder else ""


def _is_hidden(name: str) -> bool:
    """Whether Hugo's own list of files to ignore has it."""
    return name.startswith((".", "#")) or name.endswith("~")


def _is_in_bundle(content: Path, path: str, languages: Collection[str]) -> bool:
    """Whether the file is a resource of the page of a folder above it."""
    folder = (content / path).parent
    name = PurePosixPath(path).name
    if _INDEX.fullmatch(name):
        folder = folder.parent
    for _ in range(_MOST_FOLDERS):
        if not folder.is_relative_to(content):
            return False
        if folder != content and (is_leaf := _is_leaf(folder, languages)) is not None:
            return is_leaf
        folder = folder.parent
    return False


def _is_leaf(folder: Path, languages: Iterable[str]) -> bool | None:
    """Whether a folder is the bundle of one page, or of a section; None where it is neither.

    It is not listed: it may hold thousands of posts.
    """
    endings = [*_BUNDLE_ENDINGS, *(f"{name}.md" for name in languages)]
    if any((folder / f"_index.{ending}").is_file() for ending in endings):
        return False
    return True if any((folder / f"index.{ending}").is_file() for ending in endings) else None


def _place(
    asked: Asked, fields: Mapping[str, object], content: Path, path: str, language: str
) -> PagePlace:
    folder, _, file = path.rpartition("/")
    name = PurePosixPath(file).stem
    stem, _, suffix = name.rpartition(".")
    if stem and suffix.lower() in _languages(asked.settings):
        name = stem
    is_branch = name == "_index"
    section = folder.partition("/")[0]
    date_name = name
    is_bundle = file.startswith("index.") and bool(folder)
    if is_bundle:
        folder, _, name = folder.rpartition("/")
        date_name = name
    when, named_slug = _date(asked, fields, "date", date_name)
    slug = _text(fields.get("slug")) or (named_slug if "slug" not in fields else "")
    return PagePlace(
        folder,
        name,
        section,
        _sections(content, path.rpartition("/")[0]),
        _text(fields.get("title")),
        slug,
        _text(fields.get("url")).strip(),
        when,
        is_branch=is_branch,
        is_bundle=is_bundle,
        language=language,
    )


def _sections(content: Path, folder: str) -> tuple[str, ...]:
    """The sections that a folder lies in: the first one, and each below it with an `_index.md`."""
    parts = folder.split("/") if folder else []
    for number in range(len(parts), 1, -1):
        inner = content.joinpath(*parts[:number])
        if any((inner / f"_index.{ending}").is_file() for ending in ("md", "markdown", "html")):
            return tuple(parts[:number])
    return tuple(parts[:1])


# --- what it says


def _fields(asked: Asked, content: Path, path: str) -> dict[str, object]:
    """The page's fields, keys in lower case, with what the pages above it hand down."""
    is_seen = asked.front.format != "header"
    values = front_matter.values(asked.text.lstrip("\ufeff")) if is_seen else {}
    own = {key.lower(): value for key, value in values.items()}
    root = asked.site.root
    found: dict[str, object] = {}
    for inner in [*reversed(PurePosixPath(path).parents)]:
        text = text_in(content / inner / "_index.md", root) if root else ""
        above = {key.lower(): value for key, value in front_matter.values(text).items()}
        cascade = above.get("cascade") if text else None
        rules = cascade if isinstance(cascade, list) else [cascade]
        for rule in rules:
            if isinstance(rule, Mapping) and "_target" not in rule:
                found |= {str(key).lower(): value for key, value in rule.items()}
    return {**found, **own}


def _hidden_by_fields(
    asked: Asked, fields: Mapping[str, object], place: PagePlace
) -> Publication | None:
    settings = asked.settings
    day = place.date.date() if place.date else None
    build = fields.get("_build", fields.get("build"))
    render = build.get("render") if isinstance(build, Mapping) else None
    is_headless = place.is_bundle and fields.get("headless") is True
    if render in (False, "never", "link") or is_headless:
        return unpublished(Reason.NO_PAGE, day)
    draft, published = (_switch(fields[k]) if k in fields else None for k in ("draft", "published"))
    key = "draft" if draft is not None else "published"
    is_draft = draft if draft is not None else published is False
    if is_draft and not _is_on(settings, "builddrafts"):
        return unpublished(Reason.DRAFT if key == "draft" else Reason.UNPUBLISHED, day, key=key)
    start, _ = _date(asked, fields, "publishdate", place.name)
    if start and start > asked.now and not _is_on(settings, "buildfuture"):
        time = f"{start:%H:%M}" if start.date() <= asked.now.date() else ""
        return unpublished(Reason.FUTURE, start.date(), time=time)
    end, _ = _date(asked, fields, "expirydate", place.name)
    if end and end < asked.now and not _is_on(settings, "buildexpired"):
        return unpublished(Reason.EXPIRED, day, end=end.date().isoformat())
    return None


def _hidden_by_section(asked: Asked, content: Path, path: str) -> Publication | None:
    """Why the section that the page lies in is not published, and so nothing in it."""
    assert asked.site.root is not None
    if PurePosixPath(path).stem.rpartition(".")[2] in _languages(asked.settings):
        return None  # its sections have pages of its own language
    for folder in PurePosixPath(path).parents:
        text = text_in(content / folder / "_index.md", asked.site.root)
        inner = (folder / "_index.md").as_posix()
        if not text or inner == path:
            continue
        fields = _fields(replace(asked, text=text), content, inner)
        place = _place(asked, fields, content, inner, "")
        hidden = _hidden_by_fields(asked, fields, place)
        if hidden and hidden.reason is not Reason.NO_PAGE:
            return replace(hidden, facts={**hidden.facts, "section": inner})
    return None


def _published(asked: Asked, place: PagePlace, day: date | None) -> Publication:
    ugly = _setting(asked.settings, "uglyurls")
    is_ugly = ugly is True or (isinstance(ugly, Mapping) and ugly.get(place.section) is True)
    try:
        address = page_address(place, asked.settings, is_ugly=is_ugly)
    except UnknownAttribute as unknown:
        return untold(Reason.BUILD_FAILS, day, name=str(unknown))
    address = asked.site.base_path + address
    for problem in asked.problems:
        if problem.outcome is Outcome.PUBLISHED:
            return Publication(True, address, day, Reason.MARK_IGNORED, {"key": problem.key})
    return Publication(True, address, day)


def _date(
    asked: Asked, fields: Mapping[str, object], kind: str, name: str
) -> tuple[datetime | None, str]:
    """A page's date of a kind, and the slug that goes with it where the file's name tells both."""
    zone = _zone(asked.settings)
    for handler in _handlers(asked.settings, kind):
        if handler == ":filename":
            found = _DATED_NAME.match(name)
            if found and (when := _moment(found[1], zone)):
                return when, found[2]
            continue
        if (when := _moment(fields.get(handler), zone)) is not None:
            return when, ""
    return None, ""


def _handlers(settings: Mapping[str, object], kind: str) -> list[str]:
    """Where the date of a kind is looked for, in this order."""
    configured = _setting(settings, "frontmatter")
    named = _setting(configured, kind) if isinstance(configured, Mapping) else None
    words = [named] if isinstance(named, str) else named
    if not isinstance(words, list):
        return list(_DATE_KEYS[kind])
    found: list[str] = []
    for word in words:
        lower = str(word).lower()
        found += _DATE_KEYS[kind] if lower == ":default" else [lower]
    return found


def _moment(value: object, zone: tzinfo) -> datetime | None:
    """The time that a field names, as Hugo reads it; None where it reads none."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=zone)
    if not isinstance(value, str) or not is_read_by_hugo(value):
        return None
    from editor.generators.jekyll_liquid.dates import parsed

    return parsed(value, zone)


def _zone(settings: Mapping[str, object]) -> tzinfo:
    name = _setting(settings, "timezone")
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else UTC
    except (KeyError, OSError, ValueError):
        return UTC


def _switch(value: object) -> bool | None:
    """As Go's ParseBool reads it; nothing is no."""
    if isinstance(value, bool | None):
        return bool(value)
    text = str(value)
    return True if text in _TRUE else False if text in _FALSE else None


def _is_on(settings: Mapping[str, object], name: str) -> bool:
    return _setting(settings, name) is True


def _setting(settings: Mapping[str, object], name: str) -> object:
    return next((held for key, held in settings.items() if str(key).lower() == name), None)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, bool | list | dict) else str(value)
