"""What the form says is wrong: plain sentences for every kind, and a label for every mend."""

from datetime import date

import pytest

from editor import files
from editor.edits import Edit
from editor.front_matter import ProblemKind
from editor.gui.fields.problem_words import told
from editor.problems import PostProblem, PostProblemKind
from editor.problems.finding import find_problems
from editor.problems.model import Outcome
from editor.site import Site
from tests.conftest import SAMPLES

DRAFTS = SAMPLES / "_drafts"
A_MEND = (Edit(0, 0, "x"),)
FACTS = dict.fromkeys(
    (
        *("generator", "format", "found", "value", "lost", "wanted", "meant", "named", "zone"),
        *("published", "count", "parts", "name", "form", "example"),
    ),
    "thing",
)


def problem(kind, key="my key", edits=(), outcome=Outcome.NONE, **facts):
    return PostProblem(kind, 2, key, "In English.", "Mend it", edits, outcome, {**FACTS, **facts})


def is_sentence(text):
    return text[:1].isupper() and text.endswith((".", "?")) and not set("{}") & set(text)


@pytest.mark.parametrize("edits", [(), A_MEND])
@pytest.mark.parametrize("key", ["title", "my key", ""])
@pytest.mark.parametrize("kind", [*ProblemKind, *PostProblemKind])
def test_every_problem_is_a_sentence_of_its_own_with_a_label_for_its_mend(kind, key, edits):
    message, mend = told(problem(kind, key, edits))
    assert message.startswith("Line 3: ")
    assert is_sentence(message)
    assert "In English" not in message
    assert key == "" or "“”" not in message
    assert bool(mend) == bool(edits)
    assert not set("{}") & set(mend)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_comes_of_it_is_a_sentence(outcome):
    message, _mend = told(problem(ProblemKind.TAB, edits=A_MEND, outcome=outcome))
    assert is_sentence(message)
    assert (message.count(". ") == 1) == (outcome is not Outcome.NONE)


def test_a_fact_that_is_lacking_is_no_error():
    assert is_sentence(told(PostProblem("tab", 0, "", "In English.", "Mend it"))[0])


def test_a_kind_without_words_here_has_its_english_ones():
    found = PostProblem("new_kind", 4, "", "Something new is {wrong}.", "Mend it", A_MEND)
    assert told(found) == ("Line 5: Something new is {wrong}.", "Mend it")


def test_a_problem_says_what_each_generator_makes_of_it():
    text = "---\nlayout: post\ntitle: A : b\n---\n"
    [jekyll] = find_problems(text, None, Site(None, "jekyll"))
    assert told(jekyll) == (
        "Line 3: the title holds “:”, which needs quotes in YAML. "
        "Jekyll publishes the post without title and layout, at today's address.",
        "Quote the title",
    )
    [hugo] = find_problems(text, None, Site(None, "hugo"))
    assert told(hugo)[0].endswith("Hugo stops, and builds nothing of the site.")


def test_without_a_mend_an_advice_follows():
    text = "---\ntitle: A\ndate: 2999-01-01\n---\n"
    [future] = find_problems(text, None, Site(None, "hugo"), date(2024, 1, 1))
    message, mend = told(future)
    assert message.endswith("Wait, or give it a day that has come.")
    assert mend == ""


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("broken-tab", "Line 5: there is a tab"),
        ("broken-unquoted-apostrophe", "Line 3: the title goes on after the quote '"),
        ("broken-unclosed", "the line that ends the front matter is missing"),
        ("broken-duplicate-key", "Line 6: “Tags” stands here a second time."),
    ],
)
def test_the_broken_samples_are_told_in_plain_words(name, part):
    text = files.read(DRAFTS / f"{name}.md").text
    messages = [told(found)[0] for found in find_problems(text, None, Site(None, "jekyll"))]
    assert any(part in message for message in messages), messages
