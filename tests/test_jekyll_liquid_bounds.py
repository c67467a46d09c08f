"""Hostile template tags: the page stays, in time, and nothing outside the site is read."""

import time
from pathlib import Path

import pytest

from editor.generators.jekyll_liquid import LiquidContext, ProblemKind, expand, site_settings

_MANY = 8_000
_DOUBLED = "{% assign x = 'aaaaaaaaaa' %}" + "{% assign x = x | append: x %}" * 60

BODIES = {
    "raw tags never closed": "{% raw %}" * _MANY,
    "outputs never closed": "{{" * _MANY,
    "tags never closed": "{%" * _MANY,
    "blocks never closed": "{% if x %}" * _MANY,
    "comments never closed": "{% comment %}" * _MANY,
    "ends alone": "{% endif %}" * _MANY,
    "blocks that cross": "{% if x %}{% endfor %}" * _MANY,
    "unknown tags": "{% foo %}" * _MANY,
    "blocks in blocks": "{% for a in (1..1) %}" * 3000 + "x" + "{% endfor %}" * 3000,
    "a long name": "{% assign " + "a" * 9_900 + " %}",
    "a long output": "{{ " + "a" * 100_000 + " }}",
    "brackets in brackets": "{{ x" + "[a" * 3000 + "]" * 3000 + " }}",
    "quotes": "{{ " + "\"'" * 4900 + " }}",
    "parameters": "{% include a.html " + 'a="' * 3000 + " %}",
    "no characters of text": "\0{{ '\0' }}\ufdd0{{ 1 }}",
}
EXHAUSTING = {
    "a long loop": "{% for i in (1..1000000000) %}{% endfor %}",
    "a long loop, backwards": "{% for i in (1..1000000000) reversed %}{% endfor %}",
    "a range without end": "{% for i in (1..99999999999999999999999999) %}{% endfor %}",
    "loops in loops": "{% for i in (1..999) %}{% for j in (1..999) %}x{% endfor %}{% endfor %}",
    "loops after loops": "{% for i in (1..9999) %}{% endfor %}" * 20,
    "a text that doubles": _DOUBLED + "{{ x }}",
    "a list that doubles": "{% assign x = 'a b' | split: ' ' %}"
    + "{% assign x = x | concat: x %}" * 60,
    "a number that squares": "{% assign x = 99999 %}" + "{% assign x = x | times: x %}" * 60,
    "captures that double": "{% capture x %}aaaa{% endcapture %}"
    + "{% capture x %}{{ x }}{{ x }}{% endcapture %}" * 60,
    "a replacement that grows": _DOUBLED[: 29 + 30 * 16] + "{{ x | replace: 'a', x }}",
    "a joined range": "{{ (1..1000000000) | join: ',' }}",
    "much output": "{% for i in (1..90000) %}" + "a" * 60 + "{% endfor %}",
    "a table without end": "{% tablerow i in (1..1000000000) cols:1 %}{{ i }}{% endtablerow %}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_hostile_body_is_expanded_in_time(body: str) -> None:
    start = time.process_time()
    expanded = expand(f"first\n{body}\nlast", LiquidContext())
    assert time.process_time() - start < 3
    assert expanded.text.startswith("first\n")
    assert expanded.text.endswith("\nlast")
    assert len(expanded.lines) == expanded.text.count("\n") + 1
    assert len(expanded.problems) <= 200


@pytest.mark.parametrize("body", EXHAUSTING.values(), ids=EXHAUSTING.keys())
def test_what_asks_too_much_is_cut_short_and_the_text_goes_on(body: str) -> None:
    start = time.process_time()
    expanded = expand(f"first\n{body}\nlast", LiquidContext())
    assert time.process_time() - start < 3
    assert expanded.text.startswith("first\n")
    assert expanded.text.endswith("\nlast")
    assert len(expanded.text) < 2_100_000
    (problem,) = expanded.problems
    assert (problem.kind, problem.line, problem.fails) == (ProblemKind.LIMIT, 1, False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site beside a secret, with links that lead to it."""
    (tmp_path / "secret.txt").write_text("SECRET")
    root = tmp_path / "site"
    for folder in ("_includes", "_posts"):
        (root / folder).mkdir(parents=True)
    (root / "_includes" / "link.html").symlink_to(tmp_path / "secret.txt")
    (root / "_includes" / "self.html").write_text("x{% include self.html %}")
    (root / "_includes" / "two.html").write_text("{% include two.html %}{% include two.html %}")
    (root / "folder").symlink_to(tmp_path)
    return root


@pytest.mark.parametrize(
    "tag",
    [
        "include link.html",
        "include ../../secret.txt",
        "include /etc/passwd",
        "include_relative ../../secret.txt",
        "include_relative ../folder/secret.txt",
        "link folder/secret.txt",
        "link ../secret.txt",
        "link /etc/passwd",
        "post_url ../../2020-01-01-x",
    ],
)
def test_no_file_outside_the_site_is_read(site: Path, tag: str) -> None:
    context = LiquidContext(root=site, path=site / "_posts" / "2020-01-01-x.md")
    expanded = expand(f"{{% {tag} %}}", context)
    assert "SECRET" not in expanded.text
    assert "root:" not in expanded.text
    assert [problem.fails for problem in expanded.problems] == [True]


def test_settings_are_not_read_through_a_link(site: Path) -> None:
    (site / "_config.yml").symlink_to(site.parent / "secret.txt")
    assert site_settings(site) == {}


def test_an_include_of_itself_ends(site: Path) -> None:
    context = LiquidContext(root=site)
    once = expand("{% include self.html %}", context)
    assert once.text.startswith("x" * 20)
    assert [problem.kind for problem in once.problems] == [ProblemKind.LIMIT]
    start = time.process_time()
    twice = expand("{% include two.html %}\nlast", context)
    assert time.process_time() - start < 3
    assert twice.text.endswith("\nlast")


def test_settings_and_fields_of_any_kind_break_nothing(site: Path) -> None:
    strange: list[object] = [None, 3, "x", [1], {"a": [2]}, True, {"posts": 1}]
    body = (
        "{{ page.url }}{{ 'a' | absolute_url }}{% link about.md %}{% post_url 2020-01-02-b %}"
        "{{ site.posts | size }}{{ site.data.a }}{{ page.date }}{{ page.tags | sort }}"
    )
    (site / "about.md").write_text("---\npermalink: [1]\n---\n")
    (site / "_posts" / "2020-01-02-b.md").write_text("---\ndate: 9999-12-31\ntags: {a: 1}\n---\n")
    keys = ("baseurl", "url", "permalink", "collections", "defaults", "timezone", "plugins")
    for value in strange:
        context = LiquidContext(
            page=dict.fromkeys(("date", "tags", "categories", "slug", "permalink"), value),
            site=dict.fromkeys(keys, value),
            root=site,
            path=site / "_posts" / "2020-99-99-x.md",
        )
        problems = expand(body, context).problems
        assert not [problem for problem in problems if problem.name.endswith("Error")]


def test_a_long_post_with_many_tags_is_expanded_while_one_types() -> None:
    body = "A [link]({{ '/a' | relative_url }}) and {{ site.title }}.\n\n" * 2_000
    expand("{{ 'the engine is loaded' }}", LiquidContext())
    start = time.process_time()
    expanded = expand(body, LiquidContext(site={"title": "T"}))
    assert time.process_time() - start < 1
    assert expanded.text.startswith("A [link](/a) and T.")
