"""The site a post belongs to: its root folder and its generator, found by the marks they leave."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import tzinfo

    from editor.site_folders import SiteFolders

_JEKYLL_SETTINGS = {"_config.yml", "_config.yaml", "_config.toml"}
_HUGO_SETTINGS = {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"}
_HUGO_OLD_SETTINGS = {"config.toml", "config.yaml", "config.yml", "config.json"}  # till 0.110
_PELICAN_SETTINGS = {"pelicanconf.py", "publishconf.py"}
_MOST_FILES = 50  # of a folder of settings
_HUGO_FOLDERS = {"archetypes", "content", "themes"}
_SCRIPTS = ("js", "cjs", "mjs", "ts", "mts")
_OTHER_MARKS = {  # of programs whose own rules the editor does not know
    "eleventy": {".eleventy.js", *(f"eleventy.config.{ending}" for ending in _SCRIPTS)},
    "astro": {f"astro.config.{ending}" for ending in _SCRIPTS},
    "mkdocs": {"mkdocs.yml", "mkdocs.yaml"},
}
_MARKS = {"config", "source", "Gemfile"}.union(
    _JEKYLL_SETTINGS,
    _HUGO_SETTINGS,
    _HUGO_OLD_SETTINGS,
    _HUGO_FOLDERS,
    _PELICAN_SETTINGS,
    *_OTHER_MARKS.values(),
)
_MOST_ENTRIES = 500  # of a folder, that are listed in search of these
_PROGRAM_LABELS = {"eleventy": "Eleventy", "astro": "Astro", "mkdocs": "MkDocs", "hexo": "Hexo"}
_DATED_NAME = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.+\.\w+\Z")
_POST_FOLDERS = {"_posts", "_drafts"}
_FRONT_MATTER_MARKS = (("+++", "hugo"), ("---", "jekyll"))
_HEADER = re.compile(r"(?i)(?:title|date|slug|tags|category|author)[ \t]*:")


@dataclass(frozen=True)
class Site:
    """Where a post's root-relative addresses start, and which generator publishes it.

    To find it costs a look at some folders. What its settings say is read when it is asked for,
    within limits, and again when they have changed; nothing of a site is executed.
    """

    root: Path | None  # None: the post lies in no site
    generator: str  # a name in `generators.GENERATORS`
    program: str = ""  # "eleventy", "astro", "mkdocs" or "hexo", which the generator stands in for

    @property
    def is_found(self) -> bool:
        """Whether a folder with a generator's settings was found."""
        return self.root is not None

    @property
    def label(self) -> str:
        """The name of the program that makes the site, as its makers write it."""
        from editor.generators import GENERATORS

        return _PROGRAM_LABELS.get(self.program) or GENERATORS[self.generator].label

    @property
    def settings(self) -> Mapping[str, object]:
        """The settings as the site's own files have them; {} where there are none to be read."""
        from editor.generators import GENERATORS
        from editor.generators.settings_files import settings_in

        if self.root is None:
            return {}
        if self.program in ("hexo", "mkdocs"):
            names = ("_config.yml",) if self.program == "hexo" else ("mkdocs.yml", "mkdocs.yaml")
            read = (settings_in(self.root / name, self.root) for name in names)
            return next(filter(None, read), {})
        return GENERATORS[self.generator].read_settings(self.root)

    @property
    def folders(self) -> "SiteFolders | None":
        """Where the site keeps its posts, drafts, images and includes; None without a site."""
        from editor.site_folders import folders_of

        return None if self.root is None else folders_of(self)

    @property
    def time_zone(self) -> "tzinfo | None":
        """The zone whose days the site's dates are of; None for the computer's own."""
        from zoneinfo import ZoneInfo

        name = _setting(self.settings, "timezone")
        try:
            return ZoneInfo(name) if name else None
        except (KeyError, OSError, ValueError):  # no such zone
            return None

    @property
    def base_url(self) -> str:
        """The address of the whole site, without a slash at its end; "" where it names none."""
        names = {"jekyll": "url", "hugo": "baseurl", "pelican": "siteurl"}
        name = {"hexo": "url", "mkdocs": "site_url"}.get(self.program) or names.get(self.generator)
        address = _setting(self.settings, name or "url").rstrip("/")
        if self.generator == "jekyll":
            address += _slashed(_setting(self.settings, "baseurl"))
        return address

    @property
    def base_path(self) -> str:
        """The part of the site's address that stands before every path in it: "/blog", or ""."""
        if self.generator == "jekyll":
            return _slashed(_setting(self.settings, "baseurl"))
        try:
            return _slashed(urlsplit(self.base_url).path)
        except ValueError:  # an address that is none
            return ""


def _setting(settings: Mapping[str, object], name: str) -> str:
    """The text that a setting holds, whatever the case of its name; "" for none."""
    value = settings.get(name)
    if value is None:
        value = next((held for key, held in settings.items() if key.lower() == name), None)
    return value if isinstance(value, str) else ""


def _slashed(path: str) -> str:
    return f"/{path.strip('/')}" if path.strip("/") else ""


def find_site(path: Path | None, text: str = "") -> Site:
    """The site of the post at `path`, looked for from its folder upwards; nothing is executed.

    Without a site the generator is the one that writes posts like this one: by the name
    (Jekyll's date), else by how `text` starts. A post not yet saved has no path.
    """
    if path is not None:
        for folder in path.absolute().parents:
            if site := site_at(folder):
                return site
    return Site(_root_by_convention(path), _likely_generator(path, text))


def site_at(folder: Path) -> Site | None:
    """The site whose root is `folder`, None where no generator's settings lie there."""
    names = _marks_in(folder)
    if names & _JEKYLL_SETTINGS:
        is_hexo = "_config.yml" in names and _is_hexo(folder, names)
        return Site(folder, "commonmark", "hexo") if is_hexo else Site(folder, "jekyll")
    if names & _HUGO_SETTINGS or (names & _HUGO_OLD_SETTINGS and names & _HUGO_FOLDERS):
        return Site(folder, "hugo")
    if "config" in names and (folder / "config" / "_default").is_dir():
        return Site(folder, "hugo")
    if "pelicanconf.py" in names:
        return Site(folder, "pelican")
    program = next((program for program, marks in _OTHER_MARKS.items() if names & marks), "")
    return Site(folder, "commonmark", program) if program else None


def _marks_in(folder: Path) -> set[str]:
    """The names in `folder` that may mark a site; of a folder with many files not all are read."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, _MOST_ENTRIES)]
    except OSError:
        return set()
    if len(names) < _MOST_ENTRIES:
        return _MARKS.intersection(names)
    return {name for name in _MARKS if (folder / name).exists()}


def settings_stamp(root: Path) -> tuple[tuple[Path, int, int], ...]:
    """The files that hold the settings of the site at `root`, with their times and sizes."""
    files = [root / name for name in sorted(_MARKS) if "." in name]
    for folder in (root / "config" / name for name in ("_default", "production")):
        with suppress(OSError):
            files += sorted(folder.iterdir())[:_MOST_FILES]
    found = []
    for file in files:
        with suppress(OSError, ValueError):
            status = file.stat()
            found.append((file, status.st_mtime_ns, status.st_size))
    return tuple(found)


def _is_hexo(folder: Path, names: set[str]) -> bool:
    """Whether a `_config.yml` is Hexo's: its posts lie in `source/_posts`.

    A Jekyll site whose posts lie there says so by its setting `source`.
    """
    if "source" not in names or "Gemfile" in names or not (folder / "source/_posts").is_dir():
        return False
    from editor.generators.settings_files import settings_in

    return "source" not in settings_in(folder / "_config.yml", folder)


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
