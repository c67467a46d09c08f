"""The headings of a post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.headings import Heading, heading_at, headings


def found(text: str) -> list[tuple[int, int, str]]:
    return [(heading.line, heading.level, heading.text) for heading in headings(text)]


def test_headings_of_both_kinds_with_their_levels():
    text = "# One\n\nwords\n\n## Two ##\n\nThree\n===\n\nFour\n---\n\n###### Six #\n"
    assert found(text) == [
        (0, 1, "One"),
        (4, 2, "Two"),
        (6, 1, "Three"),
        (9, 2, "Four"),
        (12, 6, "Six"),
    ]


@pytest.mark.parametrize("head", ["---\n# a comment\nx: y\n---\n", "+++\n# a comment\n+++\n"])
def test_lines_are_the_file_s_and_the_front_matter_has_no_headings(head):
    assert found(head + "\n# A\n") == [(head.count("\n") + 1, 1, "A")]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# no\n```\n",
        "~~~~ sh\n# no\n~~~\n# no\n~~~~\n",
        "- item\n\n  ```\n  # no\n  ```\n",
        "1. ```\n   # no\n   ```\n",
        "    # no\n",
        "\t# no\n",
        "{% highlight sh %}\n# no\n{% endhighlight %}\n",
        "{%- raw -%}\n# no\n{%- endraw -%}\n",
        '{{< highlight sh "x" >}}\n# no\n{{< /highlight >}}\n',
        "<!--\n# no\n\n# no\n-->\n",
        "<div>\n# no\n</div>\n",
        "<pre>\n\n# no\n</pre>\n",
        "<style>\n\n# no\n</style>\n",
        "#hashtag\n",
        "####### seven\n",
        "- item\n---\n",
        "> quote\n---\n",
        "| a |\n---\n",
        "a\n\n---\n",
        "***\n---\n",
        "***\n===\n",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text):
    assert [words for _, _, words in found(text + "\n# Yes\n")] == ["Yes"]


@pytest.mark.parametrize(
    "text",
    [
        "```x``` and\n",  # a code span
        "<!-- closed -->\n",
        "<br>\n\n",
        "{% raw %}{{ x }}{% endraw %}\n",
        "```\n# no\n```\n",
        "para\n",
        "    ```\n",  # code by its indentation
    ],
)
def test_what_follows_it_is_a_heading(text):
    assert found(text + "# Yes\n")[-1][2] == "Yes"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Bold** and *not*", "Bold and not"),
        ("`code` of [a link](http://example.org/a_b) and [one][ref]", "code of a link and one"),
        ("snake_case and _emphasis_", "snake_case and emphasis"),
        ("With an id {#here}", "With an id"),
        ("With classes {: .a .b}", "With classes"),
        ("Q&amp;A &eacute; <small>small</small>", "Q&A é small"),
        (r"1\. C\# and C#", "1. C# and C#"),
        ("Un titre\u00a0: « oui »", "Un titre\u00a0: « oui »"),
        ("![icon](i.png) Picture", "icon Picture"),
    ],
)
def test_a_heading_is_told_in_words(marked, words):
    assert found(f"## {marked}\n") == [(0, 2, words)]


@pytest.mark.parametrize("text", ["##\n", "## ##\n", "## <br>\n", "# {: .a}\n"])
def test_a_heading_without_words_is_left_out(text):
    assert found(text) == []


@pytest.mark.parametrize(("line", "number"), [(0, -1), (1, 0), (4, 0), (5, 1), (99, 1)])
def test_a_line_stands_under_the_heading_above_it(line, number):
    assert heading_at([Heading(1, 1, "a"), Heading(5, 2, "b")], line) == number


@given(st.text("# =-`~<>!a{}%\n\t\\[]()", max_size=200))
def test_any_text_has_headings_in_order_and_on_lines_it_has(text):
    lines = [heading.line for heading in headings(text)]
    assert lines == sorted(set(lines))
    assert all(0 <= line <= text.count("\n") for line in lines)


@pytest.mark.parametrize("piece", ["[", "<a ", "`", "# [](", "# \\", "# _", "{", "~~~ \n", "<!-- "])
def test_time_is_linear(piece):
    headings(piece * 20_000)
    headings("# " + piece * 20_000)
