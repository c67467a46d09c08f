"""What the writer chose for one site, kept beside the program's settings or, if asked, in the site.

Where both files are there, the one in the site counts. The command that builds the site is never
read from it: a site that came from elsewhere must not name a program to run.
"""

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from editor import disk
from editor.disk import FileError

NAME_IN_SITE = ".blog-editor.json"
_NAME = "settings.json"
_OUTSIDE = ("build_command",)  # what is kept outside of the site alone
_LONGEST = 2_000  # characters of a value
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class SiteSettings:
    """What holds for the posts of one site; "" is as the site's posts and settings have it."""

    image_folder: str = ""  # as addresses have it: /assets/images; {year}, {month}, {slug} allowed
    build_command: str = ""
    spelling_language: str = ""  # such as "fr" or "en_GB", where a post does not name its own

    @classmethod
    def load(cls, folder: Path, root: Path) -> Self:
        """The settings of the site at `root`; `folder` is that of the program's settings.

        What is missing, of the wrong type or senseless gets its default.
        """
        outside, inside = _values(_file(folder, root)), _values(root / NAME_IN_SITE)
        found = {**outside, **{k: v for k, v in inside.items() if k not in _OUTSIDE}}
        names = [field.name for field in fields(cls)]
        return cls(**{name: found[name] for name in names if _is_sound(name, found.get(name))})

    def save(self, folder: Path, root: Path, *, in_site: bool = False) -> None:
        """Keep them in the program's `folder`, or in the site itself. Raises OSError."""
        values = {name: value for name, value in asdict(self).items() if value}
        within = {k: v for k, v in values.items() if in_site and k not in _OUTSIDE}
        _put(_file(folder, root), {k: v for k, v in values.items() if k not in within})
        if in_site or is_in_site(root):
            _put(root / NAME_IN_SITE, within, keep=in_site)


def is_in_site(root: Path) -> bool:
    """Whether a file of the site holds its settings."""
    return (root / NAME_IN_SITE).is_file()


def folder_of_site(folder: Path, root: Path) -> Path:
    """Where the program keeps what belongs to the site at `root`, in its own `folder`."""
    key = hashlib.sha256(str(root.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return folder / "sites" / key


def _file(folder: Path, root: Path) -> Path:
    return folder_of_site(folder, root) / _NAME


def _values(file: Path) -> dict[str, Any]:
    with suppress(OSError, FileError, TypeError, ValueError, RecursionError):
        return dict(json.loads(disk.read_bytes(file)))
    return {}


def _put(file: Path, values: dict[str, str], *, keep: bool = False) -> None:
    """Write `values`; none are no file, unless it is to be kept."""
    if values or keep:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(values, indent=1, ensure_ascii=False) + "\n"
        disk.put(file, text.encode("utf-8", "replace"))
    else:
        file.unlink(missing_ok=True)


def _is_sound(name: str, value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
        return False
    if name == "image_folder":
        return not value or is_folder(value)
    return name != "spelling_language" or not value or bool(_LANGUAGE.fullmatch(value))


def is_folder(address: str) -> bool:
    """Whether `address` leads to a folder within the site."""
    parts = address.strip("/").split("/")
    is_plain = "\\" not in address and ":" not in address
    return address.startswith("/") and is_plain and not {"", ".", ".."} & set(parts)
