"""Whether, where and on which day a site publishes a post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from pathlib import Path

from editor.front_matter import FrontMatter
from editor.problems import Outcome, PostProblem
from editor.site import Site


class Reason(StrEnum):
    """Why a post is not published, or not where or when its writer may think.

    Behind each the facts of it, all as texts.
    """

    NONE = auto()
    NOT_SAVED = auto()  # a new post has no place in the site yet
    NO_SITE = auto()  # no site was found, or none whose rules are known
    OUTSIDE = auto()  # the generator does not look into its folder: `folder`
    EXCLUDED = auto()  # by a setting of the site: `pattern`
    HIDDEN_NAME = auto()  # a file or folder whose name the generator passes over: `name`
    DRAFT_FOLDER = auto()  # it lies among the drafts: `folder`
    DRAFT = auto()  # it says so: `key`
    DRAFT_APART = auto()  # Pelican's, written at the address of a draft, in no list: `key`
    UNPUBLISHED = auto()  # it says so: `key`
    FUTURE = auto()  # `time`, where the day is today; else ""
    EXPIRED = auto()  # `end`, a day
    NAME_WITHOUT_DATE = auto()
    NO_OUTPUT = auto()  # of its collection no pages are made: `collection`
    COPIED = auto()  # a file without front matter is copied as it stands
    NOT_UTF8 = auto()
    NO_PAGE = auto()  # part of another page, or told to have none
    BUILD_FAILS = auto()  # nothing of the site is built: `name` of what is unknown, or ""
    NO_TITLE = auto()  # Pelican leaves it out
    NO_DATE = auto()  # Pelican leaves it out
    # Of a post that is published:
    SPOILED = auto()  # its front matter is not read: without title, perhaps at today's address
    DATE_SHIFTED = auto()  # the site's zone makes another day of it: `written`
    DATE_WINS = auto()  # over the day in the name of the file: `named`
    MARK_IGNORED = auto()  # it says it is none, in words the generator does not heed: `key`
    UNLISTED = auto()  # at its address, but in no list of posts


@dataclass(frozen=True)
class Publication:
    """What comes of a post when its site is built."""

    is_published: bool | None = None  # None: it cannot be told
    address: str | None = None  # as the generator writes it, percent signs and all; None: untold
    day: date | None = None  # in the zone of the site
    reason: Reason = Reason.NONE
    facts: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None  # the whole address on the web, where the site names its own


@dataclass(frozen=True)
class Asked:
    """A post in its site, when the site is built."""

    text: str
    front: FrontMatter
    path: Path
    site: Site
    settings: Mapping[str, object]
    now: datetime  # with its zone
    problems: Sequence[PostProblem]

    @property
    def outcomes(self) -> frozenset[Outcome]:
        return frozenset(problem.outcome for problem in self.problems)

    def below(self, folder: Path) -> str | None:
        """The path of the post relative to `folder`, with slashes; None where it lies elsewhere."""
        try:
            return self.path.absolute().relative_to(folder.absolute()).as_posix()
        except ValueError:
            return None


def unpublished(reason: Reason, day: date | None = None, **facts: str) -> Publication:
    """A post that is not published, and why."""
    return Publication(False, None, day, reason, facts)


def untold(reason: Reason, day: date | None = None, **facts: str) -> Publication:
    """A post of which it cannot be told, or of a site that is not built."""
    return Publication(None, None, day, reason, facts)
