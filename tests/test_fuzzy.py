"""Names found by a few letters, and which comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.fuzzy import Name, best

NAMES = (
    "Go to line…",
    "Go to heading…",
    "Bold",
    "Open folder…",
    "Bulleted list",
    "Horizontal rule",
    "Full screen",
    "L’été à vélo",
    "Preferences…",
    "Find in all posts…",
)


def found(query, bonus=(), names=NAMES, most=20):
    return [names[place] for place in best(query, [Name.of(name) for name in names], most, bonus)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bold", "Bold"),
        ("head", "Go to heading…"),  # a word's start
        ("gohe", "Go to heading…"),  # the starts of words
        ("gtl", "Go to line…"),
        ("rule", "Horizontal rule"),
        ("FULL", "Full screen"),
        ("list bull", "Bulleted list"),  # in any order
        ("ete", "L’été à vélo"),
        ("ÉTÉ", "L’été à vélo"),
        ("velo", "L’été à vélo"),
        ("prefrences", "Preferences…"),  # a letter too few
        ("fdpo", "Find in all posts…"),
    ],
)
def test_the_best_fit_comes_first(query, first):
    assert found(query)[0] == first


def test_a_start_comes_before_a_word_and_a_word_before_what_is_inside():
    names = ("Toolist", "A list", "List", "Listing")
    assert found("list", names=names) == ["List", "Listing", "A list", "Toolist"]


def test_every_word_must_be_found():
    assert found("bold x") == []
    assert found("zzz") == []


def test_nothing_typed_fits_all_in_their_order():
    assert found("  ") == list(NAMES)


def test_a_small_bonus_decides_between_equals_alone():
    names = ("Row above", "Row below", "A row")
    assert found("row", bonus=[(1, 0.5), (2, 0.9)], names=names)[0] == "Row below"
    assert found("row", bonus=[(2, 0.9)], names=names)[0] != "A row"


def test_what_stands_beside_a_name_is_found_after_the_names():
    names = [Name.of("Move up", "Edit › Lines"), Name.of("Lines")]
    assert best("lines", names, 5) == [1, 0]


def test_no_more_are_given_than_asked_for():
    assert len(found("o", most=3)) == 3


@given(st.text(max_size=30), st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_looked_for_and_a_name_is_found_by_itself(query, texts):
    names = [Name.of(text) for text in texts]
    places = best(query, names, 100)
    assert len(set(places)) == len(places)
    for place, text in enumerate(texts):
        if len(text) < 200:
            assert place in best(text, names, 100)
