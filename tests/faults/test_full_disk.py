"""A disk that is really full: a small one in memory, where the machine lets us mount it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from editor import files, history, recovery
from editor.files import SaveError, Trouble
from editor.history import Why

_SIZE = 256 * 1024


@pytest.fixture
def disk(tmp_path: Path):
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room there is."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def test_a_save_on_a_full_disk_keeps_the_old_file_and_works_once_there_is_room(disk):
    post = disk / "post.md"
    post.write_text("old")
    stored = files.read(post)
    ballast = fill(disk)
    text = "new " * 4096
    with pytest.raises(SaveError) as raised:
        files.save(stored, text)
    assert (raised.value.kind, raised.value.lacking) == (Trouble.DISK_FULL, len(text))
    assert post.read_text() == "old"
    assert {path.name for path in disk.iterdir()} == {"post.md", "ballast"}
    ballast.unlink()
    files.save(stored, text)
    assert post.read_text() == text


def test_a_full_disk_for_texts_and_versions_stops_no_save_and_spoils_nothing(disk, tmp_path):
    post = tmp_path / "post.md"
    post.write_text("old")
    stored = files.read(post)
    file = disk / "recovery" / "a.b.unsaved"
    recovery.write(file, recovery.Snapshot("kept before"))
    fill(disk)
    with pytest.raises(OSError, match=os.strerror(28)):
        recovery.write(file, recovery.Snapshot("x" * 9999))
    with pytest.raises(OSError, match=os.strerror(28)):
        history.keep(disk / "history", post, os.urandom(9999), Why.SAVED_OVER)
    assert [found.snapshot.text for found in recovery.find(disk / "recovery")] == ["kept before"]
    assert not list(disk.rglob("*.tmp"))
    files.save(stored, "new", state_folder=disk / "safety")
    assert post.read_text() == "new"
