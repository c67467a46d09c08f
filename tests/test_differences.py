from hypothesis import given
from hypothesis import strategies as st

from editor import differences
from editor.differences import Row, Skipped

LINES = st.lists(st.sampled_from(["one two\n", "three\n", "\n", "é ; à\n", "end"]), max_size=20)
TEXTS = LINES.map("".join)


def rows(left, right, context=3):
    return list(differences.rows(left, right, context))


def side(found, name):
    lines = [getattr(row, name) for row in found if isinstance(row, Row)]
    return ["".join(piece.text for piece in line.pieces) for line in lines if line is not None]


def marked(found, name):
    lines = [getattr(row, name) for row in found if isinstance(row, Row)]
    return [piece.text for line in lines if line for piece in line.pieces if piece.differs]


@given(TEXTS, TEXTS)
def test_with_enough_around_it_each_side_is_its_whole_text(left, right):
    found = rows(left, right, context=1000)
    if left != right:
        assert "\n".join(side(found, "left")) == left.removesuffix("\n")
        assert "\n".join(side(found, "right")) == right.removesuffix("\n")
        numbers = [row.right.number for row in found if row.right]
        assert numbers == list(range(len(numbers)))


@given(TEXTS, TEXTS)
def test_lines_not_shown_are_counted(left, right):
    found = rows(left, right, context=1)
    shown = len(side(found, "left"))
    skipped = sum(row.lines for row in found if isinstance(row, Skipped))
    if left != right:
        assert shown + skipped == left.count("\n") + (not left.endswith("\n") and bool(left))


def test_equal_texts_have_no_rows():
    assert rows("a\n", "a\n") == []


def test_in_a_line_that_changed_only_the_changed_words_are_marked():
    found = rows("The old end of it.\n", "The new end of it.\n")
    assert (marked(found, "left"), marked(found, "right")) == (["old "], ["new "])


def test_lines_with_little_in_common_are_marked_whole():
    found = rows("Il pleut à Paris.\n", "Nothing of that, though.\n")
    assert marked(found, "left") == ["Il pleut à Paris."]


def test_lines_taken_away_stand_beside_nothing():
    found = rows("a\nb\nc\n", "a\nc\n")
    assert [(row.left.number, row.right and row.right.number) for row in found] == [
        (0, 0),
        (1, None),
        (2, 1),
    ]


def test_a_last_line_end_that_is_gone_is_a_difference():
    assert [row.differs for row in rows("a\nb\n", "a\nb")] == [False, True]


def test_what_is_the_same_is_shown_around_changes_alone():
    lines = [f"{number}\n" for number in range(40)]
    left = "".join(lines)
    right = left.replace("20\n", "twenty\n")
    found = rows(left, right, context=2)
    assert isinstance(found[0], Skipped)
    assert found[0].lines == 18
    assert isinstance(found[-1], Skipped)
    assert len(found) == 7


def test_of_very_many_differences_the_first_are_there_at_once():
    left = "".join(f"old {number} of these words\n" for number in range(20_000))
    right = left.replace("old", "new")
    found = differences.rows(left, right)
    assert next(found).left.number == 0


def test_a_line_put_first_has_the_same_context_as_another():
    lines = [f"{number}\n" for number in range(9)]
    found = rows("".join(lines), "".join(["new\n", *lines[:4], "4, new\n", *lines[5:]]), context=1)
    shown = [row.left.number if isinstance(row, Row) and row.left else row for row in found]
    assert shown[1:] == [0, Skipped(2), 3, 4, 5, Skipped(3)]
