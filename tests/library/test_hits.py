"""The line of a text that a search has found."""

from hypothesis import given
from hypothesis import strategies as st

from editor.library.hits import first_hit


def marked(hit):
    return [hit.text[start:end] for start, end in hit.marks]


def test_the_line_with_most_of_the_words_is_shown():
    hit = first_hit("Un été.\nUn mot.\nÉté comme hiver, l'ÉTÉ est là.\n", ("ete", "hiver"))
    assert hit is not None
    assert hit.line == 2
    assert marked(hit) == ["Été", "hiver", "ÉTÉ"]


def test_words_are_found_where_words_start():
    hit = first_hit("un tweet\nun retweet", ("tweet",))
    assert hit is not None
    assert hit.line == 0
    assert first_hit("un retweet", ("tweet",)) is None


def test_an_apostrophe_parts_two_words():
    hit = first_hit("Voici l’été", ("l'ete",))
    assert hit is not None
    assert marked(hit) == ["l", "été"]


def test_of_a_long_line_what_is_around_the_word_is_shown():
    hit = first_hit("mot " * 100 + "ici " + "mot " * 100, ("ici",))
    assert hit is not None
    assert hit.text.startswith("…mot")
    assert len(hit.text) < 210
    assert marked(hit) == ["ici"]


def test_signs_alone_find_nothing():
    assert first_hit("a ? b", ("?",)) is None


@given(st.text(), st.lists(st.text(min_size=1), min_size=1))
def test_marks_lie_within_the_line(text, words):
    hit = first_hit(text, words)
    if hit is not None:
        assert hit.line <= text.count("\n") + len(text)
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.marks)
