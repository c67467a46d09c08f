"""The settings of a Jekyll site that change an article, against what real Jekyll 4.3 makes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.generators import GENERATORS
from editor.generators.dialect import BuildWarning
from editor.generators.kramdown.settings import kramdown_options
from editor.rendering import RenderRequest
from editor.rendering.renderer import Renderer
from tests.jekyll_settings import JEKYLL, TEXTS, Settings, asked, kept, real

NAMES = list(TEXTS)


@pytest.mark.parametrize(
    ("settings", "text", "html"),
    [
        pytest.param(settings, text, html, id=f"{settings}-{NAMES[number % len(NAMES)]}")
        for number, ((settings, text), html) in enumerate(zip(asked(), kept(), strict=True))
    ],
)
def test_a_setting_changes_what_jekyll_changes(settings: Settings, text: str, html: str) -> None:
    assert shown(rendered(settings, text)) == shown(html)


@pytest.mark.skipif(JEKYLL is None, reason="there is no Jekyll")
def test_what_is_kept_is_what_jekyll_makes() -> None:
    assert real(asked()) == kept()


def test_settings_that_kramdown_refuses_get_their_defaults() -> None:
    odd = {
        "toc_levels": {"a": 1}, "smart_quotes": "x", "footnote_nr": "many", "header_offset": [],
        "typographic_symbols": 3, "link_defs": {"a": 1}, "syntax_highlighter_opts": "",
        "gfm_quirks": {"a": 1}, "auto_id_prefix": None, "entity_output": "loud",
    }  # fmt: skip
    default = kramdown_options({})
    for key, value in odd.items():
        read = kramdown_options({"kramdown": {key: value}})
        if key != "gfm_quirks":
            assert read == default, key
    assert kramdown_options({"kramdown": "all"}) == default


def test_the_commonmark_plugin_reads_github_flavoured_markdown() -> None:
    for name in ("CommonMark", "CommonMarkGhPages"):
        assert rendered({"markdown": name}, '"a" -- <b>') == "<p>&quot;a&quot; -- <b></p>\n"


def test_the_settings_of_the_site_reach_the_rendering(tmp_path: Path) -> None:
    post = tmp_path / "_posts" / "2024-01-01-a.md"
    text = 'a\nb "c"\n'
    renderer = Renderer()

    def html(revision: int) -> str:
        request = RenderRequest(revision, text, "jekyll", post, tmp_path)
        return "".join(renderer.render(request, -1).html)

    assert html(1) == "<p>a\nb “c”</p>"
    (tmp_path / "_config.yml").write_text("kramdown:\n  hard_wrap: true\n")
    assert html(2) == "<p>a<br />\nb “c”</p>"
    (tmp_path / "_config.yml").write_text('kramdown: {smart_quotes: "apos,apos,quot,quot"}\n')
    assert html(3) == '<p>a\nb "c"</p>'
    (tmp_path / "_config.yml").unlink()
    (tmp_path / "_config.toml").write_text("[kramdown]\nhard_wrap = true\n")
    assert html(4) == "<p>a<br />\nb “c”</p>"


HOSTILE = {
    "not UTF-8": b"\xff\xfe\x00",
    "zeros": b"\x00",
    "deep": b"[" * 100_000,
    "deep below names": b"kramdown: [" * 1_000,
    "aliases within themselves": b"a: &a [*a, *a]\n" * 100,
    "unclosed": b"kramdown: {hard_wrap: true",
    "a list": b"- 1\n- 2\n",
    "not tables": b"kramdown: 7\nmarkdown: 8\n",
    "many documents": b"---\n---\n---\n",
    "one name, often": b"k: 1\n" * 50_000,
    "too long": b"a: 1\n" * 100_000,
}


@pytest.mark.parametrize("settings", HOSTILE.values(), ids=HOSTILE)
def test_hostile_settings_never_stop_a_rendering(tmp_path: Path, settings: bytes) -> None:
    (tmp_path / "_config.yml").write_bytes(settings)
    request = RenderRequest(1, "a {{ site.kramdown }}", "jekyll", tmp_path / "a.md", tmp_path)
    assert Renderer().render(request, -1).html


def rendered(settings: Settings, text: str) -> str:
    """The HTML of `text` in a site with these settings."""
    generator = replace(GENERATORS["jekyll"], read_settings=lambda _: settings)
    request = RenderRequest(1, text, "jekyll", root=Path(__file__).parent)
    return "\n".join(Renderer({"jekyll": generator}).render(request, -1).html)


def shown(html: str) -> str:
    """`html` without the white space that indents it, and what is there for its colours."""
    html = html.replace('<pre class="highlight">', "<pre>")
    html = html.replace(
        '<div class="language-plaintext highlighter-rouge">', '<div class="highlighter-rouge">'
    )
    html = re.sub(r"\s*\n\s*", "\n", html).strip()
    html = re.sub(r"\s+(?=</?(?:ul|ol|li|p|blockquote))|(?<=</ul>)\s+", "", html)
    return re.sub(r"\n(?=<)|(?<=>)\n", "", html)


def test_formulas_are_drawn_where_the_preview_shows_them(tmp_path: Path) -> None:
    text = "a $$x^2$$ b\n\n$$\ny < z\n$$\n\n`\\(c\\)`\n"
    shown = Renderer().render(RenderRequest(1, text, "jekyll", is_shown=True), -1)
    assert [html.count("<math") for html in shown.html] == [1, 1, 0]
    written = Renderer().render(RenderRequest(1, text, "jekyll"), -1)
    assert written.html[:2] == ("<p>a \\(x^2\\) b</p>", "\\[y &lt; z\\]")
    (tmp_path / "_config.yml").write_text("kramdown: {math_engine: null}\n")
    plain = Renderer().render(RenderRequest(1, text, "jekyll", None, tmp_path, is_shown=True), -1)
    assert "<math" not in "".join(plain.html)


def test_an_engine_that_jekyll_does_not_know_is_told(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("markdown: redcarpet\n")
    rendering = Renderer().render(RenderRequest(1, "a", "jekyll", None, tmp_path), -1)
    assert rendering.warnings == (BuildWarning("markdown-engine", -1, "redcarpet", fails=True),)


def test_defaults_of_the_site_reach_the_tags_of_a_post(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(
        "defaults:\n- scope: {path: '', type: posts}\n  values: {author: Ann, mood: calm}\n"
    )
    post = tmp_path / "_posts" / "2024-01-01-a.md"
    text = "---\nmood: gay\n---\n{{ page.author }} {{ page.mood }}\n"
    rendering = Renderer().render(RenderRequest(1, text, "jekyll", post, tmp_path), -1)
    assert rendering.html == ("<p>Ann gay</p>",)
