"""kramdown over the posts of the corpus: as its generator rendered them, and cut as it is whole."""

import pytest

from editor.edits import Edit
from editor.generators.kramdown import Kramdown
from editor.post import Post
from editor.rendering.article import Article
from tests.conftest import CORPUS
from tests.fidelity import compared, judge, pairs

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus")


def test_posts_without_template_tags_are_rendered_as_kramdown_renders_them() -> None:
    pytest.importorskip("html5lib")
    compare_html = judge()
    different = []
    posts = list(pairs("jekyll", "plain"))[::3]  # python -m tests.fidelity compares them all
    for pair in posts:
        html = Kramdown().render(Post.parse(pair.text).body, "")
        if not compared(pair, html, compare_html)["identical"]:
            different.append(pair.name)
    assert len(different) <= len(posts) // 100, different


def test_the_blocks_of_a_post_joined_are_the_post_rendered_whole() -> None:
    for pair in pairs("jekyll"):
        body = Post.parse(pair.text).body
        article = Article(Kramdown())
        article.change([Edit(0, 0, body)])
        blocks = article.blocks
        assert "".join(block.text for block in blocks) == body, pair.name
        assert all(block.text[0] not in "\n" for block in blocks[1:]), pair.name
        article.render(0, len(blocks))
        parts = [*(block.html for block in blocks), article.section]
        whole = Kramdown().render(body, "")
        assert filled_lines("\n".join(parts)) == filled_lines(whole), pair.name


def filled_lines(html: str) -> list[str]:
    return [line for line in html.split("\n") if line]
