"""Qt counts UTF-16 units, Python code points: places of a text from the one to the other."""

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Converts places of one text, each in no time."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [place + number for number, place in enumerate(self._wide)]

    def of(self, place: int) -> int:
        """The units before the code point `place`."""
        return place + bisect_left(self._wide, place)

    def code_points(self, units: int) -> int:
        """The code points before the unit `units`."""
        return units - bisect_left(self._wide_units, units)
