"""Hugo's shortcodes against the files of a site."""

from pathlib import Path

import pytest

from editor.generators.shortcodes.running import run
from editor.rendering.renderer import article


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("posts/a.md", "posts/b/index.md", "posts/c.fr.md", "about/_index.md"):
        page = tmp_path / "content" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("x")
    return tmp_path / "content"


@pytest.mark.parametrize(
    "target",
    ["b", "b/index.md", "/posts/b", "posts/b", "c", "c.fr.md", "about", "#x", "a.md#x", "../about"],
)
def test_a_link_finds_the_pages_that_hugo_finds(content: Path, target: str) -> None:
    body = f'[x]({{{{< ref "{target}" >}}}})'
    assert run(body, {}, {}, content / "posts" / "a.md", content.parent).problems == ()


def test_a_link_to_a_page_that_is_not_there_stops_the_build(content: Path) -> None:
    body = 'a\n\n[x]({{< relref "nosuch.md" >}})'
    (problem,) = run(body, {}, {}, content / "posts" / "a.md", content.parent).problems
    assert (problem.kind, problem.name, problem.line) == ("missing-post", "nosuch.md", 2)
    assert problem.fails
    settings = {"refLinksErrorLevel": "warning"}
    (problem,) = run(body, {}, settings, content / "posts" / "a.md", content.parent).problems
    assert not problem.fails


def test_a_parameter_of_the_page_is_its_value() -> None:
    head = "---\ntitle: An été\nnumber: 3\nmarked: '*x*'\n---\n"
    tags = '{{< param title >}} {{% param "Number" %}} {{< param marked >}} {{< param nosuch >}}'
    assert article(head + tags, "hugo") == (
        '<p>An été 3 <span class="template-tag">param marked</span> '
        '<span class="template-tag">param nosuch</span></p>\n'
    )
