"""What goes into a template and what comes out of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True)
class LiquidContext:
    """What the templates of a post may know. Every default works: a post without a site."""

    page: Mapping[str, object] = field(default_factory=dict)  # fields of the front matter
    site: Mapping[str, object] = field(default_factory=dict)  # see `site_settings`
    root: Path | None = None  # of the site; nothing outside it is read. None: no file is read
    path: Path | None = None  # of the post; None: never saved
    markdownify: Callable[[str], str] = str  # the dialect's Markdown
    time_zone: str = ""  # as "Europe/Paris"; "" is what the site says, else the computer's


class ProblemKind(StrEnum):
    """What is wrong with a tag. The words for it are the window's."""

    UNKNOWN_TAG = "unknown-tag"
    UNKNOWN_FILTER = "unknown-filter"  # Jekyll passes the value on as it is
    MALFORMED = "malformed"  # `{{` or `{%` without its end, or a tag without a name
    UNCLOSED = "unclosed"  # a block without its end tag
    UNEXPECTED = "unexpected"  # `endif` without `if`, `else` outside of one
    SYNTAX = "syntax"  # a known tag, its words not in its syntax
    MISSING_INCLUDE = "missing-include"
    MISSING_POST = "missing-post"  # of `post_url`
    MISSING_FILE = "missing-file"  # of `link`
    FAILED = "failed"  # the value is not of a kind that the filter or operator takes
    LIMIT = "limit"  # too long, too deep or too slow: cut short in the preview alone


@dataclass(frozen=True)
class Problem:
    """A tag that the preview could not run; a marked chip stands in its place."""

    kind: ProblemKind
    line: int  # of the tag in the body, from 0; for a tag in an include, that of the `include`
    name: str  # of the tag, the filter, the file or the post
    fails: bool  # whether the whole build of the site fails by it


@dataclass(frozen=True)
class Expanded:
    """A body without template tags."""

    text: str
    lines: Sequence[int]  # for each of its lines the line of the body it comes from, from 0
    problems: tuple[Problem, ...] = ()
    reads_body: bool = False  # whether tags look at the body itself
