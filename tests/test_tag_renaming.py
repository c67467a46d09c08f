"""Tags and categories renamed: that value changes, and no character else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import front_matter
from editor.edits import apply
from editor.tag_renaming import (
    Term,
    alike,
    counted,
    named_in,
    near_duplicates,
    renamed,
    terms_of,
)

TAG = Term("tags", "old")


def after(text: str, generator: str = "jekyll", term: Term = TAG, new: str = "new") -> str:
    return apply(text, renamed(text, term, new, generator))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("tags: [a, old, b]  # why", "tags: [a, new, b]  # why"),
        ("tags:\n  - a\n  - 'old' # why\n  - b", "tags:\n  - a\n  - 'new' # why\n  - b"),
        ("tags: a old b", "tags: a new b"),
        ("tags: old", "tags: new"),
        ("tag: old", "tag: new"),
        ("tags: [old, new]", "tags: [new]"),
        ("tags: [older, a old]", "tags: [older, a old]"),
        ("categories: [old]", "categories: [old]"),
        ("title: old", "title: old"),
    ],
)
def test_the_value_changes_and_no_character_else(before, expected):
    text = "---\nlayout:  post\n{}\ntitle: 'x'   # old\n---\nold\n"
    assert after(text.format(before)) == text.format(expected)


def test_a_name_of_two_words_makes_a_list_of_words_in_a_row():
    text = after("---\ntags: a old\n---\n", new="two words")
    assert front_matter.read(text).field("tags").value == ["a", "two words"]


def test_in_hugo_a_text_is_one_name():
    assert after("---\ntags: a old\n---\n", "hugo") == "---\ntags: a old\n---\n"
    assert after('+++\ntags = ["old", "b"]\n+++\n', "hugo") == '+++\ntags = ["new", "b"]\n+++\n'


def test_in_a_header_names_stand_between_commas():
    text = "Title: x\nTags: a, old, b\nCategory: old\n\nBody\n"
    assert after(text, "pelican") == text.replace("a, old", "a, new")
    category = Term("categories", "old")
    assert after(text, "pelican", category) == text.replace("y: old", "y: new")


def test_a_broken_field_is_left():
    text = "---\ntags: [old\ntitle: x\n---\n"
    assert after(text) == text


def test_a_number_is_a_name_too():
    term = Term("tags", "2009")
    assert after("---\ntags: [2009, a]\n---\n", term=term) == "---\ntags: [new, a]\n---\n"


NAMES = st.lists(st.sampled_from(["old", "new", "a", "b c", "été", "2009"]), max_size=4)


@given(NAMES, st.booleans())
def test_the_other_names_stay_in_their_order(names, is_flow):
    written = [f'"{name}"' for name in names]
    tags = f" [{', '.join(written)}]" if is_flow else "".join(f"\n- {one}" for one in written)
    text = f"---\ntitle: x\ntags:{tags or ' []'}\nlast: y\n---\nBody\n"
    new = front_matter.read(after(text)).field("tags")
    kept = [name for name in names if name not in ("old", "new")]
    assert [name for name in new.value or [] if name != "new"] == kept
    assert ("new" in (new.value or [])) == ("old" in names or "new" in names)


def test_terms_are_counted_by_posts():
    heads = ["tags: [a, b, b]\ncategory: c", "tags: a", "tags: [A]\ncategories: [c]"]
    read = [front_matter.read(f"---\n{head}\n---\n") for head in heads]
    terms = counted(terms_of(named_in(front), "jekyll") for front in read)
    assert [(one.group, one.name, one.posts) for one in terms] == [
        ("tags", "A", 1),
        ("tags", "a", 2),
        ("tags", "b", 1),
        ("categories", "c", 2),
    ]
    assert [[one.name for one in found] for found in near_duplicates(terms)] == [["a", "A"]]
    assert [one.name for one in alike(terms, "Á", "tags")] == ["A", "a"]
