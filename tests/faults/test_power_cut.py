"""After a power cut at any moment of a save, whatever of it had reached the disk."""

import os
import shutil
from pathlib import Path

import pytest

from editor import files, history, recovery
from editor.history import Why
from editor.recovery import Snapshot
from tests.faults.power_cut import Recorder, disks
from tests.test_files import NEW, NEW_TEXT, OLD

pytestmark = pytest.mark.skipif(os.name != "posix", reason="syncing of POSIX")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "posts" / "post.md"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "state").mkdir()
    return tmp_path / "state"


def put_back(disk: dict[Path, bytes], folder: Path) -> None:
    """Make `folder` hold what the disk does."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in disk.items():
        if folder in path.parents:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def test_a_saved_post_is_the_old_or_the_new_one_and_once_saved_the_new_one(post, state):
    stored = files.read(post)
    recorder = Recorder((post.parent, state))
    files.save(stored, NEW_TEXT, state_folder=state, system=recorder)
    left = list(disks(recorder))
    assert len(left) > 10
    assert {disk[post] for _, disk in left} == {OLD, NEW}
    assert {disk[post] for cut, disk in left if cut == len(recorder.calls)} == {NEW}


class Careless(Recorder):
    """A disk that was never asked to sync."""

    def _note_fsync(self, *_: object) -> None:
        pass


def test_the_model_finds_what_a_save_without_syncing_would_lose(post, state):
    stored = files.read(post)
    recorder = Careless((post.parent, state))
    files.save(stored, NEW_TEXT, state_folder=state, system=recorder)
    assert not {disk.get(post) for _, disk in disks(recorder)} <= {OLD, NEW}


def test_a_new_post_is_not_there_or_whole_and_once_saved_it_is_there(post, state):
    new = post.with_name("new.md")
    recorder = Recorder((post.parent, state))
    files.save(files.new_file(), NEW_TEXT, new, state_folder=state, system=recorder)
    left = list(disks(recorder))
    assert {disk.get(new) for _, disk in left} == {None, NEW_TEXT.encode()}
    assert {disk.get(new) for cut, disk in left if cut == len(recorder.calls)} == {
        NEW_TEXT.encode()
    }


def test_a_post_written_in_place_is_old_or_new_or_a_copy_is_offered(post, state):
    os.link(post, post.with_name("other"))
    stored = files.read(post)
    recorder = Recorder((state,))
    recorder.files[post] = recorder._now[post] = next(recorder._numbers)
    recorder.start[post] = OLD
    files.save(stored, NEW_TEXT, state_folder=state, system=recorder)
    offered = 0
    for cut, disk in disks(recorder):
        put_back(disk, state)
        post.write_bytes(disk[post])
        copies = [copy.content for copy in files.unfinished(state)]
        if disk[post] in (OLD, NEW):
            assert not copies
        else:
            assert copies == [OLD], (cut, disk)
            offered += 1
    assert offered
    assert disk[post] == NEW


def test_an_unsaved_text_is_the_old_or_the_new_one_and_once_kept_the_new_one(state):
    file = state / "a.b.unsaved"
    recovery.write(file, Snapshot("old"))
    recorder = Recorder((state,))
    recovery.write(file, Snapshot("new, and longer"), recorder)
    for cut, disk in disks(recorder):
        put_back(disk, state)
        (text,) = {found.snapshot.text for found in recovery.find(state)}
        assert text == "new, and longer" or (text == "old" and cut < len(recorder.calls))


def test_earlier_versions_stay_and_once_kept_the_new_one_is_there(post, state):
    history.keep(state, post, b"one", Why.SAVED_OVER)
    recorder = Recorder((state,))
    history.keep(state, post, b"two", Why.SAVED_OVER, system=recorder)
    for cut, disk in disks(recorder):
        put_back(disk, state)
        kept = [history.content(state, it.sha256) for it in history.versions(state, post)]
        assert kept in ([b"one"], [b"two", b"one"])
        if cut == len(recorder.calls):
            assert kept == [b"two", b"one"]
