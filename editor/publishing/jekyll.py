"""Whether and where Jekyll publishes a file.

Source: Jekyll 4.3's lib/jekyll/{reader,entry_filter,publisher,collection,document,page}.rb and
readers/post_reader.rb
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import PurePosixPath

from editor import front_matter
from editor.generators.jekyll_liquid.addresses import (
    document_address,
    document_template,
    is_dated,
    page_address,
    post_date,
    unknown_placeholder,
)
from editor.generators.jekyll_liquid.defaults import defaults_of, document_fields
from editor.generators.settings_files import glob_pattern
from editor.post import named_day
from editor.problems import Outcome, PostProblemKind
from editor.problems.dating import day_of

from .model import Asked, Publication, Reason, unpublished, untold

_DEFAULT_EXCLUDES = (
    *(".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules"),
    *("vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"),
)
_SPECIAL = (".", "_", "#", "~")
_HEADER = re.compile(r"---\s*\n")  # has_yaml_header? in lib/jekyll/utils.rb
_SLUG_PLACES = re.compile(r":(?:title|slug)(?![a-z])")


@dataclass(frozen=True)
class _Place:
    """What a file is to Jekyll by where it lies."""

    path: str  # relative to the folder of all collections, the site's source for most
    kind: str  # the label of its collection, or "pages"
    is_draft: bool = False


def publication(asked: Asked) -> Publication:
    """What Jekyll makes of a file of its site."""
    settings, root = asked.settings, asked.site.root
    assert root is not None
    source = _text(settings, "source")
    path = asked.below(root / source if source else root)
    if path is None:
        return unpublished(Reason.OUTSIDE, folder=source)
    if left_out := _left_out(path, settings):
        return left_out
    place = _place(path, settings)
    if isinstance(place, Publication):
        return place
    is_bare = not _HEADER.match(asked.text) or Outcome.COPIED in asked.outcomes
    if is_bare and place.kind != "posts":
        return unpublished(Reason.COPIED)
    if any(one.kind == PostProblemKind.NOT_UTF8 for one in asked.problems):
        is_post = place.kind == "posts"
        return unpublished(Reason.NOT_UTF8) if is_post else untold(Reason.BUILD_FAILS)
    if place.kind == "pages":
        return _page(asked, place)
    return _document(asked, place)


# --- places


def _place(path: str, settings: Mapping[str, object]) -> _Place | Publication:
    """What the file at `path` is, or why it is nothing to Jekyll."""
    container = _text(settings, "collections_dir").strip("/")
    inner = path.removeprefix(f"{container}/") if container else path
    is_contained = not container or inner != path
    folders = path.split("/")[:-1]
    special = next((name for name in folders if name.startswith(_SPECIAL)), "")
    if special in ("_posts", "_drafts") and is_contained:
        is_draft = special == "_drafts"
        if is_draft and not settings.get("show_drafts"):
            return unpublished(Reason.DRAFT_FOLDER, folder=special)
        if not is_draft and not is_dated(path):
            return unpublished(Reason.NAME_WITHOUT_DATE)
        return _Place(inner, "posts", is_draft)
    label = inner.partition("/")[0].removeprefix("_")
    metadata = collections_of(settings).get(label)
    if is_contained and inner.startswith("_") and "/" in inner and metadata is not None:
        if not metadata.get("output"):
            return unpublished(Reason.NO_OUTPUT, collection=label)
        return _Place(inner, label)
    included = _patterns(settings, "include")
    if special and not any(_names(one, special) or _names(one, path) for one in included):
        return unpublished(Reason.OUTSIDE, folder=special)
    return _Place(path, "pages")


def collections_of(settings: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """The settings of each collection, by its label; that of the posts is not among them."""
    named = settings.get("collections")
    if isinstance(named, list):
        return {str(label): {} for label in named}
    if not isinstance(named, Mapping):
        return {}
    return {
        str(label): metadata if isinstance(metadata, Mapping) else {}
        for label, metadata in named.items()
    }


def _left_out(path: str, settings: Mapping[str, object]) -> Publication | None:
    """Why Jekyll passes over the file at `path`, or a folder it lies in."""
    included = _patterns(settings, "include")
    excluded = [*_patterns(settings, "exclude"), *_DEFAULT_EXCLUDES]
    parts = path.split("/")
    for number, name in enumerate(parts):
        entry = "/".join(parts[: number + 1])
        is_folder = number < len(parts) - 1
        if any(pattern == entry or _names(pattern, name) for pattern in included):
            continue
        for pattern in excluded:
            if pattern not in included and _names(pattern, entry, is_folder=is_folder):
                return unpublished(Reason.EXCLUDED, pattern=pattern)
        if not is_folder and (name.startswith(_SPECIAL) or name.endswith(("~", "."))):
            return unpublished(Reason.HIDDEN_NAME, name=name)
    return None


def _names(pattern: str, entry: str, *, is_folder: bool = False) -> bool:
    """Whether a pattern of `include` or `exclude` names a file or folder: its start does too."""
    pattern = pattern.removeprefix("/")
    if is_folder and pattern == f"{entry}/":
        return True
    is_plain = not any(sign in pattern for sign in "*?[\\")
    if is_plain or entry.startswith(pattern):
        return entry.startswith(pattern)
    return glob_pattern(pattern, through_folders=True).match(entry) is not None


def _patterns(settings: Mapping[str, object], name: str) -> list[str]:
    given = settings.get(name)
    return [one for one in given if isinstance(one, str)][:500] if isinstance(given, list) else []


def _text(settings: Mapping[str, object], name: str) -> str:
    value = settings.get(name)
    return value if isinstance(value, str) else ""


# --- what is published


def _page(asked: Asked, place: _Place) -> Publication:
    defaults = defaults_of(place.path, "pages", asked.settings)
    own = {} if asked.front.refused else front_matter.values(asked.text)
    fields = {**defaults, **own}
    day = day_of(asked.front.field("date"))
    permalink = own.get("permalink")
    is_blank = permalink not in (None, False) and not str(permalink).strip()
    if is_blank or Outcome.BUILD_FAILS in asked.outcomes:
        return untold(Reason.BUILD_FAILS, day, name="permalink" if is_blank else "")
    if not _may_be_published(fields, asked.settings):
        return unpublished(Reason.UNPUBLISHED, day, key="published")
    address = page_address(place.path, fields, asked.settings)
    return _published(asked, address, day)


def _document(asked: Asked, place: _Place) -> Publication:
    settings, zone = asked.settings, asked.site.time_zone
    defaults = defaults_of(place.path, place.kind, settings)
    is_spoiled = _is_spoiled(asked)
    fields = document_fields(defaults, {} if is_spoiled else _own(asked))
    if is_spoiled:  # what the name tells is not looked at either
        fields = {"slug": PurePosixPath(place.path).stem, "date": asked.now, **fields}
    when = _date(asked, place, fields, zone)
    day = when.date()
    template = document_template(fields, place.kind, settings)
    if Outcome.BUILD_FAILS in asked.outcomes:
        return untold(Reason.BUILD_FAILS, None if is_spoiled else day)
    if not _may_be_published(fields, settings):
        return unpublished(Reason.UNPUBLISHED, day, key="published")
    if when > asked.now and not settings.get("future"):
        time = f"{when:%H:%M}" if day <= asked.now.astimezone(zone).date() else ""
        return unpublished(Reason.FUTURE, day, time=time)
    if name := unknown_placeholder(template):
        return untold(Reason.BUILD_FAILS, day, name=f":{name}")
    if isinstance(fields.get("slug"), int | float) and _SLUG_PLACES.search(template):
        return untold(Reason.BUILD_FAILS, day, name="slug")
    fields["date"] = when
    address = document_address(place.path, fields, place.kind, settings, zone)
    return _published(asked, address, day, is_spoiled=is_spoiled)


def _own(asked: Asked) -> Mapping[str, object]:
    """The fields that Jekyll finds: of no other format than YAML, and not where it is printed."""
    is_seen = asked.front.format == "yaml" and Outcome.PRINTED not in asked.outcomes
    return front_matter.values(asked.text) if is_seen else {}


def _is_spoiled(asked: Asked) -> bool:
    """Whether Jekyll gives up reading: of broken YAML, and of categories that are no words."""
    if asked.outcomes & {Outcome.BARE, Outcome.BARE_TODAY}:
        return True
    categories = asked.front.field("categories")
    value = categories.value if categories else None
    return not isinstance(value, str | list | None) and asked.front.format == "yaml"


def _date(
    asked: Asked, place: _Place, fields: Mapping[str, object], zone: tzinfo | None
) -> datetime:
    if fields.get("date") is None and not is_dated(place.path):
        return asked.now.astimezone(zone)
    return post_date(place.path, fields, zone)


def _may_be_published(fields: Mapping[str, object], settings: Mapping[str, object]) -> bool:
    return fields.get("published", True) not in (None, False) or bool(settings.get("unpublished"))


def _published(
    asked: Asked, address: str, day: date | None, *, is_spoiled: bool = False
) -> Publication:
    """The publication, with what may surprise the writer."""
    if is_spoiled or asked.front.refused:
        return Publication(True, address, day, Reason.SPOILED)
    kinds = {problem.kind: problem for problem in asked.problems}
    written, named = day_of(asked.front.field("date")), named_day(asked.path.name)
    if PostProblemKind.MARK_IGNORED in kinds:
        key = kinds[PostProblemKind.MARK_IGNORED].key
        return Publication(True, address, day, Reason.MARK_IGNORED, {"key": key})
    if written and day and written != day:
        return Publication(True, address, day, Reason.DATE_SHIFTED, {"written": str(written)})
    if PostProblemKind.DATE_DIFFERS_FROM_NAME in kinds and named:
        return Publication(True, address, day, Reason.DATE_WINS, {"named": str(named)})
    return Publication(True, address, day)
