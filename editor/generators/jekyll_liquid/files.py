"""The files of a site that templates look into: its settings, its data, other posts.

Nothing outside the site's folder is read, and no file that is too long.
"""

import csv
import json
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from editor.front_matter import values as front_matter_values
from editor.post import Post

_LONGEST_FILE = 256 * 1024  # bytes
_SETTINGS = ("_config.yml", "_config.yaml", "_config.toml")


def site_settings(root: Path) -> dict[str, object]:
    """The settings in the `_config.yml` of the site at `root`; {} where it cannot be read.

    A setting that is not YAML is left out, the others stay.
    """
    for name in _SETTINGS:
        if is_file(root / name, root):
            return dict(_settings_in(root / name, root, _stamp(root / name)))
    return {}


# A post is expanded at every key that is typed; a file that did not change is not parsed again.
_Stamp = tuple[int, int]  # when the file was written, and how long it is


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _settings_in(file: Path, root: Path, _: _Stamp) -> Mapping[str, object]:
    fence = "+++" if file.suffix == ".toml" else "---"
    text = read(file, root) or ""
    return front_matter_values(f"{fence}\n{_without_marks(text)}\n{fence}\n")


@lru_cache(maxsize=1_000)
def _post_in(file: Path, root: Path, _: _Stamp) -> Post:
    return Post.parse(read(file, root) or "")


def post_in(file: Path, root: Path) -> Post:
    """The post in `file`; an empty one where it cannot be read."""
    return _post_in(file, root, _stamp(file))


def _without_marks(yaml: str) -> str:
    """`yaml` as one document: no line of it ends a front matter."""
    return re.sub(r"^(?:---|\.\.\.)[ \t]*$", "", yaml.removeprefix("\ufeff"), flags=re.MULTILINE)


def read(path: Path, root: Path) -> str | None:
    """The text of the file at `path`, `None` where it is none inside `root`, or too long."""
    try:
        real = Path(os.path.realpath(path))
        if not is_file(path, root) or real.stat().st_size > _LONGEST_FILE:
            return None
        content = real.read_bytes().decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return None
    return content.replace("\r\n", "\n").replace("\r", "\n")


def is_file(path: Path, root: Path) -> bool:
    """Whether a file lies at `path`, inside `root` after all links are followed."""
    try:
        real = Path(os.path.realpath(path))
        return real.is_relative_to(os.path.realpath(root)) and real.is_file()
    except (OSError, ValueError):
        return False


def has_front_matter(path: Path, root: Path) -> bool:
    """Whether the file at `path` begins with a line of hyphens."""
    return re.match(r"---[ \t]*\n", read(path, root) or "") is not None


def data_in(folder: Path, root: Path, left: list[int]) -> dict[str, object]:
    """The files in `folder` read; `left` holds how many more may be."""
    found: dict[str, object] = {}
    try:
        entries = sorted(folder.iterdir()) if len(folder.parts) < len(root.parts) + 10 else []
    except OSError:
        return {}
    for entry in entries:
        left[0] -= 1
        if left[0] < 0:
            break
        if entry.is_dir() and not entry.is_symlink():
            found[_data_name(entry.name)] = data_in(entry, root, left)
        elif (text := read(entry, root)) is not None:
            found[_data_name(entry.stem)] = _parsed(text, entry.suffix.lower())
    return found


def _data_name(stem: str) -> str:
    """What templates call a file of data. Source: Jekyll's lib/jekyll/readers/data_reader.rb"""
    return re.sub(r"\s+", "_", re.sub(r"[^\w\s-]+|(?<=\b\s)\s+(?=\s?\b)", "", stem.strip()))


def _parsed(text: str, ending: str) -> object:
    if ending in (".csv", ".tsv"):
        return _rows(text, "," if ending == ".csv" else "\t")
    if ending == ".json":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return None
    if ending in (".yml", ".yaml"):
        # As the value of a field, for it may be a list.
        inner = "\n".join(f"  {line}" for line in _without_marks(text).split("\n"))
        return front_matter_values(f"---\nall:\n{inner}\n---\n").get("all")
    return None


def _rows(text: str, separator: str) -> list[dict[str, object]]:
    """The rows of a table whose first line names the columns. An empty cell is `None`."""
    try:
        names, *rows = [
            row for row in csv.reader(text.splitlines(True), delimiter=separator) if row
        ]
    except (ValueError, csv.Error):
        return []
    return [
        {name: (row[n] or None) if n < len(row) else None for n, name in enumerate(names)}
        for row in rows
    ]
