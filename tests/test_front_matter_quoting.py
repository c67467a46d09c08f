"""Texts in YAML: every reader takes them for what they are; quotes stand where one needs them."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.front_matter import set_field
from tests.quoting import CASES, misread, readers, written

PIECES = [
    *"-?:,[]{}#&*!|>'\"%@`~ \t\n\\=<.0129eExobyNT_+é\u00a0\u2028😀",
    "null",
    "on",
    "1:00",
    "a ",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.lists(
    st.sampled_from(PIECES), max_size=9
).map("".join)


@settings(max_examples=3, deadline=None)
@given(texts=st.lists(TEXTS, min_size=20, max_size=40))
def test_any_title_reads_back_the_same_in_every_reader_that_is_here(texts):
    wrong = {text: names for text, names in zip(texts, misread(texts), strict=True) if names}
    assert wrong == {}


def test_each_case_of_the_table_is_read_by_all():
    texts = [text for case in CASES.values() for text in case]
    wrong = {text: names for text, names in zip(texts, misread(texts), strict=True) if names}
    assert wrong == {}


PLAIN_PIECES = "abcéÀ日 .,;!?'\"()[]{}#:&*-_/%+«»…0123"


@pytest.mark.skipif("Psych" not in readers(), reason="no Ruby here")
@settings(max_examples=3, deadline=None)
@given(texts=st.lists(st.text(PLAIN_PIECES, max_size=30), min_size=20, max_size=40))
def test_quotes_stand_only_where_a_reader_would_take_something_else(texts):
    # What consists of digits and signs may be a number or a date to a reader that is not here.
    # And two indicators in a row are quoted unasked: no reader's rules for them are like another's.
    quoted = [
        text
        for text in texts
        if written(text) != text
        and text.strip("0123.,:?-+_ ")
        and not re.match(r"[-?][-?:,\[\]{}]", text)
    ]
    wrong = misread(quoted, bare=True)
    needless = [text for text, names in zip(quoted, wrong, strict=True) if not names]
    assert needless == []


def test_what_looks_like_nothing_special_stands_bare():
    for text in (
        *CASES["none needed"],
        *CASES["no indicator after all"],
        *CASES["almost a number"],
    ):
        assert written(text) == text


def test_half_a_surrogate_pair_is_no_text():
    with pytest.raises(ValueError, match="not_writable"):
        set_field("---\ntitle: A\n---\n", "title", "\udc80")


def test_libyaml_is_among_the_readers_where_pyyaml_has_it():
    assert ("libyaml" in readers()) == hasattr(yaml, "CSafeLoader")
