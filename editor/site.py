"""The site a post belongs to: its root folder and its generator, found by the marks they leave."""

import re
from dataclasses import dataclass
from pathlib import Path

_HUGO_SETTINGS = {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"}
_HUGO_OLD_SETTINGS = {"config.toml", "config.yaml", "config.yml", "config.json"}  # till 0.110
_HUGO_FOLDERS = {"archetypes", "content", "themes"}
_DATED_NAME = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.+\.\w+\Z")
_POST_FOLDERS = {"_posts", "_drafts"}
_FRONT_MATTER_MARKS = (("+++", "hugo"), ("---", "jekyll"))
_HEADER = re.compile(r"(?i)(?:title|date|slug|tags|category|author)[ \t]*:")


@dataclass(frozen=True)
class Site:
    """Where a post's root-relative addresses start, and which generator publishes it."""

    root: Path | None  # None: the post lies in no site
    generator: str  # a name in `generators.GENERATORS`

    @property
    def is_found(self) -> bool:
        """Whether a folder with a generator's settings was found."""
        return self.root is not None


def find_site(path: Path | None, text: str = "") -> Site:
    """The site of the post at `path`, looked for from its folder upwards; nothing is executed.

    Without a site the generator is the one that writes posts like this one: by the name
    (Jekyll's date), else by how `text` starts. A post not yet saved has no path.
    """
    if path is not None:
        for folder in path.absolute().parents:
            generator = _generator_of(folder)
            if generator:
                return Site(folder, generator)
    return Site(_root_by_convention(path), _likely_generator(path, text))


def _generator_of(folder: Path) -> str:
    try:
        names = {entry.name for entry in folder.iterdir()}
    except OSError:
        return ""
    if "_config.yml" in names or "_config.yaml" in names or "_config.toml" in names:
        return "jekyll"
    if names & _HUGO_SETTINGS or (names & _HUGO_OLD_SETTINGS and names & _HUGO_FOLDERS):
        return "hugo"
    if (folder / "config" / "_default").is_dir():
        return "hugo"
    return "pelican" if "pelicanconf.py" in names else ""


def _root_by_convention(path: Path | None) -> Path | None:
    """The folder that holds `_posts` or `_drafts`, even if no settings lie there."""
    if path is None:
        return None
    for folder in path.absolute().parents:
        if folder.name in _POST_FOLDERS:
            return folder.parent
    return None


def _likely_generator(path: Path | None, text: str) -> str:
    if path is not None and (
        _DATED_NAME.match(path.name) or _POST_FOLDERS & {folder.name for folder in path.parents}
    ):
        return "jekyll"
    start = text.lstrip("\ufeff")
    for mark, generator in _FRONT_MATTER_MARKS:
        if start.startswith(mark):
            return generator
    return "pelican" if _HEADER.match(start) else "commonmark"
