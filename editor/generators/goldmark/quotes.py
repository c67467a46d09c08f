"""Quotes left open, which goldmark counts over the whole post and closes in a later paragraph."""

from dataclasses import dataclass


@dataclass(slots=True)
class QuoteCount:
    """Quotes of one kind, single or double, on the way through a text."""

    open: int = 0
    lacking: int = 0  # quotes that would have closed another, if one had been open

    def close(self) -> bool:
        """Close the last that is open; whether there was one."""
        if self.open:
            self.open -= 1
            return True
        self.lacking += 1
        return False


Quotes = tuple[QuoteCount, QuoteCount]  # single and double
