"""The dates that generators read: what Ruby makes of a text, and Hugo, and what is surely meant."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?![\d:])")
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?![:\d])")
_OFFSET = re.compile(r"\d[ \t]*[-+](\d{1,2}):?(\d{2})?\Z")
_THREE = re.compile(r"(?<![\d/.])(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})(?![\d/.:])")
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\d.:])\d{2,14}(?![\d:])")
_WORDED = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s+(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{4})"
    r"|(?P<month_first>[^\W\d]+)\.?\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year_last>\d{4})"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier jan janv", "february février fevrier feb févr fév", "march mars mar",
            "april avril apr avr", "may mai", "june juin jun", "july juillet jul juil",
            "august août aout aug", "september septembre sep sept", "october octobre oct",
            "november novembre nov", "december décembre decembre dec déc",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SECONDS = r"\d\d?:\d\d:\d\d(?:\.\d+)?"
_HUGO = re.compile(
    rf"""\d{{4}}-\d\d-\d\d
    |\d{{4}}-\d\d-\d\dT{_SECONDS}(?:Z|[-+]\d\d:?\d\d)?
    |\d{{4}}-\d\d-\d\d[ ]{_SECONDS}(?:[ ]?[-+]\d\d:?\d\d(?:[ ][A-Z]{{3,4}})?|Z)?
    |\d\d[ ][A-Z][a-z]{{2}}[ ]\d{{4}}
    |[A-Z][a-z]{{2}},[ ]\d\d[ ][A-Z][a-z]{{2}}[ ]\d{{4}}[ ]{_SECONDS}[ ](?:[A-Z]{{3,4}}|[-+]\d{{4}})
    |[A-Z][a-z]{{2}}[ ][A-Z][a-z]{{2}}[ ]+\d\d?[ ]{_SECONDS}(?:[ ][A-Z]{{3,4}})?[ ]\d{{4}}
    """,
    re.VERBOSE,
)
_LOOSE = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}(?:\.\d+)?))?"
    r"[ ]*(?P<zone>Z|[-+]\d{1,2}(?::?\d\d)?)?)?"
)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a generator makes of a text as date."""

    day: date | None = None  # None: none, or one that is not worked out here
    fails: bool = False  # it reads no date in it
    is_guess: bool = False  # the month or the year is that of the build


_FAILS = ReadDate(fails=True)
_GUESS = ReadDate(is_guess=True)


def read_by_ruby(text: str) -> ReadDate:
    """The day that Ruby's `Time.parse`, and so Jekyll, reads; the zone is left out of account.

    Source: tried with Ruby 3.1; Date._parse takes the numbers and English months it finds.
    """
    text = text.strip()
    if iso := _ISO.search(text):
        return _day(*map(int, iso.groups())) if _has_time(text) else _FAILS
    if three := _THREE.search(text):
        first, middle, last = three[1], int(three[3]), three[4]
        if len(first) < 3 and len(last) > 2:
            return _day(int(last), middle, int(first))
        year = int(first) + (2000 if len(first) < 3 else 0)
        return _day(year, middle, int(last))
    if month := _MONTH.search(text):
        day = worded_day(text)  # in `mardi 12 juin` Ruby finds March
        return _GUESS if day and day.month != _MONTHS[month[0].lower()] else ReadDate(day)
    digits = _DIGITS.search(text)
    if not digits:
        return _GUESS if _TIME.search(text) and _has_time(text) else _FAILS
    number = digits[0]
    if len(number) in (8, 12, 14):
        return _day(int(number[:4]), int(number[4:6]), int(number[6:8]))
    if len(number) in (4, 6, 10):
        at = 0 if len(number) == 4 else 2  # behind a year of two digits
        exists = 1 <= int(number[at : at + 2]) <= 12 and 1 <= int(number[at + 2 : at + 4]) <= 31
        return ReadDate(is_guess=len(number) == 4) if exists else _FAILS
    return _GUESS


def is_read_by_hugo(text: str) -> bool:
    """Whether Hugo takes `text`, as it stands in YAML or between quotes, for a date.

    Source: StringToDateInDefaultLocation in spf13/cast, tried with Hugo 0.111
    """
    if not _HUGO.fullmatch(text):
        return False
    found = _ISO.match(text)
    return not found or _day(*map(int, found.groups()), strict=True).day is not None


def meant(text: str) -> str:
    """`text` as the date that every generator reads, "" where it may mean several or none."""
    text = text.strip().strip("“”„\"'")
    if loose := _LOOSE.fullmatch(text):
        month, number = sorted((int(loose["month"]), int(loose["day"])), key=lambda n: n > 12)
        if int(loose["month"]) <= 12:  # else the day stands first: there is no 13th month
            month, number = int(loose["month"]), int(loose["day"])
        day = _day(int(loose["year"]), month, number, strict=True).day
        if day is None or not _has_time(text):
            return ""
        if not loose["hour"]:
            return day.isoformat()
        time = f"{int(loose['hour']):02}:{loose['minute']}:{loose['second'] or '00'}"
        zone = loose["zone"] or ""
        return f"{day.isoformat()}T{time}{_zone(zone)}" if zone else f"{day.isoformat()} {time}"
    if three := _THREE.fullmatch(text):
        first, middle, last = int(three[1]), int(three[3]), three[4]
        if len(last) == 4 and (first > 12) != (middle > 12):
            number, month = (first, middle) if first > 12 else (middle, first)
            read = _day(int(last), month, number, strict=True).day
            return read.isoformat() if read else ""
        return ""
    worded = worded_day(text)
    return worded.isoformat() if worded else ""


def worded_day(text: str) -> date | None:
    """The day of a text such as `12 juin 2024` or `June 12th, 2024`, in French or English."""
    found = _WORDED.match(text.strip())
    if not found:
        return None
    month = _MONTHS.get((found["month"] or found["month_first"]).lower())
    if not month:
        return None
    year = int(found["year"] or found["year_last"])
    return _day(year, month, int(found["day"] or found["day_second"]), strict=True).day


def _day(year: int, month: int, day: int, *, strict: bool = False) -> ReadDate:
    """That day; Ruby counts the 30th of February on into March."""
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1 <= year <= 9999:
        return _FAILS
    for back in range(1 if strict else 4):
        try:
            return ReadDate(date(year, month, day - back) + timedelta(days=back))
        except (ValueError, OverflowError):
            continue
    return _FAILS


def _has_time(text: str) -> bool:
    """Whether the time in `text`, if there is one, exists."""
    found = _TIME.search(text)
    if not found:
        return True
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    offset = _OFFSET.search(text, found.start())
    if offset and int(offset[1]) > 23:
        return False
    return (hour < 24 or (hour == 24 and minute == second == 0)) and minute < 60 and second <= 60


def _zone(written: str) -> str:
    if written in ("", "Z"):
        return written
    sign, digits = written[0], written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hours):02}:{minutes}"
