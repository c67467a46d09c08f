"""Every block knows the lines of the body that it comes from, in every dialect."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blocks import Cut
from editor.generators import GENERATORS
from editor.post import Post
from editor.rendering import LineMap, Renderer, RenderRequest
from tests.conftest import CORPUS
from tests.test_rendering import corpus_texts

_LINES = [
    "", "", "", "a", "b \"c'", "- a", "  b", "1. a", "> a", "# a", "a\n===", "```", "~~~\n",
    "    a", "\ta", "<div>", "</div>", "<!--", "-->", "|a|b|", "|-|-|", "[a]: /b", "[a]",
    "[^1]", "[^1]: a", ": a", "{:.a}", "* * *", "{::comment}", "{:/}", "$$", "{{< a >}}",
    "{{< /a >}}", "{{< highlight go >}}", "{{< /highlight >}}", "<!--more-->", "{% if a %}",
    "{% endif %}",
    "{{ a }}", "\\", "&amp;", " ",
]  # fmt: skip
_DIALECTS = {name: made.dialect({}) for name, made in GENERATORS.items()}


def assert_lines(cut: Cut, body: str) -> None:
    """The blocks are the body, and the line of each is its first that is not blank."""
    assert "".join(block.text for block in cut.blocks) == (body if body.strip(" \t\n") else "")
    lines = body.split("\n")
    at = 0
    for block in cut.blocks:
        blank = len(block.text) - len(block.text.lstrip(" \t\n"))
        assert block.line == at + block.text.count("\n", 0, blank)
        assert lines[block.line].strip(" \t")
        at += block.text.count("\n")


@pytest.mark.parametrize("name", _DIALECTS)
@given(st.lists(st.sampled_from(_LINES), max_size=25))
@settings(max_examples=60, deadline=None)
def test_the_line_of_a_block_is_that_on_which_its_text_begins(name: str, lines: list[str]) -> None:
    body = "\n".join(lines)
    assert_lines(_DIALECTS[name].cut(body), body)


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")
@pytest.mark.parametrize("name", _DIALECTS)
def test_so_it_is_in_the_posts_of_the_corpus(name: str) -> None:
    for text in corpus_texts(["jekyll", "hugo", "other"])[::4]:
        body = Post.parse(text).body
        assert_lines(_DIALECTS[name].cut(body), body)


@pytest.mark.parametrize("name", ["jekyll", "hugo"])
@given(st.lists(st.sampled_from(_LINES), max_size=15))
@settings(max_examples=40, deadline=None)
def test_lines_ascend_within_the_file_where_template_tags_run(name: str, lines: list[str]) -> None:
    text = "---\ntitle: A\n---\n" + "\n".join(lines)
    starts = [line for line, _ in blocks_of(text, name)]
    assert starts == sorted(starts)
    assert all(3 <= line <= text.count("\n") for line in starts)


def test_blocks_below_hugo_s_shortcodes_are_on_their_lines() -> None:
    body = 'A.\n\n{{< figure\n  src="a.png"\n>}}\n\n<!--more-->\n\n{{< param title >}}\n\nLast.\n'
    blocks = blocks_of(f"+++\ntitle = 'T'\n+++\n{body}", "hugo")
    assert [(line, html.strip()) for line, html in blocks if html.strip()] == [
        (3, "<p>A.</p>"),
        (5, '<figure><img src="a.png"></figure>'),
        (11, "<p>T</p>"),
        (13, "<p>Last.</p>"),
    ]


def blocks_of(text: str, generator: str) -> list[tuple[int, str]]:
    """The blocks of the post `text`, each with its line of the file."""
    rendering = Renderer().render(RenderRequest(1, text, generator), -1)
    html = [block for patch in rendering.patches for block in patch.html]
    return list(zip(LineMap().patched(rendering).starts, html, strict=True))
