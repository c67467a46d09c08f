"""Unsaved texts, kept aside in the state folder and found again after a crash.

Each unsaved text is one file: a line with what is known of it, as JSON; the text, and the one it
was made from, in UTF-8; a last line with the SHA-256 of all that. So one that was cut short, or
that a disk spoilt, is told from a whole one.
Its name is `<post>.<session>.unsaved`: the post's key, and the session that wrote it, which holds
`<session>.lock` while it lives.
"""

import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from editor.disk import FileRefusedError, discard, fingerprint, put, read_bytes
from editor.files import LineEnds, StoredFile
from editor.locks import Lock, hold, is_held

KEPT_FOR = 30 * 86_400  # seconds
MOST_BYTES = 200 * 2**20  # of all snapshots together
_LARGEST_BASE = 2 * 2**20  # characters of a text that is kept beside the one made from it
_LAST_LINE = 65  # bytes: a SHA-256 in hexadecimal, and the line's end
_SUFFIX = ".unsaved"
_BROKEN = ".broken"
_STALE = 3600  # seconds after which a temporary file is nobody's


@dataclass(frozen=True)
class Snapshot:
    """An unsaved text, and what it takes to go on with it."""

    text: str
    path: str = ""  # absolute; "" for a post that was never saved
    time: float = 0.0  # when it was the text, in seconds since 1970
    revision: int = 0
    given_up: bool = False  # the writer chose not to save it
    base: str | None = ""  # the text it was made from; None where that is too long to be kept too
    base_sha256: str = ""  # of that file's bytes
    encoding: str = "utf-8"
    bom: str = ""  # in hexadecimal
    usual_line_end: str = "\n"
    line_ends: tuple[str, ...] = ()  # see LineEnds.each
    chosen_encoding: str | None = None

    @property
    def stored(self) -> StoredFile:
        """The file that the text was made from, as it was then; without a base, with no text."""
        return StoredFile(
            self.base or "",
            self.encoding,
            bytes.fromhex(self.bom),
            LineEnds(self.usual_line_end, self.line_ends),
            path=Path(self.path) if self.path else None,
            sha256=self.base_sha256,
            chosen_encoding=self.chosen_encoding,
        )


def snapshot(stored: StoredFile, text: str, revision: int, base: str | None) -> Snapshot:
    """What to keep of `text`, made from that of `stored` by edits, as of now.

    `base` is the text of `stored`, or None where that is not known.
    """
    path = str(stored.path.absolute()) if stored.path else ""
    return Snapshot(
        text,
        path,
        time.time(),
        revision,
        base=base if base is None or len(base) <= _LARGEST_BASE else None,
        base_sha256=stored.sha256,
        encoding=stored.encoding,
        bom=stored.bom.hex(),
        usual_line_end=stored.line_ends.usual,
        line_ends=stored.line_ends.each,
        chosen_encoding=stored.chosen_encoding,
    )


@dataclass(frozen=True)
class Found:
    """A snapshot that nobody is at work on, and the file it is in."""

    file: Path
    snapshot: Snapshot


@dataclass(frozen=True)
class Session:
    """An open post's time in a running program: while it lasts its text is nobody else's."""

    folder: Path
    name: str
    lock: Lock

    def file(self, path: Path | None) -> Path:
        """Where it keeps the text of the post, which lies at `path`."""
        return self.folder / f"{post_key(path)}.{self.name}{_SUFFIX}"

    def end(self) -> None:
        """What is still kept is from now on offered."""
        self.lock.release()


def begin(folder: Path) -> Session:
    """A new session, which keeps its snapshots in `folder`. Never fails."""
    name = secrets.token_hex(6)
    return Session(folder, name, hold(folder / f"{name}.lock", str(os.getpid())))


def post_key(path: Path | None) -> str:
    """What the post at `path` is called in the state folder; the same through links."""
    if path is None:
        return "new"
    return fingerprint(os.fsencode(os.path.realpath(path)))[:16]


def write(file: Path, kept: Snapshot, system: ModuleType = os) -> None:
    """Keep `kept` at `file`: on the disk when this returns, or what was there before. OSError."""
    facts = asdict(kept)
    # Not as JSON: its encoder would keep the window's thread waiting, 40 ms for two megabytes.
    text, base = _encoded(facts.pop("text")), _encoded(facts.pop("base") or "")
    facts |= {"bytes": len(text), "has_base": kept.base is not None}
    content = b"".join((json.dumps(facts).encode(), b"\n", text, base, b"\n"))
    put(file, content + fingerprint(content).encode() + b"\n", system)


def read(file: Path) -> Snapshot:
    """What `write` kept there. Raises FileRefusedError, or ValueError for what is not whole."""
    whole = read_bytes(file)
    content, sha256 = whole[:-_LAST_LINE], whole[-_LAST_LINE:]
    if sha256 != fingerprint(content).encode() + b"\n":
        raise ValueError(f"{file} is not whole")
    head, _, texts = content.partition(b"\n")
    try:
        facts: dict[str, Any] = json.loads(head)
        length = facts["bytes"]
        facts["text"] = _decoded(texts[:length])
        facts["base"] = _decoded(texts[length:-1]) if facts["has_base"] else None
        facts["line_ends"] = tuple(facts["line_ends"])
        known = {field.name for field in fields(Snapshot)}  # a later program may tell of more
        return Snapshot(**{name: facts[name] for name in known & facts.keys()})
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"{file}: {error}") from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


def drop(file: Path, system: ModuleType = os) -> None:
    """Forget what is kept at `file`: it is saved, or nothing was changed after all."""
    discard(file, system)


def give_up(file: Path, kept: Snapshot) -> None:
    """Keep a text that the writer chose not to save, to be asked for only. Raises OSError.

    It no longer is that of an open post: the next text of that post does not take its place.
    """
    key, _, _ = file.name.partition(".")
    aside = file.with_name(f"{key}.given-up-{secrets.token_hex(6)}{_SUFFIX}")
    write(aside, replace(kept, given_up=True))
    drop(file)


def take_over(found: Found, session: Session) -> Path:
    """Where `session` keeps from now on what was found.

    Raises FileNotFoundError where another has taken it meanwhile.
    """
    file = session.file(Path(found.snapshot.path) if found.snapshot.path else None)
    found.file.rename(file)
    return file


def find(folder: Path) -> list[Found]:
    """The texts that nobody is at work on, the newest first. What is not whole is put aside."""
    found = []
    for file in _files(folder):
        if _is_at_work(file):
            continue
        try:
            found.append(Found(file, read(file)))
        except ValueError:
            with suppress(OSError):
                file.replace(file.with_suffix(_BROKEN))
        except FileRefusedError:  # it cannot be read just now
            continue
    return sorted(found, key=lambda one: -one.snapshot.time)


def tidy(folder: Path, now: float, most_bytes: int = MOST_BYTES) -> None:
    """Remove what is older than 30 days, then the oldest while all together is too large.

    The newest text of each post stays, and what a running program has written. A failure is none:
    the next call tries again.
    """
    _remove_leavings(folder, now)
    left = []
    for file in [*_files(folder), *sorted(folder.glob(f"*{_BROKEN}"))]:
        with suppress(OSError):
            status = file.stat()
            left.append((status.st_mtime, status.st_size, file))
    newest = {_post_of(file): file for _, _, file in sorted(left)}
    total = sum(size for _, size, _ in left)
    for changed, size, file in sorted(left):
        is_old = now - changed > KEPT_FOR
        is_kept = not is_old and newest[_post_of(file)] == file
        if (is_old or (total > most_bytes and not is_kept)) and not _is_at_work(file):
            discard(file, os)
            total -= size


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.glob(f"*{_SUFFIX}"))
    return []


def _is_at_work(file: Path) -> bool:
    """Whether the session that wrote the file still goes on."""
    parts = file.name.split(".")
    return len(parts) == 3 and is_held(file.with_name(f"{parts[1]}.lock"))


def _post_of(file: Path) -> str:
    """What tells posts apart; those never saved have nothing but the names of their files."""
    key = file.name.partition(".")[0]
    return file.name if key == post_key(None) else key


def _remove_leavings(folder: Path, now: float) -> None:
    with suppress(OSError):
        for lock in folder.glob("*.lock"):
            is_held(lock)  # which removes what nobody holds
        for temporary in folder.glob(".*.tmp"):
            if now - temporary.stat().st_mtime > _STALE:
                temporary.unlink()
