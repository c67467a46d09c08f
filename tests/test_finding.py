"""Finding: as the writer typed it, by words, by patterns; and no pattern that never ends."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.finding import Found, Hit, PatternError, Search, TooSlowError, Wanted, edits_of, line_of


def found(text, wanted, replacement=None, **options):
    if isinstance(wanted, str):
        wanted = Wanted(wanted, **options)
    return Search(wanted, replacement).find(text)


def words(text, wanted, **options):
    return [text[hit.start : hit.end] for hit in found(text, wanted, **options).hits]


def replaced(text, wanted, replacement, **options):
    return edits.apply(text, edits_of(found(text, wanted, replacement, **options)))


def test_capitals_count_only_if_asked_for_accents_always():
    text = "Été, été, ÉTÉ, ete"
    assert words(text, "été") == ["Été", "été", "ÉTÉ"]
    assert words(text, "été", matches_case=True) == ["été"]
    assert words(text, "ete") == ["ete"]


def test_whole_words_stand_alone():
    text = "art, l'art, partir, arts, art_2"
    assert [hit.start for hit in found(text, "art", whole_words=True).hits] == [0, 7]
    assert [hit.start for hit in found(text, "ar.", whole_words=True, is_pattern=True).hits] == [
        0,
        7,
    ]


def test_signs_are_found_as_they_stand_also_as_whole_words():
    assert words("a (b) [c](d)", "[c](") == ["[c]("]
    assert words("**gras**, gras", "**gras", whole_words=True) == ["**gras"]
    assert words("a.b axb", "a.b") == ["a.b"]


def test_a_pattern_takes_lines_one_by_one():
    text = "# Un\ntexte\n## Deux\n"
    assert words(text, "^#+ .*$", is_pattern=True) == ["# Un", "## Deux"]


def test_a_pattern_may_go_over_lines_and_names_its_groups():
    assert replaced("un\ndeux\n", r"(\w+)\n(\w+)", r"\2 \1", is_pattern=True) == "deux un\n"


def test_a_replacement_of_plain_words_is_taken_as_it_stands():
    assert replaced("a a", "a", r"\1\n$1") == r"\1\n$1 \1\n$1"


def test_a_place_between_characters_can_be_replaced():
    assert replaced("un\ndeux", "^", "> ", is_pattern=True) == "> un\n> deux"


def test_what_lies_before_the_start_is_not_found():
    assert Search(Wanted("a")).find("a-a", 1) == Found((Hit(2, 3),))


def test_more_hits_than_wanted_are_told():
    some = Search(Wanted("a")).find("aaaa", most=3)
    assert len(some.hits) == 3
    assert not some.is_all


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "a{3", r"(?P<n>a)(?P<n", "(?<=a", "\\"])
def test_a_pattern_that_is_none_is_an_error_of_ours(pattern):
    with contextlib.suppress(PatternError):
        Search(Wanted(pattern, is_pattern=True)).find("a{3 x")


@pytest.mark.parametrize("replacement", [r"\2", r"\g<none>", "\\"])
def test_a_replacement_that_names_no_group_is_told(replacement):
    with pytest.raises(PatternError):
        found("aa", "(a)", replacement, is_pattern=True)


@pytest.mark.parametrize(
    "pattern", ["((a{1000}){1000}){1000}", "(((a{99,}){99}){99}){99}", "a" * 1001]
)
def test_a_pattern_that_would_fill_the_memory_is_refused(pattern):
    with pytest.raises(PatternError):
        Search(Wanted(pattern, is_pattern=True))


@pytest.mark.parametrize("pattern", [r"^(a|aa)+$", r"(x+x+)+y", r"(?:a|a?)+$", r"(\w+\s?)*!"])
def test_a_pattern_that_would_run_for_ever_is_stopped(pattern):
    text = "a" * 3000 + "b" + "x" * 3000 + " word" * 500
    started = time.monotonic()
    with contextlib.suppress(TooSlowError):
        Search(Wanted(pattern, is_pattern=True)).find(text, seconds=0.2)
    assert time.monotonic() - started < 20


@given(st.text(alphabet="ab(){}[]*+?\\^$|.,1é\n", max_size=12), st.text("ab1é\n", max_size=30))
def test_any_pattern_ends_in_hits_or_an_error(pattern, text):
    try:
        hits = Search(Wanted(pattern, is_pattern=True), "x").find(text, seconds=0.5).hits
    except (PatternError, TooSlowError):
        return
    edits.apply(text, [edits.Edit(hit.start, hit.end, hit.new) for hit in hits])


@given(st.text(), st.text(min_size=1, max_size=3))
def test_plain_words_are_found_where_python_finds_them(text, wanted):
    hits = found(text, wanted, matches_case=True).hits
    assert len(hits) == text.count(wanted)


def test_the_line_of_a_place():
    assert line_of("ab\ncd", 3) == (3, 5)
    assert line_of("ab\ncd", 2) == (0, 2)
