import csv
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from editor.generators import GENERATORS, Dialect, Generator
from editor.generators.dialect import BuildWarning, Settings
from editor.generators.fragments import Extent, Fragment
from editor.generators.kramdown import Kramdown
from editor.rendering import LineMap, RenderRequest, patched
from editor.rendering.renderer import Renderer, article
from tests.conftest import CORPUS, SAMPLES


class Page:
    """The blocks a page shows, changed by patches as the preview changes them."""

    def __init__(self, generator: str = "jekyll") -> None:
        self.renderer, self.generator = Renderer(), generator
        self.blocks: tuple[str, ...] = ()
        self.lines = LineMap()
        self.revision = -1
        self.sent: list[str] = []

    def show(self, text: str) -> str:
        request = RenderRequest(self.revision + 1, text, self.generator)
        rendering = self.renderer.render(request, base=self.revision)
        assert rendering.base == self.revision
        self.blocks = patched(self.blocks, rendering)
        self.lines = self.lines.patched(rendering)
        self.sent = [html for patch in rendering.patches for html in patch.html]
        self.revision = rendering.revision
        assert len(self.lines.starts) == len(self.blocks)
        return "".join(self.blocks)


def test_a_changed_paragraph_is_a_patch_of_one_block() -> None:
    page = Page()
    page.show("# A\n\nOne\n\nTwo\n\nThree")
    assert page.show("# A\n\nOne\n\nTwo!\n\nThree") == (
        '<h1 id="a">A</h1><p>One</p><p>Two!</p><p>Three</p>'
    )
    assert len(page.sent) == 1


def test_a_line_above_shifts_the_lines_and_patches_one_block() -> None:
    page = Page()
    page.show("A\n\nB\n\nC")
    page.show("New\n\nA\n\nB\n\nC")
    assert list(page.lines.starts) == [0, 2, 4, 6]
    assert page.sent == ["<p>New</p>"]


def test_lines_are_the_files_also_under_front_matter() -> None:
    rendering = Renderer().render(RenderRequest(1, "---\ntitle: A\n---\n\nB\n", "jekyll"), -1)
    assert list(rendering.lines) == [4]


def test_a_rendering_upon_a_base_that_was_not_the_last_replaces_all() -> None:
    renderer = Renderer()
    renderer.render(RenderRequest(1, "A\n\nB", "jekyll"), -1)
    renderer.render(RenderRequest(2, "A\n\nC", "jekyll"), 1)
    again = renderer.render(RenderRequest(3, "A\n\nD", "jekyll"), 1)
    assert (again.base, again.html) == (-1, ("<p>A</p>", "<p>D</p>"))


def test_blocks_that_stay_are_not_rendered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page()
    page.show("A\n\nB\n\n[c] D\n\n[c]: /c")
    rendered = []
    monkeypatch.setattr(
        Kramdown,
        "fragment",
        lambda _, text, *__: rendered.append(text) or Fragment(""),
    )
    page.show("B\n\nE\n\nA\n\n[c] D\n\n[c]: /c")
    assert rendered == ["E\n\n"]


def test_another_generator_renders_all_anew() -> None:
    renderer = Renderer()
    renderer.render(RenderRequest(1, '"A"', "jekyll"), -1)
    after = renderer.render(RenderRequest(2, '"A"', "commonmark"), 1)
    assert after.html == ("<p>&quot;A&quot;</p>\n",)


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_target_of_a_link_may_stand_in_any_block(generator: str) -> None:
    html = article("See [a][b].\n\nThen\n\n- list [b]\n\n[b]: /target\n", generator)
    assert html.count('href="/target"') == 2


def test_a_changed_target_changes_the_blocks_that_may_use_it_and_no_other() -> None:
    page = Page()
    page.show("[a]\n\nB\n\n[c]\n\n[a]: /one\n")
    page.show("[a]\n\nB\n\n[c]\n\n[a]: /two\n")
    assert [html for html in page.sent if html] == ['<p><a href="/two">a</a></p>']


def test_of_two_targets_kramdown_takes_the_last_and_commonmark_the_first() -> None:
    text = "[a]: /one\n\n[a]\n\n[a]: /two\n\n[a]"
    assert article(text, "jekyll").count("/two") == 2
    assert article(text, "commonmark").count("/one") == 2


@pytest.mark.parametrize("generator", ["jekyll", "hugo"])
def test_the_ids_of_headings_are_told_apart_over_all_blocks(generator: str) -> None:
    html = article("# L'été\n\n## L'été\n\nText\n\n# L'été {#own}\n\n# L'été", generator)
    assert re.findall(r'id="([^"]*)"', html) == ["lété", "lété-1", "own", "lété-2"]


def test_the_interview_is_an_article_with_its_image_and_its_breaks() -> None:
    interview = next(SAMPLES.rglob("2009-06-24-biz-stone*.md")).read_text(encoding="utf-8")
    html = article(interview, "jekyll")
    assert '<img src="/assets/images/blog/Sites/twitter.jpg" alt="" />' in html
    assert "<p><strong>Comment est né Twitter ?</strong>" in html
    assert "layout: post" not in html


def corpus_texts(generators: Sequence[str]) -> list[str]:
    """The posts of the corpus, without those that differ from another by their line ends alone."""
    with (CORPUS / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    paths = [CORPUS / "posts" / r["repo"] / r["path"] for r in rows if r["generator"] in generators]
    texts = (path.read_bytes().decode("utf-8-sig", "replace") for path in paths)
    return list(dict.fromkeys(text.replace("\r\n", "\n").rstrip() for text in texts))


def never_cut(generator: Generator) -> Generator:
    """`generator`, with a dialect that makes one block of a post."""

    def dialect(settings: Settings) -> Dialect:
        whole = generator.dialect(settings)
        whole.extents = lambda body, _: iter([Extent(len(body), len(body))] if body.strip() else [])
        return whole

    return replace(generator, dialect=dialect)


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")
@pytest.mark.parametrize(
    ("name", "of", "every"),
    [
        ("jekyll", ["jekyll"], 1),
        ("hugo", ["hugo"], 1),
        ("pelican", ["jekyll", "hugo", "other"], 8),
        ("commonmark", ["jekyll", "hugo", "other"], 8),
    ],
)
def test_the_blocks_joined_are_the_post_rendered_whole(
    name: str, of: list[str], every: int
) -> None:
    generator = GENERATORS[name]
    parted, whole = Renderer(), Renderer({name: never_cut(generator)})
    for text in corpus_texts(of)[::every]:
        request = RenderRequest(1, text, name)
        blocks, one = (renderer.render(request, -1).html for renderer in (parted, whole))
        assert filled_lines(blocks) == filled_lines(one), text[:200]


def filled_lines(blocks: tuple[str, ...]) -> list[str]:
    return [line for line in "\n".join(blocks).split("\n") if line.strip()]


def test_a_block_below_template_tags_knows_its_line_of_the_file(tmp_path) -> None:
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "aside.html").write_text("One.\n\nTwo.\n\nThree.\n")
    text = "---\ntitle: A\n---\nFirst.\n\n{% include aside.html %}\n\nLast."
    request = RenderRequest(1, text, "jekyll", tmp_path / "_posts" / "a.md", tmp_path)
    rendering = Renderer().render(request, -1)
    lines = dict(zip(map(str.strip, rendering.html), rendering.lines, strict=True))
    assert lines["<p>First.</p>"] == 3
    assert lines["<p>Three.</p>"] == 5
    assert lines["<p>Last.</p>"] == 7


def test_what_the_build_stops_at_is_told_by_the_lines_of_the_file() -> None:
    text = "---\ntitle: A\n---\nOne\n\n{% nothing %}\n"
    rendering = Renderer().render(RenderRequest(1, text, "jekyll"), -1)
    assert rendering.warnings == (BuildWarning("unknown-tag", 5, "nothing", True),)
