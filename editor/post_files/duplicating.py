"""A copy of a post, under a title and a name of its own."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from editor import files, front_matter
from editor.post import slug
from editor.slugs import file_slug

from .fields import removed, with_field
from .manner import Manner, is_bundle, is_dated, name_of
from .moments import set_moment
from .new_post import OF_ONE_POST, free_path
from .plan import Copied, Created, Plan
from .renaming_posts import renamed

_MOST_COPIED = 1000  # files of a bundle


def duplicate(manner: Manner, post: Path, title: str, now: datetime) -> Plan:
    """The plan that copies the post at `post`, dated `now`, with `title`; of a bundle all files.

    Fields that no two posts can share, such as `permalink`, are left out. Raises FileError.
    """
    text = files.read(post).text
    to = _path(manner, post, title, now)
    words = slug(f"{name_of(to)}.md")
    front = front_matter.read(text)
    for field in front.fields:
        if field.key.lower() in OF_ONE_POST:
            text = removed(text, field.key)
    for key, value in (("title", title), ("slug", words)):
        own = front.field(key)
        if own is not None:
            text = with_field(text, own.key, value, front.format)
    own = front.field("date")
    if own is not None:
        text = set_moment(text, own.key, manner.local(now), manner)
    copied = tuple(_beside(post, to)) if is_bundle(post) else ()
    return Plan(to, created=(Created(to, text),), copied=copied)


def _path(manner: Manner, post: Path, title: str, now: datetime) -> Path:
    words = file_slug(title, manner.site.generator, manner.settings, manner.naming)
    words = words or slug(f"{name_of(post)}.md")
    name = f"{manner.local(now).date()}-{words}" if is_dated(post) else words
    return free_path(renamed(post, name).now(post), bundled=is_bundle(post))


def _beside(post: Path, to: Path) -> Iterator[Copied]:
    """The other files of a bundle. Links are left out."""
    count = 0
    for place, _folders, names in os.walk(post.parent):
        for name in sorted(names):
            path = Path(place) / name
            count += 1
            if path != post and not path.is_symlink() and count <= _MOST_COPIED:
                yield Copied(path, to.parent / path.relative_to(post.parent))
