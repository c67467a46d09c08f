from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.spelling import accepted
from editor.spelling.checking import Checker, Question
from editor.spelling.dictionaries import available, for_language
from editor.spelling.process import SpellingProcess

OWN = available([Path("resources/dictionaries").resolve()])
POST = """---
title: Une grosse fotte
---
Un mot plébicité, deux *foutes*.
Sur la même.

```
kode
```

Un mot plébicité, deux *foutes*.
"""


FRENCH = for_language("fr", OWN)


@pytest.fixture
def check():
    process = SpellingProcess()
    yield lambda *question: process.check(Question(*question), for_language(question[1], OWN))
    process.stop()


class Counting:
    """A process that finds each word with an x wrong, and counts what it was asked."""

    def __init__(self):
        self.asked = []

    def wrong(self, words, _dictionaries):
        self.asked += words
        return frozenset(word for word in words if "x" in word)


def test_wrong_words_are_found_by_line_in_prose_alone(check):
    checked = check(POST, "fr")
    assert checked.lines == {"Un mot plébicité, deux *foutes*.": ((7, 16),)}


def test_accepted_words_are_right(check):
    assert check(POST, "fr", frozenset({"plébicité"})).lines == {}


@pytest.mark.parametrize("language", ["", "tlh"])
def test_a_language_without_a_dictionary_has_no_wrong_words(check, language):
    checked = check(POST, language)
    assert checked.lines == {}
    assert checked.dictionaries == ()


def test_what_is_known_is_not_asked_again():
    words = Counting()
    checker = Checker(words)
    checker.wrong_by_line("un deux", frozenset(), FRENCH)
    checker.wrong_by_line("un deux troix", frozenset(), FRENCH)
    assert sorted(words.asked) == ["deux", "troix", "un"]


@given(st.lists(st.sampled_from(["", "axe", "un axe deux", "xx 😀 xx", "- ax", "```"]), max_size=9))
def test_a_span_is_a_wrong_word_of_its_line(lines):
    wrong = Checker(Counting()).wrong_by_line("\n".join(lines), frozenset(), FRENCH)
    for line, spans in wrong.items():
        assert line in lines
        for start, end in spans:
            assert "x" in line[start:end]


def test_words_said_to_be_right_are_kept_in_order(tmp_path):
    file = accepted.personal(tmp_path / "settings")
    assert accepted.words_in(file) == frozenset()
    for word in ("Zoé", "étain", "Abel", "Zoé"):
        accepted.add(file, word)
    assert file.read_text(encoding="utf-8") == "Abel\nZoé\nétain\n"
    assert accepted.words_in(file) == {"Abel", "Zoé", "étain"}


def test_each_site_has_its_own_words(tmp_path):
    one, other = (accepted.of_site(tmp_path, tmp_path / name) for name in ("a", "b"))
    accepted.add(one, "mot")
    assert accepted.words_in(one, other) == {"mot"}
    assert accepted.words_in(other) == frozenset()


def test_a_broken_file_of_words_has_none(tmp_path):
    (tmp_path / "words.txt").mkdir()
    assert accepted.words_in(tmp_path / "words.txt", tmp_path / "none") == frozenset()
