import pytest

from editor import formatting
from tests.marked_texts import done, taken_apart


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a ⟦b⟧ c", "a [b](⟦⟧) c"),
        ("a ⟦⟧ c", "a [⟦⟧]() c"),
        ("⟦https://x.org⟧", "[⟦⟧](https://x.org)"),
    ],
)
def test_the_caret_goes_where_a_link_lacks_something(before, after):
    text, start, end = taken_apart(before)
    assert done(text, formatting.make_link(text, start, end), like="⟦") == after
