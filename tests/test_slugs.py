"""Slugs: those that the generators make, and names of files that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.slugs import NamingHabit, file_slug, naming_habit, pelican_slug, romanised, slug_of
from tests.random_titles import titles
from tests.slugs import JUDGES, differences, is_here

MAYOR = "L'excès à vélo de M. le maire"


@pytest.mark.parametrize("generator", JUDGES)
def test_slugs_are_those_of_the_generator(generator):
    if not is_here(generator):
        pytest.skip(f"there is no {generator} here")
    assert list(differences(generator, list(titles(300, seed=3)))) == []


@pytest.mark.parametrize(
    ("generator", "slug"),
    [
        ("jekyll", "l-excès-à-vélo-de-m-le-maire"),
        ("hugo", "lexcès-à-vélo-de-m.-le-maire"),
        ("pelican", "lexces-a-velo-de-m-le-maire"),
        ("commonmark", "l-exces-a-velo-de-m-le-maire"),
    ],
)
def test_a_french_title(generator, slug):
    assert slug_of(MAYOR, generator) == slug
    assert file_slug(MAYOR, generator) == slug


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        (["un-ete"] * 6, "l-exces-a-velo-de-m-le-maire"),
        (["un-été", "b"] * 3, "l-excès-à-vélo-de-m-le-maire"),
        (["un_ete"] * 6, "l_exces_a_velo_de_m_le_maire"),
        (["Un-Ete"] * 6, "L-exces-a-velo-de-M-le-maire"),
    ],
)
def test_a_new_post_is_named_as_the_others_of_its_site(names, slug):
    assert file_slug(MAYOR, "jekyll", habit=naming_habit(names)) == slug


def test_few_names_tell_no_habit_of_accents():
    assert naming_habit(["a-b", "c"]) == NamingHabit(None)


def test_slugs_of_pelican_follow_its_settings():
    settings = {
        "SLUGIFY_PRESERVE_CASE": True,
        "SLUG_REGEX_SUBSTITUTIONS": [["C\\+\\+", "cpp"], ["[^\\w\\s-]", ""], ["[-\\s]+", "-"]],
    }
    assert pelican_slug("Learn C++ now", settings) == "Learn-cpp-now"


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(?:a|a)*b", "a*a*a*a*b", "((", "\\", "(a)\\1+", None]
)
def test_a_hostile_pattern_neither_stops_nor_takes_long(pattern):
    assert pelican_slug("a" * 5000, {"SLUG_REGEX_SUBSTITUTIONS": [[pattern, ""], 3]})


@pytest.mark.parametrize(
    "name", ["CON", "nul", "../../etc/passwd", "a/b:c", "?", "." * 9, "ü" * 400]
)
@pytest.mark.parametrize("generator", ["jekyll", "hugo", "pelican", "commonmark"])
def test_a_name_is_fit_for_every_system(name, generator):
    slug = file_slug(name, generator)
    assert not set('/\\:*?"<>|') & set(slug)
    assert not slug.startswith(".")
    assert slug.upper() not in ("CON", "NUL")
    assert len(slug.encode()) <= 180


@given(st.text(), st.sampled_from(["jekyll", "hugo", "pelican", "commonmark"]))
def test_no_title_fails(title, generator):
    slug_of(title, generator)
    assert "/" not in file_slug(title, generator)


@given(st.text())
def test_romanised_is_ascii(words):
    assert romanised(words).isascii()
