import errno
import hashlib
import itertools
import os
import re
import socket
import stat
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import atomic, disk, edits, files, renaming
from editor.edits import Edit
from editor.files import ConflictError, FileRefusedError, Kept, SaveError, Trouble
from tests.conftest import CORPUS, SAMPLES

OLD = b"---\r\ntitle: Old\r\n---\r\n\r\nBody.\n"
NEW_TEXT = "---\ntitle: New and longer\n---\n\nBody.\n"
NEW = b"---\r\ntitle: New and longer\r\n---\r\n\r\nBody.\n"

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"

OPEN_FILES = Path("/proc/self/fd")

posix = pytest.mark.skipif(os.name != "posix", reason="links, owners and modes of POSIX")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    path = folder / "post.md"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "copies"


class System(ModuleType):
    """The `os` module with `before` called with the name and arguments of each system call."""

    CALLS = (
        *("access", "close", "fchmod", "fchown", "fstat", "fsync", "ftruncate", "getxattr"),
        *("listxattr", "makedirs", "open", "read", "removexattr", "rename_to_new", "replace"),
        *("setxattr", "stat", "swap", "unlink", "write"),
    )

    def __init__(self, before: Callable[..., Any] = lambda *_: None) -> None:
        super().__init__("system")
        self.before = before

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name, None) or getattr(renaming, name)
        if name not in self.CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            try:
                replaced = self.before(name, *arguments)
            except OSError:
                if name == "close":  # which closes whatever it says
                    real(*arguments)
                if name == "access":  # which never raises
                    return False
                raise
            return real(*arguments, **named) if replaced is None else replaced

        return call


def write_little(name: str, *arguments: Any) -> int | None:
    """What `write` gives when it writes thirty bytes at a time."""
    return os.write(arguments[0], arguments[1][:30]) if name == "write" else None


def sync_nothing(name: str, *_: object) -> bool | None:
    """What `fsync` gives when it does not wait: tests that save a thousand times cannot."""
    return True if name == "fsync" else None


RENAMES = ("swap", "rename_to_new", "replace")


def failing(names: str | tuple[str, ...], number: int) -> System:
    """A system in which every call of one of `names` fails."""

    def before(called: str, *_: object) -> None:
        if called in ((names,) if isinstance(names, str) else names):
            raise OSError(number, os.strerror(number))

    return System(before)


# Reading


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real posts is not here")
def test_every_post_of_the_corpus_is_read_and_encoded_to_the_same_bytes():
    paths = [path for path in (CORPUS / "posts").rglob("*") if path.is_file()]
    assert paths
    for path in paths:
        stored = files.read(path)
        assert stored.read_only in (None, Kept.NOT_WRITABLE), path
        assert files.encode(stored, stored.text) == path.read_bytes(), path


def test_the_interview_is_the_one_that_was_given():
    stored = files.read(INTERVIEW)
    assert stored.sha256 == "edebbf9c9c035661d80a4417414fbd4fcf0c0a00b81871a91f72a93b5e7f94ff"
    assert stored.read_only in (None, Kept.NOT_WRITABLE)


def test_a_post_knows_where_it_lies_and_how_it_is_written(post):
    stored = files.read(post)
    assert (stored.path, stored.encoding, stored.bom) == (post, "utf-8", b"")
    assert (stored.line_ends.usual, stored.line_ends.is_mixed) == ("\r\n", True)
    assert stored.sha256 == hashlib.sha256(OLD).hexdigest()
    assert stored.read_only is None


def test_a_file_that_may_not_be_written_is_read_only(post):
    stored = files.read(post, system=failing("access", errno.EACCES))
    assert stored.read_only is Kept.NOT_WRITABLE


def _fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _socket(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))  # its own path may be too long for a socket
    return path


def _sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(disk.MOST_BYTES + 1)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@posix
@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (_folder, Trouble.FOLDER),
        (_fifo, Trouble.NOT_REGULAR),
        (_socket, Trouble.NOT_REGULAR),
        (lambda _: Path("/dev/zero"), Trouble.NOT_REGULAR),
        (_sparse, Trouble.TOO_LARGE),
        (lambda path: path, Trouble.MISSING),
        (lambda path: _sparse(path) / "post.md", Trouble.NO_FOLDER),
        (lambda path: path.with_name("x" * 300), Trouble.NAME_TOO_LONG),
    ],
    ids=["folder", "FIFO", "socket", "device", "huge", "missing", "in a file", "long name"],
)
def test_what_is_no_post_is_refused_at_once(tmp_path, make, kind):
    began = time.monotonic()
    with pytest.raises(FileRefusedError) as raised:
        files.read(make(tmp_path / "it"))
    assert raised.value.kind is kind
    assert time.monotonic() - began < 1


def test_a_file_larger_than_it_says_is_refused(post):
    endless = System(lambda name, *_: bytes(2**20) if name == "read" else None)
    with pytest.raises(FileRefusedError) as raised:
        files.read(post, system=endless)
    assert raised.value.kind is Trouble.TOO_LARGE


def test_a_file_that_cannot_be_read_is_refused_with_the_number_of_the_error(post):
    with pytest.raises(FileRefusedError) as raised:
        files.read(post, system=failing("read", errno.EIO))
    assert (raised.value.kind, raised.value.errno) == (Trouble.OTHER, errno.EIO)


# Saving


def test_lines_that_stay_keep_their_bytes(post):
    saved = files.save(files.read(post), NEW_TEXT)
    assert post.read_bytes() == NEW
    assert saved == files.read(post)
    assert saved.confirmed


@settings(max_examples=40, deadline=None)  # a disk takes the time it takes
@given(st.binary(max_size=200), st.text(alphabet="aé\n", max_size=5))
def test_of_any_file_only_what_is_appended_changes(tmp_path_factory, content, more):
    path = tmp_path_factory.mktemp("any") / "post.md"
    path.write_bytes(content)
    stored = files.read(path)
    if not stored.read_only:
        files.save(stored, stored.text + more)
        end = stored.line_ends.usual
        assert path.read_bytes() == content + more.replace("\n", end).encode(stored.encoding)


LINE_ENDS = st.sampled_from([b"\n", b"\r\n", b"\r"])
NO_LINE_END = st.binary(max_size=12).filter(lambda line: not set(line) & set(b"\r\n\0"))


@st.composite
def files_with_edits(draw):
    """The lines of a file, each with its end, and what the writer makes of some of them."""
    contents = draw(st.lists(NO_LINE_END, min_size=1, max_size=8))
    lines = [(b"%d:" % number + content) for number, content in enumerate(contents)]
    ends = [draw(LINE_ENDS) for _ in lines]
    changed = draw(st.lists(st.none() | st.text("aé😀 \u00a0", max_size=5), min_size=len(lines)))
    return lines, ends, changed[: len(lines)]


@settings(max_examples=150, deadline=None)
@given(files_with_edits(), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_of_any_file_only_the_lines_that_were_edited_change(tmp_path_factory, given_file, bom):
    lines, ends, changed = given_file
    path = tmp_path_factory.mktemp("any") / "post.md"
    path.write_bytes(bom + b"".join(map(bytes.__add__, lines, ends)))
    stored = files.read(path)
    if stored.read_only:  # it could not be given back to the byte, so it cannot be edited
        return
    edits_ = []
    offset = 0
    for line, new in zip(stored.text.split("\n"), changed, strict=False):
        if new is not None:
            edits_.append(Edit(offset, offset + len(line), new))
        offset += len(line) + 1
    files.save(stored, edits.apply(stored.text, edits_))
    new_lines = [
        line if new is None else new.encode() for line, new in zip(lines, changed, strict=True)
    ]
    saved = re.findall(rb"[^\r\n]*(?:\r\n|\r|\n)", path.read_bytes().removeprefix(bom))
    assert len(saved) == len(lines)
    for line, new_line, end, new in zip(saved, new_lines, ends, changed, strict=True):
        assert line.rstrip(b"\r\n") == new_line
        # A line made anew may end as most do; or so that the one above keeps an end of its own.
        assert new is not None or line == new_line + end


def test_a_line_emptied_between_two_kinds_of_line_ends_stays_a_line(post):
    post.write_bytes(b"0:\r1:\n2:\n")
    stored = files.read(post)
    files.save(stored, "0:\n\n2:\n")
    assert post.read_bytes() == b"0:\r\r2:\n"


def test_a_save_follows_a_save(post):
    first = files.save(files.read(post), NEW_TEXT)
    second = files.save(first, first.text + "More.\n")
    assert post.read_bytes() == NEW + b"More.\r\n"
    assert second == files.read(post)


def test_nothing_is_written_where_nothing_changed(post):
    stored = files.read(post)
    calls: list[str] = []
    assert files.save(stored, stored.text, system=System(lambda n, *_: calls.append(n))) == stored
    assert not {"write", "replace", "unlink"} & set(calls)


def test_a_new_post_is_made_as_the_umask_says(tmp_path):
    path = tmp_path / "new.md"
    before = os.umask(0o027)
    try:
        saved = files.save(files.new_file(), "Bonjour.\n", path)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"Bonjour.\n"
    assert saved == files.read(path)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_post_without_a_path_needs_one():
    with pytest.raises(ValueError, match="needs a path"):
        files.save(files.new_file(), "")


def test_a_file_that_is_gone_is_written_anew(post):
    stored = files.read(post)
    post.unlink()
    files.save(stored, NEW_TEXT)
    assert post.read_bytes() == NEW


def test_a_folder_that_is_gone_is_told(post):
    stored = files.read(post)
    post.unlink()
    post.parent.rmdir()
    with pytest.raises(SaveError) as raised:
        files.save(stored, NEW_TEXT)
    assert raised.value.kind is Trouble.NO_FOLDER


def test_what_another_program_wrote_is_not_overwritten_unless_the_writer_says_so(post):
    stored = files.read(post)
    times = post.stat()
    theirs = OLD.replace(b"Body", b"Text")  # of the same size, and of the same time
    post.write_bytes(theirs)
    os.utime(post, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ConflictError) as raised:
        files.save(stored, NEW_TEXT)
    assert raised.value.on_disk == files.read(post)
    assert post.read_bytes() == theirs
    files.save(stored, NEW_TEXT, force=True)
    assert post.read_bytes() == NEW


def test_what_another_program_wrote_during_the_save_is_not_overwritten(post, state):
    def write_as_well(name: str, *_: object) -> None:
        if name == "fsync":
            post.write_bytes(b"theirs")

    for setup in (lambda: None, lambda: os.link(post, post.with_name("other name"))):
        post.write_bytes(OLD)
        setup()
        stored = files.read(post)
        with pytest.raises(ConflictError) as raised:
            files.save(stored, NEW_TEXT, state_folder=state, system=System(write_as_well))
        assert raised.value.on_disk.text == "theirs"
        assert post.read_bytes() == b"theirs"
        assert not list(state.glob("*"))
        assert not list(post.parent.glob(".*"))


def test_the_same_bytes_written_by_another_program_are_no_conflict(post):
    stored = files.read(post)
    post.write_bytes(NEW)
    assert files.save(stored, NEW_TEXT) == files.read(post)


def test_a_conflict_is_read_in_the_encoding_that_was_chosen(post):
    post.write_bytes("été".encode("cp1252"))
    stored = files.read(post, "windows-1252")
    post.write_bytes("à l'été".encode("cp1252"))
    with pytest.raises(ConflictError) as raised:
        files.save(stored, "l'été")
    assert raised.value.on_disk.text == "à l'été"


def test_saved_elsewhere_a_post_keeps_its_encoding_and_line_ends(post):
    saved = files.save(files.read(post), NEW_TEXT, post.with_name("copy.md"))
    assert saved == files.read(post.with_name("copy.md"))
    assert post.with_name("copy.md").read_bytes() == NEW
    assert post.read_bytes() == OLD


def test_another_file_is_overwritten_only_when_the_writer_says_so(post):
    other = post.with_name("other.md")
    other.write_bytes(b"of others")
    with pytest.raises(ConflictError) as raised:
        files.save(files.read(post), NEW_TEXT, other)
    assert (raised.value.path, raised.value.on_disk.text) == (other, "of others")
    files.save(files.read(post), NEW_TEXT, other, force=True)
    assert other.read_bytes() == NEW


@posix
def test_a_post_saved_as_itself_through_a_link_is_no_other_file(post):
    link = post.with_name("link.md")
    link.symlink_to(post.name)
    assert files.save(files.read(post), NEW_TEXT, link).path == link
    assert post.read_bytes() == NEW


def test_what_is_not_writable_can_be_saved_elsewhere_alone(post):
    locked = failing("access", errno.EACCES)
    stored = files.read(post, system=locked)
    with pytest.raises(SaveError) as raised:
        files.save(stored, NEW_TEXT, system=locked)
    assert raised.value.kind is Trouble.READ_ONLY
    assert post.read_bytes() == OLD
    assert files.save(stored, NEW_TEXT, post.with_name("copy.md")).read_only is None


def test_a_text_that_is_not_all_of_its_file_is_never_saved(post):
    post.write_bytes(bytes(99))
    with pytest.raises(SaveError) as raised:
        files.save(files.read(post), "", post.with_name("copy.md"))
    assert raised.value.kind is Trouble.NOT_EXACT


def test_more_than_could_be_read_again_is_not_written(post, monkeypatch):
    monkeypatch.setattr(disk, "MOST_BYTES", len(OLD))
    with pytest.raises(SaveError) as raised:
        files.save(files.read(post), NEW_TEXT)
    assert raised.value.kind is Trouble.TOO_LARGE
    assert post.read_bytes() == OLD


@posix
def test_a_symbolic_link_stays_and_the_file_behind_it_is_saved(post, tmp_path):
    link = tmp_path / "link.md"
    link.symlink_to(Path("posts", "post.md"))
    files.save(files.read(link), NEW_TEXT)
    assert link.is_symlink()
    assert post.read_bytes() == NEW


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_stays(post, mode):
    post.chmod(mode)
    files.save(files.read(post), NEW_TEXT)
    assert stat.S_IMODE(post.stat().st_mode) == mode


@posix
def test_a_private_text_is_private_from_the_first_moment(post):
    post.chmod(0o600)
    modes: list[int] = []

    def note_mode(name: str, *arguments: Any) -> None:
        if name == "write":
            modes.append(stat.S_IMODE(os.fstat(arguments[0]).st_mode))

    before = os.umask(0)
    try:
        files.save(files.read(post), NEW_TEXT, system=System(note_mode))
    finally:
        os.umask(before)
    assert modes == [0o600]


def _set_attribute(path: Path) -> None:
    try:
        os.setxattr(path, "user.blog-editor.test", b"kept")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")


def test_extended_attributes_stay(post):
    _set_attribute(post)
    files.save(files.read(post), NEW_TEXT)
    assert os.getxattr(post, "user.blog-editor.test") == b"kept"


def test_a_file_whose_attributes_a_new_one_could_not_have_is_written_in_place(post, state):
    _set_attribute(post)
    inode = post.stat().st_ino
    system = failing("setxattr", errno.ENOSPC)
    files.save(files.read(post), NEW_TEXT, state_folder=state, system=system)
    assert os.getxattr(post, "user.blog-editor.test") == b"kept"
    assert post.stat().st_ino == inode
    assert post.read_bytes() == NEW


# Access lists as Linux keeps them: a version, then tag, rights and number of each entry.
EVERYBODY_READS = struct.pack(
    "<I" + "HHI" * 5,
    *(2, 0x01, 6, 2**32 - 1, 0x02, 4, 1234, 0x04, 4, 2**32 - 1),
    *(0x10, 4, 2**32 - 1, 0x20, 0, 2**32 - 1),
)


@pytest.mark.parametrize("is_listed", [False, True], ids=["without a list", "with a list"])
def test_a_file_keeps_its_access_list_and_gets_none_from_its_folder(post, is_listed):
    try:
        if is_listed:
            os.setxattr(post, "system.posix_acl_access", EVERYBODY_READS)
        os.setxattr(post.parent, "system.posix_acl_default", EVERYBODY_READS)
    except (AttributeError, OSError):
        pytest.skip("no access lists here")
    before = post.stat().st_mode
    files.save(files.read(post), NEW_TEXT)
    assert ("system.posix_acl_access" in os.listxattr(post)) is is_listed
    assert post.stat().st_mode == before


@posix
def test_hard_links_stay(post, state):
    other = post.with_name("other name")
    os.link(post, other)
    files.save(files.read(post), NEW_TEXT, state_folder=state)
    assert other.read_bytes() == NEW
    assert post.samefile(other)
    assert not list(state.iterdir())


@posix
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_others_stays_theirs(post, state):
    os.chown(post, 1234, 1234)
    files.save(files.read(post), NEW_TEXT, state_folder=state)
    assert (post.stat().st_uid, post.stat().st_gid) == (1234, 1234)
    assert post.read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EPERM, errno.EBUSY, errno.EACCES])
def test_where_nothing_can_be_renamed_the_file_is_written_in_place(post, state, number):
    system = failing(RENAMES, number)
    files.save(files.read(post), NEW_TEXT, state_folder=state, system=system)
    assert post.read_bytes() == NEW
    assert [*post.parent.iterdir(), *state.iterdir()] == [post]


def test_a_file_in_a_folder_of_others_is_written_in_place(post, state):
    def before(name: str, *arguments: Any) -> None:
        if (name, arguments[:1]) == ("access", (post.parent,)):
            raise OSError(errno.EACCES, "no")

    inode = post.stat().st_ino
    files.save(files.read(post), NEW_TEXT, state_folder=state, system=System(before))
    assert (post.read_bytes(), post.stat().st_ino) == (NEW, inode)


def test_nothing_is_written_in_place_without_a_safety_copy(post, tmp_path):
    (tmp_path / "state").write_bytes(b"no folder")
    for state in (None, tmp_path / "state" / "copies"):
        system = failing(RENAMES, errno.EXDEV)
        with pytest.raises(SaveError) as raised:
            files.save(files.read(post), NEW_TEXT, state_folder=state, system=system)
        assert raised.value.kind is Trouble.NO_SAFETY_COPY
        assert post.read_bytes() == OLD
        assert list(post.parent.iterdir()) == [post]


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="names of open files are from /proc")
def test_only_a_file_that_is_on_disk_is_renamed_and_its_folder_follows(post):
    calls: list[tuple[str, str]] = []

    def note(name: str, *arguments: Any) -> None:
        if name in ("fsync", "write"):
            path = (OPEN_FILES / str(arguments[0])).readlink()
            calls.append((name, path.suffix or path.name))
        elif name in RENAMES:
            calls.append((name, arguments[0].suffix))

    files.save(files.read(post), NEW_TEXT, system=System(note))
    written, synced, *names = calls
    assert (written, synced) == (("write", ".tmp"), ("fsync", ".tmp"))
    assert names == [("swap", ".tmp"), ("fsync", "posts")]


def test_where_names_cannot_be_swapped_the_file_is_replaced(post):
    system = failing(("swap", "rename_to_new"), errno.EINVAL)
    files.save(files.read(post), NEW_TEXT, system=system)
    assert post.read_bytes() == NEW
    files.save(files.new_file(), "new", post.with_name("new.md"), system=system)
    assert {path.name for path in post.parent.iterdir()} == {"post.md", "new.md"}


# What is overwritten


def test_what_the_file_held_is_handed_on_before_it_is_overwritten(post):
    kept: list[tuple[bytes, bool, bytes]] = []
    files.save(files.read(post), NEW_TEXT, keep=lambda *it: kept.append((*it, post.read_bytes())))
    assert kept == [(OLD, False, OLD)]


def test_what_the_writer_overwrites_of_others_is_handed_on(post):
    stored = files.read(post)
    post.write_bytes(b"theirs")
    kept: list[tuple[bytes, bool]] = []
    files.save(stored, NEW_TEXT, force=True, keep=lambda *it: kept.append(it))
    assert kept == [(b"theirs", False)]


def test_nothing_is_handed_on_where_nothing_is_written(post):
    stored = files.read(post)
    post.write_bytes(b"theirs")
    with pytest.raises(ConflictError):
        files.save(stored, NEW_TEXT, keep=lambda *_: pytest.fail("kept"))
    files.save(files.read(post), "theirs", keep=lambda *_: pytest.fail("kept"))
    files.save(stored, "new", post.with_name("new.md"), keep=lambda *_: pytest.fail("kept"))


@pytest.fixture
def quick(monkeypatch):
    """Saves wait for no other writer."""
    monkeypatch.setattr(atomic, "_WRITING_TIME", 0)


def _swapping_late(post: Path, content: bytes) -> System:
    """A system in which another program writes the post just before its name is given away."""

    def before(name: str, *_: object) -> None:
        if name == "swap":
            other = post.with_name("other")
            other.write_bytes(content)
            other.replace(post)

    return System(before)


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot swap names")
@pytest.mark.usefixtures("quick")
def test_what_others_wrote_in_the_moment_of_the_save_is_handed_on_as_unseen(post):
    kept: list[tuple[bytes, bool]] = []
    system = _swapping_late(post, b"theirs")
    files.save(files.read(post), NEW_TEXT, keep=lambda *it: kept.append(it), system=system)
    assert kept == [(OLD, False), (b"theirs", True)]
    assert post.read_bytes() == NEW
    assert list(post.parent.iterdir()) == [post]


def test_a_file_that_others_make_in_the_moment_of_the_save_is_a_conflict(tmp_path):
    path = tmp_path / "new.md"

    def before(name: str, *_: object) -> None:
        if name == "rename_to_new":
            path.write_bytes(b"theirs")

    with pytest.raises(ConflictError) as raised:
        files.save(files.new_file(), "mine", path, system=System(before))
    assert raised.value.on_disk.text == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_goes_in_the_moment_of_the_save_is_written_anew(post):
    def before(name: str, *_: object) -> None:
        if name == "swap":
            post.unlink()

    files.save(files.read(post), NEW_TEXT, system=System(before))
    assert post.read_bytes() == NEW
    assert list(post.parent.iterdir()) == [post]


@posix
def test_a_disk_that_does_not_confirm_the_name_is_told_but_no_failure(post):
    def before(name: str, descriptor: Any = None, *_: object) -> None:
        if name == "fsync" and stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "I/O error")

    saved = files.save(files.read(post), NEW_TEXT, system=System(before))
    assert not saved.confirmed
    assert post.read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_drive_that_cannot_confirm_is_told_but_no_failure(post, number):
    saved = files.save(files.read(post), NEW_TEXT, system=failing("fsync", number))
    assert not saved.confirmed
    assert post.read_bytes() == NEW


def test_a_full_disk_is_told_with_the_bytes_it_lacks(post, monkeypatch):
    monkeypatch.setattr(
        atomic.shutil, "disk_usage", lambda _: atomic.shutil._ntuple_diskusage(9, 8, 1)
    )
    with pytest.raises(SaveError) as raised:
        files.save(files.read(post), NEW_TEXT, system=failing("write", errno.ENOSPC))
    assert (raised.value.kind, raised.value.errno) == (Trouble.DISK_FULL, errno.ENOSPC)
    assert raised.value.lacking == len(NEW) - 1


def test_a_file_that_reads_back_otherwise_is_not_kept(post):
    def before(name: str, *arguments: Any) -> Any:
        if name == "write":
            return os.write(arguments[0], bytes(arguments[1]).replace(b"New", b"Nex"))
        return None

    with pytest.raises(SaveError) as raised:
        files.save(files.read(post), NEW_TEXT, system=System(before))
    assert raised.value.kind is Trouble.NOT_AS_WRITTEN
    assert post.read_bytes() == OLD
    assert list(post.parent.iterdir()) == [post]


def test_short_writes_are_gone_on_with(post, state):
    files.save(files.read(post), NEW_TEXT, system=System(write_little))
    assert post.read_bytes() == NEW
    os.link(post, post.with_name("other name"))
    files.save(files.read(post), "Short.\n", state_folder=state, system=System(write_little))
    assert post.read_bytes() == b"Short.\n"


class Windows(System):
    """A system without what Windows lacks."""

    LACKS = (
        *("fchmod", "fchown", "getegid", "geteuid", "getgroups", "getxattr", "listxattr"),
        *("setxattr", "O_DIRECTORY"),
    )

    def __getattr__(self, name: str) -> Any:
        if name in self.LACKS:
            raise AttributeError(name)
        return super().__getattr__(name)


def test_a_system_without_owners_modes_and_folders_to_sync_saves(post):
    windows = Windows(failing(("swap", "rename_to_new"), errno.ENOSYS).before)
    saved = files.save(files.read(post), NEW_TEXT, system=windows)
    assert saved.confirmed
    assert post.read_bytes() == NEW
    assert list(post.parent.iterdir()) == [post]


# What crashes leave behind


class Crash(BaseException):
    """The end of the program: nothing of it runs any more."""


def _crash_at(number: int) -> System:
    """A system that ends the program at its `number`-th call, and does nothing afterwards."""
    count = itertools.count(1)

    def before(*call: Any) -> int | None:
        if next(count) >= number:
            raise Crash
        return write_little(*call) or sync_nothing(*call)

    return System(before)


def _saves_that_crash(post: Path, state: Path) -> Iterator[None]:
    for number in itertools.count(1):
        post.write_bytes(OLD)
        stored = files.read(post)
        try:
            files.save(stored, NEW_TEXT, state_folder=state, system=_crash_at(number))
        except Crash:
            yield
        else:
            return


@posix
def test_a_crash_leaves_the_old_file_or_the_new_one(post, state):
    for _ in _saves_that_crash(post, state):
        assert post.read_bytes() in (OLD, NEW)


@posix
def test_a_crash_in_place_leaves_the_old_file_the_new_one_or_a_copy_to_offer(post, state):
    os.link(post, post.with_name("other name"))
    offered = 0
    for _ in _saves_that_crash(post, state):
        copies = files.unfinished(state)
        if post.read_bytes() in (OLD, NEW):
            assert not copies
        else:
            assert [(copy.path, copy.content) for copy in copies] == [(post, OLD)]
            copies[0].file.unlink()
            offered += 1
    assert offered


def test_temporaries_of_processes_that_are_gone_are_removed(post):
    stale = post.with_name(".post.md.999999999-0123abcd.tmp")
    live = post.with_name(f".post.md.{os.getpid()}-0123abcd.tmp")
    newest = post.with_name(".post.md.999999998-0123abcd.tmp")  # may be all there is of a text
    other = post.with_name(".post.md.tmp")
    for path in (stale, live, newest, other):
        path.write_bytes(b"")
        os.utime(path, (1, 1))
    os.utime(newest)
    os.utime(post, (2, 2))
    files.remove_stale_temporaries(post)
    left = {live, newest, other, post} if os.name == "posix" else {newest, other, post}
    assert set(post.parent.iterdir()) == left


# Faults: the n-th call fails, for every n


class Faults(System):
    """A system whose `first`-th call fails, and with `lasting` all that need the disk after it."""

    def __init__(self, first: int, number: int, lasting: bool) -> None:
        super().__init__(self._fail)
        self.first, self.number, self.lasting = first, number, lasting
        self.count = 0

    def _fail(self, name: str, *arguments: Any) -> int | None:
        self.count += 1
        # A full disk still lets go of a file; and what cannot be removed cannot be asked for.
        if self.count == self.first or (
            self.lasting and self.count > self.first and name not in ("unlink", "close")
        ):
            raise OSError(self.number, os.strerror(self.number))
        return write_little(name, *arguments) or sync_nothing(name)

    @property
    def has_failed(self) -> bool:
        return self.count >= self.first


def _open_files(folder: Path) -> list[str]:
    """What this process holds open below `folder`; other tests' threads have files of their own."""
    links = OPEN_FILES.iterdir() if OPEN_FILES.exists() else ()
    targets = []
    for link in links:
        with suppress(OSError):  # closed meanwhile, by another thread
            targets.append(str(link.readlink()))
    return [target for target in targets if target.startswith(str(folder))]


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(
    "number",
    [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EXDEV, errno.EINTR],
    ids=errno.errorcode.get,
)
@pytest.mark.parametrize("way", ["rename", "in place", "new file"])
def test_whatever_call_fails_the_file_is_old_or_new_and_the_next_save_works(
    tmp_path, way, number, lasting
):
    folder, state = tmp_path / "posts", tmp_path / "state"
    folder.mkdir()
    post = folder / "post.md"
    if way == "in place":
        post.write_bytes(OLD)
        os.link(post, tmp_path / "other name")
    old = None if way == "new file" else OLD
    for first in itertools.count(1):
        if old is None:
            post.unlink(missing_ok=True)
            stored = files.new_file(post)
        else:
            post.write_bytes(old)
            stored = files.read(post)
        new = NEW if old else NEW_TEXT.encode()
        faults = Faults(first, number, lasting)
        try:
            saved = files.save(stored, NEW_TEXT, state_folder=state, system=faults)
        except SaveError as error:
            is_half_written = error.kind is Trouble.HALF_WRITTEN
            copies = [copy.content for copy in files.unfinished(state)]
        else:
            is_half_written = False
            copies = []
            assert post.read_bytes() == new
            assert (saved.text, saved.path) == (NEW_TEXT, post)
        assert lasting or not is_half_written
        assert copies == ([] if _content(post) in (old, new) else [OLD])
        assert is_half_written or not copies
        assert not _open_files(tmp_path)
        assert not [path for path in folder.iterdir() if path != post]
        system = System(sync_nothing)
        again = files.save(
            stored, NEW_TEXT, state_folder=state, force=is_half_written, system=system
        )
        assert again == files.read(post)
        assert post.read_bytes() == new
        if not faults.has_failed:
            break
    assert first > 10


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
