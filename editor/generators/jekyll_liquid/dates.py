"""Dates as Ruby reads and writes them. Names are English, whatever the computer speaks."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def moment(value: object, zone: tzinfo | None) -> datetime | None:
    """The time that `value` names, on the clocks of `zone`, or `None`."""
    when = parsed(value, zone)
    return None if when is None else _in_zone(when, zone)


def parsed(value: object, zone: tzinfo | None) -> datetime | None:
    """The time that `value` names, on the clocks it is written for, or `None`.

    A date is its midnight. A time of YAML without a zone is of UTC, as in Ruby; a written one is
    of `zone`, where `None` is the computer's own.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return midnight(value, zone)
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return _from_seconds(value, zone)
    return _parsed(value, zone) if isinstance(value, str) else None


def midnight(day: date, zone: tzinfo | None) -> datetime:
    """When `day` begins in `zone`."""
    return _local(datetime(day.year, day.month, day.day), zone)


def _local(clock: datetime, zone: tzinfo | None) -> datetime:
    try:
        return clock.replace(tzinfo=zone) if zone else clock.astimezone()
    except (OverflowError, OSError, ValueError):  # the year 1, before any zone
        return clock.replace(tzinfo=UTC)


def _in_zone(when: datetime, zone: tzinfo | None) -> datetime:
    try:
        return when.astimezone(zone)
    except (OverflowError, OSError, ValueError):
        return when


def _from_seconds(seconds: int, zone: tzinfo | None) -> datetime | None:
    try:
        return _in_zone(datetime.fromtimestamp(seconds, UTC), zone)
    except (OverflowError, OSError, ValueError):
        return None


_THREE = re.compile(r"(?<!\d)(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d{3})")
_COMPACT = re.compile(r"\b(\d{4})(\d{2})(\d{2})(?:T(?=\d)|\b)")
_MONTH_NAMES = "|".join(name[:3] for name in MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"({_MONTH_NAMES})[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b{_DAY}[ -]+{_MONTH},?[ -]+(-?\d+)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}[ ]+{_DAY}\b(?:,?[ ]+(\d{{4}}))?", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}[ ]+(\d{{3,4}})\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?i)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s*([ap])\.?m\.?)?")
_ZONES = {  # in minutes, of those that Ruby knows the usual ones
    **dict.fromkeys(("utc", "gmt", "z", "wet"), 0),
    **dict.fromkeys(("west", "bst", "cet"), 60),
    **dict.fromkeys(("cest", "eet"), 120),
    **dict.fromkeys(("eest", "msk"), 180),
    **dict(zip(("edt", "est", "cst", "mst", "pst"), range(-240, -481, -60), strict=True)),
    **dict(zip(("cdt", "mdt", "pdt"), range(-300, -421, -60), strict=True)),
    "ist": 330,
    "jst": 540,
}
# Right behind the time: one that stands elsewhere is not heeded.
_ZONE = re.compile(
    rf"\s*(?:(?P<name>{'|'.join(_ZONES)})\b|(?P<sign>[+-])(?P<h>\d{{1,2}})(?::?(?P<m>\d{{2}}))?(?!\d))",
    re.IGNORECASE,
)
_LONGEST = 128  # characters. Source: Ruby's Date._parse


def _parsed(words: str, zone: tzinfo | None) -> datetime | None:
    words = words.strip()
    if words.lower() in ("now", "today"):
        return datetime.now().astimezone(zone)
    if not words or len(words) > _LONGEST:
        return None
    if re.fullmatch(r"[0-9]+", words):
        return _from_seconds(int(words), zone)
    found = _day_in(words)
    clock = _CLOCK.search(words, found[1] if found else 0)
    if found is None and clock is None:
        return None
    day = found[0] if found else date.today()
    try:
        when = datetime(day.year, day.month, day.day) + _time_of(clock)
    except (OverflowError, ValueError):
        return None
    offset = _ZONE.match(words, clock.end()) if clock else None
    return when.replace(tzinfo=_fixed(offset)) if offset else _local(when, zone)


def _day_in(words: str) -> tuple[date, int] | None:
    try:
        if found := _THREE.search(words):
            return _three(found[1], found[3], found[4]), found.end()
        if found := _DAY_FIRST.search(words):
            return date(int(found[3]), _month(found[2]), int(found[1])), found.end()
        if found := _MONTH_YEAR.search(words):
            return date(int(found[2]), _month(found[1]), 1), found.end()
        if found := _MONTH_FIRST.search(words):
            year = int(found[3] or date.today().year)
            return date(year, _month(found[1]), int(found[2])), found.end()
        if found := _COMPACT.search(words):
            return date(int(found[1]), int(found[2]), int(found[3])), found.end()
    except ValueError:  # the 30th of February
        return None
    return None


def _three(first: str, month: str, last: str) -> date:
    """The day of three numbers. The year is the first, or the last if that alone is long."""
    if len(first) <= 2 < len(last):
        first, last = last, first
    year = int(first)
    if len(first) <= 2:
        year += 2000 if year < 69 else 1900
    return date(year, int(month), int(last))


def _month(name: str) -> int:
    return _MONTH_NAMES.lower().split("|").index(name.lower()) + 1


def _time_of(clock: re.Match[str] | None) -> timedelta:
    if clock is None:
        return timedelta()
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if clock[5]:
        hour = hour % 12 + 12 * (clock[5].lower() == "p")
    if hour > 24 or minute > 59 or second > 60:
        raise ValueError
    parts = timedelta(hours=hour, minutes=minute, seconds=second)
    return parts + timedelta(microseconds=int((clock[4] or "0")[:6].ljust(6, "0")))


def _fixed(offset: re.Match[str]) -> tzinfo:
    if offset["name"]:
        return timezone(timedelta(minutes=_ZONES[offset["name"].lower()]))
    minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
    return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))


_DIRECTIVE = re.compile(r"%([-0^#_]*)(\d{0,3})(:{0,2})([a-zA-Z%+])")
_Digits = Callable[[datetime], tuple[str, int]]  # and how many are usual

_LETTERS: Mapping[str, _Digits] = {
    "Y": lambda t: (f"{t.year}", 1),
    "C": lambda t: (f"{t.year // 100}", 2),
    "y": lambda t: (f"{t.year % 100}", 2),
    "m": lambda t: (f"{t.month}", 2),
    "d": lambda t: (f"{t.day}", 2),
    "j": lambda t: (f"{t.timetuple().tm_yday}", 3),
    "H": lambda t: (f"{t.hour}", 2),
    "I": lambda t: (f"{t.hour % 12 or 12}", 2),
    "M": lambda t: (f"{t.minute}", 2),
    "S": lambda t: (f"{t.second}", 2),
    "L": lambda t: (f"{t.microsecond // 1000:03}", 3),
    "N": lambda t: (f"{t.microsecond * 1000:09}", 9),
    "G": lambda t: (f"{t.isocalendar().year}", 1),
    "g": lambda t: (f"{t.isocalendar().year % 100}", 2),
    "V": lambda t: (f"{t.isocalendar().week}", 2),
    "U": lambda t: (f"{(t.timetuple().tm_yday + 6 - t.isoweekday() % 7) // 7}", 2),
    "W": lambda t: (f"{(t.timetuple().tm_yday + 6 - t.weekday()) // 7}", 2),
    "u": lambda t: (f"{t.isoweekday()}", 1),
    "w": lambda t: (f"{t.isoweekday() % 7}", 1),
    "s": lambda t: (f"{int(t.timestamp())}", 1),
}
_SPACED: Mapping[str, _Digits] = {
    "e": lambda t: (f"{t.day}", 2),
    "k": lambda t: (f"{t.hour}", 2),
    "l": lambda t: (f"{t.hour % 12 or 12}", 2),
}
_NAMED: Mapping[str, Callable[[datetime], str]] = {
    "A": lambda t: DAYS[t.weekday()],
    "a": lambda t: DAYS[t.weekday()][:3],
    "B": lambda t: MONTHS[t.month - 1],
    "b": lambda t: MONTHS[t.month - 1][:3],
    "h": lambda t: MONTHS[t.month - 1][:3],
    "p": lambda t: "AM" if t.hour < 12 else "PM",
    "P": lambda t: "am" if t.hour < 12 else "pm",
    "Z": lambda t: t.tzname() or "",
    "n": lambda t: "\n",  # noqa: ARG005
    "t": lambda t: "\t",  # noqa: ARG005
    "%": lambda t: "%",  # noqa: ARG005
}
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "v": "%e-%^b-%Y",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}


def formatted(when: datetime, pattern: str) -> str:
    """`when` as Ruby's strftime writes it."""
    return _DIRECTIVE.sub(lambda directive: _part(when, directive), pattern)


def _part(when: datetime, directive: re.Match[str]) -> str:
    flags, width, colons, letter = directive.groups()
    padding = "" if "-" in flags else " " if "_" in flags else "0" if "0" in flags else None
    if letter in _COMPOSED:
        part = formatted(when, _COMPOSED[letter]).rjust(int(width or 0))
    elif letter == "z":
        part = offset_of(when, colons)
    elif letter in _NAMED:
        part = _NAMED[letter](when)
        part = part if padding == "" else part.rjust(int(width or 0), padding or " ")
    elif letter in _LETTERS or letter in _SPACED:
        digits, usual = (_LETTERS.get(letter) or _SPACED[letter])(when)
        usual_padding = " " if letter in _SPACED else "0"
        fill = usual_padding if padding is None else padding
        if letter in "LN" and width:
            digits = f"{when.microsecond * 1000:09}"[: int(width)].ljust(int(width), "0")
        elif fill:
            digits = digits.rjust(int(width or usual), fill)
        part = digits
    else:
        return directive[0]
    if "^" in flags:
        return part.upper()
    return part.swapcase() if "#" in flags else part


def offset_of(when: datetime, colons: str = "") -> str:
    """How far the clocks of `when` are from UTC, as +0100 or +01:00."""
    seconds = int((when.utcoffset() or timedelta()).total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    written = f"{'-' if seconds < 0 else '+'}{hours:02}{':' if colons else ''}{rest // 60:02}"
    return f"{written}:{rest % 60:02}" if colons == "::" else written
