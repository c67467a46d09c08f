"""Posts under other names: what a post should be called by its title and date, and its renaming."""

from pathlib import Path

from editor import files
from editor.post import named_day, slug
from editor.slugs import file_slug

from .link_mending import Renaming, addresses_of, mended_posts
from .manner import Manner, is_bundle, is_dated, name_of
from .naming import Naming
from .plan import Moved, Plan


def name_by_fields(manner: Manner, path: Path, naming: Naming) -> str:
    """What the post at `path` should be called by its title, and its date where its name has one.

    Without ending; its name as it is where neither tells.
    """
    name = name_of(path)
    title = naming.title
    words = file_slug(title, manner.site.generator, manner.settings, manner.naming) if title else ""
    words = words or slug(f"{name}.md")
    if not is_dated(path):
        return words
    return f"{naming.day or named_day(f'{name}.md')}-{words}"


def renamed(post: Path, name: str) -> Moved:
    """The move that lets the post be called `name`, without ending; a bundle with all it holds."""
    if is_bundle(post):
        return Moved(post.parent, post.parent.with_name(name))
    return Moved(post, post.with_name(f"{name}{post.suffix}"))


def rename(manner: Manner, post: Path, name: str) -> Plan:
    """The plan that lets the post at `post` be called `name`, and the links to it lead there.

    Raises FileError.
    """
    move = renamed(post, name)
    if move.path == move.to:
        return Plan(post)
    text = files.read(post).text
    addresses = addresses_of(manner.site, (post, text), (move.now(post), text))
    renaming = Renaming(manner.site, move, post, addresses)
    return Plan(renaming.new_post, tuple(mended_posts(renaming)), moved=(move,))
