"""Template tags as Jekyll runs them. tests/fixtures/liquid/cases.txt is real Jekyll's answer."""

import re
from functools import cache
from pathlib import Path

import pytest

from editor.generators.jekyll_liquid import (
    Expanded,
    LiquidContext,
    ProblemKind,
    expand,
    site_settings,
)
from editor.post import Post

FIXTURES = Path(__file__).parent / "fixtures" / "liquid"
SITE = FIXTURES / "site"
POST = SITE / "_posts" / "2020-01-02-main.html"


@cache
def _context() -> LiquidContext:
    page = Post.parse(POST.read_text(encoding="utf-8")).values
    return LiquidContext(page=page, site=site_settings(SITE), root=SITE, path=POST)


def _cases() -> list[tuple[str, str | None]]:
    """Templates and what Jekyll makes of them, `None` where its build fails."""
    cases: list[tuple[str, str | None]] = []
    text = (FIXTURES / "cases.txt").read_text(encoding="utf-8")
    for case in re.split(r"^<<<\n", text, flags=re.MULTILINE)[1:]:
        template, mark, result = re.split(r"^(>>>|!!!)\n", case, maxsplit=1, flags=re.MULTILINE)
        cases.append((template.removesuffix("\n"), None if mark == "!!!" else result[:-1]))
    return cases


def _without_colours(html: str) -> str:
    return re.sub(r"</?span[^>]*>", "", html) if "<figure" in html else html


def _kinds(expanded: Expanded) -> list[ProblemKind]:
    return [problem.kind for problem in expanded.problems]


@pytest.mark.parametrize(("template", "written"), _cases(), ids=lambda text: repr(text)[:60])
def test_a_template_gives_what_jekyll_makes_of_it(template: str, written: str | None) -> None:
    expanded = expand(template, _context())
    fails = any(problem.fails for problem in expanded.problems)
    assert fails == (written is None), expanded
    if written is not None:
        assert _without_colours(expanded.text).replace("&quot;", '"') == _without_colours(
            written
        ).replace("&quot;", '"')
    assert len(expanded.lines) == expanded.text.count("\n") + 1


def test_a_body_without_tags_stays_the_same_and_costs_nothing() -> None:
    body = "# Title\n\ntext with { and } and %}\n"
    assert expand(body, LiquidContext()) == Expanded(body, range(4))


def test_lines_lead_back_to_the_body_after_loops_comments_and_code() -> None:
    body = (
        "first\n{% comment %}\nhidden\n{% endcomment %}\nafter {{ 'x' }}\n"
        "{% for i in (1..2) %}\n- {{ i }}\n{% endfor %}\n"
        "{% highlight c %}\nint x;\nint y;\n{% endhighlight %}\nlast\n"
    )
    expanded = expand(body, LiquidContext())
    source = body.split("\n")
    places = {
        line.strip(): source[of].strip()
        for line, of in zip(expanded.text.split("\n"), expanded.lines, strict=True)
    }
    assert places["first"] == "first"
    assert places["after x"] == "after {{ 'x' }}"
    assert places["- 1"] == places["- 2"] == "- {{ i }}"
    assert places["last"] == "last"
    figure = next(of for line, of in places.items() if line.startswith("<figure"))
    assert figure == "{% highlight c %}"


def test_white_space_that_a_tag_takes_moves_no_line() -> None:
    expanded = expand("a\n{%- if true -%}\n\n  b\n{%- endif %}\nc {{ 'd' }}", LiquidContext())
    assert expanded.text == "ab\nc d"
    assert list(expanded.lines) == [0, 5]


def test_an_unknown_tag_is_a_chip_and_the_page_stays() -> None:
    expanded = expand("before {% gallery a_b %} *after*", LiquidContext())
    assert expanded.text.startswith('before <span class="template-tag">&#123;&#37; gallery')
    assert expanded.text.endswith("</span> *after*")
    (problem,) = expanded.problems
    assert (problem.kind, problem.name, problem.line) == (ProblemKind.UNKNOWN_TAG, "gallery", 0)
    assert problem.fails


def test_an_unknown_block_is_told_once_and_its_text_stays() -> None:
    expanded = expand("{% box %}\ninside\n{% endbox %}", LiquidContext())
    assert _kinds(expanded) == [ProblemKind.UNKNOWN_TAG]
    assert "\ninside\n" in expanded.text


def test_a_plugin_of_the_site_may_know_the_tag() -> None:
    expanded = expand("{% gallery %}", LiquidContext(site={"plugins": ["jekyll-gallery"]}))
    assert [problem.fails for problem in expanded.problems] == [False]


def test_a_theme_may_have_the_include() -> None:
    context = LiquidContext(site={"theme": "minima"}, root=SITE)
    (problem,) = expand("{% include icons.html %}", context).problems
    assert (problem.kind, problem.fails) == (ProblemKind.MISSING_INCLUDE, False)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("a\n{% raw %} {{ b }}", ProblemKind.UNCLOSED),
        ("a\n{% if b %} text", ProblemKind.UNCLOSED),
        ("a\n{% highlight c %} text", ProblemKind.UNCLOSED),
        ("a\n{% endif %} text", ProblemKind.UNEXPECTED),
        ("a\n{% else %} text", ProblemKind.UNEXPECTED),
        ("a\n{% if %} text{% else %}{% endif %}", ProblemKind.SYNTAX),
        ("a\n{{ b text", ProblemKind.MALFORMED),
        ("a\n{% b text", ProblemKind.MALFORMED),
        ("a\n{{ 1 | divided_by: 0 }} text", ProblemKind.FAILED),
        ("a\n{% include nope.html %} text", ProblemKind.MISSING_INCLUDE),
        ("a\n{% post_url 2020-01-01-nope %} text", ProblemKind.MISSING_POST),
        ("a\n{% link nope.md %} text", ProblemKind.MISSING_FILE),
    ],
)
def test_what_fails_the_build_is_told_with_its_line(body: str, kind: ProblemKind) -> None:
    expanded = expand(body, _context())
    assert [(problem.kind, problem.line, problem.fails) for problem in expanded.problems] == [
        (kind, 1, True)
    ]
    assert 'class="template-tag"' in expanded.text
    assert expanded.text.startswith("a\n")


def test_the_text_of_a_block_that_is_not_closed_stays() -> None:
    expanded = expand("{% if page.x %}\nshown {{ 'too' }}\n{% elsif y %}z", LiquidContext())
    assert "\nshown too\n" in expanded.text


def test_a_problem_in_an_include_is_told_on_the_line_of_the_include(tmp_path: Path) -> None:
    includes = tmp_path / "_includes"
    includes.mkdir()
    (includes / "a.html").write_text("\n\n{% nope %}")
    expanded = expand("one\n{% include a.html %}\ntwo", LiquidContext(root=tmp_path))
    assert [problem.line for problem in expanded.problems] == [1]
    assert list(expanded.lines) == [0, 1, 1, 1, 2]


def test_an_unknown_filter_passes_the_value_on_and_is_told() -> None:
    expanded = expand("\n{{ 'a' | sparkle }}", LiquidContext())
    assert expanded.text == "\na"
    (problem,) = expanded.problems
    assert (problem.kind, problem.name, problem.line, problem.fails) == (
        ProblemKind.UNKNOWN_FILTER,
        "sparkle",
        1,
        False,
    )


def test_markdownify_asks_the_dialect() -> None:
    context = LiquidContext(markdownify=lambda text: f"<p>{text}</p>")
    assert expand("{{ 'a' | markdownify }}", context).text == "<p>a</p>\n"


def test_a_chip_in_code_is_the_tag_as_written() -> None:
    assert "span" not in expand("`{% nope %}`", LiquidContext()).text
    assert "span" not in expand("```\n{% nope %}\n```\n", LiquidContext()).text
    assert (
        "{% nope %}" in expand("{% highlight text %}{% nope %}{% endhighlight %}", _context()).text
    )


def test_an_address_that_cannot_be_run_is_no_chip_but_leads_nowhere() -> None:
    tag = "{% post_url 2020-01-01-nope %}"
    body = f"[a]({tag} 'b') ![c](/x/{tag}) <a href='{tag}'>d</a>\n\n[e]: {tag}"
    expanded = expand(body, _context())
    assert expanded.text == "[a](# 'b') ![c](/x/#) <a href='#'>d</a>\n\n[e]: #"
    assert _kinds(expanded) == [ProblemKind.MISSING_POST] * 2  # one a line


def test_settings_that_are_not_yaml_leave_the_others(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("---\nurl: https://a.b\ntitle: a: b\nn: [1, 2]\n---\n")
    settings = site_settings(tmp_path)
    assert settings["url"] == "https://a.b"
    assert settings["n"] == [1, 2]


def test_a_folder_without_settings_has_none(tmp_path: Path) -> None:
    assert site_settings(tmp_path) == {}


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("date", "/foo/2020/01/02/main-x.html"),
        ("pretty", "/foo/2020/01/02/main-x/"),
        ("ordinal", "/foo/2020/002/main-x.html"),
        ("none", "/foo/main-x.html"),
        ("/:year/:i_month/:title", "/2020/1/main-x"),
        ("/blog/:categories/:slug/", "/blog/foo/main-x/"),
    ],
)
def test_the_address_of_a_post_follows_the_permalink(
    tmp_path: Path, permalink: str, address: str
) -> None:
    posts = tmp_path / "_posts"
    posts.mkdir()
    (posts / "2020-01-02-main-x.md").write_text("---\ncategory: Foo\n---\n")
    context = LiquidContext(site={"permalink": permalink, "timezone": "UTC"}, root=tmp_path)
    assert expand("{% post_url 2020-01-02-main-x %}", context).text == address


def test_a_post_may_ask_that_its_tags_stay() -> None:
    body = "{{ 1 }} {% if %}"
    assert expand(body, LiquidContext(page={"render_with_liquid": False})).text == body
    rules = {"defaults": [{"scope": {"path": ""}, "values": {"render_with_liquid": False}}]}
    assert expand(body, LiquidContext(site=rules)) == Expanded(body, range(1))


def test_the_excerpt_of_a_post_is_what_stands_before_the_separator_with_its_links() -> None:
    body = "A [b][c] {{ page.n }}.\n\n{{ page.excerpt }}\n\n[c]: http://d\n"
    context = LiquidContext(page={"n": 5}, markdownify=lambda text: f"<{text}>")
    excerpt = "<A [b][c] 5.\n\n[c]: http://d>\n"
    assert expand(body, context).text == body.replace("{{ page.n }}", "5").replace(
        "{{ page.excerpt }}", excerpt
    )
    assert (
        "||" in expand("|{{ page.excerpt }}|", LiquidContext(site={"excerpt_separator": ""})).text
    )
