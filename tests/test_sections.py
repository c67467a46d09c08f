"""Sections that are moved: whole, nothing glued, the end of the file as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.headings import headings
from editor.sections import end_of, move, swap_with_neighbour

POST = "---\ntitle: A\n---\nIntro.\n\n# One\n\ntext 1\n\n## Sub\n\ntext s\n\n# Two\n\ntext 2\n"


def line_of(text, words):
    return text.split("\n").index(words)


def moved(text, words, before):
    target = len(text.split("\n")) if before is None else line_of(text, before)
    return edits.apply(text, move(text, line_of(text, words), target))


def test_a_section_moves_with_those_below_it():
    assert moved(POST, "# One", None) == (
        "---\ntitle: A\n---\nIntro.\n\n# Two\n\ntext 2\n\n# One\n\ntext 1\n\n## Sub\n\ntext s\n"
    )
    assert moved(POST, "# Two", "# One") == moved(POST, "# One", None)
    assert moved(POST, "## Sub", "# One") == (
        "---\ntitle: A\n---\nIntro.\n\n## Sub\n\ntext s\n\n# One\n\ntext 1\n\n# Two\n\ntext 2\n"
    )


def test_moved_onto_itself_or_into_itself_it_stays():
    assert move(POST, line_of(POST, "# One"), line_of(POST, "## Sub")) == []
    assert move(POST, line_of(POST, "# One"), line_of(POST, "# Two")) == []
    assert move(POST, line_of(POST, "# Two"), len(POST.split("\n"))) == []
    assert move(POST, 0, 5) == []


def test_a_file_without_a_last_newline_keeps_none():
    text = "# A\n\na\n\n# B\n\nb"
    assert moved(text, "# B", "# A") == "# B\n\nb\n\n# A\n\na"


def test_where_no_blank_line_stood_one_comes_so_that_nothing_is_glued():
    assert moved("# A\na\n# B\nb", "# B", "# A") == "# B\nb\n\n# A\na"
    text = "Intro\n\nTitle\n=====\na\nOther\n=====\nb\n"  # the second heading is no paragraph's end
    assert moved(text, "Other", "Title") == "Intro\n\nOther\n=====\nb\n\nTitle\n=====\na\n"


def test_a_section_that_would_swallow_others_is_not_moved():
    text = "# A\n\na\n\n# B\n\n```\nnever closed\n"
    assert move(text, line_of(text, "# B"), 0) == []


@pytest.mark.parametrize(
    ("line", "by", "first"),
    [("text 2", -1, "# Two"), ("text 1", 1, "# Two"), ("# One", 1, "# Two")],
)
def test_the_section_of_the_caret_changes_places_with_its_neighbour(line, by, first):
    number = line_of(POST, line)
    changes, lines = swap_with_neighbour(POST, number, by)
    text = edits.apply(POST, changes)
    assert text.split("\n")[5] == first
    assert text.split("\n")[number + lines] == line


def test_the_first_and_the_last_among_their_neighbours_stay():
    assert swap_with_neighbour(POST, line_of(POST, "# One"), -1) == ([], 0)
    assert swap_with_neighbour(POST, line_of(POST, "## Sub"), 1) == ([], 0)
    assert swap_with_neighbour(POST, 3, 1) == ([], 0)


LINES = st.lists(st.sampled_from(["# A", "## B", "### C", "text", "", "- x", "D\n===", "```"]))


@given(LINES, st.booleans(), st.data())
def test_whatever_is_moved_every_line_with_words_is_still_there(lines, ends, data):
    text = "\n".join(lines) + ("\n" if ends else "")
    found = headings(text)
    if not found:
        return
    heading = data.draw(st.sampled_from(found))
    target = data.draw(st.sampled_from([*(other.line for other in found), len(text.split("\n"))]))
    after = edits.apply(text, move(text, heading.line, target))
    assert sorted(filter(None, after.split("\n"))) == sorted(filter(None, text.split("\n")))
    assert sorted((h.level, h.text) for h in headings(after)) == sorted(
        (h.level, h.text) for h in found
    )


@given(LINES, st.data(), st.sampled_from([-1, 1]))
def test_the_caret_s_heading_is_where_it_is_said_to_be(lines, data, by):
    text = "\n".join(lines) + "\n"
    found = headings(text)
    if not found:
        return
    heading = data.draw(st.sampled_from(found))
    changes, moved_by = swap_with_neighbour(text, heading.line, by)
    after = edits.apply(text, changes)
    line = heading.line + moved_by
    assert (heading.level, heading.text) in [
        (h.level, h.text) for h in headings(after) if h.line == line
    ]


def test_where_a_section_ends():
    found = headings(POST)
    assert end_of(found, 0, 99) == line_of(POST, "# Two")
    assert end_of(found, 2, 99) == 99
