"""Blocks and lines of what a preview shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gui.preview.preview_article import Article
from editor.rendering import LineMap, Patch, Rendering

ARTICLE = Article(7, ("<h1>a</h1>", "<p>b\nb\nb</p>", "<p>c\nc</p>"), LineMap(4, (2, 4, 2)))


def test_patches_lead_from_one_revision_to_the_next_one_after_the_other():
    added = Patch(1, 2, ("<p>B</p>", "<hr>"), (2, 4))
    dropped = Patch(0, 1, (), ())
    patched = ARTICLE.patched(Rendering(8, 7, (added, dropped), 3))
    assert patched == Article(8, ("<p>B</p>", "<hr>", "<p>c\nc</p>"), LineMap(3, (2, 4, 2)))
    assert list(patched.lines) == [3, 5, 9]


@pytest.mark.parametrize(
    "rendering",
    [
        Rendering(8, 6, (Patch(0, 1, ("x",), (1,)),)),
        Rendering(8, 7, (Patch(2, 4, ("x",), (1,)),)),
        Rendering(8, 7, (Patch(2, 1, ("x",), (1,)),)),
        Rendering(8, 7, (Patch(-1, 1, ("x",), (1,)),)),
        Rendering(8, 7, (Patch(0, 3, (), ()), Patch(0, 1, (), ()))),
        Rendering(8, 7, (Patch(0, 1, ("x",), (1, 2)),)),
        Rendering(8, -1, (Patch(0, 0, ("x",), ()),)),
    ],
)
def test_a_patch_that_does_not_fit_leads_nowhere(rendering):
    assert ARTICLE.patched(rendering) is None


blocks = st.lists(st.sampled_from(["a", "b", "c"])).map(tuple)


@given(blocks, blocks)
def test_the_change_between_two_articles_leads_from_one_to_the_other(old, new):
    start, end, html = Article(1, old).change_to(Article(2, new))
    assert old[:start] + html + old[end:] == new
    assert len(html) <= len(new)


def test_an_article_of_which_nothing_is_left_is_another_one():
    assert ARTICLE.is_unlike(Article(8, ("<p>x</p>", "<p>y</p>")))
    assert not ARTICLE.is_unlike(Article(8, ("<h1>a</h1>", "<p>y</p>")))
    assert not Article().is_unlike(ARTICLE)
    assert not Article(1, ("<p>typed</p>",)).is_unlike(Article(2, ("<p>typed!</p>",)))


def test_the_change_from_an_article_to_itself_is_empty():
    assert ARTICLE.change_to(ARTICLE)[2] == ()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (0, (0, 0.0)),  # in the front matter
        (4, (0, 0.0)),
        (6, (1, 0.0)),
        (7, (1, 1 / 3)),
        (9.5, (1, 1.0)),  # the blank line after the block
        (11, (2, 0.5)),
        (400, (2, 1.0)),
    ],
)
def test_a_line_lies_in_a_block(line, place):
    assert ARTICLE.place_of(line) == place


@pytest.mark.parametrize(
    ("place", "line"), [((0, 0.5), 4.5), ((1, 1 / 3), 7), ((2, 1), 12), ((3, 0), 0), ((-1, 0), 0)]
)
def test_a_place_in_a_block_is_a_line(place, line):
    assert ARTICLE.line_at(*place) == line


def test_the_empty_page_has_no_lines():
    assert Article().place_of(3) == (0, 0.0)
    assert Article().line_at(0, 0.5) == 0.0


SOURCE = ("---", "title: x", "---", "", "# a", "", "- one", "- two", "", "", "* last 😀 é", "", "")
LISTED = Article(
    3, ("<h1>a</h1>", "<ul><li>one<li>two</ul>", "<ul><li>last 😀 é</ul>"), LineMap(4, (2, 4, 1))
)


def read(start, end):
    return SOURCE[start:end]


@pytest.mark.parametrize(
    ("line", "spot"),
    [
        (1, (0, 0.0)),  # in the front matter
        (4, (0, 0.0)),
        (5.5, (0, 1.5)),  # the blank line
        (6, (1, 0.0)),
        (7, (1, 0.5)),
        (8.5, (1, 1.25)),
        (10, (2, 0.0)),
        (10.5, (2, 0.5)),
    ],
)
def test_a_line_has_its_spot_among_the_characters_of_a_block_or_below_it(line, spot):
    index, part = LISTED.spot_of(line, read)
    assert (index, pytest.approx(part, abs=0.1)) == spot
    if line > 1:
        assert LISTED.line_of_spot(index, part, read) == pytest.approx(line)


def test_lines_below_the_last_block_are_its_end():
    index, part = LISTED.spot_of(12, read)
    assert (index, part) == (2, 2.0)
    assert LISTED.line_of_spot(2, 2.0, read) == 11


@pytest.mark.parametrize(
    ("place", "word", "found"),
    [
        ((1, 0.5), "two", (7, 2, 5)),
        ((1, 0.5), "one", (6, 2, 5)),  # it is not where the page drew it, but it is there
        ((2, 0.7), "😀", (10, 7, 8)),
        ((2, 0.8), "é", (10, 9, 10)),
        ((1, 0.5), "o", None),  # a part of words alone
        ((1, 0.5), "three", None),
        ((1, 0.5), "", None),
        ((9, 0.5), "two", None),
    ],
)
def test_a_word_of_the_page_is_found_in_the_source_of_its_block(place, word, found):
    assert LISTED.word_at(*place, word, read) == found


def test_of_a_word_that_is_there_often_the_one_that_was_drawn_is_found():
    text = "the cat and *the* dog and the [bird](http://example.org/the/end) and the end"
    article = Article(1, ("<p>the cat and the dog and the bird and the end</p>",), LineMap(0, (1,)))
    letters = "thecatandthedogandthebirdandtheend"
    starts = [place for place in range(len(letters)) if letters.startswith("the", place)]
    found = [
        article.word_at(0, place / len(letters), "the", lambda _start, _end: (text,))
        for place in starts
    ]
    assert None not in found
    assert [start for _, start, _ in found] == [0, 13, 26, 69]


def test_the_empty_page_has_no_spots():
    assert Article().spot_of(3, read) == (0, 0.0)
    assert Article().line_of_spot(0, 0.5, read) == 0.0


def test_the_last_block_of_what_is_shown_first_reads_not_the_rest_of_the_text():
    asked = []

    def read_and_note(start, end):
        asked.append(end - start)
        return read(start, end)

    LISTED.spot_of(11, read_and_note)
    LISTED.line_of_spot(2, 0.5, read_and_note)
    assert max(asked) <= 4
