"""A few kills of the real program; for many see `python -m tests.faults.kills`."""

import os

import pytest

from tests.faults.kills import one_round

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills of POSIX")


@pytest.mark.parametrize(("what", "seconds"), [("typing", 1.0), ("saving", 0.7)])
def test_a_killed_program_leaves_a_whole_file_and_what_was_typed(what, seconds):
    left = one_round(what, seconds)
    assert left.is_whole
    assert not left.stray
    assert left.recovered > 0
    assert left.age < 5  # far more than the second that is promised: this machine may be busy
