"""Names that differ in case, accents, plural, hyphens and spaces alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.near_names import is_near, usual_spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Web", "web"),
        ("vélo", "velo"),
        ("tag", "tags"),
        ("story", "stories"),
        ("galerie", "galeries"),
        ("box", "boxes"),
        ("presse", "presses"),
        ("photo", "photos"),
        ("potato", "potatoes"),
        ("journal", "journaux"),
        ("travail", "travaux"),
        ("réseau", "reseaux"),
        ("jeu", "Jeux"),
        ("bijou", "bijoux"),
        ("open source", "open-source"),
        ("open source", "opensource"),
        ("logiciel libre", "Logiciels libres"),
        ("réseau social", "réseaux sociaux"),
        ("l'été", "l’ete"),
        ("RSS", "rss"),
        ("été", "e\u0301te\u0301"),
    ],
)
def test_these_are_one_name(one, other):
    assert is_near(one, other)
    assert is_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("web", "book"),
        ("new", "news"),
        ("press", "presse"),
        ("not", "note"),
        ("bu", "bus"),
        ("c", "c++"),
        ("c", "c#"),
        ("2009", "2010"),
        ("", "--"),
    ],
)
def test_these_are_two(one, other):
    assert not is_near(one, other)


def test_the_usual_spelling_is_the_one_that_more_posts_have():
    values = [("web", 40), ("Web", 3), ("webs", 41), ("presse", 90)]
    assert usual_spelling("WEB", values) == ("webs", 41)
    assert usual_spelling("Web", values) == ("webs", 41)
    assert usual_spelling("webs", values) is None
    assert usual_spelling("press", values) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_nearness_goes_both_ways(one, other):
    assert is_near(one, other) == is_near(other, one)


@given(st.text(alphabet="aeésx -l", min_size=1, max_size=400))
def test_names_of_many_words_take_no_time(name):
    assert usual_spelling(name, [(name, 1)]) is None
