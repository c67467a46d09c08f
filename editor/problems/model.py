"""A problem of a post as the writer is told of it."""

from dataclasses import dataclass
from enum import StrEnum, auto

from editor.edits import Edit


class PostProblemKind(StrEnum):
    """What is wrong with a post beyond what its front matter's readers refuse (ProblemKind)."""

    FORMAT_IGNORED = auto()  # TOML, JSON or a header where the generator takes them for text
    CLOSING_DOTS = auto()  # `...` as closing fence, which Hugo does not take
    CURLY_QUOTES = auto()  # around a date, a switch or an entry of a list
    DATE_UNREADABLE = auto()
    DATE_IN_FUTURE = auto()
    DATE_DIFFERS_FROM_NAME = auto()
    NAME_WITHOUT_DATE = auto()  # in Jekyll's `_posts`
    MARK_IGNORED = auto()  # a draft or published mark that the generator does not heed
    FIELD_MISSING = auto()  # one that the site's other posts have
    UNCLOSED_TAG = auto()  # `{% raw %}` or `{% comment %}` without its end


@dataclass(frozen=True, slots=True)
class PostProblem:
    """What is wrong, what the site's generator makes of it, and the mend where one is sure."""

    kind: str  # a ProblemKind or a PostProblemKind
    line: int  # of the file, from 0
    key: str  # of the field it concerns, or ""
    message: str  # a whole sentence in English, or several
    fix: str  # how to mend it; where there are edits, a label for the button that applies them
    edits: tuple[Edit, ...] = ()  # of the text asked about; () where no one mend is sure
