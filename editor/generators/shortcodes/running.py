"""A Hugo post's shortcodes against its site: parameters of pages, links to pages, what fails."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from editor.generators.dialect import BuildWarning, Settings
from editor.generators.shortcodes.problems import Templates, build_warnings
from editor.generators.shortcodes.reading import Shortcode, take_out

_PARAM = re.compile(
    r"\{\{([<%])\s*param\s+(?:\"(?P<quoted>[\w.-]+)\"|(?P<bare>[\w.-]+))\s*[>%]\}\}"
)
_PLAIN = re.compile(r"[^\W_]+(?:[ ,;/.-]+[^\W_]+)*")  # what Markdown leaves as it is
_MOST_FILES = 20_000  # of a site, looked through for a page
_SOURCES = ("", ".md", ".markdown", ".html", "/index.md", "/_index.md", "/index.html")


@dataclass(frozen=True)
class ShortcodesRun:
    """A body as Markdown gets to read it. What the shortcodes print is for the dialect."""

    text: str
    lines: Sequence[int]  # for each of its lines the line of the body it comes from, from 0
    problems: tuple[BuildWarning, ...]
    reads_body: bool = False


def run(
    body: str,
    fields: Mapping[str, object],
    settings: Settings,
    path: Path | None,
    root: Path | None,
) -> ShortcodesRun:
    """`body` with the plain values of parameters among `fields`, and what its build stops at.

    `path` is that of the post, in the site at `root`.
    """
    templates = Templates.of_site(root, settings) if root else None
    problems = [*build_warnings(body, templates)]
    if root and "ref" in body:
        problems += _missing_pages(body, settings, path, root)
    values = {name.lower(): value for name, value in fields.items()}

    def value_of(match: re.Match[str]) -> str:
        value = values.get((match["quoted"] or match["bare"]).lower())
        is_plain = isinstance(value, str | int) and _PLAIN.fullmatch(str(value))
        return str(value) if is_plain and not isinstance(value, bool) else match[0]

    text = _PARAM.sub(value_of, body)
    problems.sort(key=lambda problem: problem.line)
    return ShortcodesRun(text, range(body.count("\n") + 1), tuple(problems))


def _missing_pages(
    body: str, settings: Settings, path: Path | None, root: Path
) -> list[BuildWarning]:
    """The links by `ref` and `relref` to pages that are not there."""
    fails = str(_setting(settings, "reflinkserrorlevel")).upper() != "WARNING"
    content = root / str(_setting(settings, "contentdir") or "content")
    missing = []
    for shortcode in take_out(body)[1].values():
        if shortcode.name in ("ref", "relref") and not _is_there(shortcode, content, path):
            line = body.count("\n", 0, body.find(shortcode.source))
            target = shortcode.first("path")[:100]
            missing.append(BuildWarning("missing-post", line, target, fails))
    return missing


def _setting(settings: Settings, name: str) -> object:
    return next((value for key, value in settings.items() if key.lower() == name), None)


def _is_there(link: Shortcode, content: Path, path: Path | None) -> bool:
    """Whether the page that `link` names is there, or may be for all that the files say."""
    target = re.split(r"[#?]", link.first("path"), maxsplit=1)[0].strip()
    if not target or "://" in target or {"lang", "outputFormat"} & set(link.named):
        return True
    folders = [content]
    if not target.startswith("/") and path is not None:
        folders += [path.parent, path.parent.parent]
    relative = target.strip("/")
    if any(_exists(f"{folder / relative}{end}") for folder in folders for end in _SOURCES):
        return True
    wanted = _page_name(PurePosixPath(relative.lstrip("./")))
    pages = _pages(content)
    return len(pages) > _MOST_FILES or any(f"/{page}".endswith(f"/{wanted}") for page in pages)


def _exists(file: str) -> bool:
    try:
        return Path(file).exists()
    except (OSError, ValueError):  # too long a name, or one that no file can have
        return False


def _pages(content: Path) -> list[str]:
    """The pages below `content`, as links name them."""
    pages: list[str] = []
    for folder, _, files in os.walk(content):
        below = PurePosixPath(Path(folder).relative_to(content).as_posix())
        pages += (_page_name(below / file) for file in files)
        if len(pages) > _MOST_FILES:
            break
    return pages


def _page_name(file: PurePosixPath) -> str:
    """The path of a page without the ending, its language, or the name of a folder's own page."""
    name = file.name.partition(".")[0]
    page = file.parent if name in ("index", "_index") else file.parent / name
    return page.as_posix().lower()
