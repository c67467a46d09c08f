"""What the user chose and where the window stood: one frozen value, kept in one JSON file."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import platformdirs

_RECENT_KEPT = 12
_HUGE = 1e9
BOUNDS = {  # the least and the most, in the units of the settings
    "preview_zoom": (0.3, 5.0),
    "source_zoom": (-4, 20),
    "source_width": (0, 400),
    "line_height": (80, 300),
    "form_height": (0, 4_000),
    "columns": (0, 20_000),
}


@dataclass(frozen=True)
class Settings:
    """What the user chose. Every default works, so a first run needs no file."""

    language: str = ""  # "en", "fr", or "" for the system's
    theme: str = ""  # a look's name, see gui/theme.py, or "" for the system's
    preview_zoom: float = 1.0  # 1.0 is the size the page asks for
    source_zoom: int = 0  # steps of one point from the system's size
    source_font: str = ""  # a family, or "" for the system's font for code
    source_width: int = 0  # characters in a row, or 0 for as many as the pane is wide
    line_height: int = 130  # per cent of the font's own
    focus_mode: bool = False  # the caret's paragraph in the light
    typewriter: bool = False  # the caret's line stays at its height
    preview_shown: bool = True
    posts_shown: bool = True  # where there is a folder to show
    posts_sort: str = "newest"  # their order, one of `editor.library.query.SORTS`
    form_shown: bool = True
    front_matter_folded: bool = True
    outline_shown: bool = False
    typography: bool = False  # signs are set while they are typed
    spelling: bool = True  # wrong words are marked
    export_look: str = "light"  # of a page: "light", "dark", or "plain", without styles
    export_paper: str = "A4"  # or "Letter"
    export_margin: int = 20  # millimetres
    export_numbers: bool = True  # of the pages
    export_addresses: bool = False  # of links are printed behind them
    export_mail_images: bool = True  # go along in an e-mail
    window: str = ""  # Qt's own record of place and size, base64
    form_height: int = 166  # pixels that the form had last, or has of a post with few fields
    columns: tuple[int, ...] = ()  # widths in pixels: posts, centre, preview
    recent: tuple[str, ...] = ()  # paths, newest first
    shortcuts: Mapping[str, str] = field(default_factory=dict)  # see `shortcuts.Bindings`
    recent_commands: tuple[str, ...] = ()  # run from the palette, the last one first

    @classmethod
    def load(cls, path: Path) -> Self:
        """The settings saved at `path`.

        What is missing, of the wrong type or out of bounds gets its default, each value by itself.
        """
        try:
            saved = dict(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, TypeError, ValueError, RecursionError):  # no file, or not a JSON object
            saved = {}
        known: dict[str, Any] = {}
        for name, default in asdict(cls()).items():
            value = _read_as(default, saved.get(name), int if name == "columns" else str)
            if value is not None and _is_within(name, value):
                known[name] = value
        return cls(**known)

    def save(self, path: Path) -> None:
        """Write the settings to `path`, whole or not at all. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        beside.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)

    def with_recent(self, path: Path) -> Self:
        """The settings with `path` first among the recent files."""
        first = str(path)
        others = [other for other in self.recent if other != first]
        return replace(self, recent=(first, *others)[:_RECENT_KEPT])


def _read_as(default: object, value: object, part: type) -> object:
    """`value` as the type of `default`, with parts of the type `part`; None for another."""
    if isinstance(default, tuple):
        is_sound = isinstance(value, list) and all(type(one) is part for one in value)
        return tuple(value) if is_sound and isinstance(value, list) else None
    if isinstance(default, dict):
        is_sound = isinstance(value, dict) and all(type(one) is str for one in value.values())
        return value if is_sound else None
    if isinstance(default, float) and type(value) is int and abs(value) < _HUGE:
        return float(value)
    return value if type(value) is type(default) else None


def _is_within(name: str, value: Any) -> bool:
    low, high = BOUNDS.get(name, (None, None))
    parts = value if isinstance(value, tuple) else (value,)
    return low is None or high is None or all(low <= part <= high for part in parts)


def settings_path() -> Path:
    """Where this platform keeps the settings of a user."""
    return platformdirs.user_config_path("blog-editor", appauthor=False) / "settings.json"


def documents_folder() -> Path:
    """Where a user keeps documents: the platform's folder for them, else the home folder."""
    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def state_folder() -> Path:
    """Where this platform keeps what must outlive a run: unsaved texts, earlier versions, locks."""
    return platformdirs.user_state_path("blog-editor", appauthor=False)


def cache_folder() -> Path:
    """Where this platform keeps what can be made again."""
    return platformdirs.user_cache_path("blog-editor", appauthor=False)
