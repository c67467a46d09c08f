"""Fields within a field, as lines to be read."""

from datetime import date

import pytest

from editor.field_outline import Line, outline


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ({"a": 1, "b": "x"}, [Line(0, "a", "1"), Line(0, "b", "x")]),
        ({"a": {"b": True}}, [Line(0, "a", ""), Line(1, "b", "true")]),
        ({"a": ["x", 2, None]}, [Line(0, "a", "x, 2, ")]),
        ({"a": {}, 2024: date(2024, 1, 2)}, [Line(0, "a", ""), Line(0, "2024", "2024-01-02")]),
        (
            [{"url": "a", "title": "A"}, {"url": "b"}],
            [Line(0, "1. url", "a"), Line(0, "title", "A"), Line(0, "2. url", "b")],
        ),
        (
            {"links": [{"url": "a"}, "b"]},
            [Line(0, "links", ""), Line(1, "1. url", "a"), Line(1, "2.", "b")],
        ),
        ({"a": "two\n  lines"}, [Line(0, "a", "two lines")]),
    ],
)
def test_each_field_within_has_its_line(value, lines):
    assert outline(value, 20) == (tuple(lines), True)


def test_a_long_mapping_is_cut_and_says_so():
    lines, is_all = outline({str(number): number for number in range(100_000)}, 8)
    assert len(lines) == 8
    assert not is_all


def test_long_and_deep_values_are_bounded():
    deep = value = {}
    for _ in range(5_000):
        value["a"] = value = {}
    lines, _ = outline({"deep": deep, "long": "x" * 100_000}, 50)
    assert all(len(line.text) < 1000 for line in lines)
