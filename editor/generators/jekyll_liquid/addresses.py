"""The addresses at which Jekyll publishes posts, pages and files.

Source: Jekyll 4.3's lib/jekyll/{url,document,page,utils}.rb and drops/url_drop.rb
"""

import posixpath
import re
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
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
MARKDOWN_ENDINGS = frozenset((".md", ".markdown", ".mkdown", ".mkdn", ".mkd"))


def post_address(
    path: str, fields: Mapping[str, object], settings: Mapping[str, object], zone: tzinfo | None
) -> str:
    """The address of the post at `path`, relative to the site's root, without the site's own."""
    template = fields.get("permalink") or _posts_permalink(settings)
    parts = _parts_of_post(path, fields, post_date(path, fields, zone))
    return filled(str(_STYLES.get(str(template), template)), parts)


def _posts_permalink(settings: Mapping[str, object]) -> object:
    collections = settings.get("collections")
    posts = collections.get("posts") if isinstance(collections, Mapping) else None
    own = posts.get("permalink") if isinstance(posts, Mapping) else None
    return own or settings.get("permalink") or "date"


def _parts_of_post(path: str, fields: Mapping[str, object], day: datetime) -> dict[str, str]:
    named = _DATED.match(path)
    slug = str(fields.get("slug") or (named[4] if named else PurePosixPath(path).stem))
    categories = [category.lower() for category in post_categories(path, fields)]
    return {
        "categories": "/".join(dict.fromkeys(categories)),
        "slugified_categories": "/".join(dict.fromkeys(map(jekyll_slug, categories))),
        "title": jekyll_slug(slug, "pretty", keep_case=True),
        "slug": jekyll_slug(slug),
        "name": jekyll_slug(PurePosixPath(path).stem),
        "collection": "posts",
        "path": path.partition("_posts/")[2].rpartition(".")[0],
        "output_ext": ".html",
        "year": f"{day:%Y}",
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


def is_dated(path: str) -> bool:
    """Whether the name of a file begins with a day, as that of a post."""
    return _DATED.match(path) is not None


def post_date(path: str, fields: Mapping[str, object], zone: tzinfo | None) -> datetime:
    """When the post is dated: by its front matter, else by its name; in the zone of the site."""
    if (written := moment(fields.get("date"), zone)) is not None:
        return written
    if named := _DATED.match(path):
        year, month, day = int(named[1]), int(named[2]), int(named[3])
        try:
            return midnight(date(year + 2000 if year < 100 else year, month, day), zone)
        except ValueError:
            pass
    return datetime.now().astimezone(zone)


def post_categories(path: str, fields: Mapping[str, object]) -> list[str]:
    """The categories of a post: the folders above its `_posts`, then those it names."""
    above, _, _ = path.rpartition("_posts/")
    folders = [folder for folder in above.split("/") if folder]
    return list(dict.fromkeys(folders + listed(fields, "category", "categories")))


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
    stem, ending = posixpath.splitext(file)
    ending = ".html" if ending.lower() in MARKDOWN_ENDINGS else ending
    parts = {"path": folder, "basename": stem, "output_ext": ending}
    if own := fields.get("permalink"):
        return filled(str(own), parts)
    style = str(settings.get("permalink") or "date")
    is_folder = ending == ".html" and (style == "pretty" or style.endswith("/"))
    if ending == ".html" and stem == "index":
        return filled("/:path/", parts)
    return filled("/:path/:basename/" if is_folder else "/:path/:basename:output_ext", parts)


def document_address(path: str, fields: Mapping[str, object], collection: str, rule: str) -> str:
    """The address of a document in a collection; `rule` is the collection's permalink or ""."""
    inner = path.partition(f"_{collection}/")[2].rpartition(".")[0]
    stem = PurePosixPath(inner).name
    parts = {
        "collection": collection,
        "path": inner,
        "name": jekyll_slug(stem),
        "title": jekyll_slug(str(fields.get("slug") or stem), "pretty", keep_case=True),
        "output_ext": ".html",
    }
    template = str(fields.get("permalink") or rule or "/:collection/:path:output_ext")
    return filled({"pretty": "/:collection/:path/"}.get(template, template), parts)


def filled(template: str, parts: Mapping[str, str]) -> str:
    """`template` with its `:words` replaced, as an address that begins with a slash."""

    def part(word: re.Match[str]) -> str:
        name = word[1]
        key = name if name in parts else name.removesuffix("_")
        return _escaped(parts.get(key, "")) + ("_" if key != name else "")

    address = "/" + re.sub(r":([a-z_]+)", part, template)
    return re.sub("/+", "/", address.replace("..", "/").replace("./", ""))


def _escaped(path: str) -> str:
    return quote(path, safe="/:?[]@!$&'()*+,;=~-._")
