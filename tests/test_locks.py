import errno
import os
import signal
import subprocess
import sys

import pytest

from editor.locks import HeldError, Lock, hold, is_held
from tests.test_files import failing

_HOLDER = """
import sys
from pathlib import Path
from editor.locks import hold
lock = hold(Path(sys.argv[1]), "of a child")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "post.lock"


def test_what_is_held_is_held_until_it_is_let_go(path):
    lock = hold(path, "note: é")
    assert is_held(path)
    with pytest.raises(HeldError) as raised:
        hold(path, "another")
    assert raised.value.note == "note: é"
    lock.release()
    assert not is_held(path)
    assert not path.exists()
    again = hold(path)
    assert is_held(path)
    again.release()


def test_nobody_holds_what_is_not_there(path):
    assert not is_held(path)
    assert not path.parent.exists()


def test_a_file_left_behind_is_held_by_nobody(path):
    path.parent.mkdir()
    path.write_text("of one that crashed, with a note that is longer")
    lock = hold(path, "short")
    assert path.read_text() == "short"
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_process_that_is_killed_holds_nothing_any_more(path):
    command = [sys.executable, "-c", _HOLDER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(HeldError) as raised:
            hold(path)
        assert raised.value.note == "of a child"
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert not is_held(path)


def test_on_a_full_disk_it_is_held_without_a_note(path):
    lock = hold(path, "note", system=failing("write", errno.ENOSPC))
    with pytest.raises(HeldError, match="held") as raised:
        hold(path)
    assert raised.value.note == ""
    lock.release()


@pytest.mark.parametrize("call", ["makedirs", "open"])
def test_a_system_without_locks_holds_nobody_up(path, call):
    lock = hold(path, system=failing(call, errno.ENOSPC))
    assert lock == Lock(path, -1)
    lock.release()
    hold(path).release()
