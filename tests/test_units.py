"""Places of a text, counted as Qt does and as Python does."""

from hypothesis import given
from hypothesis import strategies as st

from editor.units import Units


@given(st.text(alphabet="aé😀\n"))
def test_units_are_what_utf_16_has_and_lead_back(text):
    units = Units(text)
    for place in range(len(text) + 1):
        assert units.of(place) == len(text[:place].encode("utf-16-le")) // 2
        assert units.code_points(units.of(place)) == place
