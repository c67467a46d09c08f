"""What posts teach: usual fields in their order, their kinds, and the values with their counts."""

from editor.field_habits import Habits, learn, uses_of
from editor.field_kinds import Kind
from editor.front_matter import read


def taught(*heads):
    return learn(uses_of(read(head)) for head in heads)


def yaml(*lines):
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\nBody.\n"


def test_what_half_of_the_posts_have_is_usual_in_the_order_they_have_it():
    habits = taught(
        yaml("layout: post", "title: A", "tags: [a]"),
        yaml("layout: post", "title: B", "tags: [b]", "weight: 1"),
        yaml("layout: post", "title: C", "date: 2024-01-01", "rare: x"),
        yaml("layout: post", "title: D", "date: 2024-01-02"),
    )
    assert habits.posts == 4
    assert habits.usual == ("layout", "title", "date", "tags")
    assert habits.of("weight").share == 0.25
    assert habits.format == "yaml"


def test_two_posts_teach_no_usual_fields():
    assert taught(yaml("a: 1"), yaml("a: 2")).usual == ()
    assert taught() == Habits()


def test_texts_without_front_matter_do_not_count():
    assert taught("Just text.\n", yaml("title: A")).posts == 1


def test_words_of_lists_are_counted_by_posts_the_most_frequent_first():
    habits = taught(yaml("tags: [web, twitter, web]"), yaml("tags: [twitter]"), yaml("tags: [Été]"))
    assert habits.of("tags").kind is Kind.LIST
    assert habits.of("tags").values == (("twitter", 2), ("web", 1), ("Été", 1))


def test_a_text_that_comes_again_is_a_choice_and_one_that_does_not_is_none():
    posts = [
        yaml(f"mood: {('calm', 'wild')[number % 2]}", f"city: Town {number}", f"title: {'A'}")
        for number in range(8)
    ]
    habits = taught(*posts)
    assert habits.of("mood").kind is Kind.CHOICE
    assert habits.of("mood").values == (("calm", 4), ("wild", 4))
    assert habits.of("city").kind is Kind.TEXT
    assert habits.of("title").kind is Kind.TEXT  # whatever they hold


def test_a_field_s_kind_is_that_of_most_posts():
    habits = taught(yaml("rating: 4"), yaml("rating: good"), yaml("rating: 5"))
    assert habits.of("rating").kind is Kind.NUMBER


def test_a_broken_field_teaches_nothing_and_spoils_no_other():
    habits = taught(*[yaml("title: A : b", "layout: post")] * 3)
    assert habits.of("title") is None
    assert habits.usual == ("layout",)


def test_a_header_s_keys_are_one_whatever_their_letters():
    habits = taught(
        "Title: A\nTags: a, b\n\nBody", "title: B\ntags: b\n\nBody", "TITLE: C\nslug: c\n\nBody"
    )
    assert habits.format == "header"
    assert habits.usual == ("title", "tags")
    assert habits.of("tags").values == (("b", 2), ("a", 1))


def test_long_texts_are_not_kept():
    habits = taught(*[yaml("note: |", "  two", "  lines", f"other: {'x' * 100}")] * 3)
    assert [habit.values for habit in habits.fields] == [(), ()]
