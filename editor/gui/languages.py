"""The languages that the window can speak, by their own names."""

from PySide6.QtCore import QLocale

from editor import resources


def language_names() -> list[tuple[str, str]]:
    """Each language's code and what its speakers call it, English first."""
    return [(code, _name(code)) for code in resources.languages()]


def _name(code: str) -> str:
    # With a country Qt says "American English" of "en"; a code with one keeps it.
    locale = QLocale(code)
    if "_" not in code:
        locale = QLocale(locale.language(), QLocale.Country.World)
    name = locale.nativeLanguageName() or code
    return name[:1].upper() + name[1:]
