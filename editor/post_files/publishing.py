"""Publishing and taking back: where a post goes, what it is called, and what its fields say."""

from datetime import datetime
from itertools import takewhile
from pathlib import Path

from editor import files, front_matter
from editor.edits import diff
from editor.front_matter import FrontMatter
from editor.post import slug

from .fields import removed, with_field
from .link_mending import Renaming, mended, mended_posts
from .manner import Manner, container, for_day, in_drafts, is_bundle, is_dated, name_of
from .moments import set_moment
from .new_post import says_draft
from .plan import Changed, Moved, Plan

_HALF = 0.5  # of the posts: a field that as many have is usual


def is_draft(manner: Manner, path: Path, text: str) -> bool:
    """Whether the site leaves the post out because it is a draft."""
    front = front_matter.read(text)
    if in_drafts(path) or _value(front, "published") is False:
        return True
    if manner.site.generator == "jekyll":
        return False  # it publishes also what says `draft: true`
    status = str(_value(front, "status")).lower()
    is_pelican = manner.site.generator == "pelican"
    return status in ("draft", "hidden") if is_pelican else _value(front, "draft") is True


def publish(manner: Manner, path: Path, now: datetime) -> Plan:
    """The plan that makes the draft at `path` a post of today. Raises FileError.

    Links to it lead to its new place.
    """
    text = files.read(path).text
    moment = manner.local(now)
    new = _published_text(manner, path, text, moment)
    return _plan(manner, path, text, new, _published_path(manner, path, moment))


def unpublish(manner: Manner, path: Path) -> Plan:
    """The plan that makes the post at `path` a draft again. Raises FileError."""
    text = files.read(path).text
    move = _draft_path(manner, path)
    new = text if move is not None else _draft_text(manner, text)
    return _plan(manner, path, text, new, move)


def _plan(
    manner: Manner,
    path: Path,
    text: str,
    new: str,
    move: Moved | None,
) -> Plan:
    others: list[Changed] = []
    after = path
    if move is not None and move.path != move.to:
        renaming = Renaming(manner.site, move, path)
        after = renaming.new_post
        others = [one for one in mended_posts(renaming) if one.path != path]
        own = mended(renaming, path, new)
        if own:
            new = Changed(path, new, tuple(own)).new_text
    changed = [Changed(path, text, tuple(diff(text, new)))] if new != text else []
    moved = (move,) if move is not None and move.path != move.to else ()
    return Plan(after, (*changed, *others), moved=moved)


def _published_text(manner: Manner, path: Path, text: str, moment: datetime) -> str:
    front = front_matter.read(text)
    form = front.format or manner.format
    usual = manner.habits.of("date")
    dated = front.field("date") is not None
    if dated or (usual is not None and usual.share >= _HALF):
        own = front.field("date")
        text = set_moment(text, own.key if own else "date", moment, manner)
    if _value(front, "published") is False:
        text = removed(text, "published")
    draft = front.field("draft")
    if draft is not None:
        if manner.site.generator != "jekyll" and not in_drafts(path) and says_draft(manner):
            text = with_field(text, "draft", False, form)
        else:
            text = removed(text, "draft")
    status = front.field("status")
    if status is not None and manner.site.generator == "pelican":
        usual = manner.habits.of("status")
        if usual is not None and usual.share >= _HALF:
            text = with_field(text, status.key, "published", form)
        else:
            text = removed(text, status.key)
    return text


def _draft_text(manner: Manner, text: str) -> str:
    front = front_matter.read(text)
    form = front.format or manner.format
    match manner.site.generator:
        case "jekyll":
            return with_field(text, "published", False, form)
        case "pelican":
            status = front.field("status")
            return with_field(text, status.key if status else "status", "draft", form)
    return with_field(text, "draft", True, form)


def _published_path(manner: Manner, path: Path, moment: datetime) -> Moved | None:
    """Where a draft goes: Jekyll's to `_posts`; a name that has its day gets the new one."""
    name = name_of(path)
    dated = f"{moment.date()}-{slug(f'{name}.md')}"
    if in_drafts(path):
        is_dated_there = manner.posts.is_dated
        return _moved(path, _posts_folder(manner, path, moment), dated if is_dated_there else name)
    if is_dated(path) and not manner.has_drafts_folder and manner.site.generator != "jekyll":
        return _moved(path, for_day(container(path), moment), dated)
    return None


def _posts_folder(manner: Manner, path: Path, moment: datetime) -> Path:
    """`_posts` beside the `_drafts` in which the draft lies; in it the same folders, or years."""
    base, below = _around(path, "_drafts")
    if below:
        return base.joinpath("_posts", *below)
    usual = for_day(manner.posts.folder, moment)
    inside = usual.relative_to(base / "_posts").parts if usual.is_relative_to(base) else ()
    return usual if inside and all(part.isdigit() for part in inside) else base / "_posts"


def _draft_path(manner: Manner, path: Path) -> Moved | None:
    """Where a post goes that is a draft again: Jekyll's to `_drafts`, without its day."""
    if not manner.has_drafts_folder or "_posts" not in path.parts:
        return None
    base, below = _around(path, "_posts")
    without_years = takewhile(lambda part: not part.isdigit(), below)
    return _moved(path, base.joinpath("_drafts", *without_years), slug(f"{name_of(path)}.md"))


def _around(path: Path, name: str) -> tuple[Path, tuple[str, ...]]:
    """The folder in which the folder `name` lies, and the folders in it that lead to the post."""
    parts = container(path).parts
    at = parts.index(name)
    return Path(*parts[:at]), parts[at + 1 :]


def _moved(path: Path, folder: Path, name: str) -> Moved:
    if is_bundle(path):
        return Moved(path.parent, folder / name)
    return Moved(path, folder / f"{name}{path.suffix}")


def _value(front: FrontMatter, key: str) -> object:
    field = front.field(key)
    return field.value if field is not None else None
