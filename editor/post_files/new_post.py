"""A new post by the rules of its site: where it goes, what it is called, and its front matter."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor import front_matter
from editor.field_habits import ENOUGH
from editor.field_kinds import Kind, kind_of
from editor.front_matter import Value
from editor.front_matter.notation import is_date_key
from editor.library_habits import type_of
from editor.slugs import file_slug

from .fields import key_of, removed, with_field
from .manner import Manner, ReadPost, for_day
from .moments import set_moment
from .templates import Facts, fill, template_of

_NEARLY_ALL = 0.8  # of the posts: a field that as many have is one of a new post
_HALF = 0.5
_MOST_SAY = 0.75  # of them: a value that as many have is one of a new post
OF_ONE_POST = {
    "aliases", "canonical_url", "disqus_identifier", "guid", "id", "link", "permalink",
    "redirect_from", "redirect_to", "save_as", "url", "uuid", "weight", "wordpress_id",
}  # fmt: skip
_NAMES_OF_FOLDERS = {"index", "_index", "readme"}
_COMMENT_LINE = re.compile(r"^[ \t]*#.*\n", re.MULTILINE)


@dataclass(frozen=True)
class NewPost:
    """A post that is not on the disk yet."""

    path: Path
    text: str
    dropped: tuple[str, ...] = ()  # of the site's template, what is not known here


def new_post(manner: Manner, title: str, now: datetime, *, draft: bool = False) -> NewPost:
    """The new post of that title. Of a name that is taken, the next one that is free.

    `now` knows its zone.
    """
    moment = manner.local(now)
    path = path_of_new(manner, title, moment, draft=draft)
    bundled = manner.place(draft=draft).is_bundled
    kind = type_of(path, manner.site.root) if manner.site.root else ""
    facts = Facts(title, path.parent.name if bundled else path.stem, kind, moment)
    theme = manner.settings.get("theme", "")
    template = template_of(manner.site, kind, draft=draft, theme=theme)
    filled = fill(template, facts)
    start = filled.text if front_matter.read(filled.text).format == manner.format else ""
    if start:
        text = _with_usual_fields(start, manner, draft=draft, is_template=True)
    else:
        text = _head_like_others(manner, draft=draft)
    text = _with_own_values(text, manner, title, moment, draft=draft)
    return NewPost(path, _ended(text), filled.dropped if start else ())


def path_of_new(manner: Manner, title: str, moment: datetime, *, draft: bool) -> Path:
    """Where a post of that title goes: of a name that is taken, the next one that is free."""
    place = manner.place(draft=draft)
    words = file_slug(title, manner.site.generator, manner.settings, manner.naming) or "post"
    if words.lower() in _NAMES_OF_FOLDERS:  # it would be the page of its folder
        words = f"{words}-post"
    name = f"{moment.date()}-{words}" if place.is_dated else words
    folder = for_day(place.folder, moment)
    if place.is_bundled:
        return free_path(folder / name / f"index{place.suffix}", bundled=True)
    return free_path(folder / f"{name}{place.suffix}")


def free_path(path: Path, *, bundled: bool = False) -> Path:
    """`path`, or the first like it, with a number, that nothing has; of a bundle the folder."""
    number = 1
    tried = path
    while (tried.parent if bundled else tried).exists():
        number += 1
        if bundled:
            tried = path.parent.with_name(f"{path.parent.name}-{number}") / path.name
        else:
            tried = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return tried


# The front matter


def _head_like_others(manner: Manner, *, draft: bool) -> str:
    """The head of the newest post that has most of the usual fields, without what is its own."""
    place = manner.place(draft=draft)
    usual = _usual_keys(manner)
    models = [post for post in place.posts if _is_model(post, manner)]
    if not models:
        return _first_head(manner)

    def fitting(post: ReadPost) -> int:
        keys = {key_of(field, post.front) for field in post.front.fields}
        return 3 * len(keys & usual) - len(keys - usual) - 3 * ("#" in _head(post))

    model = max(models, key=fitting)  # of equal ones the newest
    text = _head(model)
    if model.front.format in ("yaml", "toml"):
        stripped = _COMMENT_LINE.sub("", text)
        if front_matter.values(stripped) == front_matter.values(text):
            text = stripped
    for field in model.front.fields:
        if key_of(field, model.front) not in usual:
            text = removed(text, field.key)
    return _with_usual_fields(text, manner, draft=draft)


def _is_model(post: ReadPost, manner: Manner) -> bool:
    front = post.front
    return front.format == manner.format and not front.problems and front.start == 0


def _head(post: ReadPost) -> str:
    return post.text[: post.front.end].removeprefix("\ufeff")


def _usual_keys(manner: Manner) -> set[str]:
    habits = manner.habits
    share = _NEARLY_ALL if habits.posts >= ENOUGH else 1.0
    usual = {habit.key for habit in habits.fields if habit.share >= share}
    return {key for key in usual if key.lower() not in OF_ONE_POST} | {"title"}


def _with_usual_fields(text: str, manner: Manner, *, draft: bool, is_template: bool = False) -> str:
    """`text` with the fields that nearly all posts have, and with the values that most have.

    A field of a draft is usual where other drafts have it too. What a template says stays.
    """
    usual = _usual_keys(manner)
    front = front_matter.read(text)
    present = {key_of(field, front): field for field in front.fields}
    order = [habit.key for habit in manner.habits.fields if habit.key in usual]
    # What is usual of posts need not be of drafts, where those lie apart.
    is_apart = draft and manner.drafts.posts is not manner.posts.posts
    for key in order:
        if key in ("title", "draft", "published", "status") or is_date_key(key):
            continue
        field = present.get(key)
        if is_template and field is not None and field.value not in (None, "", []):
            continue
        if field is not None or not is_apart:
            value = _usual_value(key, manner)
            text = with_field(text, field.key if field else key, value, manner.format)
    return text


def _usual_value(key: str, manner: Manner) -> Value:
    """What most posts have as that field; else an empty one."""
    fields = [
        field
        for post in manner.posts.posts
        for field in post.front.fields
        if key_of(field, post.front) == key and not field.problem
    ]
    kind = kind_of(key, fields[0]) if fields else Kind.TEXT
    raw, count = Counter(field.raw for field in fields).most_common(1)[0] if fields else ("", 0)
    is_enough = len(fields) >= ENOUGH or kind in (Kind.CHOICE, Kind.SWITCH)
    if fields and is_enough and count >= _MOST_SAY * len(fields):
        return next(field.value for field in fields if field.raw == raw)
    if kind is Kind.LIST:
        return [] if manner.format != "header" else None
    return None if manner.format in ("yaml", "header") else ""


def _with_own_values(
    text: str, manner: Manner, title: str, moment: datetime, *, draft: bool
) -> str:
    """`text` with title, date and state of the new post."""
    text = with_field(text, "title", title, manner.format)
    front = front_matter.read(text)
    dates = {key_of(field, front): field.key for field in front.fields if is_date_key(field.key)}
    usual = {key for key in _usual_keys(manner) if is_date_key(key)}
    if not manner.habits.posts:
        usual = {"date"}
    if draft and manner.has_drafts_folder:  # it is dated when it is published
        usual = {key for key in usual if _is_usual_of_drafts(key, manner)}
    for key in sorted({*dates, *usual}):
        if key in usual:
            text = set_moment(text, dates.get(key, key), moment, manner)
        else:
            text = removed(text, dates[key])
    slug = front.field("slug")
    if slug is not None:
        words = file_slug(title, manner.site.generator, manner.settings, manner.naming)
        text = with_field(text, slug.key, words, manner.format)
    return with_state(text, manner, draft=draft)


def _is_usual_of_drafts(key: str, manner: Manner) -> bool:
    drafts = manner.drafts.posts
    if drafts is manner.posts.posts:
        return False
    return sum(post.front.field(key) is not None for post in drafts) * 2 > len(drafts)


def with_state(text: str, manner: Manner, *, draft: bool) -> str:
    """`text` as that of a draft or of a published post, where a field says so."""
    front = front_matter.read(text)
    if manner.site.generator == "pelican":
        status = front.field("status")
        usual = manner.habits.of("status")
        if draft or (usual and usual.share >= _NEARLY_ALL):
            word = "draft" if draft else "published"
            return with_field(text, status.key if status else "status", word, manner.format)
        return removed(text, status.key) if status else text
    published = front.field("published")
    if published and published.value is False:
        text = with_field(text, "published", True, manner.format)
    if manner.has_drafts_folder or manner.site.generator == "jekyll":
        return text
    if draft or says_draft(manner):
        return with_field(text, "draft", draft, manner.format)
    return removed(text, "draft") if front.field("draft") else text


def says_draft(manner: Manner) -> bool:
    """Whether also a post that is no draft says so, by `draft: false`, as Hugo's own tool does."""
    usual = manner.habits.of("draft")
    is_first = manner.habits.posts == 0 and manner.site.generator == "hugo"
    return is_first or (usual is not None and usual.share >= _HALF)


def _first_head(manner: Manner) -> str:
    """The head of the first post of a site; its date is still to come."""
    fields: dict[str, Value] = {"title": "x"}
    if manner.site.generator == "jekyll":
        layouts = manner.site.root / "_layouts" if manner.site.root else None
        if layouts is None or not layouts.is_dir() or any(layouts.glob("post.*")):
            fields = {"layout": "post", **fields}
    text = ""
    for key, value in fields.items():
        text = with_field(text, key, value, manner.format)
    return text


def _ended(text: str) -> str:
    """`text` with a line below its front matter on which to begin."""
    front = front_matter.read(text)
    if text[front.end :].strip():
        return text
    return text[: front.end].rstrip("\n") + "\n\n"
