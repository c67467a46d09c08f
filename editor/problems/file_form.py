"""What is wrong with a post's file beside its text: its encoding, its mark, its line ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.encoding import LineEnds
from editor.files import StoredFile

from . import words
from .model import Outcome, PostProblem, PostProblemKind
from .publishing import Context


def problems(context: Context, stored: StoredFile) -> Iterator[PostProblem]:
    """What the generator makes of the bytes of the file.

    Jekyll reads a byte order mark away before front matter in `_posts` and `_drafts` alone, and
    finds none where its lines end with carriage returns (has_yaml_header? in its lib/jekyll/
    utils.rb, and builds of such files with Jekyll 4.3.1).
    """
    if stored.encoding != "utf-8" or stored.invalid_bytes:
        yield _not_utf8(context)
    elif context.generator == "jekyll" and context.front.format == "yaml":
        if stored.bom and context.unseen is Outcome.COPIED:
            kind = PostProblemKind.BYTE_ORDER_MARK
            yield words.told(kind, 0, "", context.facts, Outcome.COPIED)
        elif stored.line_ends.usual == "\r" and not stored.line_ends.is_mixed:
            kind = PostProblemKind.CARRIAGE_RETURNS
            yield words.told(kind, 0, "", context.facts, context.unseen)


def mended(stored: StoredFile, found: Sequence[PostProblem]) -> StoredFile:
    """`stored` as it is to be saved, without what was `found` wrong with the file."""
    kinds = {problem.kind for problem in found}
    if PostProblemKind.BYTE_ORDER_MARK in kinds:
        stored = replace(stored, bom=b"")
    if PostProblemKind.CARRIAGE_RETURNS in kinds:
        stored = replace(stored, line_ends=LineEnds())
    return stored


def _not_utf8(context: Context) -> PostProblem:
    """Of a file in another encoding, or with bytes of none."""
    outcome = Outcome.LEFT_OUT if context.generator == "jekyll" else Outcome.NONE
    if context.generator == "hugo" and not context.text[: context.front.end].isascii():
        outcome = Outcome.BUILD_FAILS
    return words.told(PostProblemKind.NOT_UTF8, 0, "", context.facts, outcome)
