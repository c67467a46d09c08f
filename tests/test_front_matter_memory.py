"""A value that a field had before gets back the characters it had then."""

import pytest

from editor.edits import apply
from editor.front_matter import FieldError, Remembered, quote_field, read, set_field

FOLDED = """\
---
description: >
  A text that was folded
  by hand.
tags:  # the site's own
  - a  # first
  - b
---
Body
"""


def changed(text, key, value, remembered=None):
    edits = set_field(text, key, value, remembered=remembered or Remembered())
    return apply(text, edits)


def there_and_back(text, key, new):
    remembered = Remembered().seeing(text, key)
    field = read(text).field(key)
    other = changed(text, key, new)
    assert other != text
    return changed(other, key, field.value, remembered)


@pytest.mark.parametrize(
    ("text", "key", "new"),
    [
        (FOLDED, "description", "New"),
        (FOLDED, "description", "New " * 40),
        (FOLDED, "tags", ["c"]),
        (FOLDED, "tags", []),
        (FOLDED, "tags", "one"),
        ("---\ntitle: one\n  two\n---\n", "title", "three"),
        ('---\ntitle: "one\n\n  two \\\n  three"\n---\n', "title", "three"),
        ("---\ntitle: 'A'\n---\n", "title", "A : b"),
        ("---\ntitle: ~  # none yet\n---\n", "title", "A"),
        ("---\ntags: [ a,\n  'b' ]\n---\n", "tags", ["c"]),
        ("+++\ntags = ['a',\n  \"b\", # last\n]\n+++\n", "tags", ["c"]),
        ('{"tags": [\n  "a"\n],\n"title": "\\u00e9"}\n', "tags", []),
        ('{"tags": [\n  "a"\n],\n"title": "\\u00e9"}\n', "title", "new"),
        ("Title: A\n    longer\n    title\nTags: b\n\nBody\n", "title", "B"),
    ],
)
def test_a_value_set_back_has_its_own_lines_and_quotes_again(text, key, new):
    assert there_and_back(text, key, new) == text


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Twitter : the company\nlayout: post\n---\n",
        "---\nlayout: post\ntitle: 'L'été'\n---\n",
        '---\ntitle: "Thing" avoidance\n---\n',
        "---\ndate: 0000-00-00 00:00:00\n---\n",
        '+++\nauthor = [""Erik"]\ntitle = "A"\n+++\n',
    ],
)
def test_a_broken_field_set_back_to_its_own_text_is_as_broken_as_it_was(text):
    key = next(field.key for field in read(text).fields if field.problem)
    assert there_and_back(text, key, "New") == text


def test_a_field_that_was_mended_stays_so():
    text = "---\ntitle: A : b\n---\n"
    mended = apply(text, quote_field(text, "title"))
    remembered = Remembered().seeing(text, "title").seeing(mended, "title")
    other = changed(mended, "title", "New")
    assert changed(other, "title", "A : b", remembered) == mended


def test_a_comment_written_meanwhile_stays():
    text = "---\ntitle: 'A'\n---\n"
    remembered = Remembered().seeing(text, "title")
    other = "---\ntitle: B  # better\n---\n"
    assert changed(other, "title", "A", remembered) == "---\ntitle: A  # better\n---\n"


def test_what_would_change_another_field_is_not_given_back():
    text = "---\na: &x one\nb: 'two'\n---\n"
    remembered = Remembered().seeing(text, "b")
    other = "---\na: &x one\nb: three\nc: *x\n---\n"
    assert changed(other, "b", "two", remembered) == "---\na: &x one\nb: 'two'\nc: *x\n---\n"
    alias = Remembered().seeing("---\na: &x one\nb: *x\n---\n", "b")
    assert changed("---\nb: two\n---\n", "b", "one", alias) == "---\nb: one\n---\n"


def test_the_first_look_of_a_field_outlives_much_typing():
    text = FOLDED
    remembered = Remembered()
    for typed in range(200):
        remembered = remembered.seeing(text, "description")
        text = changed(text, "description", f"New {typed}")
    assert len(remembered.looks) < 60
    old = read(FOLDED).field("description").value
    assert changed(text, "description", old, remembered) == FOLDED


def test_a_field_that_is_not_there_is_not_remembered():
    assert Remembered().seeing("---\ntitle: A\n---\n", "layout") == Remembered()
    with pytest.raises(FieldError):
        set_field("---\n- a\n---\n", "title", "A", remembered=Remembered())
