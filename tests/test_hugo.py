"""Hugo's dialect against what real Hugo 0.111.3 made of the same source."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import Edit
from editor.generators.goldmark.settings import GoldmarkSettings, goldmark_settings
from editor.generators.hugo import hugo_dialect
from editor.rendering.article import Article
from editor.rendering.renderer import article

FIXTURES = Path(__file__).parent / "fixtures" / "hugo"
UNSAFE = GoldmarkSettings(unsafe=True)


def rendered(text: str, settings: GoldmarkSettings = UNSAFE) -> str:
    """The HTML of `text` in one piece."""
    return hugo_dialect(settings).render(text)


def cases(name: str) -> list[tuple[str, str]]:
    """Sources and their HTML: a line of = before each source, one of - before its HTML."""
    text = (FIXTURES / name).read_text(encoding="utf-8")
    parts = (case.split(f"\n{'-' * 40}\n") for case in text.split(f"{'=' * 40}\n")[1:])
    return [(source, markup) for source, markup in parts]


class _Seen(HTMLParser):
    """What a reader sees of HTML: text, and tags with their attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tokens: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = sorted((name, value) for name, value in attrs if name != "tabindex")
        self.tokens.append(f"<{tag}{''.join(f' {k}={v!r}' for k, v in shown)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.tokens.append(data)


def seen(markup: str) -> list[str]:
    markup = re.sub(r'<div class="highlight">(<pre>.*?</pre>)</div>', r"\1", markup, flags=re.S)
    tokens = "\0".join(_Seen(markup).tokens)
    return re.sub(r"[ \n\0]*\0[ \n\0]*|\n", "\n", f"\0{tokens}\0").split("\n")


@pytest.mark.parametrize(("source", "expected"), cases("posts.txt"))
def test_markdown_becomes_what_hugo_makes_of_it(source: str, expected: str) -> None:
    assert seen(rendered(source)) == seen(expected)


@pytest.mark.parametrize(("source", "expected"), cases("safe.txt"))
def test_raw_html_is_left_out_unless_the_site_allows_it(source: str, expected: str) -> None:
    assert seen(rendered(source, GoldmarkSettings())) == seen(expected)


@pytest.mark.parametrize(("source", "expected"), cases("shortcodes.txt"))
def test_built_in_shortcodes_print_what_hugo_s_print(source: str, expected: str) -> None:
    assert seen(rendered(source)) == seen(expected)


def test_a_shortcode_of_the_site_is_a_chip_with_its_parameters() -> None:
    assert rendered('{{< note "a b" kind=tip >}}\n*x*\n{{< /note >}}') == (
        '<p><span class="template-tag">note a b kind=tip</span>\n<em>x</em>\n'
        '<span class="template-tag">/note</span></p>\n'
    )


@pytest.mark.parametrize("text", ["`{{< note >}}`", "```\n{{< note >}}\n```", "    {{< note >}}"])
def test_a_shortcode_in_code_is_run_as_everywhere(text: str) -> None:
    assert '<span class="template-tag">note</span>' in rendered(text)
    assert "{{&lt; note &gt;}}" in rendered(text.replace("< note >", "</* note */>"))


def test_code_in_an_item_loses_the_indent_of_its_shortcode() -> None:
    markup = rendered("- a\n\n  {{< highlight text >}}\n  x\n    y\n  {{< /highlight >}}\n")
    assert '<code class="language-text">x\n  y</code>' in markup


def test_a_target_of_links_may_be_a_shortcode() -> None:
    html = article('[a] {{< note >}}\n\n- b\n\n[a]: {{< ref "c.md" >}}\n', "hugo")
    assert '<a href="c.md">a</a> <span class="template-tag">note</span>' in html


@pytest.mark.parametrize(
    "text",
    [
        "```text {linenos=inline linenostart=9}\na\nb\n```",
        '{{< highlight text "linenos=inline,linenostart=9" >}}\na\nb\n{{< /highlight >}}',
    ],
)
def test_code_has_the_line_numbers_that_are_asked_for_within_it(text: str) -> None:
    assert re.sub("<[^>]*>", "", rendered(text)).strip() == " 9a\n10b".strip()
    assert "10" not in rendered(text.replace("inline", "table"))


def test_details_hold_markdown() -> None:
    markup = rendered('{{< details summary="*A*" open=true >}}\n- b\n{{< /details >}}')
    assert re.sub(r"\s", "", markup) == (
        "<detailsopen><summary><em>A</em></summary><ul><li>b</li></ul></details>"
    )


def test_a_shortcode_in_an_attribute_stays_one() -> None:
    assert 'href="post.md#a"' in rendered('[x]({{< relref "post.md#a" >}})')
    assert 'title="{{&lt; x &gt;}}"' in rendered('<a title="{{< x >}}">y</a>')


def test_a_parameter_is_no_markup() -> None:
    markup = rendered('{{< x "<script>" >}} {{< figure src="a\\"><b>" title="<i>" >}}')
    assert re.findall(r"<(\w+)", markup) == ["p", "span", "figure", "img", "figcaption", "h4"]


@given(st.text(alphabet='{}<>%/* "`=ab\n', max_size=60))
def test_any_braces_can_be_rendered(text: str) -> None:
    assert "HAHAHUGO" not in rendered(text)


@given(st.text(alphabet="'\"-.<> abé1(*", max_size=40))
def test_typography_loses_no_character(text: str) -> None:
    plain = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "--", "—": "---", "…": "...",
             "«": "<<", "»": ">>"}  # fmt: skip
    source = f"x{text}x".replace("*", "\\*").replace("<", "&lt;")
    shown = html.unescape(re.sub(r"<[^>]*>", "", rendered(source)))
    for mark, written in plain.items():
        shown = shown.replace(mark, written)
    assert shown.replace(" ", "").strip() == f"x{text}x".replace(" ", "")


def test_a_quote_left_open_is_closed_by_a_later_paragraph() -> None:
    assert article('He "said\n\nmore\n\nthat"\n', "hugo") == (
        "<p>He &ldquo;said</p>\n<p>more</p>\n<p>that&rdquo;</p>\n"
    )
    assert article('more\n\nthat"\n', "hugo") == "<p>more</p>\n<p>that&quot;</p>\n"


@given(st.lists(st.sampled_from(['"a\n\n', 'a"\n\n', "'b\n\n", "b'\n\n", "c\n\n"]), max_size=8))
def test_a_quote_closes_one_of_another_block_as_in_the_whole(parts: list[str]) -> None:
    body = "".join(parts)
    blocks = Article(hugo_dialect(UNSAFE))
    blocks.change([Edit(0, 0, body)])
    assert [block.text for block in blocks.blocks] == parts
    blocks.render(0, len(parts))
    assert "".join(block.html for block in blocks.blocks) == rendered(body)


def test_a_fence_behind_an_item_s_mark_ends_with_the_item() -> None:
    text = "1. ```\na\n```\n\nb <c>\n"
    assert article(text, "hugo") == rendered(text)


def test_the_settings_of_a_site_are_read_whatever_their_case() -> None:
    site = {
        "Markup": {
            "goldmark": {
                "renderer": {"unsafe": True, "hardWraps": "yes"},
                "extensions": {"typographer": {"disable": True}, "linkify": False},
                "parser": {"autoHeadingIDType": "github-ascii", "attribute": {"title": False}},
            }
        }
    }
    assert goldmark_settings(site) == GoldmarkSettings(
        unsafe=True,
        typographer=False,
        linkify=False,
        auto_heading_id_type="github-ascii",
        heading_attributes=False,
    )


def test_a_site_that_says_nothing_has_hugo_s_defaults() -> None:
    assert goldmark_settings({"title": "x", "markup": []}) == GoldmarkSettings()


def test_settings_switch_what_they_name() -> None:
    def html_of(text: str, **chosen: bool | str) -> str:
        return rendered(text, GoldmarkSettings(**chosen))  # type: ignore[arg-type]

    assert html_of("'a'", typographer=False) == "<p>'a'</p>\n"
    assert html_of("a\nb", hard_wraps=True) == "<p>a<br>\nb</p>\n"
    assert html_of("www.a.org", linkify=False) == "<p>www.a.org</p>\n"
    assert 'href="http://www.a.org"' in html_of("www.a.org", linkify_protocol="http")
    assert html_of("# a", auto_heading_id=False) == "<h1>a</h1>\n"
    assert html_of("# été", auto_heading_id_type="github-ascii") == '<h1 id="ete">été</h1>\n'
    assert html_of("# A B", auto_heading_id_type="blackfriday") == '<h1 id="a-b">A B</h1>\n'
    assert html_of("# a {#b}", heading_attributes=False) == '<h1 id="a-b">a {#b}</h1>\n'
    assert "<table" not in html_of("a|b\n-|-", table=False)
    assert "<del" not in html_of("~~a~~", strikethrough=False)
    assert "<input" not in html_of("- [ ] a", task_list=False)
    assert "<dl" not in html_of("a\n: b", definition_list=False)
    assert "<sup" not in html_of("a[^1]\n\n[^1]: b", footnote=False)
