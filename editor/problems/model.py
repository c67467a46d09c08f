"""A problem of a post as the writer is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

from editor.edits import Edit


class PostProblemKind(StrEnum):
    """What is wrong with a post beyond what its front matter's readers refuse (ProblemKind).

    Behind each the facts of it, beside `generator` and `outcome`, which all have.
    """

    FORMAT_IGNORED = auto()  # TOML, JSON or a header where it is taken for text: `format`
    NOT_JSON = auto()  # it starts with a brace, and no reader of JSON takes it
    CLOSING_DOTS = auto()  # `...` as closing fence, which Hugo does not take
    NOT_UTF8 = auto()  # a file in another encoding
    BYTE_ORDER_MARK = auto()  # one that this generator does not read away
    CARRIAGE_RETURNS = auto()  # alone end the lines
    PATCH_MARKS = auto()  # all lines start with `found`, a plus or a minus
    MERGE_CONFLICT = auto()  # the marks of two versions that are not merged yet
    MARK_BEFORE_FENCE = auto()  # a second byte order mark
    CURLY_QUOTES = auto()  # around a date, a switch or an entry of a list
    TEXT_CUT = auto()  # by ` #`, which starts a comment: `value`, `lost`
    KEY_CASE = auto()  # `Title:` where `title:` is read: `wanted`
    DATE_UNREADABLE = auto()  # `value`, `meant` or ""
    DATE_GUESSED = auto()  # its month or year is that of the build: `value`, `meant` or ""
    DATE_IN_FUTURE = auto()  # `value`, the day
    DATE_PAST = auto()  # of expiry: `value`, the day
    DATE_DIFFERS_FROM_NAME = auto()  # `value` and `named`, both days
    DATE_SHIFTED = auto()  # the site's zone makes another day of it: `value`, `published`, `zone`
    NAME_WITHOUT_DATE = auto()  # in Jekyll's `_posts`
    NAME_WITH_BAD_DATE = auto()  # a day that does not exist: `value`
    MARK_IGNORED = auto()  # a draft or published mark that is not heeded: `value`, `wanted`
    MARK_EMPTY = auto()  # `published:` without a value, which counts as no
    TAGS_SPLIT = auto()  # one text as tags: `value`, `parts`, as many as `count`
    FIELD_MISSING = auto()  # one that the site's other posts have
    LAYOUT_UNKNOWN = auto()  # the site has none of that name: `value`
    UNCLOSED_TAG = auto()  # a block tag without its end: `name`
    MALFORMED_TAG = auto()  # `{{` or `{%` without its end, or words not in its syntax: `name`
    UNEXPECTED_TAG = auto()  # an end without its start: `name`
    UNKNOWN_TEMPLATE_TAG = auto()  # `name`
    MISSING_TARGET = auto()  # a file or post that a tag names: `name`
    IMAGE_MISSING = auto()  # `name`, as the post writes its address
    LINK_DEAD = auto()  # to no page and no file of the site: `name`
    ANCHOR_MISSING = auto()  # to a place that the post does not have: `name`


class Outcome(StrEnum):
    """What the site's generator makes of a post with a problem."""

    NONE = auto()  # nothing to speak of
    BARE = auto()  # published without title and layout
    BARE_TODAY = auto()  # the same, at today's address
    PRINTED = auto()  # the front matter is printed on the page
    COPIED = auto()  # the file is copied as it stands, and is no page
    BUILD_FAILS = auto()  # nothing of the site is built
    LEFT_OUT = auto()  # the post is not built, silently
    PUBLISHED = auto()  # though it is meant not to be
    UNDATED = auto()  # built without a date
    MISDATED = auto()  # built at another day than is meant
    UNREAD = auto()  # the generator, or an unknown one, cannot read the fields
    SOME_REFUSE = auto()  # this generator reads it, others do not
    LAST_COUNTS = auto()  # of two fields with one key


@dataclass(frozen=True, slots=True)
class PostProblem:
    """What is wrong, what the site's generator makes of it, and the mend where one is sure."""

    kind: str  # a ProblemKind or a PostProblemKind
    line: int  # of the file, from 0
    key: str  # of the field it concerns, or ""
    message: str  # a whole sentence in English, or several
    fix: str  # how to mend it; where there are edits, a label for the button that applies them
    edits: tuple[Edit, ...] = ()  # of the text asked about; () where no one mend is sure
    outcome: Outcome = Outcome.NONE
    # What the words are made of, all as texts: `generator`, its label, and what the kind names; of
    # a ProblemKind `found`, the characters at fault, and `format`.
    facts: Mapping[str, str] = field(default_factory=dict)


# What is told of template tags: the preview tells it too, with its line.
OF_TEMPLATE_TAGS = frozenset(
    {
        PostProblemKind.UNKNOWN_TEMPLATE_TAG,
        PostProblemKind.MALFORMED_TAG,
        PostProblemKind.UNCLOSED_TAG,
        PostProblemKind.UNEXPECTED_TAG,
        PostProblemKind.MISSING_TARGET,
    }
)
