import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.generators.python_markdown.blocks import block_starts, is_of_one_piece


def texts(body: str) -> list[str]:
    starts = block_starts(body)
    return [body[start:end].strip("\n") for start, end in pairwise([*starts, len(body)])]


def test_a_block_begins_at_an_unindented_line_after_a_blank_one() -> None:
    body = "# Title\nunder it\n\nA paragraph\n\n    code\n\nAnother\n"
    assert texts(body) == ["# Title\nunder it", "A paragraph\n\n    code", "Another"]


@pytest.mark.parametrize("body", ["", "\n", " \t\n\n"])
def test_a_blank_text_has_no_block(body: str) -> None:
    assert block_starts(body) == []


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
    ["- b\n\n    [a]: /a", "> [a]: /a"],
)
def test_a_target_within_a_list_makes_one_piece_of_the_post(construct: str) -> None:
    assert is_of_one_piece(construct)


@pytest.mark.parametrize("construct", ["[a]", "[a]: /a 'A'\n  [b]: <b>", "- [a](b): c", "- a"])
def test_one_that_stands_for_itself_does_not(construct: str) -> None:
    assert not is_of_one_piece(construct)


_PIECES = ["- ", "> ", ": ", "```", "~~~", "<div>", "</div>", "<!--", "-->"]
_MORE = ["[a]: b", "a", "\n", "\n\n", "    ", "\t", " "]
_MARKDOWN = st.lists(st.sampled_from(_PIECES + _MORE)).map("".join)


@given(_MARKDOWN | st.text())
def test_blocks_begin_in_order_on_lines_that_are_not_blank(body: str) -> None:
    starts = block_starts(body)
    assert starts == sorted(set(starts))
    assert all(body[start:].split("\n")[0].strip(" \t") for start in starts)


_SHORT = [" ", "[", "<", "<p", "</p\n", "> ", "\t\n", "```", "{:", "{{< a", "<!-- "]
_LINES = [" " * 90_000 + "<\n\n", "```\n" + "> " * 90_000 + "a\n", ">" + "\t" * 90_000 + "<a"]
_LONG = ["a\n\n", "- a\n\n", "<div>\n\n", "```\n\n", "[a]: b\n\n"]


@pytest.mark.parametrize("unit", _SHORT + _LONG + _LINES, ids=lambda unit: unit[:9])
def test_the_time_is_linear(unit: str) -> None:
    body = unit * (300_000 // len(unit))
    started = time.perf_counter()
    block_starts(body)
    assert time.perf_counter() - started < 3  # at most 0.6 s; quadratic would be minutes
