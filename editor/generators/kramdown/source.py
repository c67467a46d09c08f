"""A text that is searched again and again, in a time that does not multiply."""

import re
import sys


class Source:
    """A text, and what is known to be nowhere in its rest."""

    __slots__ = ("_vain", "reach", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.reach = 0  # what stands from here on had no say in what was found
        self._vain: dict[str | re.Pattern[str], int] = {}  # from where on it is nowhere

    def find(self, what: str, at: int) -> int:
        """As `str.find`, but a search that finds nothing is made once."""
        if at < self._vain.get(what, sys.maxsize):
            found = self.text.find(what, at)
            if found >= 0:
                self.look_to(found + len(what))
                return found
            self._vain[what] = at
        self.look_to(sys.maxsize)
        return -1

    def search(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """As `Pattern.search`, but one that finds nothing is not repeated further on."""
        if at < self._vain.get(pattern, sys.maxsize):
            match = pattern.search(self.text, at)
            if match:
                self.look_to(match.end())
                return match
            self._vain[pattern] = at
        self.look_to(sys.maxsize)
        return None

    def look_to(self, end: int) -> None:
        """Note that what stands before `end` has a say."""
        self.reach = max(self.reach, end)
