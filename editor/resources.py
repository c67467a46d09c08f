"""Where the program's own files are: pages, icons, translations."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The resource named by `parts`, as in `path("i18n", "fr.qm")`; it may not exist.

    A wheel carries the resources inside the package; a checkout, also an editable install of
    it, has them beside the package.
    """
    inside = _PACKAGE / "resources"
    home = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return home.joinpath(*parts)


def languages() -> tuple[str, ...]:
    """The languages that the window speaks, as codes such as "fr"; English is in the program."""
    found = path("i18n").glob("editor_*.qm")
    return ("en", *sorted(file.stem.removeprefix("editor_") for file in found))


def text(*parts: str) -> str:
    """What the resource named by `parts` says. Raises OSError where there is none."""
    return path(*parts).read_text(encoding="utf-8")
