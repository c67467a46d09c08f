"""The Hunspell dictionaries there are: the program's own, and those of the system."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor import resources

_MOST_FILES = 2_000  # of a folder, looked at


@dataclass(frozen=True)
class Dictionary:
    """A dictionary of one language, named as its files are."""

    code: str  # such as "fr" or "en_GB"
    folder: Path  # holds `code`.aff and `code`.dic

    @property
    def language(self) -> str:
        """The language without its country, such as "en"."""
        return _language(self.code)


def available(folders: Iterable[Path] | None = None) -> tuple[Dictionary, ...]:
    """The dictionaries found, by code; the program's own come before the system's."""
    found: dict[str, Dictionary] = {}
    for folder in _folders() if folders is None else folders:
        for code in _codes(folder):
            found.setdefault(code, Dictionary(code, folder))
    return tuple(found[code] for code in sorted(found))


def for_language(language: str, dictionaries: Sequence[Dictionary]) -> tuple[Dictionary, ...]:
    """Those for `language`, such as "fr", "en-GB" or "pt_BR"; a word is right where one has it.

    Of a language without a country all are taken, since any of them may be meant; of a country
    that has none, too. Empty where the language has no dictionary.
    """
    wanted = language.replace("-", "_")
    exact = [one for one in dictionaries if one.code.lower() == wanted.lower()]
    if exact and "_" in wanted:
        return tuple(exact[:1])
    return tuple(one for one in dictionaries if one.language == _language(wanted))


def _language(code: str) -> str:
    return code.partition("_")[0].lower()


def _codes(folder: Path) -> Iterator[str]:
    """The codes of the dictionaries in `folder` that have both files."""
    try:
        with os.scandir(folder) as entries:
            names = {entry.name for entry, _ in zip(entries, range(_MOST_FILES), strict=False)}
    except OSError:
        return
    for name in sorted(names):
        code = name.removesuffix(".dic").replace("-", "_")
        if name.endswith(".dic") and f"{name[:-4]}.aff" in names and code == name[:-4]:
            yield code


def _folders() -> Iterator[Path]:
    """Where Hunspell's dictionaries lie.

    Source: the search path that `hunspell -D` prints, and the manual pages of Hunspell and Enchant
    """
    yield resources.path("dictionaries")
    for named in filter(None, os.environ.get("DICPATH", "").split(os.pathsep)):
        yield Path(named)
    home = Path.home()
    if sys.platform == "darwin":
        yield from (home / "Library" / "Spelling", Path("/Library/Spelling"))
    elif sys.platform == "win32":
        if local := os.environ.get("LOCALAPPDATA"):
            yield Path(local, "hunspell")
    else:
        shared = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
        yield from (Path(shared, "hunspell"), Path(shared, "myspell"))
        for root in (Path("/usr/local/share"), Path("/usr/share")):
            yield from (root / "hunspell", root / "myspell", root / "myspell" / "dicts")
