import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.edits import Edit, apply, diff

# Few letters, so that lines come twice and edits meet; astral ones, so that offsets matter.
TEXTS = st.text(alphabet="ab\n\né😀", max_size=60)


def test_edits_apply_in_any_order_to_the_text_they_were_made_for():
    assert apply("one two", [Edit(4, 7, "2"), Edit(0, 3, "1"), Edit(7, 7, "!")]) == "1 2!"


def test_texts_inserted_at_one_place_stand_in_the_order_given():
    assert apply("ad", [Edit(1, 1, "b"), Edit(1, 1, "c")]) == "abcd"


def test_offsets_are_code_points():
    assert apply("😀é", [Edit(1, 2, "e")]) == "😀e"


@pytest.mark.parametrize(
    "overlapping",
    [
        [Edit(0, 2, ""), Edit(1, 3, "")],
        [Edit(0, 3, ""), Edit(1, 1, "x")],
        [Edit(2, 4, "")],
        [Edit(-1, 1, "")],
        [Edit(2, 1, "")],
    ],
    ids=["overlap", "inside", "after the end", "before the start", "backwards"],
)
def test_edits_that_overlap_or_lie_outside_are_refused(overlapping):
    with pytest.raises(ValueError, match=r"overlaps another edit or is outside 0\.\.3"):
        apply("abc", overlapping)


@given(TEXTS, TEXTS)
def test_a_diff_leads_from_one_text_to_the_other(old, new):
    found = diff(old, new)
    assert apply(old, found) == new
    assert found == sorted(found, key=lambda edit: edit.start)


@given(TEXTS, TEXTS)
def test_a_diff_out_of_time_leads_there_in_fewer_edits(old, new):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "_MAX_PAIRS", 0)
        rough = diff(old, new)
    assert apply(old, rough) == new
    assert all(edit.start < edit.end or edit.new for edit in rough)


@given(TEXTS)
def test_equal_texts_have_no_edits(text):
    assert diff(text, text) == []


def test_a_word_changed_in_a_line_is_one_small_edit():
    assert diff("a\nthe old word\nz\n", "a\nthe new word\nz\n") == [Edit(6, 9, "new")]


def test_changes_far_apart_are_edits_of_their_own():
    old = "".join(f"line {n}\n" for n in range(1000))
    new = old.replace("line 3\n", "line three\n").replace("line 996\n", "") + "end"
    found = diff(old, new)
    assert [edit.new for edit in found] == ["three", "", "end"]
    assert apply(old, found) == new


def test_a_line_moved_is_taken_out_and_put_in():
    assert diff("a\nb\nc\nd\n", "b\nc\na\nd\n") == [Edit(0, 2, ""), Edit(6, 6, "a\n")]


def test_changes_among_equal_lines_are_found():
    old = "x\n\n" * 50 + "y\n" + "x\n\n" * 50
    new = "x\n\n" * 20 + "new\n" + "x\n\n" * 30 + "y\n" + "x\n\n" * 40
    assert apply(old, diff(old, new)) == new
    assert sum(len(edit.new) + edit.end - edit.start for edit in diff(old, new)) == 4 + 30


def _megabyte(kinds: int) -> str:
    """A megabyte of lines, `kinds` of them different."""
    chance = random.Random(kinds)
    return "".join(f"{chance.randrange(kinds):<39}\n" for _ in range(25_000))


@pytest.mark.parametrize("kinds", [2, 100, 10**9])
def test_a_megabyte_against_another_takes_under_a_second(kinds):
    old = _megabyte(kinds)
    new = "start\n" + old[::-1]
    began = time.process_time()
    found = diff(old, new)
    assert time.process_time() - began < 1
    assert apply(old, found) == new


def test_every_line_of_a_megabyte_may_change():
    old = _megabyte(10**9)
    new = old.replace("\n", " \n")
    found = diff(old, new)
    assert len(found) == 25_000
    assert all(edit.new == " " for edit in found)
