import errno
import itertools
from pathlib import Path

import pytest

from editor import history
from editor.history import Why
from tests.test_files import Crash, Faults, _crash_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "history"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    return tmp_path / "site" / "post.md"


def kept(folder: Path, post: Path) -> list[bytes]:
    return [history.content(folder, each.sha256) for each in history.versions(folder, post)]


def keep_all(folder: Path, post: Path, *contents: bytes) -> None:
    for content in contents:
        history.keep(folder, post, content, Why.SAVED_OVER)


def test_versions_come_newest_first_with_what_is_known_of_them(folder, post):
    keep_all(folder, post, b"one", b"two")
    history.keep(folder, post, b"\xe9t\xe9", Why.THEIRS_SAVED_OVER, "cp1252")
    newest, *others = history.versions(folder, post)
    assert (newest.why, newest.encoding, newest.path) == (
        Why.THEIRS_SAVED_OVER,
        "cp1252",
        str(post),
    )
    assert newest.time >= others[0].time >= others[1].time > 0
    assert kept(folder, post) == [b"\xe9t\xe9", b"two", b"one"]


def test_the_same_version_again_is_kept_once(folder, post):
    keep_all(folder, post, b"one", b"one", b"two", b"one")
    assert kept(folder, post) == [b"one", b"two", b"one"]
    assert len(list((folder / "versions").rglob("*/*"))) == 2


def test_posts_have_their_own_versions(folder, post):
    keep_all(folder, post, b"one")
    keep_all(folder, post.with_name("other.md"), b"one", b"two")
    assert kept(folder, post) == [b"one"]
    assert kept(folder, post.with_name("third.md")) == []


def test_a_post_that_moved_keeps_its_versions(folder, post):
    new = post.with_name("new.md")
    keep_all(folder, post, b"one", b"two")
    history.follow(folder, post, new)
    keep_all(folder, new, b"three")
    assert kept(folder, new) == [b"three", b"two", b"one"]
    history.follow(folder, new, new)
    assert len(kept(folder, new)) == 3


def test_nothing_is_written_beside_the_post(folder, post):
    post.parent.mkdir()
    keep_all(folder, post, b"one")
    assert list(post.parent.iterdir()) == []


def test_versions_are_compressed(folder, post):
    keep_all(folder, post, b"abc" * 10_000)
    (file,) = (folder / "versions").rglob("*/*")
    assert file.stat().st_size < 1000
    assert kept(folder, post) == [b"abc" * 10_000]


def test_lines_that_are_not_whole_are_passed_over(folder, post):
    keep_all(folder, post, b"one")
    (listed,) = (folder / "posts").iterdir()
    for broken in (b'{"sha256": "ab', b"[]", b"\xff", b'{"sha256": "../../x", "why": "reloaded"}'):
        with listed.open("ab") as file:
            file.write(broken)
        keep_all(folder, post, b"one", b"two")
        assert kept(folder, post)[0] == b"two"
    assert set(kept(folder, post)) == {b"one", b"two"}


@pytest.mark.parametrize("spoilt", [b"", b"no zlib", None])
def test_a_version_that_a_disk_spoilt_is_refused(folder, post, spoilt):
    keep_all(folder, post, b"one", b"other")
    one, other = (
        folder / "versions" / it.sha256[:2] / it.sha256 for it in history.versions(folder, post)
    )
    one.write_bytes(other.read_bytes() if spoilt is None else spoilt)
    with pytest.raises(ValueError, match="not whole"):
        history.content(folder, one.name)


def test_a_version_whose_file_is_gone_is_not_listed(folder, post):
    keep_all(folder, post, b"one", b"two")
    gone = history.versions(folder, post)[1].sha256
    (folder / "versions" / gone[:2] / gone).unlink()
    assert kept(folder, post) == [b"two"]


def at(monkeypatch, days: float) -> None:
    monkeypatch.setattr(history.time, "time", lambda: 1e9 + days * 86_400)


def test_what_is_older_than_thirty_days_goes(folder, post, monkeypatch):
    for day, content in enumerate((b"one", b"two", b"three")):
        at(monkeypatch, day)
        keep_all(folder, post, content)
    history.tidy(folder, 1e9 + 31.5 * 86_400)
    assert kept(folder, post) == [b"three"]
    history.tidy(folder, 1e9 + 99 * 86_400)
    assert kept(folder, post) == []


def test_too_much_goes_oldest_first_but_for_the_newest_of_each_post(folder, post, monkeypatch):
    other = post.with_name("other.md")
    for day, content in enumerate((b"one", b"two", b"three")):
        at(monkeypatch, day)
        keep_all(folder, post, content)
        keep_all(folder, other, b"other " + content)
    history.tidy(folder, 1e9, most_bytes=0)
    assert (kept(folder, post), kept(folder, other)) == ([b"three"], [b"other three"])


def test_a_folder_that_is_not_there_has_nothing_to_tidy(folder, post):
    history.tidy(folder, 0.0)
    assert history.versions(folder, post) == []


# Faults


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EINTR])
def test_whatever_call_fails_all_earlier_versions_stay(tmp_path, post, number, lasting):
    for first in itertools.count(1):
        folder = tmp_path / str(first)
        keep_all(folder, post, b"one")
        faults = Faults(first, number, lasting)
        try:
            history.keep(folder, post, b"two", Why.SAVED_OVER, system=faults)
        except OSError:
            assert kept(folder, post) in ([b"one"], [b"two", b"one"])
        else:
            assert kept(folder, post) == [b"two", b"one"]
        assert not list(folder.rglob("*.tmp"))
        keep_all(folder, post, b"three")
        assert kept(folder, post)[0] == b"three"
        if not faults.has_failed:
            break
    assert first > 8


def test_a_crash_at_any_call_leaves_the_earlier_versions(tmp_path, post):
    for first in itertools.count(1):
        folder = tmp_path / str(first)
        keep_all(folder, post, b"one")
        try:
            history.keep(folder, post, b"two", Why.SAVED_OVER, system=_crash_at(first))
        except Crash:
            assert kept(folder, post) in ([b"one"], [b"two", b"one"])
        else:
            break
    assert first > 8
