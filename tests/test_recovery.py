import errno
import itertools
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import files, recovery
from editor.recovery import Snapshot
from tests.test_files import Crash, Faults, _crash_at, posix

TEXTS = st.text(st.characters())  # surrogates too
TEXT = "---\ntitle: Été\n---\n\nBonjour.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(TEXT.replace("\n", "\r\n", 2).encode())
    return path


def keep(folder: Path, kept: Snapshot) -> Path:
    """What a program that has crashed since left behind."""
    session = recovery.begin(folder)
    file = session.file(Path(kept.path) if kept.path else None)
    recovery.write(file, kept)
    session.end()
    return file


def texts(folder: Path) -> list[str]:
    return [found.snapshot.text for found in recovery.find(folder)]


def test_a_text_kept_is_found_with_all_it_takes_to_go_on(folder, post):
    stored = files.read(post)
    kept = recovery.snapshot(stored, TEXT + "Typed.\n", 7, TEXT)
    keep(folder, kept)
    (found,) = recovery.find(folder)
    assert found.snapshot == kept
    assert found.snapshot.stored == stored
    assert files.encode(found.snapshot.stored, kept.text) == post.read_bytes() + b"Typed.\n"


@given(text=TEXTS, base=TEXTS | st.none(), path=st.text(max_size=20))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read_as_it_was_written(tmp_path_factory, text, base, path):
    file = tmp_path_factory.mktemp("any") / "a.b.unsaved"
    kept = Snapshot(text, path, base=base)
    recovery.write(file, kept)
    assert recovery.read(file) == kept


def test_a_post_that_was_never_saved_is_kept_too(folder):
    keep(folder, recovery.snapshot(files.new_file(), "A draft.", 1, ""))
    (found,) = recovery.find(folder)
    assert (found.snapshot.path, found.snapshot.text) == ("", "A draft.")
    assert found.snapshot.stored == files.new_file()


def test_of_a_very_long_post_the_text_it_was_made_from_is_not_kept(post):
    base = "x" * (2 * 2**20 + 1)
    assert recovery.snapshot(files.read(post), "y", 1, base).base is None


@posix
def test_nobody_else_can_read_what_is_kept(folder):
    before = os.umask(0)
    try:
        file = keep(folder, Snapshot("private"))
    finally:
        os.umask(before)
    assert [file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777] == [0o600, 0o700]


def test_the_newest_is_found_first_and_several_posts_at_once(folder):
    keep(folder, Snapshot("older", "/a.md", time=1.0))
    keep(folder, Snapshot("newer", "/b.md", time=2.0))
    keep(folder, Snapshot("same post", "/a.md", time=3.0))
    assert texts(folder) == ["same post", "newer", "older"]


def test_what_a_running_program_keeps_is_not_offered_to_others(folder):
    session = recovery.begin(folder)
    recovery.write(session.file(None), Snapshot("at work"))
    keep(folder, Snapshot("left"))
    assert texts(folder) == ["left"]
    session.end()
    assert sorted(texts(folder)) == ["at work", "left"]


@posix
def test_what_a_killed_program_kept_is_found(folder):
    command = (
        "import sys; from pathlib import Path; from editor import recovery\n"
        "session = recovery.begin(Path(sys.argv[1]))\n"
        "recovery.write(session.file(None), recovery.Snapshot('of the dead'))\n"
        "print('kept', flush=True); sys.stdin.read()"
    )
    arguments = [sys.executable, "-c", command, str(folder)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"kept\n"
        assert texts(folder) == []
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert texts(folder) == ["of the dead"]


def test_one_program_alone_takes_over_what_was_found(folder):
    keep(folder, Snapshot("left", "/a.md"))
    (found,) = recovery.find(folder)
    one, other = recovery.begin(folder), recovery.begin(folder)
    file = recovery.take_over(found, one)
    assert recovery.read(file).text == "left"
    with pytest.raises(FileNotFoundError):
        recovery.take_over(found, other)
    assert texts(folder) == []
    one.end()
    other.end()
    assert texts(folder) == ["left"]


def test_a_text_given_up_is_kept_and_the_next_does_not_take_its_place(folder, post):
    session = recovery.begin(folder)
    file = session.file(post)
    recovery.write(file, Snapshot("first"))
    recovery.give_up(file, Snapshot("first"))
    recovery.write(file, Snapshot("second"))
    session.end()
    assert {(found.snapshot.text, found.snapshot.given_up) for found in recovery.find(folder)} == {
        ("first", True),
        ("second", False),
    }


def test_a_post_is_the_same_through_links(tmp_path, post):
    link = tmp_path / "link.md"
    link.symlink_to(post)
    assert recovery.post_key(link) == recovery.post_key(post)
    assert recovery.post_key(post) != recovery.post_key(tmp_path / "other.md")


# What is not whole


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_broken_snapshot_is_put_aside_and_harms_nothing(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    keep(folder, Snapshot("whole", "/whole.md"))
    file = keep(folder, Snapshot("Été " * 50, "/broken.md"))
    content = bytearray(file.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    else:
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    file.write_bytes(content)
    assert texts(folder) == ["whole"]
    assert file.with_suffix(".broken").read_bytes() == content


@pytest.mark.parametrize(
    "lines",
    [
        b"",
        b"[]\n[]\n",
        b'{"bytes": "x"}\n\n',
        b'{"v": 9}\ntext\n',
        b"[" * 9999 + b"\n\n",
        b"\xff\n\n",
    ],
)
def test_what_is_no_snapshot_is_put_aside_even_if_its_sum_is_right(folder, lines):
    folder.mkdir(parents=True)
    file = folder / "a.b.unsaved"
    file.write_bytes(lines + recovery.fingerprint(lines).encode() + b"\n")
    assert texts(folder) == []
    assert file.with_suffix(".broken").exists()


def test_a_snapshot_of_a_later_program_is_read_as_far_as_it_is_known(folder):
    folder.mkdir(parents=True)
    head = b'{"path": "/a.md", "line_ends": [], "bytes": 4, "has_base": false, "new": 1}'
    lines = head + b"\nkept\n"
    file = folder / "a.b.unsaved"
    file.write_bytes(lines + recovery.fingerprint(lines).encode() + b"\n")
    assert [found.snapshot for found in recovery.find(folder)] == [
        Snapshot("kept", "/a.md", base=None)
    ]


def test_a_folder_that_is_not_there_or_none_holds_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "missing", tmp_path / "file"):
        assert recovery.find(folder) == []
        recovery.tidy(folder, 0.0)
        recovery.begin(folder).end()


# Bounds


def age(file: Path, days: float, now: float) -> None:
    os.utime(file, (now - days * 86_400,) * 2)


def test_what_is_older_than_thirty_days_goes(folder):
    now = 1e9
    old = keep(folder, Snapshot("old", "/a.md"))
    young = keep(folder, Snapshot("young", "/b.md"))
    broken = folder / "c.d.broken"
    broken.write_bytes(b"")
    for file, days in ((old, 31), (young, 29), (broken, 31)):
        age(file, days, now)
    recovery.tidy(folder, now)
    assert sorted(folder.iterdir()) == [young]


def test_too_much_goes_oldest_first_but_for_the_newest_of_each_post(folder):
    now = 1e9
    kept = [keep(folder, Snapshot(f"{path} {n}", path)) for path in ("/a", "/b") for n in range(3)]
    for file, days in zip(kept, (9, 8, 7, 6, 5, 4), strict=True):
        age(file, days, now)
    recovery.tidy(folder, now, most_bytes=0)
    assert sorted(texts(folder)) == ["/a 2", "/b 2"]


def test_what_a_running_program_keeps_does_not_go(folder):
    session = recovery.begin(folder)
    file = session.file(None)
    recovery.write(file, Snapshot("at work"))
    age(file, 99, 1e9)
    recovery.tidy(folder, 1e9)
    assert file.exists()
    session.end()


def test_leavings_of_crashes_go(folder):
    folder.mkdir(parents=True)
    stale, fresh, lock = folder / ".a.tmp", folder / ".b.tmp", folder / "c.lock"
    for file in (stale, fresh, lock):
        file.write_bytes(b"")
    age(stale, 1, 1e9)
    age(fresh, 0, 1e9)
    recovery.tidy(folder, 1e9)
    assert list(folder.iterdir()) == [fresh]


# Faults


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(
    "number",
    [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EXDEV, errno.EINTR],
    ids=errno.errorcode.get,
)
def test_whatever_call_fails_the_snapshot_is_old_or_new(folder, number, lasting):
    file = folder / "a.b.unsaved"
    for first in itertools.count(1):
        recovery.write(file, Snapshot("old"))
        faults = Faults(first, number, lasting)
        try:
            recovery.write(file, Snapshot("new"), faults)
        except OSError:
            assert texts(folder) in (["old"], ["new"])
        else:
            assert texts(folder) == ["new"]
        assert list(folder.iterdir()) == [file]
        if not faults.has_failed:
            break
    assert first > 5


def test_a_crash_at_any_call_leaves_the_old_snapshot_or_the_new_one(folder):
    file = folder / "a.b.unsaved"
    recovery.write(file, Snapshot("old"))
    for first in itertools.count(1):
        try:
            recovery.write(file, Snapshot("new"), _crash_at(first))
        except Crash:
            assert texts(folder) in (["old"], ["new"])
        else:
            break
    assert first > 5


@posix
def test_kills_at_random_moments_leave_whole_snapshots(folder):
    command = (
        "import sys; from pathlib import Path; from editor import recovery\n"
        "session = recovery.begin(Path(sys.argv[1])); n = 0\n"
        "while True:\n"
        "    n += 1\n"
        "    recovery.write(session.file(None), recovery.Snapshot(f'{n} ' * 5000, revision=n))\n"
        "    print(n, flush=True)\n"
    )
    arguments = [sys.executable, "-c", command, str(folder)]
    moments = random.Random(1)
    for _ in range(4):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
            for _ in range(moments.randrange(1, 30)):
                last = int(child.stdout.readline())
            child.send_signal(signal.SIGKILL)
            child.wait()
        (found,) = recovery.find(folder)
        assert found.snapshot.revision >= last
        assert found.snapshot.text == f"{found.snapshot.revision} " * 5000
        assert not list(folder.glob("*.broken"))
        found.file.unlink()
