"""Places of a text, counted as Qt does and as Python does."""

from hypothesis import given
from hypothesis import strategies as st

from editor.units import ChangingUnits, Units


@given(st.text(alphabet="aé😀\n"))
def test_units_are_what_utf_16_has_and_lead_back(text):
    units = Units(text)
    for place in range(len(text) + 1):
        assert units.of(place) == len(text[:place].encode("utf-16-le")) // 2
        assert units.code_points(units.of(place)) == place


@st.composite
def changes(draw):
    """A text, and edits of what it is by then."""
    text = draw(st.text(alphabet="aé😀\n", max_size=20))
    edits, length = [], len(text)
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, length))
        end = draw(st.integers(start, length))
        new = draw(st.text(alphabet="a😀", max_size=4))
        edits.append((start, end, new))
        length += len(new) - (end - start)
    return text, edits


@given(changes())
def test_units_of_a_text_that_changes_are_those_of_the_text_as_it_is(case):
    text, edits = case
    changing = ChangingUnits(text)
    for start, end, new in edits:
        changing.change(start, end, new)
        text = text[:start] + new + text[end:]
        units = Units(text)
        assert changing.total == units.of(len(text))
        for place in range(len(text) + 1):
            assert changing.of(place) == units.of(place)
            assert changing.code_points(units.of(place)) == place


def test_a_unit_in_the_middle_of_a_character_is_none_of_a_place():
    units = ChangingUnits("a😀b")
    assert [units.code_points(number) for number in range(5)] == [0, 1, 1, 2, 3]
