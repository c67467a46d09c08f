"""The writer's own way to write a date, a number or a switch, kept when its value changes."""

import re
from datetime import date, datetime, timedelta

from .model import AsTyped

_DATE = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"(?:(?P<between>[Tt]|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?P<seconds>:[0-9]{1,2}(?P<fraction>\.[0-9]*)?)?"
    r"(?P<before_zone>[ \t]*)(?P<zone>[Zz]|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
_DATE_KEY = re.compile(
    r"(?:.*[_-])?(?:date|lastmod|updated|modified|created|published|expires?)(?:[_-].*)?|.*_at",
    re.IGNORECASE,
)
_DECIMALS = re.compile(r"[-+]?[0-9]+\.([0-9]+)")
_SEXAGESIMAL = re.compile(r"[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+")
_OCTAL = re.compile(r"[-+]?0[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:_[0-9]{3})+")
_SWITCHES = [("true", "false"), ("yes", "no"), ("on", "off")]


def is_date(text: str) -> bool:
    """Whether `text` is written as a date, with or without a time."""
    return _DATE.fullmatch(text) is not None


def is_date_key(key: str) -> bool:
    """Whether a field of that name is meant to hold a date."""
    return _DATE_KEY.fullmatch(key) is not None


def date_like(old: str, new: date) -> AsTyped | None:
    """`new` written as the date `old` is, or None where `old` is no date."""
    found = _DATE.fullmatch(old)
    if not found:
        return None
    padded = len(found["month"]) == 2
    day = f"{new.year:04}-{_number(new.month, padded)}-{_number(new.day, padded)}"
    if not isinstance(new, datetime):
        return AsTyped(day)
    between = found["between"] or " "
    time = f"{_number(new.hour, len(found['hour'] or '00') == 2)}:{new.minute:02}"
    if found["seconds"] or not found["hour"] or new.second or new.microsecond:
        time += f":{new.second:02}"
    if new.microsecond:
        time += f".{new.microsecond:06}".rstrip("0")
    offset = new.utcoffset()
    if offset is None:
        return AsTyped(f"{day}{between}{time}")
    before = found["before_zone"] if found["zone"] else ("" if between in "Tt" else " ")
    return AsTyped(f"{day}{between}{time}{before}{_zone(found['zone'] or '+00:00', offset)}")


def switch_like(old: str, new: bool) -> AsTyped:
    """`new` in the words of the switch `old` is: yes, No, ON …; else true or false."""
    for words in _SWITCHES:
        if old.lower() in words:
            word = words[0] if new else words[1]
            if old.isupper():
                return AsTyped(word.upper())
            return AsTyped(word.capitalize() if old[0].isupper() else word)
    return AsTyped("true" if new else "false")


def number_like(old: str, new: float) -> AsTyped | None:
    """`new` in the notation of the number `old` is, or None where that says nothing more of it.

    Such as 010 and 0x1F, which are of base 8 and 16 to YAML 1.1, 1_000, 12:30:00 and 1.10.
    """
    if isinstance(new, float):
        decimals = _DECIMALS.fullmatch(old)
        written = f"{new:.{len(decimals[1])}f}" if decimals else ""
        return AsTyped(written) if decimals and float(written) == new else None
    sign, digits = ("-" if new < 0 else ""), abs(new)
    if _SEXAGESIMAL.fullmatch(old):
        parts = [digits]
        for _ in range(old.count(":")):
            parts[:1] = divmod(parts[0], 60)
        widths = [len(part) for part in old.lstrip("-+").split(":")]
        padded = (f"{part:0{width}}" for part, width in zip(parts, widths, strict=True))
        return AsTyped(sign + ":".join(padded)) if parts[0] else None
    if _OCTAL.fullmatch(old):
        return AsTyped(f"{sign}0{digits:0{len(old.lstrip('-+')) - 1}o}")
    if _HEXADECIMAL.fullmatch(old) and new >= 0:
        written = f"{new:0{len(old) - 2}x}"
        return AsTyped(f"0x{written.upper() if old[2:].isupper() else written}")
    return AsTyped(f"{new:_}") if _GROUPED.fullmatch(old) else None


def _number(number: int, padded: bool) -> str:
    return f"{number:02}" if padded else str(number)


def _zone(old: str, offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if old in "Zz" and minutes == 0:
        return old
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    colon = "" if old not in "Zz" and ":" not in old else ":"
    if old not in "Zz" and len(old) <= 3 and not rest:  # +02
        return f"{sign}{_number(hours, len(old) == 3)}"
    return f"{sign}{hours:02}{colon}{rest:02}"
