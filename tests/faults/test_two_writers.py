"""Two programs at one file, for seconds; for minutes: `python -m tests.faults.two_writers`."""

import pytest

from tests.faults.two_writers import run


@pytest.mark.usefixtures("qapp")
def test_two_programs_at_one_file_lose_no_version(tmp_path):
    lost, _figures = run(3.0, 5, tmp_path)
    assert lost == []
