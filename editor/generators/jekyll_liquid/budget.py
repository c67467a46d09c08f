"""How much the templates of a post may do: whatever they hold, the page is there in time."""

import time
from io import StringIO

STEPS = 100_000  # variables read, values in lists, rounds of loops
CHARACTERS = 2_000_000  # on the page
VALUES = 20_000_000  # characters in all values made on the way
DEEPEST_INCLUDE = 20
_SECONDS = 1.5


_TAIL = 300  # characters


class ExhaustedError(Exception):
    """The templates of a post do too much."""


class Budget:
    """What is left of it."""

    def __init__(self) -> None:
        self._steps, self._values, self._until = STEPS, VALUES, time.monotonic() + _SECONDS

    def step(self, count: int = 1) -> None:
        """Take `count` steps. Raises ExhaustedError when that is too much."""
        self._steps -= count
        if self._steps < 0 or time.monotonic() > self._until:
            raise ExhaustedError

    def make(self, characters: int) -> None:
        """Make a value of so many characters. Raises ExhaustedError when that is too much."""
        self._values -= characters
        if self._values < 0 or characters > CHARACTERS or time.monotonic() > self._until:
            raise ExhaustedError


class Written(StringIO):
    """What templates write, and from which line of the body each of its lines comes."""

    def __init__(self, budget: Budget, *, is_code: bool = False) -> None:
        super().__init__()
        self.is_code = is_code  # the text of a `highlight` block: no HTML is wanted
        self.lines: list[int] = []
        self.tail = ""  # the last characters written
        self._budget = budget
        self._left = CHARACTERS
        self._line = 0
        self._is_new_line = True

    def at(self, line: int) -> None:
        """What is written next comes from `line`."""
        self._line = line

    def write(self, text: str) -> int:
        """Write what a tag gave: all of its lines come from the line of the tag."""
        self._write(text, 0)
        return len(text)

    def write_text(self, text: str, line: int) -> None:
        """Write text of the body that begins on `line`."""
        self._line = line
        self._write(text, 1)

    def write_unbounded(self, text: str, line: int) -> None:
        """Write text of the body that begins on `line`, whatever is left."""
        self._line = line
        self._append(text, 1)

    def _write(self, text: str, step: int) -> None:
        self._left -= len(text)
        self._budget.make(len(text))
        if self._left < 0:
            raise ExhaustedError
        self._append(text, step)

    def _append(self, text: str, step: int) -> None:
        if not text:
            return
        breaks = text.count("\n")
        end = self._line + step * breaks
        shown = breaks - text.endswith("\n")
        if self._is_new_line:
            self.lines.append(self._line)
        self.lines += (
            range(self._line + 1, self._line + shown + 1) if step else [self._line] * shown
        )
        self._is_new_line = text.endswith("\n")
        self._line = end
        self.tail = (self.tail + text[-_TAIL:])[-_TAIL:]
        super().write(text)
