"""The command that builds a site: the usual one, the writer's own, and what its output points at.

Nothing here runs it. What the writer chose is kept beside the settings, never in the site's folder:
a site that comes from elsewhere must not bring a command of its own.
"""

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor.post import Post
from editor.site import Site
from editor.site_settings import SiteSettings, is_in_site

_OF_PROGRAMS = {
    "eleventy": "npx @11ty/eleventy",
    "astro": "npm run build",
    "mkdocs": "mkdocs build",
    "hexo": "npx hexo generate",
}
_LARGEST_POST = 2_000_000  # bytes of a file whose front matter is counted
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-_])")
_ENDS = "md|markdown|html?|ya?ml|toml|s?css|sass|py|rb|liquid|rst"
_END = rf"(?P<path>[^\s\"'()<>|]*[^\s\"'()<>|:,.]\.(?:{_ENDS}))"
_PATTERNS = (
    # Hugo: "/site/content/a.md:3:1": failed to …
    re.compile(r"\"(?P<path>[^\"\n]+?\.\w+):(?P<line>\d+)(?::\d+)?\""),
    # Jekyll: Liquid Exception: Liquid syntax error (line 3): … in /site/_posts/a.md
    re.compile(rf"\(line (?P<body_line>\d+)\).*? in {_END}"),
    # Jekyll: YAML Exception reading /site/a.md: … at line 2 column 8
    re.compile(rf"{_END}:? .*? at line (?P<line>\d+)"),
    # Anything: content/a.md:12: …
    re.compile(rf"{_END}:(?P<line>\d+)"),
    # Pelican: Could not process ./a.md; Jekyll: Error: could not read file /site/a.md
    re.compile(rf"(?:ould not (?:process|read file)|converting|reading file)[ ':]+{_END}"),
    re.compile(rf" in {_END}"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the output that names a file of the site."""

    text: str
    path: Path
    line: int | None = None  # of the file, from 0


def usual_command(site: Site) -> str:
    """The command that builds such a site as its generator's guide says; "" for an unknown one."""
    if site.program in _OF_PROGRAMS:
        return _OF_PROGRAMS[site.program]
    if site.generator == "hugo":
        return "hugo"
    if site.generator == "pelican":
        return "pelican content -s pelicanconf.py"
    if site.generator == "jekyll":
        has_bundle = site.root is not None and (site.root / "Gemfile.lock").is_file()
        return "bundle exec jekyll build" if has_bundle else "jekyll build"
    return ""


def parts_of(command: str) -> list[str]:
    """`command` as a program and its arguments. Raises ValueError for quotes that stay open.

    It is no line for a shell: `;`, `|`, `$` and `>` are plain characters.
    """
    return shlex.split(command, posix=os.name != "nt")


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands that the writer has chosen, by site; kept with the settings of each."""

    folder: Path  # of the program's settings

    def of(self, root: Path) -> str:
        """The command chosen for the site at `root`; "" for none yet."""
        return SiteSettings.load(self.folder, root).build_command

    def keep(self, root: Path, command: str) -> None:
        """Remember that the writer runs `command` for the site at `root`. Raises OSError."""
        known = replace(SiteSettings.load(self.folder, root), build_command=command)
        known.save(self.folder, root, in_site=is_in_site(root))


def plain(output: str) -> str:
    """`output` without the signs that colour it in a terminal."""
    return _ESCAPES.sub("", output).replace("\r\n", "\n").replace("\r", "\n")


def places_in(output: str, root: Path) -> list[Place]:
    """The files below `root` that `output` names, each with the line that names it first."""
    found: dict[tuple[Path, int | None], Place] = {}
    for text in plain(output).split("\n"):
        place = next(_places_in(text[:2_000], root), None)
        if place is not None:
            found.setdefault((place.path, place.line), place)
    return list(found.values())


def _places_in(text: str, root: Path) -> Iterator[Place]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            path = _file(root, match["path"])
            if path is None:
                continue
            told = match.groupdict()
            line = int(told["line"]) - 1 if told.get("line") else None
            if told.get("body_line"):  # Liquid counts from where the front matter ends
                line = int(told["body_line"]) - 1 + _lines_of_head(path)
            yield Place(text.strip(), path, line)


def _file(root: Path, named: str) -> Path | None:
    try:
        path = (root / named).resolve()
        return path if path.is_relative_to(root.resolve()) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _lines_of_head(path: Path) -> int:
    try:
        if path.stat().st_size > _LARGEST_POST:
            return 0
        return Post.parse(path.read_text(encoding="utf-8", errors="replace")).body_line
    except OSError:
        return 0
