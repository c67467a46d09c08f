import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blocks import cut


def texts(body: str) -> list[str]:
    return [block.text.strip("\n") for block in cut(body).blocks]


def test_a_block_begins_at_an_unindented_line_after_a_blank_one() -> None:
    body = "# Title\nunder it\n\nA paragraph\n\n    code\n\nAnother\n"
    assert texts(body) == ["# Title\nunder it", "A paragraph\n\n    code", "Another"]


def test_the_texts_of_the_blocks_joined_are_the_body() -> None:
    body = "\n \nA\n\t\n\nB\n\n\n"
    assert "".join(block.text for block in cut(body).blocks) == body


def test_a_block_knows_its_first_line_that_is_not_blank() -> None:
    assert [block.line for block in cut("\n\nA\n\n\nB\nb\n\nC").blocks] == [2, 5, 8]


@pytest.mark.parametrize("body", ["", "\n", " \t\n\n"])
def test_a_blank_body_has_no_block(body: str) -> None:
    assert cut(body).blocks == ()


@pytest.mark.parametrize(
    "together",
    [
        pytest.param("- a\n\n- b\n\n  more\n\n* c", id="list"),
        pytest.param("1. a\n\n2. b", id="ordered list"),
        pytest.param("Under a line:\n- a\n\n- b", id="list under a line"),
        pytest.param("- a\n\n[x]: /x\n\n- b", id="list around the target of a link"),
        pytest.param("> a\n\n> b", id="quote"),
        pytest.param("Term\n\n: meaning\n\nTerm\n\n: meaning", id="definitions"),
        pytest.param("Text\n\n{: .class}", id="attributes"),
        pytest.param("```python\na\n\nb\n```", id="fence"),
        pytest.param("~~~\na\n\n```\n\nb\n~~~", id="fence in a fence"),
        pytest.param("````\na\n\n```\n\nb\n````", id="longer fence"),
        pytest.param("- a\n\n      ```\n      b\n\nc\n      ```", id="fence in a list"),
        pytest.param("```\nnever closed\n\nb\n\nc", id="open fence"),
        pytest.param("<div>\n\n<div>\n\n</div>\n\na\n\n</div>", id="element"),
        pytest.param("</p><DIV class='x'\n\nid='y'>\n\na</DIV>", id="element behind another"),
        pytest.param("<script>\n\nlet a;\n\n</script\n\n</script>", id="closing tag that is none"),
        pytest.param("a <!-- b\n\n# c --> d", id="comment"),
        pytest.param("<?php\n\necho 1;\n\n?>", id="instruction"),
        pytest.param("{% highlight c %}\n\n```\n\n{% endhighlight %}", id="highlight"),
        pytest.param("{% if a %}\n\n{% if b %}\n\n{% endif %}\n\n{% endif %}", id="template tag"),
        pytest.param("{% raw %}\n\n```\n{% if %}\n\n```\n\n{% endraw %}", id="fence in raw"),
        pytest.param("{{< note >}}\n\na\n\n{{< /note >}}", id="shortcode"),
    ],
)
def test_what_belongs_together_stays_together(together: str) -> None:
    open_to_the_end = together.startswith("```\nnever")
    around = [together] if open_to_the_end else [together, "After"]
    assert texts("Before\n\n" + "\n\n".join(around)) == ["Before", *around]


@pytest.mark.parametrize(
    "apart",
    [
        pytest.param("`<div>` in a line", id="code span"),
        pytest.param("```an inline code```", id="code span of three"),
        pytest.param("    ```", id="fence in indented code"),
        pytest.param("<hr>", id="void element"),
        pytest.param("<br/>\n<img src='x'>", id="inline elements"),
        pytest.param("<div/>", id="empty element"),
        pytest.param("{% include x.html %}", id="tag without an end"),
        pytest.param("{{ page.title }}", id="variable"),
        pytest.param("{{< figure src='x' >}}", id="shortcode without an end"),
    ],
)
def test_what_opens_nothing_takes_nothing_in(apart: str) -> None:
    assert texts(f"Before:\n{apart}\n\nAfter") == [f"Before:\n{apart}", "After"]


@pytest.mark.parametrize(
    "construct",
    [
        "A[^1]\n\n[^1]: note",
        "*[HTML]: Hyper",
        "[TOC]",
        "* x\n{:toc}",
        "{:note: .big}",
        "{::comment}",
    ],
)
def test_a_post_with_what_concerns_all_of_it_is_one_block(construct: str) -> None:
    body = f"Before\n\n{construct}\n\nAfter"
    assert texts(body) == [body]


def test_targets_of_links_are_for_every_block() -> None:
    both = cut("See [a] and [b].\n\n[a]: /a 'A'\n  [b]: <b>\n\nEnd\n[c]: /c")
    assert both.definitions == "[a]: /a 'A'\n  [b]: <b>\n\n\nEnd\n[c]: /c"


def test_what_looks_like_a_target_in_code_is_none() -> None:
    assert cut("[a]\n\n```\n\n[a]: /a\n\n```\n\nEnd").definitions == ""


def test_a_target_within_a_list_makes_the_post_one_block() -> None:
    body = "[a]\n\n- b\n\n    [a]: /a\n\nEnd"
    assert texts(body) == [body]


_PIECES = ["- ", "> ", ": ", "```", "~~~", "<div>", "</div>", "<!--", "-->", "{% raw %}"]
_MORE = ["{% endraw %}", "{{< x >}}", "{{< /x >}}", "[a]: b", "a", "\n", "\n\n", "    ", "\t", " "]
_MARKDOWN = st.lists(st.sampled_from(_PIECES + _MORE)).map("".join)


@given(_MARKDOWN | st.text())
def test_blocks_cover_any_body_in_order(body: str) -> None:
    blocks = cut(body).blocks
    assert "".join(block.text for block in blocks) == body or not (blocks or body.strip(" \t\n"))
    assert [block.line for block in blocks] == sorted({block.line for block in blocks})


_SHORT = [" ", "[", "<", "<p", "</p\n", "> ", "\t\n", "```", "{:", "{{< a", "<!-- "]
_LINES = [" " * 90_000 + "<\n\n", "```\n" + "> " * 90_000 + "a\n", ">" + "\t" * 90_000 + "<a"]
_LONG = ["a\n\n", "- a\n\n", "<div>\n\n", "```\n\n", "{% if %}{% endif %}", "[a]: b\n\n"]


@pytest.mark.parametrize("unit", _SHORT + _LONG + _LINES, ids=lambda unit: unit[:9])
def test_the_time_is_linear(unit: str) -> None:
    body = unit * (300_000 // len(unit))
    started = time.perf_counter()
    cut(body)
    assert time.perf_counter() - started < 3  # at most 0.6 s; quadratic would be minutes
