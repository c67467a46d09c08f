"""What a report of a problem needs to tell: versions, the desktop, settings. No name of a file."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

import editor
from editor.settings import Settings

_PRIVATE = ("recent", "window", "columns")  # paths, and what tells nothing
_BUILT_ON = ("markdown", "markdown-it-py", "pyyaml", "pygments", "pillow")


def versions() -> str:
    """The program and what it runs on, a line each."""
    shown = QGuiApplication.primaryScreen()
    lines = [
        f"Blog Editor {editor.__version__}",
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()}",
        " · ".join(f"{name} {_version(name)}" for name in _BUILT_ON),
        platform.platform(),
        f"{QGuiApplication.platformName()} · "
        f"{os.environ.get('QT_QUICK_BACKEND') or 'graphics card'} · "
        f"scale {shown.devicePixelRatio() if shown else 1:g} · {QLocale().name()}",
    ]
    return "\n".join(lines)


def report(settings: Settings, generator: str) -> str:
    """All that helps to find a fault. `generator` is that of the site in front, "" for none."""
    usual = asdict(Settings())
    chosen: Mapping[str, object] = {
        name: value
        for name, value in asdict(settings).items()
        if name not in _PRIVATE and value != usual[name]
    }
    said = json.dumps(chosen, ensure_ascii=False)
    return without_home(f"{versions()}\nSite: {generator or 'none'}\nSettings: {said}\n")


def without_home(text: str) -> str:
    """`text` without the name of the writer's own folder."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # it may have been packed otherwise
        return "?"
