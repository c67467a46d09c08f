"""Renderings that follow edits are those of the text anew, and of the text in one piece."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.edits import Edit
from editor.generators import GENERATORS
from editor.generators.dialect import Expanded
from editor.generators.jekyll import JEKYLL
from editor.rendering import LineMap, RenderRequest, TextMissing, patched
from editor.rendering.renderer import Renderer
from tests.conftest import CORPUS
from tests.test_rendering import corpus_texts, filled_lines, never_cut

# What concerns blocks around it, or all of them.
PIECES = (
    *(
        "\n\n",
        "\n",
        "```\n",
        "~~~\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "`",
        '"',
        "'",
        "$$",
        "---\n",
    ),
    *("===\n", "# H\n", "## H\n", "<div>", "</div>", "<p>", "<!--", "-->", "<script>"),
    "</script>",
    *("[^1]", "[^1]: note\n\n", "[^2]: a[^1]\n\n", "[a]: /b\n", "[a]", "*[HTML]: x\n\n", "HTML"),
    *("* x\n{:toc}\n\n", "{: .c}\n", "{:n: .c}\n\n", "{: n}\n", ": def\n", "|a|b|\n|-|-|\n"),
    *('{::options auto_ids="false" /}\n\n', "{::comment}\n", "{:/comment}\n", "{:toc}", "word"),
    *("{% raw %}", "{% endraw %}", "{{ page.title }}", "{% if x %}", "{% endif %}", "{{ x }}"),
    *("{% assign x = 1 %}", "{%- if page -%}", "{{ page.content }}", "{% for i in (1..2) %}"),
    *("{% endfor %}", "{{< youtube x >}}", "{{< highlight c >}}", "{{< /highlight >}}"),
    "<!--more-->",
)
Rule = tuple[float, float, str]  # where in the text, how far, and what is put there
SHARES = (0.0, 0.0, 0.001, 0.01, 0.3)  # of the text
RULES = st.tuples(st.floats(0, 1), st.sampled_from(SHARES), st.sampled_from(PIECES))


class Follower:
    """A page that a text's edits are told to, and nothing else."""

    def __init__(
        self,
        generator: str,
        text: str,
        around: int | None = None,
        renderer: Renderer | None = None,
    ) -> None:
        self.generator, self.text, self.around = generator, text, around
        self.renderer, self.revision = renderer or Renderer(), 0
        first = self.renderer.render(RenderRequest(0, text, generator, around=around), -1)
        self.blocks, self.lines = first.html, LineMap().patched(first)
        self.is_complete = first.is_complete

    def edit(self, *edits: Edit) -> None:
        for edit in edits:
            self.text = self.text[: edit.start] + edit.new + self.text[edit.end :]
        since, self.revision = self.revision, self.revision + 1
        request = RenderRequest(
            self.revision, None, self.generator, since=since, edits=edits, around=self.around
        )
        rendering = self.renderer.render(request, since)
        assert rendering.base == since
        self.blocks = patched(self.blocks, rendering)
        self.sent = [html for patch in rendering.patches for html in patch.html if html]
        self.lines = self.lines.patched(rendering)
        self.is_complete = rendering.is_complete

    def assert_is_right(self) -> None:
        """It shows what the text is rendered to from scratch, and as one piece."""
        request = RenderRequest(1, self.text, self.generator)
        anew = Renderer().render(request, -1)
        assert self.blocks == anew.html
        assert list(self.lines.starts) == list(anew.lines)
        if self.generator != "pelican":  # whose reader one stray quote in a tag may lead anywhere
            generator = GENERATORS[self.generator]
            whole = Renderer({self.generator: never_cut(generator)}).render(request, -1)
            assert filled_lines(self.blocks) == filled_lines(whole.html)


def edits(text: str, rules: list[Rule]) -> Iterator[Edit]:
    for place, share, new in rules:
        at = round(place * len(text))
        edit = Edit(at, min(len(text), at + round(share * len(text))), new)
        text = text[: edit.start] + new + text[edit.end :]
        yield edit


@pytest.mark.parametrize("generator", GENERATORS)
@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    rules=st.lists(RULES, max_size=5),
)
def test_after_any_edits_the_page_is_that_of_the_text(
    generator: str, text: str, rules: list[Rule]
) -> None:
    follower = Follower(generator, text)
    for edit in edits(text, rules):
        follower.edit(edit)
        follower.assert_is_right()


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")
@pytest.mark.parametrize(
    ("generator", "of"),
    [
        ("jekyll", ["jekyll"]),
        ("hugo", ["hugo"]),
        ("pelican", ["jekyll", "hugo", "other"]),
        ("commonmark", ["jekyll", "hugo", "other"]),
    ],
)
def test_after_edits_of_a_post_of_the_corpus_so_it_is(generator: str, of: list[str]) -> None:
    chance = random.Random(generator)
    texts = [text for text in corpus_texts(of) if len(text) < 8_000]
    for text in chance.sample(texts, 40):
        places = [chance.random() for _ in range(4)]
        shares = chance.choices(SHARES, k=4)
        follower = Follower(generator, text)
        new = chance.choices(PIECES, k=4)
        for edit in edits(text, list(zip(places, shares, new, strict=True))):
            follower.edit(edit)
            follower.assert_is_right()


@pytest.mark.parametrize("generator", GENERATORS)
def test_several_edits_at_once_are_made_one_after_the_other(generator: str) -> None:
    follower = Follower(generator, "---\ntitle: A\n---\nOne\n\nTwo\n\nThree {{ x }}\n")
    follower.edit(Edit(19, 19, "[a]\n\n"), Edit(0, 0, ""), Edit(30, 33, "[a]: /b\n\n- 2"))
    follower.assert_is_right()


@pytest.mark.parametrize(
    ("generator", "text", "old", "new", "sent"),
    [
        ("jekyll", "A[^1] b[^2]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "one", "ONE", 1),
        ("jekyll", "A[^1]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "A[^1]", "A", 3),
        ("hugo", "A[^1]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "A[^1]", "A", 3),
        ("commonmark", "A[^1]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "A[^1]", "A", 3),
        ("jekyll", "*[HTML]: a\n\nB\n\nHTML\n\nC", ": a", ": x", 1),
        ("jekyll", "{:n: .a}\n\nB\n{: n}\n\nC", ".a}", ".b}", 1),
        ("jekyll", "* x\n{:toc}\n\n# A\n\nB\n\n# C", "# C", "# D", 2),
        ("jekyll", "# A\n\nB\n\n# A\n\n# A", "# A\n\nB", "# C\n\nB", 3),
        ("hugo", "# A\n\nB\n\n# A\n\n# A", "# A\n\nB", "# C\n\nB", 3),
        ("hugo", 'He "said\n\nmore\n\nthat"\n\nit"', 'He "said', "He said", 2),
        ("pelican", "A[^1]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "one", "ONE", 1),
        ("pelican", "A[^1]\n\nC\n\nD[^2]\n\n[^1]: one\n\n[^2]: two", "[^1]: one", "E", 4),
        ("pelican", "*[HTML]: a\n\nB\n\nHTML\n\nC", ": a", ": x", 1),
        ("pelican", "[a]\n\nB\n\n[c]\n\n[a]: /d", "/d", "/e", 2),
    ],
)
def test_what_concerns_the_whole_post_changes_the_blocks_it_concerns(
    generator: str, text: str, old: str, new: str, sent: int
) -> None:
    follower = Follower(generator, text)
    at = text.index(old)
    follower.edit(Edit(at, at + len(old), new))
    follower.assert_is_right()
    assert len(follower.sent) == sent


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_long_post_is_shown_around_a_line_first_and_then_all_of_it(generator: str) -> None:
    text = "---\ntitle: A\n---\n" + "".join(
        f"# {n}\n\n" + "word " * 200 + "\n\n" for n in range(99)
    )
    follower = Follower(generator, text, around=200)
    assert follower.lines.first <= 200 < follower.lines.starts[-1]
    assert not follower.is_complete
    shown = len(follower.blocks)
    assert 5 < shown < 100
    follower.edit(Edit(60_000, 60_000, "x"))  # as typed meanwhile, and perhaps not shown yet
    assert len(follower.blocks) == shown
    for _ in range(20):
        follower.edit()
    assert follower.is_complete
    follower.assert_is_right()


def test_what_makes_all_of_a_post_anew_is_shown_around_the_line_first() -> None:
    follower = Follower("jekyll", ("word " * 200 + "HTML\n\n") * 99, around=100)
    while not follower.is_complete:
        follower.edit()
    follower.edit(Edit(0, 0, "*[HTML]: A\n\n"))
    assert not follower.is_complete
    assert all("<abbr" in html for html in follower.blocks)
    for _ in range(20):
        follower.edit()
    follower.assert_is_right()


def test_edits_of_a_text_that_is_not_known_are_refused() -> None:
    renderer = Renderer()
    with pytest.raises(TextMissing):
        renderer.render(RenderRequest(2, None, "jekyll", since=1), -1)
    renderer.render(RenderRequest(1, "A", "jekyll"), -1)
    with pytest.raises(TextMissing):
        renderer.render(RenderRequest(3, None, "jekyll", since=2), 1)
    with pytest.raises(TextMissing):  # it cannot tell any more what it has
        renderer.render(RenderRequest(4, None, "jekyll", since=1), 1)


class Tags:
    """Counts how often template tags are run."""

    def __init__(self) -> None:
        self.runs = 0

    def renderer(self) -> Renderer:
        def run(*arguments: object) -> Expanded | None:
            self.runs += 1
            return JEKYLL.run_tags and JEKYLL.run_tags(*arguments)  # type: ignore[arg-type]

        return Renderer({"jekyll": replace(JEKYLL, run_tags=run)})


@pytest.mark.parametrize(
    ("text", "old", "new", "runs"),
    [
        ("A\n\nB\n", "B", "B b\n\nC", 0),
        ("A\n\nB\n", "B", "{{ B", 1),
        ("A {\n\nB\n", "{", "{{", 1),
        ("{{ 1 }}\n\nB\nC\n", "B", "B b\n\nC", 0),
        ("{{ 1 }}\n\nB\nC\n", "1", "12", 1),
        ("B {{ 1 }}\n\nC\n", "B", "A", 1),
        ("{% if true -%}\n\nB\n{% endif %}", "B", "B ", 1),
        ("{% if true -%}\n\nB\n{% endif %}", "B", "B b", 1),
        ("{% if true -%}\n\nB b c\n{% endif %}", " b", "c b", 0),
        ("{% if false %}\n\nB\n\n{% endif %}", "B", "C", 1),
        ("{{ page.content | size }}\n\nB\n", "B", "BC", 1),
        ("{% capture a %}\nB\n{% endcapture %}{{ a }}", "B", "C", 1),
        ("{% for n in (1..2) %}\nB\n{% endfor %}", "B", "C", 1),
        ("{% unknown %}\n\nB\n", "B", "`B", 1),
        ("{% unknown %}\n\nB\n", "B", "C", 0),
    ],
)
def test_tags_are_run_anew_only_where_an_edit_may_concern_them(
    text: str, old: str, new: str, runs: int
) -> None:
    tags = Tags()
    follower = Follower("jekyll", text, renderer=tags.renderer())
    tags.runs = 0
    at = text.index(old)
    follower.edit(Edit(at, at + len(old), new))
    assert tags.runs == runs
    follower.assert_is_right()
