"""What can be typed into the search box."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.library import query
from editor.library.entry import Entry
from editor.problems.model import PostProblem

POSTS = [
    Entry("a.md", "Biz Stone et l'été", "2009-06-24", tags=("twitter", "vie numérique")),
    Entry("b.md", "Vacances", "2012-08-19", tags=("Twitter clients",), categories=("Été",)),
    Entry("c.md", "Later", "", is_draft=True),
    Entry("d.md", "Broken", "2009-01-02", problem=PostProblem("tab", 0, "", "", "")),
]
POSTS = [entry.made_sought() for entry in POSTS]


def found(text, in_text=frozenset()):
    return "".join(entry.place[0] for entry in query.select(POSTS, query.parse(text), in_text))


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("", "abcd"),
        ("ETE stone", "a"),
        ("ete", "ab"),
        ("tag:twitter", "ab"),
        ('tag:"twitter"', "a"),
        ('tag:"vie numérique"', "a"),
        ("étiquette:TWITTER", "ab"),
        ("category:ete", "b"),
        ("catégorie:été vacances", "b"),
        ("year:2009", "ad"),
        ("année:2009 stone", "a"),
        ("draft:", "c"),
        ("brouillon:non", "abd"),
        ("broken:", "d"),
        ("tag:", "abcd"),  # a value is still to be typed
        ("nothing", ""),
        ("http://x", ""),
    ],
)
def test_words_and_filters_choose(text, posts):
    assert found(text) == posts


def test_a_post_with_the_words_in_its_text_is_found_too():
    assert found("plain", frozenset({"c.md"})) == "c"
    assert found("plain year:2009", frozenset({"c.md", "a.md"})) == "a"


def test_one_letter_alone_is_not_looked_for_in_texts():
    assert query.parse("a").text_words == ()
    assert query.parse("a tweet").text_words == ("tweet",)
    assert query.parse("??").text_words == ()


@given(st.text())
def test_nothing_that_can_be_typed_is_an_error(text):
    query.select(POSTS, query.parse(text), frozenset())


def test_a_filter_is_added_changed_and_taken_away():
    text = query.with_filter("stone", "tag", "vie numérique")
    assert text == 'stone tag:"vie numérique"'
    assert query.with_filter(text, "tag", "web") == 'stone tag:"web"'
    assert query.with_filter(text, "tag", "vie numérique") == "stone"
    assert query.with_filter("", "draft", "") == "draft:"


def test_the_orders():
    def places(sort):
        return "".join(entry.place[0] for entry in query.in_order(POSTS, sort))

    assert places("newest") == "cbad"
    assert places("oldest") == "cdab"
    assert places("title") == "adcb"
    assert set(query.SORTS) == {"newest", "oldest", "title", "changed"}


def test_posts_stand_under_drafts_their_year_or_nothing():
    groups = [query.group_of(entry, "newest") for entry in POSTS]
    assert groups == ["2009", "2012", "draft", "2009"]
    assert query.group_of(POSTS[0], "title") is None


def test_values_are_counted_and_looked_up():
    assert query.counted(POSTS, "tags")[0] == ("twitter", 1)
    assert query.counted(POSTS, "year") == [("2012", 1), ("2009", 2)]
    assert query.with_value(POSTS, "tags", "twitter") == [POSTS[0]]


@pytest.mark.parametrize("sort", query.SORTS)
def test_a_post_keeps_its_place_where_nothing_changes_that_it_is_ordered_by(sort):
    before = Entry("b.md", "B", "2012-01-01", changed=5.0)
    others = [Entry("a.md", "A", "2011-01-01", changed=4), Entry("c.md", "C", "2013-01-01")]
    ways = (
        {"tags": ("x",)}, {"date": "2014-01-01"}, {"title": "D"}, {"changed": 9.0},
        {"is_draft": True},
    )  # fmt: skip
    for change in ways:
        after = replace(before, **change)
        orders = [
            [entry.place for entry in query.in_order([*others, entry_], sort)]
            for entry_ in (before, after)
        ]
        if query.stays(before, after, sort):
            assert orders[0] == orders[1]
    assert query.stays(before, replace(before, tags=("x",)), sort)
