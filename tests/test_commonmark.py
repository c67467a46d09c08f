"""The commonmark dialect: CommonMark's own examples, and GitHub's additions."""

import os
import re
from pathlib import Path

import pytest

from editor.generators.markdown_it.gfm import MarkdownItGfm
from editor.rendering.renderer import article

# The npm package commonmark-spec 0.31.2 unpacked, as .ci/run does it.
SPECIFICATION = Path(
    os.environ.get("COMMONMARK_SPEC", Path(__file__).parent.parent / ".venv" / "commonmark-spec")
)
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_BLOCK = "blockquote|div|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul"


def examples() -> list[tuple[str, str]]:
    text = (SPECIFICATION / "spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    return [(match[1], match[2]) for match in _EXAMPLE.finditer(text)]


def normalised(markup: str) -> str:
    """`markup` without the colours of code, and white space around the tags of blocks."""
    markup = re.sub(
        r'<div class="highlight">(<pre>.*?</pre>)</div>',
        lambda block: re.sub(r"</?span[^>]*>", "", block[1]),
        markup,
        flags=re.DOTALL,
    )
    return re.sub(rf"\s*(</?(?:{_BLOCK})\b[^>]*>)\s*", r"\1", markup).replace("&quot;", '"').strip()


# In CI the examples are fetched, see .ci/run: there they may not be missing.
needs_specification = pytest.mark.skipif(
    not SPECIFICATION.exists() and "CI" not in os.environ,
    reason="needs the npm package commonmark-spec",
)


@needs_specification
@pytest.mark.parametrize("bare_addresses", [True, False])
def test_each_example_of_commonmark_gives_its_html(bare_addresses: bool) -> None:
    dialect = MarkdownItGfm(bare_addresses)
    wrong = [
        source
        for source, expected in examples()
        if normalised(dialect.render(source, "")) != normalised(expected)
    ]
    assert (len(examples()), wrong) == (652, [])


def test_an_address_that_commonmark_calls_text_is_text_and_others_are_links() -> None:
    text = "< https://foo.bar >, https://example.com and a@mail.example.org are"
    assert (
        article(text, "commonmark") == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>\n"
    )
    text = "<https://foo.bar> (https://foo.bar) https://example.com/a a@example.de"
    assert article(text, "commonmark").count("<a href=") == 4


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("| a | b |\n|:-:|--:|\n| `x\\|y` |", '<th style="text-align:center">a</th>'),
        ("| a |\n|---|\n| `x\\|y` |", "<td><code>x|y</code></td>"),
        ("a ~~b~~ ~c~ ~~~d~~~ ~~e~", "a <del>b</del> <del>c</del> ~~~d~~~ ~~e~"),
        ("http://localhost:3000/a", '<a href="http://localhost:3000/a">'),
        ("见https://a.org/b", '见<a href="https://a.org/b">'),
        ("见a@b.org", '见<a href="mailto:a@b.org">'),
        ("[^1]\n\n[^1]: *n*", '<sup class="footnote-ref"><a href="#fn:1" id="fnref-1">1</a></sup>'),
        ("[^1]\n\n[^1]: *n*", '<li id="fn:1">\n<p><em>n</em> <a href="#fnref-1"'),
        ("<http://例え.jp/あ>", 'href="http://%E4%BE%8B%E3%81%88.jp/%E3%81%82">http://例え.jp/あ<'),
        ("- [x] a", '<input checked="" disabled="" type="checkbox"> a'),
        ("- [ ] a", '<input disabled="" type="checkbox"> a'),
        ("See www.example.org/a.", '<a href="http://www.example.org/a">www.example.org/a</a>.'),
        ("(http://a.org/b_(c))", '(<a href="http://a.org/b_(c)">http://a.org/b_(c)</a>)'),
        ("http://a.org/é", '<a href="http://a.org/%C3%A9">http://a.org/é</a>'),
        ("a.b-c_d@e.fr.", '<a href="mailto:a.b-c_d@e.fr">a.b-c_d@e.fr</a>.'),
        ("mailto:a@b.org", '<a href="mailto:a@b.org">mailto:a@b.org</a>'),
    ],
)
def test_gfm_adds(source: str, expected: str) -> None:
    assert expected in article(source, "commonmark")


@pytest.mark.parametrize("text", ["a@b", "a@b.c_", "a@b.c-", "a.b-c_d@e.fr-"])
def test_gfm_leaves_what_is_no_mail_address(text: str) -> None:
    assert article(text, "commonmark") == f"<p>{text}</p>\n"


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
def test_no_break_spaces_at_the_edges_stay(generator: str) -> None:
    html = article("\u00a0a\u00a0\n\n# \u202fb\u202f #\n\n\u00a0c\u00a0\n===\n", generator)
    assert re.sub(r' id="[^"]*"', "", html) == (
        "<p>\u00a0a\u00a0</p>\n<h1>\u202fb\u202f</h1>\n<h1>\u00a0c\u00a0</h1>\n"
    )


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
@pytest.mark.parametrize("mark", ["- ", "1. ", "> ", "[", "![", "*a **b ", "<b>"])
def test_deep_nesting_ends(generator: str, mark: str) -> None:
    assert article(mark * 3_000, generator)


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
@pytest.mark.parametrize("mark", ["[", "![", "[a](", "[^", "<a ", "'a\" ", "*a_ ", "www.a.", "a@"])
def test_what_makes_a_quadratic_reader_hang_ends(generator: str, mark: str) -> None:
    assert article(mark * (50_000 // len(mark)), generator)


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
def test_images_in_images_end(generator: str) -> None:
    assert article("![" * 2_000 + "a" + "](b)" * 2_000, generator)


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
def test_nested_lists_keep_their_text(generator: str) -> None:
    nested = "".join(f"{'  ' * depth}- item{depth}\n" for depth in range(30))
    html = article(nested, generator)
    assert all(f"item{depth}\n" in html for depth in range(29))


@pytest.mark.parametrize("generator", ["commonmark", "hugo"])
@pytest.mark.parametrize("text", ["\r- a\n\nb", " - a\r - b\r\r\n\nd", "a\r\n\r\n\rb\0"])
def test_a_carriage_return_alone_is_an_end_of_line_to_the_cut_as_well(
    generator: str, text: str
) -> None:
    assert article(text, generator)
