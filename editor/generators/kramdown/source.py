"""A text that is searched again and again, in a time that does not multiply."""

import re


class Source:
    """A text, and what is known to be nowhere in its rest."""

    __slots__ = ("_last", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: dict[str | re.Pattern[str], int] = {}

    def find(self, what: str, at: int) -> int:
        """As `str.find`, but a search that finds nothing is made once."""
        last = self._last.get(what)
        if last is None:
            last = self._last[what] = self.text.rfind(what)
        return self.text.find(what, at) if at <= last else -1

    def search(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """As `Pattern.search`, but one that finds nothing is not repeated further on."""
        if at >= self._last.get(pattern, len(self.text) + 1):
            return None
        match = pattern.search(self.text, at)
        if match is None:
            self._last[pattern] = at
        return match
