"""Finding in all posts of a folder, and replacing there: each file whole or not at all."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from editor import edits, files, finding, history, library
from editor.edits import Edit
from editor.files import ConflictError, FileError, StoredFile, UnencodableError
from editor.finding import Hit, Search, TooSlowError
from editor.history import Why

_MOST_IN_A_POST = 1_000
_SECONDS = 0.5  # for one post
_AROUND = 200  # code points of a line that are shown before and after a hit


@dataclass(frozen=True)
class LineHit:
    """A hit with the line around it, as one reads it."""

    hit: Hit
    line: int  # of the file, from 0
    column: int  # of the hit in that line, in code points
    before: str
    found: str
    after: str


@dataclass(frozen=True)
class PostHits:
    """What was found in one post."""

    path: Path
    fingerprint: str  # of the text that was searched
    hits: tuple[LineHit, ...]
    is_all: bool = True  # False: there are more
    is_too_slow: bool = False  # the pattern took too long in this post


def search_posts(
    folder: Path, search: Search, open_texts: Mapping[Path, str]
) -> Iterator[tuple[int, PostHits | None]]:
    """The posts below `folder` one after the other: how many were looked at, and what was found.

    `open_texts` are the texts of open posts by their resolved paths: those count, not the files.
    Files that cannot be read are passed over.
    """
    for number, path in enumerate(library.find_posts(folder), 1):
        text = open_texts.get(path.resolve())
        if text is None:
            try:
                text = files.read(path).text
            except (FileError, OSError):
                text = ""
        yield number, search_text(path, text, search)


def search_text(path: Path, text: str, search: Search) -> PostHits | None:
    """What is found in the `text` of one post; None for nothing."""
    try:
        found = search.find(text, most=_MOST_IN_A_POST, seconds=_SECONDS)
    except TooSlowError:
        return PostHits(path, fingerprint(text), (), is_too_slow=True)
    if not found.hits:
        return None
    return PostHits(path, fingerprint(text), tuple(_lines(text, found.hits)), found.is_all)


def fingerprint(text: str) -> str:
    """By which a text is known to be the one that was searched."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(text: str, hits: Collection[Hit]) -> Iterator[LineHit]:
    line, counted = 0, 0
    for hit in hits:
        line += text.count("\n", counted, hit.start)
        counted = hit.start
        start, end = finding.line_of(text, hit.start)
        _, last = finding.line_of(text, hit.end)
        before = text[max(start, hit.start - _AROUND) : hit.start]
        after = text[hit.end : min(max(end, last), hit.end + _AROUND)]
        yield LineHit(hit, line, hit.start - start, before, text[hit.start : hit.end], after)


# Replacing


class Left(Enum):
    """Why a post was left as it was."""

    CHANGED = auto()  # it is no longer what was searched
    FAILED = auto()  # it could not be read or written


@dataclass(frozen=True)
class Replaced:
    """A file that was written, with all that is needed to write back what it held."""

    before: StoredFile
    after: StoredFile


@dataclass(frozen=True)
class NotReplaced:
    """A file that is as it was."""

    path: Path
    why: Left
    error: Exception | None = None


def edits_in(text: str, post: PostHits, left_out: Collection[Hit]) -> list[Edit] | None:
    """What replaces the hits of `post` in its `text`; None where that is another by now."""
    if fingerprint(text) != post.fingerprint:
        return None
    return [
        Edit(line.hit.start, line.hit.end, line.hit.new)
        for line in post.hits
        if line.hit.new is not None and line.hit not in left_out
    ]


def replace_in_file(
    post: PostHits, left_out: Collection[Hit], state: Path
) -> Replaced | NotReplaced:
    """Replace the hits of `post` in its file. What it held is kept in the history of `state`."""
    try:
        stored = files.read(post.path)
        changes = edits_in(stored.text, post, left_out)
        if changes is None:
            return NotReplaced(post.path, Left.CHANGED)
        after = _save(stored, edits.apply(stored.text, changes), state)
    except ConflictError:
        return NotReplaced(post.path, Left.CHANGED)
    except (FileError, UnencodableError, OSError) as error:
        return NotReplaced(post.path, Left.FAILED, error)
    return Replaced(stored, after)


def put_back(replaced: Replaced, state: Path) -> NotReplaced | None:
    """Write what the file held before, to the byte, where it is still what was written then."""
    before, after = replaced.before, replaced.after
    assert before.path is not None
    try:
        _save(replace(before, sha256=after.sha256), before.text, state)
    except ConflictError:
        return NotReplaced(before.path, Left.CHANGED)
    except (FileError, UnencodableError, OSError) as error:
        return NotReplaced(before.path, Left.FAILED, error)
    return None


def _save(stored: StoredFile, text: str, state: Path) -> StoredFile:
    return files.save(
        stored, text, state_folder=state / "safety", keep=_keeper(stored, state / "history")
    )


def _keeper(stored: StoredFile, folder: Path) -> Callable[[bytes, bool], None]:
    def keep(content: bytes, unseen: bool) -> None:
        assert stored.path is not None
        is_own = not unseen and files.fingerprint(content) == stored.sha256
        why = Why.SAVED_OVER if is_own else Why.THEIRS_SAVED_OVER
        history.keep(folder, stored.path, content, why, stored.chosen_encoding)

    return keep
