"""Which lines of a block's source stand where in its HTML."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gui.preview.block_places import block_places, shown_text


def line_of(source: str, html: str, words: str) -> float:
    """The line that the first of `words`, which the page shows, comes from."""
    shown = shown_text(html)
    at = len("".join(shown[: shown.index(words)].split()))
    return block_places(tuple(source.split("\n")), html).line_of(at)


@pytest.mark.parametrize(
    ("source", "html", "words", "line"),
    [
        pytest.param(
            "- one\n- two of [them](http://example.org/two)\n\n\n- three",
            "<ul><li>one</li><li>two of <a href='#'>them</a></li><li>three</li></ul>",
            "three",
            4,
            id="items, with blank lines and addresses between them",
        ),
        pytest.param(
            "| a | b |\n|---|---|\n| c | d |\n| e | f |",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td>"
            "</tr><tr><td>e</td><td>f</td></tr></tbody></table>",
            "e",
            3,
            id="rows of a table",
        ),
        pytest.param(
            "```python\nx = 1\nx = 1\n\nx = 1\ny = 2\n```",
            "<pre><code>x = 1\nx = 1\n\nx = 1\ny = 2\n</code></pre>",
            "y",
            5,
            id="lines of code that are the same",
        ),
        pytest.param(
            "<div>\n<!-- two\nwords -->\n<p>\nfirst words\n</p><style>\np {}\n</style>\nlast",
            "<div>\n<!-- two\nwords -->\n<p>\nfirst words\n</p><style>\np {}\n</style>\nlast</div>",
            "last",
            8,
            id="HTML, with what it does not show",
        ),
        pytest.param(
            "- A\n  ![a picture](a.png)\n- ![](b.png)\n- ![](c.png)\n- Z",
            "<ul><li>A <img src=a.png></li><li><img src=b.png></li><li><img src=c.png></li>"
            "<li>Z</li></ul>",
            "\ufffc",
            1,
            id="images",
        ),
        pytest.param(
            "1. caf&eacute; **noir**\n2. caf&eacute; *crème*",
            "<ol><li>café <b>noir</b></li><li>café <em>crème</em></li></ol>",
            "crème",
            1 + 16 / 24,
            id="entities",
        ),
        pytest.param(
            "{% highlight ruby linenos %}\nputs 1\nputs 2\n{% endhighlight %}",
            "<table><tr><td class='gutter gl'><pre class='lineno'>1\n2\n</pre></td>"
            "<td><pre>puts 1\nputs 2\n</pre></td></tr></table>",
            "puts 2",
            2,
            id="code with numbers of its own",
        ),
    ],
)
def test_words_of_the_page_come_from_the_line_that_has_them(source, html, words, line):
    assert line_of(source, html, words) == pytest.approx(line, abs=0.35)


def test_without_words_in_common_lines_are_equally_high():
    places = block_places(("a", "b", "c", "d"), "<p>one two</p>")
    assert [places.character_of(line) for line in (0, 2, 4)] == [0, 3, 6]
    assert places.line_of(3) == 2


def test_a_block_that_draws_nothing_has_its_lines_all_the_same():
    assert block_places((), "").line_of(0.5) == 0.5
    assert block_places(("<!-- a -->",), "<!-- a -->").line_of(1) == 1


def test_a_word_moved_from_the_front_to_the_end_ties_no_others_wrongly():
    words = [f"w{number}" for number in range(60)]
    source = tuple(words)
    html = " ".join(f"<p>{word}</p>" for word in [*words[1:], words[0]])
    assert line_of("\n".join(source), html, "w30") == pytest.approx(30, abs=0.6)


_lines = st.lists(st.text("ab ![]<>/pre&;#*\n", max_size=12), max_size=8)


@given(_lines, _lines)
def test_both_sides_always_grow_and_lead_back(source, page):
    places = block_places(tuple("\n".join(source).split("\n")), "\n".join(page))
    assert list(places.lines) == sorted(places.lines)
    assert list(places.characters) == sorted(set(places.characters))
    for line in places.lines:
        assert places.line_of(places.character_of(line)) == pytest.approx(line)


@given(st.text("ab <>/pdiv&;=\"'!-", max_size=80))
def test_any_html_can_be_read(html):
    assert shown_text(f"<p>before</p>{html}").split()[0].startswith("before")


def test_lines_of_code_are_found_to_the_line_in_a_long_block():
    chance = random.Random(1)
    lines = [
        " ".join(chance.choices(("if", "x", "y", "=", "1", "}", "{", "foo"), k=5))
        for _ in range(900)
    ]
    code = "\n".join(lines)
    html = f"<pre>{re.sub('<', '&lt;', code)}</pre>"
    places = block_places(("```", *lines, "```"), html)
    before = 0
    for number, line in enumerate(lines, 1):
        assert abs(places.line_of(before) - number) <= 1
        before += len("".join(line.split()))


@pytest.mark.parametrize("line", ["2. two", '<li class="b">two', "> > - **two**", "| two |"])
def test_what_leads_a_line_and_is_not_drawn_belongs_to_its_first_word(line):
    places = block_places(("1. one", line), "<ol><li>one</li><li>two</li></ol>")
    assert places.character_of(1) == 3
