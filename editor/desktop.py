"""Makes the program known to a Linux desktop: menu, icon, the files that it opens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from editor import resources
from editor.child_processes import environment_for_others

_NAME = "blog-editor"
# Each refreshes what desktops remember of a folder; without it they find out by themselves, later.
# Sources: the manual pages of update-desktop-database and gtk-update-icon-cache
_REFRESHERS = (
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)


def data_home() -> Path:
    """Where a user's own menu entries and icons lie.

    Source: the XDG Base Directory Specification
    """
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def install(home: Path, program: Path) -> list[Path]:
    """Write menu entry, description and icon below `home`; gives their paths. Raises OSError.

    `program` is what the entry starts.
    """
    written = []
    for source, target in _files(home):
        content = source.read_bytes()
        if source.suffix == ".desktop":
            content = content.replace(b"Exec=blog-editor", f"Exec={_quoted(program)}".encode())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written.append(target)
    _refresh(home)
    return written


def remove(home: Path) -> list[Path]:
    """Take away what `install` wrote below `home`; gives the paths. Raises OSError."""
    removed = []
    for _, target in _files(home):
        with suppress(FileNotFoundError):
            target.unlink()
            removed.append(target)
    _refresh(home)
    return removed


def program() -> Path:
    """The command that started this process."""
    beside = Path(sys.executable).with_name(_NAME)
    return beside if beside.exists() else Path(shutil.which(_NAME) or sys.argv[0]).absolute()


def _files(home: Path) -> Iterator[tuple[Path, Path]]:
    desktop = resources.path("desktop")
    yield desktop / f"{_NAME}.desktop", home / "applications" / f"{_NAME}.desktop"
    yield desktop / f"{_NAME}.metainfo.xml", home / "metainfo" / f"{_NAME}.metainfo.xml"
    icons = home / "icons" / "hicolor" / "scalable" / "apps"
    yield resources.path("icons", f"{_NAME}.svg"), icons / f"{_NAME}.svg"


def _quoted(path: Path) -> str:
    """A path as the Exec key of a menu entry takes it.

    Source: the Desktop Entry Specification, "The Exec key"
    """
    inside = str(path).replace("\\", r"\\\\")
    for sign in '"`$':
        inside = inside.replace(sign, rf"\\{sign}")
    return f'"{inside}"'.replace("%", "%%")


def _refresh(home: Path) -> None:
    for tool, folder in _REFRESHERS:
        found = shutil.which(tool)
        if found and (home / folder).is_dir():
            command = [found, *(["-f", "-t"] if "icon" in tool else []), str(home / folder)]
            with suppress(OSError):
                subprocess.run(
                    command,
                    check=False,
                    capture_output=True,
                    timeout=30,
                    env=environment_for_others(),
                )
