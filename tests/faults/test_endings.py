"""The system ends the real program: each text is on the disk, and the program gone in a second."""

import os
import signal
import subprocess
import sys
import time

import pytest

from editor import recovery
from tests.faults.kills import HEAD, _words

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

_BUSY = """
import sys, time
from PySide6.QtCore import QTimer
from tests.faults import typist
word = typist.Typist._type
def type_and_hang(self, window):
    word(self, window)
    if self._number == 40:
        print("hangs", flush=True)
        time.sleep(60)
typist.Typist._type = type_and_hang
sys.exit(typist.main())
"""


_FAULTY = """
import sys
from PySide6.QtCore import QTimer
from tests.faults import typist
word = typist.Typist._type
def type_and_fail(self, window):
    word(self, window)
    if self._number == 10:
        QTimer.singleShot(0, lambda: 1 / 0)
typist.Typist._type = type_and_fail
sys.exit(typist.main())
"""


_EARLY = """
import os, signal, sys
from tests.faults import typist
word = typist.Typist._type
def type_and_signal(self, window):
    word(self, window)
    if self._number == 3:
        os.kill(os.getpid(), getattr(signal, sys.argv[3]))
typist.Typist._type = type_and_signal
sys.exit(typist.main())
"""


def run(home, *command, what="typing", more=(), **where):
    post = home / "post.md"
    post.write_text(HEAD, encoding="utf-8")
    environment = dict(os.environ, XDG_STATE_HOME=str(home / "state"), HOME=str(home), **where)
    return subprocess.Popen(
        [sys.executable, *command, what, str(post), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )


def kept(home) -> int | None:
    (found,) = recovery.find(home / "state" / "blog-editor" / "recovery")
    return _words(found.snapshot.text)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_program_with_every_word_on_the_disk(tmp_path, name):
    with run(tmp_path, "-m", "tests.faults.typist") as child:
        for _ in range(20):
            child.stdout.readline()
        child.send_signal(getattr(signal, name))
        said = [line.split() for line in child.stdout.readlines()]
    assert child.returncode == 128 + getattr(signal, name)
    typed = [int(number) for kind, number, _ in said if kind == "typed"]
    assert kept(tmp_path) >= max(typed, default=20) - 1  # it may have been in the middle of one
    assert _words((tmp_path / "post.md").read_text(encoding="utf-8")) == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_while_the_window_is_being_built_ends_it_too(tmp_path, name):
    with run(tmp_path, "-c", _EARLY, more=[name]) as child:
        child.communicate(timeout=30)
    assert child.returncode == 128 + getattr(signal, name)
    assert kept(tmp_path) >= 3


def test_a_program_whose_window_hangs_ends_too_and_its_journal_is_there(tmp_path):
    with run(tmp_path, "-c", _BUSY) as child:
        while child.stdout.readline() != "hangs\n":
            pass
        began = time.monotonic()
        child.send_signal(signal.SIGTERM)
        child.wait(timeout=30)
        assert time.monotonic() - began < 20  # and not the minute that the window hangs
    assert child.returncode == 128 + signal.SIGTERM
    assert kept(tmp_path) > 0


def test_an_error_in_a_slot_does_not_end_the_program_and_the_text_is_kept(tmp_path):
    with run(tmp_path, "-c", _FAULTY) as child:
        while not child.stdout.readline().startswith("typed 40 "):
            pass
        assert child.poll() is None
        child.kill()
    assert kept(tmp_path) >= 10


def test_no_folder_that_the_program_may_write_to_keeps_it_from_starting(tmp_path):
    for name in ("state", "config", "cache"):
        (tmp_path / name).write_text("no folder")
    where = {f"XDG_{name.upper()}_HOME": str(tmp_path / name) for name in ("config", "cache")}
    with run(tmp_path, "-m", "tests.faults.typist", what="saving", **where) as child:
        said = (line.split() for line in iter(child.stdout.readline, ""))
        assert any(words[0] == "saved" and int(words[1]) >= 5 for words in said)
        child.kill()
    assert _words((tmp_path / "post.md").read_text(encoding="utf-8")) >= 5
