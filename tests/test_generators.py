import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.formatters import HtmlFormatter

from editor import resources
from editor.code_colours import code_block
from editor.generators import GENERATORS
from editor.rendering.renderer import article


def rendered(generator: str, text: str) -> str:
    """The HTML of `text` in one piece."""
    return GENERATORS[generator].dialect({}).render(text).strip()


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_a_generator_is_found_by_its_name() -> None:
    labels = [(name, made.label, made.dialect_label) for name, made in GENERATORS.items()]
    assert labels == [
        ("jekyll", "Jekyll", "kramdown"),
        ("hugo", "Hugo", "goldmark"),
        ("pelican", "Pelican", "Python-Markdown"),
        ("commonmark", "CommonMark", "GFM"),
    ]


@pytest.mark.parametrize("generator", GENERATORS)
def test_code_keeps_its_text_its_tabs_and_its_language(generator: str) -> None:
    code = "if a < b:\n\treturn  'é'\n\n\n"
    markup = rendered(generator, f"Text\n\n~~~python\n{code}~~~\n")
    assert '<code class="language-python">' in markup
    assert '<span class="k">if</span>' in markup
    expected = code.replace("\t", "    ") if generator == "pelican" else code
    assert text_of(markup).removeprefix("Text\n").rstrip() == expected.rstrip()


@pytest.mark.parametrize("generator", GENERATORS)
def test_code_without_a_language_is_escaped_and_left_alone(generator: str) -> None:
    assert "if &lt;b&gt; &amp;amp;" in rendered(generator, "```\nif <b> &amp;\n```")


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "commonmark"])
def test_code_in_a_list_is_the_items(generator: str) -> None:
    markup = rendered(generator, "- a\n\n    ```ruby\n    puts 1\n    ```\n\n- b")
    assert re.search(r"<li>\s*<p>a</p>\s*<div class=\"[^\"]*highlight", markup)


def test_each_generator_makes_links_of_what_its_own_engine_does() -> None:
    text = "See https://example.org/a_b_c now."
    linked = {name for name in GENERATORS if "<a href" in rendered(name, text)}
    assert linked == {"hugo", "commonmark"}


def test_each_generator_curls_quotes_as_its_own_engine_does() -> None:
    curled = {name for name in GENERATORS if "d’é" in text_of(rendered(name, "d'été"))}
    assert curled == {"jekyll", "hugo"}


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_no_break_space_stays(generator: str) -> None:
    assert "«\u00a0a\u00a0»\u202f?" in text_of(rendered(generator, "«\u00a0a\u00a0»\u202f? !"))


@pytest.mark.parametrize("generator", ["jekyll", "hugo"])
def test_a_list_may_begin_right_under_a_line(generator: str) -> None:
    markup = rendered(generator, "For:\n- a\n- b\n\nEnd")
    assert re.sub(r"\s", "", markup) == "<p>For:</p><ul><li>a</li><li>b</li></ul><p>End</p>"


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "commonmark"])
def test_a_backslash_at_the_end_breaks_the_line(generator: str) -> None:
    assert re.search(r"a<br ?/?>\s*b", rendered(generator, "a\\\nb"))


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "commonmark"])
def test_a_heading_needs_a_space(generator: str) -> None:
    assert rendered(generator, "#tag") == "<p>#tag</p>"


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "commonmark"])
def test_gfm_strikes_through_and_draws_tables(generator: str) -> None:
    assert "<del>a</del>" in rendered(generator, "~~a~~")
    assert "<td>1</td>" in rendered(generator, "|a|\n|-|\n|1|")


@pytest.mark.parametrize("generator", ["jekyll", "hugo", "commonmark"])
def test_gfm_ticks_off_tasks(generator: str) -> None:
    boxes = re.findall("<input[^>]*>", rendered(generator, "- [ ] a\n- [x] b\n- [y] c"))
    assert ["checked" in box for box in boxes] == [False, True]


def test_jekyll_s_attributes_need_a_colon() -> None:
    assert rendered("jekyll", "# A\n{:#b}") == '<h1 id="b">A</h1>'
    assert rendered("jekyll", "Text\n{: .c}") == '<p class="c">Text</p>'
    assert text_of(rendered("jekyll", "Text {% include x %}\n{.c}")) == "Text {% include x %}\n{.c}"


def test_hugo_s_attributes_are_for_headings() -> None:
    assert rendered("hugo", "# A {#b}") == '<h1 id="b">A</h1>'
    assert text_of(rendered("hugo", "Text\n{.c}")) == "Text\n{.c}"


def test_jekyll_s_highlight_tag_is_a_block_of_code() -> None:
    code = "def <a>\n\tx\n\n    y"
    markup = article(f"A\n\n{{% highlight ruby %}}\n{code}\n{{% endhighlight %}}", "jekyll")
    assert '<code class="language-ruby"' in markup
    assert text_of(markup).strip() == f"A\n{code}"


def test_jekyll_s_raw_tags_disappear() -> None:
    assert article("`{% raw %}{{ b }}{% endraw %}`", "jekyll").count("{{ b }}") == 1


def test_jekyll_runs_its_tags_with_the_fields_of_the_post() -> None:
    text = "---\ntitle: Été\n---\n{% assign x = 'a,b' | split: ',' %}*{{ page.title }}* {{ x[1] }}"
    assert article(text, "jekyll") == "<p><em>Été</em> b</p>\n"


def test_of_front_matter_that_yaml_refuses_jekyll_s_tags_see_nothing() -> None:
    text = "---\ntitle: A : B\n---\n({{ page.title }})"
    assert article(text, "jekyll") == "<p>()</p>\n"


def test_jekyll_prints_no_rule_above_footnotes() -> None:
    markup = rendered("jekyll", "A[^1]\n\n[^1]: Note")
    assert "Note" in markup
    assert "<hr" not in markup


@pytest.mark.parametrize(
    ("heading", "jekyll", "hugo"),
    [
        ("L'été à *Paris* !", "lété-à-paris-", "lété-à-paris-"),
        ("[A b](http://c.d)", "a-b", "a-bhttpcd"),
        ("D&eacute;but", "début", "deacutebut"),
        ("e\u0301te\u0301 1_2", "e\u0301te\u0301-1_2", "ete-1_2"),
    ],
)
def test_headings_get_the_ids_of_their_generator(heading: str, jekyll: str, hugo: str) -> None:
    assert f'id="{jekyll}"' in rendered("jekyll", f"## {heading}")
    assert f'id="{hugo}"' in rendered("hugo", f"## {heading}")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(www.example.org/a_(b))", "http://www.example.org/a_(b)"),
        ("http://example.org/?q=1&amp;x.", "http://example.org/?q=1&amp;x"),
        ("**https://a.example**", "https://a.example"),
        ("ftp://a.b/c, and", "ftp://a.b/c"),
    ],
)
def test_gfm_links_bare_addresses_without_the_punctuation_around(text: str, address: str) -> None:
    assert f'<a href="{address}">' in rendered("commonmark", text)


@pytest.mark.parametrize(
    "text", ["xhttp://a.org", "wwww.a.org", "`http://a.b`", "<a>http://a.b</a>"]
)
def test_gfm_leaves_what_is_no_address_or_in_a_link(text: str) -> None:
    assert "<a href" not in rendered("commonmark", text)


def test_an_address_within_a_link_is_not_linked_again() -> None:
    assert rendered("commonmark", "[http://a.b](/c)") == '<p><a href="/c">http://a.b</a></p>'


_LANGUAGES = ["python", "js", "ruby", "c", "yaml", "pug", "html+erb", "go", "console", "diff", "!"]


@given(st.text(), st.sampled_from(_LANGUAGES))
def test_coloured_code_has_the_text_of_the_code(code: str, language: str) -> None:
    assert text_of(code_block(code, language)) == code


@given(st.text())
def test_a_language_is_only_a_class(language: str) -> None:
    assert re.fullmatch(
        r'<div class="highlight"><pre><code( class="[^"<>]*")?>x</code></pre></div>',
        re.sub(r"</?span[^>]*>", "", code_block("x", language)),
    )


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("java", "a " * 40_000),
        ("java", "a " * 6_000),
        ("c", "\t\n" * 9_000),
        ("ahk", "\t\n" * 3_000),
    ],
)
def test_code_that_takes_long_to_colour_stays_uncoloured(language: str, code: str) -> None:
    started = time.perf_counter()
    assert text_of(code_block(code, language)) == code
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(("sheet", "style"), [("code-dark", "one-dark"), ("code-light", "xcode")])
def test_each_kind_of_token_that_pygments_colours_has_a_rule_of_letters_alone(
    sheet: str, style: str
) -> None:
    css = resources.text(f"{sheet}.css")
    rules = HtmlFormatter(style=style).get_token_style_defs(".highlight")  # type: ignore[no-untyped-call]
    assert {rule.split(" {")[0] for rule in rules} == set(
        re.findall(r"^\.highlight \.\w+", css, re.M)
    )
    assert "background" not in css
