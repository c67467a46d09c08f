"""Where the front matter of a text stands, and what can be wrong with it.

Lines count from 0 and offsets in code points, both in the whole text of the post.
"""

from dataclasses import dataclass, replace
from enum import StrEnum, auto


class ProblemKind(StrEnum):
    """What is wrong with front matter or one of its fields. `found` is `Problem.found`."""

    # One field
    NEEDS_QUOTES = auto()  # an unquoted text in which `found` means something else to YAML
    NOT_QUOTED = auto()  # a text without the quotes that TOML and JSON want around every text
    QUOTE_INSIDE = auto()  # a quoted text goes on after a quote inside it; `found` is that quote
    UNCLOSED_QUOTE = auto()  # `found` is the quote
    UNCLOSED_BRACKET = auto()  # `found` is the bracket
    TAB = auto()  # a tab where YAML wants spaces
    INDENTATION = auto()  # a line stands too far left or right for what is around it
    NO_SPACE_AFTER_COLON = auto()  # `key:value`
    CONTROL_CHARACTER = auto()  # `found` is one no reader takes
    BAD_DATE = auto()  # a day or a time that does not exist, such as 2024-02-30
    UNKNOWN_TAG = auto()  # `found` is a tag of no plain value: `!x`, `!!python/…`
    MISSING_COMMA = auto()  # between two fields of JSON
    EXTRA_COMMA = auto()  # after the last field of JSON
    SYNTAX = auto()  # anything else; `found` is the reader's own word
    # The front matter as a whole
    STRAY_LINE = auto()  # neither a field nor a part of one
    DUPLICATE_KEY = auto()  # `line` is that of the later field, which is the one readers take
    NOT_A_MAPPING = auto()  # a list or a text where fields are wanted
    UNCLOSED = auto()  # the closing fence is missing; `line` is where it should stand
    BLANK_BEFORE_FENCE = auto()  # blank lines above the opening fence
    BAD_FENCE = auto()  # an opening fence only some generators take; `found` is that line
    NO_OPENING_FENCE = auto()  # Hexo's way: fields from the first line on, then a fence
    TOO_LONG = auto()  # over 256 kB
    TOO_DEEP = auto()  # nested over 100 deep
    TOO_MANY_ALIASES = auto()  # over 200, or expanding to too many values
    TOO_LARGE_NUMBER = auto()  # over 100 digits


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: `text[start:end]` is what a mend would look at."""

    kind: ProblemKind
    line: int
    start: int
    end: int
    key: str = ""  # "" where it concerns the front matter as a whole
    found: str = ""  # the characters at fault, where the kind names any
    spoils_all: bool = True  # a reader of the whole front matter, such as Jekyll's, gets nothing

    def moved(self, lines: int, offset: int, key: str = "") -> "Problem":
        """The same problem where its text stands `lines` and `offset` further down."""
        return replace(
            self,
            line=self.line + lines,
            start=self.start + offset,
            end=self.end + offset,
            key=key or self.key,
        )


@dataclass(frozen=True, slots=True)
class Head:
    """Where front matter stands: `text[start:end]` with its fences, the fields within them."""

    format: str
    start: int
    fields_start: int
    fields_end: int
    end: int
    problems: tuple[Problem, ...] = ()
