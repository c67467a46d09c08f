"""The real generators of this machine, where there are any, as judges of ours."""

import shutil
from pathlib import Path

import pytest

from tests.real_generators import articles


@pytest.mark.parametrize("dialect", ["jekyll", "hugo", "hugo-unsafe"])
def test_a_post_at_which_the_build_stops_is_left_out(dialect: str, tmp_path: Path) -> None:
    if shutil.which(dialect.partition("-")[0]) is None:
        pytest.skip(f"there is no {dialect} here")
    texts = [
        "---\ndraft: true\n---\nOne *word*.\n",
        "{% nonsense %}{{< nonsense >}}\n",
        "<b>x</b>\n",
    ]
    made = articles(dialect, texts, tmp_path)
    assert made.keys() == {0, 2}
    assert made[0].strip() == "<p>One <em>word</em>.</p>"
    assert ("<b>" in made[2]) == (dialect != "hugo")
