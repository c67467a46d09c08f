import re
import time

import pytest

from editor.generators.formulas import DOLLARS, MATHJAX, drawn
from editor.generators.mathml import mathml


def row(tex: str) -> str:
    """The MathML of `tex` without its source."""
    return re.sub(
        r"<annotation.*?</annotation>|</?(?:math|semantics)>", "", mathml(tex, is_block=False)
    )


def test_a_formula_is_drawn_and_keeps_its_source() -> None:
    assert mathml("x^2 < y", is_block=True) == (
        '<math display="block"><semantics>'
        "<mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mi>y</mi></mrow>"
        '<annotation encoding="application/x-tex">x^2 &lt; y</annotation></semantics></math>'
    )


def test_letters_in_the_styles_of_formulas_are_characters_of_their_own() -> None:
    shown = row(r"\mathbb{ER1} \mathbf{Ab} \mathcal{L} \mathfrak{C} \boldsymbol{\alpha} \mathit{h}")
    assert re.sub(r"<[^>]*>", "", shown) == "𝔼ℝ𝟙𝐀𝐛ℒℭ𝜶ℎ"


@pytest.mark.parametrize(
    "environment", ["align", "aligned", "alignedat", "split", "eqnarray*", "gather", "dcases"]
)
def test_environments_of_several_lines_are_tables(environment: str) -> None:
    argument = "{2}" if environment == "alignedat" else ""
    shown = row(rf"\begin{{{environment}}}{argument} a &= b \\ c &= d \end{{{environment}}}")
    assert shown.count("<mtr>") == 2
    assert "&amp;" not in shown


def test_labels_and_numbers_of_equations_are_as_mathjax_has_them() -> None:
    assert row(r"\begin{equation}\label{a} a \nonumber\end{equation}") == "<mrow><mi>a</mi></mrow>"
    assert "(7)" in row(r"a \tag{7}")
    assert "???" in row(r"\eqref{a}")


def test_a_command_that_no_one_knows_is_shown_and_marked() -> None:
    assert '<mtext class="unknown">\\ce</mtext>' in row(r"\ce{H}")


@pytest.mark.parametrize(
    "tex",
    [
        "",
        " ",
        "{",
        r"\left( x",
        "x^a^b",
        "{" * 3_000,
        r"\sqrt{" * 3_000,
        r"\frac" * 3_000,
        r"\newcommand{\a}{\b\b} \a",
        r"\def\a{\a\a}\a",
        r"\let\a\b",
        "_" * 3_000,
    ],
)
def test_what_cannot_be_drawn_is_told_by_nothing(tex: str) -> None:
    assert mathml(tex, is_block=False) == ""


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:alert(1)}{x}",
        r'\class{a" onclick="x}{b}',
        r"\style{background:url(http://a)}{x}",
        r"\text{<img src=x onerror=y>}",
        r"\text{</mtext></math><script>x</script>}",
        r'\color{"><script>}{x}',
        r"\text{&lt;script>}",
    ],
)
def test_a_formula_holds_nothing_but_mathml(tex: str) -> None:
    shown = mathml(tex, is_block=False)
    tags = set(re.findall(r"<(\w+)", shown))
    assert all(tag.startswith("m") for tag in tags - {"semantics", "annotation"})
    attributes = re.findall(r'<\w+ ([^<>"]*)=', shown)
    assert not {"href", "class", "style", "onclick"} & set(attributes)


def test_formulas_are_found_between_their_delimiters() -> None:
    shown = drawn(r"<p>a \(x\) and \[y\], $$z$$ but $w$</p>", MATHJAX)
    assert shown.count("<math>") == 1
    assert shown.count('<math display="block">') == 2
    assert shown.endswith(" but $w$</p>")


def test_a_dollar_that_stands_for_money_begins_no_formula() -> None:
    for text in ("from $5 to $10", "a $ b $ c", r"\$x$ y", "only $x"):
        assert drawn(text, DOLLARS) == text
    assert drawn("is $x$.", DOLLARS).startswith("is <math>")


def test_entities_in_a_formula_are_its_characters() -> None:
    assert "<mo>&lt;</mo>" in drawn(r"\(a &lt; b\)", MATHJAX)


@pytest.mark.parametrize(
    "markup",
    [
        r"<code>\(x\)</code>",
        r"<pre><span>\(x\)</span></pre>",
        r'<a title="\(x\)">y</a>',
        r"\(a <em>b</em>\)",
        r"\(a",
    ],
)
def test_code_and_tags_and_what_holds_an_element_are_left_alone(markup: str) -> None:
    assert drawn(markup, MATHJAX) == markup


@pytest.mark.parametrize(
    "markup",
    [
        r"\(" * 50_000,
        r"\(" * 50_000 + r"\)",
        "$" * 100_000,
        r"\(x\)" * 20_000,
        "<" * 100_000,
        "<code>" * 20_000,
        (r"\(" + "a_b" * 1_300 + r"\)") * 20,
        r"\(" + "[" * 3_900 + r"\)",
    ],
)
def test_drawing_takes_bounded_time(markup: str) -> None:
    start = time.process_time()
    drawn(markup, DOLLARS)
    assert time.process_time() - start < 5  # a tenth of it, where nothing else runs
