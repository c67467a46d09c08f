"""Days as a language writes them."""

import re

from PySide6.QtCore import QDate, QLocale

_NO_SECONDS = re.compile(r"(\d:\d\d):00(?:\.0*)?(?!\d)[ ]?")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_of(text: str) -> QDate | None:
    """The day that `text` starts with in ISO notation, if there is such a day."""
    match = _DAY.match(text)
    day = QDate(*map(int, match.groups())) if match else QDate()
    return day if day.isValid() else None


def with_day(text: str, day: QDate) -> str:
    """`text` with another day where it starts with one: time and zone stay. Else just the day."""
    written = day.toString("yyyy-MM-dd")
    return _DAY.sub(written, text, count=1) if _DAY.match(text) else written


def in_words(day: QDate, locale: QLocale) -> str:
    """`day` as the locale writes it in a text, without the name of the weekday."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    pattern = re.sub(r"d{3,4}[^dMy]*", "", pattern).strip(" ,")
    text = locale.toString(day, pattern)
    if day.day() == 1 and locale.language() == QLocale.Language.French:
        return text.replace("1 ", "1er ", 1)  # Qt does not know of it
    return text


def long_date(text: str) -> str:
    """`text` with its leading ISO day in the locale's words; "" and other texts as they are."""
    day, match = day_of(text), _DAY.match(text)
    if day is None or match is None:
        return text
    rest = _NO_SECONDS.sub(r"\1 ", text[match.end() :].replace("T", " ")).strip()
    return f"{in_words(day, QLocale())} {rest}".strip()
