"""kramdown, construct by construct: the HTML of the cases is that of kramdown 2.4 to a reader."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import Edit
from editor.generators.kramdown import Kramdown, Options
from editor.rendering.article import Article

CASES = Path(__file__).parent / "fixtures" / "kramdown"


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for case in re.split(r"^===== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = case.partition("\n")
            source, html = rest.split("\n----- html\n")
            yield pytest.param(source, html.rstrip("\n"), id=f"{path.stem}: {title}")


def rendered(text: str, options: Options | None = None) -> str:
    return Kramdown(options).render(text)


@pytest.mark.parametrize(("source", "html"), list(cases()))
def test_a_construct_is_rendered_as_kramdown_does(source: str, html: str) -> None:
    assert filled_lines(Kramdown().render(source)) == filled_lines(html)


def filled_lines(html: str) -> list[str]:
    return [line for line in html.split("\n") if line]


def test_the_language_of_code_is_named_and_its_words_are_coloured() -> None:
    html = rendered("```python\nimport re\n```")
    assert html.startswith('<div class="language-python highlighter-rouge">')
    assert '<span class="kn">import</span>' in html


def test_a_site_chooses_its_quotes() -> None:
    french = Options(smart_quotes=("‹", "›", "«", "»"))
    assert rendered("\"a\" 'b'", french) == "<p>«a» ‹b›</p>"


def test_a_site_may_want_each_line_end_a_break() -> None:
    assert rendered("a\nb *c\nd*", Options(hard_wrap=True)) == (
        "<p>a<br />\nb <em>c<br />\nd</em></p>"
    )


def test_a_site_may_want_no_ids_or_other_levels_in_its_table_of_contents() -> None:
    assert rendered("# a", Options(auto_ids=False)) == "<h1>a</h1>"
    html = rendered("* x\n{:toc}\n\n# a\n\n## b", Options(toc_levels=frozenset({2})))
    assert re.findall('href="([^"]*)"', html) == ["#b"]


def test_a_body_is_cut_where_a_block_begins_after_a_blank_line() -> None:
    body = "\n\nA\nB\n\n- c\n\n  d\n\n<div>\n\ne\n\n</div>\n\n{: .x}\nF\n\nT\n\n: g\n\nU\n\n: h\n"
    ends = [extent.end for extent in Kramdown().extents(body, 0)]
    lines_above = [body[:end].count("\n") for end in ends]
    assert lines_above == [5, 9, 15, 18, 25]


_MARKS = ["*", "_", "`", "[", "]", "(", ")", "!", "<b>", "</b>", "<div>", "</div>", '"', "'", "$$"]
_MARKS += ["> ", "- ", "1. ", "# ", "\n", "\n\n", "    ", "\t", "|", "{:.a}", "[^1]", "[^1]: ", "a"]


@given(st.lists(st.sampled_from(_MARKS), max_size=40).map("".join))
def test_whatever_the_text_its_blocks_joined_are_its_rendering(text: str) -> None:
    blocks = Article(Kramdown())
    blocks.change([Edit(0, 0, text)])
    assert "".join(block.text for block in blocks.blocks) == (text if text.strip() else "")
    blocks.render(0, len(blocks.blocks))
    parts = [*(block.html for block in blocks.blocks), blocks.section]
    assert filled_lines("\n".join(parts)) == filled_lines(Kramdown().render(text, ""))


def test_attributes_reach_the_block_below_over_a_blank_line() -> None:
    blocks = Article(Kramdown())
    blocks.change([Edit(0, 0, "a\n\n{: .x}\n\nb\n")])
    blocks.render(0, len(blocks.blocks))
    assert filled_lines(blocks.blocks[0].html) == ["<p>a</p>", '<p class="x">b</p>']


# What makes other engines take a time that multiplies, see security.md 4.2, and a little more.
# fmt: off
HOSTILE = (
    "<![", "<a@", '<div markdown="1">', "<http://", "[", "![", "[a](", "![[](", "[[a]", "<a ",
    "<a href='", "<![CDATA[", "~~~\n```\n", "~~~ a\n", "```\n", "``` a\n", "# a\n", "- a\n",
    "a\n\n", "a  \n", "> a\n", "<p>\n", "a|", "a|b\n", "\t", "- ", "1. ", "* ", "> ", "*a **b ",
    "*a ", "_a ", "**", "`a ``b ", '"', "'", "&", "&a", "{:", "{:a\n", "{::a ", "$$a\n\n", "$$",
    "<!--", "<b>", "</b>", "<b", "[^a]", "[^a]: b\n\n", "[a]: b\n", "a\n: b\n\n", "*[a]: b\n",
    "- a\n\n  ", "~~a ", "|-", "\\", "<<", "<div>\n", "<x>\n", "</div>\n", " ", "\n ", "a\n=\n",
    "[a]: b 'c ", "{:a:b}\n", "<pre>", '<a b="', "<script>", "<?", "{::nomarkdown}\n", "- |\n",
)
# fmt: on


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_the_time_for_any_construct_is_linear(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    before = time.process_time()
    list(Kramdown().extents(text, 0))
    Kramdown().render(text, "")
    assert time.process_time() - before < 1.5  # 0.3 s at most on an idle machine


@pytest.mark.parametrize(
    "text",
    [
        "[a]: " + "b" * 20_000 + "\n\n" + "[a] " * 20_000,
        "*[A]: " + "b" * 20_000 + "\n\n" + "A " * 40_000,
        '{:a: b="' + "c" * 5_000 + '"}\n\n' + "d\n{: a}\n\n" * 8_000,
        "".join(f"{{:a{n}: " + f"a{n + 1} " * 100 + "}\n" for n in range(9)) + "\nb\n{: a0}\n",
    ],
    ids=["target", "abbreviation", "attribute", "attributes that name attributes"],
)
def test_a_short_name_of_a_long_text_makes_no_page_without_end(text: str) -> None:
    assert len(Kramdown().render(text, "")) < 4_000_000
