"""The addresses at which Jekyll publishes posts, pages and files.

Source: Jekyll 4.3's lib/jekyll/{url,document,page,utils}.rb and drops/url_drop.rb
"""

import posixpath
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from pathlib import PurePosixPath
from urllib.parse import quote

from editor.generators.jekyll_liquid.dates import DAYS, MONTHS, midnight, moment
from editor.generators.jekyll_liquid.values import text
from editor.slugs import jekyll_slug

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATED = re.compile(r"(?:.+/)*?(\d{2,4})-(\d{1,2})-(\d{1,2})-([^/]*)\.[^.]+\Z")
_EIGHT_DIGITS = re.compile(r"\s*(\d{4})(\d\d)(\d\d)\s*")
_PLACEHOLDER = re.compile(r":([a-z_]+)")
_DEFAULT_ENDINGS = "markdown,mkdown,mkdn,mkd,md"
MARKDOWN_ENDINGS = frozenset((".md", ".markdown", ".mkdown", ".mkdn", ".mkd"))


def post_address(
    path: str, fields: Mapping[str, object], settings: Mapping[str, object], zone: tzinfo | None
) -> str:
    """The address of the post at `path`, relative to the site's root, without the site's own."""
    return document_address(path, fields, "posts", settings, zone)


def document_address(
    path: str,
    fields: Mapping[str, object],
    collection: str,
    settings: Mapping[str, object],
    zone: tzinfo | None,
) -> str:
    """The address of the document at `path` in a collection; "posts" is the one of all posts."""
    template = document_template(fields, collection, settings)
    return filled(template, _parts_of_document(path, fields, collection, settings, zone))


def document_template(
    fields: Mapping[str, object], collection: str, settings: Mapping[str, object]
) -> str:
    """The pattern of a document's address: its own, else that of its collection."""
    own = fields.get("permalink")
    if own is not None and own is not False:
        return str(own)
    collections = settings.get("collections")
    metadata = collections.get(collection) if isinstance(collections, Mapping) else None
    rule = metadata.get("permalink") if isinstance(metadata, Mapping) else None
    if rule:
        return str(rule)
    style = _style(settings)
    if collection == "posts":
        return _STYLES.get(style, style)
    return f"/:collection/:path{_suffix(style)}"


def unknown_placeholder(template: str) -> str:
    """The first word of a pattern that Jekyll does not know, at which its build stops; or ""."""
    known = _PARTS
    for name in _PLACEHOLDER.findall(template):
        if name not in known and name.removesuffix("_") not in known:
            return str(name)
    return ""


def _style(settings: Mapping[str, object]) -> str:
    return str(settings.get("permalink") or "date")


def _suffix(style: str) -> str:
    """What the style of the site's addresses puts behind those of its pages.

    Source: add_permalink_suffix in lib/jekyll/utils.rb
    """
    if style == "pretty" or style.endswith("/"):
        return "/"
    is_named = style in ("date", "ordinal", "none") or style.endswith(":output_ext")
    return ":output_ext" if is_named else ""


def _parts_of_document(
    path: str,
    fields: Mapping[str, object],
    collection: str,
    settings: Mapping[str, object],
    zone: tzinfo | None,
) -> dict[str, str]:
    day = post_date(path, fields, zone)
    stem = PurePosixPath(path).stem
    own_slug = fields.get("slug")
    slug = _named_slug(path) if own_slug in (None, False) else str(own_slug)
    categories = [category.lower() for category in post_categories(path, fields)]
    inner = path[: -len(PurePosixPath(path).suffix) or None].replace(f"_{collection}", "", 1)
    return {
        "categories": "/".join(dict.fromkeys(categories)),
        "slugified_categories": "/".join(dict.fromkeys(map(jekyll_slug, categories))),
        "title": jekyll_slug(slug, "pretty", keep_case=True),
        "slug": jekyll_slug(slug),
        "name": jekyll_slug(stem),
        "collection": collection,
        "path": inner.rstrip("."),
        "output_ext": output_ending(path, settings),
        **_parts_of_day(day),
    }


def _named_slug(path: str) -> str:
    """What a file's name calls a document, without its date."""
    named = _DATED.match(path)
    return (named[4] if named else PurePosixPath(path).stem).rstrip(".")


def _parts_of_day(day: datetime) -> dict[str, str]:
    return {
        "year": f"{day.year}",
        "short_year": f"{day:%y}",
        "month": f"{day:%m}",
        "i_month": str(day.month),
        "day": f"{day:%d}",
        "i_day": str(day.day),
        "y_day": f"{day:%j}",
        "hour": f"{day:%H}",
        "minute": f"{day:%M}",
        "second": f"{day:%S}",
        "week": f"{day:%V}",
        "w_year": f"{day:%G}",
        "w_day": f"{day:%u}",
        "short_day": DAYS[day.weekday()][:3],
        "long_day": DAYS[day.weekday()],
        "short_month": MONTHS[day.month - 1][:3],
        "long_month": MONTHS[day.month - 1],
    }


_PARTS = frozenset(
    (
        *("categories", "slugified_categories", "title", "slug", "name", "collection", "path"),
        *("output_ext", "year", "short_year", "month", "i_month", "short_month", "long_month"),
        *("day", "i_day", "y_day", "short_day", "long_day", "week", "w_year", "w_day"),
        *("hour", "minute", "second"),
    )
)


def is_dated(path: str) -> bool:
    """Whether the name of a file begins with a day, as that of a post."""
    return _DATED.match(path) is not None


def post_date(path: str, fields: Mapping[str, object], zone: tzinfo | None) -> datetime:
    """When the post is dated: by its front matter, else by its name; in the zone of the site."""
    if (written := _written_date(fields.get("date"), zone)) is not None:
        return written
    if named := _DATED.match(path):
        year, month, day = int(named[1]), int(named[2]), int(named[3])
        if len(named[1]) <= 2:
            year += 2000 if year < 69 else 1900  # as Ruby reads two digits
        if day <= 31 and (found := _midnight(year, month, day, zone)):
            return found
    return datetime.now().astimezone(zone)


def _midnight(year: int, month: int, day: int, zone: tzinfo | None) -> datetime | None:
    """When a day begins; Ruby counts the 31st of February on into March."""
    try:
        return midnight(date(year, month, 1) + timedelta(days=day - 1), zone)
    except (ValueError, OverflowError):
        return None


def _written_date(value: object, zone: tzinfo | None) -> datetime | None:
    """The date of a field. Eight digits are a day, where Liquid takes them for seconds."""
    if not isinstance(value, bool) and (digits := _EIGHT_DIGITS.fullmatch(str(value))):
        return _midnight(int(digits[1]), int(digits[2]), int(digits[3]), zone)
    return moment(value, zone)


def post_categories(path: str, fields: Mapping[str, object]) -> list[str]:
    """The categories of a post: the folders above its `_posts`, then those it names."""
    special = re.search("_drafts" if "_posts" not in path else "_posts", path)
    above = path[: special.start()] if special else ""
    folders = [folder for folder in above.split("/") if folder]
    several = fields.get("categories")
    words = several.split() if isinstance(several, str) else several
    named = [text(word) for word in _flat(words) if word is not None]
    one = [text(word) for word in _flat([fields.get("category")]) if word is not None]
    return list(dict.fromkeys([*folders, *named, *one]))


def _flat(words: object) -> list[object]:
    """The entries of lists within lists."""
    if not isinstance(words, list):
        return []
    return [one for word in words for one in (_flat(word) if isinstance(word, list) else [word])]


def listed(fields: Mapping[str, object], singular: str, plural: str) -> list[str]:
    """The words of a field that has one in the singular, several in the plural."""
    several = fields.get(plural)
    words = several.split() if isinstance(several, str) else several
    found = [text(word) for word in words if word is not None] if isinstance(words, list) else []
    one = fields.get(singular)
    return list(dict.fromkeys(([text(one)] if one not in (None, "") else []) + found))


def page_address(path: str, fields: Mapping[str, object], settings: Mapping[str, object]) -> str:
    """The address of a page that is no post."""
    folder, file = posixpath.split(path)
    stem = posixpath.splitext(file)[0].rstrip(".")
    ending = output_ending(path, settings)
    own = fields.get("permalink")
    if own is not None and own is not False:
        template = str(own)
    elif ending not in (".html", ".xhtml", ".htm"):
        template = "/:path/:basename:output_ext"
    elif stem == "index":
        template = "/:path/"
    else:
        template = f"/:path/:basename{_suffix(_style(settings))}"
    for name, part in (("path", folder), ("basename", stem), ("output_ext", ending)):
        template = template.replace(f":{name}", _escaped(part))
    return _sanitized(template)


def output_ending(path: str, settings: Mapping[str, object]) -> str:
    """The ending of the page that is made of the file at `path`."""
    ending = posixpath.splitext(path)[1]
    markdown = str(settings.get("markdown_ext") or _DEFAULT_ENDINGS).lower().split(",")
    if ending.lower().removeprefix(".") in [name.strip() for name in markdown]:
        return ".html"
    return {".scss": ".css", ".sass": ".css", ".coffee": ".js"}.get(ending.lower(), ending)


def filled(template: str, parts: Mapping[str, str]) -> str:
    """`template` with its `:words` replaced, as an address that begins with a slash."""

    def part(word: re.Match[str]) -> str:
        name = word[1]
        key = name if name in parts else name.removesuffix("_")
        return _escaped(parts.get(key, "")) + ("_" if key != name else "")

    return _sanitized(_PLACEHOLDER.sub(part, template))


def _sanitized(address: str) -> str:
    return re.sub("/+", "/", f"/{address}".replace("..", "/").replace("./", ""))


def _escaped(path: str) -> str:
    return quote(path, safe="/:?[]@!$&'()*+,;=~-._")
