"""Qt counts UTF-16 units, Python code points: places of a text from the one to the other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Converts places of one text, each in no time."""

    def __init__(self, text: str) -> None:
        self._wide = list(_wide(text))
        self._wide_units = [place + number for number, place in enumerate(self._wide)]

    def of(self, place: int) -> int:
        """The units before the code point `place`."""
        return place + bisect_left(self._wide, place)

    def code_points(self, units: int) -> int:
        """The code points before the unit `units`."""
        return units - bisect_left(self._wide_units, units)


class ChangingUnits:
    """Converts places of a text that changes, one place after the other, each in no time.

    What stands before the last change is counted from the start of the text and what stands behind
    it from the end: so a key typed there moves nothing, however many wide characters there are.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._before = list(_wide(text))  # places of wide characters, ascending
        self._behind: list[int] = []  # distances from the end of the text, ascending

    @property
    def total(self) -> int:
        """The units of the whole text."""
        return self._length + len(self._before) + len(self._behind)

    def of(self, place: int) -> int:
        """The units before the code point `place`."""
        if not self._before and not self._behind:
            return place
        if self._behind and self._length - place < self._behind[-1]:
            # The first one behind the change stands before `place`.
            after = bisect_right(self._behind, self._length - place)
            return place + len(self._before) + len(self._behind) - after
        return place + bisect_left(self._before, place)

    def code_points(self, units: int) -> int:
        """The code points before the unit `units`; within a character, those before that one."""
        if not self._before and not self._behind:
            return units
        low, high = 0, units
        while low < high:
            middle = (low + high + 1) // 2
            if self.of(middle) <= units:
                low = middle
            else:
                high = middle - 1
        return low

    def change(self, start: int, end: int, new: str) -> None:
        """The code points from `start` to `end` have given way to `new`."""
        before, behind, length = self._before, self._behind, self._length
        while before and before[-1] >= end:
            behind.append(length - before.pop())
        while behind and length - behind[-1] < end:
            before.append(length - behind.pop())
        while before and before[-1] >= start:
            before.pop()
        before.extend(_wide(new, start))
        self._length = length - (end - start) + len(new)


def _wide(text: str, first: int = 0) -> Iterator[int]:
    """Where the characters of `text` are that take two units; its own first place is `first`."""
    if text.isascii():
        return iter(())
    return (first + match.start() for match in _WIDE.finditer(text))
