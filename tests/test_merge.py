from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.edits import Edit, apply, word_diff
from editor.merge import Choice, Conflict, merge

WORDS = st.sampled_from(["one ", "two ", "three", ", ", "\n", "\n\n", "é", "😀", "- ", "title: "])
TEXTS = st.lists(WORDS, max_size=30).map("".join)

BASE = "---\ntitle: A\n---\n\nThe first line of a post.\n\nThe last line of it.\n"


@given(TEXTS, TEXTS)
def test_what_one_alone_changed_stands(base, changed):
    assert merge(base, changed, base).text() == changed
    assert merge(base, base, changed).text() == changed
    assert not merge(base, changed, base).conflicts


@given(TEXTS, TEXTS)
def test_what_both_changed_in_the_same_way_stands_once(base, changed):
    merged = merge(base, changed, changed)
    assert (merged.text(), merged.conflicts) == (changed, ())


@given(TEXTS, TEXTS, TEXTS)
@example("one \n", "two \none \n", "one \n")
def test_of_a_conflict_either_side_can_be_had_and_nothing_is_lost(base, mine, theirs):
    merged = merge(base, mine, theirs)
    other = merge(base, theirs, mine)
    assert len(merged.conflicts) == len(other.conflicts)
    if not merged.conflicts:
        assert merged.text() == other.text()
    for conflict in merged.conflicts:
        assert conflict.mine in mine
        assert conflict.theirs in theirs
        assert conflict.base in base
        assert len({conflict.mine, conflict.theirs, conflict.base}) == 3


@given(TEXTS, TEXTS, TEXTS)
def test_every_word_that_one_added_is_in_a_merge_without_conflict(base, mine, theirs):
    merged = merge(base, mine, theirs)
    if not merged.conflicts:
        for added in [edit.new for side in (mine, theirs) for edit in word_diff(base, side)]:
            assert added in merged.text()


@given(st.lists(TEXTS, min_size=4, max_size=4), st.lists(TEXTS, min_size=2, max_size=2))
def test_changes_with_a_line_between_them_that_stands_once_both_stand(parts, changed):
    head, tail, new_head, new_tail = (part + "\n" for part in (*parts[:2], *changed))
    middle = "only once, here\n"
    merged = merge(head + middle + tail, new_head + middle + tail, head + middle + new_tail)
    assert merged.text() == new_head + middle + new_tail


def test_a_field_and_a_line_of_the_body_both_change():
    mine = BASE.replace("title: A", "title: B")
    theirs = BASE.replace("The last line", "The very last line")
    assert merge(BASE, mine, theirs).text() == mine.replace("The last", "The very last")


def test_words_of_one_paragraph_both_change():
    mine = BASE.replace("The first", "This first")
    theirs = BASE.replace("a post", "the post")
    merged = merge(BASE, mine, theirs)
    assert merged.text() == BASE.replace("The first line of a", "This first line of the")


def test_lines_side_by_side_both_change():
    merged = merge("one\ntwo\n", "uno\ntwo\n", "one\ndos\n")
    assert merged.text() == "uno\ndos\n"


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("one two\n", "uno two\n", "ein two\n"),
        ("one two\n", "uno two\n", "one dos\n"),  # words that touch
        ("one\n", "one\nmine\n", "one\ntheirs\n"),
        ("one\n", "", "one, changed\n"),
    ],
    ids=["the same word", "neighbours", "two ends", "taken away"],
)
def test_what_touches_is_a_conflict(base, mine, theirs):
    merged = merge(base, mine, theirs)
    assert len(merged.conflicts) == 1
    assert merged.text() == mine
    assert merged.text([Choice.THEIRS]) == theirs


def test_the_writer_chooses_conflict_by_conflict():
    base = "a\n\nb\n\nc\n"
    merged = merge(base, "x\n\nb, mine\n\nc\n", "y\n\nb\n\nz\n")
    assert [type(piece) for piece in merged.pieces] == [Conflict, str, str, str, str]
    assert merged.text([Choice.BOTH]) == "x\ny\n\nb, mine\n\nz\n"


def test_both_of_a_conflict_stand_in_lines_of_their_own():
    merged = merge("a", "mine", "theirs")
    assert merged.text([Choice.BOTH]) == "mine\ntheirs"


@given(TEXTS, TEXTS)
def test_a_diff_by_words_leads_from_one_text_to_the_other(old, new):
    edits = word_diff(old, new)
    assert apply(old, edits) == new
    assert all(one.end < other.start for one, other in pairwise(edits))


def test_a_diff_by_words_replaces_whole_words():
    assert word_diff("An old word.\n", "A new word.\n") == [Edit(0, 7, "A new ")]
