"""The addresses at which Hugo publishes pages.

Source: Hugo 0.111's resources/page/{permalinks,page_paths}.go and hugolib/page__paths.go
"""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote_plus

from editor.generators.jekyll_liquid.dates import DAYS, MONTHS
from editor.slugs import hugo_path, hugo_slug

_ATTRIBUTE = re.compile(r":\w+(?:\[.+?\])?")
_SLICE = re.compile(r"sections\[(?:(last)|(\d*)(:)?(\d*|last))\]")
_GO_DATE = re.compile(r"2006|06|January|Jan|01|1|Monday|Mon|002|02|_2|2|15|03|3|04|4|05|5|PM|pm")
_NO_DATE = datetime(1, 1, 1)


class UnknownAttribute(ValueError):  # noqa: N818 - as Hugo calls it
    """A word of a pattern that Hugo does not know, at which its build stops."""


@dataclass(frozen=True)
class PagePlace:
    """What Hugo makes an address of."""

    folder: str  # below the content folder, without slashes at its ends; "" for the root
    name: str  # of the file, without its ending and its language, of a bundle that of its folder
    section: str  # the first folder; ""
    sections: tuple[str, ...]  # those of the section that the page is in
    title: str
    slug: str
    url: str
    date: datetime | None
    is_branch: bool = False  # a section's own page
    is_bundle: bool = False  # a folder of its own, named by it
    language: str = ""  # the folder of its language, where it has one


def page_address(place: PagePlace, settings: Mapping[str, object], *, is_ugly: bool) -> str:
    """The address of a page, without the site's own. Raises UnknownAttribute."""
    if place.url and (place.folder or place.name or not place.is_branch):
        return _of_url(place)
    before = f"/{place.language}" if place.language else ""
    if place.is_branch:
        ending = ".html" if is_ugly else "/"
        path = f"/{place.folder}{ending}" if place.folder else "/"
        return _escaped(before + hugo_path(path, settings))
    pattern = _pattern(place.section, settings)
    if pattern:
        expanded = "/" + unquote_plus(expand(pattern, place, settings)).strip("/")
        path = re.sub("/+", "/", posixpath.normpath(expanded))
    else:
        path = posixpath.normpath("/" + "/".join((place.folder, place.slug or place.name)))
    path = re.sub("/+", "/", path)
    if is_ugly:
        ending = "" if path.endswith(".html") else ".html"
        return _escaped(before + hugo_path(path + ending, settings))
    return _escaped(before + hugo_path(f"{path}/" if path != "/" else "/", settings))


def _of_url(place: PagePlace) -> str:
    """The address that a page's own `url` gives it: no letter of it is changed."""
    url = place.url
    path = posixpath.normpath("/" + url.lstrip("/"))
    if url.endswith("/"):
        path = path if path == "/" else f"{path}/"
    elif "." not in url:
        path += "/"
    elif path.endswith("/index.html"):
        path = path.removesuffix("index.html")
    before = f"/{place.language}" if place.language and not url.startswith("/") else ""
    return _escaped(before + path)


def _escaped(path: str) -> str:
    """As Go writes a path in an address: what follows a first `#` is its fragment."""
    path, mark, fragment = path.partition("#")
    return _quoted(path) + mark + _quoted(fragment)


def _quoted(path: str) -> str:
    return quote(path, safe="/$&+,:;=@~!*'()%-._")


def _pattern(section: str, settings: Mapping[str, object]) -> str:
    patterns = _setting(settings, "permalinks")
    if not isinstance(patterns, Mapping):
        return ""
    of_pages = _setting(patterns, "page")
    tables = [patterns, of_pages] if isinstance(of_pages, Mapping) else [patterns]
    found = [_setting(table, section.lower()) for table in tables]
    return next((one for one in found if isinstance(one, str)), "")


def _setting(settings: Mapping[str, object], name: str) -> object:
    return next((held for key, held in settings.items() if str(key).lower() == name), None)


def expand(pattern: str, place: PagePlace, settings: Mapping[str, object]) -> str:
    """`pattern` with its attributes replaced. Raises UnknownAttribute."""
    return _ATTRIBUTE.sub(lambda one: _attribute(one[0][1:], place, settings), pattern)


def _attribute(name: str, place: PagePlace, settings: Mapping[str, object]) -> str:
    day = place.date or _NO_DATE
    made: Callable[[], str] | None = {
        "year": lambda: str(day.year),
        "month": lambda: f"{day.month:02}",
        "monthname": lambda: MONTHS[day.month - 1],
        "day": lambda: f"{day.day:02}",
        "weekday": lambda: str(day.isoweekday() % 7),
        "weekdayname": lambda: DAYS[day.weekday()],
        "yearday": lambda: str(day.timetuple().tm_yday),
        "section": lambda: place.section,
        "sections": lambda: "/".join(place.sections),
        "title": lambda: hugo_slug(place.title, settings),
        "slug": lambda: hugo_slug(place.slug or place.title, settings),
        "slugorfilename": lambda: hugo_slug(place.slug or place.name, settings),
        "filename": lambda: hugo_slug(place.name, settings),
        "contentbasename": lambda: hugo_slug(place.name, settings),
        "slugorcontentbasename": lambda: hugo_slug(place.slug or place.name, settings),
    }.get(name)
    if made is not None:
        return made()
    if name.startswith("sections[") and (chosen := _SLICE.fullmatch(name)):
        return "/".join(_sliced(place.sections, chosen))
    if _GO_DATE.search(name):
        return _GO_DATE.sub(lambda part: _go_part(part[0], day), name)
    raise UnknownAttribute(f":{name}")


def _sliced(sections: Sequence[str], chosen: re.Match[str]) -> Sequence[str]:
    last, first, colon, end = chosen.groups()
    if last:
        return sections[-1:]
    start = int(first or 0)
    if not colon:
        return sections[start : start + 1]
    return sections[start : len(sections) - 1 + 1 if end in ("last", "") else int(end)]


def _go_part(part: str, day: datetime) -> str:
    """A part of a date as Go's layouts name it."""
    return {
        "2006": f"{day.year:04}",
        "06": f"{day.year % 100:02}",
        "January": MONTHS[day.month - 1],
        "Jan": MONTHS[day.month - 1][:3],
        "01": f"{day.month:02}",
        "1": str(day.month),
        "Monday": DAYS[day.weekday()],
        "Mon": DAYS[day.weekday()][:3],
        "002": f"{day.timetuple().tm_yday:03}",
        "02": f"{day.day:02}",
        "_2": f"{day.day:2}",
        "2": str(day.day),
        "15": f"{day.hour:02}",
        "03": f"{day.hour % 12 or 12:02}",
        "3": str(day.hour % 12 or 12),
        "04": f"{day.minute:02}",
        "4": str(day.minute),
        "05": f"{day.second:02}",
        "5": str(day.second),
        "PM": "PM" if day.hour > 11 else "AM",
        "pm": "pm" if day.hour > 11 else "am",
    }[part]
