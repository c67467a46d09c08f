"""Every block knows the lines of the file that it comes from, in every dialect."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.generators import GENERATORS
from editor.post import Post
from editor.rendering import LineMap, RenderRequest
from editor.rendering.renderer import Renderer
from tests.conftest import CORPUS
from tests.test_rendering import corpus_texts

# Each @ becomes a word of its own, by which the line of a block is known.
_LINES = [
    "", "", "", "", "@", "@", "@ \"c'", "- @", "  @", "1. @", "> @", "# @", "@\n===", "```", "~~~",
    "    @", "\t@", "<div>", "</div>", "<!-- @", "-->", "|@|b|", "|-|-|", "[a]: /b", "[a] @", ": @",
    "* * *", "$$", "{{< a >}}", "{{< /a >}}", "{{< highlight go >}}", "{{< /highlight >}}", "\\",
    "<!--more-->", "{% if a %}", "{% endif %}", "{{ a }}", "&amp; @", " ",
]  # fmt: skip
_WORD = re.compile(r"w(\d+)w")


def blocks_of(text: str, generator: str) -> list[tuple[int, str]]:
    """The blocks of the post `text`, each with its line of the file."""
    rendering = Renderer().render(RenderRequest(1, text, generator), -1)
    html = [block for patch in rendering.patches for block in patch.html]
    return list(zip(LineMap().patched(rendering).starts, html, strict=True))


def words_outside(blocks: list[tuple[int, str]]) -> Iterator[int]:
    """The words that stand in a block other than the one on whose lines they were written."""
    ends = [*(line for line, _ in blocks[1:]), 1_000_000][: len(blocks)]
    for (start, html), end in zip(blocks, ends, strict=True):
        yield from (word for word in map(int, _WORD.findall(html)) if not start <= word < end)


def numbered(lines: list[str], first: int) -> str:
    """`lines`, each @ replaced by the number of its line of the file."""
    text = "\n".join(lines).split("\n")
    return "\n".join(line.replace("@", f"w{first + n}w") for n, line in enumerate(text))


@pytest.mark.parametrize("name", GENERATORS)
@given(st.lists(st.sampled_from(_LINES), max_size=25))
@settings(max_examples=50, deadline=None)
def test_what_a_block_shows_was_written_on_its_lines(name: str, lines: list[str]) -> None:
    text = "---\ntitle: A\n---\n" + numbered(lines, 3)
    blocks = blocks_of(text, name)
    starts = [start for start, _ in blocks]
    assert starts == sorted(starts)
    assert all(3 <= start <= text.count("\n") for start in starts)
    assert all(text.split("\n")[start].strip(" \t") for start in starts)
    assert list(words_outside(blocks)) == []


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")
@pytest.mark.parametrize("name", GENERATORS)
def test_the_blocks_of_the_corpus_begin_on_lines_of_their_own(name: str) -> None:
    for text in corpus_texts(["jekyll", "hugo", "other"])[::8]:
        starts = [start for start, _ in blocks_of(text, name)]
        assert starts == sorted(starts)
        assert all(Post.parse(text).body_line <= start <= text.count("\n") for start in starts)


def test_blocks_below_hugo_s_shortcodes_are_on_their_lines() -> None:
    body = 'A.\n\n{{< figure\n  src="a.png"\n>}}\n\n<!--more-->\n\n{{< param title >}}\n\nLast.\n'
    blocks = blocks_of(f"+++\ntitle = 'T'\n+++\n{body}", "hugo")
    assert [(line, html.strip()) for line, html in blocks if html.strip()] == [
        (3, "<p>A.</p>"),
        (5, '<figure><img src="a.png"></figure>'),
        (11, "<p>T</p>"),
        (13, "<p>Last.</p>"),
    ]
