"""Blocks and lines of what a preview shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gui.preview_article import Article
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
