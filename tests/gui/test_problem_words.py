"""What the form says is wrong: plain sentences for every kind, and a label for every mend."""

import pytest

from editor import files
from editor.edits import Edit
from editor.front_matter import FrontMatter, Problem, ProblemKind, read
from editor.generators import GENERATORS
from editor.gui.problem_words import told
from editor.problems import PostProblem, PostProblemKind, find_problems
from editor.site import Site
from tests.conftest import SAMPLES

DRAFTS = SAMPLES / "_drafts"
A_MEND = (Edit(0, 0, "x"),)


def is_sentence(text):
    return text[:1].isupper() and text.endswith((".", "?")) and not set("{}") & set(text)


def told_of(problem, generator="jekyll", edits=()):
    """What is told of what reading the front matter told."""
    front = FrontMatter("yaml", 0, 0, (), (problem,))
    found = PostProblem(problem.kind, problem.line, problem.key, "In English.", "Mend it", edits)
    return told(found, front, generator)


@pytest.mark.parametrize("generator", sorted(GENERATORS))
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_is_a_sentence(kind, generator):
    message, mend = told_of(Problem(kind, 2, 10, 20, "my key", "sign"), generator)
    assert message.startswith("Line 3: ")
    assert is_sentence(message)
    assert mend == ""


@pytest.mark.parametrize("kind", ProblemKind)
def test_a_problem_of_the_whole_is_a_sentence_without_a_key(kind):
    message, _mend = told_of(Problem(kind, 0, 0, 0))
    assert is_sentence(message)
    assert "“”" not in message.replace("holds “”", "").replace("“” is a type", "")


@pytest.mark.parametrize("generator", sorted(GENERATORS))
@pytest.mark.parametrize("kind", PostProblemKind)
def test_what_the_site_makes_of_a_post_is_a_sentence(kind, generator):
    front = read("---\ndate: 2999-01-01\n---\n")
    message, _mend = told(PostProblem(kind, 1, "date", "In English.", "…"), front, generator)
    assert is_sentence(message)


def test_a_kind_without_words_here_has_its_english_ones():
    found = PostProblem("new_kind", 4, "", "Something new is wrong.", "Mend it", A_MEND)
    assert told(found, read(""), "hugo") == ("Line 5: Something new is wrong.", "Mend it")


def test_a_problem_says_what_each_generator_makes_of_it():
    problem = Problem(ProblemKind.NEEDS_QUOTES, 2, 10, 20, "title", ":")
    message, mend = told_of(problem, edits=A_MEND)
    assert message == (
        "Line 3: the title holds “:”, which is not valid YAML without quotes. So Jekyll drops this "
        "whole header, and publishes the post without its title, at today's address. "
        "Quoting it mends that."
    )
    assert mend == "Quote the title"
    assert "Hugo stops" in told_of(problem, "hugo")[0]
    assert "Jekyll" not in told_of(problem, "pelican")[0]


def test_a_field_other_than_the_title_is_named_in_its_mend():
    problem = Problem(ProblemKind.NEEDS_QUOTES, 2, 10, 20, "R&D", ":")
    assert told_of(problem, edits=A_MEND)[1] == "Quote “R&D”"


def test_what_is_read_all_the_same_frightens_nobody():
    problem = Problem(ProblemKind.DUPLICATE_KEY, 2, 0, 0, "date", spoils_all=False)
    message, mend = told_of(problem)
    assert "drops" not in message
    assert mend == ""


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("broken-tab", "Line 5: there is a tab"),
        ("broken-unquoted-apostrophe", "Line 3: “Title” goes on after the quote '"),
        ("broken-unclosed", "the line “---” that ends the front matter is missing"),
        ("broken-duplicate-key", "Line 6: “Tags” stands here a second time; this one counts."),
    ],
)
def test_the_broken_samples_are_told_in_plain_words(name, part):
    text = files.read(DRAFTS / f"{name}.md").text
    found = find_problems(text, None, Site(None, "jekyll"))
    messages = [told(problem, read(text), "jekyll")[0] for problem in found]
    assert any(part in message for message in messages), messages
